--- The engine of a language: its grammar, what its rules read, and the words
--- that tell, around a phrase, that it is a time, or when (core/times).
local core = require "gloss.core"
local gloss = require "gloss"
local phrases = require "gloss.steps.times.phrases"
local rules = require "gloss.steps.times.rules"

local finder = {}

-- Fields of a language's words that are sets (word = true) or lists of words;
-- these of `tense` are lists, too.
local SETS = { "after_a_day", "after_second", "ages", "before_clock",
  "before_month", "before_noun", "before_the", "before_year", "comparing", "copulas",
  "decade_articles", "not_tomorrow", "no_year", "no_year_after", "not_after_the", "rates",
  "sure_before_year", "week_after", "year_articles" }
local ENDINGS = { "comparisons", "genitives", "percents", "plurals", "until" }
local BESIDE = { "ahead", "behind", "either" }

-- Fields that are said of the language as a whole.
local SETTINGS = { "capital_nouns", "date_order", "decade_after_unit" }

--- The grammar and the words of a language.
local grammar_of = phrases.by_language("gloss.steps.times.words.",
  function(words)
    return { words = words.classes, classes = rules.classes, sets = rules.sets,
             rules = rules.list }
  end)

-- The names of a table, in order; items of a list are no names.
local function names_of(t)
  local keys = {}
  for key in pairs(t or {}) do
    if type(key) == "string" then keys[#keys + 1] = key end
  end
  table.sort(keys)
  return keys
end

-- The classes of words that tell a tense; what quotations are set in.
local function tense_classes(words)
  local t = words.tense
  return {
    PAST = t.past or {}, FUTURE = t.future or {}, MODAL = t.modals or {},
    PASTEND = t.past_test or {}, FUTUREEND = t.future_test or {},
    PRESENT = t.present_test or {}, BESIDE = t.present_beside or {},
    BE = t.be or {}, IS = t.is or {}, TO = t.to or {},
    ARTICLE = names_of(words.classes.A), DETERMINER = t.determiners or {},
    OPENS = '[text="“"]', CLOSES = '[text="”"]',
    DOUBLE = [=[[text="\""]]=], SINGLE = [=[[text="'"]]=],
    STOPS = { ",", ";" },
  }
end

local function add_tenses(own, words)
  local list = tense_classes(words)
  local classes = gloss.classes(list)
  local made = assert(core.times(own, classes[1]))
  for _, name in ipairs(names_of(list)) do made:tense(name, classes[name]) end
  for _, set in ipairs(BESIDE) do
    for _, word in ipairs(words.tense[set] or {}) do made:word(set, word) end
  end
  return made
end

local function add_words(made, words)
  for _, set in ipairs(SETS) do
    for _, word in ipairs(names_of(words[set])) do
      if words[set][word] then made:word(set, word) end
    end
  end
  for _, set in ipairs(ENDINGS) do
    for _, ending in ipairs(words[set] or {}) do made:word(set, ending) end
  end
  for _, word in ipairs(names_of(words.classes.THE)) do
    made:word("articles", word)
  end
  for _, name in ipairs(SETTINGS) do
    if words[name] then made:setting(name, tostring(words[name])) end
  end
end

local function add_rules(made)
  for _, rule in ipairs(rules.list) do
    made:rule(rule[1], rule[3])
    for _, name in ipairs(names_of(rule)) do
      made:option(name, tostring(rule[name]))
    end
  end
end

local engines = {}

--- The engine of a language, made when it is first met.
---@param lang string?
---@return userdata
function finder.engine(lang)
  local grammar, words = grammar_of(lang)
  local made = engines[words]
  if not made then
    made = add_tenses(grammar.core, words)
    add_words(made, words)
    add_rules(made)
    engines[words] = made
  end
  return made
end

--- Adds the layer `times` to a document.
---@param doc gloss.Document
---@param options { articles: string, date_order: string }
---@param explain boolean notes what was tried: the engine's `note`
---@return userdata engine
function finder.add(doc, options, explain)
  local made = finder.engine(doc.lang)
  local ok, err = made:add(doc, doc.date, options.date_order,
    options.articles == "none", explain)
  if not ok then error(err, 0) end
  return made
end

--- Where the times of a document are, in the order of the text, without a layer.
---@param doc gloss.Document
---@param options { articles: string, date_order: string }
---@return { first: integer, last: integer }[]
function finder.find(doc, options)
  local list, err = finder.engine(doc.lang):find(doc, doc.date,
    options.date_order, options.articles == "none")
  if not list then error(err, 0) end
  return list
end

return finder
