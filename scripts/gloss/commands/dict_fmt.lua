--- gloss dict fmt: sources in the one way to write them.
local check = require "gloss.dictionary.check"
local exits = require "gloss.contract.exits"
local fmt = require "gloss.dictionary.fmt"

local dict_fmt = {}

-- Standard input to standard output; what cannot be read gives nothing, so
-- that git keeps what there was.
local function filter()
  local text, message, line = fmt.text("-", io.stdin:read "a")
  if not text then
    exits.stop("negative", "standard input:%d: %s", line or 1, message)
  end
  local out = require "gloss.output".open(nil)
  out:write(text)
  out:flush()
  return exits.code.done
end

-- Writes the files that are not as they should be; how many, and findings
-- about those that cannot be read.
local function rewrite(list)
  local files, changed, faults = require "gloss".edge "files", 0, {}
  for _, one in ipairs(list) do
    local text, message, line = fmt.text(one.name, one.bytes)
    if not text then
      faults[#faults + 1] = { tool = "fmt", file = one.name, line = line or 1,
                              level = "error", rule = "fmt", message = message }
    elseif text ~= one.bytes then
      local ok, err = files.replace(one.name, text)
      if not ok then exits.stop("io", "%s", tostring(err)) end
      changed = changed + 1
    end
  end
  return changed, faults
end

function dict_fmt.run(values)
  if #values.SOURCE == 1 and values.SOURCE[1] == "-" then return filter() end
  for _, path in ipairs(values.SOURCE) do
    if path == "-" or path:find "^builtin:" then
      exits.stop("usage", "dict fmt cannot write %s here", path)
    end
  end
  local list = check.sources(values, "fmt")
  local findings, summary
  if values.check then
    findings, summary = check.fmt(list)
  else
    local changed
    changed, findings = rewrite(list)
    summary = ("fmt: %s, %d written"):format(check.count(#list, "file"),
                                             changed)
  end
  check.say(findings, summary, values)
  return #findings > 0 and exits.code.negative or exits.code.done
end

return dict_fmt
