--- Readings of years and their parts, decades, centuries, seasons, holidays.
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

function values.year(c, x)
  local year = c.year.value
  if not c.mod and not x:is_year(c.year) then return nil end
  if year >= 2200 then return nil end
  local r = dated(("%04d"):format(year), nil, mod_of(c))
  r.explicit = year
  x.year_item = c.year
  return r
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
  local r = dated(("%04d/%04d"):format(from, to))
  r.explicit = to
  return r
end

function values.short_year(c, x)
  local before = x:word_before(c.year.first)
  if not x.words.before_year[before or ""] and before ~= "the" then return nil end
  local r = dated(("%04d"):format(full_year(c.year.value)))
  r.explicit = full_year(c.year.value)
  return r
end

-- The second year of "1892 - 94".
function values.last_year(c, x)
  local before = x.items[x.first - 1]
  if not before then return nil, "never" end
  if before ~= x.year_item or c.year.gap ~= "="
      or #c.year.text ~= 2 or c.year.value <= before.value % 100 then
    return nil
  end
  local year = before.value // 100 * 100 + c.year.value
  local r = dated(("%04d"):format(year))
  r.explicit = year
  return r
end

function values.era(c)
  local year = c.year.value
  if math.type(year) ~= "integer" or year < 1 or year > 9999 then return nil end
  if c.era.value > 0 then
    if year > 2200 then return nil end
    local r = dated(("%04d"):format(year))
    r.explicit = year
    return r
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

-- "Les années 60", "los años ochenta".
function values.decade_of(c, x)
  if not x.words.decade_after_unit or c.unit.value ~= "Y"
      or c.decade.value % 10 ~= 0 then
    return nil
  end
  local n = c.decade.value
  if n < 100 then n = n + (n < 20 and 2000 or 1900) end
  return n >= 1000 and n < 2200 and dated(periods.years(n, 10)) or nil
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
  local r = dated(("%04d-Q%d"):format(year, nth), label)
  r.explicit = explicit
  return r
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
    local r = dated(("%04d-H%d"):format(c.year.value, nth))
    r.explicit = c.year.value
    return r
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
  if not c.year and not x.words.capital_nouns and x:is_name_part(c.season) then
    return nil
  end
  if c.year then
    local year = year_in(c)
    if not year then return nil end
    local r = dated(("%04d-%s"):format(year, season), nil, mod)
    r.explicit = year
    return r
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
    local r = dated(calendar.iso(holiday_day(day, year)))
    r.explicit = year
    return r
  end
  if not x.ref and not (x.year and x:historical()) then
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

return values
