--- The head of an article: title, byline, date line, place.
local head = {}

local MONTHS = {}
for number, names in ipairs { "january jan janvier januar enero jänner", "february feb février februar febrero",
  "march mar mars märz marzo", "april apr avril abril", "may mai mayo", "june jun juin juni junio",
  "july jul juillet juli julio", "august aug août agosto", "september sep sept septembre septiembre",
  "october oct octobre oktober okt octubre", "november nov novembre noviembre",
  "december dec décembre dezember dez diciembre" } do
  for name in names:gmatch("%S+") do MONTHS[name] = number end
end

local function iso(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if not (year and month and day) or month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  return ("%04d-%02d-%02d"):format(year, month, day)
end

--- The first whole date (day, month, year) in a line, ISO; nil where there is
--- none. `6/7/2025` is not read: it means two days on two continents.
---@return string? date, integer? first, integer? last
function head.date(text)
  local lower = text:lower()
  local first, last, year, month, day = lower:find("%f[%d](%d%d%d%d)%-(%d%d)%-(%d%d)%f[%D]")
  if first then return iso(year, month, day), first, last end
  first, last, month, day, year = lower:find("([%a\x80-\xff]+)%.?%s+(%d%d?)%l?%l?,?%s+(%d%d%d%d)%f[%D]")
  if first and MONTHS[month] then return iso(year, MONTHS[month], day), first, last end
  first, last, day, month, year = lower:find("%f[%d](%d%d?)[%l%.]*%s+([%a\x80-\xff]+)%.?,?%s+(%d%d%d%d)%f[%D]")
  if first and MONTHS[month] then return iso(year, MONTHS[month], day), first, last end
  first, last, day, month, year = lower:find("%f[%d](%d%d?)%.(%d%d?)%.(%d%d%d%d)%f[%D]")
  if first then return iso(year, month, day), first, last end
  return nil
end

--- Two to four words, each with a capital, and nothing else.
function head.is_name(text)
  local words = 0
  for word in text:gmatch("%S+") do
    if not word:find("^%u[%a\x80-\xff'’%-]*%.?$") then return false end
    words = words + 1
  end
  return words >= 2 and words <= 4
end

--- Who wrote it, from a line such as "By Jane Roe, staff writer".
---@return string?
function head.byline(text)
  local name = text:gsub("^%s+", ""):match("^[Bb][Yy]:?%s+(%u.*)$") or text:match("^%s*[Ww]ritten by%s+(%u.*)$")
    or text:match("^%s*Von%s+(%u.*)$") or text:match("^%s*Par%s+(%u.*)$") or text:match("^%s*Por%s+(%u.*)$")
  if not name then
    name = text:match("^%s*([^,|•·–—]-)%s*[,|•·–—]") or text:match("^%s*(.-)%s*$")
    return head.is_name(name) and name or nil
  end
  name = name:gsub("%s*[,|•·–—].*$", ""):gsub("%s+$", ""):gsub("%s+on%s+%u.*$", "")
  return name ~= "" and name or nil
end

local DAYS = {}
for day in ("monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun montag dienstag "
  .. "mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes "
  .. "miércoles jueves viernes sábado domingo"):gmatch("%S+") do
  DAYS[day] = true
end

--- The place in a line that has nothing but it and a whole date: "Vardny, 1
--- December 2025".
---@return string? place
function head.stamped_place(text)
  local place, rest = text:match("^(%u[%a\x80-\xff'’ %-]+),%s+(.+)$")
  if not place or #place > 40 or DAYS[place:lower()] or not head.is_name("X " .. place) then return nil end
  local date, first, last = head.date(rest)
  if not date or rest:sub(1, first - 1):find("%w") or rest:find("%w", last + 1) then return nil end
  return place
end

local DASHES = { "-", "–", "—", "--" }

--- The date line at the start of a paragraph: "GENEVA, April 2 (Agency) - ".
---@return string? place, integer? last where it ends
function head.dateline(text)
  local best
  for _, dash in ipairs(DASHES) do
    local first = text:find(" " .. dash .. " ", 1, true)
    if first and first <= 90 and (not best or first < best) then best = first end
  end
  if not best then return nil end
  local before = text:sub(1, best - 1)
  local place = before:match("^([%u\x80-\xff][%u\x80-\xff%.'’ %-]+[%u\x80-\xff%.])%f[^%u\x80-\xff%.'’ %-]")
    or before:match("^([%u][%u%.'’ %-]+)$")
  -- "Geneva, April 2 (Agency)": in small letters only with a date or an agency
  if not place and (before:find("%(%u[%a ]+%)$") or head.date(before)) then
    place = before:match("^(%u[%a\x80-\xff'’ %-]+)[,%(]")
  end
  if not place or #place < 2 then return nil end
  return (place:gsub("%s+$", "")), best + 2
end

return head
