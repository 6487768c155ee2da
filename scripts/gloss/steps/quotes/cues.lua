--- The cues of a unit: the words that say that something is said, each with
--- its speaker phrase. What they report is found in attribute.lua.
local phrases = require "gloss.steps.quotes.phrases"
local reach = require "gloss.steps.quotes.reach"
local verbs = require "gloss.steps.quotes.verbs"
local CUE = require "gloss.steps.quotes.words".BITS.CUE

local cues = {}

local DASH = verbs.DASH

---- Subjects ------------------------------------------------------------------

-- What may follow the subject in "...," said Roe, head of the fund.
local BEHIND_INVERTED = { point = true, prep = true }

--- The item behind the times at `i`: dijo | el lunes | Roe.
local function behind_times(list, i)
  while list.kind[i] == "time"
    or list.kind[i] == "det" and list.kind[i + 1] == "time" do
    i = i + 1
  end
  return i
end

--- "...," said Roe: the subject behind the cue; nil.
local function inverted_subject(list, cue, a, b)
  local lex = list.lexicon
  if cue.ing or cue.infinitive or cue.passive
    or cue.auxiliary and not lex.inverted_auxiliary then
    return
  end
  if not cue.quoting then return end
  local p, i = cue.first - 1, cue.last + 1
  if lex.inverted_auxiliary then i = behind_times(list, i) end
  if p < a or i > b or list.kind[i] == "object" then return end
  if not (list.quote[p] or list.low[p] == "," or DASH[list.low[p]]) then
    return
  end
  local heard = cue.sense.frames.heard
  if heard and (list.kind[p] ~= "quote") then return end
  local j = phrases.right(list, i, b)
  if not j then return end
  local follows = j < b and list.kind[j + 1]
  if follows == "aux" or follows == "pron" then return end   -- said he would
  if follows == "word" and list.lexicon.verbs[list.low[j + 1]] then return end
  if j == i and list.kind[i] == "word" and list.low[i]:find("ing$") then
    return
  end
  if list.kind[p] ~= "quote" and list.kind[p - 1] ~= "quote" then
    -- no quotation: "Go, said Roe." but not "Roe, its head, said Oslo ..."
    if phrases.has_verb(list, j + 1, b) then return end
    if cue.tail and not phrases.has_verb(list, a, p) then return end
    if follows and not BEHIND_INVERTED[follows] and not cue.tail
      and not (list.kind[i] == "pron" and follows == "det") then
      return
    end
  end
  return { first = i, last = j,
           how = list.kind[i] == "pron" and "pronoun" or "inverted" }
end

-- Does the cue `inner` stand in what `outer` reports? Then no comma and no
-- conjunction parts them.
local function is_nested(list, outer, inner)
  local subject, stop = inner.subject, inner.first
  if subject and subject.how ~= "shared" and subject.first < stop then
    stop = subject.first
  end
  for k = outer.last + 1, stop - 1 do
    if list.kind[k] == "conj" or list.low[k] == "," then return false end
  end
  return true
end

--- The subject of the last cue that is not part of another's words.
local function earlier_subject(list, earlier)
  for i = #earlier, 1, -1 do
    local cue = earlier[i]
    if cue.subject and not (cue.passive or cue.source or cue.noun)
      and (i == 1 or not is_nested(list, earlier[i - 1], cue)) then
      return cue.subject
    end
  end
end

local CLAUSE = 20   -- items of a clause before "and hinted"

--- The subject of the clause that ends with "and" before a cue: "after the bank
--- left its rate | and hinted"; nil where it is the unit's own clause.
local function subject_of_clause(list, cue, a)
  for k = cue.first - 2, math.max(a, cue.first - CLAUSE), -1 do
    if list.kind[k] == "point" then return end
    if list.lexicon.clause_openers[list.low[k]] then
      local last = phrases.right(list, k + 1, cue.first - 2, true)
      if not last or not phrases.has_verb(list, last + 1, cue.first - 2) then
        return
      end
      return { first = k + 1, last = last, how = "shared" }
    end
  end
end

