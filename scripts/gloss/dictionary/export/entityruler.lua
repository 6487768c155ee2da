--- For spaCy's EntityRuler: JSON lines of label, pattern and id.
---
--- An alias in any case is a list of LOWER tokens where it is plain words, for
--- which spaCy's tokens are known; all others are exact texts.
local gloss = require "gloss"

local entityruler = {}

local KEYS = { "label", "pattern", "id" }

local function pattern_of(alias)
  if alias.case ~= "fold" or alias.text:find "[^%w ]" then return alias.text end
  local tokens = {}
  for word in alias.text:gmatch "%S+" do
    tokens[#tokens + 1] = { LOWER = word:lower() }
  end
  return gloss.json.array(tokens)
end

function entityruler.entry(entry, aliases)
  local lines = {}
  for i, alias in ipairs(aliases) do
    lines[i] = gloss.json.encode({ label = entry.type, id = entry.id,
      pattern = pattern_of(alias) }, KEYS) .. "\n"
  end
  return table.concat(lines)
end

return entityruler
