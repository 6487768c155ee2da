--- Dates of actor dictionaries: 011222, 20011222, <900823, >070724, 790706-110909.
local date = require "gloss.date"

local petrarch_dates = {}

-- Years of two digits below this one are of this century.
local PIVOT = 30

-- A date as ISO, and whether its century is a guess; nil where it is none.
-- A day or a month of 00 is not known.
local function as_iso(text)
  local year, month, day = text:match "^(%d%d%d%d)(%d%d)(%d%d)$"
  local guessed = false
  if not year then
    year, month, day = text:match "^(%d%d)(%d%d)(%d%d)$"
    if not year then return nil end
    year = ("%s%s"):format(tonumber(year) < PIVOT and "20" or "19", year)
    guessed = true
  end
  local iso = year
  if month ~= "00" then iso = iso .. "-" .. month end
  if month ~= "00" and day ~= "00" then iso = iso .. "-" .. day end
  if not date.valid(iso) then return nil end
  return iso, guessed
end

--- The first and the last day of a period. What cannot be read stays as it is.
---@param text string
---@return string? from
---@return string? to
---@return string? note
function petrarch_dates.period(text)
  local mark, rest = text:match "^([<>])(.*)$"
  local first, second = (rest or text):match "^(.-)%-(.*)$"
  if mark then first, second = rest, nil end
  first = first or text
  local from, guess_from = as_iso(first)
  local to, guess_to
  if second then to, guess_to = as_iso(second) end
  local note = (guess_from or guess_to) and "century guessed: " .. text
    or (not from or second and not to) and "as found: " .. text or nil
  if mark == "<" then return nil, from or first, note end
  return from or first, second and (to or second), note
end

return petrarch_dates
