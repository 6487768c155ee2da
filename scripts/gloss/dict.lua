--- Dictionaries: entities by the names under which texts speak of them.
---
---     local d = gloss.dict.open "actors.gdict"
---     for _, hit in ipairs(d:find(doc)) do print(hit.span, hit.entries[1].id) end
local gloss = require "gloss"
local core = require "gloss.core"
local build = require "gloss.dictionary.build"
local compiler = require "gloss.dictionary.compiler"
local entry = require "gloss.dictionary.entry"
local source = require "gloss.dictionary.source"
local suggest = require "gloss.suggest"

local dict = {}

---@class gloss.Dictionary
---@field core userdata the dictionary of gloss.core
---@field path string what it was opened from
local Dictionary = { __name = "gloss.dictionary" }
local methods = {}

function Dictionary:__index(key)
  local method = methods[key]
  if method then return method end
  if type(key) ~= "string" then return nil end
  local number = rawget(self, "core"):number(key)
  return number and self:entry(number)
end

function Dictionary:__len() return (self.core:counts()) end
function Dictionary:__tostring() return "dictionary " .. self.path end

local function wrap(opened, path)
  return setmetatable({ core = opened, path = path,
                        entries = setmetatable({}, { __mode = "v" }),
                        aliases = setmetatable({}, { __mode = "v" }) },
                      Dictionary)
end

--- The entry of a number, the same value each time.
---@param number integer
---@return gloss.Entry
function methods:entry(number)
  local found = self.entries[number]
  if not found then
    found = entry.new(self.core, number)
    self.entries[number] = found
  end
  return found
end

--- What is known of an alias: text, entity (its number), case, require, avoid,
--- generated, from and to in days, ...
---@param number integer
---@return table
function methods:alias(number)
  local found = self.aliases[number]
  if not found then
    found = self.core:alias(number)
    self.aliases[number] = found
  end
  return found
end

--- Every entry, sorted by id: for e in d:all() do
---@return fun(): gloss.Entry?
function methods:all()
  local n, count = 0, #self
  return function()
    n = n + 1
    if n <= count then return self:entry(n) end
  end
end

local POLICIES = { longest = false, all = true }

