--- gloss report: the standard briefing, one HTML page; the ready job of
--- that name, run as `gloss run` would.
local report = {}

local JOB = "jobs/briefing.lua"

function report.run(values)
  local source = assert(require "gloss".resource(JOB))
  local chunk = assert(require "gloss.sandbox".load(JOB, "standard", source))
  return require "gloss.commands.run".job(chunk(), values, "")
end

return report
