--- Makes readings of amounts: the builders that amounts/rules.lua names.
---
--- A builder takes what a rule captured (items by name) and the place of the
--- phrase, and returns a reading with kind, value, low, high, unit, approx,
--- unknown; or nil and why the words are no amount. `unknown` says what is in
--- doubt: an amount that may be two things has no value, or no unit.
local values = {}

-- What is in doubt.
local NO_NUMBER = "digits that make no number"
local WHICH_CURRENCY = "several currencies have this name"
local METRES = "metres or millions"
local WEIGHT = "weight or money"
local WHICH_SCALE = "the scale of the first number"
local COMMA = "a comma before the unit"
local THOUSANDS = "thousands or decimals"

-- A whole number where it is one, else fifteen digits.
local function number(value)
  return math.tointeger(value) or tonumber(("%.15g"):format(value))
end

-- What "about", "nearly", "more than", "up to" say of a value.
local function hedged(reading, c)
  local hedge = c.hedge
  if not hedge then return reading end
  if hedge.class == "OVER" then
    reading.low = reading.low or reading.value
  elseif hedge.class == "UNDER" then
    reading.high = reading.high or reading.value
  else
    reading.approx = true
    if hedge.class == "NEARLY" then
      reading.high = reading.high or reading.value
    end
  end
  return reading
end

local function amount(kind, value, unit, c)
  return hedged({ kind = kind, value = number(value), unit = unit or nil,
                  approx = c.n and c.n.approx or nil }, c)
end

-- "400-500,000": thousands on both sides, or on one?
local function scale_in_doubt(c, low, high)
  return low < 1000 and low * 1000 < high and c.m.text:find ",000$" ~= nil
    and low > 1 and not c.n.scaled
end

-- "16,356" in Spanish: a comma before thousands, or before decimals?
local function comma_in_doubt(c, x)
  return x.words.comma_doubt and c.n
    and c.n.text:find "^%d%d?%d?,%d%d%d$" ~= nil
end

-- What is left of a reading whose number is in doubt.
local function without_number(reading, why)
  reading.value, reading.low, reading.high = nil, nil, nil
  reading.unknown = why
  return reading
end

-- Low and high of "15-20 million": the scale of the second is the first's,
-- too, where it would be larger else. nil and why where they make no range.
local function bounds(c, x)
  local low, high = c.n.value, c.m.value
  if c.m.scaled and not c.n.scaled and low < high / c.m.scale
      and c.n.class ~= "YEARWORD" then
    low = low * c.m.scale
  end
  if low >= high then return nil, "the first is not the smaller one" end
  local why = x:why_no_range(c.n, c.m)
  if why then return nil, why end
  -- "Five or six" is a range, "a million or a billion" a choice.
  if x:joined_by_or() and high > 3 * low then return nil, "a choice" end
  return number(low), number(high)
end

local function between(kind, unit, c, x)
  local low, high = bounds(c, x)
  if not low then return nil, high end
  local reading = { kind = kind, low = low, high = high, unit = unit or nil,
    approx = c.hedge and (c.hedge.class == "APPROX"
      or c.hedge.class == "NEARLY") or nil }
  if scale_in_doubt(c, low, high) then without_number(reading, WHICH_SCALE) end
  return reading
end

-- Money -----------------------------------------------------------------------

-- The code of the currency: a name beside the sign says more than the sign.
-- nil where several countries have a currency of that name.
local function currency(c)
  local sign, name = c.sign and c.sign.value, c.money and c.money.value
  if c.sign and c.sign.text ~= "$" then return sign or name or nil end
  return name or sign or nil
end

local function money(value, c, x)
  local unit = currency(c)
  local reading = amount("money", value, unit, c)
  if not unit then reading.unknown = WHICH_CURRENCY end
  if comma_in_doubt(c, x) then without_number(reading, THOUSANDS) end
  return reading
end

local function scale_of(letter) return letter and letter.value or 1 end

