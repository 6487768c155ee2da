--- What is known of a name by its text alone, found once for each text.
local core = require "gloss.core"
local guess = require "gloss.steps.names.guess"
local words = require "gloss.steps.names.words"

local form = {}

-- Texts that are remembered, at most; then all are forgotten.
local MOST = 50000

---@class names.Form
---@field text string blanks as one
---@field low string in lower case
---@field texts string[] its words, cut at blanks and hyphens
---@field parts string[] the same in lower case
---@field first string the first and the last of them
---@field last string
---@field single boolean one token
---@field acronym boolean a short form: BBC, U.N., AT&T
---@field letter boolean one letter
---@field common boolean a word such as TV, CEO
---@field place boolean a known place
---@field head boolean has a word such as Fund, Ministry, River
---@field leads boolean begins with a word such as von, al
---@field stamp integer? the document in which it was seen last, and there
---@field cluster names.Cluster? its cluster
---@field via string? how it belongs to it
---@field guess names.Guess|false what kind of thing it means

-- Is it a short form?
local function is_acronym(text, low)
  if text == low or text:find "%l" or words.not_acronyms[low]
     or core.text.shape(text):find "x" then
    return false
  end
  local letters = utf8.len((text:gsub("[^%a\128-\255]", ""))) or 0
  return letters >= 2 and letters <= 6
end

local function has_head(parts)
  for _, part in ipairs(parts) do
    if words.heads[part] then return true end
  end
  return false
end

local function split(text)
  local list = {}
  for part in text:gmatch "[^%s%-]+" do list[#list + 1] = part end
  return list
end

local function new(text, single, lang)
  local low = core.text.lower(text)
  local parts = single and { low } or split(low)
  local first, last = parts[1], parts[#parts]
  local made = {
    text = text, low = low, single = single, parts = parts,
    texts = single and { text } or split(text), first = first, last = last,
    place = words.known().places[low] == true,
    acronym = single and is_acronym(text, low),
    letter = #text < 2, common = words.not_acronyms[low] == true,
    head = has_head(parts),
    leads = words.leading[first] or words.particles[first] or false,
    stamp = 0, cluster = false, via = false,
  }
  made.guess = guess.of_form(made, lang) or false
  return made
end

-- Line breaks and hard spaces are blanks, several are one.
local function one_blank(text)
  return (text:gsub("\u{A0}", " "):gsub("%s+", " "))
end

---@class names.Forms
---@field lang string
---@field known table<string, names.Form> by text
---@field count integer
local Forms = {}
Forms.__index = Forms

--- Forms of names in texts of a language.
---@return names.Forms
function form.of(lang)
  return setmetatable({ lang = lang, known = {}, count = 0 }, Forms)
end

--- The form of a name.
---@param text string as it stands in the document
---@param single boolean is it one token?
---@return names.Form
function Forms:get(text, single)
  local made = self.known[text]
  if made then return made end
  if self.count == MOST then self.known, self.count = {}, 0 end
  made = new(single and text or one_blank(text), single, self.lang)
  self.known[text], self.count = made, self.count + 1
  return made
end

return form
