--- How far the words reach that a cue reports: behind it, before it.
local phrases = require "gloss.steps.quotes.phrases"

local reach = {}

local HEARD_LONGEST = 16   -- items of an addressee: "told The Post of Ohio on Monday"
local VENUE_LONGEST = 12   -- items of "in an interview with the paper"

local FINAL = { ["."] = true, ["!"] = true, ["?"] = true, [";"] = true, ["…"] = true, ["..."] = true }
reach.FINAL = FINAL

--- Behind times: "Tuesday", "on Monday night", "last week", "earlier this month".
local function after_time(list, c, b)
  local lex = list.lexicon
  local k = c
  if list.low[k] == "on" or list.low[k] == "in" or list.low[k] == "late" or list.low[k] == "early" then k = k + 1 end
  if k > b then return c end
  if list.kind[k] == "time" then
    k = k + 1
    while k <= b and (lex.time_nouns[list.low[k]] or list.kind[k] == "time" or list.kind[k] == "number") do k = k + 1 end
    return k
  end
  local low = list.low[k]
  if (low == "last" or low == "this" or low == "earlier" or low == "late" or low == "next") and k < b then
    local i = k + 1
    if list.low[i] == "this" or list.low[i] == "last" then i = i + 1 end
    if i <= b and (lex.time_nouns[list.low[i]] or list.kind[i] == "time") then return i + 1 end
  end
  return c
end

--- Behind "in a statement", "on Twitter", "during an interview with the paper".
local function after_venue(list, c, b)
  if list.kind[c] ~= "prep" then return c end
  local found
  for k = c + 1, math.min(b, c + VENUE_LONGEST) do
    local kind = list.kind[k]
    if list.lexicon.venues[list.low[k]] then
      found = k
    elseif kind == "point" or kind == "sub" or kind == "aux" or kind == "pron" or kind == "quote" then
      break
    elseif found and kind ~= "word" then
      break
    end
  end
  if not found then return c end
  local k = found + 1
  if k <= b and (list.low[k] == "with" or list.low[k] == "to" or list.low[k] == "on" or list.low[k] == "in") and list.kind[k + 1] ~= "time" then
    local stop = k < b and phrases.right(list, k + 1, b)
    if stop then k = stop + 1 end
  end
  return k
end

--- Behind adverbs, times and venues.
function reach.after_setting(list, c, b)
  for _ = 1, 4 do
    local before = c
    while c <= b and list.kind[c] == "adv" do c = c + 1 end
    if c > b then return c end
    c = after_time(list, c, b)
    if c > b then return c end
    c = after_venue(list, c, b)
    if c == before or c > b then break end
  end
  return c
end

--- Behind the one who is addressed: "told | reporters in Oslo | that ...".
function reach.after_heard(list, c, b)
  if c > b then return c end
  local kind = list.kind[c]
  if kind == "object" then return c + 1 end
  if kind == "pron" or kind == "sub" or kind == "point" or kind == "quote" or kind == "adv" then return c end
  local stop = math.min(b, c + HEARD_LONGEST)
  for k = c, stop do
    local at = list.kind[k]
    if list.lexicon.openers[list.low[k]] or (at == "pron" and k > c) or at == "quote" then return k end
    if list.low[k] == "," or list.low[k] == ":" or FINAL[list.low[k]] then return k end
    if at == "aux" then break end
  end
  local last = phrases.right(list, c, b)
  if not last then return c end
  for k = c, last - 1 do
    if list.kind[k] == "word" and list.low[k]:find("s$") and (list.kind[k + 1] == "name") then return k + 1 end
  end
  return last + 1
end

-- Does a cue that matters begin at `n`, so that what is reported ends before?
local function cue_at(starts, n, joined, shared)
  local cue = starts[n]
  if not cue then return false end
  if cue.source then return true end
  if cue.ing then return cue.first == n end
  if joined then return cue.first == n or joined == "against" or cue.sense.frames.quote or false end
  if shared then return cue.first == n and cue.bare and not cue.form.base end
  return (cue.trailing or cue.opens) and cue.first ~= n
end

--- The last item that a cue reports, from `c` on: to the end of the unit, or
--- to where another cue takes over.
---@param starts table<integer, quotes.Cue> by the first item of subject or cue
---@param close_clause boolean ends with the next comma
function reach.right(list, c, b, starts, close_clause)
  local brackets = 0
  local k = c
  while k <= b do
    local low, kind = list.low[k], list.kind[k]
    if FINAL[low] and (k == b or low == ";") then return k - 1 end
    if low == "(" or low == "[" then
      brackets = brackets + 1
    elseif low == ")" or low == "]" then
      if brackets == 0 then return k - 1 end
      brackets = brackets - 1
    elseif k > c and brackets == 0 then
      if low == "," then
        if close_clause then return k - 1 end
        local n, joined = k + 1, false
        while n <= b and (list.kind[n] == "conj" or list.kind[n] == "adv" or list.low[n] == "while" or list.low[n] == "as"
                          or list.low[n] == "before" or list.low[n] == "though" or list.low[n] == "although") do
          if list.low[n] == "but" or list.low[n] == "while" then joined = "against" end
          joined = joined or list.kind[n] ~= "adv"
          n = n + 1
        end
        if cue_at(starts, n, joined, false) then return k - 1 end
      elseif kind == "conj" then
        local n = k + 1
        while n <= b and list.kind[n] == "adv" do n = n + 1 end
        if cue_at(starts, n, false, true) then return k - 1 end
      elseif starts[k] and starts[k].source then
        return k - 1
      elseif (kind == "prep" or low == "while" or low == "before" or low == "after" or low == "by") and starts[k + 1]
          and starts[k + 1].ing and starts[k + 1].first == k + 1 and low ~= "of" then
        return k - 1
      end
    end
    k = k + 1
  end
  return b
end

--- Without conjunctions, marks and final points at its ends.
function reach.trim(list, from, to)
  while from <= to and (list.kind[from] == "conj" or (list.kind[from] == "point" and list.low[from] ~= "("
      and list.low[from] ~= "[" and not list.low[from]:find("^[%$£€#@]"))) do from = from + 1 end
  while to >= from and list.kind[to] == "point" and not list.low[to]:find("^[%)%]%%]") do to = to - 1 end
  return from, to
end

return reach
