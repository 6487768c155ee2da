--- Phrases of a small vocabulary: finds them, and matches rules over them.
---
--- A grammar has words in classes (`MONTH = { january = 1 }`) and rules over
--- classes (`"month:MONTH day:DAY ,year:YEAR"`). Text is searched for trigger
--- words; a phrase is the run of known words around one. Every distinct
--- sequence of classes is matched against the rules once and remembered, so
--- the work is linear in the text and small where phrases repeat.
---
--- An element of a rule is `name:CLASS`, the name for what is captured; before
--- the class stands what must separate it from the word before it: nothing
--- for white space, `,` for a comma or white space, `-` a hyphen or a dash
--- without spaces, `=` any hyphen or dash, `/` a slash, `+` nothing at all,
--- `.` nothing or white space, `~` any of
--- these but the slash, `[` an opening bracket. `!` marks an element that must
--- be there but is no part of the span. `( | ) ?` are as in regular
--- expressions; `name:(A|B)` is one word of either class.
local gloss = require "gloss"
local lexer = require "gloss.steps.times.lexer"
local notation = require "gloss.steps.times.notation"

local phrases = {}

-- Words to the left of a trigger, and words in a phrase: no more are looked
-- at, so that time is linear whatever the text.
local MAX_LEFT, MAX_ITEMS = 8, 32
-- Sequences of classes that are remembered before the memory is emptied.
local MAX_KNOWN = 20000

---@class gloss.phrases.Item
---@field first integer
---@field last integer
---@field class string
---@field value any
---@field text string in lower case
---@field gap string what separates it from the item before

-- Grammars ------------------------------------------------------------------

---@class gloss.Grammar
local Grammar = {}
Grammar.__index = Grammar

--- Makes a grammar. Raises where a rule is wrong.
---@param t { words: table, numbers?: table, triggers: string[], sets?: table,
---  rules: table[], reduce?: function }
---@return gloss.Grammar
function phrases.new(t)
  local own = setmetatable({ known = {}, known_count = 0, code = {},
    by_class = {}, reduce = t.reduce, lexer = lexer.new(t) }, Grammar)
  local codes = 0
  for _, class in ipairs(own.lexer.classes) do
    codes = codes + 1
    own.code[class] = string.char(codes % 255 + 1)
  end
  local known = {}
  for order, rule in ipairs(t.rules) do
    local node = notation.parse(rule[2], own.lexer.is_class, t.sets or {},
      known)
    local entry = { rule = rule, order = order, match = notation.matcher(node) }
    local starts = {}
    notation.begins(node, starts)
    for class in pairs(starts) do
      own.by_class[class] = own.by_class[class] or {}
      table.insert(own.by_class[class], entry)
    end
  end
  for _, entries in pairs(own.by_class) do
    table.sort(entries, function(a, b) return a.order < b.order end)
  end
  own.trigger = assert(gloss.regex(own.lexer:trigger_pattern(t.triggers), "i"))
  return own
end

-- All matches that begin at item i, the longest first.
local function matches_at(self, items, i)
  local found = {}
  for _, entry in ipairs(self.by_class[items[i].class] or {}) do
    local state = { items = items, start = i, names = {} }
    if entry.match(state, i) and state.last then
      found[#found + 1] = { rule = entry.rule, order = entry.order,
        names = state.names, first = state.first, last = state.last,
        stop = state.stop }
    end
  end
  table.sort(found, function(a, b)
    if a.stop ~= b.stop then return a.stop > b.stop end
    return a.order < b.order
  end)
  return found
end

local function matches_of(self, items)
  local parts = {}
  for i, item in ipairs(items) do
    parts[i] = item.gap .. self.code[item.class]
  end
  local key = table.concat(parts)
  local known = self.known[key]
  if not known then
    if self.known_count >= MAX_KNOWN then
      self.known, self.known_count = {}, 0
    end
    known = {}
    for i in ipairs(items) do known[i] = matches_at(self, items, i) end
    self.known[key] = known
    self.known_count = self.known_count + 1
  end
  return known
end

local function read_items(self, text, at, stop)
  local items, gap = {}, "_"
  while #items < MAX_ITEMS do
    local item = self.lexer:item(text, at, stop)
    if not item then break end
    item.gap = gap
    items[#items + 1] = item
    gap, at = self.lexer:gap(text, item.last + 1, stop)
    if not gap then break end
  end
  return items
end

-- The items of the phrase around the trigger at `first`, not before `floor`.
-- Known words before it may turn out to be part of no item ("near" of "near
-- future"): then the phrase begins behind them.
local function phrase_around(self, text, first, floor, stop)
  local starts = { first }
  local mark = self.lexer:digit_head(text, first)
  if mark and mark >= floor then starts[1] = mark end
  for i = 1, MAX_LEFT do
    local start = self.lexer:word_before(text, starts[i], floor)
    if not start then break end
    starts[i + 1] = start
  end
  for i = #starts, 1, -1 do
    local items = read_items(self, text, starts[i], stop)
    if items[1] and items[#items].last >= first then return items end
  end
  return {}
end

local function apply(self, items, report)
  local known = matches_of(self, items)
  local i = 1
  while i <= #items do
    local next_i = i + 1
    for _, m in ipairs(known[i]) do
      local captures = {}
      for name, index in pairs(m.names) do captures[name] = items[index] end
      if report(m.rule, captures, items, m.first, m.last) then
        next_i = math.max(m.last + 1, next_i)
        break
      end
    end
    i = next_i
  end
end

-- The stretches between masks.
local function stretches(doc)
  if not doc:has "noise" then return { { 1, #doc.text } } end
  local list, at = {}, 1
  for first, last in doc:all("noise"):offsets() do
    if first > at then list[#list + 1] = { at, first - 1 } end
    at = math.max(at, last + 1)
  end
  if at <= #doc.text then list[#list + 1] = { at, #doc.text } end
  return list
end

-- The last byte of the web or mail address around `first`; nil where it is in
-- none.
local function address_end(text, first)
  if not text:find("^%S", first - 1) then return nil end
  local head = text:sub(math.max(1, first - 200), first - 1):match "%S+$"
  if head and (head:find("://", 1, true) or head:find "^www%."
      or head:find "%w@%w*$" or head:find "%w@[%w.]+%.$") then
    return text:match("^%S*()", first) - 1
  end
end

--- Calls report(rule, captures, items, first, last) for each match of a rule
--- that is not masked, in text order, the longest first: where it returns a
--- true value the items are used up, else the next rule is tried.
---@param doc gloss.Document
---@param report fun(rule: table, captures: table, items: table[], first: integer, last: integer): any
---@param limit? integer the last byte to look at
function Grammar:run(doc, report, limit)
  local text, trigger = doc.text, self.trigger
  for _, stretch in ipairs(stretches(doc)) do
    local at, stop = stretch[1], math.min(stretch[2], limit or #text)
    local floor = at
    while at <= stop do
      local first, last = trigger:find(doc, at)
      if not first or first > stop then break end
      local skip = first > 1 and address_end(text, first)
      local items = not skip and phrase_around(self, text, first, floor, stop)
      if skip then
        last = math.max(last, skip)
      elseif items[1] then
        last = math.max(last, items[#items].last)
        if self.reduce then items = self.reduce(items) end
        apply(self, items, report)
      end
      at = last + 1
      floor = at
    end
  end
end

return phrases
