--- Within one unit: which words each cue reports, and whose they are.
local phrases = require "gloss.steps.quotes.phrases"
local reach = require "gloss.steps.quotes.reach"
local verbs = require "gloss.steps.quotes.verbs"

local attribute = {}

---@class quotes.Attribution
---@field cue { first: integer, last: integer } items
---@field class string
---@field speaker? { first: integer, last: integer, how: string }
---@field content integer[][] pairs of items
---@field rule string
---@field unknown? string

local FINAL, DASH = reach.FINAL, verbs.DASH

--- A phrase that names a source ("according to") at item `k`: its last item.
local function source_at(list, k, b)
  for _, words in ipairs(list.lexicon.sources) do
    if list.low[k] == words[1] and k + #words <= b then
      local same = true
      for i = 2, #words do same = same and list.low[k + i - 1] == words[i] end
      if same then return k + #words - 1 end
    end
  end
end

-- Is nothing said behind the cue: only times, venues, an addressee?
local function is_trailing(list, cue, b)
  local c = cue.last + 1
  if cue.sense.frames.heard then c = reach.after_heard(list, c, b) end
  c = reach.after_setting(list, c, b)
  if c > b then return true end
  if cue.inverted then return true end
  local follows = list.kind[c] == "quote" or list.lexicon.openers[list.low[c]] or list.low[c] == ":"
  cue.opens = follows or false
  local kind, low = list.kind[c], list.low[c]
  if low == ":" then return false end
  if low == "," then return not (list.kind[c + 1] == "quote") end
  return kind == "point" or low == "of" or low == "to" or low == "in" or low == "at"
    or low == "during" or low == "when" or low == "as" or low == "after" or low == "while"
end

--- "...," said Roe: the subject behind the cue; nil.
local function inverted_subject(list, cue, a, b)
  if cue.ing or cue.infinitive or cue.passive or cue.auxiliary then return nil end
  if not cue.quoting or cue.sense.frames.heard then return nil end
  local p = cue.first - 1
  if p < a then return nil end
  if list.kind[p] ~= "quote" and list.low[p] ~= "," and not DASH[list.low[p]] then return nil end
  local i = cue.last + 1
  if i > b or list.kind[i] == "object" then return nil end
  local j = phrases.right(list, i, b)
  if not j then return nil end
  local follows = list.kind[j + 1]
  if j < b and (follows == "aux" or follows == "pron" or (follows == "word" and list.lexicon.verbs[list.low[j + 1]])) then return nil end
  if j == i and list.kind[i] == "word" and list.low[i]:find("ing$") then return nil end
  if list.kind[p] ~= "quote" and list.kind[p - 1] ~= "quote" then
    -- no quotation before it: "Roe, the head, said Moscow ...", "Go, said Roe."
    if j < b and not (list.kind[j + 1] == "point" or list.kind[j + 1] == "prep") then return nil end
  end
  return { first = i, last = j, how = list.kind[i] == "pron" and "pronoun" or "inverted" }
end

-- Does the cue `inner` stand in what `outer` reports? No comma and no
-- conjunction parts them.
local function is_nested(list, outer, inner)
  local subject = inner.subject
  local stop = subject and subject.how ~= "shared" and subject.first < inner.first and subject.first or inner.first
  for k = outer.last + 1, stop - 1 do
    if list.kind[k] == "conj" or list.low[k] == "," then return false end
  end
  return true
end

--- The subject of an earlier cue, or of the unit: "..., adding that".
local function shared_subject(list, cue, a, b, cues)
  local before = cue.first - 1
  if cue.ing and before >= a and (list.kind[before] == "word" or list.kind[before] == "name") then
    local first = phrases.left(list, before, a)
    if first then return { first = first, last = before, how = "phrase" } end
  end
  for i = #cues, 1, -1 do
    local earlier = cues[i]
    if earlier.subject and not earlier.passive and not earlier.source and not earlier.noun
      and (i == 1 or not is_nested(list, cues[i - 1], earlier)) then
      return { first = earlier.subject.first, last = earlier.subject.last, how = "shared" }
    end
  end
  local first, last = phrases.subject(list, a, b)
  if not first then return nil end
  -- "After saying so, Roe left": the subject comes later
  if first > cue.last then cue.fronted = true elseif last >= cue.first then return nil end
  return { first = first, last = last, how = "shared" }
end

local function find_subject(list, cue, a, b, cues)
  local inverted = inverted_subject(list, cue, a, b)
  if inverted then
    cue.inverted = true
    return inverted
  end
  return verbs.subject(list, cue, a) or shared_subject(list, cue, a, b, cues)
end

