--- The step `names`: names that no dictionary has linked, found by how they are
--- written, in the layer `names`.
---
--- Columns: name (the fullest form in the document), type (a guess: PERSON ORG
--- GPE LOC, or nil), reason (of the guess), cluster (a number; names that mean
--- the same share it), via (name surname given acronym firm). Rules and limits:
--- docs/names.md. Their words are data: names/words.lua, names/given.lua; what
--- reads them is core/names.
local explain = require "gloss.explain"
local finder = require "gloss.steps.names.finder"
local step = require "gloss.step"

local COLUMNS = { "name", "type", "reason", "cluster", "via" }

-- How a name belongs to its cluster (core/names/short.c, firms.c):
-- rule: name
-- rule: surname
-- rule: given
-- rule: acronym
-- rule: firm

-- Languages whose script has no capitals, or whose words have no blanks.
local WITHOUT = {}
for code in ("ar fa he hi ja ka my th ur zh ko"):gmatch "%S+" do
  WITHOUT[code] = true
end

local function say_lost(names, log)
  local i = 1
  local first, last, why = names:lost(i)
  while first do
    log:lost("names", first, last, "name", why)
    i = i + 1
    first, last, why = names:lost(i)
  end
end

local function run(doc)
  local lang = (doc.lang or "en"):match "^%a+"
  if WITHOUT[lang] then return doc:add("names", {}, COLUMNS) end
  local names, log = finder.of(lang), explain.of(doc)
  assert(names:add(doc, log ~= nil))
  if log then say_lost(names, log) end
end

return step.new {
  name = "names",
  uses = { "noise", "entities", "acronyms" },
  gives = { "names" },
  run = run,
}
