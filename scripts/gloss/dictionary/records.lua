--- What the sources of a dictionary say, row by row, as the tools need it:
--- nothing compiled, nothing refused, each row with its place.
---
--- A row is a record (column -> string; `aliases` and `was` of an entity are
--- lists) with its file at [1] and its line at [2]. An alias that an entity's
--- own record lists is a row of its own, too (`own` at [3]).
local gloss = require "gloss"
local columns = require "gloss.dictionary.columns"
local exits = require "gloss.contract.exits"
local source = require "gloss.dictionary.source"
local tables = require "gloss.dictionary.tables"

local records = {}

---@class gloss.Row
---@field [1] string file
---@field [2] integer line
---@field [string] any

---@class gloss.Records
---@field entities gloss.Row[]
---@field aliases gloss.Row[] rows of alias tables, and what entities list
---@field roles gloss.Row[]
---@field excludes gloss.Row[]
---@field tests gloss.Row[]
---@field faults { [1]: string, [2]: integer, message: string }[]
---@field tables { file: string, line: integer, kind: string, header: string[], used: table<string, boolean> }[]
---@field spaces { [1]: string, [2]: integer, column: string }[] cells with blanks around
---@field files string[] in the order in which they were read
local Records = {}
Records.__index = Records

--- An empty set of records, which is a sink for `dictionary.source`.
---@return gloss.Records
function records.new()
  return setmetatable({ entities = {}, aliases = {}, roles = {}, excludes = {},
                        tests = {}, faults = {}, tables = {}, spaces = {},
                        files = {} }, Records)
end

--- "people.tsv:12": where a row stands.
---@param row gloss.Row
---@return string
function records.place(row) return row[1] .. ":" .. row[2] end

-- ---- The sink ----------------------------------------------------------------

local function split_place(where)
  local file, line = where:match "^(.*):(%d+)$"
  return file or where, math.tointeger(tonumber(line)) or 1
end

local function placed(record, where)
  if type(where) == "string" then record[1], record[2] = split_place(where) end
  return record
end

