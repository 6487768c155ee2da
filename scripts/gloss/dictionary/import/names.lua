--- Names that a list has in capitals, written as names are.
local core = require "gloss.core"

local names = {}

local function set(words)
  local t = {}
  for word in words:gmatch "%S+" do t[word] = true end
  return t
end

-- Words that stay small inside a name.
local SMALL = set [[a and as at by for from in of on or the to with
  de del della der den des di do dos du e la las le les los van von y zu]]

-- "Mcdonald" stays: which names have a capital inside cannot be known.
local function capital(word)
  return (core.text.title(word))
end

--- KOFI ANNAN -> Kofi Annan. A name with a small letter in it stays.
---@param text string
---@return string
function names.from_capitals(text)
  if core.text.upper(text) ~= text then return text end
  local first = true
  return (text:gsub("[^%s%-/%(]+", function(word)
    local lower = core.text.lower(word)
    local small = not first and SMALL[lower]
    first = false
    if small then return lower end
    if word:find "^%u%.%u" then return word end     -- A.G.
    return capital(word)
  end))
end

return names
