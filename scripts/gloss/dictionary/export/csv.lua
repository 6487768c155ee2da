--- One table: id, type, name, aliases (a bar between), from, to, was, and every
--- column of metadata.
local writer = require "gloss.writers.csv"

local csv = {}

local OWN = { "id", "type", "name", "aliases", "from", "to", "was" }

local function joined(list)
  local parts = {}
  for i, text in ipairs(list) do parts[i] = (text:gsub("|", "\\|")) end
  return table.concat(parts, "|")
end

--- The header: the metadata of all entries, sorted.
function csv.head(dict)
  local seen, extra = {}, {}
  for entry in dict:all() do
    for name in pairs(entry.fields) do
      if not seen[name] then
        seen[name] = true
        extra[#extra + 1] = name
      end
    end
  end
  table.sort(extra)
  local columns = table.move(OWN, 1, #OWN, 1, {})
  table.move(extra, 1, #extra, #columns + 1, columns)
  return writer.head(columns), columns
end

function csv.entry(entry, aliases, columns)
  local texts = {}
  for _, alias in ipairs(aliases) do
    if alias.text ~= entry.name then texts[#texts + 1] = alias.text end
  end
  local values = { entry.id, entry.type, entry.name, joined(texts),
                   entry.from, entry.to, joined(entry.former) }
  for i = #OWN + 1, #columns do values[i] = entry.fields[columns[i]] end
  return writer.row(columns, values)
end

return csv
