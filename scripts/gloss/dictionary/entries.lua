--- Entities with all that is known of them, from sources or from a compiled
--- dictionary, in one form.
local columns = require "gloss.dictionary.columns"
local records = require "gloss.dictionary.records"
local suggest = require "gloss.suggest"

local entries = {}

---@class gloss.KnownEntry
---@field id string
---@field type string?
---@field name string?
---@field from string? as the source has it
---@field to string?
---@field was string[]
---@field aliases table[] { alias, place, case, accents, ... }, the name left out
---@field roles table[] { role, of, from, to, source, place }
---@field excludes table[] { exclude, place }
---@field fields table<string, string> other columns
---@field place string? "file:line"

local OWN = columns.known "entities"

-- ---- From sources ------------------------------------------------------------

-- What a row says, without its place.
local function copy(row)
  local made = { place = records.place(row) }
  for key, value in pairs(row) do
    if type(key) == "string" and key ~= "id" and key ~= "note" then
      made[key] = value
    end
  end
  return made
end

local function add_entity(by_id, row)
  local entry = by_id[row.id]
  if not entry then
    entry = { id = row.id, was = {}, aliases = {}, roles = {}, excludes = {},
              fields = {} }
    by_id[row.id] = entry
  end
  entry.place = records.place(row)
  for _, key in ipairs { "type", "name", "from", "to" } do
    entry[key] = row[key] or entry[key]
  end
  for _, former in ipairs(row.was or {}) do
    entry.was[#entry.was + 1] = former
  end
  for key, value in pairs(row) do
    if type(key) == "string" and not OWN[key] then
      entry.fields[key] = type(value) == "table"
        and table.concat(value, " | ") or tostring(value)
    end
  end
end

-- Options of an alias that say no more than their absence are left out.
local DEFAULTS = { case = { smart = true }, fuzzy = { ["0"] = true },
                   accents = { no = true, ["false"] = true, ["0"] = true,
                               fold = true },
                   inside = { no = true, ["false"] = true, ["0"] = true } }

local function plain_alias(row)
  local alias = copy(row)
  alias.ok = nil
  for key, values in pairs(DEFAULTS) do
    if alias[key] and values[alias[key]] then alias[key] = nil end
  end
  if alias.accents then alias.accents = "yes" end
  if alias.inside then alias.inside = "yes" end
  return alias
end

--- Does an alias say more than its text?
---@param alias table
---@return boolean
function entries.has_options(alias)
  for key in pairs(alias) do
    if key ~= "alias" and key ~= "place" then return true end
  end
  return false
end

local function sorted(by_id)
  local list = {}
  for _, id in ipairs(suggest.keys(by_id)) do list[#list + 1] = by_id[id] end
  return list
end

-- An alias with options stands for the plain one that its entity lists too.
local function add_aliases(by_id, rows)
  local explicit = {}
  for _, row in ipairs(rows) do
    local entry = by_id[row.id]
    if entry and row.alias then
      local alias = plain_alias(row)
      local key = row.id .. "\0" .. row.alias
      local before = explicit[key]
      if not before then
        explicit[key] = #entry.aliases + 1
        entry.aliases[#entry.aliases + 1] = alias
      elseif not entries.has_options(entry.aliases[before]) then
        entry.aliases[before] = alias
      elseif entries.has_options(alias) then
        entry.aliases[#entry.aliases + 1] = alias
      end
    end
  end
end

-- The name is an alias as it stands: listed again only where it has options.
local function drop_names(list)
  for _, entry in ipairs(list) do
    for i = #entry.aliases, 1, -1 do
      local alias = entry.aliases[i]
      if alias.alias == entry.name and not entries.has_options(alias) then
        table.remove(entry.aliases, i)
      end
    end
  end
end

--- The entities of sources, sorted by id.
---@param set gloss.Records
---@return gloss.KnownEntry[]
function entries.of_records(set)
  local by_id = {}
  for _, row in ipairs(set.entities) do
    if row.id then add_entity(by_id, row) end
  end
  add_aliases(by_id, set.aliases)
  for _, row in ipairs(set.roles) do
    local entry = by_id[row.id]
    if entry then entry.roles[#entry.roles + 1] = copy(row) end
  end
  for _, row in ipairs(set.excludes) do
    local entry = row.id and by_id[row.id]
    if entry then entry.excludes[#entry.excludes + 1] = copy(row) end
  end
  local list = sorted(by_id)
  drop_names(list)
  return list
end

-- ---- From a compiled dictionary ----------------------------------------------

local function known_alias(alias)
  local dates = require "gloss.dictionary.dates"
  return { alias = alias.text, require = alias.require, avoid = alias.avoid,
           case = alias.case ~= "smart" and alias.case or nil,
           fuzzy = alias.fuzzy ~= 0 and tostring(alias.fuzzy) or nil,
           accents = alias.accents and "yes" or nil,
           inside = alias.inside and "yes" or nil,
           from = dates.format(alias.from), to = dates.format(alias.to) }
end

local function known_entry(dict, entry, number)
  local known = { id = entry.id, name = entry.name, from = entry.from,
                  to = entry.to, was = entry.former, aliases = {},
                  type = entry.type ~= "" and entry.type or nil,
                  roles = entry:roles(), excludes = {},
                  fields = entry.fields }
  for _, n in ipairs(dict.core:aliases(number)) do
    local alias = dict.core:alias(n)
    if alias.exclude then
      known.excludes[#known.excludes + 1] = { exclude = alias.text }
    elseif not alias.generated then
      known.aliases[#known.aliases + 1] = known_alias(alias)
    end
  end
  return known
end

--- The entities of a dictionary, or some of them, sorted by id.
---@param dict gloss.Dictionary
---@param numbers integer[]? of those that are wanted
---@return gloss.KnownEntry[]
function entries.of_dictionary(dict, numbers)
  local list = {}
  for i = 1, numbers and #numbers or #dict do
    local number = numbers and numbers[i] or i
    list[i] = known_entry(dict, dict:entry(number), number)
  end
  drop_names(list)
  table.sort(list, function(a, b) return a.id < b.id end)
  return list
end

return entries
