--- Numbers in words, digits and both: "twenty-one", "2.5 million",
--- "half a million", "three and a half", "4 thousand 3 hundred and 21".
---
--- Works on the items of a phrase (see gloss.steps.times.phrases) and joins
--- those that make one number. Classes it knows: CARD (0 to 19), TENS, HUNDRED,
--- HUNDREDS (hundreds that need no number before: "doscientos", "cent"), SCALE,
--- THOUSAND (a scale that needs none: "mille"), BIGLETTER ("1.2B"), DOZEN,
--- ROUND ("une centaine", about a hundred), HALF, ANDWORD, A, POINT, FRACMARK
--- (½) and, as denominators, ORD and FRACTIONS; and the classes of numbers in
--- digits INT2, YEAR4 and NUM. What is joined is an item of class WORDNUM (words
--- alone), NUM (with digits), YEARWORD ("nineteen ninety-six") or ORD
--- ("twenty-first").
local numerals = {}

local SCALES = { SCALE = true, THOUSAND = true, BIGLETTER = true }
local DIGITS = { INT2 = true, YEAR4 = true, NUM = true }
local STARTS = { CARD = true, TENS = true, HUNDREDS = true, SCALE = true,
                 THOUSAND = true, HALF = true, A = true, INT2 = true,
                 YEAR4 = true, NUM = true, DOZEN = true, FRACMARK = true,
                 QUARTER = true }

-- The item at j where it is of that class and only white space (or one of
-- `gaps`) stands before it.
local function at(items, j, class, gaps)
  local item = items[j]
  if item and item.class == class
      and (gaps or "_"):find(item.gap, 1, true) then
    return item
  end
end

-- Below one hundred, or one number in digits: value, next place.
local function small(items, j, gaps)
  local item = items[j]
  if not item or (gaps and not gaps:find(item.gap, 1, true)) then return nil end
  if DIGITS[item.class] then return item.value, j + 1, true end
  if item.class == "CARD" then return item.value, j + 1 end
  if item.class == "TENS" then
    local unit = at(items, j + 1, "CARD", "_-+")
    if unit and unit.value > 0 and unit.value < 10 then
      return item.value + unit.value, j + 2
    end
    local joint = at(items, j + 1, "ANDWORD")             -- treinta y cinco
    unit = joint and joint.value == "tens" and at(items, j + 2, "CARD")
    if unit and unit.value > 0 and unit.value < 10 then
      return item.value + unit.value, j + 3
    end
    return item.value, j + 1
  end
end

-- "Three hundred", "a hundred", "doscientos": value, next place, true; or a
-- number below one hundred: value, next place, false, whether in digits.
local function head_of_hundreds(items, j, gaps)
  local alone = at(items, j, "HUNDREDS", gaps)
  if alone then return alone.value, j + 1, true end
  local value, after, digits = 1, j + 1, nil
  if not (at(items, j, "A", gaps) and at(items, after, "HUNDRED", "_-")) then
    value, after, digits = small(items, j, gaps)
    if not value then return nil end
  end
  local hundred = at(items, after, "HUNDRED", "_-+")
    or value > 1 and at(items, after, "HUNDREDS")
  if hundred and hundred.value == 100 and value < 100 then
    return value * 100, after + 1, true, digits
  end
  return value, after, false, digits
end

-- With hundreds: "three hundred and five", "a hundred".
local function hundreds(items, j, gaps)
  local value, after, named, digits = head_of_hundreds(items, j, gaps)
  if not named then return value, after, digits end
  local start = at(items, after, "ANDWORD", "_-") and after + 1 or after
  local rest, stop = small(items, start, start > after and "_-" or "_-+")
  -- "One hundred and three quarters" is 100.75, as three quarters are less
  -- than one; "one hundred and thirty-two fifths" is 132 / 5.
  local part = start > after and at(items, stop, "FRACTIONS", "_-")
  local apart = part and rest and rest < part.value
  if rest and rest < 100 and rest == math.floor(rest) and not apart
      and not at(items, stop, "HUNDRED", "_-")
      and not (digits and start == after) then
    value, after = value + rest, stop
  end
  return value, after
end

