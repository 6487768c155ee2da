--- Finds the verbs that report, with their auxiliaries and the subjects that
--- stand before them.
local phrases = require "gloss.steps.quotes.phrases"

local verbs = {}

---@class quotes.Phrase who speaks
---@field first integer item
---@field last integer item
---@field how string phrase pronoun inverted apposition relative shared source
---agent signed guess
---@field edge? integer the first item of all that belongs to it, where that is
---before `first`

---@class quotes.Cue
---@field first integer its first item, auxiliaries included
---@field last integer its last item, particles included
---@field tail? integer a particle that ends the clause: teilte ... | mit
---@field sense quotes.Sense the first of `senses`
---@field senses quotes.Sense[] all that its particles allow
---@field quoting? quotes.Sense the sense beside a quotation
---@field form quotes.Form
---@field passive boolean
---@field ing boolean a participle: "..., adding that"
---@field infinitive boolean
---@field auxiliary boolean has it an auxiliary?
---@field bare boolean neither that nor "to"
---@field subject? quotes.Phrase
---@field source? boolean "according to"
---@field class? string of a source
---@field noun? boolean "his claim that"
---@field inverted? boolean said Roe
---@field fronted? boolean "After saying so, Roe left"
---@field behind? integer the item behind its addressee, time and place
---@field heard? boolean is there an addressee?
---@field trailing? boolean nothing is reported behind it
---@field opens? boolean something plainly is
---@field that? boolean a clause with "that" is

verbs.DASH = { ["—"] = true, ["–"] = true, ["―"] = true, ["-"] = true,
               ["--"] = true }
local DASH = verbs.DASH

---- Verb or noun --------------------------------------------------------------

-- What may follow a verb whose form is a noun as often.
local OBJECT = { det = true, name = true, quote = true, pron = true,
                 object = true, number = true, possessive = true }
local OBJECT_WORD = { to = true, ["for"] = true, on = true, [":"] = true }

local function object_follows(list, k)
  local low = list.low[k]
  return OBJECT[list.kind[k]] or OBJECT_WORD[low] or list.lexicon.openers[low]
end

-- Before a noun.
local NOUN_BEFORE = { det = true, possessive = true, prep = true,
                      number = true }
-- Plurals that do not end in -s.
local PLURAL = { people = true, police = true, women = true, men = true }

local function is_plural(low)
  return PLURAL[low] or low:find("s$") and not low:find("ss$") or false
end

--- Is the word at item `i` the past of another verb: left, raised, but not "the
--- injured"?
local function is_past(list, i)
  if list.kind[i] ~= "word" then return false end
  local low = list.low[i]
  return list.lexicon.pasts[low]
    or list.kind[i - 1] ~= "det" and low:find("[^e]ed$") ~= nil
end

--- Is the form at `k` a noun? By what stands before it, and by number: "the
--- officials claim", "the official claims".
local function is_noun(list, k, a, form)
  local lex, i, kinds = list.lexicon, k - 1, list.kind
  if form.noun and lex.pasts[list.low[k + 1]] then
    return true                                          -- the calls went
  end
  while i >= a and kinds[i] == "adv" do i = i - 1 end
  if i < a then return form.noun end
  local kind, low = kinds[i], list.low[i]
  if form.noun and is_past(list, i) then return true end  -- left rates | as ...
  if kind == "conj" or kind == "point" then
    return form.noun and not object_follows(list, k + 1)
  end
  if kind == "aux" or low == "to" then return false end
  if NOUN_BEFORE[kind] and not lex.subjects[low] then
    return form.noun or kind == "det" or kind == "possessive"
  end
  if not form.noun or form.ing or form.past then return false end
  if kind ~= "word" and kind ~= "name" then return false end
  if form.base then return lex.verbs[low] ~= nil or not is_plural(low) end
  return kind == "word" and not form.participle and is_plural(low)
end

---- The verb group ------------------------------------------------------------

