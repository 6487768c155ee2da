--- gloss.classes: what kinds of words the tokens of a document are, as bits.
---
---   local classes = gloss.classes { CUE = { "said", "told" },
---                                   NUMBER = "[kind=number]" }
---   local m = classes:read(doc)
---   for i, bits in m:each(classes.CUE) do print(m:text(i)) end
---
--- Each distinct word is asked once, in C; so a step may look at the few tokens
--- that concern it, and never at the others.
local core = require "gloss.core"
local pattern = require "gloss.pattern"
local suggest = require "gloss.suggest"

local classes = {}

--- Bits of an integer that are free for classes.
local MOST = 62

-- What a class may not be called.
local TAKEN = { read = true, parts = true }

-- What letter case says (docs/patterns.md), in the order of its bits.
local CASING = { "OPENS", "HEADING", "ALSO_SMALL", "INSIDE", "RATHER_SMALL" }
local CASING_FROM = { "capital", "small", "opening" }

-- The patterns of the classes in the order of their names, and the word lists
-- that they ask, beside those of the options.
local function sources_of(list, options, level)
  local names, sources, words = {}, {}, {}
  for name, value in pairs(options.words or {}) do words[name] = value end
  for i, name in ipairs(suggest.keys(list)) do
    local value = list[name]
    if type(name) ~= "string" or TAKEN[name] then
      error(("gloss.classes: no class can be called %s"):format(
        tostring(name)), level + 1)
    end
    if type(value) == "table" then
      local own = "class_" .. name
      words[own] = value
      value = #value > 0 and ("[folded in $%s]"):format(own)
        or "[length=0]"
    elseif type(value) ~= "string" then
      error(("gloss.classes: %s must be a list of words or a test, not a %s")
        :format(name, type(value)), level + 1)
    end
    names[i], sources[name] = name, value
  end
  return names, sources, words
end

---@class gloss.Classes
---@field [string] integer the bit of each class
local Classes = {}

--- The tokens of a document with their classes (docs/patterns.md).
---@param doc gloss.Document
---@return gloss.Reading? reading
---@return gloss.Error? err limit: a regex of a test costs too much
function Classes:read(doc)
  local casing = rawget(self, 2)
  if not casing then return core.classes(rawget(self, 1), doc) end
  return core.classes(rawget(self, 1), doc, table.unpack(casing))
end

--- What an engine in C is made of: the set of patterns, and of letter case three
--- masks and the first bit.
---@return gloss.Patterns set
---@return integer[]? casing
function Classes:parts() return rawget(self, 1), rawget(self, 2) end

local function index(self, name)
  if Classes[name] then return Classes[name] end
  error(('no class "%s"%s'):format(tostring(name),
    suggest.hint(tostring(name), suggest.keys(self))), 2)
end

-- Adds the classes of letter case, and what core.classes must know for them:
-- three masks and the first bit.
local function add_casing(made, from, count)
  local arguments = {}
  for i, field in ipairs(CASING_FROM) do
    local name = from[field]
    if not rawget(made, name) then
      error(("gloss.classes: casing.%s must be the name of a class"):format(
        field), 3)
    end
    arguments[i] = made[name]
  end
  arguments[4] = count
  made[2] = arguments
  for i, name in ipairs(CASING) do made[name] = 1 << (count + i - 1) end
end

--- Makes word classes: at most 62, each a list of words, compared folded, or
--- the test of one token as in a pattern. With `casing` five more tell what
--- letter case says. Raises where one is wrong.
---@param list table<string, string[]|string>
---@param options? gloss.PatternOptions words, parts, lang; and casing
---@return gloss.Classes
local function new(list, options)
  options = options or {}
  local names, sources, words = sources_of(list, options, 2)
  local most = options.casing and MOST - #CASING or MOST
  if #names == 0 or #names > most then
    error(("gloss.classes takes 1 to %d classes, not %d"):format(most, #names),
      2)
  end
  local set, err = pattern.compile_set(sources, { words = words,
    parts = options.parts, lang = options.lang })
  if not set then pattern.fail(err) end
  local longer = set:longer()
  if longer then
    error(("gloss.classes: %s takes more than one token"):format(
      names[longer]), 2)
  end
  local made = { set }
  for i, name in ipairs(names) do made[name] = 1 << (i - 1) end
  if options.casing then add_casing(made, options.casing, #names) end
  return setmetatable(made, { __index = index, __name = "gloss.classes" })
end

classes.new = core.framed(new)

return classes
