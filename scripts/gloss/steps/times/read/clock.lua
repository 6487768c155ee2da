--- Readings of times of day.
---
--- A builder takes what a rule captured (items by name) and the context with
--- the phrase at hand, and returns a reading or nil where the words are no
--- time after all.

local values = {}

local function hour_of(c)
  if c.time then return c.time.value.hour, c.time.value.minute, c.time.value.second end
  if c.four then
    local h, m = c.four.text:match "^(%d%d)(%d%d)$"
    return tonumber(h), tonumber(m)
  end
  if c.hour then return c.hour.value end
end

local function half_day(hour, ampm)
  if not ampm then return hour end
  if hour > 12 or hour == 0 then return hour > 12 and hour <= 24 and hour or nil end
  return hour % 12 + (ampm.value == "pm" and 12 or 0)
end

-- The text of a time of day; nil where there is no such time.
local function clock_value(hour, minute, second, zone)
  if not hour or math.type(hour) ~= "integer" or hour > 24
      or (minute or 0) > 59 or (hour == 24 and (minute or 0) > 0) then
    return nil
  end
  local value = ("T%02d:%02d"):format(hour, minute or 0)
  if second then value = ("%s:%02d"):format(value, second) end
  return value .. (zone and zone.value or "")
end

function values.clock(c, x)
  local hour, minute, second = hour_of(c)
  if not hour then return nil end
  local after = x.items[x.first + 1]
  if c.time and not c.ampm and not c.zone and not second
      and not (after and after.class == "OCLOCK")
      and not x:is_clock(c.time) then
    return nil
  end
  hour = half_day(hour, c.ampm)
  local value = clock_value(hour, minute, second, c.zone)
  return value and { type = "TIME", clock = value }
end

function values.clock_range(c)
  local a, b = c.time.value, c.stop.value
  local from = half_day(a.hour, c.ampm)
  local to = half_day(b.hour, c.ampm)
  if not from or not to then return nil end
  if c.ampm and from > to then from = from - 12 end
  local first = clock_value(from, a.minute, a.second, c.zone)
  local last = clock_value(to, b.minute, b.second, c.zone)
  if not first or not last or first >= last then return nil end
  return { type = "TIME", clock = first, clock_to = last }
end

function values.hour_range(c)
  local to = half_day(c.stop.class == "CLOCK" and c.stop.value.hour
    or c.stop.value, c.ampm)
  local from = half_day(c.hour.value, c.ampm)
  if not from or not to then return nil end
  if from > to then from = from - 12 end
  local first = clock_value(from)
  local last = clock_value(to, c.stop.class == "CLOCK" and c.stop.value.minute)
  if not first or not last then return nil end
  return { type = "TIME", clock = first, clock_to = last }
end

function values.noon(c)
  return { type = "TIME", clock = clock_value(c.noon.value, 0) }
end

return values
