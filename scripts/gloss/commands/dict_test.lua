--- gloss dict test: the examples of sources.
local check = require "gloss.dictionary.check"
local exits = require "gloss.contract.exits"

local dict_test = {}

function dict_test.run(values)
  local findings, summary = check.test(check.sources(values, "test"), values)
  if not findings then exits.stop("data", "%s", tostring(summary)) end
  check.say(findings, summary, values)
  return #findings > 0 and exits.code.negative or exits.code.done
end

return dict_test
