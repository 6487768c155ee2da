--- The step `roles`: who holds which office, as the text says it: "Ann Roe,
--- the president's special envoy and head of the River Fund", "Treasury
--- Secretary Ann Poe".
---
--- A row of the layer `roles` is the name of a person or an organisation with
--- one role. Columns, rules and limits: docs/roles.md. The words of a language
--- are data: roles/en.lua.
local gloss = require "gloss"
local find = require "gloss.steps.roles.find"
local items = require "gloss.steps.quotes.items"
local lexicon = require "gloss.steps.quotes.lexicon"
local marks = require "gloss.steps.quotes.marks"
local words = require "gloss.steps.quotes.words"

-- Languages that have word tables; the others have no roles.
local LANGUAGES = { en = true }

local COLUMNS = { "role", "past", "words", "of", "of_id", "of_name", "id",
                  "name", "rule" }

-- Word tables, compiled on first use; the same for every document.
local compiled = {}

local function tables_of(code)
  if not compiled[code] then
    local lex = lexicon.compile(require("gloss.steps.quotes." .. code))
    compiled[code] = { words = words.of(lex), lexicon = lex,
      roles = find.words(require("gloss.steps.roles." .. code)) }
  end
  return compiled[code]
end

return gloss.step {
  name = "roles",
  uses = { "noise", "entities" },
  gives = { "roles" },
  run = function(doc)
    local rows = {}
    local code = (doc.lang or "en"):match "^%a+"
    if LANGUAGES[code] then
      local tables = tables_of(code)
      local stretches = marks.pair(doc.text, marks.barriers(doc),
                                   tables.lexicon.elisions)
      local list = items.read(doc, stretches, tables.lexicon, tables.words,
                              nil, tables.list)
      tables.list = list
      rows = find.rows(doc, list, tables.roles)
    end
    return doc:add("roles", rows, COLUMNS)
  end,
}
