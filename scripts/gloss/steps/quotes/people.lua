--- The people of a text: its names, their fullest forms, and who a pronoun
--- stands for.
local phrases = require "gloss.steps.quotes.phrases"

local people = {}

local BACK = 8        -- units that a pronoun reaches back
local CHAIN = 40      -- the same, where it stands in the units between
local NAME_WORDS = 6  -- words of a name
local SEARCHES = 64   -- of the text for a surname
local APPOSITION = 8  -- items of ", a 41-year-old father of two,"

---@class quotes.Mention
---@field first integer item
---@field last integer item
---@field gender? string m, f
---@field person boolean is it sure to be a person?
---@field sure? boolean an entity says so, or that it is none
---@field common? boolean a noun, no name: "a docker"
---@field holder? table who is meant by it, where it is a role
---@field unit? integer

local function is_name(list, k)
  return list.kind[k] == "name"
end

--- Is the one name item `k` a common noun: "der Fahrer", "Der Handel"?
local function is_common(list, k)
  return list.lexicon.capital_nouns and list.kind[k - 1] == "det"
end

--- Is the name item `k` the verb with which a sentence begins: "Asked if"?
local function is_participle(list, k)
  local form = list.begins[k] and list.lexicon.verbs[list.low[k]]
  local following = list.kind[k + 1]
  return form and (form.past or form.ing)
    and (following == "prep" or following == "sub") or false
end

--- The mention that the name items first..last make, without titles and roles:
--- "Finance Minister | Ann Low"; nil for a role alone.
local function mention_of(list, first, last)
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
  return { first = first, last = last, gender = gender, person = person }
end

--- The gender that a noun tells, and does it mean a person?
local function of_noun(list, k)
  local lex, low = list.lexicon, list.low[k]
  if not low then return nil, false end
  if lex.male[low] then return "m", true end
  if lex.female[low] then return "f", true end
  return nil, lex.roles[low] or lex.human[low] or false
end

--- What the words beside a name tell of it: "spokeswoman | Ann Roe", "her son,
--- | Paul Roe", "Ann Roe |, a mother of two", "Ann Roe |, 41,".
local function look_beside(list, mention)
  local before = mention.first - 1
  if list.low[before] == "," then before = before - 1 end
  local gender, person = of_noun(list, before)
  local k = mention.last + 2
  if list.low[k - 1] == "," and list.kind[k] == "number" then
    local behind = list.low[k + 1]
    person = person or behind == "," or behind == "."
  elseif list.low[k - 1] == "," and list.kind[k] == "det" then
    for i = k + 1, math.min(list.n, k + APPOSITION) do
      if list.kind[i] == "point" or list.kind[i] == "prep" then break end
      local its, human = of_noun(list, i)
      gender, person = gender or its, person or human
    end
  end
  mention.gender = mention.gender or gender
  mention.person = mention.person or person
end

-- Before the name of a place.
local AT = { ["in"] = true, at = true, near = true, outside = true,
             inside = true }

--- Does the name stand where places do: "near Low Fen"?
local function at_place(list, mention)
  return AT[list.low[mention.first - 1]]
    and list.kind[mention.last + 1] ~= "possessive"
end

--- Does the name act: "Roe had left", "Roe argued"?
local function acts(list, mention)
  local k = mention.last + 1
  local low = list.low[k]
  if list.kind[k] == "aux" then return true end
  return list.kind[k] == "word" and (list.lexicon.verbs[low]
    or list.lexicon.pasts[low] or low:find("[^e]ed$")) and true or false
end

--- Keeps the longest mention of a surname, a person's before others, and what
--- is known of its bearer. A name whose last word alone acts is a person's:
--- "Gregor Maddox ... Maddox argued".
local function keep(list, full, surname, mention)
  local known = full[surname]
  if not known then
    full[surname] = mention
    return
  end
  local single = mention.first == mention.last
  local other = not single and known.last > known.first
    and list.text[known.first] ~= list.text[mention.first]
  if other then return end              -- another of that name
  if single and known.last > known.first and not known.sure
    and acts(list, mention) then
    known.person = true
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

