--- Readings of durations and of what comes again.
---
--- A builder takes what a rule captured (items by name) and the context with
--- the phrase at hand, and returns a reading or nil where the words are no
--- time after all.
local periods = require "gloss.steps.times.periods"
local reading = require "gloss.steps.times.read.reading"

local values = {}

-- Behind "a year" in a longer phrase: "9.5 million | a year earlier".
local GOES_ON = { EARLIER = true, LATER = true, AGO = true, BEFORE = true,
                  AFTER = true, FROMNOW = true }

--- Does "a year" tell how often: "3 million euros a year", "10 percent a year"?
local function tells_rate(c, x)
  if not c.q or c.q.class ~= "A" or c.unit.class ~= "UNIT" then return false end
  local before = x.doc.text:sub(math.max(1, x.from - 40), x.from - 1)
  return before:find "%d%s%a+s%s$" ~= nil
    or before:find "%f[%a][bm]illion%s%a+s%s$" ~= nil
    or before:find "per%s?cent%s$" ~= nil or before:find "%d%s?%%%s$" ~= nil
end

--- Is it what something is like: "this is not a day to look at the sea"?
local function describes(c, x)
  local words = x.words
  return c.q and words.after_a_day and words.after_a_day[x:word_after(x.to) or ""]
    and words.copulas[x:word_before(x.from) or ""] or false
end

local unit_of = reading.unit_of
local mod_of = reading.mod_of
local count_of = reading.count_of

function values.duration(c, x)
  if describes(c, x) then return nil end
  if tells_rate(c, x) then return values.every(c, x) end
  if c.mod and c.mod.text:lower():find " than$"
      and x.words.comparing[x:word_before(x.from) or ""] then
    return nil                                   -- far more than a year earlier
  end
  local behind = x.items[x.last + 1]
  if not c.n and x.words.decade_after_unit and behind and behind.gap == "_"
      and (behind.class == "DECADEWORD" or behind.class == "INT2"
        or behind.class == "YEAR4") then
    return nil                                            -- los años ochenta
  end
  if (c.unit.class == "SECOND" or c.unit.class == "NIGHT") and not c.n then
    return nil
  end
  if c.n and c.n.class == "YEAR4" and c.n.value > 1900 and c.n.value < 2100
      and c.unit.class == "UNIT" and c.unit.gap ~= "-" then
    return nil
  end
  local n = count_of(c)
  if c.half and c.n then n = c.n.value + 0.5
  elseif c.half and c.q then n = 1.5
  elseif c.q and c.n then n = c.n.value end
  local value = periods.duration(unit_of(c), n)
  return value and { type = "DURATION", value = value, mod = mod_of(c) }
end

-- "For a second he hoped", but not "for a second time".
function values.second(_, x)
  local after = x.words.after_second
  if not after or not (x:ends_here() or after[x:word_after(x.to) or ""]) then
    return nil
  end
  return { type = "DURATION", value = "PT1S" }
end

function values.duration_range(c)
  local from, to = c.n.value, c.m.value
  if from >= to then return nil end
  local low = periods.duration(unit_of(c), from)
  local high = periods.duration(unit_of(c), to)
  return low and high and { type = "DURATION", value = low .. "/" .. high }
end

function values.long_duration(c)
  local value = periods.sum(unit_of(c), c.n.value, unit_of(c, "lesser"), c.m.value)
  return value and { type = "DURATION", value = value }
end

function values.near_duration(c, x)
  local n = count_of(c)
  if not c.n and not c.v then n = 1 end
  local unit = unit_of(c)
  if c.unit.class == "WEEKEND" then unit = "W" end
  local r = { type = "DURATION", value = periods.duration(unit, n) }
  if not r.value then return nil end
  local known = x:dated(periods.needs(unit))
  if known and math.type(n) == "integer" and not unit:find "^T" then
    local far = periods.day_after(x.ref, unit, c.shift.value * n)
    if far then
      r.from, r.to = math.min(far, x.ref), math.max(far, x.ref)
      r.anchor, r.precision = x.ref_label, "day"
    end
  end
  return r
end

function values.every(c, x)
  local behind = x.items[x.last + 1]
  if c.q == nil and behind and GOES_ON[behind.class] then return nil end
  local n = c.n and c.n.value or 1
  local value = unit_of(c)
  if c.unit.class == "PART" or c.unit.class == "NIGHT" then
    return { type = "SET", value = "XXXX-XX-XXT" .. value }
  elseif c.unit.class == "WEEKEND" then
    return { type = "SET", value = "XXXX-WXX-WE" }
  end
  value = periods.duration(value, n)
  return value and { type = "SET", value = value }
end

-- "Daily", but not "the Daily Echo".
function values.frequency(c, x)
  if x:is_name_part(c.often) then return nil end
  return { type = "SET", value = c.often.value }
end

function values.quarter_century()
  return { type = "DURATION", value = "P25Y" }
end

return values
