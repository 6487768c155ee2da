--- gloss annotate, and the commands that write one layer.
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local profile = require "gloss.profile"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local step = require "gloss.step"

local annotate = {}

---- Which layers, which steps ---------------------------------------------------

-- The names of the layers asked for, in the contract's order. "All" are all
-- that can be had: no entities without a dictionary.
local function layers_of(values, command, format)
  local asked = values.layers
  if command.layer then
    asked = { [command.layer] = true }
  elseif not asked then
    asked = { tokens = format ~= "text" or nil, sentences = true,
              entities = #values.dict > 0 or nil }
  end
  local names = {}
  local without = asked.entities == "all" and #values.dict == 0 and "entities"
  for _, layer in ipairs(contract.layers) do
    if asked[layer.name] and layer.name ~= without then
      names[#names + 1] = layer.name
    end
  end
  return names
end

-- Adds the step that makes a layer, and the steps that it needs.
local function add_step(chosen, layer)
  local name = contract.layer[layer] and contract.layer[layer].step
  if not name or chosen[name] then return end
  local made = assert(require "gloss.steps".get(name))
  chosen[name] = made
  for _, needed in ipairs(made.needs) do add_step(chosen, needed) end
end

local function uses_entities(chosen)
  for _, made in pairs(chosen) do
    for _, layer in ipairs(made.uses) do
      if layer == "entities" then return true end
    end
  end
  return false
end

local function add_dictionary(chosen, dicts, layers)
  if #dicts == 0 then
    if chosen.link then
      exits.stop("usage", "entities need a dictionary: -d FILE")
    end
    return
  end
  if not chosen.link and not uses_entities(chosen) then
    exits.stop("usage", "-d: nothing in the layers %s uses a dictionary",
               table.concat(layers, ", "))
  end
  chosen.link = require "gloss.steps".get "link" { dict = dicts }
end

-- The steps that the layers need, no more, in order.
local function steps_for(layers, values)
  local chosen = {}
  for _, layer in ipairs(layers) do add_step(chosen, layer) end
  add_dictionary(chosen, values.dict or {}, layers)
  if chosen.times and not chosen.clean then
    -- Relative dates need the document's own, which may stand in its head.
    chosen.clean = require "gloss.steps".get "clean" { parts = "head" }
  elseif chosen.clean and values.keep_noise then
    chosen.clean = chosen.clean { mask = false }
  end
  if not next(chosen) then return {} end
  local list = {}
  for _, name in ipairs(require "gloss.steps".names()) do
    list[#list + 1] = chosen[name]
  end
  return assert(step.check(step.sort(list)))
end

--- The steps that make layers, checked and in order.
---@param layers string[]
---@param values table of the command line
---@return table[]
function annotate.steps(layers, values) return steps_for(layers, values) end

---- What is written -------------------------------------------------------------

local formats = {}

local HEAD = { "gloss", "id", "sha256", "offsets", "lang", "date", "title",
               "text", "meta", "repairs" }

function formats.jsonl(layers, values)
  local gloss = require "gloss"
  local core, encode = require "gloss.core", gloss.json.encode
  local sha256 = gloss.edge "hash".sha256
  local options = { offsets = values.offsets or "bytes" }
  return function(doc, record)
    local head = encode({
      gloss = 1, id = doc.id, sha256 = sha256(doc.text),
      offsets = options.offsets, lang = doc.lang,
      date = doc.date or gloss.json.null, title = doc.title or gloss.json.null,
      text = values.with_text and doc.text or nil,
      meta = next(doc.meta) ~= nil and doc.meta or nil,
      repairs = #record.repairs > 0 and gloss.json.array(record.repairs) or nil,
    }, HEAD)
    local parts = { head:sub(1, -2) }
    for _, name in ipairs(layers) do
      parts[#parts + 1] = (',"%s":'):format(name)
      parts[#parts + 1] =
        core.write(doc, name, contract.layer[name].json, options)
    end
    parts[#parts + 1] = "}\n"
    return parts  -- not joined: of a large text they are large
  end
end

local function tsv_options(values)
  return { format = "tsv", offsets = values.offsets }
end

function formats.tsv(layers, values)
  if #layers > 1 then
    exits.stop("usage", "--to tsv writes one layer, not %d: --layers %s",
               #layers, layers[1])
  end
  local write, layer = require "gloss.core".write, contract.layer[layers[1]]
  local options = tsv_options(values)
  return function(doc) return write(doc, layer.name, layer.tsv, options) end,
    table.concat(contract.columns(layer), "\t") .. "\n"
end

local explained = {}

-- The rule of each token.
function explained.tokens(values)
  local write, options = require "gloss.core".write, tsv_options(values)
  local columns = { "doc", "start", "end", "text", "kind", "rule" }
  return function(doc) return write(doc, "tokens", columns, options) end,
    table.concat(columns, "\t") .. "\n"
end

-- The rule of each place where a sentence might have ended.
function explained.sentences()
  local tsv = require "gloss.writers.tsv"
  local columns = { "doc", "at", "boundary", "rule", "before", "after" }
  return function(doc)
    local lines = {}
    for i, decision in ipairs(assert(doc:decisions())) do
      local at, text = decision.last, doc.text  -- as the end, left out, from 0
      lines[i] = tsv.row(columns, { doc.id, at, decision.boundary and "yes"
        or "no", decision.rule, text:sub(1, at):match "%S*%s*$",
        text:match("^%s*%S*", at + 1) })
    end
    return table.concat(lines)
  end, tsv.head(columns)
end

-- The rule of each row of a layer, and what competed and lost.
local function explained_rows(name)
  local rows = require "gloss.explain.rows"
  local layer = contract.layer[name]
  local columns, names = rows.columns(layer)
  return function(doc) return rows.write(doc, layer, columns, names) end,
    require "gloss.writers.tsv".head(names)
end

local function make_explained(layers, values)
  if #layers > 1 then
    exits.stop("usage", "--explain explains one layer, not %d: --layers %s",
               #layers, layers[#layers])
  end
  local make = explained[layers[1]]
  if make then return make(values) end
  return explained_rows(layers[1])
end

function formats.text(layers, values)
  local marked = require "gloss.writers.marked"
  local colour = runner.colour(values)
  return function(doc)
    local head = ""
    if doc.id ~= "-" then
      head = (colour and "\27[1m%s\27[0m\n" or "== %s\n"):format(doc.id)
    end
    return head .. marked.text(doc, layers, colour)
  end
end

-- Nothing is written; but what is made on first use is made.
function formats.none(layers)
  local lazy = {}
  for _, name in ipairs(layers) do
    if not contract.layer[name].step then lazy[#lazy + 1] = name end
  end
  return function(doc)
    for _, name in ipairs(lazy) do local _ = #doc:layer(name) end
    return ""
  end
end

local function format_of(values, command)
  if values.explain and values.to and values.to ~= "tsv" then
    exits.stop("usage", "--explain writes TSV, not %s", values.to)
  elseif values.explain and (values.offsets or "bytes") ~= "bytes" then
    exits.stop("usage", "--explain counts bytes, not %s", values.offsets)
  end
  if values.explain then return "tsv" end
  if values.to then return values.to end
  if command.layer then return "tsv" end
  if not values.output and require "gloss".edge "files".isatty(1) then
    return "text"
  end
  return "jsonl"
end

---- The command -----------------------------------------------------------------

--- A worker: what is to be written for a record, a string or a list of them.
---@param values table of the command line
---@param command table of the contract
---@return table worker
---@return string head what stands before the first document
function annotate.worker(values, command)
  local format = format_of(values, command)
  local layers = layers_of(values, command, format)
  local make = values.explain and make_explained or formats[format]
  local write, head = make(layers, values)
  local apply = require "gloss.worker".call(step.prepare,
                                            steps_for(layers, values))
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    if values.explain then require "gloss.explain".start(doc) end
    apply(doc)
    local bytes = profile.time("write", write, doc, record)
    doc:close()
    return bytes
  end
  return { process = function(_, record) return runner.guard(one, record) end },
    head or ""
end

function annotate.run(values, command)
  values.dict = values.dict or {}
  local worker, head = annotate.worker(values, command)
  local sources = reader.sources(values)
  local out = output.open(values.output)
  out:write(head)
  return runner.run(values, runner.to_output(worker, out), sources)
end

return annotate
