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

local DASH = { ["—"] = true, ["–"] = true, ["―"] = true, ["-"] = true, ["--"] = true }

-- Behind these "'s" is a verb.
local IS_BEFORE = { pron = true, sub = true, adv = true, object = true }

-- Behind these a capital is no sentence's first letter.
local NAME_BEHIND = { name = true, word = true, det = true, prep = true, adv = true }

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
  if byte == 36 or text:find("^\xC2\xA3") or text:find("^\xE2\x82") then return "number" end   -- $ £ €
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

--- Does "Roe said" stand at item `k`, and nothing that it would report?
local function attribution_at(list, k)
  local lex, n = list.lexicon, list.n
  local first = k
  while k <= n and k - first < 9 do
    local form = lex.verbs[list.low[k]]
    if form and (k > first or list.kind[k] == "word") and not form.noun then
      for _, sense in ipairs(form.senses) do
        if sense.frames.quote then
          local low = list.low[k + 1]
          return not (lex.openers[low] or low == ":" or list.quote[k + 1])
        end
      end
    end
    local kind = list.kind[k]
    if kind == "point" or kind == "quote" or kind == "sub" or kind == "conj" then return false end
    k = k + 1
  end
  return false
end

--- What a unit does at item `k`, just behind a quotation: "join" (the sentence
--- goes on: “Go!” she said), "split", or nil where its sentences know best.
local function behind_quotation(list, k, text)
  local stretch = list.quote[k - 1]
  if not stretch or not stretch.closed or not list.first[k] then return nil end
  local final = stretch.final
  if not final then return nil end
  if text:find("^[^%S\n]*\n", stretch.last + 1) then return final ~= "," and "split" or nil end
  if final == "," or text:find("^[%l,]", list.first[k]) then return "join" end
  if DASH[list.low[k]] then return "join" end           -- “Yes.” — Ann Roe
  if list.kind[k] == "point" or list.kind[k] == "quote" then return nil end
  if final == "." then return "split" end
  return attribution_at(list, k) and "join" or "split"
end

--- Marks the items at which a sentence begins.
local function sentence_starts(list, doc)
  local starts, k, n = {}, 1, list.n
  for first in doc.sentences:offsets() do
    while k <= n and list.last[k] < first do k = k + 1 end
    if k > n then break end
    -- one that begins inside an item, a quotation, does not count
    if list.first[k] >= first then starts[k] = true end
  end
  return starts
end

--- Does the text quote with double marks? Then single ones are something else.
local function has_doubles(list)
  for _, stretch in pairs(list.quote) do
    if stretch.family ~= "single" and stretch.family ~= "turn" then return true end
  end
  return false
end

--- Is a line that stands alone a heading: the first one, a short one, or most
--- of its words with capitals?
local function is_heading(list, unit, i)
  local length = unit[2] - unit[1] + 1
  if length > 30 then return false end
  if i == 1 or length <= 9 then return true end
  local words, capitals = 0, 0
  for k = unit[1], unit[2] do
    local kind = list.kind[k]
    if kind == "name" then
      words, capitals = words + 1, capitals + 1
    elseif kind ~= "point" and kind ~= "quote" and #list.text[k] > 3 then
      words = words + 1
      if list.text[k] ~= list.low[k] then capitals = capitals + 1 end
    end
  end
  return capitals >= 0.7 * words
end

--- Units from the sentences: a boundary inside a quotation is none.
local function cut(list, doc)
  local text, texts, units = doc.text, list.text, list.units
  local starts, n, from = sentence_starts(list, doc), list.n, 1
  for k = 2, n do
    local start = starts[k] or false
    if list.quote[k - 1] then
      local way = behind_quotation(list, k, text)
      if way then start = way == "split" end
    elseif list.quote[k] and texts[k - 1]:find("%.$") and text:find("^%u", list.quote[k].from) then
      start = true      -- an abbreviation ends the sentence: of Fresno, Calif. "We ..."
    end
    if start then
      units[#units + 1] = { from, k - 1 }
      from = k
    end
  end
  if n > 0 then units[#units + 1] = { from, n } end
  local doubles = has_doubles(list)
  local before = 1
  for i, unit in ipairs(units) do
    local start = list.first[unit[1]]
    local gap = text:sub(before, start - 1)
    unit.line = i == 1 or gap:find("\n", 1, true) ~= nil
    unit.paragraph = i == 1 or gap:find("\n[ \t\r]*\n") ~= nil
    before = list.last[unit[2]] + 1
  end
  for i, unit in ipairs(units) do
    local following = units[i + 1]
    unit.heading = doubles and unit.line and (not following or following.line) and is_heading(list, unit, i)
  end
end

--- The mark with which a quotation ends (, . ! ?), inside or right behind it.
local function final_of(text, stretch)
  local to = stretch.to
  while to > stretch.from and text:find("^[\"'\x80\x99\x9D\xE2]", to) do to = to - 1 end
  return text:match("^[,%.!%?]", to) or text:match("^,", stretch.last + 1)
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
  local hyphen       -- the byte of a hyphen that may join two tokens
  local function put(first, last)
    n = n + 1
    local text = source:sub(first, last)
    firsts[n], lasts[n], texts[n] = first, last, text
    local kind, low = kinds(text)
    if kind == "possessive" and n > 1 and IS_BEFORE[kind_list[n - 1]] then kind = "aux" end   -- he's
    if kind == "aux" and text ~= low and n > 1 and NAME_BEHIND[kind_list[n - 1]] then kind = "name" end -- Will Roe
    kind_list[n], lows[n] = kind, low
  end
  local stretch = stretches[1]
  local covered = 0
  for first, last in doc.tokens:offsets() do
    while stretch and first >= stretch.first do
      if hyphen then
        put(hyphen, hyphen)
        hyphen = nil
      end
      if stretch.depth == 0 and stretch.first > covered then
        n = n + 1
        firsts[n], lasts[n] = stretch.first, stretch.last
        texts[n], lows[n], kind_list[n] = items.QUOTE, items.QUOTE, "quote"
        list.quote[n] = stretch
        stretch.final = final_of(source, stretch)
        stretch.closing = stretch.final ~= nil
        stretch.item = n
        covered = stretch.last
      end
      at = at + 1
      stretch = stretches[at]
    end
    if first > covered then
      if hyphen then
        if first == hyphen + 1 and kinds(source:sub(first, last)) ~= "point" then
          -- "Lopez-Cantera" is one word here
          n = n - 1
          put(firsts[n + 1], last)
        else
          put(hyphen, hyphen)
          put(first, last)
        end
        hyphen = nil
      elseif first == last and n > 0 and lasts[n] == first - 1 and source:byte(first) == 45
        and kind_list[n] ~= "point" and kind_list[n] ~= "quote" then
        hyphen = first
      else
        put(first, last)
      end
    end
  end
  if hyphen then put(hyphen, hyphen) end
  list.n = n
  cut(list, doc)
  return list
end

return items
