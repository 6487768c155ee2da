--- Makes readings of amounts: the builders that amounts/rules.lua names.
---
--- A builder takes what a rule captured (items by name) and the place of the
--- phrase, and returns a reading with kind, value, low, high, unit, approx,
--- or nil where the words are no amount, or none that can be trusted.
local values = {}

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
  return hedged({ kind = kind, value = number(value), unit = unit or nil }, c)
end

-- Low and high of "15-20 million": the scale of the second is the first's,
-- too, where it would be larger else.
local function bounds(c, x)
  local low, high = c.n.value, c.m.value
  if c.m.scaled and not c.n.scaled and low < high / c.m.scale
      and c.n.class ~= "YEARWORD" then
    low = low * c.m.scale
  end
  if low >= high or not x:is_range(c.n, c.m) then return nil end
  -- "Five or six" is a range, "a million or a billion" a choice.
  if x:joined_by_or() and high > 3 * low then return nil end
  return number(low), number(high)
end

local function between(kind, unit, c, x)
  local low, high = bounds(c, x)
  if not low then return nil end
  local approx = c.hedge and (c.hedge.class == "APPROX"
    or c.hedge.class == "NEARLY") or nil
  return { kind = kind, low = low, high = high, unit = unit or nil,
           approx = approx }
end

-- Money -----------------------------------------------------------------------

local function letter_scale(x)
  local last = x.items[x.last]
  if last.class == "LETTER" then return last.value end
  for i = x.first, x.last do
    if x.items[i].class == "LETTER" then return x.items[i].value end
  end
  return 1
end

-- The code of the currency: a name beside the sign says more than the sign.
local function currency(c)
  local sign, name = c.sign and c.sign.value, c.money and c.money.value
  if c.sign and c.sign.text ~= "$" then return sign or name end
  return name or sign
end

function values.money(c, x)
  if c.sign and not x:is_sign(c.sign) then return nil end
  local value = c.n and c.n.value or 1
  if c.sign then value = value * letter_scale(x) end
  if c.n and not c.sign and not x:is_number(c.n) then return nil end
  if c.m then
    if c.m.value >= 100 then return nil end
    value = value + c.m.value / 100
  end
  return amount("money", value, currency(c), c)
end

function values.half_money(c)
  return amount("money", 0.5, c.money.value, c)
end

function values.money_after(c, x)
  if x.first ~= x.last - 1 and not c.hedge and x.last - x.first > 1 then
    return nil
  end
  if not x:is_number(c.n) or c.sign.text == "$" and c.sign.gap ~= "+" then
    return nil
  end
  if x:digit_follows() then return nil end
  return amount("money", c.n.value, c.sign.value, c)
end

-- "Five million pounds" is money; "five pounds" may be a weight.
function values.pounds(c, x)
  if not x:is_number(c.n) then return nil end
  if c.n.value >= 1e5 and not x:of_follows() then
    return amount("money", c.n.value, "GBP", c)
  end
  return amount("quantity", c.n.value, "pound", c)
end

function values.cents(c, x)
  if not x:is_number(c.n) then return nil end
  return amount("money", c.n.value, c.cents.value, c)
end

function values.money_range(c, x)
  if c.letter then
    c.n.value, c.m.value = c.n.value, c.m.value
    local scale = c.letter.value
    local low, high = c.n.value * scale, c.m.value * scale
    if low >= high then return nil end
    return { kind = "money", low = number(low), high = number(high),
             unit = currency(c) or nil }
  end
  return between("money", currency(c), c, x)
end

-- Percent, quantities, parts --------------------------------------------------

function values.percent(c, x)
  if not x:is_number(c.n) then return nil end
  return amount("percent", x:signed(c.n), nil, c)
end

function values.half_percent(c)
  return amount("percent", 0.5, nil, c)
end

function values.percent_range(c, x)
  return between("percent", nil, c, x)
end

local function unit_of(c, x)
  local unit = c.unit
  if unit.class == "POUNDS" then return "pound" end
  if unit.class == "LETTER" then
    return (unit.gap == "+" or unit.gap == "_") and x:lone_unit() and "m" or nil
  end
  if unit.class == "UNIT" and unit.gap ~= "+" and unit.gap ~= "_"
      and unit.gap ~= "-" then
    return nil
  end
  return unit.value
end

function values.quantity(c, x)
  local unit = unit_of(c, x)
  if not unit or not x:is_number(c.n) then return nil end
  return amount("quantity", x:signed(c.n), unit, c)
end

function values.half_unit(c)
  return amount("quantity", 0.5, c.unit.value, c)
end

function values.quantity_range(c, x)
  local unit = unit_of(c, x)
  return unit and between("quantity", unit, c, x)
end

function values.fraction(c, x)
  local n = c.n and c.n.value or 1
  if c.n and (not x:is_number(c.n) or c.n.class == "YEARWORD") then return nil end
  local sign = c.n and x:signed(c.n) < 0 and -1 or 1
  return amount("quantity", sign * n / c.part.value, "ratio", c)
end

-- "A third of", "one-fifth", "a quarter": parts; "a third man" is none.
function values.one_part(c, x)
  local n = c.n and c.n.value or 1
  if n ~= 1 or c.part.value < 3 then return nil end
  if c.part.gap ~= "-" and not x:of_follows() and not x:ends_here() then
    return nil
  end
  return amount("quantity", 1 / c.part.value, "ratio", c)
end

function values.ratio(c, x)
  local n, m = c.n.value, c.m.value
  if n >= m or m > 1000 or math.type(n) ~= "integer"
      or math.type(m) ~= "integer" or c.m.class == "YEAR4" then
    return nil
  end
  if c.n.class ~= "WORDNUM" and x.items[x.last - 1].text:lower() == "in" then
    return nil
  end
  return amount("quantity", n / m, "ratio", c)
end

-- "One over three", with nothing behind it.
function values.quotient(c, x)
  if c.over.text:lower() ~= "over" or not x:ends_here() or c.m.value == 0 then
    return nil
  end
  return amount("quantity", x:signed(c.n) / c.m.value, "ratio", c)
end

function values.half(c, x)
  if not x:is_half() then return nil end
  return amount("quantity", 0.5, "ratio", c)
end

-- Counts and ordinals -----------------------------------------------------------

function values.range(c, x)
  if not x:is_count(c.n, c.m) then return nil end
  return between("count", nil, c, x)
end

function values.count(c, x)
  if not x:is_count(c.n) then return nil end
  if c.n.scaled and x:is_price() then return amount("money", c.n.value, nil, c) end
  return amount("count", x:signed(c.n), nil, c)
end

function values.ordinal(c, x)
  if not x:is_ordinal(c.nth) then return nil end
  return { kind = "ordinal", value = number(c.nth.value) }
end

return values
