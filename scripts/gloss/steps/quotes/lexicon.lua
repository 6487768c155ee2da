--- From a language's tables (en.lua) to lookups by word form.
local lexicon = {}

---@class quotes.Sense what one verb, or a verb and its particles, reports
---@field class string said, denied, ...
---@field frames table<string, boolean> quote clause that object to heard
---@field particles string[] the words behind the verb
---@field lemma string

---@class quotes.Form one form of a verb
---@field senses quotes.Sense[] those with most particles first
---@field finite boolean can it stand behind a subject alone?
---@field participle boolean can it stand behind "have" or "be"?
---@field base boolean
---@field ing boolean
---@field noun boolean is it a noun as often?

local function words(text)
  return text:gmatch("%S+")
end

--- A set of words; a table is taken as it is.
---@return table<string, boolean>
local function set_of(text)
  local set = {}
  for word in words(text) do set[word] = true end
  return set
end

local function irregular_forms(text)
  local forms = {}
  for row in (text:gsub("\n", "|") .. "|"):gmatch("([^|]*)|") do
    local base, third, past, participle = row:match("^%s*(%S+)%s+(%S+)%s+(%S+)%s+(%S+)")
    if base then forms[base] = { third, past, participle } end
    local more = row:match("^%s*%S+%s+%S+%s+%S+%s+%S+%s+(%S.*)$")
    if more then
      for key, form in pairs(irregular_forms(more)) do forms[key] = form end
    end
  end
  return forms
end

local function regular_forms(base, rules)
  for _, rule in ipairs(rules) do
    if base:find(rule[1]) then
      local function form(to) return (base:gsub(rule[1], to)) end
      return form(rule[2]), form(rule[3]), form(rule[4])
    end
  end
end

--- The forms of a verb: he/she, past, participle, -ing.
local function inflect(base, language, irregular, doubled)
  local third, past, ing = regular_forms(base, language.regular)
  if doubled[base] then
    local last = base:sub(-1)
    past, ing = base .. last .. "ed", base .. last .. "ing"
  end
  local odd = irregular[base]
  if odd then return odd[1], odd[2], odd[3], ing end
  return third, past, past, ing
end

local function form_entry(forms, form, nouns_too)
  local entry = forms[form]
  if not entry then
    entry = { senses = {}, finite = false, participle = false, base = false, past = false,
              ing = false, noun = nouns_too[form] or false }
    forms[form] = entry
  end
  return entry
end

local function add_sense(entry, sense)
  for _, known in ipairs(entry.senses) do
    if known == sense then return end
    if known.lemma == sense.lemma then
      for frame in pairs(sense.frames) do known.frames[frame] = true end
      return
    end
  end
  local at = #entry.senses + 1
  while at > 1 and #entry.senses[at - 1].particles < #sense.particles do at = at - 1 end
  table.insert(entry.senses, at, sense)
end

local function verb_forms(language)
  local forms = {}
  local irregular = irregular_forms(language.irregular)
  local doubled, nouns_too = set_of(language.doubled), set_of(language.nouns_too)
  for class, frames, list in language.verbs:gmatch("([%w_]+)%s*|([^|\n]*)|([^\n]*)") do
    for lemma in words(list) do
      local base, rest = lemma:match("^([^_]+)_?(.*)$")
      local particles = {}
      for particle in rest:gmatch("[^_]+") do particles[#particles + 1] = particle end
      local third, past, participle, ing = inflect(base, language, irregular, doubled)
      local function put(form, ...)
        local entry = form_entry(forms, form, nouns_too)
        for _, mark in ipairs { ... } do entry[mark] = true end
        add_sense(entry, { class = class, frames = set_of(frames), particles = particles,
                           lemma = lemma })
      end
      put(base, "base", "finite")
      put(third, "finite")
      put(past, "finite", "past")
      put(participle, "participle")
      put(ing, "ing")
    end
  end
  return forms
end

local function noun_forms(language)
  local forms = {}
  for class, frames, list in language.nouns:gmatch("([%w_]+)%s*|([^|\n]*)|([^\n]*)") do
    for noun in words(list) do
      forms[noun] = { class = class, frames = set_of(frames), lemma = noun }
    end
  end
  return forms
end

-- Word lists of a language that become sets as they are.
local LISTS = { "determiners", "possessive", "subjects", "objects", "relatives",
  "auxiliaries", "be", "have", "negations", "adverbs", "no_adverbs", "times",
  "time_nouns", "months", "prepositions", "conjunctions", "subordinators",
  "openers", "pasts", "venues", "works", "shows_before", "elisions", "roles", "men", "women" }

--- The lookups of a language's tables.
---@param language table
---@return table
function lexicon.compile(language)
  local compiled = { verbs = verb_forms(language), nouns = noun_forms(language),
                     sources = language.sources, titles = language.titles,
                     personal = language.personal,
                     adverb_ending = language.adverb_ending }
  compiled.source_starts = {}
  for _, source in ipairs(language.sources) do compiled.source_starts[source[1]] = true end
  for _, name in ipairs(LISTS) do compiled[name] = set_of(language[name]) end
  return compiled
end

return lexicon
