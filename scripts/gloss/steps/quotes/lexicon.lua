--- From a language's tables (en.lua) to what core.clauses takes: verbs are
--- inflected, lists named as the rules of core/quotes ask for them.
local common = require "gloss.steps.quotes.common"
local numbers = require "gloss.steps.quotes.numbers"

local lexicon = {}

---@class quotes.Sense what a verb, or a verb and its particles, reports
---@field class string said, denied, ...
---@field frames string "quote clause that"
---@field particles string the words behind the verb: "out"
---@field count integer how many these are

---@class quotes.Form one form of a verb
---@field senses quotes.Sense[] those with most particles first
---@field flags integer bits of FLAG

--- A set of words.
local function set_of(text)
  local set = {}
  for word in text:gmatch("%S+") do set[word] = true end
  return set
end

---- Inflection ----------------------------------------------------------------

--- Base form -> { he/she, past, participle }.
local function irregular_forms(text)
  local forms = {}
  for row in text:gmatch("[^|\n]+") do
    local base, third, past, participle =
      row:match("(%S+)%s+(%S+)%s+(%S+)%s+(%S+)")
    if base then forms[base] = { third, past, participle } end
  end
  return forms
end

-- "%1ies" for "carr": carries.
local function fill(template, stem)
  local at = template:find("%1", 1, true)
  if not at then return template end
  return template:sub(1, at - 1) .. stem .. template:sub(at + 2)
end

local function regular_forms(base, rules)
  for _, rule in ipairs(rules) do
    local stem = base:match(rule[1])
    if stem then
      local past = fill(rule[3], stem)
      return fill(rule[2], stem), past, rule[5] and fill(rule[5], stem) or past,
        fill(rule[4], stem)
    end
  end
end

--- The forms of a verb: he/she, past, participle, -ing.
local function inflect(base, language, irregular, doubled)
  local odd = irregular[base]
  local third, past, participle, ing = regular_forms(base, language.regular)
  if doubled[base] then
    local last = base:sub(-1)
    past, ing = base .. last .. "ed", base .. last .. "ing"
    participle = past
  end
  if odd then return odd[1], odd[2], odd[3], ing end
  return third, past, participle, ing
end

---- Verbs ---------------------------------------------------------------------

local ROW = "([%w_]+)%s*|([^|\n]*)|([^\n]*)"

