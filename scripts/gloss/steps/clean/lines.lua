--- The lines of a document and what each looks like: its length, its end, its
--- capitals. The numbers are counted in C, in one pass over the tokens
--- (doc:line_forms); nothing in them belongs to one language.
local gloss = require "gloss"

local lines = {}

local function set_of(marks)
  local set = {}
  for _, code in utf8.codes(marks) do set[code] = true end
  return set
end

-- Marks that end a sentence, in any script.
local STOPS = set_of ".!?…。！？｡।॥؟۔።။։"
local ELLIPSIS = utf8.codepoint "…"

-- A sentence that nothing speaks against has so many words.
local PROSE = 9

--- The lines of a page that are not blank, as columns: line i has first[i],
--- last[i] (bytes), words[i] and so on.
---@class gloss.clean.Page
---@field n integer lines
---@field text string the document's
---@field first integer[] @field last integer[] @field words integer[]
---@field stop boolean[] it ends as a sentence does
---@field cut boolean[] it ends with an ellipsis
---@field reason table<integer, string> why it is furniture by itself
---@field learned table<integer, boolean> that was in a table of lines
---@field section table<integer, boolean> it is the name of a section
---@field ends table<integer, boolean> the article is over behind it
---@field bio table<integer, boolean> it is about the author
---@field lowered table<integer, string> in small letters, as far as asked for

--- The lines of a document.
---@param doc gloss.Document
---@return gloss.clean.Page
function lines.of(doc)
  local page = assert(doc:line_forms())
  local words, wide, tail = page.words, page.wide, page.tail
  local stop, cut = {}, {}
  for i = 1, #words do
    -- scripts without spaces: two characters count as a word
    if wide[i] > 0 then words[i] = words[i] - wide[i] + (wide[i] + 1) // 2 end
    stop[i], cut[i] = STOPS[tail[i]] or false, tail[i] == ELLIPSIS
  end
  page.n, page.text, page.stop, page.cut = #words, doc.text, stop, cut
  page.reason, page.learned, page.section, page.ends, page.bio = {}, {}, {}, {}, {}
  page.lowered = {}
  return page
end

--- A line's text.
---@param page gloss.clean.Page
---@param i integer
---@return string
function lines.text(page, i)
  return page.text:sub(page.first[i], page.last[i])
end

--- The same in small letters.
function lines.lower(page, i)
  local lower = page.lowered[i]
  if not lower then
    local text = page.text:sub(page.first[i], page.last[i])
    lower = text:find("[\x80-\xff]") and gloss.text.lower(text) or text:lower()
    page.lowered[i] = lower
  end
  return lower
end

--- Is it a sentence that nothing speaks against?
function lines.is_prose(page, i)
  return page.stop[i] and page.words[i] >= PROSE and not page.cut[i] and not page.reason[i]
end

return lines
