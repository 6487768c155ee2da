--- gloss dict check: fmt --check, lint and test in one.
local check = require "gloss.dictionary.check"
local exits = require "gloss.contract.exits"
local revision = require "gloss.dictionary.revision"

local dict_check = {}

function dict_check.run(values)
  if values.since and not revision.exists(values.since,
                                               values.SOURCE[1]) then
    exits.stop("usage", "--since: git knows no revision %s here", values.since)
  end
  collectgarbage("incremental", 400) -- as in dict lint
  local list = check.sources(values, "check")
  local failed = false
  local function say(findings, summary, strict)
    check.say(findings, summary, values)
    failed = failed or check.fails(findings, strict)
  end
  say(check.fmt(list))
  local findings, summary = check.lint(list, { since = values.since,
    paths = values.SOURCE, overlay = values.overlay })
  say(findings, summary, values.strict)
  findings, summary = check.test(list, values)
  if findings then say(findings, summary)
  else
    failed = true
    io.stderr:write("gloss: test: the sources do not compile:\n",
                    tostring(summary), "\n")
  end
  return failed and exits.code.negative or exits.code.done
end

return dict_check
