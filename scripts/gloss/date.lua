--- Calendar arithmetic on ISO dates (proleptic Gregorian): no clock, no time
--- zone, no locale. A date may be as coarse as its year.
local calendar = require "gloss.calendar"

local date = {}

--- A time of day behind a date: T12:30, T12:30:05.5+01:00, or with a space.
local function is_time(rest)
  local hour, minute, tail = rest:match "^[T ](%d%d):(%d%d)(.*)$"
  if not hour or tonumber(hour) > 24 or tonumber(minute) > 59 then
    return false
  end
  local second, after = tail:match "^:(%d%d)(.*)$"
  if second then
    if tonumber(second) > 60 then return false end
    tail = after:gsub("^[.,]%d+", "")
  end
  return tail == "" or tail == "Z" or tail:match "^[+-]%d%d:?%d%d$" ~= nil
    or tail:match "^[+-]%d%d$" ~= nil
end

--- Year, month and day of a date; what it is too coarse for is nil. No year:
--- it is no date.
local function parse(s)
  local year, month, day, rest = s:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$"
  if not year then year, month = s:match "^(%d%d%d%d)%-(%d%d)$" end
  if not year then year = s:match "^%d%d%d%d$" end
  if not year then return nil end
  year, month, day = math.tointeger(year), math.tointeger(month),
    math.tointeger(day)
  if month and (month < 1 or month > 12) then return nil end
  if day and (day < 1 or day > calendar.month_days(year, month)) then
    return nil
  end
  if rest and rest ~= "" and not is_time(rest) then return nil end
  return year, month, day
end

--- The same for an argument of the functions below, which must be a date.
local function check(s)
  if type(s) ~= "string" then
    error(("date expected, got %s"):format(type(s)), 3)
  end
  local year, month, day = parse(s)
  if not year then
    error(("'%s' is no ISO date (as in 2025-04-06)"):format(s), 3)
  end
  return year, month, day
end

local function check_day(s)
  local year, month, day = check(s)
  if not day then error(("'%s' names no day"):format(s), 3) end
  return year, month, day
end

local valid -- the last string that was one: documents are asked again

--- Is this a date, as in 2025, 2025-04, 2025-04-06, 2025-04-06T10:00Z?
---@param s any
---@return boolean
function date.valid(s)
  if s == valid and s then return true end
  if type(s) ~= "string" or not parse(s) then return false end
  valid = s
  return true
end

--- The year, "2025"; "undated" for nil.
---@param s string?
---@return string
function date.year(s)
  if s == nil then return "undated" end
  return ("%04d"):format((check(s)))
end

--- The month, "2025-04"; "undated" for nil and for a mere year.
---@param s string?
---@return string
function date.month(s)
  if s == nil then return "undated" end
  local year, month = check(s)
  return month and ("%04d-%02d"):format(year, month) or "undated"
end

--- The day, "2025-04-06", without its time; "undated" for what names none.
---@param s string?
---@return string
function date.day(s)
  if s == nil then return "undated" end
  local year, month, day = check(s)
  return day and ("%04d-%02d-%02d"):format(year, month, day) or "undated"
end

--- The ISO week, "2025-W14"; "undated" for what names no day. Its year is the
--- year of its Thursday.
---@param s string?
---@return string
function date.week(s)
  if s == nil then return "undated" end
  local year, month, day = check(s)
  if not day then return "undated" end
  return ("%04d-W%02d"):format(calendar.week(calendar.day(year, month, day)))
end

--- The day of the week, 1 (Monday) to 7.
---@param s string
---@return integer
function date.weekday(s)
  return calendar.weekday(calendar.day(check_day(s)))
end

--- Days from one date to another.
---@param from string
---@param to string
---@return integer
function date.days(from, to)
  local a = calendar.day(check_day(from))
  return calendar.day(check_day(to)) - a
end

local months_of = { months = 1, years = 12 }
local days_of = { days = 1, weeks = 7 }

local function add_months(year, month, day, n)
  local count = year * 12 + month - 1 + n
  year, month = count // 12, count % 12 + 1
  return year, month, day and math.min(day, calendar.month_days(year, month))
end

--- The date `n` units later (earlier when negative). A day that the month has
--- not becomes its last. A coarse date stays as coarse.
---@param s string
---@param n integer
---@param unit? "days"|"weeks"|"months"|"years"
---@return string
function date.add(s, n, unit)
  unit = unit or "days"
  n = math.tointeger(n) or error("date.add: a whole number expected", 2)
  local year, month, day = check(s)
  if months_of[unit] then
    if not month and unit == "months" then
      error(("'%s' names no month"):format(s), 2)
    end
    year, month, day = add_months(year, month or 1, day, n * months_of[unit])
    if s:match "^%d%d%d%d$" then month = nil end
  elseif days_of[unit] then
    if not day then error(("'%s' names no day"):format(s), 2) end
    year, month, day = calendar.fields(calendar.day(year, month, day)
                                       + n * days_of[unit])
  else
    error(('no unit "%s" (days, weeks, months, years)'):format(unit), 2)
  end
  if year < 0 or year > 9999 then error("a date of no year of four digits", 2)
  end
  if not month then return ("%04d"):format(year) end
  if not day then return ("%04d-%02d"):format(year, month) end
  return ("%04d-%02d-%02d"):format(year, month, day)
end

return date
