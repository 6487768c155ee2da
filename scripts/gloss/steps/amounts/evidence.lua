--- Is a number an amount? What stands around it that makes it part of a name,
--- a code, a phone number, a pronoun. Methods of a place in a text, whose
--- fields text, words, items, first, last, from and to are the phrase at hand.
local evidence = {}

local REACH = 40

--- The word before a byte, in lower case, and as written; and what is between.
local function word_before(text, first)
  local word, gap = text:sub(math.max(1, first - REACH), first - 1)
    :match "([%w\x80-\xc1\xc3-\xe1\xe3-\xff]+)([^%w\x80-\xc1\xc3-\xe1\xe3-\xff]*)$"
  if not word or gap:find "[^%s%-']" then return nil, nil, gap end
  word = word:gsub("^[\x80-\xbf]+", "")                 -- of a quotation mark
  return word:lower(), word, gap
end

local function word_after(text, last)
  local word = text:match("^[%s%-]+([%a\x80-\xc1\xc3-\xe1\xe3-\xff]+)", last + 1)
  return word and word:lower(), word
end

-- Does a sentence, a line or a quotation begin at `first`?
local function starts(text, first)
  local before = text:sub(math.max(1, first - 5), first - 1)
  return before == "" or before:find "[.!?:;\n•*][\"'%s]*$" ~= nil
    or before:find "[\"”“‘(]$" ~= nil or before:find "[-–—] ?$" ~= nil
end

local CUT_BEFORE = { "#", "_", "/", "\\", "=", "&", "@", "№", "^", ".", ":" }
local CUT_BEHIND = { "_", "\\", "@", "^" }