local COMMON = 5   -- items of "a tired docker"

--- The person whom the noun phrase at item `k` means without a name: "a
--- docker"; nil. "His lawyer, Ann Roe" is the name's.
local function common_mention(list, k, unit, holder_of)
  if list.lexicon.capital_nouns then return end
  local last = phrases.right(list, k, math.min(unit[2], k + COMMON))
  if not last or last == k then return end
  local holder = holder_of and holder_of(k, last)
  if holder then
    return { first = k, last = last, gender = holder.gender, person = true,
             sure = true, common = true, holder = holder }
  end
  if list.lexicon.definite[list.low[k]] or list.kind[last] ~= "word" then
    return                              -- "the docker" was named before
  end
  local gender, person = of_noun(list, last)
  if not person then return end
  local behind = list.low[last + 1] == "," and last + 2 or last + 1
  if is_name(list, behind) then return end
  return { first = k, last = last, gender = gender, person = true,
           sure = true, common = true }
end

---- A text's people -----------------------------------------------------------

---@class quotes.People what is known of a text's names, found when asked for
---@field list quotes.Items
---@field source string the text
---@field is_person? fun(first: integer, last: integer): boolean? what is known
---otherwise of the name that items first..last make
---@field holder_of? fun(first: integer, last: integer): table? who is meant by
---a role alone
---@field made table<integer, quotes.Mention|false> mentions by first item
---@field of_unit table<integer, quotes.Mention[]>
---@field full table<string, quotes.Mention|false> the fullest by surname
---@field searches integer how often the text was searched
---@field index? table<string, integer[]> see index_of
local People = {}
People.__index = People

--- The people of a text.
---@param list quotes.Items
---@param source string
---@param is_person? fun(first: integer, last: integer): boolean?
---@param holder_of? fun(first: integer, last: integer): table?
---@return quotes.People
function people.read(list, source, is_person, holder_of)
  return setmetatable({
    list = list, source = source, is_person = is_person,
    holder_of = holder_of, made = {}, of_unit = {}, full = {},
    searches = 0 }, People)
end

--- The last item of the name that begins at item `k`.
local function end_of_run(list, k)
  local kind, begins, last = list.kind, list.begins, k
  while last - k < NAME_WORDS and kind[last + 1] == "name"
    and not begins[last + 1] do
    last = last + 1
  end
  return last
end

--- The first item of the name that ends with item `k`; nil where that is inside
--- a name.
local function start_of_run(list, k)
  local kind, begins, first = list.kind, list.begins, k
  while kind[first - 1] == "name" and not begins[first] do first = first - 1 end
  while k - first > NAME_WORDS do first = first + NAME_WORDS + 1 end
  return end_of_run(list, first) == k and first or nil
end

--- The mention that the name from item `first` on makes; nil.
function People:mention(first)
  local known = self.made[first]
  if known ~= nil then return known or nil end
  local list = self.list
  local last = end_of_run(list, first)
  local mention = not (first == last and is_common(list, first))
    and not (first == last and is_participle(list, first))
    and mention_of(list, first, last)
  self.made[first] = mention or false
  if not mention then return nil end
  local person
  if self.is_person then
    person = self.is_person(mention.first, mention.last)
  end
  look_beside(list, mention)
  if person ~= nil then mention.person, mention.sure = person, true end
  if person == nil and not mention.person and at_place(list, mention) then
    mention.sure = true
  end
  return mention
end

--- The mention whose last word is what stands in the bytes from..to; nil.
function People:ending_at(from, to)
  local list = self.list
  local k = list:at(from)
  if not k or list.first[k] ~= from or list.last[k] ~= to
    or list.kind[k] ~= "name" then
    return nil
  end
  local first = start_of_run(list, k)
  return first and self:mention(first)
end

--- The first items of all names, by their last word.
local function index_of(list)
  local index, k = {}, 1
  while k <= list.n do
    if is_name(list, k) then
      local last = end_of_run(list, k)
      local surname = list.text[last]
      index[surname] = index[surname] or {}
      table.insert(index[surname], k)
      k = last
    end
    k = k + 1
  end
  return index
