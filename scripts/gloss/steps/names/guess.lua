--- What kind of thing a name means, with the reason. A guess, never a fact.
local given = require "gloss.steps.names.given"
local words = require "gloss.steps.names.words"

local guess = {}

-- The heavier reason wins within a cluster.
local WEIGHTS = { title = 9, suffix = 9, company = 9, known = 8, head = 7,
                  initial = 7, given = 6, place = 5, age = 5, noun = 4, of = 4,
                  acronym = 3, speech = 2, ["in"] = 1 }
local MOST_PARTS = 7      -- of the name of a person
local SURE = 3            -- weight from which on a guess is trusted

---@class names.Guess
---@field type "PERSON"|"ORG"|"GPE"|"LOC"
---@field reason string
---@field weight integer
---@field no_person boolean surely

local function set_type(kind, reason, rule)
  local weight = WEIGHTS[rule]
  return { type = kind, reason = reason, weight = weight,
           no_person = kind ~= "PERSON" and weight >= SURE }
end

-- ---- By its own words -------------------------------------------------------

local function by_ends(form)
  local first, last, text = form.first, form.last, form.texts[#form.texts]
  if words.company[last] then
    return set_type("ORG", "company: " .. text, "company")
  elseif words.organisations[last] and form.single then
    return set_type("ORG", "organisation: " .. text, "noun")
  elseif form.single then return nil
  elseif words.suffixes[last] then
    return set_type("PERSON", "suffix: " .. text, "suffix")
  elseif words.place_heads.LOC[first] then
    return set_type("LOC", "place: " .. form.texts[1], "head")
  elseif words.organisations[last] then
    return set_type("ORG", "organisation: " .. text, "head")
  elseif words.places.GPE[last] then
    return set_type("GPE", "place: " .. text, "head")
  elseif words.places.LOC[last] then
    return set_type("LOC", "place: " .. text, "head")
  end
end

local function by_lists(form)
  local low, known = form.low, words.known()
  if form.place then return set_type("GPE", "known place", "known")
  elseif known.organisations[low] then
    return set_type("ORG", "known organisation", "known")
  elseif words.regions.GPE[low] then
    return set_type("GPE", "known place", "known")
  elseif words.regions.LOC[low] then
    return set_type("LOC", "known place", "known")
  end
end

local function by_parts(form)
  local parts = form.parts
  for i = 1, #parts - 1 do
    if words.organisations[parts[i]] and words.links[parts[i + 1]] then
      return set_type("ORG", "organisation: " .. form.texts[i], "head")
    end
  end
  if form.text:find(" & ", 1, true) then return set_type("ORG", "&", "head") end
  if parts[2] == "of" then
    return set_type("GPE", "of: " .. form.texts[1], "of")
  end
end

local function by_person(form, lang)
  local texts, parts = form.texts, form.parts
  if #parts > MOST_PARTS then return nil end
  if given[parts[1]] then
    return set_type("PERSON", "given name: " .. texts[1], "given")
  end
  local particles = lang == "en" and words.particles or words.personal
  for i = 1, #parts - 1 do
    if texts[i]:find "^%u%.?$" then
      return set_type("PERSON", "initial: " .. texts[i], "initial")
    elseif i > 1 and particles[parts[i]] and texts[i] == parts[i] then
      return set_type("PERSON", "particle: " .. texts[i], "given")
    end
  end
end

--- The guess by a name's own words, or nil.
---@param form names.Form
---@param lang string
---@return names.Guess?
function guess.of_form(form, lang)
  return by_ends(form) or by_lists(form) or by_parts(form)
    or by_person(form, lang)
end

local by_title = {}

--- The guess for a name behind a title.
---@param form names.Form
---@param title string
---@return names.Guess
function guess.of_title(form, title)
  if form.guess and words.company[form.last] then return form.guess end
  local made = by_title[title]
  if not made then
    made = set_type("PERSON", "title: " .. title, "title")
    by_title[title] = made
  end
  return made
end

-- ---- By what stands beside it -----------------------------------------------

-- "carmaker Ford", "Ford shares", "Ford's chief executive".
local function by_firm(at)
  local m, c, cap = at.m, at.classes, at.classes.CAP
  if at.before & c.BEFORE_FIRM ~= 0 and at.before & cap == 0 then
    return set_type("ORG", "after: " .. m:folded(at.first - 1), "noun")
  end
  local behind, bits = at.last + 1, at.after
  if bits & c.OWN ~= 0 then
    behind = behind + 1
    bits = m[behind] or 0
  end
  if bits & c.BEHIND_FIRM ~= 0 and bits & cap == 0 then
    local low = m:folded(behind)
    if low ~= "president" then
      return set_type("ORG", "before: " .. low, "noun")
    end
  end
end

-- "the city of Westford", "Westford, Texas".
local function by_place(at)
  local m, c = at.m, at.classes
  if at.before & c.OF ~= 0 and at.first > 2
     and m[at.first - 2] & c.BEFORE_OF ~= 0 then
    return set_type("GPE", m:folded(at.first - 2) .. " of", "place")
  end
  if at.after & c.COMMA ~= 0 then
    local bits = m[at.last + 2] or 0
    if bits & c.STATE ~= 0 and bits & c.CAP ~= 0 then
      return set_type("GPE", "in " .. m:text(at.last + 2), "place")
    end
  end
end

local function is_age(at)
  local m, c = at.m, at.classes
  if at.after & c.COMMA == 0 or (m[at.last + 2] or 0) & c.NUMBER == 0
     or (m[at.last + 3] or 0) & c.COMMA == 0 then
    return false
  end
  local age = tonumber(m:text(at.last + 2))
  return age ~= nil and age < 120
end

local ACRONYM = set_type("ORG", "acronym", "acronym")
local AGE = set_type("PERSON", "age", "age")

---@class names.Place where a name stands
---@field m gloss.Reading
---@field classes gloss.Classes
---@field first integer tokens
---@field last integer
---@field before integer bits of the token before it in the sentence, 0: none
---@field after integer
---@field heading boolean

--- The bits that say something of a name when the token before it, or the one
--- behind it, has them.
---@param c gloss.Classes
---@return integer before
---@return integer after
function guess.bits(c)
  return c.BEFORE_FIRM | c.OF | c.BEFORE_PLACE,
    c.OWN | c.BEHIND_FIRM | c.COMMA | c.SPEECH
end

--- The guess for a short form that nothing else speaks for.
---@param form names.Form
---@param heading boolean
---@return names.Guess|false
function guess.of_acronym(form, heading)
  return form.acronym and not heading and not form.text:find(".", 1, true)
    and ACRONYM
end

--- The guess by what stands beside a name, or false.
---@param form names.Form
---@param at names.Place
---@return names.Guess|false
function guess.of_place(form, at)
  local c = at.classes
  local found = by_firm(at) or by_place(at) or is_age(at) and AGE
    or guess.of_acronym(form, at.heading)
  if found then return found end
  if at.after & c.SPEECH ~= 0 and not form.single then
    return set_type("PERSON", "speech: " .. at.m:folded(at.last + 1), "speech")
  end
  if at.before & c.BEFORE_PLACE ~= 0 and at.before & c.CAP == 0 then
    return set_type("GPE", "after: " .. at.m:folded(at.first - 1), "in")
  end
  return false
end

return guess
