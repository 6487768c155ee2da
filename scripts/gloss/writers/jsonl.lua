--- JSON lines: an object for each row, its columns in their order; what is
--- absent is null.
local jsonl = { streams = true, suffix = "jsonl" }

function jsonl.head() return "" end

function jsonl.row(columns, values)
  local encode = require "gloss".json.encode
  local parts = {}
  for i, name in ipairs(columns) do
    local x = values[i]
    parts[i] = encode(name) .. ":" .. (x == nil and "null" or encode(x))
  end
  return "{" .. table.concat(parts, ",") .. "}\n"
end

return jsonl
