--- A document as the steps `quotes` and `roles` read it: its quotations, and
--- its words as items. Read once for both.
local items = require "gloss.steps.quotes.items"
local lexicon = require "gloss.steps.quotes.lexicon"
local marks = require "gloss.steps.quotes.marks"
local transcript = require "gloss.steps.quotes.transcript"
local words = require "gloss.steps.quotes.words"

local reading = {}

-- Languages that have word tables; the others are read with the first. Those
-- that have some for roles.
local LANGUAGES = { "en", "de", "fr", "es" }
local ROLES = { en = true, de = true, fr = true, es = true }

---@class quotes.Tables the word tables of a language, compiled
---@field code string
---@field lexicon table
---@field roles? table of the step roles
---@field words table see words.of
---@field list? quotes.Items of the last document; its columns are used again
---@field last table<string, gloss.Document> that document, as long as it lives
---@field stretches? quotes.Stretch[] of it
---@field spoken? boolean are turns of a transcript among them?

-- Compiled on first use; the same for every document.
local compiled = {}

--- The word tables of a language.
---@return quotes.Tables
function reading.tables(code)
  local name = LANGUAGES[1]
  for _, known in ipairs(LANGUAGES) do
    if code:match("^%a+") == known then name = known end
  end
  if not compiled[name] then
    local lex = lexicon.compile(require("gloss.steps.quotes." .. name))
    local roles = ROLES[name]
      and lexicon.roles(require("gloss.steps.roles." .. name)) or nil
    compiled[name] = { code = name, lexicon = lex, roles = roles,
                       words = words.of(lex, roles),
                       last = setmetatable({}, { __mode = "v" }) }
  end
  return compiled[name]
end

local function read(doc, tables, stretches)
  tables.last.doc = nil
  tables.list = items.read(doc, stretches, tables.lexicon, tables.words, nil,
                           tables.list)
  tables.last.doc, tables.stretches = doc, stretches
  return tables.list
end

--- The items of a document, good until another is read; and its quotations.
---@param doc gloss.Document
---@param tables quotes.Tables
---@param spoken boolean are the turns of a transcript quotations?
---@return quotes.Items
---@return quotes.Stretch[] sorted
function reading.of(doc, tables, spoken)
  local turns = spoken and transcript.turns(doc.text) or {}
  if tables.last.doc == doc and #turns == 0 and not tables.spoken then
    return tables.list, tables.stretches
  end
  local stretches = marks.pair(doc.text, marks.barriers(doc),
                               tables.lexicon.elisions)
  tables.spoken = #turns > 0
  stretches = transcript.merge(stretches, turns)
  return read(doc, tables, stretches), stretches
end

return reading
