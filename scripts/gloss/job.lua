--- A job: what a script returns. Everything that can be wrong with it is found
--- before the first document.
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local step = require "gloss.step"
local suggest = require "gloss.suggest"
local tables = require "gloss.tables"

local job = {}

---@class gloss.Job
---@field where string "file:line" of the call that made it
---@field params table<string, any> names and defaults
---@field tables table<string, gloss.TableDefinition>
---@field table_names string[] sorted
---@field map? fun(doc: gloss.Document, out: table, p: table)
---@field finish? fun(tables: table, out: table, p: table)
local Job = {}
Job.__index = Job
Job.__name = "gloss.job"

local FIELDS = { params = "table", steps = true, tables = "table",
                 map = "function", finish = "function" }

local PARAMETERS = { string = true, number = true, boolean = true }

local function check_params(params, level)
  for _, name in ipairs(suggest.keys(params)) do
    local kind = type(params[name])
    if not PARAMETERS[kind] then
      error(("gloss.job: params.%s must be a string, number or boolean, "
        .. "not a %s"):format(name, kind), level + 1)
    end
  end
  for key in pairs(params) do
    if type(key) ~= "string" or not key:match "^[%a_][%w_]*$" then
      error(('gloss.job: "%s" cannot be the name of a parameter'):format(
        tostring(key)), level + 1)
    end
  end
end

local function define_tables(specs, level)
  local defs = {}
  for key in pairs(specs) do
    if type(key) ~= "string" then
      error("gloss.job: tables must be named", level + 1)
    end
    if not output.is_name(key) then
      error(('gloss.job: "%s" cannot be the name of a table, which is also '
        .. "that of a file"):format(key), level + 1)
    end
  end
  for _, name in ipairs(suggest.keys(specs)) do
    local def, why = tables.define(name, specs[name])
    if not def then error("gloss.job: " .. why, level + 1) end
    defs[name] = def
  end
  return defs
end

--- Makes a job. Raises where the table is wrong.
---@param t { params?: table, steps?: table|function, tables?: table, map?: function, finish?: function }
---@return gloss.Job
local function make(t)
  if type(t) ~= "table" then
    error("gloss.job takes a table, not a " .. type(t), 3)
  end
  suggest.check_keys(t, FIELDS, "gloss.job", 3)
  for _, field in ipairs { "params", "tables", "map", "finish" } do
    if t[field] ~= nil and type(t[field]) ~= FIELDS[field] then
      error(("gloss.job: %s must be a %s, not a %s"):format(
        field, FIELDS[field], type(t[field])), 3)
    end
  end
  if t.map == nil then error("gloss.job needs map = function(doc, out)", 3) end
  check_params(t.params or {}, 3)
  local info = debug.getinfo(3, "Sl")
  local new = { map = t.map, finish = t.finish, params = t.params or {},
                tables = define_tables(t.tables or {}, 3),
                where = info and ("%s:%d"):format(info.short_src,
                                                  info.currentline) or "?" }
  new.table_names = suggest.keys(new.tables)
  new.steps = t.steps or {}
  return setmetatable(new, Job)
end

job.new = require "gloss.core".framed(make)

---@return boolean
function job.is(value) return getmetatable(value) == Job end

---- Parameters -----------------------------------------------------------------

local TRUE = { ["true"] = true, yes = true, ["1"] = true }
local FALSE = { ["false"] = true, no = true, ["0"] = true }

-- The text of --set as a value of the default's type; nil where it is none.
local function convert(text, default)
  if type(default) == "number" then
    return math.tointeger(tonumber(text)) or tonumber(text)
  elseif type(default) == "boolean" then
    if TRUE[text] then return true end
    if FALSE[text] then return false end
    return nil
  end
  return text
end

local function assign(self, values, set)
  local default = self.params[set.name]
  if default == nil then
    exits.stop("usage", 'the script has no parameter "%s"%s', set.name,
               suggest.hint(set.name, suggest.keys(self.params)))
  end
  local value = convert(set.value, default)
  if value == nil then
    exits.stop("usage", '--set %s must be a %s, not "%s"', set.name,
               type(default), set.value)
  end
  values[set.name] = value
end

local function set_dict(self, values, dicts, folder)
  if #dicts > 0 then
    if self.params.dict == nil then
      exits.stop("usage", "-d: the script has no parameter dict")
    end
    values.dict = #dicts == 1 and dicts[1] or dicts
  elseif type(values.dict) == "string" and values.dict ~= ""
         and values.dict == self.params.dict
         and not values.dict:find "^/" and not values.dict:find "^builtin:" then
    values.dict = folder .. values.dict
  end
end

--- The parameters of a run. A dictionary that the script names is looked for
--- beside the script, one of the command line where the command stands.
---@param values { set?: table[], dict?: string[] } of the command line
---@param folder string of the script, with "/" at its end
---@return table p read-only; an unknown name raises
function Job:parameters(values, folder)
  local own = {}
  for name, default in pairs(self.params) do own[name] = default end
  for _, set in ipairs(values.set or {}) do assign(self, own, set) end
  set_dict(self, own, values.dict or {}, folder)
  return setmetatable({}, {
    __index = function(_, name)
      local value = own[name]
      if value == nil then
        error(('no parameter "%s"%s'):format(tostring(name),
          suggest.hint(tostring(name), suggest.keys(own))), 2)
      end
      return value
    end,
    __newindex = function() error("parameters cannot be changed", 2) end,
    __pairs = function() return pairs(own) end,
  })
end

---- Steps, rows ---------------------------------------------------------------

--- The checked steps for a run; raises a fault where their order is wrong.
---@param p table of Job:parameters
---@return gloss.Step[]
function Job:checked_steps(p)
  local steps = self.steps
  if type(steps) == "function" then steps = steps(p) end
  local checked, why = step.check(steps)
  if not checked then exits.stop("script", "%s: %s", self.where, why) end
  return checked
end

--- What `map` gets as `out`: a function for each table.
---@param take fun(def: gloss.TableDefinition, values: table)
---@return table
function Job:outputs(take)
  local fill = {}
  for name, def in pairs(self.tables) do
    fill[name] = function(row)
      local values, why = tables.row(def, row)
      if not values then error(why, 2) end
      take(def, values)
    end
  end
  return setmetatable({}, {
    __index = function(_, name)
      if fill[name] then return fill[name] end
      error(('the job has no table "%s"%s'):format(tostring(name),
        suggest.hint(tostring(name), self.table_names)), 2)
    end,
    __newindex = function() error("out cannot be changed", 2) end,
  })
end

return job
