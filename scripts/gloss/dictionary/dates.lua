--- Dates of dictionaries: ISO only, as days since 1970-01-01.
local date = require "gloss.date"

local dates = {}

local EPOCH = "1970-01-01"

local function days_of(day) return date.days(EPOCH, day) end

-- What an everyday date would be in ISO, for the message about it.
local function as_iso(text)
  local a, mark, b, year = text:match "^(%d%d?)([./-])(%d%d?)[./-](%d%d%d%d)$"
  if not a then return nil end
  local day, month = tonumber(a), tonumber(b)
  if mark == "/" and month > 12 then day, month = month, day end
  if month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  local iso = ("%s-%02d-%02d"):format(year, month, day)
  if mark == "/" and tonumber(a) <= 12 and tonumber(b) <= 12 and a ~= b then
    return ("%s or %s-%02d-%02d"):format(iso, year, day, month)
  end
  return iso
end

local function fault(text)
  local iso = as_iso(text)
  return ('"%s" is no ISO date%s'):format(text, iso and ": write " .. iso or
    " (as in 2025, 2025-04, 2025-04-06)")
end

--- The first and the last day of an ISO date: a year, a month or a day.
---@param text string
---@return integer? first
---@return integer|string last, or what is wrong
function dates.range(text)
  local unit
  if text:find "^%d%d%d%d$" then unit = "years"
  elseif text:find "^%d%d%d%d%-%d%d$" then unit = "months"
  elseif text:find "^%d%d%d%d%-%d%d%-%d%d$" then unit = "days" end
  if not unit then return nil, fault(text) end
  if not date.valid(text) then
    return nil, ('"%s": there is no such day'):format(text)
  end
  local first = text .. (unit == "years" and "-01-01" or unit == "months"
                         and "-01" or "")
  return days_of(first), days_of(date.add(first, 1, unit)) - 1
end

--- A period: from the first day of `from` to the last of `to`, open where nil.
---@param from string?
---@param to string?
---@return integer? first
---@return integer? last
---@return string? message
function dates.period(from, to)
  local first, last, message
  if from and from ~= "" then
    first, message = dates.range(from)
    if not first then return nil, nil, message end
  end
  if to and to ~= "" then
    local ok
    ok, last = dates.range(to)
    if not ok then return nil, nil, last end
  end
  if first and last and first > last then
    return nil, nil, ("it ends (%s) before it begins (%s)"):format(to, from)
  end
  return first, last
end

--- The ISO date of a day; nil for nil.
---@param days integer?
---@return string?
function dates.format(days)
  return days and date.add(EPOCH, days)
end

--- The day of a document's date: its first and last day, nil where undated.
---@param given string? ISO, with a time behind it or not
---@return integer? first
---@return integer? last
function dates.of_document(given)
  if not given then return nil end
  local first, last = dates.range(given:match "^[%d-]+" or "")
  if not first then return nil end
  return first, last --[[@as integer]]
end

return dates
