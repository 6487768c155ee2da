--- What kind of thing a name means, with the reason. A guess, never a fact.
local given = require "gloss.steps.names.given"
local runs = require "gloss.steps.names.runs"
local words = require "gloss.steps.names.words"

local guess = {}

-- The heavier reason wins within a cluster.
local WEIGHTS = { title = 9, suffix = 9, company = 9, known = 8, head = 7,
                  initial = 7, given = 6, place = 5, age = 5, noun = 4, of = 4,
                  acronym = 3, speech = 2, ["in"] = 1 }

local function set_type(kind, reason, rule)
  return { type = kind, reason = reason, weight = WEIGHTS[rule] }
end

local function is_initial(text) return text:find "^%u%.?$" ~= nil end

local function by_ends(t, run)
  local first, last = t.low[run.first], t.low[run.last]
  if words.company[last] then
    return set_type("ORG", "company: " .. t.text[run.last], "company")
  elseif run.title then
    return set_type("PERSON", "title: " .. run.title, "title")
  end
  if run.last == run.first then
    return words.organisations[last]
      and set_type("ORG", "organisation: " .. t.text[run.last], "noun") or nil
  end
  if words.suffixes[last] then
    return set_type("PERSON", "suffix: " .. t.text[run.last], "suffix")
  end
  for kind, heads in pairs(words.place_heads) do
    if heads[first] and kind == "LOC" then
      return set_type(kind, "place: " .. t.text[run.first], "head")
    end
  end
  if words.organisations[last] then
    return set_type("ORG", "organisation: " .. t.text[run.last], "head")
  end
  for _, kind in ipairs { "GPE", "LOC" } do
    if words.places[kind][last] then
      return set_type(kind, "place: " .. t.text[run.last], "head")
    end
  end
end

local function by_parts(t, run)
  for i = run.first, run.last do
    if words.organisations[t.low[i]] and i < run.last
       and words.links[t.low[i + 1]] then
      return set_type("ORG", "organisation: " .. t.text[i], "head")
    end
  end
  for i = run.first, run.last do
    if t.text[i] == "&" then return set_type("ORG", "&", "head") end
  end
  if t.low[run.first + 1] == "of" and run.last > run.first then
    return set_type("GPE", "of: " .. t.text[run.first], "of")
  end
end

local function by_lists(t, run)
  local text = runs.text(t, run.first, run.last):lower()
  local known = words.known()
  if known.places[text] then return set_type("GPE", "known place", "known") end
  if known.organisations[text] then
    return set_type("ORG", "known organisation", "known")
  end
  for _, kind in ipairs { "GPE", "LOC" } do
    if words.regions[kind][text] then
      return set_type(kind, "known place", "known")
    end
  end
end

local function by_person(t, run)
  local count = run.last - run.first
  if count > 6 then return nil end
  if given[t.low[run.first]] then
    return set_type("PERSON", "given name: " .. t.text[run.first], "given")
  end
  for i = run.first, run.last - 1 do
    if is_initial(t.text[i]) then
      return set_type("PERSON", "initial: " .. t.text[i], "initial")
    end
    local particles = t.lang == "en" and words.particles or words.personal
    if particles[t.low[i]] and not t.cap[i] and i > run.first then
      return set_type("PERSON", "particle: " .. t.text[i], "given")
    end
  end
end

local function is_small(t, i) return t.low[i] ~= nil and not t.cap[i] end

-- "carmaker Ford", "Ford shares", "Ford's chief executive".
local function by_firm(t, run)
  local before, at = run.first - 1, run.last + 1
  if is_small(t, before) and words.before_organisations[t.low[before]] then
    return set_type("ORG", "after: " .. t.low[before], "noun")
  end
  local own = t.low[at] == "'s" or t.low[at] == "\u{2019}s"
  if own then at = at + 1 end
  local low = is_small(t, at) and t.low[at]
  if low and (words.behind_organisations[low]
              or words.known().offices[low] and low ~= "president") then
    return set_type("ORG", "before: " .. low, "noun")
  end
end

-- "the city of Westford", "Westford, Texas".
local function by_place(t, run)
  if t.low[run.first - 1] == "of" and words.before_of[t.low[run.first - 2]] then
    return set_type("GPE", t.low[run.first - 2] .. " of", "place")
  end
  local after = t.low[run.last + 2]
  if t.text[run.last + 1] == "," and after and t.cap[run.last + 2]
     and words.regions.GPE[after] then
    return set_type("GPE", "in " .. t.text[run.last + 2], "place")
  end
end

local function by_context(t, run)
  local before, after = t.low[run.first - 1], t.low[run.last + 1]
  if after == "," and t.kind[run.last + 2] == "number"
     and tonumber(t.text[run.last + 2]) and t.low[run.last + 3] == ","
     and tonumber(t.text[run.last + 2]) < 120 then
    return set_type("PERSON", "age", "age")
  end
  if run.first == run.last and runs.is_acronym(t, run.first)
     and not t.text[run.first]:find(".", 1, true) then
    return set_type("ORG", "acronym", "acronym")
  end
  if words.speech[after or ""] and run.last > run.first then
    return set_type("PERSON", "speech: " .. after, "speech")
  end
  if words.before_places[before or ""] and not t.cap[run.first - 1] then
    return set_type("GPE", "after: " .. before, "in")
  end
end

--- The guess for one place where a name stands, or nil.
---@param t names.Tokens
---@param run { first: integer, last: integer, title: string? }
---@return { type: string, reason: string, weight: integer }?
function guess.one(t, run)
  return by_ends(t, run) or by_lists(t, run) or by_parts(t, run)
    or by_person(t, run) or by_firm(t, run) or by_place(t, run)
    or by_context(t, run)
end

--- The guess for a cluster: the heaviest reason; of two kinds that weigh the
--- same the one that came more often, then first.
---@param guesses { type: string, reason: string, weight: integer }[]
---@return { type: string, reason: string }?
function guess.best(guesses)
  local best, counts = nil, {}
  for _, g in ipairs(guesses) do counts[g.type] = (counts[g.type] or 0) + 1 end
  for _, g in ipairs(guesses) do
    if not best or g.weight > best.weight
       or g.weight == best.weight and counts[g.type] > counts[best.type] then
      best = g
    end
  end
  return best
end

return guess