local function scales(items, j, gaps)
  local factor = 1
  gaps = gaps or "_+-"
  while at(items, j, "SCALE", gaps) or at(items, j, "THOUSAND", gaps)
      or at(items, j, "BIGLETTER", "+") do
    factor, j = factor * items[j].value, j + 1
  end
  return factor, j
end

-- The part after a scale: "two thousand (and) three hundred".
local function smaller(items, j, limit)
  local start = at(items, j, "ANDWORD") and j + 1 or j
  if items[start] and items[start].class == "A" then return nil end
  local value, after, digits = hundreds(items, start, start > j and "_" or "_,")
  if not value then return nil end
  if start == j and items[start].gap == "," and digits then return nil end
  local factor, stop = scales(items, after)
  if value * factor >= limit then return nil end
  if start > j and (at(items, stop, "FRACTIONS", "_-")
      or at(items, stop, "HALF") or at(items, stop, "QUARTER")) then
    return nil                                -- "six million and two thirds"
  end
  if factor == 1 and digits and value >= 100 then return nil end
  if factor == 1 and digits and start == j then return nil end
  return value * factor, stop, factor
end

-- What "3/4" may be divided by; "9/11" is no fraction.
local PARTS = { [2] = true, [3] = true, [4] = true, [5] = true, [6] = true,
                [8] = true, [10] = true, [16] = true, [32] = true }

local function slashed(items, j)
  local over, behind = items[j + 1], items[j + 2]
  if over and over.class == "INT2" and over.gap == "/" and PARTS[over.value]
      and items[j].value > 0 and items[j].value < over.value
      and not (behind and behind.gap == "/") then
    return items[j].value / over.value
  end
end

-- "and a half", "and two thirds", "1/2", "½" after a number: the fraction.
local function fraction(items, j)
  local mark = at(items, j, "FRACMARK", "_+")
  if mark then return mark.value, j + 1 end
  if at(items, j, "INT2") then
    local part = slashed(items, j)
    if part then return part, j + 2 end
  end
  local joint = at(items, j, "ANDWORD", "_-")
  if not joint then return nil end
  local k = j + 1
  local n = 1
  if at(items, k, "A", "_-") then
    k = k + 1
  elseif at(items, k, "CARD", "_-") or at(items, k, "TENS", "_-") then
    n, k = small(items, k, "_-")
  end
  local part = items[k]
  if not part or not ("_-"):find(part.gap, 1, true) then return nil end
  if part.class == "HALF" then return n * 0.5, k + 1 end
  if part.class == "FRACTIONS" then return n / part.value, k + 1 end
  if part.class == "QUARTER" and (k > j + 1) then return n / 4, k + 1 end
  if part.class == "ORD" and k > j + 1 and part.value > 2 then
    return n / part.value, k + 1
  end
end

local function year_words(items, j)
  local head = items[j]
  if not ((head.class == "CARD" and head.value > 9) or
      (head.class == "TENS" and head.value == 20)) then
    return nil
  end
  local rest, after = small(items, j + 1, "_-")
  if not rest or items[j + 1].class ~= "TENS" and not
      (items[j + 1].class == "CARD" and rest > 9) then
    return nil
  end
  if at(items, after, "HUNDRED", "_-") or at(items, after, "SCALE", "_-") then
    return nil
  end
  return head.value * 100 + rest, after
end

-- The number in front of any fraction: value, next place, last factor.
local function whole(items, j)
  local value, after, digits
  local factor = 1
  if at(items, j, "A", items[j].gap) and at(items, j + 1, "SCALE", "_-") then
    value, after = 1, j + 1
  elseif items[j].class == "THOUSAND" then                       -- mille
    value, after, factor = 1, j + 1, items[j].value
  else
    value, after, digits = hundreds(items, j, items[j].gap)
  end
  if not value then return nil end
  local more_scale
  more_scale, after = scales(items, after)
  factor = factor * more_scale
  local rest = items[after]                                -- mil 300 millones
  if items[after - 1].class == "THOUSAND" and rest and DIGITS[rest.class]
      and rest.gap == "_" and rest.value < 1000 then
    value = value * factor + rest.value
    factor, after = scales(items, after + 1)
    return value * factor, after, factor, true
  end
  local total, limit = value * factor, factor
  while limit > 1 do
    local more, stop, next_factor = smaller(items, after, limit)
    if not more then break end
    total, after, limit, factor = total + more, stop, next_factor, next_factor
  end
  return total, after, factor, digits
