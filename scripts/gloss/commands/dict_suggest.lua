--- gloss dict suggest: names of a corpus that no entry covers.
local decided = require "gloss.dictionary.suggest_decided"
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local step = require "gloss.step"
local suggest = require "gloss.dictionary.suggest"

local columns = suggest.columns
local dict_suggest = {}

-- --accept and --reject note decisions; nothing is read then.
local function note_decisions(values)
  if not values.decided then
    exits.stop("usage", "--accept and --reject need the file: --decided FILE")
  elseif #values.inputs > 0 then
    exits.stop("usage", "--accept and --reject note decisions; they take no "
      .. "texts")
  end
  local memory = decided.open(values.decided)
  for _, decision in ipairs { "accept", "reject" } do
    for _, name in ipairs(values[decision]) do memory:set(name, decision) end
  end
  memory:save()
  return exits.code.done
end

local function open_dictionary(values)
  if #values.dict == 0 then return nil end
  local gloss = require "gloss"
  local dict, err = gloss.dict.open(values.dict)
  if not dict then exits.stop("data", "%s", tostring(err)) end
  return dict
end

local function steps_for(dict)
  local steps = require "gloss.steps"
  local list = { steps.get "clean", steps.get "acronyms", steps.get "names" }
  if dict then list[#list + 1] = steps.get "link" { dict = dict } end
  return step.prepare(assert(step.check(step.sort(list))))
end

local function worker_of(collector, dict)
  local apply = steps_for(dict)
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    apply(doc)
    collector:add(doc)
    doc:close()
    return ""
  end
  return { process = function(_, record) return runner.guard(one, record) end }
end

local function write_json(out, rows)
  local gloss = require "gloss"
  for _, row in ipairs(rows) do
    gloss.json.array(row.aliases)
    out:write(gloss.json.encode(row, columns) .. "\n")
  end
end

local function write_table(out, rows)
  local tsv = require "gloss.writers.tsv"
  out:write(tsv.head(columns))
  for _, row in ipairs(rows) do
    local cells = {}
    for i, name in ipairs(columns) do cells[i] = row[name] end
    local aliases = {}
    for i, text in ipairs(row.aliases) do aliases[i] = text:gsub("|", "\\|") end
    cells[4] = table.concat(aliases, "|")
    out:write(tsv.row(columns, cells))
  end
end

-- What is written when every document is read.
local function task_of(worker, collector, memory, values)
  local out = output.open(values.output)
  local page = values.html and output.open(values.html)
  return {
    worker = worker, emit = function() end,
    finish = function()
      local rows = collector:rows()
      local write = values.json and write_json or write_table
      write(out, rows)
      out:commit()
      if page then
        page:write(require "gloss.dictionary.suggest_page".make(rows, memory,
          values.inputs))
        page:commit()
      end
    end,
    abort = function()
      out:abort()
      if page then page:abort() end
    end,
  }
end

function dict_suggest.run(values)
  if #values.accept + #values.reject > 0 then return note_decisions(values) end
  local memory = decided.open(values.decided)
  local dict = open_dictionary(values)
  local sources = reader.sources(values)
  local collector = suggest.new {
    dict = dict, decided = memory, min = values.min }
  local worker = worker_of(collector, dict)
  return runner.run(values, task_of(worker, collector, memory, values), sources)
end

return dict_suggest
