--- Units of time: durations of so many, and the days they lead to.
---
--- A unit is a TIMEX3 letter with a T before units of the clock and a factor
--- before others: "Y", "M", "W", "D", "TH", "TM", "TS", "10Y", "2W", "3M".
local calendar = require "gloss.steps.times.calendar"

local periods = {}

-- The factor and the letter of each unit that has been asked for.
local factors, letters = {}, {}

local function split(unit)
  if not letters[unit] then
    local factor, letter = unit:match "^(%d*)(.+)$"
    factors[unit] = factor == "" and 1 or tonumber(factor)
    letters[unit] = letter
  end
  return factors[unit], letters[unit]
end

local function shown(n)
  return math.tointeger(n) and ("%d"):format(n) or ("%.6g"):format(n)
end

--- The TIMEX3 value of `n` units (nil: an unknown number).
---@param unit string
---@param n number?
---@return string?
function periods.duration(unit, n)
  local factor, letter = split(unit)
  if letter == "NI" then letter, factor = "D", 1 end
  local head = "P"
  if letter:byte() == 84 then head, letter = "PT", letter:sub(2) end  -- T
  if not n then
    if factor == 10 then letter = "DE" elseif factor == 100 then letter = "CE" end
    return head .. "X" .. letter
  end
  n = n * factor
  if n ~= n // 1 and head == "PT" and letter == "H" then
    n, letter = n * 60, "M"
  elseif n ~= n // 1 and letter == "Y" and n * 12 == n * 12 // 1 then
    n, letter = n * 12, "M"
  end
  return head .. shown(n) .. letter
end

local ORDER = { Y = 1, M = 2, W = 3, D = 4, TH = 5, TM = 6, TS = 7 }

--- "two years and three months": P2Y3M; nil where the second unit is larger.
function periods.sum(unit, n, lesser, m)
  if not ORDER[unit] or not ORDER[lesser] or ORDER[unit] >= ORDER[lesser] then
    return nil
  end
  local first, second = periods.duration(unit, n), periods.duration(lesser, m)
  if unit:find "^T" then return first .. second:sub(3) end
  if lesser:find "^T" then return first .. second:sub(2) end
  return first .. second:sub(2)
end

--- How precise a date must be to count the unit from it.
---@return "year"|"month"|"day"
function periods.needs(unit)
  local _, letter = split(unit)
  return letter == "Y" and "year" or letter == "M" and "month" or "day"
end

--- The week of a day: "2025-W14".
function periods.week_value(day)
  return ("%04d-W%02d"):format(calendar.week(day))
end

--- The decade or century from a year on, as an interval.
function periods.years(first, count)
  return ("%04d-01-01/%04d-12-31"):format(first, first + count - 1)
end

--- The unit that holds `day`, moved by so many units: "last week", "next year".
---@return string? value nil where the unit has no calendar
function periods.shifted(day, unit, shift)
  local factor, letter = split(unit)
  local year, month = calendar.fields(day)
  if factor == 10 and letter == "Y" then
    return periods.years((year // 10 + shift) * 10, 10)
  elseif factor == 100 then
    return periods.years((year // 100 + shift) * 100, 100)
  elseif letter == "Y" then
    return ("%04d"):format(year + shift)
  elseif letter == "M" and factor == 3 then
    year, month = calendar.add_months(year, month, 3 * shift)
    return ("%04d-Q%d"):format(year, (month - 1) // 3 + 1)
  elseif letter == "M" then
    return ("%04d-%02d"):format(calendar.add_months(year, month, shift * factor))
  elseif letter == "W" then
    return periods.week_value(day + 7 * shift * factor)
  elseif letter == "D" then
    return calendar.iso(day + shift)
  end
end

--- The day `n` units after `day`; nil where n units are no whole days.
function periods.day_after(day, unit, n)
  local factor, letter = split(unit)
  n = n * factor
  if letter == "Y" then n, letter = n * 12, "M" end
  if letter == "M" then
    local months = math.tointeger(n)
    return months and calendar.months_later(day, months)
  end
  if letter == "W" then n = n * 7 end
  if letter == "NI" then letter = "D" end
  local days = math.tointeger(n)
  return (letter == "W" or letter == "D") and days and day + days or nil
end

-- Years before this are told as centuries before Christ.
local function year_value(year)
  if year > 0 then return year <= 9999 and ("%04d"):format(year) or nil end
  return -year < 9999 and ("BC%04d"):format(1 - year) or nil
end

--- The value `n` units after `day`, as coarse as the unit; weeks are days.
---@return string?
function periods.counted(day, unit, n)
  local factor, letter = split(unit)
  if letter == "Y" then
    local months = math.tointeger(n * factor * 12)
    if months and months % 12 == 0 then
      return year_value(calendar.fields(day) + months // 12)
    end
    letter, n, factor = "M", n * 12 * factor, 1
  end
  if letter == "M" then
    local months = math.tointeger((n * factor) // 1)
    local year, month = calendar.fields(day)
    year, month = calendar.add_months(year, month, months)
    return year > 0 and year <= 9999 and ("%04d-%02d"):format(year, month) or nil
  end
  local later = periods.day_after(day, unit, n)
  local year = later and calendar.fields(later)
  return year and year > 0 and year <= 9999 and calendar.iso(later) or nil
end

return periods
