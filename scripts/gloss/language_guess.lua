--- Guesses the language of a text by its script and its frequent words.
---
--- Scripts that one language of the packs uses decide at once; among the
--- others, the language wins whose `starters` (words that often begin a
--- sentence: articles, pronouns, prepositions) are most of the text's words.
local resource = require "gloss.resource"

local guess = {}

--- Bytes of a text that are looked at.
local LOOKED_AT = 8192

--- The first and last code point of a script, and the languages written so.
local scripts = {
  { 0x370, 0x3FF, { "el" } }, { 0x400, 0x52F, { "ru", "uk", "bg", "kk" } },
  { 0x530, 0x58F, { "hy" } }, { 0x600, 0x6FF, { "ar", "fa", "ur" } },
  { 0x900, 0x97F, { "hi" } }, { 0x1000, 0x109F, { "my" } },
  { 0x1200, 0x137F, { "am" } }, { 0x3040, 0x30FF, { "ja" } },
  { 0x4E00, 0x9FFF, { "zh" } },
}
local latin = { "en", "de", "fr", "es", "it", "pt", "nl", "pl", "tr", "da",
  "sv", "nb", "fi", "cs" }

--- Letters that tell languages of one script apart, each counted as a word.
local letters = {
  { "fa", "\u{67E}\u{686}\u{698}\u{6AF}\u{6CC}\u{6A9}" },
  { "ur", "\u{679}\u{688}\u{691}\u{6BA}\u{6D2}\u{6D4}\u{6C1}" },
  { "uk", "іїєґ" }, { "kk", "әғқңөұүһ" }, { "ru", "ыэё" },
  { "tr", "ığşİ" }, { "pl", "ąęłńśźż" }, { "cs", "ěřů" },
}

local function script_of(cp)
  for i, script in ipairs(scripts) do
    if cp >= script[1] and cp <= script[2] then return i end
  end
  return cp < 0x250 and 0 or nil
end

--- How many letters of each script there are; 0 is Latin.
local function count_scripts(text)
  local counts = {}
  for _, cp in utf8.codes(text) do
    local script = (cp > 0x7F or (cp | 32) >= 97 and (cp | 32) <= 122)
      and script_of(cp)
    if script then counts[script] = (counts[script] or 0) + 1 end
  end
  return counts
end

local function languages_of(counts)
  local best, most = 0, counts[0] or 0
  for i = 1, #scripts do
    if (counts[i] or 0) > most then best, most = i, counts[i] end
  end
  if most == 0 then return nil end
  -- Japanese is Kana and Chinese characters, of which there may be more.
  if scripts[best] and scripts[best][3][1] == "zh" then
    for i, script in ipairs(scripts) do
      if script[3][1] == "ja" and (counts[i] or 0) * 10 > most then best = i end
    end
  end
  return best == 0 and latin or scripts[best][3]
end

local known = {}

--- The frequent words of a language, as a set.
local function frequent(code)
  if not known[code] then
    local set, source = {}, resource.read("gloss/languages/" .. code .. ".lua")
    local pack = source and load(source, "@" .. code, "t", {})
    for word in ((pack and pack().starters) or ""):gmatch "%S+" do
      set[word] = true
    end
    known[code] = set
  end
  return known[code]
end

--- Words, and letters that decide, for each language.
local function score(text, candidates)
  local scores = {}
  for _, code in ipairs(candidates) do scores[code] = 0 end
  for word in text:lower():gmatch "[%a\x80-\xFF']+" do
    for _, code in ipairs(candidates) do
      if frequent(code)[word] then scores[code] = scores[code] + 1 end
    end
  end
  for _, letter in ipairs(letters) do
    local code, set = letter[1], letter[2]
    if scores[code] then
      for _, cp in utf8.codes(set) do
        local _, n = text:gsub(utf8.char(cp), "")
        scores[code] = scores[code] + n
      end
    end
  end
  return scores
end

---@param text string valid UTF-8
---@return string code of a language; "und" where there are no letters
function guess.language(text)
  local last = utf8.offset(text, 0, math.min(#text, LOOKED_AT) + 1)
  text = text:sub(1, (last or #text + 1) - 1)
  local candidates = languages_of(count_scripts(text))
  if not candidates then return "und" end
  local scores, best = score(text, candidates), candidates[1]
  for _, code in ipairs(candidates) do
    if scores[code] > scores[best] then best = code end
  end
  return best
end

return guess
