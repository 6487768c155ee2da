--- What the rules read: the words of a document with each quotation folded
--- into one item, cut into units (sentences that no quotation crosses).
local items = {}

---@class quotes.Items
---@field n integer how many items
---@field first integer[] first byte of each
---@field last integer[] last byte
---@field text string[] as written; of a quotation: QUOTE
---@field low string[] lower case
---@field kind string[] name word number pron object det possessive aux adv time prep conj sub point quote
---@field quote table<integer, quotes.Stretch> of items that are quotations
---@field units integer[][] first and last item, and "paragraph" where one begins there
---@field lexicon table

items.QUOTE = "“”"

local MEMO_LIMIT = 30000  -- words whose kind is remembered

local function kind_of(text, low, lex)
  if lex.possessive[low] or lex.determiners[low] and low ~= "that" then return "det" end
  if low == "may" or low == "march" then
    if text ~= low then return "time" end
    return low == "may" and "aux" or "word"
  end
  if low == "'s" or low == "’s" then return "possessive" end
  if lex.adverbs[low] or lex.negations[low] then return "adv" end
  if lex.auxiliaries[low] then return "aux" end
  if text ~= "US" and lex.subjects[low] then return "pron" end
  if text ~= "US" and lex.objects[low] then return "object" end
  if lex.times[low] or (text ~= low and lex.months[low]) then return "time" end
  if lex.subordinators[low] or lex.relatives[low] then return "sub" end
  if lex.conjunctions[low] then return "conj" end
  if lex.prepositions[low] then return "prep" end
  if low:find("ly$") and #low > 4 and text == low and not lex.no_adverbs[low] then return "adv" end
  local byte = text:byte()
  if byte >= 65 and byte <= 90 then return "name" end
  if byte >= 97 and byte <= 122 then return "word" end
  if byte >= 48 and byte <= 57 then return "number" end
  if byte >= 0xC3 and byte <= 0xDF or byte == 0xE1 then return text:find("^[\xC3][\x9F-\xBF]") and "word" or "name" end
  if (byte == 64 or byte == 35) and #text > 1 then return "name" end     -- @name #topic
  if byte == 36 or text:find("^[£€]") or text:find("^\xE2\x82") then return "number" end
  if byte > 0xE2 then return "word" end
  return "point"
end

--- Remembers what a word is, for one language.
function items.kinds(lex)
  local memo, lows, count = {}, {}, 0
  return function(text)
    local kind = memo[text]
    if kind then return kind, lows[text] end
    local low = text:lower()
    kind = kind_of(text, low, lex)
    if count > MEMO_LIMIT then memo, lows, count = {}, {}, 0 end
    memo[text], lows[text], count = kind, low, count + 1
    return kind, low
  end
end

--- Does a unit that ended go on behind a quotation: “Go!” she said.
local function goes_on(list, k, text)
  local stretch = list.quote[k - 1]
  if not stretch or not stretch.closed then return false end
  local gap = text:sub(stretch.last + 1, list.first[k] - 1)
  if gap:find("\n", 1, true) then return false end
  if text:find("^,", stretch.to) or text:find("^,", stretch.last + 1) then return true end
  local byte = text:byte(list.first[k])
  return byte >= 97 and byte <= 122
end

--- Units from the sentences: a boundary inside a quotation is none.
local function cut(list, doc)
  local text, units = doc.text, list.units
  local k, n, from = 1, list.n, nil
  local open
  for first in doc.sentences:offsets() do
    while k <= n and list.last[k] < first do k = k + 1 end
    if k > n then break end
    -- the sentence begins at item k, or inside it
    if list.first[k] >= first or k == 1 then
      if not open then
        open, from = true, k
      elseif k > from and not goes_on(list, k, text) then
        units[#units + 1] = { from, k - 1 }
        from = k
      end
    end
  end
  if n > 0 then units[#units + 1] = { from or 1, n } end
  if from and units[1] and units[1][1] > 1 then units[1][1] = 1 end
  local before = 1
  for i, unit in ipairs(units) do
    local start = list.first[unit[1]]
    local gap = text:sub(before, start - 1)
    unit.line = i == 1 or gap:find("\n", 1, true) ~= nil
    unit.paragraph = i == 1 or gap:find("\n[ \t\r]*\n") ~= nil
    before = list.last[unit[2]] + 1
  end
end

--- Reads a document.
---@param doc gloss.Document
---@param stretches quotes.Stretch[] sorted; those inside others are left out
---@param lex table
---@param kinds fun(text: string): string, string
---@return quotes.Items
function items.read(doc, stretches, lex, kinds)
  local firsts, lasts, texts, lows, kind_list = {}, {}, {}, {}, {}
  local list = { first = firsts, last = lasts, text = texts, low = lows,
                 kind = kind_list, quote = {}, units = {}, lexicon = lex, n = 0 }
  local source, n, at = doc.text, 0, 1
  local stretch = stretches[1]
  local covered = 0
  for first, last in doc.tokens:offsets() do
    while stretch and first >= stretch.first do
      if stretch.depth == 0 and stretch.first > covered then
        n = n + 1
        firsts[n], lasts[n] = stretch.first, stretch.last
        texts[n], lows[n], kind_list[n] = items.QUOTE, items.QUOTE, "quote"
        list.quote[n] = stretch
        stretch.closing = source:find("^[,%.!%?]", stretch.to) ~= nil
          or source:find("^,", stretch.last + 1) ~= nil
        stretch.item = n
        covered = stretch.last
      end
      at = at + 1
      stretch = stretches[at]
    end
    if first > covered then
      n = n + 1
      local text = source:sub(first, last)
      firsts[n], lasts[n], texts[n] = first, last, text
      kind_list[n], lows[n] = kinds(text)
    end
  end
  list.n = n
  cut(list, doc)
  return list
end

return items
