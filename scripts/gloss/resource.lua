--- Files that come with gloss: built into the program, or beside its scripts.
local resource = {}

local found, host = pcall(require, "gloss.host")
if not found then host = nil end

--- The bytes of such a file, or nil.
---@param name string "gloss/languages/en.lua", "gloss/report/page.html"
---@return string? bytes
function resource.read(name)
  if host then return host.resource(name) end
  for template in package.path:gmatch "[^;]+" do
    local root = template:match "^(.*)%?%.lua$"
    local file = root and io.open(root .. name, "rb")
    if file then
      local bytes = file:read "a"
      file:close()
      return bytes
    end
  end
  return nil
end

return resource
