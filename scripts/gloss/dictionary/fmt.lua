--- The one way to write a source: LF, no quotes where none are needed, known
--- columns first, sorted by id. What it says does not change.
local columns = require "gloss.dictionary.columns"
local gloss = require "gloss"
local source = require "gloss.dictionary.source"
local tables = require "gloss.dictionary.tables"

local fmt = {}

-- ---- Cells -------------------------------------------------------------------

-- Is the cell read as it stands, with that behind it?
local function reads_same(cell, behind, separator)
  local read = tables.rows(cell .. separator .. behind, separator)()
  return read ~= nil and read[1] == cell
end

-- Would a reader take the cell as it stands for something else? A quote at its
-- beginning may find its fellow in a later cell.
local function needs_quotes(cell, separator, first)
  if first and tables.is_comment(cell) then return true end
  if cell:find("[\n" .. separator .. "]") then return true end
  return cell:byte() == 34
    and not (reads_same(cell, "x", separator)
             and reads_same(cell, '"' .. separator, separator))
end

local function write_cell(cell, separator, first)
  if needs_quotes(cell, separator, first) then
    return '"' .. cell:gsub('"', '""') .. '"'
  end
  return cell
end

local LISTS = { aliases = true, was = true }

-- A list without blanks around its bars; but a backslash before a bar would
-- make it one of the text.
local function tidy_list(cell)
  local parts = source.split(cell)
  for i, part in ipairs(parts) do
    parts[i] = part:gsub("|", "\\|")
    if i < #parts and part:sub(-1) == "\\" then parts[i] = parts[i] .. " " end
  end
  return table.concat(parts, "|")
end

local function tidy(cell, name, kind)
  cell = cell:match "^%s*(.-)%s*$"
  if kind == "entities" and LISTS[name] then return tidy_list(cell) end
  return cell
end

-- ---- Comments ------------------------------------------------------------------

