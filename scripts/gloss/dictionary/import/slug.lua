--- Ids made of names: "org:meridian-fund".
local core = require "gloss.core"

local slug = {}

-- What ids of a type begin with; others by their own word.
local PREFIXES = { PERSON = "per", PER = "per", ORG = "org", GPE = "gpe",
                   LOC = "loc", MEDIA = "media", TITLE = "title" }

--- Lower case, no accents, a hyphen for all that is no letter or digit.
---@param text string
---@return string
function slug.of(text)
  local plain = core.text.unaccent(core.text.lower(text) or text) or text
  plain = plain:gsub("['\u{2019}]", ""):gsub("[%c%s%p]+", "-")
  plain = plain:gsub("^%-+", ""):gsub("%-+$", "")
  return plain ~= "" and plain or "x"
end

--- An id of a type and a name.
---@param kind string?
---@param name string
---@return string
function slug.id(kind, name)
  if not kind or kind == "" then return slug.of(name) end
  return (PREFIXES[kind] or slug.of(kind)) .. ":" .. slug.of(name)
end

return slug