function values.money(c, x)
  if c.sign and not x:is_sign(c.sign) then return nil, "inside a code" end
  local value = (c.n and c.n.value or 1) * scale_of(c.letter)
  if c.n and not c.sign then
    local why = c.money.gap == "," and COMMA or x:why_no_number(c.n)
    if why then return nil, why end
  end
  if c.money and c.money.class == "CODE" and c.n
      and not x:is_code(c.money, c.n) then
    return nil, "part of a name"
  end
  if c.m then
    if c.m.value >= 100 then return nil, "too many cents" end
    value = value + c.m.value / 100
  end
  if c.a and not currency(c) then return nil, WHICH_CURRENCY end
  if c.a and x:names_a_thing() then return nil, "part of a longer noun" end
  return money(value, c, x)
end

-- "75 USD million", "30 MUSD".
function values.money_scaled(c, x)
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  return money(c.n.value * c.scale.value, c, x)
end

function values.money_in_millions(c, x)
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  return amount("money", c.n.value * 1e6, c.code.value, c)
end

-- "87.5" where decimals have a comma, "1,5" where they have a point: one mark
-- with one or two digits behind it can mean nothing else. nil of any other.
local function foreign_decimals(item)
  local whole, part = item.text:match "^(%d+)[.,](%d%d?)$"
  return whole and tonumber(whole .. "." .. part)
end

--- "$1,5 million", "$1,2,3": money, but who knows how much of the latter.
function values.money_in_doubt(c)
  local value = foreign_decimals(c.junk)
  if not value then
    return { kind = "money", unit = currency(c), unknown = NO_NUMBER }
  end
  value = value * scale_of(c.scale) * scale_of(c.letter)
  return { kind = "money", value = number(value), unit = currency(c),
           unknown = not currency(c) and WHICH_CURRENCY or nil }
end

function values.percent_in_doubt(c)
  local value = foreign_decimals(c.junk)
  return { kind = "percent", value = value and number(value),
           unknown = not value and NO_NUMBER or nil }
end

function values.quantity_in_doubt(c)
  local value = foreign_decimals(c.junk)
  if not value then return nil, NO_NUMBER end
  return { kind = "quantity", value = number(value * scale_of(c.scale)),
           unit = c.unit.value }
end

function values.half_money(c, x)
  return money(0.5, c, x)
end

function values.money_after(c, x)
  if x.first ~= x.last - 1 and not c.hedge and x.last - x.first > 1 then
    return nil, "words between number and sign"
  end
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  if c.sign.text == "$" and c.sign.gap ~= "+" or x:digit_follows() then
    return nil, "the sign belongs to the next number"
  end
  return money(c.n.value, c, x)
end

-- An amount, or a range where there is a second number.
local function one_or_two(kind, unit, c, x)
  if c.m then return between(kind, unit, c, x) end
  return amount(kind, x:signed(c.n), unit, c)
end

-- "Five million pounds" is money; "five pounds" may be a weight.
function values.pounds(c, x)
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  local told = x:money_or_weight() or c.pounds.gap == "-" and "weight"
  if told == "money" or told ~= "weight" and (c.m or c.n).value >= 1e5 then
    return one_or_two("money", "GBP", c, x)
  end
  local reading
  reading, why = one_or_two("quantity", "pound", c, x)
  if reading and not told then reading.unknown = WEIGHT end
  return reading, why
end

function values.cents(c, x)
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  return amount("money", c.n.value, c.cents.value, c)
end

-- "99p", but not the lines of a screen, "1080p".
function values.pence(c, x)
  local lines = c.n.value >= 480 and c.n.value % 60 == 0
  if lines or not x:lone_unit() then return nil, "part of a code or a date" end
  return values.cents(c, x)
end