-- The comments of a text by the line of the row below them; those at its end
-- under `last`. `rows` are in the order of the text.
local function comments_of(text, rows)
  local of_row, pending, at, line = {}, {}, 1, 0
  local skip = 0
  for content in (text .. "\n"):gmatch "([^\n]*)\n" do
    line = line + 1
    local row = rows[at]
    if row and row.line == line then
      if #pending > 0 then of_row[row], pending = pending, {} end
      at, skip = at + 1, row.breaks
    elseif skip > 0 then
      skip = skip - 1
    elseif tables.is_comment(content) then
      pending[#pending + 1] = (content:gsub("%s+$", ""))
    end
  end
  return of_row, pending
end

-- ---- Order ---------------------------------------------------------------------

-- By which columns the rows of a table are sorted; tests stay as they are.
local KEYS = {
  entities = { "id" }, aliases = { "id", "alias", "from" },
  roles = { "id", "from", "to", "role" }, exclude = { "exclude", "id" },
}

-- The columns in order: known ones, then the others as they stand.
local function order_of(header, kind)
  local place, order = {}, {}
  for i, name in ipairs(header) do place[name] = i end
  for _, name in ipairs(columns.order(kind)) do
    if place[name] then
      order[#order + 1] = place[name]
      place[name] = nil
    end
  end
  for i, name in ipairs(header) do
    if place[name] then order[#order + 1] = i end
  end
  return order
end

local function sort_rows(rows, header, kind)
  local keys = KEYS[kind]
  if not keys then return end
  local at = {}
  for i, name in ipairs(header) do at[name] = i end
  gloss.sort(rows, function(a, b)
    for _, key in ipairs(keys) do
      local i = at[key]
      local x, y = i and a.cells[i] or "", i and b.cells[i] or ""
      if x ~= y then return x < y end
    end
    return false
  end)
end

-- ---- Tables --------------------------------------------------------------------

local function count_breaks(cells)
  local n = 0
  for _, cell in ipairs(cells) do
    n = n + select(2, cell:gsub("\n", ""))
  end
  return n
end

-- The rows of a text, the header first; nil, message, line.
local function read_rows(text, separator)
  local list = {}
  for cells, line in tables.rows(text, separator) do
    list[#list + 1] = { cells = cells, line = line,
                        breaks = count_breaks(cells) }
    for i = #list[1].cells + 1, #cells do
      if cells[i]:find "%S" then
        return nil, ("%d cells under %d columns"):format(#cells,
          #list[1].cells), line
      end
    end
  end
  return list
end

local function line_of(cells, order, separator)
  local out = {}
  for i, from in ipairs(order) do
    out[i] = write_cell(cells[from] or "", separator, i == 1)
  end
  return table.concat(out, separator)
end

local function add_comments(lines, comments)
  for _, comment in ipairs(comments or {}) do lines[#lines + 1] = comment end
end

local function format_table(text)
  local separator = tables.separator(text)
  local rows, message, line = read_rows(text, separator)
  if not rows then return nil, message, line end
  if #rows == 0 then return text end
  local of_row, last = comments_of(text, rows)
  local head = table.remove(rows, 1)
  local header = head.cells
  local kind
  kind, message = columns.recognise(header)
  if not kind then return nil, message, head.line end
  for _, row in ipairs(rows) do
    for i = 1, #header do
      row.cells[i] = tidy(row.cells[i] or "", header[i], kind)
    end
  end
  local order = order_of(header, kind)
  sort_rows(rows, header, kind)
  local lines = {}
  add_comments(lines, of_row[head])
  lines[#lines + 1] = line_of(header, order, separator)
  for _, row in ipairs(rows) do
    add_comments(lines, of_row[row])
    lines[#lines + 1] = line_of(row.cells, order, separator)
  end
  add_comments(lines, last)
  return table.concat(lines, "\n") .. "\n"
end

-- ---- JSON lines ----------------------------------------------------------------

local RANK = { entities = 1, aliases = 2, roles = 3, exclude = 4, tests = 5 }

-- Keys in the order in which they are written.
local KEY_ORDER = {}
for _, kind in ipairs { "entities", "aliases", "roles", "exclude", "tests" } do
  local seen = {}
  for _, name in ipairs(KEY_ORDER) do seen[name] = true end
  for _, name in ipairs(columns.order(kind)) do
    if not seen[name] then KEY_ORDER[#KEY_ORDER + 1] = name end
  end
end

local function record_before(a, b)
  if a.rank ~= b.rank then return a.rank < b.rank end
  if a.rank == RANK.tests then return false end
  if a.key ~= b.key then return a.key < b.key end
  return a.rank ~= RANK.entities and a.text < b.text
end

local function format_jsonl(text)
  local list, line = {}, 0
  for content in (text .. "\n"):gmatch "([^\n]*)\n" do
    line = line + 1
    if content:find "%S" then
      local record, err = gloss.json.decode(content)
      if type(record) ~= "table" then
        return nil, err and err.message or "no JSON object", line
      end
      local rank = RANK[source.kind_of(record)]
      list[#list + 1] = {
        rank = rank, text = gloss.json.encode(record, KEY_ORDER),
        key = tostring(rank == RANK.exclude and record.exclude or record.id) }
    end
  end
  gloss.sort(list, record_before)
  for i, item in ipairs(list) do list[i] = item.text .. "\n" end
  return table.concat(list)
end

-- ---- Files ---------------------------------------------------------------------

-- A script is its author's: line ends alone.
local function format_lua(text)
  return (text:gsub("\n*$", "\n"))
end

local FORMATS = { jsonl = format_jsonl, ndjson = format_jsonl,
                  lua = format_lua }

--- The bytes of a source as they are to be written.
---@param name string its path; "-": told by its first byte
---@param bytes string
---@return string? formatted
---@return string? message why it cannot be read
---@return integer? line
function fmt.text(name, bytes)
  local text, message, line = tables.decode(bytes)
  if not text then return nil, message, line or 1 end
  if not text:find "%S" then return "" end
  local extension = (name:match "%.(%w+)$" or ""):lower()
  local how = FORMATS[extension]
    or name == "-" and text:find "^%s*{" and format_jsonl or format_table
  return how(text)
end

return fmt
