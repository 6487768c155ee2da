--- The intervals of TIMEX3 values, on the arithmetic of gloss.calendar, whose
--- functions it has too. A date in fields is { year, month, day }.
local calendar = setmetatable({}, { __index = require "gloss.calendar" })

--- The month `n` months later: year, month.
function calendar.add_months(year, month, n)
  local all = year * 12 + month - 1 + n
  return all // 12, all % 12 + 1
end

--- The day `n` months later, cut to the last of its month.
function calendar.months_later(day, n)
  local y, m, d = calendar.fields(day)
  y, m = calendar.add_months(y, m, n)
  return calendar.day(y, m, math.min(d, calendar.month_days(y, m)))
end

--- The n-th weekday of a month (from its end where n is negative), a day
--- number, or nil where there is none.
function calendar.nth_weekday(year, month, weekday, n)
  if n > 0 then
    local first = calendar.day(year, month, 1)
    local day = first + (weekday - calendar.weekday(first)) % 7 + (n - 1) * 7
    local _, m = calendar.fields(day)
    return m == month and day or nil
  end
  local last = calendar.day(year, month, calendar.month_days(year, month))
  return last - (calendar.weekday(last) - weekday) % 7 + (n + 1) * 7
end

--- Easter Sunday of the Western churches.
function calendar.easter(year)
  local a, b, c = year % 19, year // 100, year % 100
  local h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
  local l = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
  local m = (a + 11 * h + 22 * l) // 451
  local n = h + l - 7 * m + 114
  return calendar.day(year, n // 31, n % 31 + 1)
end

-- What has been written and read so far; emptied when it has grown large.
local MAX_KNOWN = 20000
local dates, date_count = {}, 0
local intervals, interval_count = {}, 0

--- A day number as an ISO date.
function calendar.iso(day)
  local iso = dates[day]
  if not iso then
    if date_count == MAX_KNOWN then dates, date_count = {}, 0 end
    iso = ("%04d-%02d-%02d"):format(calendar.fields(day))
    dates[day], date_count = iso, date_count + 1
  end
  return iso
end

--- The day number of an ISO date, or of the first day of a year or month,
--- with its precision: "year", "month" or "day". nil where it is none.
function calendar.parse(iso)
  local y, m, d = iso:match("^(%d%d%d%d)%-?(%d?%d?)%-?(%d?%d?)")
  if not y then return nil end
  y, m, d = tonumber(y), tonumber(m), tonumber(d)
  if not calendar.exists(y, m or 1, d or 1) then return nil end
  return calendar.day(y, m or 1, d or 1), d and "day" or m and "month" or "year"
end

-- Seasons as meteorologists have them, north of the equator.
local SEASONS = { SP = 3, SU = 6, FA = 9, WI = 12 }

local function month_interval(year, month, count)
  local y, m = calendar.add_months(year, month, count - 1)
  return calendar.day(year, month, 1),
    calendar.day(y, m, calendar.month_days(y, m))
end

-- Each: a pattern for a whole value, its precision, first and last day.
local FORMS = {
  { "^(%d%d%d%d)%-(%d%d)%-(%d%d)$", "day", function(y, m, d)
    local day = calendar.day(y, m, d)
    return day, day
  end },
  { "^(%d%d%d%d)%-(%d%d)$", "month", function(y, m)
    return month_interval(y, m, 1)
  end },
  { "^(%d%d%d%d)$", "year", function(y)
    return calendar.day(y, 1, 1), calendar.day(y, 12, 31)
  end },
  { "^(%d%d%d%d)%-W(%d%d)$", "week", function(y, w)
    local monday = calendar.monday(y, w)
    return monday, monday + 6
  end },
  { "^(%d%d%d%d)%-W(%d%d)%-WE$", "weekend", function(y, w)
    local monday = calendar.monday(y, w)
    return monday + 5, monday + 6
  end },
  { "^(%d%d%d%d)%-Q(%d)$", "quarter", function(y, q)
    return month_interval(y, q * 3 - 2, 3)
  end },
  { "^(%d%d%d%d)%-H(%d)$", "half", function(y, h)
    return month_interval(y, h * 6 - 5, 6)
  end },
}

local function read_interval(value)
  local clock = value:match("T(.+)$")
  local date = clock and value:match("^(%d.-)T") or value
  if not date then return nil end
  local a, b = date:match("^(.-)/(.+)$")
  if a then
    local from, _, precision = calendar.interval(a)
    local _, to = calendar.interval(b)
    if not from or not to or from > to then return nil end
    local years = date:match "^%d%d%d(%d)%-01%-01/%d%d%d%d%-12%-31$"
    if years == "0" then precision = to - from > 4000 and "century" or "decade" end
    return from, to, precision
  end
  local year, season = date:match("^(%d%d%d%d)%-(%u%u)$")
  if year and SEASONS[season] then
    local from, to = month_interval(tonumber(year), SEASONS[season], 3)
    return from, to, "season"
  end
  for _, form in ipairs(FORMS) do
    local x, y, z = date:match(form[1])
    if x then
      local from, to = form[3](tonumber(x), tonumber(y), tonumber(z))
      local precision = form[2]
      if clock then
        precision = clock:find "^%u%u$" and "part of day"
          or clock:find "^%d+:%d+:" and "second"
          or clock:find "^%d+:" and "minute" or "hour"
      end
      return from, to, precision
    end
  end
end

--- First and last day and the precision of a TIMEX3 value; nil where it has
--- no place on the calendar (a duration, "XXXX-02", "PAST_REF").
---@param value string
---@return integer? from, integer? to, string? precision
function calendar.interval(value)
  local known = intervals[value]
  if not known then
    if interval_count == MAX_KNOWN then intervals, interval_count = {}, 0 end
    known = { read_interval(value) }
    intervals[value], interval_count = known, interval_count + 1
  end
  return known[1], known[2], known[3]
end

return calendar
