--- How a value is spelt in a cell of a flat format.
local value = {}

-- Lists inside a cell; a record (of top:N) as "value (n)".
local function item(x)
  if type(x) == "table" then
    if x.value ~= nil and x.n ~= nil then
      return ("%s (%d)"):format(value.text(x.value), x.n)
    end
    return require "gloss".json.encode(x)
  end
  return value.text(x)
end

--- A plain value as text; nil is empty.
---@param x any
---@return string
function value.text(x)
  if x == nil then return "" end
  local kind = type(x)
  if kind == "string" then return x end
  if math.type(x) == "integer" then return ("%d"):format(x) end
  if kind == "number" then return require "gloss.core".number(x) end
  if kind == "boolean" then return x and "true" or "false" end
  local parts = {}
  for i, part in ipairs(x) do parts[i] = item(part) end
  if next(x) ~= nil and #parts == 0 then
    return require "gloss".json.encode(x)
  end
  return table.concat(parts, "; ")
end

return value
