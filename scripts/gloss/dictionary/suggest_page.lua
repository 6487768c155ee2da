--- The page on which suggestions are reviewed: one file that needs no network.
local gloss = require "gloss"
local suggest = require "gloss.dictionary.suggest"

local suggest_page = {}

-- JSON that may stand in an element script: "</script>" cannot end it.
local function embedded(value)
  return (gloss.json.encode(value):gsub("<", "\\u003c")
          :gsub("\u{2028}", "\\u2028"):gsub("\u{2029}", "\\u2029"))
end

--- The page of some rows.
---@param rows table[] of suggest
---@param decided gloss.Decided what is remembered already
---@param corpus string[] the inputs, for the heading
---@return string html
function suggest_page.make(rows, decided, corpus)
  local template = assert(gloss.resource "gloss/dictionary/suggest_page.html")
  local data = {
    columns = suggest.columns, corpus = gloss.json.array(corpus),
    decided = gloss.json.array(decided:list()), rows = gloss.json.array {},
  }
  for i, row in ipairs(rows) do
    local copy = {}
    for key, value in pairs(row) do copy[key] = value end
    copy.aliases = gloss.json.array(copy.aliases)
    data.rows[i] = copy
  end
  local before, after = template:match "^(.-)@DATA@(.*)$"
  return before .. embedded(data) .. after
end

return suggest_page
