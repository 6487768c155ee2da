--- Why a number is no count: it is part of a name, a code, a phone number, a
--- place in a list, a pronoun. Used by gloss.steps.amounts.evidence, whose
--- place in a text is meant by `self`.
---
--- Most numbers have plain words on both sides, so each question looks at one
--- byte first.
local around = require "gloss.steps.amounts.around"

local counts = {}

-- What is near a number, found once: `word` and `written` before it, `gap` to
-- it, the bytes right `before` and `behind` it, whether `digits` are near.
local near = {}

local function look_around(self, first, last)
  local text = self.text
  near.word, near.written, near.gap = around.word_before(text, first)
  near.before = first > 1 and text:sub(first - 1, first - 1) or ""
  near.behind = text:sub(last + 1, last + 1)
  near.head = around.before(text, first, 24)
  near.digits = near.head:find "%d" ~= nil
  return near
end

-- Codes, phone numbers, labels ------------------------------------------------

-- A mark right before or behind that makes a number part of something else.
local CUT_BEFORE = { ["#"] = true, ["_"] = true, ["/"] = true, ["\\"] = true,
  ["="] = true, ["&"] = true, ["@"] = true, ["^"] = true, ["."] = true,
  [":"] = true }
-- What may end before a number so that it is a label ("n° 5", "§ 7"), by its
-- last byte other than a space.
local LABELS = { ["\xb0"] = { "[nN]°$" }, ["\xba"] = { "[nN]º$" },
  ["\x96"] = { "№$" }, ["\xa7"] = { "§$" } }
-- What goes on behind a number so that it is a part, by the first byte.
local BEHIND = {
  ["_"] = { "^_" }, ["\\"] = { "^\\" }, ["@"] = { "^@" }, ["^"] = { "^%^" },
  ["-"] = { "^%-%d" }, [":"] = { "^:%d" }, ["/"] = { "^/%d" },
  ["."] = { "^%.%d" }, [")"] = { "^%) ?%d" },
  ["("] = { "^%(%a%)" },                                          -- 401(k)
  ["'"] = { "^'%d" }, ["\xe2"] = { "^–%d", "^’%d" },
  [" "] = { "^ [-–] ?%d", "^ – ?%d",                              -- a score
            "^ %(%a%)", "^ º", "^ ª" },                            -- 501 (c)
  [","] = { "^,%-" },                                             -- 20,-- EUR
}
-- What before a number makes it the second part, where digits are near.
local AFTER_DIGITS = { "[%d^][-)] ?$", "%d–$", "%d['’]+$", "%d [–-]+ ?$" }

local function any(text, at, patterns)
  for _, pattern in ipairs(patterns or {}) do
    if text:find(pattern, at) then return true end
  end
  return false
end

-- Part of a code, an address, a date, a phone number or a score.
local function is_cut(self, item, last)
  local text, head = self.text, near.head
  if CUT_BEFORE[near.before] then return true end
  if near.before == '"' and head:find '="$' or head:find "= $" then
    return true
  end
  if near.before == "-" and head:find "%a%-$" then       -- Covid-19, high-five
    local before = self.items[self.first - 1]
    return not (before and before.class == "WORDNUM")    -- three-nought-four
  end
  if near.word == "" or near.before >= "\x80" then            -- a sign, no word
    local bare = head:gsub("\xc2\xa0$", ""):gsub(" $", "")
    if any(bare, 1, LABELS[bare:sub(-1)]) then return true end
  end
  if near.digits and any(head, 1, AFTER_DIGITS) then return true end
  if head:find "%+%d*%s?$" or any(text, last + 1, BEHIND[near.behind]) then
    return true
  end
  -- one group of several, with spaces between
  return near.behind == " " and text:find("^%d", last + 2) ~= nil
    and (text:sub(item.first, last):find "%d %d" ~= nil
      or head:find "%d $" ~= nil and text:find("^%d%d%d", last + 2) ~= nil)
end

-- The word that stands before the digits that stand before a number, and what
-- stands between the last two: "sections", "and" before the 4 of "sections 3
-- and 4".
local function word_before_digits(self, item)
  return around.before(self.text, item.first, 32):lower()
    :match "([%a\x80-\xff]+)%.?%s%d[%d%s()+,–.-]*([%a\x80-\xff]*)%s?$"
end

