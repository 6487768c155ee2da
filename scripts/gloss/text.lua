--- Functions of text without a document.
local core = require "gloss.core"

local text = {}
for name, value in pairs(core.text) do text[name] = value end

--- The words and numbers of a string, in order.
---@param s string
---@param lang? string a language code; exactly UAX #29 when absent
---@return string[]? words
---@return gloss.Error? err
function text.words(s, lang)
  local doc <close>, err = require "gloss".doc(s, { lang = lang or "und" })
  if not doc then return nil, err end
  return doc.tokens:where { kind = { "word", "number" } }:texts()
end

return text
