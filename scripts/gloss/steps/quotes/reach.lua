--- How far the words reach that a cue reports, and what stands between them
--- and the cue: an addressee, a time, a place.
local phrases = require "gloss.steps.quotes.phrases"
local BITS = require "gloss.steps.quotes.words".BITS

local reach = {}

local HEARD = 16   -- items of an addressee: "told The Post of Ohio on Monday"
local APPOSITION = 10 -- items of ", his deputy,"
local VENUE = 12   -- items of "in an interview with the paper"

-- Marks that end what is reported.
reach.FINAL = { ["."] = true, ["!"] = true, ["?"] = true, [";"] = true,
                ["…"] = true, ["..."] = true }
local FINAL = reach.FINAL

---- Times and places ----------------------------------------------------------

local TIME_BEFORE = { on = true, ["in"] = true, late = true, early = true }
local TIME_WORD = { last = true, this = true, earlier = true, late = true,
                    next = true }

--- Behind a time at `c`: "Tuesday", "on Monday night", "earlier this month".
local function after_time(list, c, b)
  local lex, k = list.lexicon, c
  if TIME_BEFORE[list.low[k]] then k = k + 1 end
  if k > b then return c end
  if list.kind[k] == "time" then
    repeat k = k + 1
    until k > b or not (lex.time_nouns[list.low[k]] or list.kind[k] == "time"
                        or list.kind[k] == "number")
    return k
  end
  if not TIME_WORD[list.low[k]] or k == b then return c end
  local i = k + 1
  if TIME_WORD[list.low[i]] then i = i + 1 end
  if i > b then return c end
  local time = lex.time_nouns[list.low[i]] or list.kind[i] == "time"
  return time and i + 1 or c
end

-- No part of "in an interview with the paper".
local VENUE_ENDS = { point = true, sub = true, aux = true, pron = true,
                     quote = true }
local PLACE = { ["in"] = true, at = true, on = true, from = true, near = true }
local VENUE_GOES_ON = { with = true, to = true, on = true, ["in"] = true }

--- Behind a venue at `c`: "in a statement", "on Twitter".
local function after_venue(list, c, b)
  if list.kind[c] ~= "prep" then return c end
  local found
  for k = c + 1, math.min(b, c + VENUE) do
    local kind = list.kind[k]
    if list.lexicon.venues[list.low[k]] then
      found = k
    elseif VENUE_ENDS[kind] or found and kind ~= "word" then
      break
    end
  end
  if not found then                                    -- said in Oslo that
    local place = c < b and PLACE[list.low[c]]
    local stop = place and phrases.right(list, c + 1, b)
    local opener = stop and list.lexicon.openers[list.low[stop + 1]]
    return opener and stop + 1 or c
  end
  local k = found + 1
  while k < b and list.kind[k] == "name" do k = k + 1 end      -- Radio Norby
  if k < b and VENUE_GOES_ON[list.low[k]] and list.kind[k + 1] ~= "time" then
    local stop = phrases.right(list, k + 1, b)
    if stop then k = stop + 1 end
  end
  return k
end

-- What times and venues begin with.
local SETTING = { adv = true, time = true, prep = true }

--- The first item behind adverbs, times and venues.
function reach.after_setting(list, c, b)
  local before = list.low[c]
  if not (SETTING[list.kind[c]] or TIME_WORD[before] or TIME_BEFORE[before]) then
    return c
  end
  repeat
    before = c
    while c <= b and list.kind[c] == "adv" do c = c + 1 end
    if c <= b then c = after_time(list, c, b) end
    if c <= b then c = after_venue(list, c, b) end
  until c == before or c > b
  return c
end

---- The addressee -------------------------------------------------------------

-- With these no addressee begins.
local NOT_HEARD = { pron = true, sub = true, point = true, quote = true,
                    adv = true }

--- Behind the comma at `k`, and the apposition that it opens: told Low, his
--- deputy, | that; where none ends so, the comma.
local function behind_apposition(list, k, b)
  for i = k + 1, math.min(b - 1, k + APPOSITION) do
    if list.low[i] == "," then
      return list.lexicon.openers[list.low[i + 1]] and i + 1 or k
    end
  end
  return k
end

--- Does an infinitive stand at `k`, behind "to": told Roe to | leave, but told
--- the envoy to | Norland, aides to | senators?
local function begins_infinitive(list, k)
  if list.quote[k] then return true end
  local low = list.low[k]
  return list.kind[k] == "word" and not low:find "[^s]s$"
    or low == "be" or low == "have"
end

