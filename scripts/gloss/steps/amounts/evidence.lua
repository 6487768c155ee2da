--- Is a number an amount? What stands around it that makes it part of a name,
--- a code, a phone number, a pronoun. Methods of a place in a text, whose
--- fields text, words, items, first, last, from and to are the phrase at hand.
---
--- What speaks against a number is said in words: methods `why_no_...` return
--- the reason, or nil where there is none.
local around = require "gloss.steps.amounts.around"

local evidence = {}

local word_before, word_after = around.word_before, around.word_after

-- Names, labels, codes --------------------------------------------------------

local CUT_BEFORE = { "#", "_", "/", "\\", "=", "&", "@", "№", "^", ".", ":" }
-- "n° 5", "§ 7", with a space or without.
local LABELS = { "[nN]° ?$", "[nN]º ?$", "№ ?$", "§ ?$", "§\xc2\xa0$",
                 "°\xc2\xa0$" }
local CUT_BEHIND = { "_", "\\", "@", "^" }

-- Part of a code, an address, a date, a phone number or a score.
local function is_cut(text, first, last)
  local before = around.before(text, first, 4)
  local behind = text:sub(last + 1, last + 5)
  if not before:find "%s$" then
    for _, mark in ipairs(CUT_BEFORE) do
      if before:sub(-#mark) == mark then return true end
    end
  end
  for _, label in ipairs(LABELS) do
    if before:find(label) then return true end
  end
  for _, mark in ipairs(CUT_BEHIND) do
    if behind:sub(1, #mark) == mark then return true end
  end
  if before:find "%a%-$" then                      -- Covid-19, F-16
    return text:find("^%d", first) ~= nil
  end
  return before:find "[%d^][-)] ?$" ~= nil or before:find "%+%d*%s?$" ~= nil
    or before:find "%d–$" ~= nil or behind:find "^–%d" ~= nil
    or before:find "%d['’]+$" ~= nil or behind:find "^['’]+%d" ~= nil
    or behind:find "^[-:/]%d" ~= nil or behind:find "^%.%d" ~= nil
    or behind:find "^%) ?%d" ~= nil or behind:find "^%(%a%)" ~= nil  -- 401(k)
    or behind:find "^ %d%d%d" ~= nil and before:find "%d $" ~= nil
    or behind:find "^ %d" ~= nil and text:sub(first, last):find "%d %d" ~= nil
    or text:find("^ [-–] ?%d", last + 1) ~= nil            -- a score
    or text:find("^ – ?%d", last + 1) ~= nil
    or around.before(text, first, 6):find "%d [–-]+ ?$" ~= nil
end

-- One group of digits of a phone number: others or a plus stand before it, or
-- it is as long as the last part of one, or begins with a zero.
local function in_phone(self, first, last)
  local text = self.text
  local word = around.before(text, first, 32):lower()
    :match "([%a\x80-\xff]+)[.:]?%s+[%d%s()+.-]*$"
  if word and self.words.phones and self.words.phones[word] then return true end
  local run = around.before(text, first, 24):match "[%d ()+.-]+$"
  if run and run:find "%d[ .-]$" then
    local _, groups = run:gsub("%d+", "")
    if groups >= 2 or run:find "%+" or run:find "^ *%(?0" then return true end
  end
  if run and run:find "%+$" then return true end
  return text:find("^0%d*[1-9]", first) ~= nil
    or text:sub(first, last):find "^%d%d%d%-%d%d%d%d$" ~= nil
end

-- "H.R. 3590", "S. 2155".
local function in_bill(self, item)
  local before = around.before(self.text, item.first, 6)
  for _, pattern in ipairs(self.words.bills or {}) do
    if before:find(pattern) then return true end
  end
  return false
end

-- "Python 3.12", "the Group of 77", "CA 90210": numbers that a capital does
-- not tell from amounts alone.
local function in_known_name(self, item, low, written)
  local words = self.words
  if words.versions and words.versions[low] then return true end
  if written:find "^%u%u$" and item.text:find "^%d%d%d%d%d$" then
    return true
  end
  if words.name_of and low == words.name_of.joint and #item.text <= 2 then
    local head = around.before(self.text, item.first, 24)
      :match "%f[%w](%u%a+)%s%a+%s$"
    return head and words.name_of[head:lower()] or false
  end
  return false
end

-- A capital word right before makes a number part of a name: Boeing 737,
-- Channel One, Russia 1. Large and grouped numbers are no names.
local function in_name(self, item)
  local text = self.text
  local low, written, gap = word_before(text, item.first)
  if item.class == "WORDNUM" and item.text:find "^%u%l"
      and not around.starts(text, item.first) then
    return true                                          -- Group of Seven
  end
  if in_bill(self, item) then return true end
  if not written then return false end
  if in_known_name(self, item, low, written) then return true end
  if not written:find "^%l?%u" then
    return written:find "^\xd0" and #item.text <= 3 or false
  end
  if gap:find "\n" then return false end
  if self.words.plain[low] and not written:find "^%u%u+$" then return false end
  if self.words.capital_nouns then
    local _, after = word_after(text, item.last)
    if after and after:find "^%u" then return false end
  end
  if item.class == "WORDNUM" then
    return item.text:find "^%u" ~= nil
  end
  if math.type(item.value) ~= "integer" or item.value >= 10000
      or item.text:find "[,.]" or item.class == "NUM" and item.scale then
    return false
  end
  return true
end

-- "[12]", "(6):", "2)", "1. First" at the start of a line, "2.2 The ...".
local function is_label(text, item)
  local before = around.before(text, item.first, 2)
  if before:find "%[$" and text:find("^%]", item.last + 1)
      or before:find "%($" and text:find("^%):", item.last + 1) then
    return true
  end
  if not before:find "\n$" and before ~= "" then
    return before:find "[%s,]$" ~= nil and not before:find "%($"
      and text:find("^%)", item.last + 1) ~= nil
      and not around.before(text, item.first, 80):find "%([^)]*$"
  end
  return text:find("^[.)]%s", item.last + 1) ~= nil
    or item.text:find "^%d%.%d$" ~= nil
      and text:find("^ %u", item.last + 1) ~= nil
end

-- "317 Harbour Street": a number before a name that ends in a word for streets.
local function in_address(self, item)
  local streets = self.words.streets
  if not streets or not item.text:find "^%d+%a?$" then return false end
  local at = item.last + 1
  for _ = 1, 4 do
    local word, after = self.text:match("^ (%u[%a'.]*)()", at)
    if not word then return false end
    if streets[word:lower():gsub("%.$", "")] then return true end
    at = after
  end
  return false
end

-- "page 12", "No. 5", "sections 3 and 4".
local function in_list(self, item)
  local text, words = self.text, self.words
  local word = word_before(text, item.first)
  local short = around.before(text, item.first, 8):lower()
    :match "([%a\x80-\xff]+)%. ?$"
  if words.no_count[word or short or ""] then return true end
  local many = words.no_count_many
  if not many then return false end
  if many[word] then return true end
  local head, joint = around.before(text, item.first, 32):lower()
    :match "([%a\x80-\xff]+)%.?%s%d[%d%s,–-]*([%a\x80-\xff]*)%s?$"
  return many[head] ~= nil and (joint == "" or words.joints[joint] ~= nil)
end

-- Words that only look like numbers -------------------------------------------

-- Is "one" a pronoun? "Two's company", "the 737's wing".
local function is_pronoun(self, item)
  if self.text:find("^['’]+s%f[%W]", item.last + 1) then return true end
  if item.text:lower() ~= "one" then return false end
  local minus = self.items[self.first - 1]
  if minus and minus.class == "MINUS" then return false end
  local before, _, gap = word_before(self.text, item.first)
  if before and self.words.one_after[before] then return true end
  local after = word_after(self.text, item.last)
  if not after then
    return not (gap and gap:find "^%s*$" and before == nil) and before ~= nil
      and self.from > 1
  end
  return self.words.one_before[after] or false
end

-- "A six-figure sum", "one-off", "net zero", "a 737".
local function in_idiom(self, item)
  local words, text = self.words, self.text
  local tail = text:match("^[-‐‑]+(%a+)", item.last + 1)
  if tail and words.no_count_tail and words.no_count_tail[tail:lower()] then
    return true
  end
  local before = word_before(text, item.first)
  if item.value == 0 and words.zero_after and item.class == "WORDNUM" then
    local after = word_after(text, item.last)
    return words.zero_after[before] or words.zero_before[after] or false
  end
  return words.one_thing ~= nil and words.one_thing[before] ~= nil
    and item.text:find "^%d+$" ~= nil and not tail
end

-- "One twenty two": numbers in words side by side, of which nobody
-- knows what they are together. "Three nought four" are three digits.
local function are_beside(a, b)
  return a and b and a.class == "WORDNUM" and b.class == "WORDNUM"
    and b.gap == "_" and (a.value > 9 or b.value > 9)
end

local function beside_number(self)
  local items, first, last = self.items, self.first, self.last
  return are_beside(items[first - 1], items[first])
    or are_beside(items[last], items[last + 1])
end

-- What speaks against a count, in the order in which it is asked.
local NO_COUNT = {
  { "part of a code or a date", function(self, item, last)
    return is_cut(self.text, item.first, last) end },
  { "part of a phone number", function(self, item, last)
    return in_phone(self, item.first, last) end },
  { "a place in a list", in_list },
  { "part of a name", in_name },
  { "a label", function(self, item) return is_label(self.text, item) end },
  { "part of an address", in_address },
  { "a pronoun", is_pronoun },
  { "part of an idiom", in_idiom },
  { "beside another number", beside_number },
  { "a length in thousands of metres", function(self, item)         -- a 5k race
    local metres = self.words.metres
    return item.text:find "^%d+ ?[kK]$" and metres
      and metres.lengths[word_after(self.text, item.last)] end },
  { "before a sign or a letter", function(self, _, last)
    return self.text:find("^%%", last + 1) or self.text:find("^%s?°", last + 1)
      or self.text:find("^%-?%u", last + 1) or self.text:find("^%a", last + 1)
  end },
}

--- Why the number (or the two numbers of a range) is no count.
---@return string? why
function evidence:why_no_count(item, other)
  if item.class == "JUNK" then return "digits that make no number" end
  if item.class == "YEARWORD" then return "a year in words" end
  local last = (other or item).last
  for _, fault in ipairs(NO_COUNT) do
    if fault[2](self, item, last) then return fault[1] end
  end
end

--- Why the number is none even with its unit beside it.
---@return string? why
function evidence:why_no_number(item)
  if item.class == "JUNK" then return "digits that make no number" end
  local before = around.before(self.text, item.first, 2)
  if before:find "%a%-$" and self.text:find("^%d", item.first)
      or before:find "[#_/=@]$" or before:find "%d'$" then
    return "part of a code or a date"
  end
end

-- Ranges and signs ------------------------------------------------------------

--- Does a sign stand for money here? ("US" in "US$" is cut off before.)
function evidence:is_sign(item)
  return not around.before(self.text, item.first, 1):find "[%d_#]"
end

--- Is it a currency's code? "COP28" is a conference.
function evidence:is_code(code, number)
  local doubtful = self.codes_that_are_words[code.text]
  return not doubtful or number.value >= 100 and number.gap ~= "+"
end

--- The value with the minus before it; the span then begins there.
function evidence:signed(item)
  local text, first = self.text, item.first
  local before = around.before(text, first, 5)
  local minus = before:match "^%-$" or before:match "[%s(]%-$"
  local width = 1
  if not minus and (before:find "[%s(]−$" or before == "−") then
    minus, width = "−", 3
  end
  if minus and text:find("^[%d.]", first) and self.from == first then
    self.from = first - width
    return -item.value
  end
  local index = self.first
  local word = self.items[index - 1]
  if word and word.class == "MINUS" and self.from == first then
    self.from = word.first
    return -item.value
  end
  return item.value
end

--- Why two numbers make no range: "3-2" is a score; a long row is a number.
---@return string? why
function evidence:why_no_range(low, high)
  local text = self.text
  local before = around.before(text, low.first, 2)
  if before:find "[%d][-–/]$" or before:find "%a%-$" or before:find "%d–$"
      or high.text:find "^%u%l" then                       -- 7-Eleven
    return "part of a code or a date"
  end
  if high.gap == "=" and low.value < 30 and high.value < 30
      and high.last == self.to then
    return "a score"                                     -- 1 - 2
  end
  if around.before(text, low.first, 6):find "%d%-%d+, ?$"
      or text:find("^, ?%d+%-%d", high.last + 1) then
    return "a score"                                     -- 6-4, 4-6
  end
  if text:find("^[-–]%d", high.last + 1) then return "a row of numbers" end
end

--- Is "1-3" the score of a match or a vote, as the words around say?
function evidence:is_score(low, high)
  local scores = self.words.scores
  if not scores or low.class == "WORDNUM" or high.gap ~= "-"
      or high.value >= 1000 then
    return false
  end
  local after = word_after(self.text, high.last)
  if after and scores.nouns[after] then return true end
  return (not after or scores.joints[after] ~= nil)
    and around.said_before(self.text, low.first, scores.verbs)
end

--- Does the clause end behind the phrase?
function evidence:ends_here()
  return self.text:find("^%s*$", self.to + 1) ~= nil
    or self.text:find("^[\"”')]*[.,;:!?)\n]", self.to + 1) ~= nil
end

--- Does "or" stand between the numbers of the phrase?
function evidence:joined_by_or()
  for i = self.first, self.last do
    if self.items[i].class == "OR" then return true end
  end
  return false
end

--- What stands right behind says of the number: "low" in "500+ people" and
--- "100-plus", "approx" in "20-odd".
---@return string?
function evidence:tail()
  if self.text:find("^%+%f[%s\0]", self.to + 1) then return "low" end
  local word = self.text:match("^%-(%a+)", self.to + 1)
  return word and self.words.tails and self.words.tails[word]
end

function evidence:of_follows()
  return self.words.of[word_after(self.text, self.to) or ""] ~= nil
end

function evidence:digit_follows()
  return self.text:find("^%s?%d", self.to + 1) ~= nil
end

-- Units -----------------------------------------------------------------------

--- Does a single letter as a unit end here? "5m" does, "5 t-shirts" do not.
function evidence:lone_unit()
  return not self.text:find("^[%w'’-]", self.to + 1)
    and not self.text:find("^%.%a", self.to + 1)
end

--- What "5m" is: "m" metres, "million", or nil where nothing tells. "5m people"
--- are a plural; "5m deep", "a 5m wall" are a length.
---@return string?
function evidence:metres_or_millions()
  local words, text = self.words.metres, self.text
  if text:find("^[%w'’]", self.to + 1) then return nil end
  local after = word_after(text, self.to)
  if around.said_before(text, self.from, words.measured) then return "m" end
  if not after then return nil end
  if words.lengths[after] then return "m" end
  if words.plurals[after] or after:find "[^suai]s$" then return "million" end
  if text:find("^%s+%a+%s+%a+s%f[%W]", self.to + 1) then       -- 5m new users
    local noun = text:match("^%s+%a+%s+(%a+)", self.to + 1)
    if noun:find "[^sui]s$" and not self.words.plain[after]
        and not self.words.plain[noun] then
      return "million"
    end
  end
end

--- Are "20 pounds" "money" or a "weight"? nil where nothing tells.
---@return string?
function evidence:money_or_weight()
  local words, text = self.words.pounds, self.text
  if not words then return nil end
  local after = word_after(text, self.to)
  if self:of_follows() or after and words.weighs_after[after]
      or text:find("^%-%a", self.to + 1)
      or around.said_before(text, self.from, words.weighs) then
    return "weight"
  end
  if after and words.costs_after[after]
      or around.said_before(text, self.from, words.costs) then
    return "money"
  end
end

--- Is "40C" a temperature? Not a seat or a form, and no hotter than weather.
function evidence:is_temperature(item)
  if item.value >= 150 or not self:lone_unit() then return false end
  local heads = self.words.before_temperature
  return not heads or heads[word_before(self.text, item.first)] ~= nil
    or self.items[self.first].class ~= item.class
end

-- Parts and ordinals ----------------------------------------------------------

--- Is "half" a part of something? Not in "first half" or "half-time".
function evidence:is_half()
  local before = word_before(self.text, self.from)
  if before and self.words.no_half[before] then return false end
  return not self.text:find("^%-", self.to + 1)
end

--- Is "a third" a part, as in "by a third", "a third more"?
function evidence:is_part()
  local words = self.words.parts
  if self:of_follows() or self:ends_here() then return true end
  if not words then return false end
  local before = word_before(self.text, self.from)
  local after = word_after(self.text, self.to)
  return words.before[before] ~= nil or words.after[after] ~= nil
end

--- Is an ordinal one? Not in "at first", and not where it is a name.
function evidence:is_ordinal(item)
  local text = self.text
  local before, written = word_before(text, item.first)
  if before and self.words.no_ordinal[before] then return false end
  for _, idiom in ipairs(self.words.ordinal_idioms or {}) do
    if around.before(text, item.first, #idiom[1]):lower() == idiom[1]
        and text:find(idiom[2], item.last + 1, true) == item.last + 1 then
      return false                                  -- in the first place
    end
  end
  if item.text:find "%.$" then                            -- "5." in German
    return before and self.words.before_ordinal[before] or false
  end
  if written and written:find "^%u" and not self.words.plain[before]
      and item.text:find "^%u" then
    return false
  end
  local after, after_written = word_after(text, item.last)
  local offices = self.words.no_ordinal_after
  if after and offices and offices[after] then return false end
  if item.text:find "^%u" and after_written and after_written:find "^%u"
      and not around.starts(text, item.first) then
    return false                                    -- First Avenue
  end
  if item.text:find "^%u" and around.starts(text, item.first)
      and (text:find("^,", item.last + 1)
        or self.words.pronouns[after or ""]) then
    return false                                    -- First, he ... First they
  end
  if item.text:lower() == "first" and after == "of" then
    return text:find("^%s+of%s+all", item.last + 1) == nil
  end
  return not text:find("^[%w]", item.last + 1)
end

--- Is it what one of something costs, in a currency that nobody names: "orders
--- at 200 million per aircraft"?
function evidence:is_price()
  local price = self.words.price
  if not price then return false end
  local before = around.before(self.text, self.from, 10)
  if before:match "(%a+)%s+$" ~= price.before then return false end
  local word, of = self.text:match("^%s+(%a+)%s*(%a*)", self.to + 1)
  if price.each[word] then return true end
  return word == price.per and of ~= "" and not price.not_per[of]
end

return evidence
