--- From a language's tables (en.lua) to lookups by word form.
local lexicon = {}

---@class quotes.Sense what a verb, or a verb and its particles, reports
---@field class string said, denied, ...
---@field frames table<string, boolean> quote clause that object to heard any
---@field particles string[] the words behind the verb
---@field lemma string

---@class quotes.Form one form of a verb
---@field senses quotes.Sense[] those with most particles first
---@field alone quotes.Sense[] those without particles
---@field quoting? quotes.Sense the first of them that reports a quotation
---@field particles table<string, boolean> with which others begin
---@field finite? boolean can it stand behind a subject alone?
---@field past? boolean
---@field participle? boolean can it stand behind "have" or "be"?
---@field base? boolean
---@field ing? boolean
---@field noun boolean is it a noun as often?

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

local function regular_forms(base, rules)
  for _, rule in ipairs(rules) do
    local stem = base:match(rule[1])
    if stem then
      local past = rule[3]:gsub("%%1", stem)
      local participle = rule[5] and rule[5]:gsub("%%1", stem) or past
      return (rule[2]:gsub("%%1", stem)), past, participle,
        rule[4]:gsub("%%1", stem)
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

local function union(a, b)
  local both = {}
  for key in pairs(a) do both[key] = true end
  for key in pairs(b) do both[key] = true end
  return both
end

--- Adds a sense to a form; one of the same verb takes its frames.
local function add_sense(senses, sense)
  for i, known in ipairs(senses) do
    if known.lemma == sense.lemma then
      if known ~= sense then
        senses[i] = { class = known.class, lemma = known.lemma,
                      particles = known.particles,
                      frames = union(known.frames, sense.frames) }
      end
      return
    end
  end
  local at = #senses + 1
  while at > 1 and #senses[at - 1].particles < #sense.particles do
    at = at - 1
  end
  table.insert(senses, at, sense)
end

local ROW = "([%w_]+)%s*|([^|\n]*)|([^\n]*)"

--- "point_out" -> "point", { "out" }
local function parts_of(lemma)
  local base, rest = lemma:match("^([^_]+)_?(.*)$")
  local particles = {}
  for particle in rest:gmatch("[^_]+") do
    particles[#particles + 1] = particle
  end
  return base, particles
end

--- Parts the senses of a form without particles from the others, and finds the
--- one of them that reports a quotation.
local function look_at_particles(form)
  form.alone, form.particles = {}, {}
  for _, sense in ipairs(form.senses) do
    local first = sense.particles[1]
    if first then
      form.particles[first] = true
    else
      form.alone[#form.alone + 1] = sense
      if sense.frames.quote then form.quoting = form.quoting or sense end
    end
  end
end

local function verb_forms(language)
  local forms, bases = {}, {}
  local irregular = irregular_forms(language.irregular)
  local doubled = set_of(language.doubled)
  local nouns_too = set_of(language.nouns_too)
  local function put(form, sense, ...)
    local entry = forms[form]
    if not entry then
      entry = { senses = {}, noun = nouns_too[form] or false }
      forms[form] = entry
    end
    for i = 1, select("#", ...) do entry[select(i, ...)] = true end
    add_sense(entry.senses, sense)
  end
  for class, frame_list, list in language.verbs:gmatch(ROW) do
    local frames = set_of(frame_list)
    for lemma in list:gmatch("%S+") do
      local base, particles = parts_of(lemma)
      local sense = { class = class, frames = frames, particles = particles,
                      lemma = lemma }
      local all = bases[base]
        or table.pack(inflect(base, language, irregular, doubled))
      bases[base] = all
      put(base, sense, "base", "finite")
      put(all[1], sense, "finite")
      put(all[2], sense, "finite", "past")
      put(all[3], sense, "participle")
      put(all[4], sense, "ing")
    end
  end
  for _, form in pairs(forms) do look_at_particles(form) end
  return forms
end

---- Everything ----------------------------------------------------------------

local function noun_forms(language)
  local forms = {}
  for class, frames, list in language.nouns:gmatch(ROW) do
    local sense = { class = class, frames = set_of(frames), particles = {} }
    for noun in list:gmatch("%S+") do forms[noun] = sense end
  end
  return forms
end

--- By the longest word of phrases that name a source: how many words stand
--- before it in them, and the phrase.
local function source_keys(language)
  local keys = {}
  for _, source in ipairs(language.sources) do
    local key = 1
    for i = 2, #source do
      if #source[i] > #source[key] then key = i end
    end
    local word = source[key]
    keys[word] = keys[word] or {}
    table.insert(keys[word], { before = key - 1, words = source })
  end
  return keys
end

--- By noun: with which preposition its owner is a source, and the class.
local function owned_nouns(language)
  local owned = {}
  for class, preposition, list in language.owned:gmatch(ROW) do
    for noun in list:gmatch("%S+") do
      owned[noun] = { class = class, preposition = preposition:match("%S+") }
    end
  end
  return owned
end

-- Word lists of a language that become sets as they are.
local LISTS = { "determiners", "possessive", "subjects", "objects",
  "relatives", "auxiliaries", "reported", "be", "have", "negations", "adverbs",
  "no_adverbs", "times", "time_nouns", "months", "prepositions",
  "conjunctions", "subordinators", "openers", "pasts", "venues", "works",
  "shows_before", "nicknaming", "elisions", "name_particles", "nobody",
  "clause_openers", "definite", "bodies", "male", "female", "human", "roles",
  "men", "women" }

--- The lookups of a language's tables.
---@param language table as en.lua has it
---@return table
function lexicon.compile(language)
  local compiled = {
    verbs = verb_forms(language), nouns = noun_forms(language),
    sources = language.sources, source_keys = source_keys(language),
    owned = owned_nouns(language),
    titles = language.titles, personal = language.personal,
    adverb_ending = language.adverb_ending,
    capital_nouns = language.capital_nouns,
    comma_openers = language.comma_openers,
    inverted_auxiliary = language.inverted_auxiliary,
    small_months = language.small_months, separable = language.separable,
    source_comma = language.source_comma, known = language.known,
  }
  for _, name in ipairs(LISTS) do compiled[name] = set_of(language[name]) end
  return compiled
end

local COMPOUND = 4   -- bytes before the noun of a compound

--- Is a word in a set, or, in a language of compounds, does one of the set end
--- it: Finanz|ministerin?
---@param words table see lexicon.roles
function lexicon.ends_in(words, set, low)
  if set[low] or not words.compounds then return set[low] or false end
  for i = COMPOUND, #low - COMPOUND do
    if set[low:sub(i)] then return true end
  end
  return false
end

--- The lookups of a language's tables for the step roles.
---@param language table as roles/en.lua has it
function lexicon.roles(language)
  local words = { leading = language.leading, head_first = language.head_first,
                  compounds = language.compounds }
  for _, name in ipairs { "persons", "bodies", "past", "coming", "of", "led",
                          "becoming", "named", "naming", "things", "joins",
                          "was" } do
    words[name] = set_of(language[name])
  end
  return words
end

return lexicon
