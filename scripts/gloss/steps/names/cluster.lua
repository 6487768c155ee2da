--- Names of one document that mean the same: full name, surname, acronym.
local core = require "gloss.core"
local find = require "gloss.steps.acronyms.find"
local guess = require "gloss.steps.names.guess"
local words = require "gloss.steps.names.words"

local cluster = {}

---@class names.Cluster
---@field name string the fullest form
---@field parts string[] its words, in lower case
---@field members table[]
---@field type string?
---@field reason string?

local function parts_of(text)
  local parts = {}
  for part in core.text.lower(text):gmatch "[^%s%-]+" do
    parts[#parts + 1] = part
  end
  return parts
end

local function new(clusters, run)
  local made = { name = run.text, parts = parts_of(run.text), members = {} }
  clusters[#clusters + 1] = made
  return made
end

local function join(made, run, via)
  made.members[#made.members + 1] = run
  run.cluster, run.via = made, via
end

local function is_person(made)
  if made.person ~= nil then return made.person end
  made.person = false
  for _, run in ipairs(made.members) do
    if run.guess and run.guess.weight >= 3 and run.guess.type ~= "PERSON" then
      return false
    end
  end
  made.person = #made.parts <= 6
  return made.person
end

-- ---- Full names -------------------------------------------------------------

-- Ann Bell and Ann M. Bell: first and last word alike, initials between.
local function same_person(a, b)
  if a[1] ~= b[1] or a[#a] ~= b[#b] or #a < 2 or #b < 2 then return false end
  local short, long = a, b
  if #a > #b then short, long = b, a end
  return #short == 2 and #long == 3 and long[2]:find "^.%.?$" ~= nil
end

local function full_names(list, clusters)
  local by_text, by_ends = {}, {}
  for _, run in ipairs(list) do
    if run.last > run.first then
      local key = core.text.lower(run.text)
      local made = by_text[key]
      if not made then
        local parts = parts_of(run.text)
        local ends = parts[1] .. "\0" .. parts[#parts]
        local other = by_ends[ends]
        made = other and same_person(parts, other.parts) and other
          or new(clusters, run)
        by_text[key], by_ends[ends] = made, by_ends[ends] or made
        if #run.text > #made.name then
          made.name, made.parts = run.text, parts
        end
      end
      join(made, run, "name")
    end
  end
end

-- ---- Short ones -------------------------------------------------------------

-- MIF for Meridian Investment Fund: the capitals of its words.
local function initials_of(name)
  local letters = {}
  for word in name:gmatch "[^%s%-]+" do
    local first = word:match("^" .. utf8.charpattern)
    if core.text.lower(first) ~= first then letters[#letters + 1] = first end
  end
  return table.concat(letters)
end

-- What the document says that its short forms mean; found here where no step
-- has done so.
local function defined_acronyms(doc)
  local by_short = {}
  local function note(short, long) by_short[short] = by_short[short] or long end
  if doc:has "acronyms" then
    for a in doc.acronyms do note(a.short.text, a.long.text) end
    return by_short
  end
  local text = doc.text
  for _, d in ipairs(find(doc)) do
    note(text:sub(d.short[1], d.short[2]), text:sub(d.long[1], d.long[2]))
  end
  return by_short
end

-- Clusters by their first and last words and by their initials, so that a long
-- text takes no longer a word than a short one.
local function index_of(clusters)
  local index = { first = {}, last = {}, initials = {}, name = {} }
  local function add(by, key, made)
    by[key] = by[key] or {}
    table.insert(by[key], made)
  end
  for _, made in ipairs(clusters) do
    add(index.first, made.parts[1], made)
    add(index.last, made.parts[#made.parts], made)
    add(index.initials, initials_of(made.name), made)
    add(index.name, made.name, made)
  end
  return index
end

-- The one cluster that passes, or nil where none or several do.
local function only_one(clusters, passes)
  clusters = clusters or {}
  local found
  for _, made in ipairs(clusters) do
    if passes(made) then
      if found then return nil, true end
      found = made
    end
  end
  return found
end

local function of_acronym(index, text, defined)
  local plain = text:gsub("%.", "")
  local long = defined[text] or defined[plain]
  if long then return (index.name[long] or {})[1] end
  return only_one(index.initials[plain], function(made)
    return #plain >= 2 and #made.parts >= 2
  end)
end

-- The surname with its particles: "von der Leyen", or the last word.
local function ends_with(parts, short)
  if #short >= #parts then return false end
  for i = 0, #short - 1 do
    if parts[#parts - i] ~= short[#short - i] then return false end
  end
  return true
end

local function of_person(index, run, short)
  local made, several = only_one(index.last[short[#short]], function(c)
    return ends_with(c.parts, short) and is_person(c)
  end)
  if made then return made, "surname" end
  if several or #short > 1 or run.title then return nil end
  made = only_one(index.first[short[1]], function(c)
    return #c.parts > 1 and is_person(c)
  end)
  return made, "given"
end

local function short_names(list, clusters, doc)
  local index = index_of(clusters)
  local defined, by_text = defined_acronyms(doc), {}
  for _, run in ipairs(list) do
    if not run.cluster then
      local made, via
      if run.acronym then
        made, via = of_acronym(index, run.text, defined), "acronym"
      elseif not words.known().places[core.text.lower(run.text)] then
        made, via = of_person(index, run, parts_of(run.text))
      end
      local key = core.text.lower(run.text)
      if not made then
        made, via = by_text[key], "name"
        made = made or new(clusters, run)
        by_text[key] = made
      end
      join(made, run, via)
    end
  end
end

-- "von der Leyen" is one name of several words, and a short one, too.
local function surnames_of_several(clusters)
  local index = index_of(clusters)
  for i = #clusters, 1, -1 do
    local made = clusters[i]
    local first = made.parts[1]
    if words.leading[first] or words.particles[first] then
      local whole = only_one(index.last[made.parts[#made.parts]], function(c)
        return c ~= made and ends_with(c.parts, made.parts)
      end)
      if whole then
        for _, run in ipairs(made.members) do join(whole, run, "surname") end
        table.remove(clusters, i)
      end
    end
  end
end

local function by_place(a, b) return a.first < b.first end

-- Numbers by first appearance, types by the best guess of any member.
local function settle(clusters)
  for _, made in ipairs(clusters) do
    table.sort(made.members, by_place)
    local guesses = {}
    for _, run in ipairs(made.members) do guesses[#guesses + 1] = run.guess end
    local best = guess.best(guesses)
    if best then made.type, made.reason = best.type, best.reason end
  end
  table.sort(clusters, function(a, b)
    return a.members[1].first < b.members[1].first
  end)
  for number, made in ipairs(clusters) do made.number = number end
end

--- Groups names; each gets .cluster and .via.
---@param doc gloss.Document
---@param list table[] names with first, last, text, acronym, guess
---@return names.Cluster[]
function cluster.group(doc, list)
  local clusters = {}
  full_names(list, clusters)
  surnames_of_several(clusters)
  short_names(list, clusters, doc)
  settle(clusters)
  return clusters
end

return cluster
