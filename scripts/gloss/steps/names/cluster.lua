--- Names of one document that mean the same: full name, surname, acronym.
local find_acronyms = require "gloss.steps.acronyms.find"

local cluster = {}

---@class names.Cluster
---@field name string the fullest form
---@field form names.Form of the name
---@field number integer? by first appearance
---@field guess names.Guess? the heaviest
---@field person boolean? can it be a person's? found once
---@field other boolean has a member that surely is none
---@field same_last names.Cluster|false the one before with the same last word
---@field same_first names.Cluster|false

local MOST_PARTS = 6        -- of the name of a person

---@class names.Grouping
---@field names names.Names
---@field full names.Cluster[] those of several words

-- The cluster of each name, and how it belongs to it; columns of the document
-- before, to be used again.
local of, via = {}, {}

-- Which document this is: forms with this stamp have been seen in it, and know
-- their cluster.
local stamp = 0

-- Clusters of the document before, to be used again.
local pool, used = {}, 0

local function new_cluster(form)
  used = used + 1
  local made = pool[used]
  if not made then
    made = {}
    pool[used] = made
  end
  made.name, made.form = form.text, form
  made.number, made.guess, made.person = nil, nil, nil
  made.other, made.same_last, made.same_first = false, false, false
  return made
end

local function join(g, made, k, how)
  of[k], via[k] = made, how
  local guess = g.names.guess[k]
  if guess and guess.no_person then made.other = true end
end

local function is_person(made)
  if made.person == nil then
    made.person = not made.other and #made.form.parts <= MOST_PARTS
  end
  return made.person
end

-- ---- Full names -------------------------------------------------------------

-- Ann Bell and Ann M. Bell: first and last word alike, initials between.
local function same_person(a, b)
  if #a < 2 or #b < 2 then return false end
  local short, long = a, b
  if #a > #b then short, long = b, a end
  return #short == 2 and #long == 3 and long[2]:find "^.%.?$" ~= nil
end