--- What each verb with its particles reports, in the order in which they come;
--- a line that has one anew adds its frames.
local function senses_of(language)
  local senses, known = {}, {}
  for class, frames, list in language.verbs:gmatch(ROW) do
    for lemma in list:gmatch("%S+") do
      local sense = known[lemma]
      if sense then
        sense.frames = sense.frames .. " " .. frames
      else
        local base, rest = lemma:match("^([^_]+)_?(.*)$")
        local particles, count = rest:gsub("_", " ")
        sense = { class = class, frames = frames, base = base,
                  particles = particles, count = rest ~= "" and count + 1 or 0 }
        senses[#senses + 1], known[lemma] = sense, sense
      end
    end
  end
  return senses
end

--- Adds a sense to those of a form.
local function add_sense(senses, sense)
  local at = #senses + 1
  while at > 1 and senses[at - 1].count < sense.count do at = at - 1 end
  table.insert(senses, at, sense)
end

-- What a form may be.
local FLAG = { finite = 1, past = 2, participle = 4, base = 8, ing = 16,
               noun = 32 }
-- What the forms of inflect are, and before them the base.
local INFLECTED = { FLAG.base | FLAG.finite, FLAG.finite,
                    FLAG.finite | FLAG.past, FLAG.participle, FLAG.ing }

local function verb_forms(language)
  local forms, bases = {}, {}
  local irregular = irregular_forms(language.irregular)
  local doubled = set_of(language.doubled)
  local nouns_too = set_of(language.nouns_too)
  for _, sense in ipairs(senses_of(language)) do
    local base = sense.base
    local all = bases[base]
      or { base, inflect(base, language, irregular, doubled) }
    bases[base] = all
    for i = 1, #INFLECTED do
      local form = forms[all[i]]
      if not form then
        form = { senses = {}, flags = nouns_too[all[i]] and FLAG.noun or 0 }
        forms[all[i]] = form
      end
      form.flags = form.flags | INFLECTED[i]
      if form.last ~= sense then add_sense(form.senses, sense) end
      form.last = sense
    end
  end
  return forms
end

---- For core.clauses ----------------------------------------------------------

--- The names of the bits of FLAG.
local function names_of(flags)
  local names = {}
  for name, bit in pairs(FLAG) do
    if flags & bit ~= 0 then names[#names + 1] = name end
  end
  return table.concat(names, " ")
end

--- Each form of a verb: form, flags, then of each sense class, frames and
--- particles.
local function verb_rows(language)
  local rows, names = {}, {}
  for word, form in pairs(verb_forms(language)) do
    names[form.flags] = names[form.flags] or names_of(form.flags)
    local row = { word, names[form.flags] }
    for _, sense in ipairs(form.senses) do
      local n = #row
      row[n + 1], row[n + 2], row[n + 3] =
        sense.class, sense.frames, sense.particles
    end
    rows[#rows + 1] = row
  end
  return rows
end

--- Each noun of a table of lines "class | what it stands with | nouns": noun,
--- class, what it stands with.
local function noun_rows(text)
  local rows = {}
  for class, with, list in text:gmatch(ROW) do
    local trimmed = with:match "^%s*(.-)%s*$"
    for noun in list:gmatch "%S+" do
      rows[#rows + 1] = { noun, class, trimmed }
    end
  end
  return rows
end

local function source_rows(sources)
  local rows = {}
  for i, words in ipairs(sources) do rows[i] = table.concat(words, " ") end
  return rows
end

-- Lists of a language's table; others that it has are common.lua's.
local LISTS = { "determiners", "possessive", "subjects", "objects",
  "relatives", "auxiliaries", "reported", "be", "have", "negations", "adverbs",
  "no_adverbs", "times", "time_nouns", "months", "prepositions",
  "conjunctions", "subordinators", "openers", "pasts", "venues", "works",
  "shows_before", "nicknaming", "elisions", "name_particles", "nobody",
  "clause_openers", "definite", "bodies", "male", "female", "human", "roles",
  "men", "women" }
-- Lists of the table of the step roles.
local OFFICE_LISTS = { "persons", "bodies", "past", "coming", "of", "led",
  "becoming", "named", "naming", "things", "joins", "was",
  "fields", "ranks", "serving", "leaving", "tails" }
-- What may be so in a language: of its table, of that of the step roles.
local FLAGS = { "capital_nouns", "comma_openers", "inverted_auxiliary",
  "small_months", "separable", "source_comma" }
local OFFICE_FLAGS = { "compounds", "head_first" }

local function lists_of(language, roles)
  local lists = {}
  for name, words in pairs(common) do lists[name] = language[name] or words end
  for _, name in ipairs(LISTS) do lists[name] = language[name] end
  lists.known_before, lists.known = language.known[1], language.known[2]
  for _, name in ipairs(roles and OFFICE_LISTS or {}) do
    lists["office_" .. name] = roles[name]
  end
  return lists
end

local function flags_of(language, roles)
  local flags = { has_roles = roles ~= nil }
  for _, name in ipairs(FLAGS) do flags[name] = language[name] end
  for _, name in ipairs(roles and OFFICE_FLAGS or {}) do
    flags[name] = roles[name]
  end
  return flags
end

local function numbers_of(language, roles)
  local own = {}
  for _, given in ipairs { numbers, language.numbers or {},
                           roles and roles.numbers or {} } do
    for name, value in pairs(given) do own[name] = value end
  end
  return own
end

--- What core.clauses takes, of a language's tables.
---@param language table as en.lua has it
---@param roles? table as roles/en.lua has it
---@return table
function lexicon.compile(language, roles)
  return {
    lists = lists_of(language, roles), flags = flags_of(language, roles),
    numbers = numbers_of(language, roles),
    adverbs = language.adverb_ending,
    adverb_phrases = language.adverb_phrases or {}, verbs = verb_rows(language),
    nouns = noun_rows(language.nouns), owned = noun_rows(language.owned),
    sources = source_rows(language.sources), titles = language.titles,
    personal = language.personal, leads = roles and roles.leading or {},
  }
end

return lexicon
