--- Edges: Lua modules that are each the door to one library, loaded on first
--- use, so that a library nobody needs may be missing.
local edge = {}

--- The Debian package of the library behind each edge.
local packages = {
  json = "libjansson4", hash = "libnettle8", files = false,
}

--- Loads an edge, or raises with the name of the package that is missing.
---@param name "json"|"hash"|"files"
function edge.load(name)
  if packages[name] == nil then
    error(('no edge "%s"'):format(tostring(name)), 2)
  end
  local ok, loaded = pcall(require, "gloss.edge." .. name)
  if ok then return loaded end
  local hint = packages[name]
    and (": is %s installed (apt-get install %s)?")
        :format(packages[name], packages[name]) or ""
  error(('the edge "%s" cannot be loaded%s\n%s'):format(name, hint,
                                                       tostring(loaded)), 2)
end

return edge