end

-- Fifteen digits; nil where it is too large to be a number.
local function tidy(value)
  return math.tointeger(value) or
    tonumber(("%.15g"):format(value))
end

-- "A quarter of a million", "two thirds of a million".
local function part_of_scale(items, j)
  local n, k = 1, j + 1
  if items[j].class ~= "A" then
    n, k = small(items, j)
    if not n then return nil end
  end
  local part = items[k]
  if not part or not (part.class == "QUARTER" or part.class == "FRACTIONS"
      or part.class == "ORD") or not ("_-"):find(part.gap, 1, true) then
    return nil
  end
  if at(items, k + 1, "OF") and at(items, k + 2, "A")
      and at(items, k + 3, "SCALE") then
    local parts = part.class == "QUARTER" and 4 or part.value
    return n / parts * items[k + 3].value, k + 4
  end
end

-- "Half a million", "a half-million", "half a dozen": value, next place; nil
-- where the half is none of these.
local function half_of_scale(items, k)
  local factor, stop = scales(items, k, "_-")
  if stop > k then return factor / 2, stop end
  if at(items, k, "DOZEN", "_-") then return 6, k + 1 end
end

-- Halves and quarters of a scale, dozens, marks: "half a million", "a dozen",
-- "3/4". nil where none begins here; false where what begins is no number.
local function short_form(items, j)
  local head = items[j]
  local value, after = part_of_scale(items, j)
  if value then return value, after, "WORDNUM" end
  if head.class == "HALF" then
    local k = at(items, j + 1, "A", "_-") and j + 2 or j + 1
    value, after = half_of_scale(items, k)
    return value or false, after, "WORDNUM"
  elseif head.class == "A" and at(items, j + 1, "HALF") then
    value, after = half_of_scale(items, j + 2)
    if value then return value, after, "WORDNUM" end
  end
  local quarter = head.class == "QUARTER" and j + 1
    or head.class == "A" and at(items, j + 1, "QUARTER") and j + 2
  if quarter then
    local factor, stop = scales(items, quarter, "_-")
    if stop > quarter then return factor / 4, stop, "WORDNUM" end
    return false
  elseif head.class == "FRACMARK" then
    return head.value, j + 1, "NUM"
  elseif head.class == "DOZEN" then
    return false
  elseif head.class == "A" and (at(items, j + 1, "DOZEN")
      or at(items, j + 1, "ROUND")) then
    return items[j + 1].value, j + 2, "WORDNUM"
  end
  local part = head.class == "INT2" and slashed(items, j)
  if part then return part, j + 2, "NUM" end
end

-- A number and the fraction behind it: "one and a half million", "one million
-- and a half", "one billion and three quarters million".
local function with_fraction(items, value, after, factor)
  local part, behind = fraction(items, after)
  if not part then return nil end
  local own, stop = scales(items, behind)
  if own == 1 then return value + part * factor, behind end
  if factor == 1 then return (value + part) * own, stop end
  if own < factor then return value + part * own, stop end
  return value, after
end