-- "£800m-£1.2bn", "$15-20m": each side with its own scale, or the second's.
function values.money_range(c, x)
  if not (c.letter or c.letter_low) then
    local reading, why = between("money", currency(c), c, x)
    if reading and not reading.unit and not reading.unknown then
      reading.unknown = WHICH_CURRENCY
    end
    return reading, why
  end
  local low = c.n.value * scale_of(c.letter_low)
  local high = c.m.value * scale_of(c.letter)
  if c.letter and not c.letter_low and not c.n.scaled then
    low = low * c.letter.value
  end
  if low >= high then return nil, "the first is not the smaller one" end
  local unit = currency(c)
  return { kind = "money", low = number(low), high = number(high), unit = unit,
           unknown = not unit and WHICH_CURRENCY or nil }
end

-- Percent, quantities, parts --------------------------------------------------

function values.percent(c, x)
  local why = c.percent.gap == "," and COMMA or x:why_no_number(c.n)
  if why then return nil, why end
  return amount("percent", x:signed(c.n), nil, c)
end

function values.half_percent(c)
  return amount("percent", 0.5, nil, c)
end

function values.percent_range(c, x)
  return between("percent", nil, c, x)
end

-- "Three Mile Island", "Nine Inch Nails".
local function in_capitals(c, x)
  return c.n.text:find "^%u" and c.unit.text:find "^%u"
    and x.text:find("^ %u", x.to + 1) ~= nil
end

local function unit_of(c, x)
  local unit = c.unit
  if unit.gap == "," then return nil, COMMA end
  if unit.class == "UNIT" and unit.gap ~= "+" and unit.gap ~= "_"
      and unit.gap ~= "-" then
    return nil, "a mark before the unit"
  end
  if unit.class == "UNIT" and #unit.text == 1 and not x:lone_unit() then
    return nil, "a letter of a word"
  end
  if c.n and in_capitals(c, x) then return nil, "part of a name" end
  return unit.value
end

function values.quantity(c, x)
  local unit, why = unit_of(c, x)
  why = why or x:why_no_number(c.n)
    or unit == "point" and x:is_moment(c.n) and "a moment" or nil
  if why then return nil, why end
  return amount("quantity", x:signed(c.n) * scale_of(c.letter), unit, c)
end

-- "5m" alone: a length, a number in millions, or nobody knows.
function values.letter(c, x)
  local why = x:why_no_number(c.n)
  if why then return nil, why end
  local told = x:metres_or_millions()
  if not told and not x:lone_unit() then return nil, "a letter of a word" end
  if told == "m" then return one_or_two("quantity", "m", c, x) end
  if told ~= "million" then return { kind = "quantity", unknown = METRES } end
  local reading
  reading, why = one_or_two("count", nil, c, x)
  for _, field in ipairs { "value", "low", "high" } do
    if reading and reading[field] then
      reading[field] = number(reading[field] * c.letter.value)
    end
  end
  return reading, why
end

function values.temperature(c, x)
  local why = x:why_no_number(c.n)
  if not why and not x:is_temperature(c.n) then why = "no temperature" end
  if why then return nil, why end
  return amount("quantity", x:signed(c.n), c.unit.value, c)
end

function values.half_unit(c)
  return amount("quantity", 0.5, c.unit.value, c)
end

-- "0.3 of a percentage point", "two thirds of a mile", "a quarter of a point".
function values.part_of_unit(c, x)
  local n = c.n and c.n.value or 1
  local why = c.n and x:why_no_number(c.n)
  if why then return nil, why end
  return amount("quantity", n / (c.part and c.part.value or 1), c.unit.value, c)
end

-- "A mile and a half", "two percentage points and a half".
function values.unit_and_half(c)
  return amount("quantity", (c.n and c.n.value or 1) + 0.5, c.unit.value, c)
end

function values.quantity_range(c, x)
  local unit, why = unit_of(c, x)
  if not unit then return nil, why end
  return between("quantity", unit, c, x)
end

