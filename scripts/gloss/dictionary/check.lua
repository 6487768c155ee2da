--- The tools that judge sources, fmt, lint and test, each to a list of findings
--- and a line that sums them up.
local fmt = require "gloss.dictionary.fmt"
local gloss = require "gloss"
local lint = require "gloss.dictionary.lint"
local opened = require "gloss.dictionary.opened"
local records = require "gloss.dictionary.records"
local revision = require "gloss.dictionary.revision"
local test = require "gloss.dictionary.test"

local check = {}

-- "1 file", "2 files", "9,100 aliases".
local function count(n, one, many)
  local digits = tostring(n):reverse():gsub("(%d%d%d)%f[%d]", "%1,"):reverse()
  return ("%s %s"):format(digits, n == 1 and one or many or one .. "s")
end
check.count = count

-- ---- The three -----------------------------------------------------------------

--- Sources that are not written as `dict fmt` writes them.
---@param list { name: string, bytes: string }[]
---@return gloss.Finding[]
---@return string summary
function check.fmt(list)
  local findings = {}
  for _, one in ipairs(list) do
    local text, message, line = fmt.text(one.name, one.bytes)
    if not text or text ~= one.bytes then
      findings[#findings + 1] = {
        tool = "fmt", file = one.name, line = line or 1, level = "error",
        rule = "fmt", message = message or "not formatted (gloss dict fmt "
          .. one.name .. ")" }
    end
  end
  return findings, ("fmt: %s, %d not formatted"):format(
    count(#list, "file"), #findings)
end

-- The sources at the same paths in a revision.
local function sources_then(rev, paths)
  local list = {}
  for _, path in ipairs(paths) do
    for _, one in ipairs(revision.sources(rev, path)) do
      list[#list + 1] = one
    end
  end
  return list
end

--- What is wrong or doubtful.
---@param list { name: string, bytes: string }[]
---@param options { since?: string, paths?: string[], overlay?: boolean }
---@return gloss.Finding[]
---@return string summary
function check.lint(list, options)
  local findings, accepted = lint.check(records.read(list), options)
  if options.since then
    local before = sources_then(options.since, options.paths)
    findings = lint.new_ones(findings, lint.check(records.read(before), options))
  end
  local levels = { error = 0, warning = 0 }
  for _, finding in ipairs(findings) do
    finding.tool = "lint"
    levels[finding.level] = levels[finding.level] + 1
  end
  return findings, ("lint: %s, %s%s%s"):format(
    count(levels.error, "error"), count(levels.warning, "warning"),
    options.since and " since " .. options.since or "",
    accepted > 0 and (", %d accepted"):format(accepted) or "")
end

local function failures_of(result)
  local findings = {}
  for i, failure in ipairs(result.failures) do
    findings[i] = { tool = "test", file = failure.file, line = failure.line,
                    level = "error", rule = "test", text = failure.text,
                    message = failure.message }
  end
  return findings
end

--- Examples that fail.
---@param list { name: string, bytes: string }[]
---@param options { overlay?: boolean }
---@return gloss.Finding[]? nil: the sources do not compile
---@return string|gloss.Error summary, or why not
---@return table? result
function check.test(list, options)
  local result, err = test.run(list, options.overlay)
  if not result then return nil, err end
  return failures_of(result), ("test: %s, %d failed; %d of %s a test"):format(
    count(result.tests, "test"), result.failed, result.tested,
    count(result.aliases, "alias has", "aliases have")), result
end

-- ---- Saying it -----------------------------------------------------------------

local KEYS = { "tool", "file", "line", "level", "rule", "id", "message",
               "text" }

--- A finding as a line: "file:line: level: message [rule]", or JSON.
---@param finding gloss.Finding
---@param json boolean?
---@return string
function check.line(finding, json)
  if json then return gloss.json.encode(finding, KEYS) .. "\n" end
  return ("%s:%d: %s: %s [%s]\n"):format(finding.file, finding.line,
    finding.level, finding.message:gsub("%s*\n%s*", " "), finding.rule)
end

--- Writes findings to standard output, and the summary to standard error.
---@param findings gloss.Finding[]
---@param summary string
---@param values table of the command line: json, quiet
function check.say(findings, summary, values)
  local out = require "gloss.output".open(nil)
  for _, finding in ipairs(findings) do
    out:write(check.line(finding, values.json))
  end
  out:flush()
  if not values.quiet then io.stderr:write("gloss: ", summary, "\n") end
end

--- Do findings make a command fail?
---@param findings gloss.Finding[]
---@param strict boolean? warnings, too
---@return boolean
function check.fails(findings, strict)
  for _, finding in ipairs(findings) do
    if strict or finding.level == "error" then return true end
  end
  return false
end

--- Reads what a command line names, without compiled dictionaries.
---@param values table SOURCE
---@param what string the command, for the message
---@return { name: string, bytes: string }[]
function check.sources(values, what)
  for _, path in ipairs(values.SOURCE) do
    if opened.is_compiled(path) then
      require "gloss.contract.exits".stop("usage",
        "%s: dict %s takes sources, this is a compiled dictionary", path, what)
    end
  end
  return records.sources(values.SOURCE)
end

return check