--- "Roe's promise to", "her claim that": a noun that reports, and its owner.
local function noun_cue(list, k, a, b)
  local sense = list.lexicon.nouns[list.low[k]]
  local after = list.low[k + 1]
  if k >= b or not sense.frames[after] then return nil end
  local i = k - 1
  while i >= a and i > k - 4 and list.kind[i] == "word" do i = i - 1 end
  if i < a then return nil end
  local subject
  if list.lexicon.possessive[list.low[i]] then
    subject = { first = i, last = i, how = "pronoun" }
  elseif list.kind[i] == "possessive" and i > a then
    local first = phrases.left(list, i - 1, a)
    if not first then return nil end
    subject = { first = first, last = i - 1, how = "phrase" }
  else
    return nil
  end
  return { head = k, first = k, last = k, sense = sense, senses = { sense }, noun = true, subject = subject }
end

local BESIDE = { senses = {}, finite = true, past = true }
local BESIDE_SENSE = { class = "said", frames = { quote = true }, particles = {}, lemma = "" }
BESIDE.senses[1] = BESIDE_SENSE

--- "...," he surmised: a verb beside a quotation that no table knows. Item ->
--- cue.
local function beside_quotations(list, a, b)
  local found
  for q = a, b do
    local stretch = list.quote[q]
    if stretch and stretch.closing then
      local first = list.low[q + 1] == "," and q + 2 or q + 1
      local kind = first < b and list.kind[first]
      local last = kind and (kind == "pron" or kind == "name" or kind == "det") and phrases.right(list, first, b)
      local v = last and last + 1
      if v and v <= b and list.kind[v] == "adv" then v = v + 1 end
      if not v or list.kind[v] ~= "word" then
        -- the phrase took the verb in: "Roe surmised ."
        v = last and list.kind[last] == "word" and list.low[last]:find("ed$") and last > first and last
      end
      if v and v <= b and not list.lexicon.verbs[list.low[v]] and list.low[v]:find("[^s]e?[ds]$") then
        found = found or {}
        found[v] = { head = v, first = v, last = v, senses = BESIDE.senses, sense = BESIDE_SENSE, quoting = BESIDE_SENSE,
                     form = BESIDE, bare = true, passive = false, ing = false, infinitive = false }
      end
    end
  end
  return found
end