-- One group of digits of a phone number: others or a plus stand before it, or
-- a word for phones, or it begins with a zero.
local function in_phone(self, item, last)
  local text, phones = self.text, self.words.phones
  local whole = text:sub(item.first, last)
  if text:find("^0%d*[1-9]", item.first)
      or whole:find "^%d%-%d%d%d%d$" or whole:find "^%d%d%d%-%d%d%d%d$" then
    return true
  end
  local word = near.word or near.head:lower():match "(%a+)[.:] $"
  if phones and phones[word] then return true end
  if not near.digits then return false end
  word = word_before_digits(self, item)
  if phones and phones[word or ""] then return true end
  local run = near.head:match "[%d ()+.-]+$"
  if not run or not run:find "%d[ .-]$" then return false end
  local _, groups = run:gsub("%d+", "")
  return groups >= 2 or run:find "%+" ~= nil or run:find "^ *%(?0" ~= nil
end

-- "page 12", "No. 5", "sections 3 and 4".
local function in_list(self, item)
  local words = self.words
  local word = near.word
  if not word and near.gap and near.gap:find "^%. ?$" then
    word = near.head:lower():match "([%a\x80-\xff]+)%. ?$"
  end
  if words.no_count[word or ""] then return true end
  local many = words.no_count_many
  if not many or many[word or ""] then return many ~= nil end
  if not near.digits then return false end
  local head, joint = word_before_digits(self, item)
  return head ~= nil and many[head] ~= nil
    and (joint == "" or words.joints[joint] ~= nil)
end

-- "[12]", "(6):", "2)", "1. First" at the start of a line, "2.2 The ...".
local function is_label(self, item)
  local text, before = self.text, near.before
  local behind = text:sub(item.last + 1, item.last + 2)
  if before == "[" and behind:find "^%]"
      or before == "(" and behind == "):" then
    return true
  end
  if before == "\n" or before == "" then
    return behind:find "^[.)]%s" ~= nil or item.text:find "^%d%.%d$" ~= nil
      and text:find("^ %u", item.last + 1) ~= nil
  end
  return behind:find "^%)" ~= nil and before:find "[%s,]" ~= nil
    and not around.before(text, item.first, 80):find "%([^)]*$"
end

-- Names -----------------------------------------------------------------------

-- "Python 3.12", "the Group of 77", "CA 90210", "H.R. 3590": numbers that a
-- capital does not tell from amounts alone.
local function in_known_name(self, item)
  local words, low, written = self.words, near.word, near.written
  if not low then
    return near.gap ~= nil and near.gap:find "^%." ~= nil
      and any(near.head, 1, words.bills)
  end
  if words.versions and words.versions[low] then return true end
  if #written == 2 and written:find "^%u%u$"
      and item.text:find "^%d%d%d%d%d$" then
    return true
  end
  if words.name_of and low == words.name_of.joint and #item.text <= 2 then
    local head = near.head:match "%f[%w](%u%a+)%s%a+%s$"
    return head and words.name_of[head:lower()] or false
  end
  return false
end

-- A capital word right before makes a number part of a name: Boeing 737,
-- Channel One, Russia 1. Large and grouped numbers are no names.
local function in_name(self, item)
  local text, low, written = self.text, near.word, near.written
  if item.class == "WORDNUM" and item.text:find "^%u%l"
      and not around.starts(text, item.first) then
    return true                                          -- Group of Seven
  end
  if in_known_name(self, item) then return true end
  local names = self.words.number_names                          -- 3M
  if names and names[text:sub(item.first, item.last)] then
    local after = around.word_after(text, item.last)
    return not (after and self.words.metres.plurals[after])
  end
  if not written then return false end
  if not written:find "^%l?%u" then
    return written:find "^\xd0" and #item.text <= 3 or false
  end
  if near.gap:find "\n" then return false end
  local capitals = written:find "^%u%u+$" ~= nil
  if self.words.plain[low] and not capitals then return false end
  if self.words.capital_nouns then
    local _, after = around.word_after(text, item.last)
    if after and after:find "^%u" then return false end
  end
  if item.class == "WORDNUM" then return item.text:find "^%u" ~= nil end
  return math.type(item.value) == "integer"
    and (item.value < 10000 or capitals and item.text:find "^%d+$" ~= nil)
    and not item.text:find "[,.]" and not (item.class == "NUM" and item.scale)
end

-- "317 Harbour Street": a number before a name that ends in a word for streets;
-- "24, rue des Archives".
local function in_address(self, item)
  local streets, text = self.words.streets, self.text
  local first_word = self.words.streets_first
  if first_word then
    return first_word[text:match("^,? ([%a\x80-\xff]+)", item.last + 1)] ~= nil
      and item.text:find "^%d+$" ~= nil
  end
  if not streets or near.behind ~= " " or not text:find("^%u", item.last + 2)
      or not item.text:find "^%d+%a?$" then
    return false
  end
  local at = item.last + 1
  for _ = 1, 4 do
    local word, after = text:match("^ ([%u%d][%w'.]*)()", at)
    if not word then return false end
    if streets[word:lower():gsub("%.$", "")] then return true end
    at = after
  end
  return false