-- "Two point five", "two hundred point seventy-one".
local function with_decimals(items, value, after)
  if not at(items, after, "POINT") then return nil end
  local decimals, place = "", after + 1
  while items[place] and items[place].class == "CARD"
      and items[place].value < 10 do
    decimals, place = decimals .. items[place].value, place + 1
  end
  if decimals == "" then
    local two, stop = small(items, place, "_")
    if not two or two ~= math.floor(two) then return nil end
    decimals, place = ("%d"):format(two), stop
  end
  local factor, stop = scales(items, place)
  local exact = tonumber(("%.0f.%s"):format(value // 1, decimals))
  return (exact or value) * factor, stop
end

--- Reads the number that begins at item j.
---@return number? value, integer? next, string? class
function numerals.read(items, j)
  local head = items[j]
  if not STARTS[head.class] then return nil end
  local value, after, class = short_form(items, j)
  if value then return tidy(value), after, class end
  if value == false then return nil end
  value, after = year_words(items, j)
  if value then return value, after, "YEARWORD" end
  local factor
  value, after, factor = whole(items, j)
  if not value then return nil end
  local more, stop = with_fraction(items, value, after, factor)
  if not more then more, stop = with_decimals(items, value, after) end
  if more then value, after = more, stop end
  local dozen = at(items, after, "DOZEN")
  if dozen then value, after = value * dozen.value, after + 1 end
  for k = j, after - 1 do
    if DIGITS[items[k].class] then
      return tidy(value), after, after == j + 1 and head.class or "NUM"
    end
  end
  return tidy(value), after, "WORDNUM"
end

-- "twenty-first", "one hundred and fifth": an ordinal that ends at `k`.
local function ordinal(items, j, k, value)
  local tail = items[k]
  if at(items, k, "ANDWORD") then tail = items[k + 1] end
  if tail and tail.class == "ORD" and (tail.gap == "-" or tail.gap == "_"
      or tail.gap == "+") and items[j].class ~= "A" and tail.value > 0 then
    local last = items[k - 1].class
    if tail == items[k] and tail.value >= 100 and value < 100
        and items[k - 1].class ~= "SCALE" then
      return value * tail.value, k + 1                 -- two hundredth
    end
    if last == "TENS" and tail.value < 10 and tail.gap ~= "," then
      return value + tail.value, k + 1
    elseif (last == "HUNDRED" and not DIGITS[items[j].class]
        or last == "SCALE" and tail ~= items[k]) and tail.value < 100 then
      return value + tail.value, tail == items[k] and k + 1 or k + 2
    end
  end
end

local function join(items, j, after, class, value)
  local first, last = items[j], items[after - 1]
  local words = {}
  for k = j, after - 1 do words[#words + 1] = items[k].text end
  local scale = 1
  for k = after - 1, j + 1, -1 do
    if not SCALES[items[k].class] then break end
    scale = scale * items[k].value
  end
  return { first = first.first, last = last.last, class = class, value = value,
           gap = first.gap, text = table.concat(words, " "), scale = scale,
           scaled = scale > 1 and after - j == 2,
           approx = last.class == "ROUND" or nil }
end

-- "Thirty-fifths", with its hyphen, is one word.
local function join_parts(items)
  local out
  for j = 2, #items do
    local tens, part = items[j - 1], items[j]
    if part.class == "FRACTIONS" and part.gap == "-" and tens.class == "TENS"
        and part.value < 10 then
      out = out or table.move(items, 1, j - 2, 1, {})
      out[#out + 1] = { first = tens.first, last = part.last, gap = tens.gap,
        class = "FRACTIONS", value = tens.value + part.value,
        text = tens.text .. "-" .. part.text }
    elseif out and not (items[j + 1] and items[j + 1].class == "FRACTIONS"
        and items[j + 1].gap == "-" and part.class == "TENS") then
      out[#out + 1] = part
    end
  end
  return out or items
end

-- Words of numbers: where there are none, and no slash, nothing can be joined.
local WORDS = { CARD = true, TENS = true, HUNDRED = true, HUNDREDS = true,
                SCALE = true, THOUSAND = true, BIGLETTER = true, DOZEN = true,
                POINT = true, ROUND = true, HALF = true, QUARTER = true,
                FRACTIONS = true,
                FRACMARK = true }

local function has_number_words(items)
  for i = 1, #items do
    local item = items[i]
    if WORDS[item.class] or item.gap == "/" then return true end
  end
  return false
end

--- Joins the items that make one number.
---@param items gloss.phrases.Item[]
---@return gloss.phrases.Item[]
function numerals.merge(items)
  if not has_number_words(items) then return items end
  items = join_parts(items)
  local out, j = {}, 1
  while j <= #items do
    local value, after, class = numerals.read(items, j)
    if value then
      local high, stop = ordinal(items, j, after, value)
      if high then
        out[#out + 1] = join(items, j, stop, "ORD", high)
        after = stop
      elseif DIGITS[items[j].class] and after == j + 1 then
        out[#out + 1] = items[j]
      else
        out[#out + 1] = join(items, j, after, class, value)
      end
      j = after
    else
      out[#out + 1] = items[j]
      j = j + 1
    end
  end
  return out
end

return numerals
