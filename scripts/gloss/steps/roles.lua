--- The step `roles`: who holds which office, as the text says it: "Ann Roe,
--- the president's special envoy and head of the River Fund", "Treasury
--- Secretary Ann Poe".
---
--- A row of the layer `roles` is the name of a person or an organisation with
--- one role. Columns, rules and limits: docs/roles.md. The words of a language
--- are data: roles/en.lua.
local gloss = require "gloss"
local find = require "gloss.steps.roles.find"
local reading = require "gloss.steps.quotes.reading"

local COLUMNS = { "role", "past", "words", "of", "of_id", "of_name", "id",
                  "name", "rule" }

return gloss.step {
  name = "roles",
  uses = { "noise", "entities" },
  gives = { "roles" },
  run = function(doc)
    local code = doc.lang or "en"
    local tables = reading.tables(code)
    local rows = {}
    if tables.roles and tables.code == code:match "^%a+" then
      rows = find.rows(doc, reading.of(doc, tables, false), tables.roles)
    end
    return doc:add("roles", rows, COLUMNS)
  end,
}
