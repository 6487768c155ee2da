--- The step `roles`: who holds which office, as the text says it: "Ann Roe,
--- the president's special envoy and head of the River Fund", "Treasury
--- Secretary Ann Poe".
---
--- A row of the layer `roles` is the name of a person or an organisation with
--- one role. Columns, rules and limits: docs/roles.md. The words of a language
--- are data: roles/en.lua; the rules that read them are in core/roles.
local gloss = require "gloss"
local explain = require "gloss.explain"
local reading = require "gloss.steps.quotes.reading"

local COLUMNS = { "role", "past", "words", "of", "of_id", "of_name", "id",
                  "name", "rule" }

-- What finds a row, in core/roles/forms.c and verb_forms.c, each with an example;
-- for --explain.

-- Treasury Secretary Ann Poe; the fund's chief Ann Roe
-- rule: title
-- the minister, Ann Roe,
-- rule: before a comma
-- Ann Roe, the president's envoy and head of the fund,
-- rule: apposition
-- Ann Roe, who leads the union; who was named envoy
-- rule: relative
-- Ann Roe became envoy; serves as envoy; they named Ann Roe envoy
-- rule: verb

return gloss.step {
  name = "roles",
  uses = { "noise", "entities" },
  gives = { "roles" },
  run = function(doc)
    local clauses, own = reading.of(doc.lang or "en")
    if not own then return doc:add("roles", {}, COLUMNS) end
    local log = explain.of(doc)
    local ok, err = clauses:roles(doc, log ~= nil)
    if not ok then error(err, 0) end
    if log then reading.explain(clauses, log) end
  end,
}
