--- The sink that compiles: what the sources say becomes a dictionary.
local core = require "gloss.core"
local columns = require "gloss.dictionary.columns"
local dates = require "gloss.dictionary.dates"
local suggest = require "gloss.suggest"
local tables = require "gloss.dictionary.tables"
local transliteration = require "gloss.dictionary.transliteration"
local variants = require "gloss.dictionary.variants"

local Compiler = {}
Compiler.__index = Compiler

local compiler = {}

--- How many faults a message lists.
local SHOWN = 20

-- Of how many entities it is known where they stand.
local PLACES = 100000

--- A new compiler. With `overlay` a later entity of the same id adds to the
--- first instead of being a fault. With `variants` names are spelt in all ways
--- that their letters and words tell.
---@param options? { overlay?: boolean, variants?: boolean }
function compiler.new(options)
  return setmetatable({
    builder = core.dict_builder(), overlay = options and options.overlay,
    spelt = options and options.variants,
    faults = {}, fault_count = 0, waiting = {}, explicit = {}, places = {},
    tests = {}, entities = 0,
  }, Compiler)
end

--- Notes what is wrong at a place.
---@param where string "file:line"
---@param message string
function Compiler:fault(where, message)
  self.fault_count = self.fault_count + 1
  if #self.faults < SHOWN then
    self.faults[#self.faults + 1] = where .. ": " .. tostring(message)
  end
end

-- Notes the error that a call of the builder returned; true where it did none.
local function check(self, where, ok, err)
  if ok then return true end
  self:fault(where, err.message)
  return false
end

local function period(self, record, where)
  local from, to, message = nil, nil, nil
  if record.from or record.to then
    from, to, message = dates.period(record.from, record.to)
    if message then self:fault(where, message) end
  end
  return from, to, message
end

-- ---- Aliases -----------------------------------------------------------------

local YES = { yes = true, ["true"] = true, ["1"] = true, x = true,
              exact = true, [true] = true }
local NO = { no = true, ["false"] = true, ["0"] = true, fold = true,
             [false] = true }

local function flag(self, record, name, where)
  local value = record[name]
  if value == nil or NO[value] then return false end
  if not YES[value] then
    self:fault(where, ('%s is yes or no, not "%s"'):format(name, value))
  end
  return true
end

local CASES = { exact = true, smart = true, fold = true }

-- A list of context words as the cell of a table.
local function terms(value)
  return type(value) == "table" and table.concat(value, " | ") or value
end

-- The options of an alias as the core takes them.
local function alias_options(self, record, where)
  local case = record.case or "smart"
  if not CASES[case] then
    self:fault(where, ('case is exact, smart or fold, not "%s"'):format(case))
    case = "smart"
  end
  local fuzzy = tonumber(record.fuzzy or 0)
  if fuzzy ~= 0 and fuzzy ~= 1 and fuzzy ~= 2 then
    self:fault(where, ('fuzzy is 0, 1 or 2, not "%s"'):format(record.fuzzy))
    fuzzy = 0
  end
  local from, to = period(self, record, where)
  return { case = case, fuzzy = fuzzy // 1, from = from, to = to,
           accents = flag(self, record, "accents", where),
           inside = flag(self, record, "inside", where),
           generated = flag(self, record, "generated", where),
           require = terms(record.require), avoid = terms(record.avoid) }
end

local function add_alias(self, number, record, where)
  local options = alias_options(self, record, where)
  check(self, where, self.builder:alias(number, record.alias, options))
end

local function explicit_key(id, alias) return id .. "\0" .. alias end

-- Does the record say more than the alias itself?
local function has_options(record)
  for key in pairs(record) do
    if key ~= "id" and key ~= "alias" and key ~= "ok" and key ~= "note" then
      return true
    end
  end
  return false
end

--- A row of a table of aliases.
function Compiler:alias(record, where)
  if not record.id or not record.alias then
    return self:fault(where, "an alias needs the columns id and alias")
  end
  if has_options(record) then
    self.explicit[explicit_key(record.id, record.alias)] = true
  end
  self:later(record.id, where, function(number)
    add_alias(self, number, record, where)
  end)
end

-- ---- Entities ----------------------------------------------------------------

local known = columns.known "entities"
local WORDS = { roles = true, tests = true }

local function add_roles(self, number, record, where)
  for _, role in ipairs(record.roles) do
    if type(role) == "string" then role = { role = role } end
    local why = columns.misfit("roles", role)
    if why then self:fault(where, why) end
    role.id = record.id
    self:add_role(number, role, where)
  end
end

local GENERATED = { smart = { case = "smart", generated = true },
                    exact = { case = "exact", generated = true } }

local function is_language(name)
  for _, language in ipairs(transliteration.languages) do
    if language == name then return true end
  end
  return false
end

-- The languages that a record's column variants asks for: nil for those that
-- the name tells of, and false for none.
local function languages(self, record, where)
  local value = record.variants
  if value == nil and not self.spelt or NO[value] then return false end
  if value == nil or YES[value] then return nil end
  local list = {}
  for name in tostring(terms(value)):gmatch "[^|%s]+" do
    list[#list + 1] = name
    if not is_language(name) then
      self:fault(where, ('variants are yes, no or languages, not "%s"%s')
        :format(name, suggest.hint(name, transliteration.languages)))
      return false
    end
  end
  return list
end

-- The other ways to write a name, but those that the record lists.
local function add_variants(self, number, record, name, where)
  local function add(alias, case)
    if alias == name or alias == record.name then return end
    for _, listed in ipairs(record.aliases or {}) do
      if listed == alias then return end
    end
    check(self, where, self.builder:alias(number, alias,
                                          GENERATED[case or "smart"]))
  end
  variants.each(name, record.type or "", add)
  local spelt = languages(self, record, where)
  if spelt ~= false then transliteration.each(name, spelt, add) end
end

-- The aliases that the entity's own record gives: its name, then the list.
local function add_own_aliases(self, number, record, where)
  local builder, explicit, id = self.builder, self.explicit, record.id
  local any = next(explicit) ~= nil
  local seen = {}
  for _, alias in ipairs(record.aliases or {}) do
    if type(alias) == "table" then
      local why = columns.misfit("aliases", alias)
      if why then self:fault(where, why) end
      if type(alias.alias) ~= "string" then
        self:fault(where, 'an alias needs the field "alias"')
      else
        if has_options(alias) then seen[alias.alias] = true end
        add_alias(self, number, alias, where)
      end
    elseif not (any and explicit[explicit_key(id, alias)]) then
      check(self, where, builder:alias(number, alias))
      add_variants(self, number, record, alias, where)
    end
  end
  local name = record.name
  if name and not seen[name]
     and not (any and explicit[explicit_key(id, name)]) then
    check(self, where, builder:alias(number, name))
    add_variants(self, number, record, name, where)
  end
end

-- The entity's number, new or (overlay) known; nil: a fault.
local function open_entity(self, record, where)
  local from, to, wrong = period(self, record, where)
  if wrong then return nil end
  local name = record.name or record.id
  local number, err =
    self.builder:entity(record.id, record.type or "", name, from, to)
  if number then return number end
  local old = self.builder:find(record.id)
  if old and self.overlay then return old end
  local place = self.places[record.id]
  self:fault(where, err.message .. (place and " by " .. place or ""))
end

--- A row of a table of entities, or a record of JSON or Lua.
function Compiler:entity(record, where)
  local id = record.id
  if not id then return self:fault(where, "an entity needs an id") end
  local number = open_entity(self, record, where)
  if not number then return end
  self.entities = self.entities + 1
  if self.entities <= PLACES then self.places[id] = where end
  add_own_aliases(self, number, record, where)
  if record.roles then add_roles(self, number, record, where) end
  for _, former in ipairs(record.was or {}) do
    check(self, where, self.builder:former(number, former))
  end
  for key, value in pairs(record) do
    if not known[key] and not WORDS[key] then
      check(self, where, self.builder:field(number, key, value))
    end
  end
end

-- Notes where the entities of a table stand, which nobody did while its plain
-- rows were taken. For messages alone.
local function find_places(self, name, text, header, separator)
  local column = 1
  for i, title in ipairs(header) do if title == "id" then column = i end end
  local count = 0
  for cells, line in tables.rows(text, separator) do
    local id = cells[column]
    count = count + 1
    if count > PLACES then return end
    if id and not self.places[id] then
      self.places[id] = ("%s:%d"):format(name, line)
    end
  end
end

--- What takes the plain rows of a table of entities at once (dict_table.c);
--- nil where each row must be looked at.
---@return (fun(at: integer, line: integer): integer, integer)?
function Compiler:plain_rows(name, text, header, separator)
  if self.overlay or self.spelt or next(self.explicit) then return nil end
  for _, column in ipairs(header) do
    if column == "variants" then return nil end
  end
  local placed = false -- is it known where its entities stand?
  return function(at, line)
    local next_at, count, fault =
      self.builder:table(text, at, header, separator, variants.rules)
    self.entities = self.entities + count
    if fault then
      if not placed then find_places(self, name, text, header, separator) end
      placed = true
      local where = ("%s:%d"):format(name, line + count)
      local place = self.places[fault:match '^the id "(.*)" is taken$' or ""]
      if place and place ~= where then fault = fault .. " by " .. place end
      self:fault(where, fault)
    end
    return next_at, count
  end
end

-- ---- Roles, excludes, tests --------------------------------------------------

function Compiler:add_role(number, record, where)
  local from, to, wrong = period(self, record, where)
  if wrong then return end
  if not record.role then return self:fault(where, "a role is missing") end
  check(self, where, self.builder:role(number, record.role, record.of, from,
                                       to, record.source))
end

--- A row of a table of roles.
function Compiler:role(record, where)
  if not record.id or not record.role then
    return self:fault(where, "a role needs the columns id and role")
  end
  self:later(record.id, where, function(number)
    self:add_role(number, record, where)
  end)
end

--- A row of a table of excludes.
function Compiler:exclude(record, where)
  if not record.exclude then
    return self:fault(where, "an exclude needs its text")
  end
  if not record.id then
    check(self, where, self.builder:exclude(record.exclude))
    return
  end
  self:later(record.id, where, function(number)
    check(self, where, self.builder:exclude(record.exclude, number))
  end)
end

--- An example; kept for `dict test`.
function Compiler:test(record, where)
  record.where = where
  self.tests[#self.tests + 1] = record
end

-- ---- The end -----------------------------------------------------------------

--- Does something with the number of an entity, which may not be known yet.
function Compiler:later(id, where, act)
  self.waiting[#self.waiting + 1] = { id = id, where = where, act = act }
end

local function settle(self)
  for _, item in ipairs(self.waiting) do
    local number = self.builder:find(item.id)
    if number then item.act(number)
    else
      self:fault(item.where, ('no entity has the id "%s"%s'):format(item.id,
        suggest.hint(item.id, suggest.keys(self.places))))
    end
  end
  self.waiting = {}
end

--- The builder, filled; nil and an error (bad_source) that lists the faults.
---@return userdata? builder
---@return gloss.Error? err
function Compiler:finish()
  settle(self)
  if self.fault_count == 0 then return self.builder end
  local lines = table.concat(self.faults, "\n")
  if self.fault_count > #self.faults then
    lines = ("%s\n... and %d more"):format(lines,
                                           self.fault_count - #self.faults)
  end
  return nil, core.error("bad_source", lines)
end

return compiler
