--- The folder that an import writes: entities.tsv, aliases.tsv, roles.tsv,
--- exclude.tsv, and what was left out in not-imported.log.
local gloss = require "gloss"
local columns = require "gloss.dictionary.columns"
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local slug = require "gloss.dictionary.import.slug"

local folder = {}

local LOG = "not-imported.log"
local SHOWN = 20        -- of what is left out; all of it is in the log
local FILES = { entities = "entities.tsv", aliases = "aliases.tsv",
                roles = "roles.tsv", exclude = "exclude.tsv" }

---@class gloss.ImportCounts
---@field entities integer
---@field aliases integer
---@field roles integer
---@field excludes integer
---@field not_imported integer
---@field left string[] the first of what was not imported, with file and line

---@class gloss.ImportFolder
---@field input gloss.ImportInput what is read
---@field counts gloss.ImportCounts
local Folder = {}
Folder.__index = Folder

-- ---- Cells ---------------------------------------------------------------------

local function cell(value)
  if value == nil then return "" end
  value = tostring(value):gsub("\r\n?", "\n")
  if value:find '[\t\n]' or value:sub(1, 1) == '"' then
    return '"' .. value:gsub('"', '""') .. '"'
  end
  return value
end

local function joined(list)
  local parts = {}
  for i, item in ipairs(list or {}) do
    parts[i] = (tostring(item):gsub("|", "\\|"))
  end
  return table.concat(parts, "|")
end

-- ---- Rows ----------------------------------------------------------------------

-- A table is kept open; its rows go out as they come.
local function open(self, name, header)
  local path = self.path .. "/" .. FILES[name]
  local file = output.open(path)
  self.open[name] = file
  file:write(table.concat(header, "\t") .. "\n")
  return file
end

local HEADERS = {
  aliases = { "id", "alias", "case", "from", "to", "note" },
  roles = { "id", "role", "of", "from", "to", "source", "note" },
  exclude = { "exclude", "id", "note" },
}

local function write_row(self, name, header, record)
  local file = self.open[name] or open(self, name, header)
  local cells = {}
  for i, column in ipairs(header) do cells[i] = cell(record[column]) end
  file:write(table.concat(cells, "\t") .. "\n")
end

--- A row of roles.tsv: { id, role, of, from, to, source, note }.
function Folder:role(record)
  self.counts.roles = self.counts.roles + 1
  write_row(self, "roles", HEADERS.roles, record)
end

--- Text that yields nothing: { exclude, id, note }.
function Folder:exclude(record)
  self.counts.excludes = self.counts.excludes + 1
  write_row(self, "exclude", HEADERS.exclude, record)
end

--- An alias with options of its own: { id, alias, case, from, to, note }.
function Folder:alias(record)
  self.counts.aliases = self.counts.aliases + 1
  write_row(self, "aliases", HEADERS.aliases, record)
end

--- Notes what could not be said in tables; it goes into the log.
---@param line integer
---@param why string
---@param text string? the line, or the part at fault
function Folder:left(line, why, text)
  local counts = self.counts
  local message = ("%s:%d: %s%s"):format(self.input.path, line, why,
    text and text ~= "" and ": " .. text or "")
  counts.not_imported = counts.not_imported + 1
  if #counts.left < SHOWN then counts.left[#counts.left + 1] = message end
  self.log = self.log or output.open(self.path .. "/" .. LOG)
  self.log:write(message .. "\n")
end

-- ---- Entities ------------------------------------------------------------------

