--- The kinds of words that the search for names asks of a text, as bits
--- (gloss.classes), one set of classes for each language.
local gloss = require "gloss"
local suggest = require "gloss.suggest"
local words = require "gloss.steps.names.words"

local classes = {}

-- Behind these a sentence begins anew: quotes, bullets, colons.
local OPENING = { '"', "\u{201C}", "\u{201E}", "\u{AB}", "\u{2018}", "'", ":",
                  "\u{2022}", "*", "\u{2013}", "\u{2014}", "[", "|" }

-- Is it one token? The words of a class are.
local function is_token(word)
  if not word:find "[^%a\128-\255]" then return true end
  return not word:find " " and #gloss.doc(word, { lang = "en" }).tokens == 1
end

-- The words of sets.
local function list_of(...)
  local list, seen = {}, {}
  for _, set in ipairs { ... } do
    for word in pairs(set) do
      if not seen[word] and is_token(word) then
        list[#list + 1], seen[word] = word, true
      end
    end
  end
  return list
end

-- The last words of the titles that are titles in small letters, too.
local function last_words(texts)
  local set = {}
  for text in pairs(texts) do set[text:match "[^%s%-]+$"] = true end
  return set
end

local function first_words(texts)
  local set = {}
  for text in pairs(texts) do set[text:match "^[^%s%-]+"] = true end
  return set
end

-- The common words but those that are titles: Sir.
local function openers(titles)
  local set = {}
  for word in pairs(words.common) do set[word] = not titles[word] or nil end
  return set
end

-- "G20" is a number by its kind.
local CAP = "[(kind=word | kind=number) & shape=/X.*/]"

local function lists_of(lang)
  local known = words.known()
  local particles = words.particles_of[lang] or words.particles
  return {
    CAP = CAP,
    SMALL = "[shape=/.*x.*/]",
    NUMBER = "[kind=number & !shape=/X.*/]",
    -- may be a short form; core/names/forms.c looks closer
    ACRONYM = "[!shape=/.*x.*/ & length>=2]",
    OPENING = "[text in $opening]",
    -- what may begin a name, and what may be the next word of one
    START = CAP:gsub("%]", " & !folded in $never"
      .. " & !(folded in $common & shape=/.*x.*/)]"),
    PART = CAP:gsub("%]", " & !folded in $never & !folded in $months]"),
    SPECIAL = list_of(words.common, words.before_titles, words.not_acronyms,
                      known.title_starts, first_words(known.demonyms)),
    WEAK = list_of(words.weak),
    MONTH = list_of(words.months),
    CALENDAR = list_of(words.calendar),
    BEFORE_MONTH = list_of(words.before_months),
    -- over what a name may go on
    PARTICLE = list_of(particles), ANY_PARTICLE = list_of(words.particles),
    SECOND = list_of(words.second), LEADING = list_of(words.leading),
    LINK = list_of(words.links), HEAD = list_of(words.heads),
    ENDING = list_of(words.company, words.suffixes),
    HYPHEN = "[text in $hyphens]", AND = { "and" }, AMPERSAND = { "&" },
    COMMA = { "," }, OF = { "of" }, ARTICLE = { "the", "der" },
    BIG_ARTICLE = "[folded=the & shape=/X.*/]",
    NOUN_ARTICLE = list_of(words.articles[lang] or {}),
    -- what speaks for a name beside it
    OFFICE_END = list_of(last_words(known.offices)),
    SPEECH = list_of(words.speech), OWN = { "'s" },
    BEFORE_FIRM = list_of(words.before_organisations),
    BEHIND_FIRM = list_of(words.behind_organisations, known.offices),
    BEFORE_OF = list_of(words.before_of),
    BEFORE_PLACE = list_of(words.before_places),
    STATE = list_of(words.regions.GPE),
    ROLE = list_of(words.roles),
    INDEFINITE = list_of(words.indefinite), RELATIVE = list_of(words.relatives),
    WITHIN = list_of(words.within), AGED = list_of(words.ages),
    SAYS = list_of(words.says),
    -- Workers' Union, Women's Institute; the dash of a date line
    APOSTROPHE = "[text in $apostrophes]", PLURAL = list_of(words.plurals),
    DASH = "[text in $dashes]", BRACKET = { "(" }, BRACKET_END = { ")" },
  }
end

local function new(lang)
  local known, lists = words.known(), lists_of(lang)
  classes.names = suggest.keys(lists)
  return gloss.classes(lists, {
    words = { common = list_of(openers(known.titles)), opening = OPENING,
              hyphens = { "-", "\u{2010}" },
              apostrophes = { "'", "\u{2019}" },
              dashes = { "-", "\u{2013}", "\u{2014}", "--" },
              never = list_of(words.calendar), months = list_of(words.months) },
    casing = { capital = "CAP", small = "SMALL", opening = "OPENING" },
  })
end

local made = {}

--- The classes for a language ("en"); made once.
---@param lang string
---@return gloss.Classes
function classes.of(lang)
  if not made[lang] then made[lang] = new(lang) end
  return made[lang]
end

return classes
