--- The step `quotes`: who said what, in which words, and by which verb.
---
--- Every stretch between quotation marks and every reported clause becomes a
--- span of the layer `quotes`; what one speaker says at one time shares a
--- number, `attribution`. Columns, rules and limits: docs/quotes.md. The words
--- of a language are data (quotes/en.lua), which lexicon.lua compiles; the
--- rules that read them are in core/clauses and core/quotes.
local gloss = require "gloss"
local explain = require "gloss.explain"
local reading = require "gloss.steps.quotes.reading"

---- Rules ---------------------------------------------------------------------

-- What finds a row, in the files of core/quotes, each with an example; for
-- --explain, which shows these lines.

-- before_cue.c: “We are ready,” said Roe.
-- rule: quote before cue
-- before_cue.c: The fund would grow, Roe said.
-- rule: clause before cue
-- behind_cue.c: Roe said: “We are ready.”
-- rule: quote after cue
-- behind_cue.c: Roe said that it works
-- rule: that after cue
-- behind_cue.c: Roe said it works
-- rule: clause after cue
-- behind_cue.c: Roe vowed to go
-- rule: to after cue
-- behind_cue.c: Roe criticised the plan
-- rule: object after cue
-- attribute.c: according to Roe, it works; in Roe's view, it works
-- rule: according to
-- attribute.c: As Roe noted, it works
-- rule: as
-- attribute.c: The plan was criticised by Roe
-- rule: passive
-- attribute.c: Roe's claim that it works
-- rule: noun
-- headings.c: Roe: bridge is safe
-- rule: heading
-- loose.c: ROE: Yes.
-- rule: colon
-- loose.c: “Yes.” — Ann Roe
-- rule: signed
-- loose.c: Q. When? A. In May.
-- rule: question and answer
-- loose.c: the speaker of the last cue
-- rule: speaker before
-- loose.c: the speaker of the last turn
-- rule: turn goes on
-- loose.c: the subject of the sentence before
-- rule: subject before
-- loose.c: the subject of this sentence
-- rule: subject of the sentence
-- loose.c: Roe sagte, sie gehe. Die Brücke sei sicher.
-- rule: mood
-- rows.c: nobody is found
-- rule: no cue

-- What is no speech (kinds.c): Juan “Chico” Roe
-- rule: between names
-- known to friends as “Captain”
-- rule: known as
-- His commentary, “Let us go,” is good.
-- rule: in apposition
-- the film “Low Tide”
-- rule: beside *
-- Roe's “Roundup of the Week”
-- rule: possessive
-- a “Save the Bridge” rally
-- rule: named thing
-- on “Good Evening Norby”
-- rule: on a programme
-- the new “Bridge of Norby” plan
-- rule: in a phrase
-- a “friend” of the fund
-- rule: short, in a phrase
-- nothing between the marks
-- rule: empty

-- What rules fitted and made no row of: cues.c, the plan; attribute.c, she said
-- rule: reporting verb
-- rule: cue

---- The step ------------------------------------------------------------------

-- A value of an entity; nil where the layer has none, which any step may give.
local function ask(f, ...)
  local known, value = pcall(f, ...)
  return known and value or nil
end

--- Which offices the dictionary says that the people of the text hold.
local function offices_held(doc)
  local held, seen = {}, {}
  for entity in doc.entities do
    local id = ask(function() return entity.id end)
    if id and not seen[id] then
      seen[id] = true
      local roles = ask(function() return entity:roles(doc.date) end)
      for _, role in ipairs(roles or {}) do
        held[#held + 1] = { role = role.role, of_id = role.of, id = id,
                            name = entity.name }
      end
    end
  end
  return held
end

local function run(doc, options)
  local clauses, log = reading.of(doc.lang or "en"), explain.of(doc)
  local ok, err = clauses:quotes(doc, {
    doubled_direct = options.doubled == "direct", indirect = options.indirect,
    nested = options.nested, roles = options.roles,
    held = options.roles and offices_held(doc) or nil, explain = log })
  if not ok then error(err, 0) end
  if log then reading.explain(clauses, log) end
end

return gloss.step {
  name = "quotes",
  uses = { "noise", "entities", "names", "roles" },
  gives = { "quotes" },
  options = {
    doubled = { "indirect", "direct" },  -- the kind of what ''...'' encloses
    indirect = true,                     -- rows for reported clauses, too
    nested = false,                      -- rows for quotations in quotations
    roles = false,                       -- "the envoy" is who holds that role
  },
  run = run,
}
