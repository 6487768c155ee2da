--- What readings are made with: parts that the builders of times share.
---
--- A reading has type, value (TIMEX3), and what is known of from, to (day
--- numbers), precision, anchor, mod, and unknown, the reason where it cannot be
--- resolved; `explicit` is a year that the phrase itself names.
local reading = {}

--- A date with its value; room is made for what is added later.
function reading.dated(value, anchor, mod)
  return { type = "DATE", value = value, anchor = anchor, mod = mod,
    first = nil, last = nil, rule = nil, from = nil, to = nil, precision = nil,
    explicit = nil }
end

--- What cannot be resolved, and why; the value may be known in part.
function reading.unresolved(type, why, value)
  return { type = type, unknown = why, value = value }
end

--- The unit of a captured word ("second" is an ordinal, too).
function reading.unit_of(c, name)
  local item = c[name or "unit"]
  return item.class == "SECOND" and "TS" or item.value
end

--- TIMEX3's modifier: START, MID, END, APPROX, LESS_THAN, MORE_THAN.
function reading.mod_of(c)
  local mod = c.mod and c.mod.value
  if mod == -1 then return "START" end       -- "earlier this week"
  if mod == 1 then return "END" end          -- "later this week"
  return mod
end

--- The year that two digits stand for.
function reading.full_year(short)
  return short + (short < 50 and 2000 or 1900)
end

--- The year that the phrase names; nil where it names none, or no year.
function reading.year_in(c)
  local year = c.year and c.year.value
  if not year then return nil end
  if c.year.class == "INT2" then return reading.full_year(year) end
  if year >= 1000 and year < 2200 then return year end
end

--- How many of a unit: nil where the phrase does not say ("several").
function reading.count_of(c)
  if c.n then return c.n.value end
  if c.half then return 0.5 end
  if c.v then return type(c.v.value) == "number" and c.v.value or nil end
  return c.q and 1 or nil
end

return reading