end

-- Words that only look like numbers -------------------------------------------

-- Is "one" a pronoun? "Two's company", "the 737's wing".
local function is_pronoun(self, item)
  local text, words = self.text, self.words
  if (near.behind == "'" or near.behind == "\xe2")
      and text:find("^['’]+s%f[%W]", item.last + 1) then
    return true
  end
  if item.class ~= "WORDNUM" or item.text:lower() ~= "one" then return false end
  local minus = self.items[self.first - 1]
  if minus and minus.class == "MINUS" then return false end
  local before = near.word
  if before and words.one_after[before] then return true end
  local article = near.head:lower():match "(%a+)%s+%a+%s$"    -- the best one
  if article and words.articles and words.articles[article] then return true end
  local after = around.word_after(text, item.last)
  if after then return words.one_before[after] or false end
  return before ~= nil and self.from > 1
end

-- "A six-figure sum", "one-off", "net zero", "a 737".
local function in_idiom(self, item)
  local words, text = self.words, self.text
  local tail = text:match("^[-‐‑]+(%a+)", item.last + 1)
  if tail and words.no_count_tail and words.no_count_tail[tail:lower()] then
    return true
  end
  if words.figures and item.class == "WORDNUM"                 -- six figures
      and words.figures[around.word_after(text, item.last)] then
    return true
  end
  if item.value == 0 and words.zero_after and item.class == "WORDNUM" then
    local after = around.word_after(text, item.last)
    return words.zero_after[near.word] or words.zero_before[after] or false
  end
  return words.one_thing ~= nil and words.one_thing[near.word] ~= nil
    and not tail and item.text:find "^%d+$" ~= nil
end

-- "DOS" among small letters is a system, not two; "neuf" may be new.
local function is_other_word(self, item)
  if item.class ~= "WORDNUM" then return false end
  local text = item.text
  local after, written = around.word_after(self.text, item.last)
  if text:find "^%u%u+$" then
    local other = near.written or written
    return other ~= nil and other:find "%l" ~= nil
  end
  local plural = self.words.needs_plural
  return plural ~= nil and plural[text:lower()] ~= nil
    and not (after and after:find "[sxz]$")
end

-- "One twenty two": numbers in words side by side, of which nobody knows what
-- they are together. "Three nought four" are three digits.
local function are_beside(a, b)
  return a and b and a.class == "WORDNUM" and b.class == "WORDNUM"
    and b.gap == "_" and (a.value > 9 or b.value > 9)
end

local function is_beside_number(self)
  local items, first, last = self.items, self.first, self.last
  return are_beside(items[first - 1], items[first])
    or are_beside(items[last], items[last + 1])
end

-- "A 5k race".
local function is_length(self, item)
  local metres = self.words.metres
  return metres ~= nil and item.text:find "^%d+ ?[kK]$" ~= nil
    and metres.lengths[around.word_after(self.text, item.last)] ~= nil
end

local function is_before_sign(self, _, last)
  local text = self.text
  if near.behind == " " then return text:find("^°", last + 2) ~= nil end
  return text:find("^%%", last + 1) ~= nil or text:find("^°", last + 1) ~= nil
    or text:find("^%-?%u", last + 1) ~= nil or near.behind:find "^%a" ~= nil
end

-- In the order in which it is asked.
local FAULTS = {
  { "part of a code or a date", is_cut },
  { "part of a phone number", in_phone },
  { "a place in a list", in_list },
  { "part of a name", in_name },
  { "a label", is_label },
  { "part of an address", in_address },
  { "a pronoun", is_pronoun },
  { "another word", is_other_word },
  { "part of an idiom", in_idiom },
  { "beside another number", is_beside_number },
  { "a length in thousands of metres", is_length },
  { "before a sign or a letter", is_before_sign },
}

--- Why the number (or the two numbers of a range) is no count; nil: it is one.
---@param self table the place
---@param item table
---@param other? table
---@return string? why
function counts.why_none(self, item, other)
  if item.class == "JUNK" then return "digits that make no number" end
  if item.class == "YEARWORD" then return "a year in words" end
  local last = (other or item).last
  look_around(self, item.first, last)
  for _, fault in ipairs(FAULTS) do
    if fault[2](self, item, last) then return fault[1] end
  end
end

return counts