--- Is "'s" at `i` a verb, before the verb at `k`: the fund's planning to ...
local function is_clitic_verb(list, i, k)
  return k - i <= 2 and list.lexicon.verbs[list.low[k]].ing
end

--- The auxiliaries and adverbs before a verb: where they begin; is there one,
--- is the last a form of "be", is it an infinitive?
local function auxiliaries(list, k, a)
  local first, auxiliary, be = k, false, false
  local kinds = list.kind
  for i = k - 1, a, -1 do
    local kind = kinds[i]
    if kind == "aux" or kind == "possessive" and is_clitic_verb(list, i, k) then
      if not auxiliary then be = list.lexicon.be[list.low[i]] or false end
      auxiliary, first = true, i
    elseif not auxiliary and list.low[i] == "to" then
      return i, false, false, true
    elseif kind ~= "adv" then
      break
    elseif first == i + 1 then
      first = i                                       -- also said
    end
  end
  return first, auxiliary, be, false
end

--- The last particle of a sense behind item `k`; nil where they do not follow.
local function particles_end(list, sense, k, b)
  local at = k + 1
  for _, particle in ipairs(sense.particles) do
    if at <= b and list.kind[at] == "adv" then at = at + 1 end
    if at > b or list.low[at] ~= particle then return nil end
    at = at + 1
  end
  return at - 1
end

local CLAUSE = 14   -- items of "teilte das Ministerium am Montag mit"

