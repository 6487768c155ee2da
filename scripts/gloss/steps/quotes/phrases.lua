--- Noun phrases without a parser: where the phrase that ends, or begins, at an
--- item begins, or ends. Function words and marks bound it.
local phrases = {}

local LONGEST = 24   -- items of a phrase
local FRONTED = 40   -- items before the comma behind which a subject comes

-- Kinds that a phrase is made of, and those it can begin and end with.
local INSIDE = { name = true, word = true, number = true, det = true,
                 possessive = true, quote = true }
local EDGE = { name = true, word = true, number = true, det = true }

---- Verbs ---------------------------------------------------------------------

--- Is it a reporting verb's form that hardly is anything else?
local function is_verb(list, k)
  local form = list.kind[k] == "word" and list.lexicon.verbs[list.low[k]]
  if not form or form.noun then return false end
  if form.past then return true end
  local alone = #form.senses[#form.senses].particles == 0
  return form.finite and (not form.base or alone)
end

--- Is there a finite verb between two items?
function phrases.has_verb(list, from, to)
  for k = from, to do
    local kind = list.kind[k]
    if kind == "aux" or is_verb(list, k) then return true end
    if kind == "word" then
      local low = list.low[k]
      if low:find("ed$") or list.lexicon.pasts[low] then return true end
    end
  end
  return false
end

--- Is the past form at `k` the verb, not part of a phrase: "Roe resigned", "the
--- man left", but "the united front"?
local function ends_phrase(list, k, b)
  local low = list.low[k]
  if list.kind[k] ~= "word" then return false end
  if not (list.lexicon.pasts[low] or low:find("[^e]ed$")) then return false end
  if list.kind[k - 1] == "name" then return true end
  local follows = k < b and list.kind[k + 1]
  return list.kind[k - 1] == "word" and follows ~= "word" and follows ~= "name"
end

---- To the left ---------------------------------------------------------------

-- What may stand before a determiner: all the men, half his money.
local PREDETERMINERS = { all = true, both = true, half = true, such = true,
                         many = true, of = true }

--- May the item before `k` be added to a phrase that begins at `k`?
local function extends_left(list, k, a)
  local i, kinds = k - 1, list.kind
  local kind, low = kinds[i], list.low[i]
  if (kind == "word" or kind == "name") and kinds[k] == "det"
    and not PREDETERMINERS[low] then
    return false                                 -- Roe lets | the mayor
  end
  if kind == "name" then return true end
  local before = i > a and kinds[i - 1] or nil
  if low == "of" then return INSIDE[before] or false end
  if kind == "det" or low == "&" then return true end
  if kind == "prep" then                               -- aides to Mr. Roe
    if before == "det" and (list.kind[k] == "number"
                            or list.low[i - 1] == "one") then
      return true                                    -- four in 10
    end
    if before == "pron" then                         -- someone in the hall
      return not list.lexicon.personal[list.low[i - 1]]
    end
    if before == "word" and is_verb(list, i - 1) then    -- people briefed on it
      local form = list.lexicon.verbs[list.low[i - 1]]
      return form.alone[1] and not form.quoting and kinds[i - 2] == "word"
    end
    return before == "name" or before == "word"
  end
  if kind == "word" and is_verb(list, i) then          -- people accused of it
    return list.kind[k] == "prep" and INSIDE[before] or false
  end
  if kind == "quote" then                     -- “Daily Show” host, not “Go” Roe
    if list.quote[i].closing then return false end
    return list.kind[k] == "word" or INSIDE[before] or false
  end
  if low == "and" then
    return before == "name" and list.kind[k] == "name"
      and (i - 2 < a or list.kind[i - 2] ~= "prep")
  end
  if kind == "pron" then return list.kind[k] == "prep" end
  return INSIDE[kind] or false
end

-- A phrase does not begin with these.
local NO_BEGIN = { prep = true, possessive = true, conj = true }

