--- The people of a text: its names, their fullest forms, and who a pronoun
--- stands for.
local people = {}

local BACK = 8        -- units that a pronoun reaches back
local NAME_WORDS = 6  -- words of a name

---@class quotes.Mention
---@field first integer item
---@field last integer item
---@field gender? string m, f
---@field person boolean is it sure to be a person?
---@field sure? boolean an entity says so, or that it is none
---@field unit integer

local function is_name(list, k)
  return list.kind[k] == "name"
end

--- Is the one name item `k` a common noun: "der Fahrer", "Der Handel"?
local function is_common(list, k)
  return list.lexicon.capital_nouns and list.kind[k - 1] == "det"
end

--- The mention that the name items first..last make, without titles and roles:
--- "Finance Minister | Ann Low"; nil for a role alone.
local function mention_of(list, first, last, unit)
  local lex, gender, person = list.lexicon, nil, false
  for k = last - 1, first, -1 do
    local low = list.low[k]
    if lex.titles[low] or lex.roles[low] then
      gender, person, first = lex.titles[low], true, k + 1
      break
    end
  end
  if lex.capital_nouns then                -- "Unterhändler | Daniel Roe"
    for k = first + 1, last - 1 do
      local low = list.low[k]
      if lex.men[low] or lex.women[low] then
        first = k
        break
      end
    end
  end
  local low = list.low[first]
  if first == last and lex.roles[low] then return nil end
  if last > first and not gender then
    gender = lex.men[low] and "m" or lex.women[low] and "f" or nil
    person = person or gender ~= nil
  end
  return { first = first, last = last, gender = gender, person = person,
           unit = unit }
end

--- Keeps the longest mention of a surname, a person's before others, and what
--- is known of its bearer.
local function keep(full, surname, mention)
  local known = full[surname]
  if not known then
    full[surname] = mention
    return
  end
  known.gender = known.gender or mention.gender
  known.person = known.person or mention.person
  local sure = known.person and known.last > known.first
  if mention.last - mention.first > known.last - known.first and not sure then
    mention.gender = mention.gender or known.gender
    mention.person = known.person
    full[surname] = mention
  end
end

---@class quotes.People
---@field mentions quotes.Mention[] in text order
---@field full table<string, quotes.Mention> by surname

--- All names of a text, outside quotations.
---@param is_person fun(first: integer, last: integer): boolean? what is known
---otherwise of the name that items first..last make
---@return quotes.People
function people.read(list, is_person)
  local known = { mentions = {}, full = {} }
  for u, unit in ipairs(list.units) do
    local k = unit[1]
    while k <= unit[2] do
      if is_name(list, k) then
        local first = k
        while k < unit[2] and is_name(list, k + 1) and k - first < NAME_WORDS do
          k = k + 1
        end
        local common = first == k and is_common(list, k)
        local mention = not common and mention_of(list, first, k, u)
        if mention then
          local person = is_person(mention.first, mention.last)
          if person ~= nil then mention.person, mention.sure = person, true end
          known.mentions[#known.mentions + 1] = mention
          keep(known.full, list.text[mention.last], mention)
        end
      end
      k = k + 1
    end
  end
  return known
end

--- Can a mention be a man (m), a woman (f)? nil: perhaps.
local function fits(known, list, mention, gender)
  if mention.sure and not mention.person then return false end
  local fuller = known.full[list.text[mention.last]] or mention
  local own = mention.gender or fuller.gender
  if own then return own == gender end
  if fuller.person or mention.person then return true end
  return nil
end

--- The index of the last mention before item `k`; 0 where there is none.
local function last_before(mentions, k)
  local low, high = 1, #mentions
  while low <= high do
    local middle = (low + high) // 2
    if mentions[middle].first < k then
      low = middle + 1
    else
      high = middle - 1
    end
  end
  return high
end

--- Does the same pronoun stand before item `stop` as the unit's subject? Then
--- the names of the unit are others': "He met Ann Low. He said ..."
local function goes_on(list, unit, stop, gender)
  for i = unit[1], math.min(unit[2], stop - 1) do
    if list.kind[i] == "name" then return false end
    if list.kind[i] == "pron" then
      return list.lexicon.personal[list.low[i]] == gender
    end
  end
  return false
end

--- The mention that a pronoun at item `k` stands for: the first that fits of
--- the nearest unit that has one; nil.
---@param known quotes.People
---@param gender string m or f
---@return quotes.Mention?
---@return boolean? sure it fits
function people.resolve(known, list, k, unit, gender)
  local mentions, perhaps = known.mentions, nil
  local i = last_before(mentions, k)
  for u = unit, math.max(1, unit - BACK), -1 do
    local found
    local others = goes_on(list, list.units[u], k, gender)
    while i >= 1 and mentions[i].unit == u do
      local fit = not others and fits(known, list, mentions[i], gender)
      if fit then found = mentions[i] end
      if fit == nil and (not perhaps or perhaps.unit == u) then
        perhaps = mentions[i]
      end
      i = i - 1
    end
    if found then return found, true end
  end
  return perhaps, false
end

-- What ends the head of a phrase: "the chief | of the fund".
local HEAD_ENDS = { prep = true, point = true, sub = true, conj = true }

--- The items of the name that a phrase is about, the one at the end of its
--- head: "the fund's chief Ann Roe"; nil for "Roe's aides".
---@return integer? first
---@return integer? last
function people.head(list, first, last)
  local stop = first
  while stop < last and not HEAD_ENDS[list.kind[stop + 1]] do
    stop = stop + 1
  end
  if list.kind[stop] == "object" and stop > first then
    stop = stop - 1                                     -- Roe himself
  end
  if not is_name(list, stop) then return nil end
  local from = stop
  while from > first and is_name(list, from - 1) do from = from - 1 end
  if from == stop and is_common(list, stop) then return nil end
  return from, stop
end

--- The name that items first..last make, in its fullest form in the text.
---@param known quotes.People
---@return string?
function people.name_in(known, list, text, first, last)
  local mention = mention_of(list, first, last, 0)
  if not mention then return nil end
  if mention.first == mention.last then
    local surname = list.text[mention.last]
    if #surname > 2 and not surname:find("%l") then      -- ROE:
      surname = surname:sub(1, 1) .. surname:sub(2):lower()
    end
    mention = known.full[surname] or mention
  end
  return text:sub(list.first[mention.first], list.last[mention.last])
end

return people
