--- gloss report: the standard briefing, one HTML page.
local output = require "gloss.output"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local step = require "gloss.step"
local worker = require "gloss.worker"

local report = {}

function report.run(values)
  local page = require "gloss.report".new()
  local apply = worker.call(function()
    local dict = #values.dict > 0 and values.dict or nil
    return step.prepare(assert(step.check(
      require "gloss.steps".news { dict = dict })))
  end)
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    apply(doc)
    page:add(doc)
    return ""
  end
  local sources = reader.sources(values)
  local out = output.open(values.output)
  local task = runner.to_output({ process = function(_, record)
    return runner.guard(one, record)
  end }, out)
  task.finish = function()
    out:write(page:html())
    out:commit()
  end
  return runner.run(values, task, sources)
end

return report