--- Notes that a row cannot be read.
function Records:fault(where, message)
  local at = placed({}, where)
  at.message = tostring(message)
  self.faults[#self.faults + 1] = at
end

local function text_of(value)
  return type(value) == "string" and value or tostring(value)
end

-- Notes a field that an alias or a role in a record cannot have.
local function check_fields(self, kind, inner, entity)
  local why = columns.misfit(kind, inner)
  if why then self:fault(records.place(entity), why) end
end

-- The aliases that an entity's own record lists, as rows.
local function add_own_aliases(self, entity)
  local list = self.aliases
  for i, alias in ipairs(entity.aliases) do
    local row = { entity[1], entity[2], "own", id = entity.id,
                  ok = entity.ok }
    if type(alias) == "table" then
      check_fields(self, "aliases", alias, entity)
      for key, value in pairs(alias) do
        row[key] = type(value) == "table" and table.concat(value, " | ")
          or text_of(value)
      end
      entity.aliases[i] = row.alias or ""
    else
      row.alias = text_of(alias)
    end
    list[#list + 1] = row
  end
end

local function add_own_roles(self, entity)
  for _, role in ipairs(entity.roles) do
    if type(role) ~= "table" then role = { role = text_of(role) } end
    check_fields(self, "roles", role, entity)
    local row = { entity[1], entity[2], "own", id = entity.id, ok = entity.ok }
    for key, value in pairs(role) do row[key] = text_of(value) end
    self.roles[#self.roles + 1] = row
  end
  entity.roles = nil
end

function Records:entity(record, where)
  local row = placed(record, where)
  self.entities[#self.entities + 1] = row
  if row.aliases then add_own_aliases(self, row) end
  if row.roles then add_own_roles(self, row) end
end

local function adder(list)
  return function(self, record, where)
    local rows = self[list]
    rows[#rows + 1] = placed(record, where)
  end
end

Records.alias = adder "aliases"
Records.role = adder "roles"
Records.exclude = adder "excludes"
Records.test = adder "tests"

-- ---- Tables ------------------------------------------------------------------

local METHODS = { entities = "entity", aliases = "alias", roles = "role",
                  exclude = "exclude", tests = "test" }
local LISTS = { aliases = true, was = true }

local byte, match = string.byte, string.match

-- A cell without the blanks around it, which are noted; nil: nothing is left.
local function trim_cell(self, row, name, cell)
  self.spaces[#self.spaces + 1] = { row[1], row[2], column = name }
  return match(cell, "^%s*(.*%S)")
end

local function check_width(self, row, cells, header)
  for i = #header + 1, #cells do
    if cells[i]:find "%S" then
      return self:fault(records.place(row), ("%d cells under %d columns")
                        :format(#cells, #header))
    end
  end
  return true
end

-- The row of a line, its cells read into it; nil where there are too many.
local function read_row(self, at, cells, used)
  local header = at.header
  local row = { at.file, at.line }
  if #cells > #header and not check_width(self, row, cells, header) then
    return nil
  end
  for i = 1, #header do
    local cell = cells[i]
    if cell and cell ~= "" then
      local name = header[i]
      if byte(cell, 1) <= 32 or byte(cell, -1) <= 32 then
        cell = trim_cell(self, row, name, cell)
      end
      if cell then
        if not used[name] then used[name] = true end
        if at.lists and LISTS[name] then cell = source.split(cell) end
        row[name] = cell
      end
    end
  end
  return row
end

local function read_table(self, name, text)
  local rows = tables.rows(text, tables.separator(text))
  local header, line = rows()
  if not header then return end
  local kind, message = columns.recognise(header)
  if not kind then return self:fault(name .. ":" .. line, message) end
  local add, used = self[METHODS[kind]], {}
  local at = { file = name, header = header, lists = kind == "entities" }
  local count = 0
  for cells, number in rows do
    at.line, count = number, count + 1
    local row = read_row(self, at, cells, used)
    if row then add(self, row) end
  end
  self.tables[#self.tables + 1] = { file = name, line = line, kind = kind,
                                    header = header, used = used,
                                    rows = count }
end

-- ---- Files -------------------------------------------------------------------

local OTHERS = { jsonl = true, ndjson = true, lua = true }

--- Adds what the bytes of one source say.
---@param name string what messages call it
---@param bytes string
function Records:read_bytes(name, bytes)
  self.files[#self.files + 1] = name
  local extension = (name:match "%.(%w+)$" or ""):lower()
  if OTHERS[extension] then return source.read_bytes(name, bytes, self) end
  local text, message, line = tables.decode(bytes)
  if not text then
    return self:fault(("%s:%d"):format(name, line or 1), message)
  end
  read_table(self, name, text)
end

local function add_builtin(list, name)
  local parts, err = require "gloss.dictionary.builtin".parts(name)
  if not parts then exits.stop("usage", "%s", tostring(err)) end
  table.move(parts, 1, #parts, #list + 1, list)
end

local function add_files(list, path)
  local files, err = source.files(path)
  if not files then exits.stop("usage", "%s", tostring(err)) end
  for _, file in ipairs(files) do
    local bytes
    bytes, err = gloss.edge "files".read(file)
    if not bytes then exits.stop("usage", "%s", tostring(err)) end
    list[#list + 1] = { name = file, bytes = bytes }
  end
end

--- The sources that a command line names, as { name, bytes }: files, the files
--- of folders, "builtin:NAME". Stops the program where one cannot be read.
---@param paths string[]
---@return { name: string, bytes: string }[]
function records.sources(paths)
  local list = {}
  for _, path in ipairs(paths) do
    local builtin = path:match "^builtin:(.+)$"
    if builtin then add_builtin(list, builtin)
    else add_files(list, path) end
  end
  return list
end

--- Puts sources in the order in which they are to be read.
---@param list { name: string, bytes: string }[]
---@return { name: string, bytes: string }[] the same list
function records.sort(list)
  for _, one in ipairs(list) do
    one.rank = source.rank(one.bytes:sub(1, 4096))
  end
  return gloss.sort(list, "rank")
end

--- Reads sources.
---@param list { name: string, bytes: string }[]
---@return gloss.Records
function records.read(list)
  local set = records.new()
  for _, one in ipairs(list) do set:read_bytes(one.name, one.bytes) end
  return set
end

return records
