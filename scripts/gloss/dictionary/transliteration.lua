--- Names in other spellings and scripts: Dmitriev, Dmitriyev, Дмитриев. Made on
--- request and marked as generated; the rules are tables beside this file.
local core = require "gloss.core"
local spelling = require "gloss.dictionary.transliteration.spelling"

local transliteration = {}

--- The languages whose names can be written otherwise.
transliteration.languages = { "russian", "ukrainian", "greek", "arabic",
                              "german" }

--- How many spellings are made of one name at most.
local MOST = 32
--- Letters before an ending that tells of a language.
local STEM = 3

-- ---- Rules of a language -----------------------------------------------------

local function set_of(list)
  local set = {}
  for _, item in ipairs(list or {}) do set[item] = true end
  return set
end

local function groups_by_word(groups)
  local by_word = {}
  for _, group in ipairs(groups or {}) do
    for _, word in ipairs(group) do by_word[word] = by_word[word] or group end
  end
  return by_word
end

local loaded = {}

local function rules_of(language)
  if loaded[language] then return loaded[language] end
  local data = require("gloss.dictionary.transliteration." .. language)
  local rules = {
    words = groups_by_word(data.words), endings = data.endings or {},
    phrases = data.phrases or {}, umlauts = data.umlauts,
    shared = set_of(data.shared), telling = data.telling or {},
    own = data.own and set_of(data.own), foreign = set_of(data.foreign),
    unaccent = data.unaccent,
    romanise = data.romanise and spelling.table(data.romanise, data.vowels),
    back = data.back and spelling.table(data.back),
  }
  loaded[language] = rules
  return rules
end

local function is_latin(text) return not text:find "[\xCD-\xF4]" end

-- Is the name written in the language's letters? `sure`: it is of this language,
-- so that letters which others have, too, are enough.
local function is_written(rules, name, sure)
  local found = false
  if not rules.romanise then return false end
  for _, letter in ipairs(spelling.letters(core.text.lower(name))) do
    if rules.foreign[letter] then return false end
    local telling = rules.own and not sure and rules.own or rules.romanise.by_key
    found = found or telling[letter] ~= nil
  end
  return found
end

-- ---- Words -------------------------------------------------------------------

-- The word with other endings, to `add`; true where it has one of the groups.
local function other_endings(word, endings, add)
  for _, group in ipairs(endings) do
    for _, ending in ipairs(group) do
      if #word >= #ending + STEM and word:sub(-#ending) == ending then
        local stem = word:sub(1, -#ending - 1)
        for _, other in ipairs(group) do add(stem .. other) end
        return true
      end
    end
  end
  return false
end

-- The spellings of a word in its own script, itself first, and whether it tells
-- of the language.
local function word_spellings(rules, word)
  local list, seen = { word }, { [word] = true }
  local function add(other)
    if seen[other] or is_latin(other) ~= is_latin(word) then return end
    seen[other] = true
    list[#list + 1] = other
  end
  local group = rules.words[word]
  if not group then return list, other_endings(word, rules.endings, add) end
  for _, other in ipairs(group) do add(other) end
  return list, not rules.shared[word]
end

-- The word in the language's own letters, as its group has it or by letters.
local function own_spelling(rules, word)
  for _, other in ipairs(rules.words[word] or {}) do
    if not is_latin(other) then return other end
  end
  return spelling.word(rules.back, word, 1)
end

-- ---- Names -------------------------------------------------------------------

-- The name with each word as `respell` gives it; nil where it gives none.
local function each_word(name, respell)
  local missing = false
  local other = name:gsub("[^%s%-]+", function(word)
    local new = respell(word)
    missing = missing or not new
    return new
  end)
  return not missing and other or nil
end

-- Does a word, or something between words, tell that it is of the language?
local function is_telling(rules, name)
  for _, pattern in ipairs(rules.telling) do
    if name:find(pattern) then return true end
  end
  for word in name:gmatch "[^%s%-]+" do
    local _, tells = word_spellings(rules, word)
    if tells then return true end
  end
  return false
end

-- Adds all ways to write the words of a name.
local function combine(rules, name, add)
  local gaps, words, lists = {}, {}, {}
  for gap, word in name:gmatch "([%s%-]*)([^%s%-]+)" do
    gaps[#gaps + 1] = gap
    lists[#lists + 1] = word_spellings(rules, word)
  end
  local function from(i)
    if i > #lists then return add(table.concat(words)) end
    for _, word in ipairs(lists[i]) do
      words[i] = gaps[i] .. word
      from(i + 1)
    end
  end
  from(1)
end

-- Adds the name with its first phrase written otherwise (al-Asad, el-Asad).
local function other_phrases(rules, name, add)
  for _, group in ipairs(rules.phrases) do
    for _, phrase in ipairs(group) do
      local first, last = (" " .. name):find(" " .. phrase, 1, true)
      if first then
        for _, other in ipairs(group) do
          add(name:sub(1, first - 1) .. other .. name:sub(last))
        end
        return
      end
    end
  end
end

local function romanised(rules, name, add)
  local plain = rules.unaccent and core.text.unaccent(name) or name
  for column = 1, rules.romanise.columns do
    local other = each_word(plain, function(word)
      return spelling.word(rules.romanise, word, column)
    end)
    if other then add(other) end
    if other then combine(rules, other, add) end
  end
end

-- ue between consonants as ü, but in Manuel and Samuel.
local function with_umlauts(rules, name)
  local CONSONANT = "([bcdfghjklmnpqrstvwxzBCDFGHJKLMNPQRSTVWXZ])"
  local function put(before, two, rest)
    if two == "ue" and rest:find "^l[aeio]?$" then return nil end
    return rules.umlauts[two] and before .. rules.umlauts[two] .. rest
  end
  name = name:gsub(CONSONANT .. "([aou]e)([bcdfghklmnprstz]%a?)", put)
  return (name:gsub("%f[%w]()([AOU]e)([bcdfghklmnprstz]%a)",
                    function(_, two, rest) return put("", two, rest) end))
end

local function german(rules, name, add, sure)
  local other = name:gsub(utf8.charpattern, function(letter)
    local row = rules.romanise.by_key[core.text.lower(letter)]
    if not row then return nil end
    return core.text.lower(letter) == letter and row[2]
      or spelling.capital(row[2])
  end)
  add(other)
  if sure then add(with_umlauts(rules, name)) end
end

local function by_language(rules, name, add, sure)
  if rules.umlauts then return german(rules, name, add, sure) end
  sure = sure or is_telling(rules, name)
  if is_written(rules, name, sure) then romanised(rules, name, add) end
  if not sure then return end
  combine(rules, name, add)
  if not is_latin(name) then return end
  if rules.back then
    local other = each_word(name, function(word)
      return own_spelling(rules, word)
    end)
    if other then add(other) end
  end
  other_phrases(rules, name, function(other)
    add(other)
    combine(rules, other, add)
  end)
end

--- Calls add(spelling) for each other spelling of a name, 32 at most.
---@param name string
---@param languages string[]? those that the name is of; nil: what its letters
--- and words tell
---@param add fun(spelling: string)
function transliteration.each(name, languages, add)
  local seen, count = { [name] = true }, 0
  local function once(other)
    if seen[other] or count == MOST then return end
    seen[other] = true
    count = count + 1
    add(other)
  end
  for _, language in ipairs(languages or transliteration.languages) do
    by_language(rules_of(language), name, once, languages ~= nil)
  end
end

return transliteration
