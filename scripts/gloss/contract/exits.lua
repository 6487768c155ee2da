--- Exit codes, and the fault that carries one up to the program's end.
local exits = {}

--- In the order of their codes; `name` is what scripts of gloss say.
exits.list = {
  { code = 0, name = "done", help = "done" },
  { code = 1, name = "negative",
    help = "a negative answer: a lint error, a failed test, a difference" },
  { code = 2, name = "usage",
    help = "an option, script, layer or named input is missing or wrong; "
      .. "found before anything ran; also a directory without texts" },
  { code = 3, name = "some_failed",
    help = "some documents failed, the output is valid (--partial-ok: 0)" },
  { code = 4, name = "stopped",
    help = "stopped: too many documents failed, or none could be read "
      .. "(--allow-empty: 0 where there was none)" },
  { code = 5, name = "script",
    help = "an error in a script, with file:line: syntax, or the first ten "
      .. "documents all failed at one line" },
  { code = 6, name = "data",
    help = "a dictionary, pattern or language pack does not compile or load" },
  { code = 7, name = "io", help = "input or output failed after the start" },
  { code = 130, name = "interrupted", help = "interrupted (SIGINT)" },
  { code = 143, name = "terminated", help = "terminated (SIGTERM)" },
}

exits.code = {}
for _, exit in ipairs(exits.list) do exits.code[exit.name] = exit.code end

---@class gloss.Fault
---@field exit integer the exit code it leads to
---@field message string one line or more, without "gloss: "
local Fault = {}
Fault.__index = Fault
Fault.__name = "gloss.fault"
function Fault:__tostring() return self.message end

--- Ends the command with an exit code and a message.
---@param name string of an exit code: "usage"
---@param message string a format for what follows
function exits.stop(name, message, ...)
  local code = assert(exits.code[name], name)
  if select("#", ...) > 0 then message = message:format(...) end
  error(setmetatable({ exit = code, message = message }, Fault), 0)
end

---@return boolean
function exits.is_fault(value)
  return getmetatable(value) == Fault
end

return exits