--- Declares the columns of metadata, in order. A name that gloss reads in
--- another way, or would take for a slip, cannot be one.
---@param names string[]
function Folder:columns(names)
  local known = { "id", "type", "name", "aliases", "from", "to", "was", "ok" }
  for _, name in ipairs(names) do
    local slip = columns.slip(name, known)
    if slip then
      exits.stop("usage", 'the column "%s" looks like a slip for "%s": '
        .. '--map %s=%s, or --map another=%s', name, slip, slip, name, name)
    end
    if not self.has[name] then
      self.has[name] = true
      self.header[#self.header + 1] = name
    end
  end
end

local BASE = { "id", "type", "name", "aliases" }

local function header_of(self)
  local header = table.move(BASE, 1, #BASE, 1, {})
  for _, name in ipairs { "from", "to", "was" } do
    if self.uses[name] then header[#header + 1] = name end
  end
  return table.move(self.header, 1, #self.header, #header + 1, header)
end

-- `streamed` rows go out at once; their header has every column.
local function write_entity(self, record)
  self.counts.entities = self.counts.entities + 1
  self.counts.aliases = self.counts.aliases + #(record.aliases or {})
  local row = {}
  for key, value in pairs(record) do row[key] = value end
  row.aliases, row.was = joined(record.aliases), joined(record.was)
  self.entity_header = self.entity_header or header_of(self)
  write_row(self, "entities", self.entity_header, row)
end

--- An entity that is complete: it goes out at once, and needs an id of its own.
function Folder:stream(record)
  self.uses.from, self.uses.to = true, true
  record.type = record.type or self.options.type
  write_entity(self, record)
end

--- The entity of a key, made on first use from `make()`; more can be added
--- to it: record.aliases, and any field.
---@param key any
---@param make fun(): table
---@return table record
function Folder:entity(key, make)
  local record = self.by_key[key]
  if record then return record end
  record = make()
  record.aliases = record.aliases or {}
  record.type = record.type or self.options.type
  record.id = self:id(record.id, record)
  self.by_key[key] = record
  self.list[#self.list + 1] = record
  return record
end

--- An id that nobody has: the one wanted, or one made of type and name.
---@param wanted string?
---@param record table
---@return string
function Folder:id(wanted, record)
  local id = wanted or slug.id(record.type, record.name)
  local free, n = id, 1
  while self.ids[free] do
    n = n + 1
    free = ("%s~%d"):format(id, n)
  end
  self.ids[free] = true
  return free
end

-- Ids of the tables of aliases and roles are known only now, so rows may wait.
local function write_entities(self)
  for _, record in ipairs(self.list) do
    for _, name in ipairs { "from", "to", "was" } do
      if record[name] then self.uses[name] = true end
    end
  end
  for _, record in ipairs(self.list) do write_entity(self, record) end
end

-- ---- The end -------------------------------------------------------------------

--- Everything is read: the files get their names.
function Folder:finish()
  write_entities(self)
  if self.counts.entities + self.counts.excludes == 0 then
    exits.stop("data", "nothing in it is an entry%s",
      self.counts.left[1] and ":\n" .. self.counts.left[1] or "")
  end
  for _, name in ipairs { "entities", "aliases", "roles", "exclude" } do
    if self.open[name] then self.open[name]:commit() end
  end
  if self.log then self.log:commit() end
end

--- Something failed: no file appears.
function Folder:abort()
  for _, file in pairs(self.open) do file:abort() end
  if self.log then self.log:abort() end
end

--- A folder to write to. One that has tables already is not touched.
---@param path string
---@param options { type?: string }
---@return gloss.ImportFolder
function folder.new(path, options)
  local files = gloss.edge "files"
  path = #path > 1 and path:gsub("/+$", "") or path
  for _, name in ipairs { "entities", "aliases", "roles", "exclude" } do
    local file = path .. "/" .. FILES[name]
    if files.stat(file) then
      exits.stop("usage", "%s is there already: name another folder", file)
    end
  end
  local made, err = files.mkdir(path)
  if not made then exits.stop("usage", "%s", tostring(err)) end
  return setmetatable({ path = path, options = options, open = {}, has = {},
    header = {}, uses = {}, by_key = {}, ids = {}, list = {},
    counts = { entities = 0, aliases = 0, roles = 0, excludes = 0,
               not_imported = 0, left = {} } }, Folder)
end

return folder
