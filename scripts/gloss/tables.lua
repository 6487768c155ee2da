--- The tables of a job: what their columns are, and what fills them.
--
-- A table of columns alone keeps its rows in input order. With reducers it is
-- a group-by: the columns of the list are the key, and each reducer column
-- says how the rows of one key become one.
local json = require "gloss.json"
local pack = require "gloss.pack"
local reducers = require "gloss.reducers"
local suggest = require "gloss.suggest"

local tables = {}

---@class gloss.TableDefinition
---@field name string
---@field keys string[] the columns of the list
---@field reduced { name: string, reducer: table }[] sorted by name
---@field given string[] what a row gives: the keys, then the reduced
---@field columns string[] what is written, in order
---@field fields table<string, boolean> what a row may say

-- A string, or what is wrong with it as the name of a column.
local function bad_name(name)
  if type(name) ~= "string" then
    return "a column is a string, not a " .. type(name)
  end
  if name == "" then return "a column needs a name" end
  if not utf8.len(name) then return "a column's name must be valid UTF-8" end
end

local function add_keys(def, spec)
  for i, name in ipairs(spec) do
    local why = bad_name(name)
    if why then return ("[%d]: %s"):format(i, why) end
    if def.fields[name] then
      return (': the column "%s" stands twice'):format(name)
    end
    def.keys[i], def.given[i], def.columns[i] = name, name, name
    def.fields[name] = true
  end
  for key in pairs(spec) do
    if math.type(key) == "integer" and (key < 1 or key > #def.keys) then
      return ": the list of columns has a hole"
    end
  end
end

local function add_reduced(def, spec)
  for _, name in ipairs(suggest.keys(spec)) do
    local reducer, why = reducers.get(spec[name])
    if not reducer then return (".%s: %s"):format(name, why) end
    if def.fields[name] then
      return (': the column "%s" stands twice'):format(name)
    end
    def.fields[name] = true
    def.reduced[#def.reduced + 1] = { name = name, reducer = reducer }
    def.given[#def.given + 1] = name
    for _, part in ipairs(reducer.columns or { false }) do
      def.columns[#def.columns + 1] = part and name .. "_" .. part or name
    end
  end
end

--- What a job says of one table, checked.
---@param name string
---@param spec any
---@return gloss.TableDefinition?
---@return string? message
function tables.define(name, spec)
  if type(spec) ~= "table" then
    return nil, ("tables.%s must be a table of columns, not a %s"):format(
      name, type(spec))
  end
  local def = { name = name, keys = {}, reduced = {}, given = {}, columns = {},
                fields = {} }
  local why = add_keys(def, spec) or add_reduced(def, spec)
  if not why and #def.columns == 0 then why = " has no columns" end
  if why then return nil, "tables." .. name .. why end
  return def
end

local plain  -- below

-- Why a number or string cannot be written; nil where it can.
local function unwritable(value)
  if type(value) == "string" then
    if utf8.len(value) then return nil end
    return "holds text that is not UTF-8 (cut inside a character?)"
  end
  if value - value == 0 then return nil end
  return ("must be a finite number, not %s"):format(
    value ~= value and "NaN" or "infinite")
end

-- A list, or a table with names; what is written cannot mix the two.
local function plain_table(value, deep)
  if deep > 16 then return nil, "holds tables too deep inside each other" end
  local copy, names, items = {}, false, 0
  for key, item in pairs(value) do
    local inner, why = plain(item, deep + 1)
    if type(key) == "string" then
      names, why = true, why or unwritable(key)
    elseif math.type(key) == "integer" and key >= 1 and key <= #value then
      items = items + 1
      if inner == nil then why = why or "holds a list with a null in it" end
    else
      why = why or "holds a table with keys that are no names"
    end
    if why then return nil, why end
    copy[key] = inner
  end
  if names and items > 0 then
    return nil, "holds a list that has names, too"
  elseif items < #value then
    return nil, "holds a list with a hole in it"
  end
  return copy
end

-- What a row holds, as plain data (a span becomes its text, null nothing);
-- nil, why where it cannot.
function plain(value, deep)
  local kind = type(value)
  if kind == "nil" or value == json.null then
    return nil
  elseif kind == "boolean" then
    return value
  elseif kind == "string" then
    return value, unwritable(value)
  elseif kind == "number" then
    return math.type(value) == "float" and math.tointeger(value) or value,
           unwritable(value)
  end
  local meta = getmetatable(value)
  local name = type(meta) == "table" and meta.__name
  if name == "gloss.span" then return value.text end
  if kind ~= "table" or meta and name ~= "gloss.array" then
    return nil, ("cannot hold a %s"):format(name or kind)
  end
  return plain_table(value, deep)
end

local function strange_column(def, row)
  for key in pairs(row) do
    if not def.fields[key] then
      return ('no column "%s"%s'):format(tostring(key), type(key) == "string"
        and suggest.hint(key, suggest.keys(def.fields)) or "")
    end
  end
end

-- Why a value cannot stand in a column; nil where it can.
local function misfit(def, i, value)
  local column = def.reduced[i - #def.keys]
  if column then return value ~= nil and column.reducer.check(value) or nil end
  if #def.reduced == 0 then return nil end
  if value == nil then return "is part of the key and must not be nil" end
  if type(value) == "table" then return "is part of the key, not a list" end
end

--- The values of a row in the order keys, then reduced; nil, message where it
--- does not fit the table.
---@param def gloss.TableDefinition
---@param row table
---@return table? values with holes where a column is absent
---@return string? message
function tables.row(def, row)
  if type(row) ~= "table" or getmetatable(row) then
    return nil, ("table %s: a row is { column = value }"):format(def.name)
  end
  local why = strange_column(def, row)
  if why then return nil, ("table %s: %s"):format(def.name, why) end
  local values = {}
  for i, name in ipairs(def.given) do
    values[i], why = plain(row[name], 1)
    why = why or misfit(def, i, values[i])
    if why then
      return nil, ('table %s: the column "%s" %s'):format(def.name, name, why)
    end
  end
  return values
end

---@class gloss.Groups the groups of one table, by key
local Groups = {}
Groups.__index = Groups

--- An empty group-by.
---@param def gloss.TableDefinition
---@return gloss.Groups
function tables.groups(def)
  return setmetatable({ def = def, map = {} }, Groups)
end

-- One string for several keys: their kinds and lengths keep them apart.
local function joined(values, count)
  local parts = {}
  for i = 1, count do
    local value = values[i]
    local kind = math.type(value) or type(value)
    if kind == "string" then
      parts[i] = "s" .. #value .. ":" .. value
    elseif kind == "float" then
      parts[i] = ("f%.17g;"):format(value)
    else
      parts[i] = kind:sub(1, 1) .. tostring(value) .. ";"
    end
  end
  return table.concat(parts)
end

local function group_of(self, values)
  local count = #self.def.keys
  local id = count == 1 and values[1] or joined(values, count)
  local group = self.map[id]
  if not group then
    local keys = table.move(values, 1, count, 1, {})
    group = { keys = keys, states = {} }
    for i, column in ipairs(self.def.reduced) do
      group.states[i] = column.reducer.new()
    end
    self.map[id] = group
  end
  return group
end

--- Adds a row (of tables.row).
---@param values table
---@param doc integer number of the document: with `row`, the order of input
---@param row integer
function Groups:add(values, doc, row)
  local group, first = group_of(self, values), #self.def.keys
  for i, column in ipairs(self.def.reduced) do
    local value = values[first + i]
    if value ~= nil or column.reducer.absent then
      group.states[i] = column.reducer.add(group.states[i], value, doc, row)
    end
  end
end

--- All groups as a string, to be merged in another Lua state.
---@return string
function Groups:dump()
  local list = {}
  for _, group in pairs(self.map) do list[#list + 1] = group end
  return pack.pack(list)
end

--- Adds the groups that another state has dumped.
---@param bytes string
function Groups:merge(bytes)
  for _, other in ipairs(pack.unpack(bytes)) do
    local group = group_of(self, other.keys)
    for i, column in ipairs(self.def.reduced) do
      group.states[i] = column.reducer.merge(group.states[i], other.states[i])
    end
  end
end

local function by_keys(a, b)
  for i = 1, #a.keys do
    if a.keys[i] ~= b.keys[i] then
      return reducers.less(a.keys[i], b.keys[i])
    end
  end
  return false
end

-- What a reducer gave, if it can be written: a sum may be infinite, a function
-- may give anything.
local function written(def, name, value)
  local kept, why = plain(value, 1)
  if why then
    error(('table %s: the value of column "%s" %s'):format(def.name, name, why),
          0)
  end
  return kept
end

local function finished(self, group)
  local values = table.move(group.keys, 1, #group.keys, 1, {})
  local at = #group.keys
  for i, column in ipairs(self.def.reduced) do
    local reducer = column.reducer
    local results = table.pack(reducer.result(group.states[i]))
    for j = 1, reducer.columns and #reducer.columns or 1 do
      at = at + 1
      values[at] = written(self.def, column.name, results[j])
    end
  end
  return values
end

--- The finished rows, sorted by key: lists of values by def.columns.
---@return table[]
function Groups:rows()
  local groups, rows = {}, {}
  for _, group in pairs(self.map) do groups[#groups + 1] = group end
  table.sort(groups, by_keys)
  for i, group in ipairs(groups) do rows[i] = finished(self, group) end
  return rows
end

return tables