-- The cluster of a full name that is new in the document.
local function cluster_of_full(g, form, by_low, by_ends)
  local made = by_low[form.low]
  if not made then
    local ends = by_ends[form.last]
    if not ends then
      ends = {}
      by_ends[form.last] = ends
    end
    made = ends[form.first]
    if not (made and same_person(form.parts, made.form.parts)) then
      made = new_cluster(form)
      g.full[#g.full + 1] = made
      ends[form.first] = ends[form.first] or made
    end
    by_low[form.low] = made
    if #form.text > #made.name then made.name, made.form = form.text, form end
  end
  return made
end

local function full_names(g)
  local forms, guesses, by_low, by_ends = g.names.form, g.names.guess, {}, {}
  for k = 1, g.names.n do
    local form = forms[k]
    if not form.single then
      local made = form.cluster
      if form.stamp ~= stamp then
        made = cluster_of_full(g, form, by_low, by_ends)
        form.stamp, form.cluster = stamp, made
      end
      of[k], via[k] = made, "name"
      local guess = guesses[k]
      if guess and guess.no_person then made.other = true end
    end
  end
end

-- The clusters by their first and their last words.
local function index_of(list)
  local first, last = {}, {}
  for _, made in ipairs(list) do
    local form = made.form
    made.same_first, first[form.first] = first[form.first] or false, made
    made.same_last, last[form.last] = last[form.last] or false, made
  end
  return { first = first, last = last }
end

-- The surname with its particles, "von der Leyen", or the last word, of which
-- the caller knows that it is the same.
local function ends_with(parts, short)
  if #short >= #parts then return false end
  for i = 1, #short - 1 do
    if parts[#parts - i] ~= short[#short - i] then return false end
  end
  return true
end

-- ---- Surnames and given names -----------------------------------------------

-- The one person whose name ends so; nil, true where there are several.
local function by_surname(index, short)
  local found
  local made = index.last[short[#short]]
  while made do
    if ends_with(made.form.parts, short) and is_person(made) then
      if found then return nil, true end
      found = made
    end
    made = made.same_last
  end
  return found
end

local function by_given(index, word)
  local found
  local made = index.first[word]
  while made do
    if #made.form.parts > 1 and is_person(made) then
      if found then return nil end
      found = made
    end
    made = made.same_first
  end
  return found
end

local function of_person(index, form, title)
  local made, several = by_surname(index, form.parts)
  if made then return made, "surname" end
  if several or #form.parts > 1 or title then return nil end
  return by_given(index, form.first), "given"
end

-- "von der Leyen" is one name of several words, and a short one, too.
local function surnames_of_several(g)
  local leads = false
  for _, made in ipairs(g.full) do leads = leads or made.form.leads end
  if not leads then return end
  local index, kept, whole_of = index_of(g.full), {}, {}
  for _, made in ipairs(g.full) do
    local found, several
    if made.form.leads then
      local other = index.last[made.form.last]
      while other do
        if other ~= made and ends_with(other.form.parts, made.form.parts) then
          found, several = other, found ~= nil
        end
        other = other.same_last
      end
    end
    if found and not several then whole_of[made] = found
    else kept[#kept + 1] = made end
  end
  for k = 1, g.names.n do
    local whole = not g.names.form[k].single and whole_of[of[k]]
    if whole then
      while whole_of[whole] do whole = whole_of[whole] end
      join(g, whole, k, "surname")
    end
  end
  g.full = kept
end

-- ---- Acronyms ---------------------------------------------------------------

-- MIF for Meridian Investment Fund: the capitals of its words.
local function initials_of(form)
  if not form.initials then
    local letters = {}
    for i, text in ipairs(form.texts) do
      local first = text:match("^" .. utf8.charpattern)
      if form.parts[i]:sub(1, #first) ~= first then
        letters[#letters + 1] = first
      end
    end
    form.initials = table.concat(letters)
  end
  return form.initials
end

-- What the document says that its short forms mean; found here where no step
-- has done so.
local function defined_acronyms(doc, shorts)
  local by_short = {}
  local function note(short, long) by_short[short] = by_short[short] or long end
  if doc:has "acronyms" then
    for a in doc.acronyms do note(a.short.text, a.long.text) end
    return by_short
  end
  local text = doc.text
  for _, d in ipairs(find_acronyms(doc, { only = shorts })) do
    note(text:sub(d.short[1], d.short[2]), text:sub(d.long[1], d.long[2]))
  end
  return by_short
end

-- The clusters of full names by their initials (false where two have the same)
-- and by their names.
local function acronyms_of(g, doc)
  local shorts, names = {}, g.names
  for k = 1, names.n do
    local form = names.form[k]
    if form.acronym then shorts[form.text] = true end
  end
  local index = { initials = {}, name = {},
                  defined = defined_acronyms(doc, shorts) }
  for _, made in ipairs(g.full) do
    local initials = initials_of(made.form)
    if #made.form.parts > 1 and #initials > 1 then
      index.initials[initials] = index.initials[initials] == nil and made
    end
    index.name[made.name] = index.name[made.name] or made
  end
  return index
end

local function of_acronym(index, text)
  local plain = text:gsub("%.", "")
  local long = index.defined[text] or index.defined[plain]
  if long then return index.name[long] end
  return index.initials[plain] or nil
end

-- ---- Short names ------------------------------------------------------------

local function of_short(g, index, form, title, doc)
  if form.acronym then
    index.acronyms = index.acronyms or acronyms_of(g, doc)
    return of_acronym(index.acronyms, form.text), "acronym"
  elseif not form.place then return of_person(index, form, title) end
end

-- The cluster of a single word that belongs to none so far.
local function own_cluster(by_low, form)
  local made = by_low[form.low]
  if not made then
    made = new_cluster(form)
    by_low[form.low] = made
  end
  return made
end

local function short_names(g, doc)
  local names, forms, guesses = g.names, g.names.form, g.names.guess
  local index, by_low = index_of(g.full), {}
  for k = 1, names.n do
    local form = forms[k]
    if form.single then
      local title = names.title[k]
      local made, how = form.cluster, form.via
      if title or form.stamp ~= stamp then
        if names.heading[k] and form.acronym then
          made, how = of_person(index, form, title)
        else made, how = of_short(g, index, form, title, doc) end
        if not made then made, how = own_cluster(by_low, form), "name" end
        if not title then
          form.stamp, form.cluster, form.via = stamp, made, how
        end
      end
      of[k], via[k] = made, how
      local guess = guesses[k]
      if guess and guess.no_person then made.other = true end
    end
  end
end

-- ---- Numbers and types ------------------------------------------------------

-- Of two kinds that weigh the same the one that came more often.
local function settle_tie(g, made)
  local counts, names = {}, g.names
  for k = 1, names.n do
    local guess = of[k] == made and names.guess[k]
    if guess then counts[guess.type] = (counts[guess.type] or 0) + 1 end
  end
  local best
  for k = 1, names.n do
    local guess = of[k] == made and names.guess[k]
    if guess and (not best or guess.weight > best.weight
       or guess.weight == best.weight
       and counts[guess.type] > counts[best.type]) then
      best = guess
    end
  end
  made.guess = best
end

-- Numbers by first appearance; types by the heaviest guess of any member.
local function settle(g)
  local guesses, number, ties = g.names.guess, 0, {}
  for k = 1, g.names.n do
    local made, guess = of[k], guesses[k]
    if not made.number then
      number = number + 1
      made.number = number
    end
    local best = made.guess
    if guess and guess ~= best then
      if not best or guess.weight > best.weight then made.guess = guess
      elseif guess.weight == best.weight and guess.type ~= best.type then
        ties[#ties + 1] = made
      end
    end
  end
  for _, made in ipairs(ties) do settle_tie(g, made) end
end

---@class names.Names columns of the names of a document, in text order
---@field n integer
---@field form names.Form[]
---@field title (string|false)[]
---@field guess (names.Guess|false)[]
---@field heading boolean[]

--- Groups names.
---@param doc gloss.Document
---@param names names.Names
---@return names.Cluster[] of the cluster of each name; until the next call
---@return string[] via how it belongs to it
function cluster.group(doc, names)
  used, stamp = 0, stamp + 1
  local g = { names = names, full = {} }
  full_names(g)
  surnames_of_several(g)
  short_names(g, doc)
  settle(g)
  return of, via
end

return cluster
