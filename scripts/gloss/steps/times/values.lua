--- Makes readings of phrases of time: the builders that rules.lua names.
---
--- A builder takes what a rule captured (items by name), the context and the
--- place of the phrase { first, last, items, from, to }, and returns a reading
--- or nil where the words are no time after all.
local calendar = require "gloss.steps.times.calendar"
local periods = require "gloss.steps.times.periods"

local values = {}

local function dated(value, anchor, mod)
  return { type = "DATE", value = value, anchor = anchor, mod = mod }
end

local function unresolved(type, why, value)
  return { type = type, unknown = why, value = value }
end

-- The unit of a captured word ("second" is an ordinal, too).
local function unit_of(c, name)
  local item = c[name or "unit"]
  return item.class == "SECOND" and "TS" or item.value
end

local function mod_of(c)
  local mod = c.mod and c.mod.value
  if mod == -1 then return "START" end       -- "earlier this week"
  if mod == 1 then return "END" end          -- "later this week"
  return mod
end

-- Dates with digits -----------------------------------------------------------

function values.iso(c)
  local d = c.date.value
  if not calendar.exists(d.year, d.month, d.day) then return nil end
  local value = ("%04d-%02d-%02d"):format(d.year, d.month, d.day)
  if d.clock then
    return { type = "TIME", value = value .. "T" .. d.clock, explicit = d.year }
  end
  local reading = dated(value)
  reading.explicit = d.year
  return reading
end

local function full_year(short)
  return short + (short < 50 and 2000 or 1900)
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
  local reading = dated(value)
  reading.explicit = year
  return reading
end

-- Months and days -------------------------------------------------------------

local function year_in(c)
  local year = c.year and c.year.value
  if not year then return nil end
  if c.year.class == "INT2" then return full_year(year) end
  if year >= 1000 and year < 2200 then return year end
end

-- "on May 3" is a date, "may 3" might be none.
function values.date(c, x)
  local month, day = c.month.value, c.day.value
  local year = year_in(c)
  if c.year and not year then return nil end
  if not calendar.exists(year or 2000, month, day) then return nil end
  if c.day.digits or c.day.gap == "+" and c.month.first < c.day.first
      and c.month.class ~= "MONTH" then
    return nil
  end
  if year then
    local reading = dated(("%04d-%02d-%02d"):format(year, month, day))
    reading.explicit = year
    return reading
  end
  local guess, label = x:year_of(month, day, x:tense(x.from, x.to))
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
  local reading = dated(("%s-%02d-%02d/%s-%02d-%02d"):format(
    head, month, from, head, month, to), label)
  reading.explicit = explicit
  return reading
end

function values.month(c, x)
  local mod = mod_of(c)
  local year = year_in(c)
  if c.yy then year = full_year(c.yy.value) end
  if c.year and not year then return nil end
  if year then
    local reading = dated(("%04d-%02d"):format(year, c.month.value), nil, mod)
    reading.explicit = year
    return reading
  end
  if not c.mod and not x:is_month(c.month) then return nil end
  local guess, label = x:year_of(c.month.value, nil, x:tense(x.from, x.to))
  return dated(guess and ("%04d-%02d"):format(guess, c.month.value)
    or ("XXXX-%02d"):format(c.month.value), label, mod)
end

function values.month_range(c)
  local year = year_in(c)
  if not year or c.month.value >= c.stop.value then return nil end
  local reading = dated(("%04d-%02d/%04d-%02d"):format(
    year, c.month.value, year, c.stop.value))
  reading.explicit = year
  return reading
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

-- Years, decades, centuries, quarters, seasons --------------------------------

function values.year(c, x)
  local year = c.year.value
  if not c.mod and not x:is_year(c.year) then return nil end
  if year >= 2200 then return nil end
  local reading = dated(("%04d"):format(year), nil, mod_of(c))
  reading.explicit = year
  x.year_item = c.year
  return reading
end

