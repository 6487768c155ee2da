--- Dates: not ISO, impossible, of two digits, reversed, overlapping.
local dates = {}

dates.rules = { date = "error", century = "error", reversed = "error",
                overlap = "warning", outside = "warning" }

-- A day is a number that sorts: 20250406.
local FIRST, LAST = 0, 99999999

local DAYS = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 }

local function days_in(year, month)
  if month == 2 and year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0) then
    return 29
  end
  return DAYS[month]
end

-- Parses an ISO date: first and last day; nil where it is none.
local function parse(text)
  local year, month, day = text:match "^(%d%d%d%d)%-?(%d?%d?)%-?(%d?%d?)$"
  if not year or #text ~= 4 and #text ~= 7 and #text ~= 10
     or #text == 7 and text:byte(5) ~= 45 or #text == 10
     and (text:byte(5) ~= 45 or text:byte(8) ~= 45) then
    return nil
  end
  year, month, day = year // 1 | 0, tonumber(month), tonumber(day)
  if year == 0 or month and (month < 1 or month > 12) then return nil end
  if day and (day < 1 or day > days_in(year, month)) then return nil end
  local base = year * 10000
  if day then return base + month * 100 + day, base + month * 100 + day end
  if month then
    return base + month * 100 + 1, base + month * 100 + days_in(year, month)
  end
  return base + 101, base + 1231
end

-- The same, but each text is parsed once.
local function range(text, about)
  local known = about.days[text]
  if known == nil then
    local first, last = parse(text)
    known = first and { first, last } or false
    about.days[text] = known
  end
  if known then return known[1], known[2] end
end

-- ---- One date ------------------------------------------------------------------

local function is_two_digits(text)
  return text:find "^%d%d?[./-]%d%d?[./-]%d%d$" or text:find "^%d%d%d%d%d%d$"
    or text:find "^%d%d$" or text:find "^%d%d%-%d%d?%-%d%d?$"
    or text:find "^'%d%d$"
end

local function fault_of(text)
  if is_two_digits(text) then
    return "century", ('"%s" has a year of two digits: write all four')
      :format(text)
  end
  local _, message = require "gloss.dictionary.dates".range(text)
  return "date", message
end

local function check_date(row, column, report, about)
  local text = row[column]
  if not text then return nil end
  local first, last = range(text, about)
  if first then return first, last end
  local rule, message = fault_of(text)
  report:add(row, rule, "%s: %s", column, message)
end

-- The days of a row from the first to the last, and how sure its edges are:
-- of "2011" as an end it is the first day that is sure.
local function period(row, report, about)
  local from, from_end = check_date(row, "from", report, about)
  local to_begin, to = check_date(row, "to", report, about)
  if from and to and from > to then
    report:add(row, "reversed", "it ends (%s) before it begins (%s)", row.to,
               row.from)
    return nil
  end
  if row.from and not from or row.to and not to then return nil end
  return { row = row, from = from or FIRST, to = to or LAST,
           surely_from = from_end or FIRST, surely_to = to_begin or LAST }
end

-- ---- Several -------------------------------------------------------------------

local function same_role(a, b)
  return a.row.role == b.row.role and a.row.of == b.row.of
end

local function span_text(p)
  return ("%s to %s"):format(p.row.from or "...", p.row.to or "...")
end

-- Does the later one begin before the earlier one ends? The day, month or year
-- of the change may be in both. Nobody notes the end of every role: one
-- without an end clashes with itself alone.
local function overlap(a, b)
  return b.surely_from < a.surely_to
    and (a.to ~= LAST or same_role(a, b))
end

local function by_begin(a, b)
  if a.from ~= b.from then return a.from < b.from end
  if a.to ~= b.to then return a.to < b.to end
  return a.row[2] < b.row[2]
end

local function check_overlaps(list, report)
  table.sort(list, by_begin)
  for i = 2, #list do
    for k = 1, i - 1 do
      local a, b = list[k], list[i]
      if overlap(a, b) then
        report:add(b.row, "overlap", '"%s" (%s) overlaps "%s" (%s, line %d)',
                   b.row.role or "", span_text(b), a.row.role or "",
                   span_text(a), a.row[2])
        break
      end
    end
  end
end

local function check_outside(p, owner, what, report)
  if owner and (p.to < owner.from or p.from > owner.to) then
    report:add(p.row, "outside", "%s (%s) is outside the time of its entity "
      .. "(%s)", what, span_text(p), span_text(owner))
  end
end

local function has_dates(row) return row.from or row.to end

local function entity_periods(set, report, about)
  local periods = {}
  for _, row in ipairs(set.entities) do
    if has_dates(row) and row.id then
      periods[row.id] = period(row, report, about)
    end
  end
  return periods
end

local function check_roles(set, report, about, owners)
  local by_id, order = {}, {}
  for _, row in ipairs(set.roles) do
    local p = row.id and has_dates(row) and period(row, report, about)
    if p then
      check_outside(p, owners[row.id], "the role", report)
      local list = by_id[row.id]
      if not list then
        list = {}
        by_id[row.id], order[#order + 1] = list, list
      end
      list[#list + 1] = p
    end
  end
  for _, list in ipairs(order) do
    if #list > 1 then check_overlaps(list, report) end
  end
end

function dates.check(set, report, about)
  local owners = entity_periods(set, report, about)
  for _, row in ipairs(set.aliases) do
    local p = has_dates(row) and period(row, report, about)
    if p then check_outside(p, owners[row.id], "the alias", report) end
  end
  check_roles(set, report, about, owners)
  for _, row in ipairs(set.tests) do
    if row.date then check_date(row, "date", report, about) end
  end
end

return dates
