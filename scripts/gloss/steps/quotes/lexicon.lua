--- From a language's tables (en.lua) to what core.clauses takes: verbs are
--- inflected, lists named as the rules of core/quotes ask for them.
local common = require "gloss.steps.quotes.common"

local lexicon = {}

---@class quotes.Sense what a verb, or a verb and its particles, reports
---@field class string said, denied, ...
---@field frames table<string, boolean> quote clause that object to heard any
---@field particles string[] the words behind the verb
---@field lemma string

---@class quotes.Form one form of a verb
---@field senses quotes.Sense[] those with most particles first
---@field flags table<string, boolean> finite: it can stand behind a subject
---alone; participle: behind "have" or "be"; past base ing; noun: it is one as
---often

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

local function verb_forms(language)
  local forms, bases = {}, {}
  local irregular = irregular_forms(language.irregular)
  local doubled = set_of(language.doubled)
  local nouns_too = set_of(language.nouns_too)
  local function put(form, sense, ...)
    local entry = forms[form]
    if not entry then
      entry = { senses = {}, flags = { noun = nouns_too[form] } }
      forms[form] = entry
    end
    for i = 1, select("#", ...) do entry.flags[select(i, ...)] = true end
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
  return forms
end

---- For core.clauses ----------------------------------------------------------

local function keys_of(set)
  local keys = {}
  for key in pairs(set) do keys[#keys + 1] = key end
  return table.concat(keys, " ")
end

--- Each form of a verb: form, flags, then of each sense class, frames and
--- particles.
local function verb_rows(language)
  local rows = {}
  for word, form in pairs(verb_forms(language)) do
    local row = { word, keys_of(form.flags) }
    for _, sense in ipairs(form.senses) do
      row[#row + 1] = sense.class
      row[#row + 1] = keys_of(sense.frames)
      row[#row + 1] = table.concat(sense.particles, " ")
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
  "becoming", "named", "naming", "things", "joins", "was" }
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

--- What core.clauses takes, of a language's tables.
---@param language table as en.lua has it
---@param roles? table as roles/en.lua has it
---@return table
function lexicon.compile(language, roles)
  return {
    lists = lists_of(language, roles), flags = flags_of(language, roles),
    adverbs = language.adverb_ending, verbs = verb_rows(language),
    nouns = noun_rows(language.nouns), owned = noun_rows(language.owned),
    sources = source_rows(language.sources), titles = language.titles,
    personal = language.personal, leads = roles and roles.leading or {},
  }
end

return lexicon
