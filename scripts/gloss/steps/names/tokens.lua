--- The tokens of a document as the search for names needs them: columns of
--- text, lower-case form and shape, and what the document says of each word.
local core = require "gloss.core"
local words = require "gloss.steps.names.words"

local tokens = {}

---@class names.Tokens
---@field n integer
---@field text string[]
---@field low string[] lower case
---@field shape string[]
---@field first integer[]
---@field last integer[]
---@field cap boolean[] a word with a capital in front
---@field opens boolean[] a capital says nothing here: a sentence begins
---@field heading boolean[] the same, for all words of a heading
---@field sentence integer[]
---@field lower table<string, integer> how often in small letters
---@field inside table<string, integer> how often with a capital, not in front
---@field nouns table<string, boolean> behind an article (German)

-- Behind these a sentence begins anew: quotes, bullets, colons.
local OPENING = { ['"'] = true, ["\u{201C}"] = true, ["\u{201E}"] = true,
  ["\u{AB}"] = true, ["\u{2018}"] = true, ["'"] = true, [":"] = true,
  ["\u{2022}"] = true, ["*"] = true, ["\u{2013}"] = true, ["\u{2014}"] = true,
  ["["] = true, ["|"] = true }

-- Does it begin with a capital? "G20" is a number by its kind.
local function is_cap(kind, shape)
  return (kind == "word" or kind == "number") and shape:byte() == 88  -- X
end

local function read_columns(doc)
  local view = doc.tokens
  local t = { n = #view, text = view:texts(), shape = view:values "shape",
              kind = view:values "kind", low = {}, first = {}, last = {},
              cap = {}, opens = {}, heading = {}, sentence = {},
              lower = {}, inside = {}, nouns = {} }
  local i, lower = 0, core.text.lower
  for first, last in view:offsets() do
    i = i + 1
    t.first[i], t.last[i] = first, last
    t.low[i] = lower(t.text[i])
    t.cap[i] = is_cap(t.kind[i], t.shape[i])
  end
  return t
end

-- Does a sentence stand on lines of its own?
local function stands_alone(text, first, last)
  return (first == 1 or text:find("^[\r\n]", first - 1) ~= nil)
    and (last == #text or text:find("^[ \t]*[\r\n]", last + 1) ~= nil)
end

-- Most words of a heading have a capital; small words do not count.
local function is_heading(t, from, to)
  local capitals, others = 0, 0
  for i = from, to do
    if t.kind[i] == "word" and #t.text[i] > 3 then
      if t.cap[i] then capitals = capitals + 1 else others = others + 1 end
    end
  end
  if t.text[to]:find "^[.!,;]$" then return false end
  return capitals >= 3 * others and capitals + others >= 3
end

local function all_capitals(t, from, to)
  local capitals, others = 0, 0
  for i = from, to do
    if t.kind[i] == "word" and #t.text[i] > 1 then
      if t.shape[i]:find "x" then others = others + 1
      else capitals = capitals + 1 end
    end
  end
  return capitals > 3 and capitals > 2 * others
end

local function mark_sentence(t, from, to, number, alone)
  local heading = alone and is_heading(t, from, to) or all_capitals(t, from, to)
  local opens = true
  for i = from, to do
    t.sentence[i], t.heading[i] = number, heading
    t.opens[i] = opens or heading
    local kind = t.kind[i]
    if kind == "word" then opens = false
    elseif OPENING[t.text[i]] then opens = true end
  end
end

local function mark_sentences(doc, t)
  local i, number, text = 1, 0, doc.text
  for first, last in doc.sentences:offsets() do
    while i <= t.n and t.first[i] < first do
      t.sentence[i], t.opens[i] = 0, true
      i = i + 1
    end
    local from = i
    while i <= t.n and t.first[i] <= last do i = i + 1 end
    number = number + 1
    if i > from then
      mark_sentence(t, from, i - 1, number, stands_alone(text, first, last))
    end
  end
  for k = i, t.n do t.sentence[k], t.opens[k] = 0, true end
end

-- What the document shows of its words.
local function count(t, articles)
  for i = 1, t.n do
    local low = t.low[i]
    if t.kind[i] == "word" then
      if not t.cap[i] then t.lower[low] = (t.lower[low] or 0) + 1
      elseif not t.opens[i] then t.inside[low] = (t.inside[low] or 0) + 1 end
      if articles and t.cap[i] and i > 1 and articles[t.low[i - 1]]
         and not words.leading[t.low[i - 2]] then    -- von der Leyen
        t.nouns[low] = true
      end
    end
  end
end

--- Reads a document.
---@param doc gloss.Document
---@return names.Tokens
function tokens.read(doc)
  local t = read_columns(doc)
  mark_sentences(doc, t)
  t.lang = (doc.lang or "en"):match "^%a+"
  count(t, words.articles[t.lang])
  return t
end

--- Is nothing between two tokens?
function tokens.tight(t, i)
  return t.last[i] + 1 == t.first[i + 1]
end

return tokens