--- Where names of the dictionary stand in a document, by the names alone:
--- what they mean in it is decided by the step `link`. `edits` is how many a
--- name with `fuzzy` needed, nil for the name itself.
---@param doc gloss.Document
---@param policy? "longest"|"all" longest: leftmost-longest; all: overlapping ones
---@return { span: gloss.Span, entries: gloss.Entry[], aliases: integer[],
---          edits: integer? }[]
function methods:find(doc, policy)
  local all = POLICIES[policy or "longest"]
  if all == nil then
    error(('no policy "%s"%s'):format(tostring(policy),
      suggest.hint(tostring(policy), suggest.keys(POLICIES))), 2)
  end
  local flat, list, at = self.core:hits(doc, all), {}, 1
  while flat[at] do
    local hit = { span = doc:span(flat[at], flat[at + 1]), entries = {},
                  aliases = {}, edits = flat[at + 2] > 0 and flat[at + 2] or nil }
    local seen = {}
    for k = at + 4, at + 3 + flat[at + 3] do
      local number = self.core:entity_of(flat[k])
      hit.aliases[#hit.aliases + 1] = flat[k]
      if number and not seen[number] then
        seen[number] = true
        hit.entries[#hit.entries + 1] = self:entry(number)
      end
    end
    list[#list + 1] = hit
    at = at + 4 + flat[at + 3]
  end
  return list
end

--- Lets go of it now; it is closed when nothing refers to it, too.
function methods:close() self.core:close() end
Dictionary.__close = methods.close

-- ---- Opening -----------------------------------------------------------------

local OPTIONS = { overlay = true, verify = true }

local function is_compiled(path)
  local file = io.open(path, "rb")
  local head = file and file:read(8)
  if file then file:close() end
  return head == "gloss\ndc"
end

-- Longer than this (in seconds) a user should know what would be quicker.
local SLOW = 1

local function open_sources(paths, options)
  local key, err = build.key(paths, options.overlay)
  if not key then return nil, err end
  local start = core.clock()
  local opened, _ <close> = core.dict_claim(key)
  if opened then return opened end
  local sink
  sink, err = build.compile(paths, options)
  if not sink then return nil, err end
  opened, err = sink.builder:dict(key)
  if core.clock() - start > SLOW then
    io.stderr:write(("gloss: compiling %s took %.1f s; 'gloss dict build' makes "
      .. "a file that opens at once\n"):format(paths[1], core.clock() - start))
  end
  return opened, err
end

--- Opens a dictionary: a compiled file, which is mapped, or sources, which are
--- compiled in memory. States of one process share it.
---@param path string|string[] files, folders, "builtin:NAME"; a compiled one alone
---@param options? { overlay?: boolean, verify?: boolean }
---@return gloss.Dictionary?
---@return gloss.Error? err bad_dict, bad_source, not_found, io
function dict.open(path, options)
  options = options or {}
  local paths = type(path) == "table" and path or { path }
  suggest.check_keys(options, OPTIONS, "gloss.dict.open", 2)
  for _, one in ipairs(paths) do
    if type(one) ~= "string" then
      error("gloss.dict.open takes a path, not a " .. type(one), 2)
    end
  end
  local opened, err
  if #paths == 1 and is_compiled(paths[1]) then
    opened, err = core.dict_open(paths[1], options.verify)
  else
    for _, one in ipairs(paths) do
      if is_compiled(one) then
        return nil, core.error("bad_dict", one .. ": a compiled dictionary "
          .. "cannot be joined with others; give its source")
      end
    end
    opened, err = open_sources(paths, options)
  end
  if not opened then return nil, err end
  return wrap(opened, table.concat(paths, ", "))
end

--- A dictionary that comes with gloss.
---@param name string "countries"
---@return gloss.Dictionary?
---@return gloss.Error? err
function dict.builtin(name)
  if type(name) ~= "string" then
    error("gloss.dict.builtin takes a name, not a " .. type(name), 2)
  end
  return dict.open("builtin:" .. name)
end

--- Is it a dictionary?
---@return boolean
function dict.is(value) return getmetatable(value) == Dictionary end

-- ---- New ones ----------------------------------------------------------------

---@class gloss.NewDictionary a dictionary that a script fills
local New = { __name = "gloss.new_dictionary" }
New.__index = New

-- What is wrong with an entity as such; tables may leave out a column, a script
-- that leaves out a field has made a mistake.
local function missing(record)
  for _, field in ipairs { "id", "type", "name" } do
    if type(record[field]) ~= "string" or record[field] == "" then
      return ('an entity needs the field "%s"'):format(field)
    end
  end
end

-- Gives a record to the compiler; what is wrong with it, or nil.
local function take(self, record, kind)
  if type(record) ~= "table" then
    return "a table expected, got " .. type(record)
  end
  local sink = self.sink
  local before = sink.fault_count
  source.give(sink, record, "entry", kind)
  if sink.fault_count > before then
    return (sink.faults[#sink.faults]:gsub("^entry: ", ""))
  end
  local why = kind == "entities" and missing(record)
  if why then return why end
  self.records[#self.records + 1] = { kind = kind, record = record }
end

-- A mistake of the script is told at its own line; callers are tail calls.
local function give(self, record, kind)
  local why = take(self, record, kind)
  if why then error(why, 2) end
  return self
end

--- Adds an entity: { id, type, name, aliases, roles, from, to, was, ... }.
---@return gloss.NewDictionary self
function New:add(record) return give(self, record, "entities") end

--- Adds text that is consumed and yields nothing: { exclude, id }.
function New:exclude(record)
  if type(record) == "string" then record = { exclude = record } end
  return give(self, record, "exclude")
end

--- Adds an example: { test, expect, forbid, only, roles, date }.
function New:test(record) return give(self, record, "tests") end

--- Compiles it. The new dictionary cannot be added to after that.
---@return gloss.Dictionary?
---@return gloss.Error? err
function New:open()
  local builder, err = self.sink:finish()
  if not builder then return nil, err end
  dict.made = (dict.made or 0) + 1
  local opened
  opened, err = builder:dict(("made %p %d"):format(self, dict.made))
  if not opened then return nil, err end
  return wrap(opened, "made by a script")
end

--- Writes it: as JSONL, or compiled where the path ends in .gdict.
---@param path string
---@return true?
---@return gloss.Error? err
function New:save(path)
  require "gloss.sandbox".check_write(path, 2)
  local bytes, err
  if path:find "%.gdict$" then
    local builder
    builder, err = self.sink:finish()
    if builder then bytes, err = builder:bytes() end
    if not bytes then return nil, err end
  else
    local lines = {}
    for i, item in ipairs(self.records) do
      lines[i] = gloss.json.encode(item.record) .. "\n"
    end
    bytes = table.concat(lines)
  end
  return gloss.edge "files".replace(path, bytes)
end

local function new(records)
  local self = setmetatable({ sink = compiler.new(), records = {} }, New)
  if records ~= nil and type(records) ~= "table" then
    error("gloss.dict.new takes a list of entities, not a "
          .. type(records), 3)
  end
  for i, record in ipairs(records or {}) do
    local why = take(self, record, "entities")
    if why then error(("[%d]: %s"):format(i, why), 3) end
  end
  return self
end

--- A dictionary that a script fills: gloss.dict.new { {id=...}, {id=...} }.
---@type fun(records?: table[]): gloss.NewDictionary entities to begin with
dict.new = core.framed(new)

return dict