function values.year_range(c, x)
  local from, to = c.year.value, c.stop.value
  if c.stop.class == "INT2" then
    if #c.stop.text ~= 2 then return nil end
    to = from // 100 * 100 + to
  end
  if to <= from or to - from > 400 or from < 1000 or to >= 2200
      or not x:is_year(c.year, c.stop) then
    return nil
  end
  local reading = dated(("%04d/%04d"):format(from, to))
  reading.explicit = to
  return reading
end

function values.short_year(c, x)
  local before = x:word_before(c.year.first)
  if not x.words.before_year[before or ""] and before ~= "the" then return nil end
  local reading = dated(("%04d"):format(full_year(c.year.value)))
  reading.explicit = full_year(c.year.value)
  return reading
end

-- The second year of "1892 - 94".
function values.last_year(c, x)
  local before = x.items[x.first - 1]
  if not before or before ~= x.year_item or c.year.gap ~= "="
      or #c.year.text ~= 2 or c.year.value <= before.value % 100 then
    return nil
  end
  local year = before.value // 100 * 100 + c.year.value
  local reading = dated(("%04d"):format(year))
  reading.explicit = year
  return reading
end

function values.era(c)
  local year = c.year.value
  if math.type(year) ~= "integer" or year < 1 or year > 9999 then return nil end
  if c.era.value > 0 then
    if year > 2200 then return nil end
    local reading = dated(("%04d"):format(year))
    reading.explicit = year
    return reading
  end
  return dated(("BC%04d"):format(year))
end

function values.decade(c, x)
  local n = c.decade.value
  if c.decade.class == "DECADEWORD" or n < 100 then
    local before = x:word_before(x.from)
    if x.words.ages[before or ""] then return nil end
    if c.decade.class == "DECADEWORD" and before ~= "the"
        and not c.mod and not x.words.before_year[before or ""] then
      return nil
    end
    n = n + (n < 20 and 2000 or 1900)
  end
  if n < 1000 or n >= 2200 then return nil end
  if n % 100 == 0 and n < 2000 then
    return dated(periods.years(n, 100), nil, mod_of(c))
  end
  return dated(periods.years(n, 10), nil, mod_of(c))
end

function values.century(c)
  local n = c.nth.value
  if n < 1 or n > 22 then return nil end
  if c.era and c.era.value < 0 then
    return dated(("BC%02d"):format(n - 1), nil, mod_of(c))
  end
  return dated(periods.years(n * 100 - 100, 100), nil, mod_of(c))
end

function values.relative_century(c, x)
  local known, why = x:dated "year"
  if not known then return unresolved("DATE", why) end
  return dated(periods.shifted(x.ref, "100Y", c.shift.value), x.ref_label)
end

-- The year of a part of the year that has none: the one that is nearest, or
-- that the tense tells.
local function part_of_year(x, count, nth)
  local known, why = x:dated "month"
  if not known then return nil, why end
  local months = 12 // count
  local year = x:year_of((nth - 1) * months + (months + 1) // 2, nil,
    x:tense(x.from, x.to))
  return year
end

function values.quarter(c, x)
  local nth = c.qn and c.qn.value or c.nth and c.nth.value or 4
  if nth < 1 or nth > 4 then return nil end
  local year, label = year_in(c), nil
  if c.year and not year then return nil end
  local explicit = year
  if c.shift then
    if unit_of(c) ~= "Y" then return nil end
    local known, why = x:dated "year"
    if not known then return unresolved("DATE", why, "XXXX-Q" .. nth) end
    year, label = calendar.fields(x.ref) + c.shift.value, x.ref_label
  elseif not year then
    local why
    year, why = part_of_year(x, 4, nth)
    if not year then return unresolved("DATE", why, "XXXX-Q" .. nth) end
    label = x.ref_label
  end
  local reading = dated(("%04d-Q%d"):format(year, nth), label)
  reading.explicit = explicit
  return reading
end

