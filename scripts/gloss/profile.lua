--- Where the time of a run goes: seconds by part (reading, tokens, each step,
--- writing), for `--profile`. Parts are timed on a clock of real time and on
--- one of the processor's, one inside the other never: the sum is what a run
--- took, but for `other`.
local profile = {}

---@class gloss.ProfilePart
---@field name string
---@field seconds number
---@field cpu number seconds of the processor

-- Seconds by part, and the parts in the order in which they came; nil where
-- nobody asks. One Lua state runs one command.
local seconds, cpu, order, cpu_start

local function clock() return require "gloss".edge "files".clock() end

--- Begins to measure.
function profile.start()
  seconds, cpu, order, cpu_start = {}, {}, {}, os.clock()
end

--- Is it on?
---@return boolean
function profile.is_on() return seconds ~= nil end

local function spend(name, start, cpu_then, ...)
  if not seconds[name] then
    order[#order + 1] = name
    seconds[name], cpu[name] = 0, 0
  end
  seconds[name] = seconds[name] + (clock() - start)
  cpu[name] = cpu[name] + (os.clock() - cpu_then)
  return ...
end

--- Calls f(...), and counts its time for a part, where measuring is on.
---@param name string
---@param f function
---@return any ... what f returns
function profile.time(name, f, ...)
  if not seconds then return f(...) end
  return spend(name, clock(), os.clock(), f(...))
end

--- What was measured, and the rest of a run that took `total` seconds.
---@param total number
---@return gloss.ProfilePart[]
function profile.parts(total)
  local list, rest, cpu_rest = {}, total, os.clock() - cpu_start
  for i, name in ipairs(order) do
    list[i] = { name = name, seconds = seconds[name], cpu = cpu[name] }
    rest, cpu_rest = rest - seconds[name], cpu_rest - cpu[name]
  end
  list[#list + 1] = { name = "other", seconds = math.max(rest, 0),
                      cpu = math.max(cpu_rest, 0) }
  return list
end

-- Time below a microsecond has no speed.
local function speed(bytes, time)
  return time >= 1e-6 and ("%.1f"):format(bytes / 1e6 / time) or "-"
end

--- A table for people: part, seconds, those of the processor, MB/s, share.
---@param total number seconds of the run
---@param bytes integer read
---@return string
function profile.table(total, bytes)
  local lines = { ("%-12s %9s %9s %9s %6s"):format("part", "seconds", "cpu",
                                                   "MB/s", "share") }
  local function add(name, time, cpu_time)
    lines[#lines + 1] = ("%-12s %9.3f %9.3f %9s %5.1f%%"):format(name, time,
      cpu_time, speed(bytes, time), total > 0 and time / total * 100 or 0)
  end
  for _, part in ipairs(profile.parts(total)) do
    add(part.name, part.seconds, part.cpu)
  end
  add("all", total, os.clock() - cpu_start)
  return table.concat(lines, "\n") .. "\n"
end

return profile