--- The first item behind who is addressed: told | reporters in Oslo | that.
function reach.after_heard(list, c, b)
  local kind = c <= b and list.kind[c]
  if not kind or NOT_HEARD[kind] then return c end
  if kind == "object" then return c + 1 end
  for k = c, math.min(b, c + HEARD) do
    local low = list.low[k]
    kind = list.kind[k]
    if low == "," and list.kind[k + 1] ~= "quote" then
      return behind_apposition(list, k, b)
    end
    if low == "to" and k > c and begins_infinitive(list, k + 1) then return k end
    if list.lexicon.openers[low] or kind == "pron" or kind == "quote"
      or low == "," or low == ":" or FINAL[low] then
      return k
    end
    if kind == "aux" then break end
  end
  local last = phrases.right(list, c, b)
  if not last then return c end
  for k = c, last - 1 do              -- told reporters | Oslo was ready
    if list.kind[k] == "word" and list.low[k]:find("s$")
      and list.kind[k + 1] == "name" then
      return k + 1
    end
  end
  return last + 1
end

---- The end -------------------------------------------------------------------

-- What joins a second report to the first, behind a comma.
local JOINS = { ["while"] = true, as = true, before = true, though = true,
                although = true, but = true }
local AGAINST = { ["while"] = true, but = true }
-- What may stand before a participle: "before adding", "by saying".
local BEFORE_ING = { ["while"] = true, before = true, after = true, by = true }

local COMMENT = 5   -- items of ", a bold claim that"

--- Does what stands behind a comma sum up what was said: ", a claim that
--- nobody believed"?
local function sums_up(list, n, b)
  if list.kind[n] ~= "det" then return false end
  for k = n + 1, math.min(b - 1, n + COMMENT) do
    local kind = list.kind[k]
    if kind ~= "word" and kind ~= "adv" then return false end
    if list.lexicon.nouns[list.low[k]] then
      return list.lexicon.relatives[list.low[k + 1]] or false
    end
  end
  return false
end

--- Does a report end at the comma before item `n`? Behind it stands another
--- cue, with or without a conjunction.
local function ends_at_comma(list, n, b, starts)
  local joined, against = false, false
  while n <= b do
    local low, kind = list.low[n], list.kind[n]
    if not (kind == "conj" or kind == "adv" or JOINS[low]) then break end
    joined = joined or kind ~= "adv"
    against = against or AGAINST[low] or false
    n = n + 1
  end
  local cue = starts[n]
  if not cue then                 -- said it was safe, but the bridge fell
    return list.low[n - 1] == "but" and phrases.has_verb(list, n, b)
  end
  if cue.source or cue.inverted then return true end
  if cue.ing or not joined then
    if cue.ing then return cue.first == n end
    return (cue.trailing or cue.opens) and cue.first ~= n
  end
  return cue.first == n or against or cue.sense.frames.quote or false
end

--- Does it end at the conjunction before item `n`: "and said"?
local function ends_at_conjunction(list, n, b, starts)
  while n <= b and list.kind[n] == "adv" do n = n + 1 end
  local cue = starts[n]
  if not cue then return false end
  if cue.source then return true end
  return cue.first == n and (cue.ing or cue.bare and not cue.form.base) or false
end

-- Only at these, and before another cue, can a report end.
local BREAKS = BITS.POINT | BITS.CONJUNCTION | BITS.QUOTE

local function ends_before(list, k, b, starts, close_clause)
  local low = list.low[k]
  if low == "," then
    return close_clause or sums_up(list, k + 1, b)
      or ends_at_comma(list, k + 1, b, starts)
  end
  if list.kind[k] == "conj" then
    return ends_at_conjunction(list, k + 1, b, starts)
  end
  if starts[k] and starts[k].source then return true end
  local following = starts[k + 1]
  return following and following.ing and following.first == k + 1
    and low ~= "of" and (list.kind[k] == "prep" or BEFORE_ING[low]) or false
end

--- The last item of what is reported from `c` on: the unit's last, or the one
--- before another cue takes over.
---@param starts table<integer, quotes.Cue> see cues.starts
---@param close_clause boolean does it end with the next comma?
function reach.right(list, c, b, starts, close_clause)
  local brackets, bits, breaks = 0, list.bits, BREAKS
  local here = starts[c]
  for k = c, b do
    local before = starts[k + 1]
    if bits[k] & breaks ~= 0 or here or before then
      local low = list.low[k]
      if FINAL[low] and (k == b or low == ";") then return k - 1 end
      if low == "(" or low == "[" then
        brackets = brackets + 1
      elseif low == ")" or low == "]" then
        if brackets == 0 then return k - 1 end
        brackets = brackets - 1
      elseif close_clause and list.quote[k] and list.quote[k].final == "," then
        return k
      elseif k > c and brackets == 0
        and ends_before(list, k, b, starts, close_clause) then
        return k - 1
      end
    end
    here = before
  end
  return b
end

--- Without conjunctions and marks at the beginning, and marks at the end.
function reach.trim(list, from, to)
  while from <= to and (list.kind[from] == "conj" or list.kind[from] == "point"
                        and not list.low[from]:find("^[%(%[%$#@]")) do
    from = from + 1
  end
  while to >= from and list.kind[to] == "point"
    and not list.low[to]:find("^[%)%]%%]") do
    to = to - 1
  end
  return from, to
end

return reach