function values.fraction(c, x)
  local n = c.n and c.n.value or 1
  local why = c.n and (c.n.class == "YEARWORD" and "a year in words"
    or x:why_no_number(c.n))
  if why then return nil, why end
  local sign = c.n and x:signed(c.n) < 0 and -1 or 1
  return amount("quantity", sign * n / c.part.value, "ratio", c)
end

-- "A third of", "one-fifth", "a quarter": parts; "a third man" is none.
function values.one_part(c, x)
  local n = c.n and c.n.value or 1
  if n ~= 1 or c.part.value < 3 then return nil, "no part" end
  if c.part.gap ~= "-" and not x:is_part() then return nil, "an ordinal" end
  return amount("quantity", 1 / c.part.value, "ratio", c)
end

-- "Between a third and a half", "a quarter to two thirds".
function values.part_range(c)
  local low = (c.n and c.n.value or 1) / c.part.value
  local high = c.half and 0.5 or (c.m and c.m.value or 1) / c.other.value
  if low >= high then return nil, "the first is not the smaller one" end
  return { kind = "quantity", low = number(low), high = number(high),
           unit = "ratio" }
end

-- "Jeder fünfte": one in five.
function values.every(c)
  if c.part.value < 2 then return nil, "an ordinal" end
  return amount("quantity", 1 / c.part.value, "ratio", c)
end

function values.ratio(c, x)
  if c.a and not x.words.one_is_a then return nil, "an article" end
  if c.from and not x.words.from_is_of then return nil, "a movement" end
  local n, m = c.n and c.n.value or 1, c.m.value
  if n >= m or m > 1000 or math.type(n) ~= "integer"
      or math.type(m) ~= "integer" or c.m.class == "YEAR4" then
    return nil, "no part of a whole"
  end
  -- "1 in 4" and "7 in 10" in digits, but not "12 in 40 towns".
  if c.n and c.n.class ~= "WORDNUM" and n ~= 1 and m ~= 10 and m ~= 100
      and x.items[x.last - 1].text:lower() == "in" then
    return nil, "a number in a place"
  end
  local why = c.n and x:why_no_count(c.n)
  if why and why ~= "a pronoun" then return nil, why end
  return amount("quantity", n / m, "ratio", c)
end

-- "One over three", with nothing behind it.
function values.quotient(c, x)
  if c.over.text:lower() ~= "over" or not x:ends_here() or c.m.value == 0 then
    return nil, "no quotient"
  end
  return amount("quantity", x:signed(c.n) / c.m.value, "ratio", c)
end

function values.half(c, x)
  if c.half.class == "HALF" and not x.words.half_alone then
    return nil, "half of what follows"
  end
  if not x:is_half() then return nil, "part of a match or a year" end
  return amount("quantity", 0.5, "ratio", c)
end

-- Counts and ordinals ---------------------------------------------------------

function values.range(c, x)
  local why = x:why_no_count(c.n, c.m)
  if not why and x:is_score(c.n, c.m) then why = "a score" end
  if why then return nil, why end
  return between("count", nil, c, x)
end

function values.count(c, x)
  local why = x:why_no_count(c.n)
  if why then return nil, why end
  if c.n.scaled and x:is_price() then
    local reading = amount("money", c.n.value, nil, c)
    reading.unknown = "no currency"
    return reading
  end
  local one_in = not c.hedge and c.n.value >= 2 and x:one_in()
  if one_in then
    x.from = one_in
    return amount("quantity", 1 / c.n.value, "ratio", c)
  end
  local reading = amount("count", x:signed(c.n), nil, c)
  if comma_in_doubt(c, x) then return without_number(reading, THOUSANDS) end
  local tail = x:tail()
  if tail == "low" then reading.low = reading.value end
  if tail == "approx" then reading.approx = true end
  return reading
end

function values.ordinal(c, x)
  if not x:is_ordinal(c.nth) then return nil, "a name or an adverb" end
  if x:is_share(c.nth) then
    return amount("quantity", 1 / c.nth.value, "ratio", c)
  end
  return { kind = "ordinal", value = number(c.nth.value) }
end

return values
