--- Reads the sources of a dictionary: tables, JSONL, Lua, or a folder of them.
---
--- What is read goes, record by record, to a sink: sink:entity(record, where),
--- :alias, :role, :exclude, :test. `where` is "file:line". A fault of a row
--- goes to sink:fault(where, message), and reading goes on.
local gloss = require "gloss"
local columns = require "gloss.dictionary.columns"
local tables = require "gloss.dictionary.tables"

local source = {}

-- ---- Cells -------------------------------------------------------------------

local function trim(s) return s:match "^%s*(.*%S)" or "" end

--- Splits a cell at |; \| is a bar.
---@param cell string
---@return string[]
function source.split(cell)
  local list, bars = {}, cell:find("\\|", 1, true)
  if bars then cell = cell:gsub("\\|", "\1") end
  for part in cell:gmatch "[^|]+" do
    if bars then part = part:gsub("\1", "|") end
    part = trim(part)
    if part ~= "" then list[#list + 1] = part end
  end
  return list
end

-- ---- Tables ------------------------------------------------------------------

local METHODS = { entities = "entity", aliases = "alias", roles = "role",
                  exclude = "exclude", tests = "test" }
local LISTS = { entities = { aliases = true, was = true } }

-- A row as a record; empty cells are absent. nil, message: too many cells.
local function record_of(cells, header, lists)
  local record = {}
  for i = 1, #header do
    local cell = cells[i]
    if cell and cell ~= "" then
      local name = header[i]
      if lists and lists[name] then record[name] = source.split(cell)
      else record[name] = trim(cell) end
    end
  end
  for i = #header + 1, #cells do
    if trim(cells[i]) ~= "" then
      return nil, ("%d cells under %d columns"):format(#cells, #header)
    end
  end
  return record
end

local function read_table(name, text, sink)
  local separator = tables.separator(text)
  local rows, offer = tables.rows(text, separator)
  local header, line = rows()
  if not header then return end
  local kind, message = columns.recognise(header)
  if not kind then
    sink:fault(("%s:%d"):format(name, line), message)
    return
  end
  local add, lists = sink[METHODS[kind]], LISTS[kind]
  if kind == "entities" and sink.plain_rows then
    offer.take = sink:plain_rows(name, text, header, separator)
  end
  for cells, at in rows do
    local where = ("%s:%d"):format(name, at)
    local record, why = record_of(cells, header, lists)
    if record then add(sink, record, where) else sink:fault(where, why) end
  end
end

-- ---- JSONL and Lua -----------------------------------------------------------

local EXTRA = { entities = { roles = true, tests = true } }

--- What a record of JSON or Lua is, by the field that tells it apart.
---@param record table
---@return string table "entities", "aliases", ...
function source.kind_of(record)
  if record.exclude ~= nil then return "exclude" end
  if record.test ~= nil then return "tests" end
  if record.alias ~= nil then return "aliases" end
  if record.role ~= nil then return "roles" end
  return "entities"
end

-- Strings and numbers as strings; JSON's null is absent.
local function plain(value)
  if value == gloss.json.null then return nil end
  if type(value) == "number" or type(value) == "boolean" then
    return tostring(value)
  end
  return value
end

local function list_of(value)
  value = plain(value)
  if type(value) == "string" then return { value } end
  return value
end

--- Brings a record of JSON or Lua into the form that tables give, and hands it
--- to the sink. `kind` is nil where its fields shall tell.
---@param sink table
---@param record table
---@param where string
---@param kind string?
function source.give(sink, record, where, kind)
  kind = kind or source.kind_of(record)
  local why = columns.misfit(kind, record, EXTRA[kind])
  if why then return sink:fault(where, why) end
  local given = {}
  for key, value in pairs(record) do
    if key == "aliases" or key == "was" then given[key] = list_of(value)
    elseif key == "require" or key == "avoid" or kind == "tests" then
      value = plain(value)
      given[key] = type(value) == "table" and table.concat(value, " | ")
        or value
    else given[key] = plain(value) end
    if type(given[key]) == "table" and key ~= "aliases" and key ~= "was"
       and key ~= "roles" then
      return sink:fault(where, ('the field "%s" cannot be a list'):format(key))
    end
  end
  sink[METHODS[kind]](sink, given, where)
end

local function read_jsonl(name, text, sink)
  local line = 0
  for row in (text .. "\n"):gmatch "([^\n]*)\n" do
    line = line + 1
    if row:find "%S" then
      local where = ("%s:%d"):format(name, line)
      local record, err = gloss.json.decode(row)
      if type(record) == "table" then source.give(sink, record, where)
      else sink:fault(where, err and err.message or "no JSON object") end
    end
  end
end

-- The dictionary that a Lua source sees: d:add{...}, d:exclude{...}, d:test{...}
local function lua_door(name, sink)
  local function method(kind)
    return function(_, record)
      local line = debug.getinfo(2, "l").currentline
      local where = ("%s:%d"):format(name, line)
      if type(record) ~= "table" then
        return sink:fault(where, "a table expected, got " .. type(record))
      end
      source.give(sink, record, where, kind)
    end
  end
  return { add = method "entities", exclude = method "exclude",
           test = method "tests" }
end

local function read_lua(name, text, sink)
  local door = lua_door(name, sink)
  local safe = { ipairs = ipairs, pairs = pairs, string = string,
                 table = table, tostring = tostring, tonumber = tonumber,
                 math = math, type = type, d = door }
  local chunk, message = load(text, "@" .. name, "t", safe)
  if not chunk then return sink:fault(name, message) end
  local ok, why = pcall(chunk, door)
  if not ok then sink:fault(name, tostring(why)) end
end

-- ---- Files -------------------------------------------------------------------

local READERS = { tsv = read_table, csv = read_table, txt = read_table,
                  jsonl = read_jsonl, ndjson = read_jsonl, lua = read_lua }

local function extension(path) return (path:match "%.(%w+)$" or ""):lower() end

--- Reads the bytes of one source.
---@param name string what messages call it
---@param bytes string
---@param sink table
function source.read_bytes(name, bytes, sink)
  local text, message, line = tables.decode(bytes)
  if not text then
    return sink:fault(("%s:%d"):format(name, line or 1), message)
  end
  local reader = READERS[extension(name)] or read_table
  reader(name, text, sink)
end

--- Where a source stands among those that are read together: aliases with
--- options are read first, so that the plain alias that the name gives is not
--- added beside them.
---@param text string its beginning, with the header
---@return integer
function source.rank(text)
  local head = tables.head(text)
  return ("\t" .. head .. "\t"):find "[\t,;\"]alias[\t,;\"\r]" and 1 or 2
end

local HEAD = 4096 -- bytes in which a header is looked for

local function rank(path)
  local file = io.open(path, "rb")
  local head = file and file:read(HEAD)
  if file then file:close() end
  return source.rank(head or "")
end

--- The files of a source: itself, or those of a folder that can be read.
---@param path string
---@return string[]? files
---@return gloss.Error? err io
function source.files(path)
  local files = gloss.edge "files"
  local info, err = files.stat(path)
  if not info then return nil, err end
  if info.kind ~= "directory" then return { path } end
  local list = {}
  local walked
  walked, err = files.walk(path)
  if not walked then return nil, err end
  for _, name in ipairs(walked) do
    if READERS[extension(name)] and not name:find "^%."
       and not name:find "/%." then
      list[#list + 1] = path:gsub("/+$", "") .. "/" .. name
    end
  end
  local ranks = {}
  for _, file in ipairs(list) do ranks[file] = rank(file) end
  table.sort(list, function(a, b)
    if ranks[a] ~= ranks[b] then return ranks[a] < ranks[b] end
    return a < b
  end)
  if #list == 0 then
    return nil, gloss.core.error("bad_source",
      path .. ": a folder without a table (.tsv .csv .jsonl .lua)")
  end
  return list
end

--- Reads one file.
---@param path string
---@param sink table
---@return true? ok
---@return gloss.Error? err io
function source.read_file(path, sink)
  local bytes, err = gloss.edge "files".read(path)
  if not bytes then return nil, err end
  source.read_bytes(path, bytes, sink)
  return true
end

return source
