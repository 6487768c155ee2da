--- JSON lines: an object for each row, its columns in their order; what is
--- absent is null.
local jsonl = { streams = true, suffix = "jsonl" }

function jsonl.head() return "" end

-- An empty table in a row is an empty list.
local function mark_lists(x)
  if type(x) ~= "table" then return x end
  if next(x) == nil then return require "gloss".json.array(x) end
  for _, item in pairs(x) do mark_lists(item) end
  return x
end

function jsonl.row(columns, values)
  local encode = require "gloss".json.encode
  local parts = {}
  for i, name in ipairs(columns) do
    local x = values[i]
    parts[i] = encode(name) .. ":"
      .. (x == nil and "null" or encode(mark_lists(x)))
  end
  return "{" .. table.concat(parts, ",") .. "}\n"
end

return jsonl
