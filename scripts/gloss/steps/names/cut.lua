--- Cuts a run of words with capitals into names: at titles ("RDIF chief Kirill
--- Dmitriev" is two names), and without what is no part of a name in front and
--- behind: words that begin a sentence, adjectives of countries.
local given = require "gloss.steps.names.given"
local words = require "gloss.steps.names.words"

local cut = {}

---@class names.Words the tokens of a run
---@field n integer
---@field text string[]
---@field low string[] lower case
---@field cap boolean[] a word with a capital in front
---@field tight boolean[] the next one follows without a blank
---@field number boolean[]

---@class names.Around what the document says of the first word
---@field lang string
---@field opens boolean a capital says nothing here
---@field droppable boolean ... and the word stands in small letters, too
---@field nouns table<string, boolean>? words behind an article (German)

---@class names.Piece
---@field first integer of the run's tokens, from 1
---@field last integer
---@field title string?
---@field form names.Form? of its text, once that has been read

--- The text of tokens, blanks as one.
---@param w names.Words
---@return string
function cut.text(w, first, last, column)
  local parts = {}
  column = column or w.text
  for i = first, last do
    parts[#parts + 1] = column[i]
    if i < last and not w.tight[i] then parts[#parts + 1] = " " end
  end
  return table.concat(parts)
end

-- ---- Titles -----------------------------------------------------------------

-- The last token of the title that begins at i, or nil; of those that are
-- titles in small letters, too, where `small`.
local function plain_title_at(w, i, last, small)
  local known = words.known()
  if not known.title_starts[w.low[i]] then return nil end
  local titles = small and known.offices or known.titles
  local text, found = "", nil
  for k = i, math.min(last, i + known.longest) do
    text = text .. (k > i and not w.tight[k - 1] and " " or "") .. w.low[k]
    if titles[text] then found = k end
  end
  return found
end

--- The same, with "former", "deputy" and their like before it.
---@return integer?
function cut.title_at(w, i, last, small)
  local stop = plain_title_at(w, i, last, small)
  if not stop and words.before_titles[w.low[i]] and i < last then
    local at = w.text[i + 1] == "-" and i + 2 or i + 1
    return cut.title_at(w, at, last, small)
  end
  return stop
end

-- Some titles are surnames: Martin Luther King is no king.
local function is_surname(w, from, at, stop)
  return at > from and stop == at and given[w.low[from]] == true
end

-- ---- Ends -------------------------------------------------------------------

local function is_common(w, i)
  local low, text = w.low[i], w.text[i]
  if words.not_acronyms[low] then return true end
  return words.common[low] and not (text:find "^%u+$" and #text > 1
                                    and #text <= 6)      -- US, WHO
end

-- Is a word in front no part of the name: one that begins the sentence, or an
-- article?
local function is_lead(w, i, last, around)
  local low = w.low[i]
  if is_common(w, i) or words.weak[low] and i == last then return true end
  if around.lang ~= "en" and around.opens and i == 1
     and words.heads_articles[low] then
    return true
  end
  if words.leading[low] then return false end
  if around.nouns and i < last and around.nouns[low] then return true end
  return i == 1 and i < last and around.droppable
end

local function trim(w, first, last, around)
  while first <= last and (is_lead(w, first, last, around) or not w.cap[first]
                           and not words.leading[w.low[first]]) do
    first = first + 1
  end
  while last >= first and (not w.cap[last] and not w.number[last]
                           or is_common(w, last)) do
    last = last - 1
  end
  return first, last
end

-- An adjective of a country in front of a person: "Russian | Igor Belov".
local function is_adjective(w, first, last)
  return words.known().demonyms[w.low[first]] and first < last
    and not words.organisations[w.low[last]]
    and not words.company[w.low[last]]
    and not words.known().organisations[cut.text(w, first, last, w.low)]
end

local function add(w, pieces, first, last, title, around)
  first, last = trim(w, first, last, around)
  if first > last then return end
  if is_adjective(w, first, last) and (title or given[w.low[first + 1]]) then
    return add(w, pieces, first + 1, last, title, around)
  end
  if words.known().demonyms[cut.text(w, first, last, w.low)] then return end
  pieces[#pieces + 1] = { first = first, last = last, title = title }
end

--- The names in a run: what stands before a title is one of its own.
---@param w names.Words
---@param around names.Around
---@return names.Piece[]
function cut.pieces(w, around)
  local pieces, at, from, title, last = {}, 1, 1, nil, w.n
  if not words.organisations[w.low[last]] then
    while at <= last do
      local stop = w.cap[at] and cut.title_at(w, at, last)
      if stop and not is_surname(w, from, at, stop) then
        if at > from then add(w, pieces, from, at - 1, title, around) end
        title = cut.text(w, at, stop)
        at, from = stop + 1, stop + 1
        while at <= last and not w.cap[at] do at, from = at + 1, at + 1 end
      else at = at + 1 end
    end
  end
  if from <= last then add(w, pieces, from, last, title, around) end
  return pieces
end

return cut
