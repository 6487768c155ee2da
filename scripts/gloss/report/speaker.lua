--- Does a text name a speaker ("Lena Ortiz", "the Guardian"), or only describe
--- one ("the spokesman", "officials")? Asked where no dictionary knows who it is.
local text = require "gloss.text"

local speaker = {}

local ARTICLES = { a = true, an = true, the = true }
local PRONOUNS = { he = true, she = true, it = true, they = true, we = true,
                   i = true, you = true, who = true, one = true, both = true }

local function is_capital(word)
  local shape = text.shape(word)
  return shape ~= nil and shape:match "^%p*(.)" == "X"
end

--- What is named begins and ends with a capital, articles aside. A single word
--- may owe its capital to the start of a sentence.
---@param name string as far as the text tells it: "Lena Ortiz" for "she"
---@param said string? the words at this place
---@param first_in_sentence boolean do these begin their sentence?
---@return boolean
function speaker.is_named(name, said, first_in_sentence)
  local words = {}
  for word in name:gmatch "%S+" do words[#words + 1] = word end
  if #words > 1 and ARTICLES[words[1]:lower()] then table.remove(words, 1) end
  if #words == 0 or PRONOUNS[words[1]:lower()] then return false end
  if #words == 1 and name == said and first_in_sentence then return false end
  return is_capital(words[1]) and is_capital(words[#words])
end

return speaker
