--- Reads the lines of a document by their words: its page.
local head = require "gloss.steps.clean.head"
local learned = require "gloss.steps.clean.learned"
local lines = require "gloss.steps.clean.lines"
local phrases = require "gloss.steps.clean.phrases"

local reading = {}

--- What only neighbours tell: a name on its own above a date is a byline; a
--- short line above furniture, no blank line between, is its heading.
local function read_neighbours(page)
  local reason, words = page.reason, page.words
  for i = 1, page.n - 1 do
    local below = reason[i + 1]
    if (below == "dateline" or below == "newsletter") and not reason[i] and not page.stop[i]
      and page.blank_above[i + 1] == 0 then
      if below == "newsletter" then
        reason[i] = words[i] <= 8 and below or nil
      elseif words[i] <= 4 and head.is_name(lines.text(page, i)) then
        reason[i] = "byline"
      end
    end
  end
end

--- The lines of a document, each with what its words say of it.
---@param doc gloss.Document
---@param table_of_lines? table of learned.open
---@return gloss.clean.Page
function reading.page(doc, table_of_lines)
  local page = lines.of(doc)
  phrases.read(page, doc)
  if table_of_lines then learned.apply(table_of_lines, page, doc.meta.source) end
  read_neighbours(page)
  return page
end

return reading
