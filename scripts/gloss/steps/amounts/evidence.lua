--- Is a number an amount? What stands around it that makes it part of a name,
--- a code, a score, a unit. Methods of a place in a text, whose fields text,
--- words, items, first, last, from and to are the phrase at hand.
---
--- What speaks against a number is said in words: methods `why_no_...` return
--- the reason, or nil where there is none.
local around = require "gloss.steps.amounts.around"
local counts = require "gloss.steps.amounts.counts"

local evidence = { why_no_count = counts.why_none }

local word_before, word_after = around.word_before, around.word_after

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
  local byte = text:byte(first - 1)
  if (byte == 45 or byte == 0x92) and self.from == first then     -- - or −
    local before = around.before(text, first, 5)
    local minus = before:match "^[%s(]*(%-)$" or before:match "[%s(](%-)$"
      or before:match "[%s(](−)$" or before == "−" and before
    if minus and text:find("^[%d.]", first) then
      self.from = first - #minus
      return -item.value
    end
  end
  local index = self.first
  local word = self.items[index - 1]
  if word and word.class == "MINUS" and self.from == first
      and not around.before(text, word.first, 9):find "plus or $" then
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
  local byte = self.text:byte(self.to + 1)
  if byte ~= 43 and byte ~= 45 then return nil end                    -- + or -
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

--- Is "a dollar" the beginning of "a dollar bill"?
function evidence:names_a_thing()
  local things = self.words.money_things
  return things ~= nil and things[word_after(self.text, self.to)] ~= nil
end

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

--- Is it "at one point", which is a moment?
function evidence:is_moment(item)
  local heads = self.words.moments
  return heads ~= nil and item.value == 1 and item.class == "WORDNUM"
    and heads[word_before(self.text, item.first)] ~= nil
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
    or self.items[self.first].class == "APPROX" and words.verbs[after] ~= nil
end

--- Where "un ouvrier sur" before the number begins: one in so many. nil where
--- no such words stand there.
---@return integer?
function evidence:one_in()
  for _, pattern in ipairs(self.words.one_in or {}) do
    local before = around.before(self.text, self.from, 40)
    local at = before:find(pattern)
    if at then return self.from - #before + at - 1 end
  end
end

--- Is "the bottom fifth" a part?
function evidence:is_share(item)
  local heads = self.words.part_before
  return heads ~= nil and item.class == "ORD" and item.value > 2
    and heads[word_before(self.text, item.first)] ~= nil
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
  local words = self.words
  if after and (words.no_ordinal_after and words.no_ordinal_after[after]
      or words.streets and after_written:find "^%u" and words.streets[after]
      or words.no_ordinal_tail and words.no_ordinal_tail[after]
        and text:find("^%-", item.last + 1)) then
    return false
  end
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