end

--- The names that end with a word, each by its mention, in text order. The text
--- is searched for it; for many such words it is read once instead.
function People:named(surname)
  local found, source = {}, self.source
  self.searches = self.searches + 1
  if self.searches > SEARCHES then
    self.index = self.index or index_of(self.list)
    for _, first in ipairs(self.index[surname] or {}) do
      found[#found + 1] = self:mention(first)
    end
    return found
  end
  local from, to = source:find(surname, 1, true)
  while from do
    found[#found + 1] = self:ending_at(from, to)
    from, to = source:find(surname, to + 1, true)
  end
  return found
end

--- The fullest mention of a surname; nil.
function People:fullest(surname)
  local full = self.full
  if full[surname] == nil then
    for _, mention in ipairs(self:named(surname)) do
      keep(self.list, full, surname, mention)
    end
    full[surname] = full[surname] or false
  end
  return full[surname] or nil
end

--- The mentions of a unit, in text order.
function People:mentions(u)
  local known = self.of_unit[u]
  if known then return known end
  local list, unit, found = self.list, self.list.units[u], {}
  local k = unit[1]
  while k <= unit[2] do
    local mention
    if is_name(list, k) then
      mention, k = self:mention(k), end_of_run(list, k)
    elseif list.kind[k] == "det" then
      mention = common_mention(list, k, unit, self.holder_of)
    end
    if mention then
      mention.unit = u
      found[#found + 1] = mention
    end
    k = k + 1
  end
  self.of_unit[u] = found
  return found
end

---- Pronouns ------------------------------------------------------------------

--- Can a mention be a man (m), a woman (f)? nil: perhaps.
local function fits(known, mention, gender)
  if mention.sure and not mention.person then return false end
  if mention.gender then return mention.gender == gender end
  -- what else the text says of that surname; a full name learns it, too
  local fuller = not mention.common
    and known:fullest(known.list.text[mention.last])
  if not fuller or mention.first < mention.last then fuller = mention end
  local own = mention.gender or fuller.gender
  if own then return own == gender end
  if fuller.person or mention.person then return true end
  return nil
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

--- The first mention of unit `u` before item `stop` that fits, and the first
--- that may.
local function fitting(known, u, stop, gender)
  local found, perhaps
  for _, mention in ipairs(known:mentions(u)) do
    if mention.first >= stop or found then break end
    local fit = fits(known, mention, gender)
    if fit then found = mention end
    if fit == nil then perhaps = perhaps or mention end
  end
  return found, perhaps
end

--- The mention that a pronoun at item `k` stands for: the first that fits of
--- the nearest unit that has one; nil.
---@param known quotes.People
---@param gender string m or f
---@return quotes.Mention?
---@return boolean? sure it fits
function people.resolve(known, list, k, unit, gender)
  local perhaps
  local back, u = BACK, unit
  while u >= 1 and back >= 0 and unit - u <= CHAIN do
    if not goes_on(list, list.units[u], k, gender) then
      back = back - 1
      local found, may = fitting(known, u, k, gender)
      if found then return found, true end
      perhaps = perhaps or may
    end
    u = u - 1
  end
  return perhaps, false
end

---- Names ---------------------------------------------------------------------

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
  if list.low[stop + 1] == "of" and list.lexicon.bodies[list.low[stop]] then
    local whole = phrases.right(list, stop, last)    -- the Union of Skippers
    if is_name(list, whole) then stop = whole end
  end
  return from, stop
end

--- The name that items first..last make, in its fullest form in the text.
---@param known quotes.People
---@return string?
function people.name_in(known, list, text, first, last)
  local mention = mention_of(list, first, last)
  if not mention then return nil end
  if mention.first == mention.last then
    local surname = list.text[mention.last]
    if #surname > 2 and not surname:find("%l") then      -- ROE:
      surname = surname:sub(1, 1) .. surname:sub(2):lower()
    end
    mention = known:fullest(surname) or mention
  end
  return text:sub(list.first[mention.first], list.last[mention.last])
end

return people
