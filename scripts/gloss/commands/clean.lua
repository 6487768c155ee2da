--- gloss clean: texts without what is masked as boilerplate; with --learn the
--- table of the lines that a source repeats.
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local step = require "gloss.step"

local clean = {}

-- The text between the masks; a line that a mask empties is no line.
local function kept(doc)
  local parts, from = {}, 1
  for span in doc.noise do
    parts[#parts + 1] = doc.text:sub(from, span.first - 1)
    from = span.last + 1
  end
  parts[#parts + 1] = doc.text:sub(from)
  local text = table.concat(parts):gsub("\n[ \t\r]*\n%s*\n", "\n\n")
  return (text:gsub("^%s*\n", ""):gsub("%s*$", "\n"))
end

local formats = {}

function formats.text(doc) return kept(doc) end

function formats.jsonl(doc)
  local gloss = require "gloss"
  local line = { id = doc.id, lang = doc.lang, date = doc.date,
                 title = doc.title, text = kept(doc) }
  for key, value in pairs(doc.meta) do
    if line[key] == nil then line[key] = value end
  end
  return gloss.json.encode(line, { "id", "lang", "date", "title", "text" })
    .. "\n"
end

-- The step, ready; a table of lines that cannot be read is a wrong input.
local function prepared(values)
  local made = require "gloss.steps".get "clean" { lines = values.lines or false }
  local ok, apply = pcall(step.prepare, { made })
  if not ok then exits.stop("usage", "--lines: %s", tostring(apply)) end
  return apply
end

--- A worker: the text that is left of a record.
---@param values table of the command line
---@return table
function clean.worker(values)
  local apply = prepared(values)
  local write = formats[values.to or "text"]
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    apply(doc)
    local text = write(doc)
    doc:close()
    return text
  end
  return { process = function(_, record) return runner.guard(one, record) end }
end

-- Learns from all pages; the table is written when the last one is read.
local function learn(values)
  local learner = require "gloss.steps.clean.learned".new()
  local sources = reader.sources(values)
  local out = output.open(values.output)
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    learner:page(doc.text, doc.meta.source)
    doc:close()
    return true
  end
  return runner.run(values, {
    worker = { process = function(_, record) return runner.guard(one, record) end },
    emit = function() end,
    finish = function()
      out:write(learner:table())
      out:commit()
    end,
    abort = function() out:abort() end,
  }, sources)
end

function clean.run(values)
  if values.learn and (values.to or values.lines) then
    exits.stop("usage", "--learn writes a table of lines: it goes with neither --to nor --lines")
  end
  if values.learn then return learn(values) end
  local worker = clean.worker(values)
  local sources = reader.sources(values)
  return runner.run(values,
    runner.to_output(worker, output.open(values.output)), sources)
end

return clean
