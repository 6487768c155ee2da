--- An entry of a dictionary, as scripts see it: entry.id, .type, .name,
--- .aliases, .former, .from, .to, any column, and entry:roles(date).
local dates = require "gloss.dictionary.dates"

---@class gloss.Entry
---@field id string
---@field type string
---@field name string
---@field from string? ISO, the first day on which the entry is valid
---@field to string? the last day
---@field aliases string[] sorted
---@field former string[] ids by which it went before
local Entry = { __name = "gloss.entry" }

local entry = {}

local methods, getters = {}, {}

--- The roles of the entry on a date (ISO; a year is any day in it), or all.
---@param date string?
---@return { role: string, of: string?, from: string?, to: string?, source: string? }[]
function methods:roles(date)
  local first, last = dates.of_document(date)
  local list = {}
  for _, role in ipairs(self._core:roles(self._number)) do
    local outside = first and ((role.from and role.from > last)
                               or (role.to and role.to < first))
    if not outside then
      role.from, role.to = dates.format(role.from), dates.format(role.to)
      list[#list + 1] = role
    end
  end
  return list
end

--- Was the entry valid on that date? True where one of them is open.
---@param date string?
---@return boolean
function methods:valid(date)
  local first, last = dates.of_document(date)
  if not first then return true end
  return not (self._from and self._from > last
              or self._to and self._to < first)
end

function getters.from(self) return dates.format(self._from) end
function getters.to(self) return dates.format(self._to) end

function getters.aliases(self)
  local list, seen = {}, {}
  for _, number in ipairs(self._core:aliases(self._number)) do
    local alias = self._core:alias(number)
    if alias and not alias.exclude and not seen[alias.text] then
      seen[alias.text] = true
      list[#list + 1] = alias.text
    end
  end
  table.sort(list)
  return list
end

function getters.former(self)
  return self._core:formers(self._number)
end

--- All columns of the source that have no meaning of their own.
function getters.fields(self)
  return self._core:fields(self._number)
end

-- A field nobody gave is nil: columns differ from entry to entry.
function Entry:__index(key)
  if type(key) ~= "string" or key:byte() == 95 then return nil end -- _private
  local get = getters[key]
  if get then return get(self) end
  if methods[key] then return methods[key] end
  local fields = rawget(self, "_fields")
  if not fields then
    fields = self._core:fields(self._number)
    rawset(self, "_fields", fields)
  end
  return fields[key]
end

function Entry.__newindex(_, key)
  error(('an entry does not change (field "%s")'):format(tostring(key)), 2)
end

function Entry:__tostring() return self.id end
function Entry.__eq(a, b) return a.id == b.id end

--- The entry with a number of an opened dictionary.
---@param dict userdata of gloss.core
---@param number integer
---@return gloss.Entry
function entry.new(dict, number)
  local id, kind, name, from, to = dict:entity(number)
  return setmetatable({ _core = dict, _number = number, id = id, type = kind,
                        name = name, _from = from, _to = to }, Entry)
end

return entry
