--- Finds the verbs that report, with their auxiliaries and their subjects.
local phrases = require "gloss.steps.quotes.phrases"

local verbs = {}

---@class quotes.Cue
---@field head integer the item of the verb
---@field first integer its first item, auxiliaries included
---@field last integer its last item, particles included
---@field sense quotes.Sense
---@field senses quotes.Sense[] all that fit
---@field quoting? quotes.Sense the sense beside a quotation, particles or not
---@field passive boolean
---@field ing boolean a participle: "..., adding that"
---@field infinitive boolean
---@field subject? { first: integer, last: integer, how: string }

local NOUN_BEFORE = { det = true, possessive = true, prep = true, number = true }

-- What may stand behind a verb whose form is a noun as often.
local BEHIND = { det = true, name = true, quote = true, pron = true, object = true, number = true, possessive = true }

--- A noun of the same form? By what stands before it and by number.
local function is_noun(list, k, a, form)
  local i = k - 1
  while i >= a and list.kind[i] == "adv" do i = i - 1 end
  if i < a then return form.noun end
  if form.noun and (list.kind[i] == "conj" or list.kind[i] == "point") then
    local after = k + 1
    return not (BEHIND[list.kind[after]] or list.lexicon.openers[list.low[after]] or list.low[after] == "to"
                or list.low[after] == "for" or list.low[after] == "on" or list.low[after] == ":")
  end
  local kind, low = list.kind[i], list.low[i]
  if kind == "aux" or low == "to" then return false end
  if NOUN_BEFORE[kind] and not list.lexicon.subjects[low] then
    return form.noun or kind == "det" or kind == "possessive"
  end
  if not form.noun or form.ing then return false end
  if kind == "word" or kind == "name" then
    local plural = low:find("s$") and not low:find("ss$")
    if low == "people" or low == "police" or low == "women" or low == "men" then plural = true end
    if list.lexicon.verbs[low] and form.base then return true end    -- calls report
    if form.base and not form.past then return not plural end
    if not form.past and not form.participle then return plural and kind == "word" end
  end
  return false
end

--- The auxiliaries and adverbs before a verb: where they begin, and which.
local function auxiliaries(list, k, a)
  local lex, i, seen = list.lexicon, k - 1, {}
  local first = k
  while i >= a do
    local kind, low = list.kind[i], list.low[i]
    if kind == "aux" or (kind == "possessive" and i > a and (list.kind[i - 1] == "pron" or list.low[i - 1] == "who"
        or (k - i <= 2 and lex.verbs[list.low[k]].ing))) then
      seen.aux = true
      if lex.be[low] and not seen.be then seen.be = first == k or list.kind[first] == "adv" or seen.near_be end
      if lex.have[low] then seen.have = true end
      if lex.be[low] or lex.have[low] then seen.near_be = true end
      first = i
    elseif low == "to" and not seen.aux then
      seen.to = true
      first = i
      break
    elseif kind == "adv" then
      if lex.negations[low] then seen.negated = true end
      if i == k - 1 or list.kind[i + 1] == "aux" or list.kind[i + 1] == "adv" then first = i end
    else
      break
    end
    i = i - 1
  end
  return first, seen
end

local function fits(list, sense, k, b)
  local at = k + 1
  for _, particle in ipairs(sense.particles) do
    if at <= b and list.kind[at] == "adv" then at = at + 1 end
    if at > b or list.low[at] ~= particle then return nil end
    at = at + 1
  end
  return at - 1
end

--- The senses of a form that its particles allow, longest first.
local function senses_at(list, form, k, b)
  local chosen, last, depth = {}, k, nil
  for _, sense in ipairs(form.senses) do
    if not depth or #sense.particles == depth then
      local stop = fits(list, sense, k, b)
      if stop then
        chosen[#chosen + 1] = sense
        last, depth = stop, #sense.particles
      end
    end
  end
  return chosen, last
end

--- The cue at item `k` of the unit `a`..`b`, or nil.
---@return quotes.Cue?
function verbs.at(list, k, a, b)
  local form = list.lexicon.verbs[list.low[k]]
  if not form or list.kind[k] == "adv" then return nil end
  local kind = list.kind[k]
  if kind == "name" then
    if form.noun and k > a then return nil end
    if form.base and not form.past then return nil end
  end
  if is_noun(list, k, a, form) then return nil end
  local senses, last = senses_at(list, form, k, b)
  if #senses == 0 then return nil end
  local first, seen = auxiliaries(list, k, a)
  if form.ing and not (form.finite or seen.be or seen.to) then
    first = k
  end
  local passive = seen.be and not form.ing and (form.participle or form.past) and not (form.base and not form.participle)
  if form.ing and seen.to then return nil end
  local quoting
  for _, sense in ipairs(form.senses) do
    if sense.frames.quote and (#sense.particles == 0 or sense == senses[1]) then quoting = sense break end
  end
  return { head = k, first = first, last = last, senses = senses, sense = senses[1],
           form = form, quoting = quoting, passive = passive or false, ing = form.ing and not seen.be,
           infinitive = seen.to or false, negated = seen.negated, auxiliary = seen.aux or false,
           bare = not seen.aux and not seen.to }
end

-- Where an apposition or an insertion that ends with the mark before `k` begins:
-- "Roe, head of the fund, said".
local function before_insertion(list, j, a)
  local mark = list.low[j]
  local opening = mark == ")" and "(" or mark
  for i = j - 1, math.max(a, j - 30), -1 do
    local low = list.low[i]
    if low == opening or (opening == "," and (low == "—" or low == "–")) then return i - 1 end
    if list.kind[i] == "quote" and opening == "," and i < j - 1 then
      if list.quote[i].closing then return nil end
    end
    if low == ";" or low == ":" then return nil end
  end
end

local DASH = { ["—"] = true, ["–"] = true, ["―"] = true, ["-"] = true, ["--"] = true }
verbs.DASH = DASH

--- The phrase before item `k` that can be a subject.
local function subject_before(list, k, a)
  local j = k - 1
  while j >= a do
    local kind = list.kind[j]
    if kind == "time" or kind == "adv" then
      j = j - 1
      if j > a and list.low[j] == "on" then j = j - 1 end
    else
      break
    end
  end
  if j < a then return nil end
  local kind, low = list.kind[j], list.low[j]
  if kind == "sub" then
    if list.lexicon.relatives[low] then
      return { first = j, last = j, how = "relative" }
    end
    return nil
  end
  if low == "," or low == ")" or DASH[low] then
    local i = before_insertion(list, j, a)
    if not i or i < a then return nil end
    local first = phrases.left(list, i, a)
    if not first then return nil end
    return { first = first, last = i, how = "apposition", outer = j }
  end
  local first = phrases.left(list, j, a)
  if first then
    -- "the chief, Ann Roe said": an apposition without its second comma is rare
    return { first = first, last = j, how = list.kind[j] == "pron" and "pronoun" or "phrase" }
  end
end

--- Finds the subject of a cue where it stands before it.
---@param previous? quotes.Cue the cue before it in its unit
function verbs.subject(list, cue, a, previous)
  local before = cue.first - 1
  local low = before >= a and list.low[before] or nil
  if cue.ing or cue.infinitive or low == "and" or low == "but" or low == "or" or low == "then" then
    return nil      -- shared: see verbs.shared
  end
  return subject_before(list, cue.first, a)
end

return verbs