-- Part of a code, an address, a date, a phone number or a score.
local function is_cut(text, first, last)
  local before = text:sub(math.max(1, first - 4), first - 1)
  local behind = text:sub(last + 1, last + 5)
  if not before:find "%s$" then
    for _, mark in ipairs(CUT_BEFORE) do
      if before:sub(-#mark) == mark then return true end
    end
  end
  for _, mark in ipairs(CUT_BEHIND) do
    if behind:sub(1, #mark) == mark then return true end
  end
  if before:find "%a%-$" then                      -- Covid-19, F-16
    return text:find("^%d", first) ~= nil
  end
  return before:find "[%d^][-)] ?$" ~= nil or before:find "%+%d*%s?$" ~= nil
    or behind:find "^[-:/]%d" ~= nil or behind:find "^%.%d" ~= nil
    or behind:find "^%) ?%d" ~= nil
    or behind:find "^ %d%d%d" ~= nil and before:find "%d $" ~= nil
    or text:find("^ [-–] ?%d", last + 1) ~= nil            -- a score
    or text:find("^ – ?%d", last + 1) ~= nil
    or text:sub(math.max(1, first - 6), first - 1):find "%d [–-]+ ?$" ~= nil
end

-- One group of digits of a phone number: others or a plus stand before it, or
-- it is as long as the last part of one.
local function in_phone(text, first, last)
  local run = text:sub(math.max(1, first - 24), first - 1):match "[%d ()+.-]+$"
  if run and run:find "%d[ .-]$" then
    local _, groups = run:gsub("%d+", "")
    if groups >= 2 or run:find "%+" or run:find "^ *%(?0" then return true end
  end
  if run and run:find "%+$" then return true end
  return text:sub(first, last):find "^%d%d%d%-%d%d%d%d$" ~= nil
end

--- Is the item a number for itself? (Its unit is known already.)
function evidence:is_number(item)
  if item.class == "JUNK" then return false end
  local before = self.text:sub(math.max(1, item.first - 2), item.first - 1)
  if before:find "%a%-$" and self.text:find("^%d", item.first) then return false end
  return not before:find "[#_/=@]$"
end

--- Does a sign stand for money here? ("US" in "US$" is cut off before.)
function evidence:is_sign(item)
  local before = self.text:sub(math.max(1, item.first - 1), item.first - 1)
  return not before:find "[%d_#]"
end

--- The value with the minus before it; the span then begins there.
function evidence:signed(item)
  local text, first = self.text, item.first
  local before = text:sub(math.max(1, first - 5), first - 1)
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

-- A capital word right before makes a number part of a name: Boeing 737,
-- Channel One, Russia 1. Large and grouped numbers are no names.
local function in_name(self, item)
  local text = self.text
  local low, written, gap = word_before(text, item.first)
  if item.class == "WORDNUM" and item.text:find "^%u%l"
      and not starts(text, item.first) then
    return true                                          -- Group of Seven
  end
  if not written or not written:find "^%u" then
    return written and written:find "^\xd0" and #item.text <= 3 or false
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
  local before = text:sub(math.max(1, item.first - 2), item.first - 1)
  if before:find "%[$" and text:find("^%]", item.last + 1)
      or before:find "%($" and text:find("^%):", item.last + 1) then
    return true
  end
  if not before:find "\n$" and before ~= "" then
    return before:find "[%s,]$" ~= nil and not before:find "%($"
      and text:find("^%)", item.last + 1) ~= nil
      and not text:sub(math.max(1, item.first - 80), item.first - 1)
        :find "%([^)]*$"
  end
  return text:find("^[.)]%s", item.last + 1) ~= nil
    or item.text:find "^%d%.%d$" ~= nil and text:find("^ %u", item.last + 1) ~= nil
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

-- Is "one" a pronoun?
local function is_pronoun(self, item)
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

--- Is the number (or the two numbers of a range) a count?
function evidence:is_count(item, other)
  local text = self.text
  local last = (other or item).last
  if item.class == "JUNK" or is_cut(text, item.first, last)
      or in_phone(text, item.first, last) then
    return false
  end
  if item.class == "YEARWORD" then return false end
  local before = word_before(text, item.first)
  local short = text:sub(math.max(1, item.first - 8), item.first - 1)
    :lower():match "%f[%a](%a+)%. ?$"
  if self.words.no_count[before or short or ""] then return false end
  if in_name(self, item) or is_label(text, item) or in_address(self, item) then
    return false
  end
  if is_pronoun(self, item) then return false end
  if text:find("^%%", last + 1) or text:find("^%s?°", last + 1) then return false end
  return not text:find("^%-?%u", last + 1) and not text:find("^%a", last + 1)
end

--- Do two numbers make a range? "3-2" is a score; a long row is a number.
function evidence:is_range(low, high)
  local text = self.text
  local before = text:sub(math.max(1, low.first - 2), low.first - 1)
  if before:find "%d[-–/]$" or before:find "%a%-$"
      or high.text:find "^%u%l" then                       -- 7-Eleven
    return false
  end
  if high.gap == "=" and low.value < 30 and high.value < 30
      and high.last == self.to then
    return false                                         -- a score: 1 - 2
  end
  if text:sub(math.max(1, low.first - 6), low.first - 1):find "%d%-%d+, ?$"
      or text:find("^, ?%d+%-%d", high.last + 1) then
    return false                                         -- 6-4, 4-6
  end
  return not text:find("^[-–]%d", high.last + 1)
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

function evidence:of_follows()
  return self.text:find("^%s+of%f[%W]", self.to + 1) ~= nil
end

function evidence:digit_follows()
  return self.text:find("^%s?%d", self.to + 1) ~= nil
end

--- Does a single letter as a unit end here?
function evidence:lone_unit()
  return not self.text:find("^[%w'’]", self.to + 1)
    and not self.text:find("^%.%a", self.to + 1)
end

--- Is "half" a part of something? Not in "first half" or "half-time".
function evidence:is_half()
  local before = word_before(self.text, self.from)
  if before and self.words.no_half[before] then return false end
  return not self.text:find("^%-", self.to + 1)
end

--- Is an ordinal one? Not in "at first", and not where it is a name.
function evidence:is_ordinal(item)
  local text = self.text
  local before, written = word_before(text, item.first)
  if before and self.words.no_ordinal[before] then return false end
  if item.text:find "%.$" then                            -- "5." in German
    return before and self.words.before_ordinal[before] or false
  end
  if written and written:find "^%u" and not self.words.plain[before]
      and item.text:find "^%u" then
    return false
  end
  local after, after_written = word_after(text, item.last)
  if item.text:find "^%u" and after_written and after_written:find "^%u"
      and not starts(text, item.first) then
    return false                                    -- First Avenue
  end
  if item.text:find "^%u" and starts(text, item.first)
      and (text:find("^,", item.last + 1) or self.words.pronouns[after or ""]) then
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
  local before = self.text:sub(math.max(1, self.from - 10), self.from - 1)
  if before:match "(%a+)%s+$" ~= price.before then return false end
  local word, of = self.text:match("^%s+(%a+)%s*(%a*)", self.to + 1)
  if price.each[word] then return true end
  return word == price.per and of ~= "" and not price.not_per[of]
end

return evidence