--- The first item of the noun phrase whose last item is `j`, not before `a`;
--- nil.
---@param list quotes.Items
---@return integer?
function phrases.left(list, j, a)
  local kind, low = list.kind[j], list.low[j]
  if kind == "pron" then return j end
  if kind == "det" then return list.lexicon.subjects[low] and j or nil end
  if kind == "object" and low:find("sel[fv]e?s?$") then      -- Roe himself
    return j > a and phrases.left(list, j - 1, a) or nil
  end
  if kind == "object" and j - 2 >= a and list.low[j - 1] == "of" then
    return INSIDE[list.kind[j - 2]] and j - 2 or nil        -- one of them
  end
  if not EDGE[kind] then return nil end
  local i = j
  while i > a and j - i < LONGEST and extends_left(list, i, a) do i = i - 1 end
  while i < j and NO_BEGIN[list.kind[i]] do i = i + 1 end
  return i
end

---- To the right --------------------------------------------------------------

--- How many items may be added to a phrase that ends at `j`: 0, 1 or 2.
local function extends_right(list, j, b, wide)
  local kind, low = list.kind[j + 1], list.low[j + 1]
  if kind == "name" then return 1 end
  if low == "of" or low == "&" or kind == "prep" and wide then
    return j + 2 <= b and INSIDE[list.kind[j + 2]] and 2 or 0
  end
  if low == "and" then
    local names = list.kind[j] == "name" and j + 2 <= b
      and list.kind[j + 2] == "name"
    return names and 2 or 0
  end
  if kind == "det" then
    return (list.low[j] == "all" or list.low[j] == "both") and 1 or 0
  end
  if not INSIDE[kind] or kind == "quote" or is_verb(list, j + 1)
    or ends_phrase(list, j + 1, b) then
    return 0
  end
  return 1
end

--- The last item of the noun phrase that begins at `i`, not beyond `b`; nil.
---@param list quotes.Items
---@param wide? boolean with the prepositions behind it
---@return integer?
function phrases.right(list, i, b, wide)
  local kind = list.kind[i]
  if kind == "pron" or kind == "object" then return i end
  if not EDGE[kind] then return nil end
  local j = i
  while j < b and j - i < LONGEST do
    local more = extends_right(list, j, b, wide)
    if more == 0 then break end
    j = j + more
  end
  return j
end

--- The name behind the phrase that ends at `j`: "her son, | Paul Roe|, said";
--- nil.
---@return { first: integer, last: integer }?
function phrases.apposed_name(list, j, b)
  local first = j + 2
  if list.kind[j] ~= "word" or list.low[j + 1] ~= "," or first > b
    or list.kind[first] ~= "name" then
    return
  end
  local last = first
  while last < b and list.kind[last + 1] == "name" do last = last + 1 end
  if last > first and (last == b or list.kind[last + 1] == "point") then
    return { first = first, last = last }
  end
end

---- Subjects ------------------------------------------------------------------

local DASH = { ["—"] = true, ["–"] = true, ["-"] = true }

-- Before a subject.
local LEADS = { conj = true, adv = true, time = true, point = true }

-- Behind a participle: "Asked | about it".
local BEHIND_PARTICIPLE = { prep = true, sub = true }

--- Does a phrase begin at `k` that ends with a comma: "In Oslo,", "Leaving,",
--- "Asked about it,"?
local function is_fronted(list, k)
  local kind, low = list.kind[k], list.low[k]
  if kind == "prep" or kind == "sub" or low:find("ing$") then return true end
  local form = list.begins[k] and list.lexicon.verbs[low]
  return form and form.past and BEHIND_PARTICIPLE[list.kind[k + 1]] or false
end

--- The subject of a unit: its first noun phrase that no preposition governs.
---@return integer? first
---@return integer? last
function phrases.subject(list, a, b)
  local k = a
  while k <= b do
    if LEADS[list.kind[k]] then
      k = k + 1
    elseif list.kind[k] == "number" and DASH[list.low[k + 1]] then
      k = k + 2                                          -- 18:40 - Roe: "..."
    elseif is_fronted(list, k) then
      local comma = k
      while comma <= b and comma < k + FRONTED and list.low[comma] ~= "," do
        comma = comma + 1
      end
      if comma > b or list.low[comma] ~= "," then return nil end
      k = comma + 1
    else
      local last = phrases.right(list, k, b, true)
      return last and k, last
    end
  end
end

return phrases
