--- A table from a file beside the script, to look things up in: read-only.
---
---   local sources = gloss.table "sources.tsv"     -- host, name, country
---   local row = sources[host]                      -- by the first column
---   print(row and row.country)
local core = require "gloss.core"
local suggest = require "gloss.suggest"

local lookup = {}

-- The rows of a file as records of their columns, and the columns.
local function read(path)
  local tables = require "gloss.dictionary.tables"
  local bytes, err = require "gloss".edge "files".read(path)
  if not bytes then return nil, tostring(err) end
  local text, why, at = tables.decode(bytes)
  if not text then return nil, ("%s:%d: %s"):format(path, at or 1, why) end
  local columns, rows
  for cells, line in tables.rows(text, tables.separator(text)) do
    if not columns then
      columns, rows = cells, {}
    elseif #cells > #columns then
      return nil, ("%s:%d: %d cells under %d columns"):format(path, line,
        #cells, #columns)
    else
      rows[#rows + 1] = cells
    end
  end
  if not columns then return nil, path .. ": no line with the columns" end
  return rows, columns
end

local function fixed() error("a table of gloss.table is read-only", 2) end

-- What all rows of a table share: row.column; an empty cell is nil.
local function record_type(path, columns)
  local index = {}
  for i, name in ipairs(columns) do index[name] = i end
  return {
    __newindex = fixed, __metatable = false,
    __index = function(row, name)
      local i = index[name]
      if not i then
        error(('%s: no column "%s"%s'):format(path, tostring(name),
          suggest.hint(tostring(name), columns)), 2)
      end
      local cell = row(i)
      return cell ~= "" and cell or nil
    end,
  }
end

-- A record is a table without fields of its own that knows its cells.
local function new_record(cells, Record)
  local meta = {}
  for key, value in pairs(Record) do meta[key] = value end
  meta.__call = function(_, i) return cells[i] end
  return setmetatable({}, meta)
end

-- The view of all rows: t[key], #t, `for row in t do`.
local function new_table(path, rows, columns)
  local Record, list, by_key, place = record_type(path, columns), {}, {}, {}
  for i, cells in ipairs(rows) do
    local record = new_record(cells, Record)
    list[i], place[record] = record, i
    if by_key[cells[1]] == nil then by_key[cells[1]] = record end
  end
  return setmetatable({}, {
    __newindex = fixed, __metatable = false,
    __index = function(_, key) return by_key[key] end,
    __len = function() return #list end,
    __call = function(_, _, last) return list[last and place[last] + 1 or 1] end,
  })
end

local function open(name)
  if type(name) ~= "string" then
    error("gloss.table: string expected, got " .. type(name), 3)
  end
  if name:sub(1, 1) == "/" or ("/" .. name .. "/"):find("/../", 1, true) then
    error("gloss.table: only files beside the script: " .. name, 3)
  end
  local info = debug.getinfo(3, "S")
  local folder = info and info.source:match "^@(.*/)" or ""
  local rows, columns = read(folder .. name)
  if not rows then error("gloss.table: " .. columns, 3) end
  return new_table(folder .. name, rows, columns)
end

--- Opens a table (tabs or commas, a first line with the columns) beside the
--- script. Raises where there is none.
---@param name string relative to the script's folder
---@return table
lookup.open = core.framed(open)

return lookup
