--- Makes the cleaners of the step: hands the tables of words and weights to the
--- core, which reads pages with them (core/clean).
local core = require "gloss.core"
local suggest = require "gloss.suggest"
local abroad = require "gloss.steps.clean.abroad"
local furniture = require "gloss.steps.clean.furniture"
local weights = require "gloss.steps.clean.weights"
local words = require "gloss.steps.clean.words"

--- What the core reads pages with; it keeps what it read of the last document.
---@class gloss.Cleaner
---@field learn fun(self, source: string, line: string, reason: string): true?, gloss.Error?
---@field key fun(self, line: string): string?, gloss.Error? a line as it is compared
---@field reason fun(self, key: string): string? why it is furniture by its words
---@field read fun(self, doc: gloss.Document, source?: string): true?, gloss.Error?
---@field add fun(self, doc: gloss.Document, rows: boolean, mask: boolean): true?, gloss.Error?
---@field decisions fun(self, doc: gloss.Document): table[] of each line
---@field said fun(self, doc: gloss.Document, line: integer): string? its phrase
---@field signs fun(self, doc: gloss.Document): table[]?, gloss.Error? part, line, sign, weight

local cleaner = {}

--- The rows of one table of furniture.
local function add_furniture(rows, source)
  -- in the order of their names: a phrase of two reasons has the first
  for _, reason in ipairs(suggest.keys(source.whole)) do
    rows[#rows + 1] = { "whole", source.whole[reason], reason }
  end
  for _, list in ipairs { "start", "inside" } do
    for _, row in ipairs(source[list]) do rows[#rows + 1] = { list, row[1], row.reason, row.max } end
  end
  rows[#rows + 1] = { "ends", source.ends }
end

--- The rows of words.lua: a list numbers its rows, other keys are reasons.
local function add_words(rows)
  for _, list in ipairs(suggest.keys(words)) do
    local value = words[list]
    if type(value) == "string" then value = { [0] = value } end
    for _, key in ipairs(suggest.keys(value)) do rows[#rows + 1] = { list, value[key], key } end
    for number, phrases in pairs(value) do
      if math.type(number) then rows[#rows + 1] = { list, phrases, nil, number } end
    end
  end
end

local function bars(list) return (list:gsub("%s+", "|")) end

--- All that a cleaner is told of words.
local function rows_of()
  local rows = {}
  add_furniture(rows, furniture)
  add_furniture(rows, abroad)
  rows[#rows + 1] = { "sections", bars(furniture.sections) }
  rows[#rows + 1] = { "trades", bars(furniture.trades) }
  add_words(rows)
  return rows
end

--- A new cleaner.
---@param own? table weights by part and sign, for those of weights.lua
---@return gloss.Cleaner
function cleaner.new(own)
  return assert(core.cleaner(rows_of(), own or weights))
end

local shared

--- The cleaner that knows no lines of sources.
---@return gloss.Cleaner
function cleaner.shared()
  shared = shared or cleaner.new()
  return shared
end

return cleaner