--- The subject that a cue shares: "..., adding that", "and said".
local function shared_subject(list, cue, a, b, earlier)
  local before = cue.first - 1
  local kind = before >= a and list.kind[before]
  if cue.ing and (kind == "word" or kind == "name") then   -- voters backing Roe
    local first = phrases.left(list, before, a)
    if first then return { first = first, last = before, how = "phrase" } end
  end
  if #earlier == 0 and list.kind[before] == "conj" then
    local own = subject_of_clause(list, cue, a)
    if own then return own end
  end
  local subject = earlier_subject(list, earlier)
  if subject then
    return { first = subject.first, last = subject.last, how = "shared" }
  end
  local first, last = phrases.subject(list, a, b)
  if not first then return end
  if first > cue.last then
    cue.fronted = true                         -- After saying so, Roe left
  elseif last >= cue.first then
    return
  end
  return { first = first, last = last, how = "shared" }
end

local function find_subject(list, cue, a, b, earlier)
  local inverted = inverted_subject(list, cue, a, b)
  if inverted then
    cue.inverted = true
    return inverted
  end
  return verbs.subject(list, cue, a) or shared_subject(list, cue, a, b, earlier)
end

---- Other cues than verbs of the tables ---------------------------------------

--- The first and the last item of a phrase around `k` that names a source:
--- "according to".
local function source_words(list, k, a, b)
  for _, source in ipairs(list.lexicon.source_keys[list.low[k]]) do
    local first, words = k - source.before, source.words
    local i = 1
    while words[i] and list.low[first + i - 1] == words[i] do i = i + 1 end
    if not words[i] and first >= a and first + #words <= b then
      return first, first + #words - 1
    end
  end
end

local function source_cue(list, k, a, b)
  local first, last = source_words(list, k, a, b)
  local stop = last and phrases.right(list, last + 1, b, true)
  if not stop then return end
  return { first = first, last = last, source = true, trailing = true,
           subject = { first = last + 1, last = stop, how = "source" } }
end

-- What an owner is made of: the old mayor | 's
local OWNER = { name = true, word = true, det = true, number = true }

--- "In Roe's view,": a noun and its owner that name a source.
local function owned_cue(list, k, a, b)
  local owned, kind = list.lexicon.owned[list.low[k]], list.kind
  if k < b and kind[k + 1] ~= "point" then return end
  local first = k - 1
  while first > a and first > k - 4 and kind[first] == "word" do
    first = first - 1
  end
  local last, how = first, "pronoun"
  if kind[first] == "possessive" then
    last, how, first = first - 1, "phrase", first - 1
    while first > a and OWNER[kind[first - 1]] do first = first - 1 end
  elseif not list.lexicon.possessive[list.low[first]] then
    return
  end
  if first <= a or list.low[first - 1] ~= owned.preposition then return end
  return { first = first - 1, last = k, source = true, trailing = true,
           class = owned.class,
           subject = { first = first, last = last, how = how } }
end

