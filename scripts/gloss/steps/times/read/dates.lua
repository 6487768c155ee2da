--- Readings of days and months on the calendar: "April 6, 2025", "May".
---
--- A builder takes what a rule captured (items by name) and the context with
--- the phrase at hand, and returns a reading or nil where the words are no
--- time after all.
local calendar = require "gloss.steps.times.calendar"
local periods = require "gloss.steps.times.periods"
local reading = require "gloss.steps.times.read.reading"

local values = {}

local dated = reading.dated
local unresolved = reading.unresolved
local unit_of = reading.unit_of
local mod_of = reading.mod_of
local year_in = reading.year_in
local full_year = reading.full_year

function values.iso(c)
  local d = c.date.value
  if not calendar.exists(d.year, d.month, d.day) then return nil end
  local value = ("%04d-%02d-%02d"):format(d.year, d.month, d.day)
  if d.clock then
    return { type = "TIME", value = value .. "T" .. d.clock, explicit = d.year }
  end
  local r = dated(value)
  r.explicit = d.year
  return r
end

local RANGE = 6    -- items in which the end of a range has its year

--- The year of the day or month that begins a range whose end names it: "15
--- January | to 31 March 2026"; nil.
local function year_of_range(month, x)
  local opens, stop = x.items[x.last + 1], nil
  if not opens or opens.class ~= "TO" then return nil end
  for i = x.last + 2, math.min(#x.items, x.last + RANGE) do
    local item = x.items[i]
    if item.class:find "MONTH$" then
      stop = item.value
    elseif item.class == "YEAR4" then
      if not stop or item.value >= 2200 then return nil end
      return month > stop and item.value - 1 or item.value
    elseif item.class ~= "INT2" and item.class ~= "ORDNUM"
      and item.class ~= "THE" and item.class ~= "OF" then
      return nil
    end
  end
end

local ORDERS = { mdy = { 3, 1, 2 }, dmy = { 3, 2, 1 }, ymd = { 1, 2, 3 } }

local function in_order(parts, order)
  local o = ORDERS[order]
  local year, month, day = parts[o[1]], parts[o[2]], parts[o[3]]
  if parts.short then year = full_year(year) end
  if calendar.exists(year, month, day) and year >= 1000 then
    return ("%04d-%02d-%02d"):format(year, month, day), year
  end
end

function values.numeric(c, x)
  local parts = c.date.value
  local order = parts.year_first and "ymd" or x.options.date_order
  if order == "auto" then order = nil end
  if not order then
    order = parts.mark == "." and "dmy" or x.words.date_order or "dmy"
  end
  local value, year = in_order(parts, order)
  if not value and order ~= "ymd" then
    value, year = in_order(parts, order == "mdy" and "dmy" or "mdy")
  end
  if not value then return nil end
  local r = dated(value)
  r.explicit = year
  return r
end

function values.date(c, x)
  local month, day = c.month.value, c.day.value
  local year = year_in(c)
  if c.year and not year then return nil end
  if day < 1 or day > 31 then return nil end
  if not calendar.exists(year or 2000, month, day) then
    return unresolved("DATE", "there is no such day")
  end
  if c.day.digits or c.day.gap == "+" and c.month.first < c.day.first
      and c.month.class ~= "MONTH" then
    return nil
  end
  if year then
    local r = dated(("%04d-%02d-%02d"):format(year, month, day))
    r.explicit = year
    return r
  end
  local guess, label = year_of_range(month, x), nil
  if not guess then
    guess, label = x:year_of(month, day, x:tense(x.from, x.to))
  end
  if not guess then
    return dated(("XXXX-%02d-%02d"):format(month, day))
  elseif not calendar.exists(guess, month, day) then
    return unresolved("DATE", "the year has no such day",
      ("XXXX-%02d-%02d"):format(month, day))
  end
  return dated(("%04d-%02d-%02d"):format(guess, month, day), label)
end

function values.day_range(c, x)
  local month, from, to = c.month.value, c.day.value, c.stop.value
  if not to or from >= to then return nil end
  local year, label = year_in(c), nil
  if c.year and not year then return nil end
  local explicit = year
  if not year then
    year, label = x:year_of(month, from, x:tense(x.from, x.to))
  end
  if not calendar.exists(year or 2000, month, from)
      or not calendar.exists(year or 2000, month, to) then
    return nil
  end
  local head = (year and "%04d" or "XXXX"):format(year)
  local r = dated(("%s-%02d-%02d/%s-%02d-%02d"):format(
    head, month, from, head, month, to), label)
  r.explicit = explicit
  return r
end

function values.month(c, x)
  local mod = mod_of(c)
  local year = year_in(c)
  if c.yy then year = full_year(c.yy.value) end
  if c.year and not year then return nil end
  if year then
    local r = dated(("%04d-%02d"):format(year, c.month.value), nil, mod)
    r.explicit = year
    return r
  end
  if not c.mod and not x:is_month(c.month) then return nil end
  local guess, label = year_of_range(c.month.value, x), nil
  if not guess then
    guess, label = x:year_of(c.month.value, nil, x:tense(x.from, x.to))
  end
  return dated(guess and ("%04d-%02d"):format(guess, c.month.value)
    or ("XXXX-%02d"):format(c.month.value), label, mod)
end

-- "2015-03"; "2011-12" is a range of years.
function values.year_month(c, x)
  local year, month = c.year.value, c.month.value
  if #c.month.text ~= 2 or month < 1 or month > 12 or month > year % 100
      or not x:is_year(c.year, c.month) then
    return nil
  end
  local r = dated(("%04d-%02d"):format(year, month))
  r.explicit = year
  return r
end

function values.month_range(c)
  local year = year_in(c)
  if not year or c.month.value >= c.stop.value then return nil end
  local r = dated(("%04d-%02d/%04d-%02d"):format(
    year, c.month.value, year, c.stop.value))
  r.explicit = year
  return r
end

function values.month_of_year(c, x)
  if unit_of(c) ~= "Y" then return nil end
  local known, why = x:dated "year"
  local shift = c.shift and c.shift.value
  if not shift then
    if not x.year then
      return unresolved("DATE", "no year is named before",
        ("XXXX-%02d"):format(c.month.value))
    end
    return dated(("%04d-%02d"):format(x.year, c.month.value), "text " .. x.year)
  elseif not known then
    return unresolved("DATE", why, ("XXXX-%02d"):format(c.month.value))
  end
  local year = calendar.fields(x.ref) + shift
  return dated(("%04d-%02d"):format(year, c.month.value), x.ref_label, mod_of(c))
end

function values.relative_month(c, x)
  local month, shift = c.month.value, c.shift.value
  local known, why = x:dated "month"
  if not known then
    return unresolved("DATE", why, ("XXXX-%02d"):format(month))
  end
  local year, now = calendar.fields(x.ref)
  if shift < 0 and month >= now then year = year - 1 end
  if shift > 0 and month <= now then year = year + 1 end
  return dated(("%04d-%02d"):format(year, month), x.ref_label)
end

local function month_and_year(c, x)
  local year = year_in(c)
  if year then return year end
  return x:year_of(c.month.value, nil, x:tense(x.from, x.to))
end

function values.week_of_month(c, x)
  if unit_of(c) ~= "W" then return nil end
  local year, label = month_and_year(c, x)
  if not year then
    return unresolved("DATE", "no document date",
      ("XXXX-%02d"):format(c.month.value))
  end
  local day
  if c.shift then
    -- A week belongs to the month of its Thursday.
    day = calendar.nth_weekday(year, c.month.value, 4, -1)
  else
    day = calendar.nth_weekday(year, c.month.value, 4, c.nth.value)
    if not day then return nil end
  end
  return dated(periods.week_value(day), label)
end

function values.weekday_of_month(c, x)
  local year, label = month_and_year(c, x)
  local nth = c.shift and -1 or c.nth.value
  if not year then
    return unresolved("DATE", "no document date",
      ("XXXX-%02d"):format(c.month.value))
  end
  local day = calendar.nth_weekday(year, c.month.value, c.wday.value, nth)
  return day and dated(calendar.iso(day), label)
end

return values
