--- "Did you mean": the nearest of a list of known names.
local suggest = {}

--- The known name that is nearest to `word`, if one is near enough.
---@param word string
---@param names string[] of two that are as near the first by bytes
---@return string?
function suggest.nearest(word, names)
  return require "gloss.core".suggest(word, names)
end

--- What to put behind a message about an unknown name: a suggestion or "".
---@param word string
---@param names string[]
---@param before? string what precedes the suggested name: "--"
---@return string
function suggest.hint(word, names, before)
  local name = suggest.nearest(word, names)
  return name and (' (did you mean "%s%s"?)'):format(before or "", name) or ""
end

--- The keys of a table that are strings, sorted by bytes.
---@param t table<string, any>
---@return string[]
function suggest.keys(t)
  local keys = {}
  for key in pairs(t) do
    if type(key) == "string" then keys[#keys + 1] = key end
  end
  table.sort(keys)
  return keys
end

--- Raises where `t` has a key that `known` has not.
---@param t table
---@param known table<string, any>
---@param what string for the message: "gloss.job"
---@param level integer as for `error`, seen from the caller
function suggest.check_keys(t, known, what, level)
  local strange = {}
  for key in pairs(t) do
    if known[key] == nil then strange[#strange + 1] = key end
  end
  if #strange == 0 then return end
  table.sort(strange, function(a, b) return tostring(a) < tostring(b) end)
  local key = strange[1]
  local hint = type(key) == "string"
    and suggest.hint(key, suggest.keys(known)) or ""
  error(("%s has no field \"%s\"%s"):format(what, tostring(key), hint),
        level + 1)
end

return suggest
