--- Where results go: standard output, or a file that appears when complete.
local exits = require "gloss.contract.exits"

local output = {}

---@class gloss.Output
local Output = {}
Output.__index = Output

-- A closed pipe ends the command quietly; anything else is a fault.
local function failed(name, err, code)
  if code == 32 then exits.stop("done", "") end
  exits.stop("io", "%s: %s", name, err)
end

--- Can a script call a file so? In the folder it is given, and nowhere else.
---@param name any
---@return boolean
function output.is_name(name)
  return type(name) == "string" and not name:find "[/%c]"
    and name:find "^[^.]" ~= nil
end

--- Opens a file for writing under the name PATH.partial, or standard output.
--- Raises a fault where that is not possible.
---@param path? string nil or "-": standard output
---@return gloss.Output
function output.open(path)
  if not path or path == "-" then
    io.stdout:setvbuf("full", 0x10000)
    return setmetatable({ handle = io.stdout, name = "standard output" },
                        Output)
  end
  local stat = require "gloss".edge "files".stat(path)
  if path:sub(-1) == "/" or stat and stat.kind == "directory" then
    exits.stop("usage", "cannot write: %s is a folder", path)
  end
  local partial = path .. ".partial"
  local handle, err = io.open(partial, "wb")
  if not handle then exits.stop("usage", "cannot write: %s", err) end
  handle:setvbuf("full", 0x10000)
  return setmetatable({ handle = handle, name = path, partial = partial },
                      Output)
end

--- Writes bytes; raises a fault where that fails.
---@param bytes string
function Output:write(bytes)
  local ok, err, code = self.handle:write(bytes)
  if not ok then failed(self.name, err, code) end
end

--- Hands what was written on to who reads.
function Output:flush()
  local ok, err, code = self.handle:flush()
  if not ok then failed(self.name, err, code) end
end

--- The file is complete: it gets its name.
function Output:commit()
  if not self.partial then return self:flush() end
  local ok, err, code = self.handle:close()
  if not ok then
    os.remove(self.partial)
    failed(self.name, err, code)
  end
  ok, err, code = os.rename(self.partial, self.name)
  if not ok then failed(self.name, err, code) end
  self.partial = nil
end

--- The file will not be complete: it goes.
function Output:abort()
  if not self.partial then
    self.handle:flush()
    return
  end
  self.handle:close()
  os.remove(self.partial)
  self.partial = nil
end

return output
