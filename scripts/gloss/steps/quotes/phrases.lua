--- Noun phrases without a parser: where the phrase that ends, or begins, at an
--- item begins, or ends. Function words and marks bound them.
local phrases = {}

local LONGEST = 24  -- items of a phrase

-- Kinds that a phrase is made of.
local INSIDE = { name = true, word = true, number = true, det = true,
                 possessive = true, quote = true }

--- Is it a verb form that hardly is anything else?
local function verbal(list, k)
  local form = list.kind[k] == "word" and list.lexicon.verbs[list.low[k]]
  if not form or form.noun then return false end
  return form.past or form.finite and (not form.base or #form.senses[#form.senses].particles == 0)
end

--- Is there a finite verb between two items?
function phrases.has_verb(list, from, to)
  for k = from, to do
    local kind = list.kind[k]
    if kind == "aux" or verbal(list, k) then return true end
    if kind == "word" and (list.low[k]:find("ed$") or list.lexicon.pasts[list.low[k]]) then return true end
  end
  return false
end

-- May an item before `k` be added to a phrase that begins at `k`?
local function extends_left(list, k, a)
  local i = k - 1
  local kind, low = list.kind[i], list.low[i]
  if low == "of" then return i > a and (INSIDE[list.kind[i - 1]] or false) end
  if kind == "det" then return true end
  if kind == "prep" then
    return i > a and (list.kind[i - 1] == "name" or list.kind[i - 1] == "word")
      and not verbal(list, i - 1)
  end
  if kind == "word" and verbal(list, i) then
    return list.kind[k] == "prep" and i > a and INSIDE[list.kind[i - 1]] or false
  end
  if low == "&" then return true end
  if kind == "quote" then return not list.quote[i].closing end
  if low == "and" then
    return i > a and list.kind[i - 1] == "name" and list.kind[k] == "name"
      and (i - 2 < a or list.kind[i - 2] ~= "prep")
  end
  return INSIDE[kind] or false
end

--- The first item of the noun phrase whose last item is `j`; nil. Looks no
--- further left than `a`.
function phrases.left(list, j, a)
  local kind = list.kind[j]
  if kind == "pron" then return j end
  if kind == "det" then return list.lexicon.subjects[list.low[j]] and j or nil end
  if kind == "object" and (list.low[j]:find("self$") or list.low[j]:find("selves$")) then
    local i = j > a and phrases.left(list, j - 1, a)
    return i or nil
  end
  if not INSIDE[kind] or kind == "quote" then return nil end
  if list.low[j] == "'s" or list.low[j] == "’s" then return nil end
  local i = j
  while i > a and j - i < LONGEST and extends_left(list, i, a) do i = i - 1 end
  -- a phrase does not begin with a preposition or a determiner's rest
  while i < j and (list.kind[i] == "prep" or list.kind[i] == "possessive"
                   or list.low[i] == "and" or list.low[i] == "&") do i = i + 1 end
  return i
end

--- A past form that is the verb, not part of the phrase: "Roe resigned", "the
--- man left", but "the united front".
local function ends_phrase(list, k, b)
  local low = list.low[k]
  if list.kind[k] ~= "word" or not (list.lexicon.pasts[low] or low:find("[^e]ed$")) then return false end
  if list.kind[k - 1] == "name" then return true end
  local follows = k < b and list.kind[k + 1]
  return list.kind[k - 1] == "word" and follows ~= "word" and follows ~= "name"
end

--- The last item of the noun phrase that begins at `i`, not beyond `b`; nil.
--- `wide`: with the prepositions behind it.
function phrases.right(list, i, b, wide)
  local kind = list.kind[i]
  if kind == "pron" or kind == "object" then return i end
  if not INSIDE[kind] or kind == "possessive" or kind == "quote" then return nil end
  local j = i
  while j < b and j - i < LONGEST do
    local next_kind, low = list.kind[j + 1], list.low[j + 1]
    if low == "of" or low == "&" then
      if j + 2 > b or not INSIDE[list.kind[j + 2]] then break end
      j = j + 2
    elseif next_kind == "prep" and wide then
      if j + 2 > b or not INSIDE[list.kind[j + 2]] then break end
      j = j + 2
    elseif low == "and" and list.kind[j] == "name" and j + 2 <= b and list.kind[j + 2] == "name" then
      j = j + 2
    elseif next_kind == "det" then
      if list.low[j] ~= "all" and list.low[j] ~= "both" then break end
      j = j + 1
    elseif not INSIDE[next_kind] or next_kind == "quote" or verbal(list, j + 1)
      or ends_phrase(list, j + 1, b) then
      break
    else
      j = j + 1
    end
  end
  return j
end

--- The subject of a unit: its first noun phrase that no preposition governs.
---@return integer? first
---@return integer? last
function phrases.subject(list, a, b)
  local k = a
  for _ = 1, 4 do
    while k <= b and (list.kind[k] == "conj" or list.kind[k] == "adv" or list.kind[k] == "time"
                      or list.kind[k] == "point") do k = k + 1 end
    if k > b then return nil end
    local kind = list.kind[k]
    local form = list.lexicon.verbs[list.low[k]]
    if kind == "prep" or kind == "sub" or (form and form.ing) or list.low[k]:find("ing$") then
      -- goes on behind the comma
      local comma
      for i = k, math.min(b, k + 40) do
        if list.low[i] == "," then comma = i break end
      end
      if not comma then return nil end
      k = comma + 1
    else
      local j = phrases.right(list, k, b, true)
      return j and k, j
    end
  end
end

return phrases
