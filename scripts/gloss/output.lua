--- Where results go: standard output, or a file that appears when complete.
local exits = require "gloss.contract.exits"

--- CLOSED: the number of the error that a closed pipe gives (EPIPE).
local output = { CLOSED = 32 }

---@class gloss.Output
local Output = {}
Output.__index = Output

-- A closed pipe ends the command quietly; anything else is a fault.
local function failed(name, err, code)
  if code == output.CLOSED then exits.stop("done", "") end
  exits.stop("io", "%s: %s", name, err)
end

--- Can a script call a file so? In the folder it is given, and nowhere else.
---@param name any
---@return boolean
function output.is_name(name)
  return type(name) == "string" and not name:find "[/%c]"
    and name:find "^[^.]" ~= nil
end

-- A device or a pipe, which no file may replace.
local function is_device(path, stat)
  return stat and stat.kind == "other" or path:find "^/dev/" ~= nil
    or path:find "^/proc/" ~= nil
end

--- Opens a file for writing under the name PATH.partial, a device or a pipe
--- as it is, or standard output. Raises a fault where that is not possible.
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
  local partial = not is_device(path, stat) and path .. ".partial" or nil
  local handle, err = io.open(partial or path, "wb")
  if not handle then exits.stop("usage", "cannot write: %s", err) end
  handle:setvbuf("full", 0x10000)
  return setmetatable({ handle = handle, name = path, partial = partial },
                      Output)
end

--- Writes to standard output for a plain script: as print and io.write do, but
--- a closed pipe ends the script, and a full disk is a fault.
---@param ... string|number
function output.say(...)
  local ok, err, code = io.stdout:write(...)
  if not ok then failed("standard output", err, code) end
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
  if self.handle == io.stdout then return self:flush() end
  local partial = self.partial
  self.partial = nil
  local ok, err, code = self.handle:close()
  if ok and partial then ok, err, code = os.rename(partial, self.name) end
  if ok then return end
  if partial then os.remove(partial) end
  failed(self.name, err, code)
end

--- The file will not be complete: it goes.
function Output:abort()
  if self.handle == io.stdout then
    self.handle:flush()
  elseif io.type(self.handle) == "file" then
    self.handle:close()
    if self.partial then os.remove(self.partial) end
    self.partial = nil
  end
end

return output
