--- Readings told from the document's date or from a date named before.
---
--- A builder takes what a rule captured (items by name) and the context with
--- the phrase at hand, and returns a reading or nil where the words are no
--- time after all.
local calendar = require "gloss.steps.times.calendar"
local periods = require "gloss.steps.times.periods"
local reading = require "gloss.steps.times.read.reading"

local values = {}

local year_in = reading.year_in
local dated = reading.dated
local unresolved = reading.unresolved
local unit_of = reading.unit_of
local mod_of = reading.mod_of
local count_of = reading.count_of

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
           anchor = x.ref_label, mod = mod_of(c) }
end

-- "On Thursday week": a week after the next Thursday.
function values.week_after(c, x)
  if unit_of(c) ~= "W" or x:word_before(x.from) ~= x.words.week_after then
    return nil
  end
  local known, why = x:dated "day"
  if not known then return unresolved("DATE", why) end
  local ahead = (c.wday.value - calendar.weekday(x.ref)) % 7
  return dated(calendar.iso(x.ref + (ahead == 0 and 7 or ahead) + 7),
    x.ref_label)
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
  if c.unit.class == "WEEKEND" then return values.weekend(c, x) end
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
    local r = values.weekend(c, x)
    r.mod = mod_of(c)
    return r
  end
  local unit = unit_of(c)
  if unit:find "^T" then return nil end
  local known, why = x:dated(periods.needs(unit))
  if not known then return unresolved("DATE", why) end
  local value = periods.shifted(x.ref, unit, c.shift and c.shift.value or 0)
  if not value then return nil end
  return dated(value, x.ref_label, mod_of(c))
end

function values.year_end(c, x)
  if c.year then
    if not year_in(c) then return nil end
    local r = dated(("%04d-12-31"):format(c.year.value))
    r.explicit = c.year.value
    return r
  end
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
  if unit == "Y" and x.year and x:historical() then
    return dated(("%04d"):format(x.year), "text " .. x.year)
  end
  local known, why = x:dated(periods.needs(unit))
  if not known then return unresolved("DATE", why) end
  return dated(periods.shifted(x.ref, unit, 0), x.ref_label)
end

function values.reference(c)
  return { type = "DATE", value = c.ref.value }
end

local function counted(c, day, label, sign, why)
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
  return counted(c, known and x.ref or nil, x.ref_label, sign, why)
end

function values.from_day(c, x)
  local known, why = x:dated "day"
  return counted(c, known and x.ref + c.day.value or nil, x.ref_label, 1, why)
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
  return counted(c, day, label, sign)
end

-- "two years before." counts; "two years before the war" is a duration.
function values.before_stop(c, x)
  if not x:ends_here() then return nil end
  return values.later(c, x)
end

return values
