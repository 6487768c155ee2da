--- "Did you mean": the nearest of a list of known names.
local suggest = {}

--- Edits between two short names: insertions, deletions, replacements and
--- swaps of neighbours (bytes, optimal string alignment).
---@param a string
---@param b string
---@return integer
function suggest.distance(a, b)
  local before, last, row = {}, {}, {}
  for j = 0, #b do last[j] = j end
  for i = 1, #a do
    row[0] = i
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j)
      local best = math.min(last[j] + 1, row[j - 1] + 1,
                            last[j - 1] + (same and 0 or 1))
      if i > 1 and j > 1 and a:byte(i) == b:byte(j - 1)
         and a:byte(i - 1) == b:byte(j) then
        best = math.min(best, before[j - 2] + 1)
      end
      row[j] = best
    end
    before, last, row = last, row, before
  end
  return last[#b]
end

--- The known name that is nearest to `word`, if one is near enough: a third
--- of its letters may be wrong, or one is the beginning of the other.
---@param word string
---@param names string[] ties go to the first
---@return string?
function suggest.nearest(word, names)
  if #word > 64 then return nil end
  local best, best_cost
  for _, name in ipairs(names) do
    local cost = suggest.distance(word:lower(), name:lower())
    local short, long = math.min(#word, #name), math.max(#word, #name)
    local begins = short >= 3 and word:sub(1, short) == name:sub(1, short)
    if (cost <= math.max(1, long // 3) or begins) and cost < long
       and (best_cost == nil or cost < best_cost) then
      best, best_cost = name, cost
    end
  end
  return best
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
