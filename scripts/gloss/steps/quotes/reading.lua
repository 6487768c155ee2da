--- Who reads documents for the steps `quotes` and `roles`: the words of a
--- language, compiled, and what core.clauses remembers. A document that both
--- steps ask for is read once.
local core = require "gloss.core"
local lexicon = require "gloss.steps.quotes.lexicon"

local reading = {}

-- Languages that have word tables, those of the step roles, too; the others are
-- read with the first.
local LANGUAGES = { "en", "de", "fr", "es" }

-- By language; compiled on first use, the same for every document.
local compiled = {}

--- The reader of a language, and is it that language's own?
---@param code string "en-GB"
---@return gloss.Clauses
---@return boolean own
function reading.of(code)
  local name, own = LANGUAGES[1], false
  for _, known in ipairs(LANGUAGES) do
    if code:match("^%a+") == known then name, own = known, true end
  end
  compiled[name] = compiled[name] or core.clauses(
    lexicon.compile(require("gloss.steps.quotes." .. name),
                    require("gloss.steps.roles." .. name)))
  return compiled[name], own
end

--- Tells a log what rules fitted and made no row of.
---@param clauses gloss.Clauses
---@param log gloss.ExplainLog
function reading.explain(clauses, log)
  local i = 1
  local layer, first, last, rule, why = clauses:lost(i)
  while layer do
    log:lost(layer, first, last, rule, why)
    i = i + 1
    layer, first, last, rule, why = clauses:lost(i)
  end
end

return reading
