--- Phrases of a small vocabulary: finds them, and matches rules over them.
---
--- A grammar has words in classes (`MONTH = { january = 1 }`) and rules over
--- classes (`"month:MONTH day:DAY ,year:YEAR"`). Text is searched for trigger
--- words; a phrase is the run of known words around one. The core does all of
--- that (docs/grammars.md, which has the notation of rules, too) and gives every
--- distinct phrase a number: its items and what matches them are asked for once,
--- here, and kept. Engines of the core, as those of times and amounts, read the
--- phrases themselves.
local gloss = require "gloss"

local phrases = {}

---@class gloss.phrases.Item
---@field first integer
---@field last integer
---@field class string
---@field value any
---@field text string as written
---@field gap string what separates it from the item before

-- Grammars ------------------------------------------------------------------

---@class gloss.Grammar
local Grammar = {}
Grammar.__index = Grammar

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

local function set_of(list)
  local set = {}
  for _, item in ipairs(list or {}) do set[item] = true end
  return set
end

-- Adds the classes with their words, then those that may be empty. The core
-- has the classes of numbers.
local function add_classes(core, t)
  local trigger, exact = set_of(t.triggers), set_of(t.exact)
  local glued = t.numbers and t.numbers.glued or {}
  for _, class in ipairs(sorted_keys(t.words)) do
    core:class(class, t.words[class], { trigger = trigger[class],
      exact = exact[class], glued = glued[class] })
  end
  for _, class in ipairs(t.classes or {}) do
    if not t.words[class] then core:class(class, {}) end
  end
end

-- How numbers are written: suffixes and marks in lists, and flags.
local function add_habits(core, numbers)
  for name, value in pairs(numbers or {}) do
    if type(value) == "table" and name ~= "glued" then
      for _, item in ipairs(value) do core:habit(name, item) end
    elseif value == true then
      core:habit(name, "")
    end
  end
end

-- A set may name other sets, which are then added before it.
local function add_sets(core, sets)
  local done = {}
  local function add(name)
    if done[name] then return end
    done[name] = true
    for member in sets[name]:gmatch "%S+" do
      if sets[member] then add(member) end
    end
    core:set(name, sets[name])
  end
  for _, name in ipairs(sorted_keys(sets or {})) do add(name) end
end

--- Makes a grammar. Raises where a rule is wrong. `join`: number words are one
--- item.
---@param t { words: table, numbers?: table, triggers: string[], sets?: table,
---  rules: table[], join?: boolean, classes?: string[], exact?: string[] }
---@return gloss.Grammar
function phrases.new(t)
  local core = assert(gloss.core.grammar())
  local own = setmetatable({ core = core, rules = t.rules, memory = {} },
    Grammar)
  add_classes(core, t)
  add_habits(core, t.numbers)
  add_sets(core, t.sets)
  if t.join then core:join() end
  for _, rule in ipairs(t.rules) do
    local ok, err = core:rule(rule[2])
    if not ok then
      error(("rule \"%s\": %s at %d"):format(rule[2], tostring(err), err.first),
        2)
    end
  end
  core:build()
  return own
end

-- Phrases ---------------------------------------------------------------------

-- Reads a phrase that is new. The items' `from` and `to` are their places in
-- it; `first` and `last` become those in the text.
local function learn(core, number)
  local items, matches, n = {}, {}, 1
  local first, last, class, value, text, gap = core:item(number, 1)
  while first do
    items[n] = { first = first, last = last, class = class, value = value,
                 text = text, gap = gap, from = first, to = last }
    matches[n] = core:match(number, n) or false
    n = n + 1
    first, last, class, value, text, gap = core:item(number, n)
  end
  return { items = items, matches = matches, captures = {} }
end

-- The items that a match captured, by name; made when it is first asked for.
local function captures_of(phrase, m)
  local captures = {}
  for name, index in pairs(m.names) do captures[name] = phrase.items[index] end
  phrase.captures[m] = captures
  return captures
end

-- Tries the rules at each item of a phrase. False where none matches at all,
-- or none ever will.
local function apply(self, phrase, start, report)
  local items, known, rules = phrase.items, phrase.captures, self.rules
  local count, i, any = #phrase.items, 1, false
  for k = 1, count do
    local item = items[k]
    item.first, item.last = start + item.from, start + item.to
  end
  while i <= count do
    local matches, next_i = phrase.matches[i], i + 1
    for k = 1, matches and #matches or 0 do
      local m = matches[k]
      local answer = report(rules[m.rule], known[m] or captures_of(phrase, m),
        items, m.first, m.last)
      any = any or answer ~= "never"
      if answer and answer ~= "never" then
        if m.last >= next_i then next_i = m.last + 1 end
        break
      end
    end
    i = next_i
  end
  return any
end

--- Finds the phrases of a document; `each` then reads them, more than once
--- where that is wanted, until the next search.
---@param doc gloss.Document
function Grammar:search(doc)
  local count, generation = self.core:find(doc)
  if not count then error(tostring(generation), 2) end
  if generation ~= self.generation then
    self.memory, self.generation = {}, generation
  end
  self.count = count
end

--- Calls report(rule, captures, items, first, last) for each match of a rule
--- that is not masked, in text order, the longest first: where it returns a
--- true value the items are used up, else the next rule is tried; "never" says
--- that the rule refuses these words wherever they stand. Items and captures are
--- good until the next phrase.
---@param report fun(rule: table, captures: table, items: table[], first: integer, last: integer): any
---@param limit? integer phrases that begin behind that byte are left out
function Grammar:each(report, limit)
  local core, memory = self.core, self.memory
  for i = 1, self.count do
    local number, start = core:place(i)
    if limit and start >= limit then break end
    local phrase = memory[number]
    if phrase == nil then
      phrase = learn(core, number)
      memory[number] = phrase
    end
    if phrase and not apply(self, phrase, start, report) then
      core:drop(number)
      memory[number] = false
    end
  end
end

--- Searches a document and reads what it finds, as `search` and `each` do.
---@param doc gloss.Document
---@param report fun(rule: table, captures: table, items: table[], first: integer, last: integer): any
---@param limit? integer
function Grammar:run(doc, report, limit)
  self:search(doc)
  self:each(report, limit)
end

--- Why a match was not tried.
---@param rule table
---@param winner table the rule that took its words
---@return string
function phrases.beaten_by(rule, winner)
  return winner[1] == rule[1] and "a longer one was found"
    or ("\"%s\" takes its words"):format(winner[1])
end

-- Languages whose words are known; any other has the signs of all alone.
local LANGUAGES = { en = true, de = true, fr = true, es = true }

--- The grammars of a step, each made when its language is first met.
---@param folder string of the words of each language, and of none: "a.step.words."
---@param definition fun(words: table): table what `new` takes, but for what the
---  words say themselves and the merging of numbers
---@return fun(lang: string?): Grammar, table the grammar and the words
function phrases.by_language(folder, definition)
  local made = {}
  return function(lang)
    local code = lang and lang:match "^%a+" or "en"
    if not LANGUAGES[code] then code = "none" end
    local one = made[code]
    if not one then
      local words = require(folder .. code)
      local whole = definition(words)
      whole.numbers, whole.triggers = words.digits, words.triggers
      whole.join = true
      one = { words = words, grammar = phrases.new(whole) }
      made[code] = one
    end
    return one.grammar, one.words
  end
end

return phrases
