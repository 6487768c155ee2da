--- Where the time of a run goes: seconds by part (reading, tokens, each step,
--- writing), for `--profile`. Parts are timed on a clock of real time, one
--- inside the other never: the sum is what a run took, but for `other`.
local profile = {}

---@class gloss.ProfilePart
---@field name string
---@field seconds number

-- Seconds by part, and the parts in the order in which they came; nil where
-- nobody asks. One Lua state runs one command.
local seconds, order

local function clock() return require "gloss".edge "files".clock() end

--- Begins to measure.
function profile.start() seconds, order = {}, {} end

--- Is it on?
---@return boolean
function profile.is_on() return seconds ~= nil end

local function spend(name, start, ...)
  if not seconds[name] then order[#order + 1] = name end
  seconds[name] = (seconds[name] or 0) + (clock() - start)
  return ...
end

--- Calls f(...), and counts its time for a part, where measuring is on.
---@param name string
---@param f function
---@return any ... what f returns
function profile.time(name, f, ...)
  if not seconds then return f(...) end
  return spend(name, clock(), f(...))
end

--- What was measured, and the rest of a run that took `total` seconds.
---@param total number
---@return gloss.ProfilePart[]
function profile.parts(total)
  local list, sum = {}, 0
  for i, name in ipairs(order) do
    list[i] = { name = name, seconds = seconds[name] }
    sum = sum + seconds[name]
  end
  list[#list + 1] = { name = "other", seconds = math.max(total - sum, 0) }
  return list
end

-- Time below a microsecond has no speed.
local function speed(bytes, time)
  return time >= 1e-6 and ("%.1f"):format(bytes / 1e6 / time) or "-"
end

--- A table for people: part, seconds, MB/s, share.
---@param total number seconds of the run
---@param bytes integer read
---@return string
function profile.table(total, bytes)
  local lines = { ("%-12s %9s %9s %6s"):format("part", "seconds", "MB/s",
                                               "share") }
  for _, part in ipairs(profile.parts(total)) do
    lines[#lines + 1] = ("%-12s %9.3f %9s %5.1f%%"):format(part.name,
      part.seconds, speed(bytes, part.seconds),
      total > 0 and part.seconds / total * 100 or 0)
  end
  lines[#lines + 1] = ("%-12s %9.3f %9s %5.1f%%"):format("all", total,
    speed(bytes, total), 100)
  return table.concat(lines, "\n") .. "\n"
end

return profile
