--- The table that `--explain` writes of a layer: its rows, and between them
--- what competed and lost, each with its rule and the place of that.
local explain = require "gloss.explain"
local places = require "gloss.explain.places"
local tsv = require "gloss.writers.tsv"

local rows = {}

local OWN = { "verdict", "rule", "place", "why" }

--- The columns: those of the layer and the text; its rule goes to the others.
---@param layer table of the contract
---@return string[] columns as the core's writer takes them
---@return string[] names of all
function rows.columns(layer)
  local columns, names, has_text = {}, {}, false
  for _, column in ipairs(layer.tsv) do
    if column ~= "rule" then columns[#columns + 1] = column end
    has_text = has_text or column == "text"
  end
  if not has_text then columns[#columns + 1] = "text" end
  for i, column in ipairs(columns) do names[i] = column:match "^[^=?]+" end
  return columns, table.move(OWN, 1, #OWN, #names + 1, names)
end

-- Where the rule of a row is written: the log may know it better.
local function place_of(layer, row, rule, log)
  local told = log:of(layer.name).places[row.first .. "-" .. row.last]
  if type(told) == "string" then return told end
  return rule and places.find(layer.step, rule, told)
end

-- The rows as the core writes them, with their verdicts behind.
local function kept(doc, layer, columns, log)
  local bytes = require "gloss.core".write(doc, layer.name, columns,
                                           { format = "tsv" })
  local list, next_line = {}, bytes:gmatch "([^\n]*)\n"
  local field = layer.rule or "rule"
  for row in doc:layer(layer.name) do
    local rule = row[field]
    list[#list + 1] = { first = row.first, last = row.last,
      line = next_line() .. "\t" .. tsv.row(OWN, { "kept", rule,
        place_of(layer, row, rule, log),
        log:of(layer.name).whys[row.first .. "-" .. row.last] }) }
  end
  return list
end

local function lost(doc, layer, names, log)
  local list = {}
  for i, one in ipairs(log:of(layer.name).lost) do
    local values = {
      doc = doc.id, start = one.first - 1, ["end"] = one.last,
      text = doc.text:sub(one.first, one.last), verdict = "lost",
      rule = one.rule, why = one.why,
      place = places.find(layer.step, one.rule, one.nth),
    }
    local row = {}
    for k, name in ipairs(names) do row[k] = values[name] end
    list[i] = { first = one.first, last = one.last, lost = i,
                line = tsv.row(names, row) }
  end
  return list
end

-- By place, the longest first; a row before what lost to it.
local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  if a.last ~= b.last then return a.last > b.last end
  return (a.lost or 0) < (b.lost or 0)
end

--- What is written of a document that was explained.
---@param doc gloss.Document
---@param layer table of the contract
---@param columns string[] of rows.columns
---@param names string[]
---@return string
function rows.write(doc, layer, columns, names)
  local log = explain.of(doc) or explain.start(doc)
  local list = kept(doc, layer, columns, log)
  for _, one in ipairs(lost(doc, layer, names, log)) do
    list[#list + 1] = one
  end
  list = require "gloss.core".sort(list, by_place)
  for i, one in ipairs(list) do list[i] = one.line end
  return table.concat(list)
end

return rows
