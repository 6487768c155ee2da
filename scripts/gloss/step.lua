--- A step: what adds layers to one document, and how steps may be ordered.
local profile = require "gloss.profile"
local suggest = require "gloss.suggest"

local step = {}

---@class gloss.Step
---@field name string
---@field needs string[] layers that an earlier step must give
---@field uses string[] layers that it reads where an earlier step gives them
---@field gives string[] layers that it adds
---@field options table<string, any> the options given, over their defaults
---@field run fun(doc: gloss.Document, options: table, prepared: any)
---@field prepare? fun(options: table): any once, before the first document
local Step = {}
Step.__index = Step
Step.__name = "gloss.step"

local FIELDS = { name = "string", run = "function", needs = "table",
                 uses = "table", gives = "table", options = "table",
                 prepare = "function" }

-- What every document has without a step.
local ALWAYS = { tokens = true, sentences = true, paragraphs = true,
                 lines = true }

local function check_list(list, what, level)
  for i, name in ipairs(list) do
    if type(name) ~= "string" then
      error(("%s[%d] must be the name of a layer, not a %s"):format(
        what, i, type(name)), level + 1)
    end
  end
  for key in pairs(list) do
    if math.type(key) ~= "integer" or key < 1 or key > #list then
      error(what .. " must be a list of names", level + 1)
    end
  end
end

-- The value an option has when it is not given: a list stands for its
-- choices, of which the first is the default; `false` for "nothing".
local function default_of(declared)
  if type(declared) == "table" then return declared[1] end
  return declared
end

-- Why `value` does not fit what the step declares; nil where it does.
local function misfit(declared, value)
  if declared == false then return nil end
  if type(declared) == "table" then
    for _, choice in ipairs(declared) do
      if value == choice then return nil end
    end
    local choices = {}
    for i, choice in ipairs(declared) do choices[i] = tostring(choice) end
    return "must be one of " .. table.concat(choices, ", ")
      .. (type(value) == "string" and suggest.hint(value, choices) or "")
  end
  if type(value) == type(declared) then return nil end
  return ("must be a %s, not a %s"):format(type(declared), type(value))
end

local function fill_options(declared, given, what, level)
  local options = {}
  for name, value in pairs(declared) do options[name] = default_of(value) end
  suggest.check_keys(given, declared, what, level + 1)
  for _, name in ipairs(suggest.keys(given)) do
    local why = misfit(declared[name], given[name])
    if why then
      error(("option %s of %s %s"):format(name, what, why), level + 1)
    end
    options[name] = given[name]
  end
  return options
end

--- Calling a step configures it: `gloss.times { month = "nearest" }`.
function Step:__call(given)
  if given == nil then return self end
  if type(given) ~= "table" then
    error(("options of gloss.%s must be a table, not a %s"):format(
      self.name, type(given)), 2)
  end
  local own = {}
  for key, value in pairs(self) do own[key] = value end
  own.options = fill_options(self.declared, given, "gloss." .. self.name, 2)
  return setmetatable(own, Step)
end

function Step:__tostring() return "step " .. self.name end

--- Makes a step. Raises where the table is wrong.
---@param t table name, run; needs, uses, gives, options, prepare
---@return gloss.Step
local function make(t)
  if type(t) ~= "table" then
    error("gloss.step takes a table, not a " .. type(t), 3)
  end
  suggest.check_keys(t, FIELDS, "gloss.step", 3)
  for _, field in ipairs(suggest.keys(FIELDS)) do
    local value, wanted = t[field], FIELDS[field]
    local optional = field ~= "name" and field ~= "run"
    if type(value) ~= wanted and not (optional and value == nil) then
      error(("gloss.step: %s must be a %s, not a %s"):format(
        field, wanted, type(value)), 3)
    end
  end
  for _, field in ipairs { "needs", "uses", "gives" } do
    check_list(t[field] or {}, "gloss.step: " .. field, 3)
  end
  local new = { name = t.name, run = t.run, prepare = t.prepare,
                needs = t.needs or {}, uses = t.uses or {},
                gives = t.gives or {}, declared = t.options or {} }
  new.options = fill_options(new.declared, {}, t.name, 3)
  return setmetatable(new, Step)
