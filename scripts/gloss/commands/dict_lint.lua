--- gloss dict lint: what is wrong or doubtful in sources.
local check = require "gloss.dictionary.check"
local exits = require "gloss.contract.exits"
local opened = require "gloss.dictionary.opened"
local records = require "gloss.dictionary.records"
local revision = require "gloss.dictionary.revision"

local dict_lint = {}

-- Verifies a compiled dictionary as a whole.
local function verify(path, values)
  local dict, err = require "gloss".dict.open(path, { verify = true })
  if not dict then exits.stop("data", "%s", tostring(err)) end
  if not values.quiet then
    io.stderr:write(("gloss: %s: whole, %d entities\n"):format(path, #dict))
  end
  dict:close()
end

function dict_lint.run(values)
  -- Nearly all that is read lives to the end: collecting often finds little.
  collectgarbage("incremental", 400)
  local paths = {}
  if values.since and not revision.exists(values.since,
                                               values.SOURCE[1]) then
    exits.stop("usage", "--since: git knows no revision %s here", values.since)
  end
  for _, path in ipairs(values.SOURCE) do
    if opened.is_compiled(path) then verify(path, values)
    else paths[#paths + 1] = path end
  end
  if #paths == 0 then return exits.code.done end
  local findings, summary = check.lint(records.sources(paths),
    { since = values.since, paths = paths, overlay = values.overlay })
  check.say(findings, summary, values)
  return check.fails(findings, values.strict) and exits.code.negative
    or exits.code.done
end

return dict_lint
