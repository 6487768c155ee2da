--- The finder of names for a language: an engine in C (core/names) that is told
--- the classes, the words and the weights, once.
local acronyms = require "gloss.steps.acronyms.finder"
local classes = require "gloss.steps.names.classes"
local core = require "gloss.core"
local given = require "gloss.steps.names.given"
local words = require "gloss.steps.names.words"

local finder = {}

-- How much a reason speaks for a type; the heaviest wins within a cluster.
local WEIGHTS = { title = 9, suffix = 9, company = 9, known = 8, head = 7,
                  role = 8, initial = 7, given = 6, place = 5, age = 5,
                  noun = 4, of = 4, acronym = 3, speech = 2, ["in"] = 1 }

local LIMITS = {
  sure = 3,             -- the weight from which on a guess is trusted
  longest_name = 12,    -- tokens up to which a name goes on over small words
  person_words = 7,     -- words of the name of a person, at most
  cluster_words = 6,    -- ... to which a surname may belong
}

-- Languages in which a name may begin with a small particle: de Gaulle.
local SMALL_START = { en = true, nl = true, und = true }

local function numbers_of(lang)
  local numbers = {
    longest_title = words.known().longest,
    -- a run without special words is one name: other languages may have an
    -- article in front, or nouns
    plain_runs = lang == "en" and 1 or 0,
    small_start = SMALL_START[lang] and 1 or 0,
    nouns = words.articles[lang] and 1 or 0,
  }
  for name, value in pairs(WEIGHTS) do numbers[name] = value end
  for name, value in pairs(LIMITS) do numbers[name] = value end
  return numbers
end

local function words_of(lang)
  local known = words.known()
  return {
    common = words.common, weak = words.weak, given = given,
    not_acronyms = words.not_acronyms, leading = words.leading,
    particles = words.particles, links = words.links, heads = words.heads,
    -- in English all particles speak for a person
    personal = lang == "en" and words.particles or words.personal,
    heads_articles = lang ~= "en" and words.heads_articles or {},
    organisations = words.organisations, company = words.company,
    suffixes = words.suffixes, place_heads = words.place_heads.LOC,
    places_gpe = words.places.GPE, places_loc = words.places.LOC,
    regions_gpe = words.regions.GPE, regions_loc = words.regions.LOC,
    before_titles = words.before_titles, of = words.of,
    either = words.either_office, noun_endings = words.noun_endings[lang] or {},
    titles = known.titles, title_starts = known.title_starts,
    offices = known.offices, demonyms = known.demonyms,
    parties = words.parties, party_states = words.party_states,
    tails = words.tails, title_ends = words.title_ends[lang] or {},
    known_places = known.places, known_organisations = known.organisations,
  }
end

local function new(lang)
  local list = classes.of(lang)
  local set, casing = list:parts()
  local bits = {}
  for _, name in ipairs(classes.names) do bits[name] = list[name] end
  bits.OPENING = nil    -- which letter case alone asks for
  return assert(core.names(set, casing, { classes = bits,
    words = words_of(lang), numbers = numbers_of(lang) }, acronyms))
end

local made = {}

--- The finder for a language ("en"); made once.
---@param lang string
---@return userdata
function finder.of(lang)
  if not made[lang] then made[lang] = new(lang) end
  return made[lang]
end

return finder
