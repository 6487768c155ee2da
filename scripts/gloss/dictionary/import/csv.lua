--- Any table with a header: --map id=QID,name=Label says which of its columns
--- mean what. All others are kept as metadata. Without an id one is made of
--- type and name; names that stand twice are one entity then.
local exits = require "gloss.contract.exits"
local source = require "gloss.dictionary.source"
local suggest = require "gloss.suggest"
local tables = require "gloss.dictionary.tables"

local csv = { help = "any table with a header (CSV, TSV)" }

local OWN = { id = true, type = true, name = true, aliases = true,
              from = true, to = true, was = true }

-- The header under gloss's names.
local function rename(header, map)
  local names, from = {}, {}
  for i, name in ipairs(header) do
    names[i], from[name] = name, i
  end
  for _, target in ipairs(suggest.keys(map)) do
    local at = from[map[target]]
    if not at then
      exits.stop("usage", '--map %s=%s: no such column%s; there are: %s',
        target, map[target], suggest.hint(map[target], header),
        table.concat(header, ", "))
    end
    names[at] = target
  end
  return names
end

local function check(names)
  local seen = {}
  for _, name in ipairs(names) do
    if seen[name] then
      exits.stop("usage", 'two columns are called "%s": --map gives one '
        .. "another name", name)
    end
    seen[name] = true
  end
  if not seen.name and not seen.id then
    exits.stop("usage", "no column is the name: --map name=COLUMN; there are: "
      .. "%s", table.concat(names, ", "))
  end
end

local function record_of(cells, names)
  local record = {}
  for i, name in ipairs(names) do
    local value = cells[i] and cells[i]:match "^%s*(.-)%s*$"
    if value and value ~= "" then
      if name == "aliases" or name == "was" then value = source.split(value) end
      record[name] = value
    end
  end
  record.name = record.name or record.id
  return record
end

local function add(out, record)
  local key = record.id or (record.type or "") .. "\0" .. record.name
  local entity = out:entity(key, function() return record end)
  if entity == record then return end
  local list = entity.aliases
  if record.name ~= entity.name then list[#list + 1] = record.name end
  table.move(record.aliases or {}, 1, #(record.aliases or {}), #list + 1, list)
end

function csv.read(input, out, options)
  local text = input:text()
  local rows = tables.rows(text, tables.separator(text))
  local header = rows()
  if not header then exits.stop("data", "%s: it is empty", input.path) end
  for i, name in ipairs(header) do header[i] = name:match "^%s*(.-)%s*$" end
  local names = rename(header, options.map or {})
  check(names)
  local metadata = {}
  for _, name in ipairs(names) do
    if not OWN[name] then metadata[#metadata + 1] = name end
  end
  out:columns(metadata)
  for cells, line in rows do
    local record = record_of(cells, names)
    if record.name then add(out, record)
    else out:left(line, "no name", table.concat(cells, ", ")) end
  end
end

return csv