end

step.new = require "gloss.core".framed(make)

--- Is it a step?
---@return boolean
function step.is(value)
  return getmetatable(value) == Step
end

-- Layer -> number of the step that gives it; nil, message where two do.
local function givers_of(steps)
  local givers = {}
  for i, s in ipairs(steps) do
    for _, layer in ipairs(s.gives) do
      if givers[layer] or ALWAYS[layer] then
        return nil, ("step %s gives the layer \"%s\", which %s"):format(
          s.name, layer, givers[layer]
          and "step " .. steps[givers[layer]].name .. " gives already"
          or "every document has")
      end
      givers[layer] = i
    end
  end
  return givers
end

local function order_fault(steps, givers, i)
  local s = steps[i]
  for _, layer in ipairs(s.needs) do
    if not ALWAYS[layer] and not givers[layer] then
      return ("step %s needs the layer \"%s\", which no step gives%s"):format(
        s.name, layer, suggest.hint(layer, suggest.keys(givers)))
    end
  end
  for _, field in ipairs { "needs", "uses" } do
    for _, layer in ipairs(s[field]) do
      local giver = givers[layer]
      if giver and giver > i then
        return ("step %s %s the layer \"%s\": put step %s before it"):format(
          s.name, field, layer, steps[giver].name)
      end
    end
  end
  if givers.noise and givers.noise > i then
    return ("step %s masks text: put it before step %s"):format(
      steps[givers.noise].name, s.name)
  end
end

--- Checks a list of steps before the first document.
---@param steps any
---@return gloss.Step[]? steps the same list
---@return string? message
function step.check(steps)
  if step.is(steps) then steps = { steps } end
  if type(steps) ~= "table" then
    return nil, "steps must be a list of steps, not a " .. type(steps)
  end
  for key, value in pairs(steps) do
    if math.type(key) ~= "integer" or not step.is(value) then
      return nil, ("steps[%s] is no step but a %s"):format(
        tostring(key), type(value))
    end
  end
  local givers, message = givers_of(steps)
  if not givers then return nil, message end
  for i in ipairs(steps) do
    message = order_fault(steps, givers, i)
    if message then return nil, message end
  end
  return steps
end

--- Puts steps in an order that their needs and uses allow; among steps that
--- may stand anywhere the order given is kept.
---@param steps gloss.Step[]
---@return gloss.Step[]
function step.sort(steps)
  local givers = assert(givers_of(steps))
  local sorted, state = {}, {}
  local function visit(i)
    if state[i] == "done" then return end
    assert(state[i] ~= "open", "steps need each other: " .. steps[i].name)
    state[i] = "open"
    local s = steps[i]
    local before = table.move(s.uses, 1, #s.uses, #s.needs + 1,
                              table.move(s.needs, 1, #s.needs, 1, {}))
    for _, layer in ipairs(before) do
      if givers[layer] and givers[layer] ~= i then visit(givers[layer]) end
    end
    state[i] = "done"
    sorted[#sorted + 1] = s
  end
  if givers.noise then visit(givers.noise) end
  for i in ipairs(steps) do visit(i) end
  return sorted
end

-- Words and sentences are made on first use: where time is measured they get a
-- part of their own, as soon as nothing can be masked any more.
local function run_measured(doc, steps, prepared)
  local sentences = false
  for i, s in ipairs(steps) do
    if not sentences and s.name ~= "clean" then
      profile.time("sentences", function() return #doc.sentences end)
      sentences = true
    end
    profile.time(s.name, s.run, doc, s.options, prepared[i])
  end
end

--- What to do with a document: the steps, prepared.
---@param steps gloss.Step[] checked
---@return fun(doc: gloss.Document) apply raises what a step raises
function step.prepare(steps)
  local prepared = {}
  for i, s in ipairs(steps) do
    prepared[i] = s.prepare and s.prepare(s.options) or false
  end
  return function(doc)
    if profile.is_on() then return run_measured(doc, steps, prepared) end
    for i, s in ipairs(steps) do s.run(doc, s.options, prepared[i]) end
  end
end

return step
