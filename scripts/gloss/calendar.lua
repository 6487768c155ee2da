--- Calendar arithmetic on day numbers: days from 1970-01-01 (0) in the Gregorian
--- calendar, carried back before its time.
local calendar = {}

--- The day number of a date that exists.
function calendar.day(year, month, day)
  local y = month <= 2 and year - 1 or year
  local era = y // 400
  local in_era = y - era * 400
  local in_year = (153 * ((month + 9) % 12) + 2) // 5 + day - 1
  return era * 146097 + in_era * 365 + in_era // 4 - in_era // 100 + in_year
    - 719468
end

--- Year, month and day of a day number.
function calendar.fields(day)
  local z = day + 719468
  local era = z // 146097
  local in_era = z - era * 146097
  local year = (in_era - in_era // 1460 + in_era // 36524 - in_era // 146096)
    // 365
  local in_year = in_era - (365 * year + year // 4 - year // 100)
  local shifted = (5 * in_year + 2) // 153
  local month = shifted < 10 and shifted + 3 or shifted - 9
  return year + era * 400 + (month <= 2 and 1 or 0), month,
    in_year - (153 * shifted + 2) // 5 + 1
end

--- How many days a month has.
function calendar.month_days(year, month)
  if month == 2 then
    local leap = year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)
    return leap and 29 or 28
  end
  return (month == 4 or month == 6 or month == 9 or month == 11) and 30 or 31
end

function calendar.exists(year, month, day)
  return year >= 0 and year <= 9999 and month >= 1 and month <= 12
    and day >= 1 and day <= calendar.month_days(year, month)
end

--- 1 (Monday) to 7.
function calendar.weekday(day) return (day + 3) % 7 + 1 end

--- ISO year and week of a day.
function calendar.week(day)
  local thursday = day - calendar.weekday(day) + 4
  local year = calendar.fields(thursday)
  return year, (thursday - calendar.day(year, 1, 1)) // 7 + 1
end

--- The Monday of an ISO week.
function calendar.monday(year, week)
  local fourth = calendar.day(year, 1, 4)
  return fourth - calendar.weekday(fourth) + 1 + (week - 1) * 7
end

return calendar
