--- Why a step found what it found: a log that steps write while `--explain` is
--- on, and that is nil at all other times, so that nobody pays for it.
---
---     local log = require "gloss.explain".of(doc)
---     ...
---     if log then log:lost("times", first, last, "day", "inside a longer one") end
local explain = {}

---@class gloss.Lost
---@field first integer byte, from 1
---@field last integer byte, the last one in
---@field rule string
---@field why string
---@field nth? integer which of the rules of that name

---@class gloss.ExplainLayer
---@field lost gloss.Lost[]
---@field places table<string, string|integer> by "first-last"
---@field whys table<string, string> of rows, by "first-last"

---@class gloss.ExplainLog
---@field layers table<string, gloss.ExplainLayer>
local Log = {}
Log.__index = Log

-- Documents that are explained; nil where none is, which is the usual case.
---@type table<gloss.Document, gloss.ExplainLog>?
local logs

--- The log of a document, or nil where nobody asks why.
---@param doc gloss.Document
---@return gloss.ExplainLog?
function explain.of(doc) return logs and logs[doc] end

--- From now on steps say why, in this document.
---@param doc gloss.Document
---@return gloss.ExplainLog
function explain.start(doc)
  logs = logs or setmetatable({}, { __mode = "k" })
  logs[doc] = setmetatable({ layers = {} }, Log)
  return logs[doc]
end

--- What the log has of a layer.
---@param layer string
---@return gloss.ExplainLayer
function Log:of(layer)
  local own = self.layers[layer]
  if not own then
    own = { lost = {}, places = {}, whys = {} }
    self.layers[layer] = own
  end
  return own
end

--- Notes that a rule fitted here and made no row.
---@param layer string
---@param first integer bytes, as of a span
---@param last integer
---@param rule string as rows name it
---@param why string what it lost to, or what spoke against it
---@param nth? integer which of the rules of that name, in their file
function Log:lost(layer, first, last, rule, why, nth)
  local lost = self:of(layer).lost
  lost[#lost + 1] = { first = first, last = last, rule = rule, why = why,
                      nth = nth }
end

--- Notes where the rule of a row stands, where its name does not say it: the
--- how-manieth of the rules that are called so, or the place itself, as
--- "actors.tsv:12".
---@param layer string
---@param first integer bytes of the row
---@param last integer
---@param place integer|string
function Log:at(layer, first, last, place)
  self:of(layer).places[first .. "-" .. last] = place
end

--- Notes what spoke for a row, where its rule does not say it all.
---@param layer string
---@param first integer bytes of the row
---@param last integer
---@param why string
function Log:kept(layer, first, last, why)
  self:of(layer).whys[first .. "-" .. last] = why
end

--- Which of the rules of its name each rule of a table is, in the order in
--- which they are written: for `log:at` and `log:lost`.
---@param list table[] rules whose first field is their name
---@return table<table, integer>
function explain.nth(list)
  local nth, counts = {}, {}
  for _, rule in ipairs(list) do
    counts[rule[1]] = (counts[rule[1]] or 0) + 1
    nth[rule] = counts[rule[1]]
  end
  return nth
end

return explain