--- All cues of a unit, with their subjects.
local function find_cues(list, a, b)
  local cues, lex = {}, list.lexicon
  local beside = beside_quotations(list, a, b)
  local k = a
  while k <= b do
    local low = list.low[k]
    local cue
    if lex.verbs[low] then
      cue = verbs.at(list, k, a, b)
      local previous = cues[#cues]
      if cue and cue.infinitive and not cue.sense.frames.quote then cue = nil end
      if cue and cue.infinitive and previous and previous.last + 1 >= cue.first then cue = nil end
      if cue then
        cue.subject = find_subject(list, cue, a, b, cues)
        cue.trailing = is_trailing(list, cue, b)
      end
      cue = cue or lex.nouns[low] and noun_cue(list, k, a, b)
    elseif lex.nouns[low] and list.kind[k] == "word" then
      cue = noun_cue(list, k, a, b)
    elseif beside and beside[k] then
      cue = beside[k]
      cue.subject = find_subject(list, cue, a, b, cues)
      cue.trailing = true
    elseif (low == "according" or low == "in" or low == "as") then
      local last = source_at(list, k, b)
      if last then
        local stop = phrases.right(list, last + 1, b, true)
        if stop then
          cue = { head = k, first = k, last = last, source = true, trailing = true,
                  subject = { first = last + 1, last = stop, how = "source" } }
        end
      end
    end
    if cue then
      cues[#cues + 1] = cue
      k = math.max(cue.last, cue.inverted and cue.subject.last or 0)
    end
    k = k + 1
  end
  return cues
end

-- Items at which something begins that ends what an earlier cue reports.
local function starts_of(cues)
  local starts = {}
  for _, cue in ipairs(cues) do
    starts[cue.first] = cue
    local subject = cue.subject
    if subject and subject.how ~= "shared" and subject.first < cue.first and not cue.source then
      starts[subject.first] = starts[subject.first] or cue
    end
  end
  return starts
end

local OBJECT = { name = true, word = true, det = true, number = true, object = true,
                 pron = true, quote = true }

-- Which sense of the cue fits what stands at `c`; the first item of content.
local function choose(list, cue, b)
  local c0 = cue.last + 1
  for _, sense in ipairs(cue.senses) do
    local frames = sense.frames
    local c = c0
    if frames.heard then c = reach.after_heard(list, c, b) end
    c = reach.after_setting(list, c, b)
    if c <= b then
      local low, kind = list.low[c], list.kind[c]
      local pointed = low == "," or low == ":" or DASH[low]
      if pointed and c < b and (list.kind[c + 1] == "quote" or low == ":") and (frames.quote or frames.object) then
        return sense, c + 1, "quote"
      end
      if kind == "quote" and (frames.quote or frames.clause or frames.object) then return sense, c, "quote" end
      if list.lexicon.openers[low] and (frames.that or frames.clause) and not (low == "which" or low == "who" and not frames.quote) then return sense, c, "that" end
      if frames.to and (low == "to" or (low == "not" and list.low[c + 1] == "to")) then return sense, c, "to" end
      if frames.heard and c > c0 and low == "to" then return sense, c, "to" end
      if frames.any and OBJECT[kind] then return sense, c, "clause" end
      if frames.clause and OBJECT[kind] and phrases.has_verb(list, c, math.min(b, c + 25)) then return sense, c, "clause" end
      if frames.object and OBJECT[kind] then
        return sense, frames.heard and c or (kind == "pron" or kind == "object") and c or c, "object"
      end
      if frames.object and list.lexicon.openers[low] then return sense, c, "object" end
      if frames.heard and c > c0 and low == "about" then return sense, c + 1, "object" end
    end
  end
end

--- Where the words before a cue begin.
local function left_start(a, done)
  local last = done[#done]
  return last and last.stop and last.stop + 1 or a
end

local function add(done, cue, class, content, rule, stop)
  local record = { cue = { first = cue.first, last = cue.last }, class = class,
                   speaker = cue.subject, content = content, rule = rule,
                   stop = stop, negated = cue.negated, item = cue }
  done[#done + 1] = record
  return record
end

-- Cuts what an earlier attribution of the unit claimed at and behind `from`.
local function cut_earlier(list, done, from)
  for _, record in ipairs(done) do
    for i = #record.content, 1, -1 do
      local range = record.content[i]
      if range[1] >= from then
        table.remove(record.content, i)
      elseif range[2] >= from then
        range[1], range[2] = reach.trim(list, range[1], from - 1)
        if range[1] > range[2] then table.remove(record.content, i) end
      end
    end
  end
end

--- "CONTENT, Roe said": what stands before the cue, and goes on behind it.
local function take_left(list, cue, a, b, starts, done)
  local edge = cue.first
  if cue.subject and cue.subject.first < edge and cue.subject.how ~= "shared" then edge = cue.subject.first end
  local p = edge - 1
  while p >= a and list.kind[p] == "adv" do p = p - 1 end
  if p < a then return nil end
  local quoted = list.kind[p] == "quote" or (p > a and list.kind[p - 1] == "quote" and list.kind[p] == "point")
  if not quoted and list.low[p] ~= "," and not DASH[list.low[p]] then return nil end
  if not quoted and cue.subject and cue.subject.how == "relative" then return nil end
  local from, to = left_start(a, done), p
  if quoted then
    -- quotations alone, or what leads to them
    local q = list.kind[p] == "quote" and p or p - 1
    if from > q then from = q end
  end
  from, to = reach.trim(list, from, to)
  if from > to then return nil end
  return { from, to }, quoted, p
end

local function behind(list, cue, b)
  local c = cue.last + 1
  if cue.inverted then
    c = cue.subject.last + 1
    -- "said Roe, head of the fund, ..."
  elseif cue.senses and cue.sense.frames.heard then
    c = reach.after_heard(list, c, b)
  end
  return reach.after_setting(list, c, b)
end

-- A quotation that goes on behind "Roe said," or "said Roe, head of the fund,".
local function quote_behind(list, c, b, starts)
  for k = c, math.min(b, c + 30) do
    if list.kind[k] == "quote" then
      if k == c then return k end
      local before = list.low[k - 1]
      local i = list.kind[k - 1] == "conj" and k - 2 or k - 1
      before = list.low[i]
      if before == "," or before == ":" or before == ";" or DASH[before] or FINAL[before] then return k end
      return nil
    end
    if k > c and starts[k] and not starts[k].source then return nil end
  end
end

local function trailing(list, cue, a, b, starts, done)
  local left, quoted = take_left(list, cue, a, b, starts, done)
  if not left then return nil end
  local content = { left }
  local stop = math.max(cue.last, cue.subject and cue.subject.last or 0)
  local c = behind(list, cue, b)
  if quoted then
    local q = quote_behind(list, c, b, starts)
    if q then
      local last = reach.right(list, q, b, starts, false)
      content[2] = { reach.trim(list, q, last) }
    end
  elseif c < b and list.low[c] == "," and not starts[c + 1] and list.kind[c + 1] ~= "conj" then
    local last = reach.right(list, c + 1, b, starts, false)
    local from, to = reach.trim(list, c + 1, last)
    if to - from >= 2 then content[2] = { from, to } end
  end
  cut_earlier(list, done, left[1])
  return content, quoted and "quote before cue" or "clause before cue", stop
end

local function passive(list, cue, a, b)
  -- "was criticised by Roe": who speaks stands behind "by"
  for k = cue.last + 1, math.min(b, cue.last + 8) do
    if list.low[k] == "by" and k < b then
      local last = phrases.right(list, k + 1, b, true)
      if last then
        local subject = cue.subject
        cue.subject = { first = k + 1, last = last, how = "agent" }
        return subject and { { subject.first, subject.last } } or nil, "passive"
      end
    elseif list.kind[k] == "point" then
      break
    end
  end
end

local function take(list, cue, a, b, starts, done)
  if cue.source then
    local at_start = cue.first == a or (cue.first == a + 1 and list.kind[a] == "conj")
    local stop = cue.subject.last
    if at_start then
      local comma
      for k = stop + 1, math.min(b, stop + 30) do
        if list.low[k] == "," then comma = k break end
      end
      if comma then
        local from, to = reach.trim(list, comma + 1, reach.right(list, comma + 1, b, starts, false))
        if from <= to then add(done, cue, "said", { { from, to } }, "according to", stop) end
      end
      return
    end
    local from, to = reach.trim(list, left_start(a, done), cue.first - 1)
    if from > to then return end
    local content = { { from, to } }
    if list.low[stop + 1] == "," and stop + 1 < b then
      local f, t = reach.trim(list, stop + 2, reach.right(list, stop + 2, b, starts, false))
      if t - f >= 2 then content[2] = { f, t } end
    end
    cut_earlier(list, done, from)
    add(done, cue, "said", content, "according to", stop)
    return
  end
  if cue.noun then
    local from = cue.last + 1
    if list.low[from] ~= "that" and list.low[from] ~= "to" then from = from + 1 end
    local to
    from, to = reach.trim(list, from, reach.right(list, from, b, starts, true))
    if from <= to then add(done, cue, cue.sense.class, { { from, to } }, "noun", to) end
    return
  end
  if cue.passive then
    local content, rule = passive(list, cue, a, b)
    if content then add(done, cue, cue.sense.class, content, rule, cue.subject.last) end
    return
  end
  local subject = cue.subject
  local as = subject and subject.first > a and list.low[subject.first - 1] == "as" and subject.how ~= "shared"
  if as and cue.trailing then
    local c = behind(list, cue, b)
    if c < b and list.low[c] == "," then
      local from, to = reach.trim(list, c + 1, reach.right(list, c + 1, b, starts, false))
      if from <= to then add(done, cue, cue.sense.class, { { from, to } }, "as", cue.last) end
      return
    end
  end
  if cue.inverted or (cue.trailing and not cue.ing) then
    local content, rule, stop = trailing(list, cue, a, b, starts, done)
    if content then
      add(done, cue, cue.sense.class, content, rule, stop)
      return
    end
    if cue.inverted then return end
  elseif subject and subject.first < cue.first and subject.how ~= "shared" then
    -- "...," Roe told reporters, "..."
    local p = subject.first - 1
    if p >= a and (list.kind[p] == "quote" or (list.low[p] == "," and list.kind[p - 1] == "quote")) and cue.quoting then
      local content, rule, stop = trailing(list, cue, a, b, starts, done)
      if content then
        add(done, cue, cue.quoting.class, content, rule, stop)
        return
      end
    end
  end
  local sense, c, mode = choose(list, cue, b)
  if not sense then return end
  local close_clause = cue.fronted or subject and subject.how == "relative" and subject.first > a and list.low[subject.first - 1] == ","
  local last = reach.right(list, c, b, starts, close_clause or false)
  local from, to = c, last
  while to >= from and list.kind[to] == "point" and not list.low[to]:find("^[%)%]%%]") do to = to - 1 end
  if from > to then return end
  add(done, cue, sense.class, { { from, to } }, mode .. " after cue", to)
end

--- The attributions of a unit, in the order of their cues.
---@return quotes.Attribution[]
function attribute.unit(list, a, b)
  local cues = find_cues(list, a, b)
  local done = {}
  if #cues == 0 then return done end
  local starts = starts_of(cues)
  for _, cue in ipairs(cues) do take(list, cue, a, b, starts, done) end
  for i = #done, 1, -1 do
    if #done[i].content == 0 then table.remove(done, i) end
  end
  return done
end

return attribute
