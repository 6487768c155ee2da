--- Documents for plain scripts: `for doc in gloss.docs(arg) do`.
local exits = require "gloss.contract.exits"
local reader = require "gloss.reader"
local step = require "gloss.step"
local suggest = require "gloss.suggest"

local docs = {}

local OPTIONS = { steps = true, from = true, text = true, id = true,
                  date = true, source = true, lang_field = true,
                  doc_date = true, lang = true, strict_utf8 = true }

local DEFAULTS = { text = "text", id = "id", date = "date",
                   source = "source", lang_field = "lang" }

--- What `gloss run` was told about the input; a script's own options win.
---@type table?
docs.values = nil

--- How many documents could be read, and how many could not.
docs.ok, docs.failed = 0, 0

-- What a plain script cannot take from the command line.
local JOBS_ONLY = { "output", "to", "set", "dict", "quarantine", "summary" }

local function refuse_job_options()
  for _, name in ipairs(docs.values and JOBS_ONLY or {}) do
    local value = docs.values[name]
    if value and (type(value) ~= "table" or #value > 0) then
      exits.stop("usage", "--%s is for jobs; this is a plain script", name)
    end
  end
end

local function settle(inputs, options)
  local values = { inputs = table.move(inputs, 1, #inputs, 1, {}) }
  for _, given in ipairs { DEFAULTS, docs.values or {}, options } do
    for key in pairs(OPTIONS) do
      if given[key] ~= nil then values[key] = given[key] end
    end
  end
  values.lang = values.lang and (reader.language(values.lang) or values.lang)
  if docs.values then
    values.files_from, values.null = docs.values.files_from, docs.values.null
  end
  return values
end

local function warn(record, message)
  if docs.values and docs.values.quiet then return end
  local line = record.line and ":" .. record.line or ""
  io.stderr:write("gloss: ", record.id, line, ": ", message, "\n")
end

-- The next document that can be read; those that cannot are named on stderr.
local function read_next(records)
  for record in records do
    local doc, why = reader.document(record)
    for _, warning in ipairs(record.warnings) do
      warn(record, "warning: " .. warning)
    end
    if doc then
      docs.ok = docs.ok + 1
      return doc
    end
    docs.failed = docs.failed + 1
    warn(record, why)
  end
end

--- What a plain script that has ended means for `gloss run`.
---@param values table of the command line
---@return integer exit code
function docs.exit_code(values)
  if docs.failed == 0 then return exits.code.done end
  if docs.ok == 0 then
    exits.stop("stopped", "no document could be processed")
  end
  return values.partial_ok and exits.code.done or exits.code.some_failed
end

-- Raises where an option that the script gives has no value of its kind.
local function check_values(options)
  local date, lang = options.doc_date, options.lang
  if date ~= nil and not reader.date(date) then
    error(('gloss.docs: doc_date must be an ISO date like 2025-04-06, not "%s"')
          :format(tostring(date)), 4)
  end
  if lang ~= nil and (type(lang) ~= "string" or not reader.language(lang)) then
    error(('gloss.docs: no language "%s"'):format(tostring(lang)), 4)
  end
end

local function read_all(inputs, options)
  options = options or {}
  if type(inputs) == "string" then inputs = { inputs } end
  if type(inputs) ~= "table" or type(options) ~= "table" then
    error("gloss.docs takes a list of inputs, and a table of options", 3)
  end
  suggest.check_keys(options, OPTIONS, "gloss.docs", 3)
  check_values(options)
  local steps, why = step.check(options.steps or {})
  if not steps then error("gloss.docs: " .. why, 3) end
  refuse_job_options()
  local values = settle(inputs, options)
  local ok, sources = pcall(reader.sources, values)
  if not ok then
    if docs.values then error(sources, 0) end
    error("gloss.docs: " .. tostring(sources), exits.is_fault(sources) and 3 or 0)
  end
  local apply = step.prepare(steps)
  local records = reader.records(sources, values)
  local left = docs.values and docs.values.limit or math.huge
  return function()
    if left <= 0 then return nil end
    left = left - 1
    local doc = read_next(records)
    if doc then apply(doc) end
    return doc
  end
end

--- Iterates over the documents of some inputs, steps applied.
---@param inputs string[] files, folders, "-"; `arg` will do
---@param options? table steps; from text id date source lang_field doc_date lang strict_utf8
---@return fun(): gloss.Document?
docs.docs = require "gloss.core".framed(read_all)

return docs