--- The senses of a form whose particle ends the clause, and the item of that:
--- German "teilte ... mit"; nil.
local function separated(list, form, k, b)
  local at = k + 1
  local stop = math.min(b + 1, k + CLAUSE)
  while at < stop and list.kind[at] ~= "point" do at = at + 1 end
  at = at - 1
  local low, chosen = list.low[at], nil
  if at == k or not form.particles[low] then return end
  for _, sense in ipairs(form.senses) do
    if sense.particles[1] == low then
      chosen = chosen or {}
      chosen[#chosen + 1] = sense
    end
  end
  return chosen, at
end

--- The senses of a form with most particles, the last item of them, and that of
--- a particle far behind.
local function senses_at(list, form, k, b)
  if list.lexicon.separable and form.finite then
    local chosen, tail = separated(list, form, k, b)
    if chosen then return chosen, k, tail end
  end
  local longest = #form.senses[1].particles
  if longest == 0 or not form.particles[list.low[k + 1]]
    and list.kind[k + 1] ~= "adv" then
    return form.alone, k
  end
  local chosen, last, depth = {}, k, nil
  for _, sense in ipairs(form.senses) do      -- those with most come first
    if depth and #sense.particles < depth then break end
    local stop = particles_end(list, sense, k, b)
    if stop then
      chosen[#chosen + 1] = sense
      last, depth = stop, #sense.particles
    end
  end
  return chosen, last
end

--- The sense in which the form reports a quotation beside it: "said of" is
--- "said" there.
local function quoting_sense(form, senses)
  if senses == form.alone then return form.quoting end
  for _, sense in ipairs(form.senses) do
    if sense.frames.quote and (#sense.particles == 0 or sense == senses[1]) then
      return sense
    end
  end
end

--- The cue at item `k` of the unit a..b, without its subject; nil.
---@param list quotes.Items
---@return quotes.Cue?
---@return string? why there is none
function verbs.at(list, k, a, b)
  local form, kind = list.lexicon.verbs[list.low[k]], list.kind[k]
  if kind == "adv" then return nil, "an adverb here" end
  if kind == "name" then                     -- a name: Rice, Mark
    if form.noun and k > a or form.base and not form.past then
      return nil, "a name here"
    end
  end
  if is_noun(list, k, a, form) then return nil, "a noun here" end
  local senses, last, tail = senses_at(list, form, k, b)
  if #senses == 0 then return nil, "its other words do not follow" end
  local first, auxiliary, be, infinitive = auxiliaries(list, k, a)
  if form.ing and infinitive then return nil, "no verb: to ...ing" end
  local past = form.participle or form.past
  return {
    first = first, last = last, tail = tail, senses = senses, sense = senses[1],
    quoting = quoting_sense(form, senses), form = form,
    passive = be and not form.ing and past
      and not senses[1].frames.passive            -- was quoted as saying
      and (form.participle or not form.base) or nil,
    ing = form.ing and not be or nil, infinitive = infinitive or nil,
    auxiliary = auxiliary or nil,
    bare = not auxiliary and not infinitive or nil,
  }
end

---- Subjects ------------------------------------------------------------------

local INSERTION = 30   -- items of an apposition

--- The item before the apposition or bracket that ends at `j`: "Roe, head of
--- the fund, said".
local function before_insertion(list, j, a)
  local mark = list.low[j]
  local opening = mark == ")" and "(" or mark
  for i = j - 1, math.max(a, j - INSERTION), -1 do
    local low = list.low[i]
    if low == opening or opening == "," and (low == "—" or low == "–") then
      return i - 1
    end
    if low == ";" or low == ":" then return end
    local stretch = list.quote[i]
    if stretch and opening == "," and stretch.closing then return end
  end
end

--- The name that is the whole of the insertion ending at `j`: "its secretary,
--- Ann Roe, said".
local function name_inside(list, j, a)
  local i = j
  while i - 1 > a and list.kind[i - 1] == "name" do i = i - 1 end
  if i == j or list.low[i - 1] ~= "," or list.low[j] ~= "," then return end
  local kind = i - 2 >= a and list.kind[i - 2]
  if kind ~= "word" and kind ~= "name" then return end
  local edge = phrases.left(list, i - 2, a)
  if edge and edge - 2 >= a and list.low[edge - 1] == "and"
    and list.kind[edge - 2] == "name" then
    local first = phrases.left(list, edge - 2, a)      -- Roe and her son, Paul,
    if first then return { first = first, last = j - 1, how = "apposition" } end
  end
  return { first = i, last = j - 1, how = "apposition", edge = edge }
end

-- Behind these a verb shares an earlier subject.
local SHARES = { ["and"] = true, but = true, ["or"] = true, ["then"] = true }

local TIME_BEFORE = { last = true, this = true, next = true, late = true,
                      early = true }

--- The item behind which the verb group that begins at `k` stands, times and
--- adverbs left out: "Roe on Monday said".
local function item_before(list, k, a)
  local j, kinds = k - 1, list.kind
  while j >= a and (kinds[j] == "time" or kinds[j] == "adv") do
    j = j - 1
    if j > a and TIME_BEFORE[list.low[j]] then j = j - 1 end
    if j > a and list.low[j] == "on" then j = j - 1 end
  end
  return j
end

--- The item before the insertions that end at `j`: "Roe, 71, of Norby, said".
local function before_insertions(list, j, a)
  local i = before_insertion(list, j, a)
  while i and i > a + 1 and list.low[i - 1] == ","
    and list.kind[i] == "number" do
    i = i - 2
  end
  return i
end

--- The subject of a cue where it stands before it; nil.
function verbs.subject(list, cue, a)
  if cue.ing or cue.infinitive then return end
  if cue.first > a and SHARES[list.low[cue.first - 1]] then return end
  local j = item_before(list, cue.first, a)
  if j < a then return end
  local kind, low = list.kind[j], list.low[j]
  if kind == "sub" then
    if not list.lexicon.relatives[low] then return end
    return { first = j, last = j, how = "relative" }
  end
  local how = kind == "pron" and "pronoun" or "phrase"
  if low == "," or low == ")" or DASH[low] then
    local name = name_inside(list, j, a)
    if name then return name end
    j, how = before_insertions(list, j, a), "apposition"
    if not j or j < a then return end
  end
  local first = phrases.left(list, j, a)
  local before = list.lexicon.inverted_auxiliary and kind == "pron"
    and j > a and list.kind[j - 1] == "aux"                    -- a-t-elle dit
  return first and { first = first, last = j, how = how,
                     edge = before and j - 1 or nil }
end

return verbs