--- "quoted Roe as | saying": who says so stands between an earlier cue and this
--- one, which takes its place.
local function quoted_subject(list, cue, earlier)
  local last = earlier[#earlier]
  if not (last and cue.ing and cue.quoting and list.low[cue.first - 1] == "as")
    or last.sense == nil or not last.sense.frames.object then
    return
  end
  local first, stop = last.last + 1, cue.first - 2
  if stop < first or phrases.left(list, stop, first) ~= first then return end
  return { first = first, last = stop, how = "phrase" }
end

--- "Roe's promise to", "her claim that": a noun that reports, and its owner.
local function noun_cue(list, k, a, b)
  local sense = list.lexicon.nouns[list.low[k]]
  if k >= b or not sense.frames[list.low[k + 1]] then return end
  local i = k - 1
  while i >= a and i > k - 4 and list.kind[i] == "word" do i = i - 1 end
  if i < a then return end
  local subject
  if list.lexicon.possessive[list.low[i]] then
    subject = { first = i, last = i, how = "pronoun" }
  elseif list.kind[i] == "possessive" and i > a then
    local first = phrases.left(list, i - 1, a)
    subject = first and { first = first, last = i - 1, how = "phrase" }
  end
  if not subject then return end
  return { first = k, last = k, sense = sense, senses = { sense },
           noun = true, subject = subject }
end

-- Any verb may report a quotation that it stands beside.
local ANY = { class = "said", frames = { quote = true }, particles = {},
              lemma = "" }
local ANY_FORM = { senses = { ANY }, finite = true, past = true }

--- The verb of "...," Roe surmised: behind the phrase that begins at `first`,
--- or its last word, where that was taken for part of it.
local function verb_behind(list, first, b)
  local kind = first < b and list.kind[first]
  if kind ~= "pron" and kind ~= "name" and kind ~= "det" then return end
  local last = phrases.right(list, first, b)
  if not last then return end
  local k = last + 1
  if k <= b and list.kind[k] == "adv" then k = k + 1 end
  if k <= b and list.kind[k] == "word" then return k end
  local past = list.kind[last] == "word" and list.low[last]:find("ed$")
  return past and last > first and last or nil
end

--- The verb of no table beside the quotation at `q`: an item; nil.
local function unknown_verb(list, q, b)
  if not list.quote[q].closing then return end
  local k = verb_behind(list, list.low[q + 1] == "," and q + 2 or q + 1, b)
  local low = k and list.low[k]
  if k and not list.lexicon.verbs[low]
    and (low:find("[^s]e?[ds]$") or list.lexicon.pasts[low]) then
    return k
  end
end

--- The verbs of no table that stand beside quotations of the unit; nil.
local function unknown_verbs(list, unit)
  local unknown
  for i = unit.quote, #list.quotes do
    if list.quotes[i] > unit[2] then break end
    local k = unknown_verb(list, list.quotes[i], unit[2])
    if k then
      unknown = unknown or {}
      unknown[k] = true
    end
  end
  return unknown
end

--- The items of the unit that may be cues, with the unknown verbs; and the
--- place of the first one.
local function candidates_of(list, unit, unknown)
  if not unknown then return list.cues, unit.cue end
  local candidates = {}
  for k = unit[1], unit[2] do
    if unknown[k] or list.bits[k] & CUE ~= 0 then
      candidates[#candidates + 1] = k
    end
  end
  return candidates, 1
end

---- All of them ---------------------------------------------------------------

-- Words behind a cue that say where and when, not what.
local SETTING = { of = true, to = true, ["in"] = true, at = true, during = true,
                  when = true, as = true, after = true, ["while"] = true }

-- Is nothing reported behind the cue: only times, venues, an addressee? Sets
-- cue.opens where it does report something that cannot be mistaken.
local function is_trailing(list, cue, b)
  local c = (cue.tail or cue.last) + 1
  if cue.sense.frames.heard then c = reach.after_heard(list, c, b) end
  local heard = c > (cue.tail or cue.last) + 1
  c = reach.after_setting(list, c, b)
  cue.behind, cue.heard = c, heard or nil
  if c > b or cue.inverted then return true end
  local kind, low = list.kind[c], list.low[c]
  cue.opens = kind == "quote" or low == ":" or list.lexicon.openers[low] or nil
  cue.that = low == "that" or nil
  if low == ":" or low == "to" and (heard or cue.sense.frames.to) then
    return false
  end
  if low == "," then return list.kind[c + 1] ~= "quote" end
  return kind == "point" or SETTING[low] or false
end

--- Makes one cue of "refused" and "to say": its class is that of the first,
--- what follows is the second's.
local function refuse_to(list, cue, infinitive, b)
  local sense = { class = cue.sense.class, frames = infinitive.sense.frames,
                  particles = {}, lemma = infinitive.sense.lemma }
  cue.last, cue.sense, cue.senses, cue.quoting = infinitive.last, sense,
    { sense }, sense
  cue.trailing = is_trailing(list, cue, b) or nil
end

local REDUCED = 10   -- items of "briefed on the talks"
-- What such words do not hold.
local ENDS_REDUCED = { point = true, quote = true, sub = true, conj = true,
                       pron = true, aux = true }

--- Is it a participle behind a noun, before the verb that reports: "a person |
--- briefed on the talks said"?
local function is_reduced(list, cue, b)
  local k, kind = cue.last + 1, list.kind
  if cue.quoting or not (cue.bare and cue.form.past)
    or kind[k] ~= "prep" or list.low[k] == "to"
    or kind[cue.first - 1] ~= "word" then
    return false
  end
  local stop = math.min(b, k + REDUCED)
  while k <= stop and not ENDS_REDUCED[kind[k]] do
    local form = kind[k] == "word" and list.lexicon.verbs[list.low[k]]
    if form and form.finite and form.quoting and not form.noun then
      return true
    end
    k = k + 1
  end
  return false
end

--- The cue of a verb at `k`; nil, and why there is none.
local function verb_cue(list, k, a, b, earlier)
  local cue, why = verbs.at(list, k, a, b)
  if not cue then return nil, why end
  if is_reduced(list, cue, b) then
    return nil, "a participle: a person briefed on it said"
  end
  if cue.infinitive then
    -- "wants to say" is one cue; "to praise" alone is none
    local last = earlier[#earlier]
    if not cue.sense.frames.quote then
      return nil, "an infinitive: to praise alone reports nothing"
    end
    if last and last.last + 1 >= cue.first then
      if last.sense and last.sense.class == "denied" and cue.last < b
        and list.kind[cue.last + 1] ~= "point" then
        refuse_to(list, last, cue, b)
      end
      return nil, "one cue with the verb before"
    end
  end
  local quoted = quoted_subject(list, cue, earlier)
  if quoted then table.remove(earlier) end
  cue.subject = quoted or find_subject(list, cue, a, b, earlier)
  -- "Asked about it, Roe left": nobody asks here
  if cue.first == a and cue.bare and cue.form.past and not cue.inverted then
    return nil, "a participle at the beginning: nobody says so"
  end
  cue.trailing = is_trailing(list, cue, b) or nil
  return cue
end

--- The cue of a verb of no table at `k`.
local function unknown_cue(list, k, a, b, earlier)
  local cue = { first = k, last = k, sense = ANY, senses = { ANY },
                quoting = ANY, form = ANY_FORM, bare = true, any = true,
                trailing = true }
  cue.subject = find_subject(list, cue, a, b, earlier)
  return cue
end

--- The cues of a unit, from left to right.
---@param list quotes.Items
---@param unit quotes.Unit
---@return quotes.Cue[]
function cues.find(list, unit)
  local found, lex, a, b = {}, list.lexicon, unit[1], unit[2]
  local unknown = unknown_verbs(list, unit)
  local candidates, at = candidates_of(list, unit, unknown)
  local from, k = a, candidates[at]
  while k and k <= b do
    local low, cue, why = list.low[k], nil, nil
    if k >= from then
      if lex.verbs[low] then cue, why = verb_cue(list, k, a, b, found) end
      if not cue and lex.nouns[low] then cue = noun_cue(list, k, a, b) end
      if not cue and lex.owned[low] then cue = owned_cue(list, k, a, b) end
      if not cue and unknown and unknown[k] then
        cue = unknown_cue(list, k, a, b, found)
      end
      if not cue and lex.source_keys[low] then
        cue = source_cue(list, k, from, b)
      end
    end
    if cue then
      found[#found + 1] = cue
      why = nil
      from = math.max(cue.last, cue.inverted and cue.subject.last or 0) + 1
    end
    if why then list:lost(k, k, "reporting verb", why) end
    at = at + 1
    k = candidates[at]
  end
  return found
end

--- Where something begins that ends what an earlier cue reports: item -> cue.
---@return table<integer, quotes.Cue>
function cues.starts(found)
  local starts = {}
  for _, cue in ipairs(found) do
    starts[cue.first] = cue
    local subject = cue.subject
    if subject and subject.how ~= "shared" and subject.first < cue.first
      and not cue.source then
      local edge = subject.edge or subject.first
      starts[edge] = starts[edge] or cue
    end
  end
  return starts
end

return cues