function values.relative_quarter(c, x)
  local known, why = x:dated "month"
  if not known then return unresolved("DATE", why) end
  local year, month = calendar.fields(x.ref)
  year, month = calendar.add_months(year, month, 3 * c.shift.value)
  return dated(("%04d-Q%d"):format(year, (month - 1) // 3 + 1), x.ref_label)
end

function values.half(c, x)
  local nth = c.nth.value
  if nth ~= 1 and nth ~= 2 then return nil end
  if c.year then
    local reading = dated(("%04d-H%d"):format(c.year.value, nth))
    reading.explicit = c.year.value
    return reading
  end
  if unit_of(c) ~= "Y" then return nil end
  local known, why = x:dated "year"
  if not known then return unresolved("DATE", why, "XXXX-H" .. nth) end
  local year = calendar.fields(x.ref) + (c.shift and c.shift.value or 0)
  return dated(("%04d-H%d"):format(year, nth), x.ref_label)
end

local SEASON_MONTH = { SP = 4, SU = 7, FA = 10, WI = 1 }

function values.season(c, x)
  local season, mod = c.season.value, mod_of(c)
  if c.year then
    local year = year_in(c)
    if not year then return nil end
    local reading = dated(("%04d-%s"):format(year, season), nil, mod)
    reading.explicit = year
    return reading
  end
  local year, label = x:year_of(SEASON_MONTH[season], nil, x:tense(x.from, x.to))
  if year and season == "WI" then year = year - 1 end
  return dated(year and ("%04d-%s"):format(year, season) or "XXXX-" .. season,
    label)
end

function values.seasons(c)
  return { type = "SET", value = "XXXX-" .. c.season.value }
end

local SEASONS = { "WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA",
                  "FA", "WI" }

function values.relative_season(c, x)
  local season, shift = c.season.value, c.shift.value
  local known, why = x:dated "month"
  if not known then return unresolved("DATE", why, "XXXX-" .. season) end
  local year, month = calendar.fields(x.ref)
  local now, start = SEASONS[month], { SP = 3, SU = 6, FA = 9, WI = 12 }
  local began = start[season] + 0
  if season == "WI" and month < 3 then year = year - 1 end
  if now ~= season or shift ~= 0 then
    local begun = (season == "WI" and month < 3) or month >= began
    if shift < 0 and not (begun and now ~= season) then year = year - 1 end
    if shift > 0 and begun then year = year + 1 end
  end
  return dated(("%04d-%s"):format(year, season), x.ref_label)
end

local function holiday_day(day, year)
  if day.easter then return calendar.easter(year) + day.easter end
  if day.weekday then
    if day.after then
      return calendar.nth_weekday(year, day[1], day.after, day.nth) + 1
    end
    return calendar.nth_weekday(year, day[1], day.weekday, day.nth)
  end
  return calendar.day(year, day[1], day[2])
end

function values.holiday(c, x)
  local day = c.day.value
  if c.year then
    local year = year_in(c)
    if not year then return nil end
    local reading = dated(calendar.iso(holiday_day(day, year)))
    reading.explicit = year
    return reading
  end
  if not x.ref and not (x.historical and x.year) then
    if day[2] then return dated(("XXXX-%02d-%02d"):format(day[1], day[2])) end
    return unresolved("DATE", "no document date")
  end
  local _, month, in_month = calendar.fields(
    holiday_day(day, x.ref and calendar.fields(x.ref) or x.year))
  local tense = x:tense(x.from, x.to)
  local year, label = x:year_of(month, in_month, tense)
  if c.shift and c.shift.value ~= 0 then
    local this = holiday_day(day, calendar.fields(x.ref))
    year, label = calendar.fields(x.ref), x.ref_label
    if c.shift.value < 0 and this >= x.ref then year = year - 1 end
    if c.shift.value > 0 and this <= x.ref then year = year + 1 end
  end
  return dated(calendar.iso(holiday_day(day, year)), label)
end

-- Told from the document's date -----------------------------------------------

function values.deictic(c, x)
  local known, why = x:dated "day"
  local type = c.part and "TIME" or "DATE"
  if not known then return unresolved(type, why) end
  local value = calendar.iso(x.ref + c.day.value)
  if c.part then value = value .. "T" .. c.part.value end
  return { type = type, value = value, anchor = x.ref_label, mod = mod_of(c) }
end

function values.tonight(_, x)
  local known, why = x:dated "day"
  if not known then return unresolved("TIME", why) end
  return { type = "TIME", value = calendar.iso(x.ref) .. "TNI",
           anchor = x.ref_label }
end

function values.part(c, x)
  local known, why = x:dated "day"
  if not known then return unresolved("TIME", why) end
  return { type = "TIME", anchor = x.ref_label,
    value = calendar.iso(x.ref + c.shift.value) .. "T" .. c.part.value }
end

function values.weekday(c, x)
  local part = c.part and "T" .. c.part.value or ""
  local type = c.part and "TIME" or "DATE"
  local weekday = c.wday.value
  local known, why = x:dated "day"
  if not known then
    return unresolved(type, why, ("XXXX-WXX-%d%s"):format(weekday, part))
  end
  local now = calendar.weekday(x.ref)
  local behind, ahead = (now - weekday) % 7, (weekday - now) % 7
  local shift = c.shift and c.shift.value
  local day
  if shift == 0 then
    day = x.ref - now + weekday
  elseif shift == -1 then
    day = x.ref - (behind == 0 and 7 or behind)
  elseif shift == 1 then
    day = x.ref + (ahead == 0 and 7 or ahead)
  else
    day = x:tense(x.from, x.to) == "future" and x.ref + ahead or x.ref - behind
  end
  return { type = type, value = calendar.iso(day) .. part,
           anchor = x.ref_label }
end

function values.weekday_of_week(c, x)
  if unit_of(c) ~= "W" then return nil end
  local known, why = x:dated "day"
  if not known then
    return unresolved("DATE", why, ("XXXX-WXX-%d"):format(c.wday.value))
  end
  local monday = x.ref - calendar.weekday(x.ref) + 1 + 7 * c.shift.value
  return dated(calendar.iso(monday + c.wday.value - 1), x.ref_label)
end

function values.weekdays(c)
  return { type = "SET", value = ("XXXX-WXX-%d"):format(c.wday.value) }
end

function values.relative(c, x)
  local unit, shift = unit_of(c), c.shift.value
  local known, why = x:dated(periods.needs(unit))
  if not known then return unresolved("DATE", why) end
  if c.shift.class == "NEXT" and unit == "D" and c.unit.class == "UNIT" then
    local day, label = x:from_mention()
    return dated(calendar.iso(day + 1), label, mod_of(c))
  end
  local value = periods.shifted(x.ref, unit, shift)
  if not value then return nil end
  return dated(value, x.ref_label, mod_of(c))
end

function values.unit_before(c, x)
  if c.shift.class == "BEFORE" and not x:ends_here() then return nil end
  local day, label = x:from_mention()
  if not day then return unresolved("DATE", "no date to count from") end
  local value = periods.shifted(day, unit_of(c), -1)
  return value and dated(value, label)
end

function values.weekend(c, x)
  local known, why = x:dated "day"
  if not known then return unresolved("DATE", why) end
  local shift = c.shift and c.shift.value or 0
  local monday = x.ref - calendar.weekday(x.ref) + 1
  local weekday = calendar.weekday(x.ref)
  if shift == 0 and weekday <= 3 and x:tense(x.from, x.to) == "past" then
    shift = -1
  end
  return dated(periods.week_value(monday + 7 * shift) .. "-WE", x.ref_label)
end

function values.edge(c, x)
  if c.part then
    local reading = values.weekend(c, x)
    reading.mod = mod_of(c)
    return reading
  end
  local unit = unit_of(c)
  if unit:find "^T" then return nil end
  local known, why = x:dated(periods.needs(unit))
  if not known then return unresolved("DATE", why) end
  local value = periods.shifted(x.ref, unit, c.shift and c.shift.value or 0)
  if not value then return nil end
  return dated(value, x.ref_label, mod_of(c))
end

function values.year_end(_, x)
  local known, why = x:dated "year"
  if not known then return unresolved("DATE", why) end
  return dated(("%04d-12-31"):format(calendar.fields(x.ref)), x.ref_label)
end

function values.that(c, x)
  local unit = unit_of(c)
  if unit:find "^T" then return nil end
  local day, label = x:from_mention()
  if unit == "Y" and x.year then
    return dated(("%04d"):format(x.year), "text " .. x.year)
  end
  if not day then return unresolved("DATE", "no date to point back to") end
  return dated(periods.shifted(day, unit, 0), label)
end

function values.the(c, x)
  local unit = unit_of(c)
  if unit ~= "D" and unit ~= "W" and unit ~= "Y" and unit ~= "M" then
    return nil
  end
  if not x:stands_alone() then return nil end
  if unit == "Y" and x.historical and x.year then
    return dated(("%04d"):format(x.year), "text " .. x.year)
  end
  local known, why = x:dated(periods.needs(unit))
  if not known then return unresolved("DATE", why) end
  return dated(periods.shifted(x.ref, unit, 0), x.ref_label)
end

function values.reference(c)
  return { type = "DATE", value = c.ref.value }
end

-- So much before or after -----------------------------------------------------

local function count_of(c)
  if c.n then return c.n.value end
  if c.half then return 0.5 end
  if c.v then return type(c.v.value) == "number" and c.v.value or nil end
  return c.q and 1 or nil
end

-- The value `n` units from `day`; years, months and quarters are as coarse.
local function counted(c, x, day, label, sign, why)
  local unit, n = unit_of(c), count_of(c)
  if c.unit.class == "SECOND" and not c.n then return nil end
  if not n then
    return { type = "DATE", value = sign < 0 and "PAST_REF" or "FUTURE_REF" }
  end
  if unit:find "^T" then
    return unresolved("TIME", "no time of day to count from")
  end
  if not day then return unresolved("DATE", why or "no date to count from") end
  local value = periods.counted(day, unit, sign * n)
  if not value then return nil end
  return dated(value, label, mod_of(c))
end

function values.ago(c, x)
  if unit_of(c) == "NI" then return nil end
  local sign = c.later and 1 or -1
  local known, why = x:dated(periods.needs(unit_of(c)))
  return counted(c, x, known and x.ref or nil, x.ref_label, sign, why)
end

function values.from_day(c, x)
  local known, why = x:dated "day"
  return counted(c, x, known and x.ref + c.day.value or nil, x.ref_label, 1, why)
end

function values.later(c, x)
  if unit_of(c) == "NI" then return nil end
  local day, label, value = x:from_mention()
  local sign = c.later and 1 or -1
  -- "a year earlier" than a quarter or a month is a quarter or a month.
  if value and unit_of(c) == "Y" and math.type(count_of(c)) == "integer" then
    local year, rest = value:match "^(%d%d%d%d)(%-[Q%d]%d)$"
    if year then
      return dated(("%04d%s"):format(tonumber(year) + sign * count_of(c), rest),
        label)
    end
  end
  return counted(c, x, day, label, sign)
end

-- "two years before." counts; "two years before the war" is a duration.
function values.before_stop(c, x)
  if not x:ends_here() then return nil end
  return values.later(c, x)
end

-- Durations and sets ----------------------------------------------------------

function values.duration(c, x)
  if (c.unit.class == "SECOND" or c.unit.class == "NIGHT") and not c.n then
    return nil
  end
  if c.n and c.n.class == "YEAR4" and c.n.value > 1900 and c.n.value < 2100
      and c.unit.class == "UNIT" and c.unit.gap ~= "-" then
    return nil
  end
  local n = count_of(c)
  if c.half and c.n then n = c.n.value + 0.5
  elseif c.half and c.q then n = 1.5
  elseif c.q and c.n then n = c.n.value end
  local value = periods.duration(unit_of(c), n)
  return value and { type = "DURATION", value = value, mod = mod_of(c) }
end

function values.duration_range(c)
  local from, to = c.n.value, c.m.value
  if from >= to then return nil end
  local low = periods.duration(unit_of(c), from)
  local high = periods.duration(unit_of(c), to)
  return low and high and { type = "DURATION", value = low .. "/" .. high }
end

function values.long_duration(c)
  local value = periods.sum(unit_of(c), c.n.value, unit_of(c, "lesser"), c.m.value)
  return value and { type = "DURATION", value = value }
end

function values.near_duration(c, x)
  local n = count_of(c)
  if not c.n and not c.v then n = 1 end
  local unit = unit_of(c)
  if c.unit.class == "WEEKEND" then unit = "W" end
  local reading = { type = "DURATION", value = periods.duration(unit, n) }
  if not reading.value then return nil end
  local known = x:dated(periods.needs(unit))
  if known and math.type(n) == "integer" and not unit:find "^T" then
    local far = periods.day_after(x.ref, unit, c.shift.value * n)
    if far then
      reading.from, reading.to = math.min(far, x.ref), math.max(far, x.ref)
      reading.anchor, reading.precision = x.ref_label, "day"
    end
  end
  return reading
end

function values.every(c)
  local n = c.n and c.n.value or 1
  local value = unit_of(c)
  if c.unit.class == "PART" or c.unit.class == "NIGHT" then
    return { type = "SET", value = "XXXX-XX-XXT" .. value }
  elseif c.unit.class == "WEEKEND" then
    return { type = "SET", value = "XXXX-WXX-WE" }
  end
  value = periods.duration(value, n)
  return value and { type = "SET", value = value }
end

function values.frequency(_, x)
  return { type = "SET", value = x.items[x.first].value }
end

-- Times of day ----------------------------------------------------------------

local function hour_of(c)
  if c.time then return c.time.value.hour, c.time.value.minute, c.time.value.second end
  if c.four then
    local h, m = c.four.text:match "^(%d%d)(%d%d)$"
    return tonumber(h), tonumber(m)
  end
  if c.hour then return c.hour.value end
end

local function half_day(hour, ampm)
  if not ampm then return hour end
  if hour > 12 or hour == 0 then return hour > 12 and hour <= 24 and hour or nil end
  return hour % 12 + (ampm.value == "pm" and 12 or 0)
end

-- The text of a time of day; nil where there is no such time.
local function clock_value(hour, minute, second, zone)
  if not hour or math.type(hour) ~= "integer" or hour > 24
      or (minute or 0) > 59 or (hour == 24 and (minute or 0) > 0) then
    return nil
  end
  local value = ("T%02d:%02d"):format(hour, minute or 0)
  if second then value = ("%s:%02d"):format(value, second) end
  return value .. (zone and zone.value or "")
end

function values.clock(c, x)
  local hour, minute, second = hour_of(c)
  if not hour then return nil end
  if c.time and not c.ampm and not c.zone and not second
      and not x:is_clock(c.time) then
    return nil
  end
  hour = half_day(hour, c.ampm)
  local value = clock_value(hour, minute, second, c.zone)
  return value and { type = "TIME", clock = value }
end

function values.clock_range(c)
  local a, b = c.time.value, c.stop.value
  local from = half_day(a.hour, c.ampm)
  local to = half_day(b.hour, c.ampm)
  if not from or not to then return nil end
  if c.ampm and from > to then from = from - 12 end
  local first = clock_value(from, a.minute, a.second, c.zone)
  local last = clock_value(to, b.minute, b.second, c.zone)
  if not first or not last or first >= last then return nil end
  return { type = "TIME", clock = first, clock_to = last }
end

function values.hour_range(c)
  local to = half_day(c.stop.class == "CLOCK" and c.stop.value.hour
    or c.stop.value, c.ampm)
  local from = half_day(c.hour.value, c.ampm)
  if not from or not to then return nil end
  if from > to then from = from - 12 end
  local first = clock_value(from)
  local last = clock_value(to, c.stop.class == "CLOCK" and c.stop.value.minute)
  if not first or not last then return nil end
  return { type = "TIME", clock = first, clock_to = last }
end

function values.noon(c)
  return { type = "TIME", clock = clock_value(c.noon.value, 0) }
end

return values
