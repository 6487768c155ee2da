--- Who a speaker phrase names: from the entity layer, from fuller names in the
--- text, and for a pronoun the last person named who fits.
local people = {}

local BACK = 8        -- units that a pronoun reaches back
local NAME_WORDS = 6  -- words of a name

---@class quotes.Mention
---@field first integer item
---@field last integer item
---@field words string[]
---@field gender? string m, f
---@field person boolean
---@field unit integer

local function is_name(list, k)
  return list.kind[k] == "name"
end

--- The mention that the name items first..last make, titles taken off.
local function mention_of(list, first, last, unit)
  local lex, gender, person = list.lexicon, nil, false
  for k = last - 1, first, -1 do       -- "Finance Minister Ann Low"
    local low = list.low[k]
    if lex.titles[low] or lex.roles[low] then
      gender, person, first = lex.titles[low], true, k + 1
      break
    end
  end
  local low = list.low[first]
  if first == last and lex.roles[low] then return nil end
  if last > first and not gender then
    gender = lex.men[low] and "m" or lex.women[low] and "f" or nil
    person = person or gender ~= nil
  end
  return { first = first, last = last, gender = gender, person = person, unit = unit }
end

local function name_text(list, text, mention)
  return text:sub(list.first[mention.first], list.last[mention.last])
end

--- All names of a document, and the fullest form of each surname.
---@return { list: quotes.Mention[], full: table<string, quotes.Mention> }
function people.read(list)
  local mentions, full = {}, {}
  for u, unit in ipairs(list.units) do
    local k = unit[1]
    while k <= unit[2] do
      if is_name(list, k) then
        local first = k
        while k < unit[2] and is_name(list, k + 1) and k - first < NAME_WORDS do k = k + 1 end
        local mention = mention_of(list, first, k, u)
        if mention then
          mentions[#mentions + 1] = mention
          local surname = list.text[mention.last]
          local known = full[surname]
          if not known or (mention.last - mention.first > known.last - known.first and not known.fixed) then
            if mention.last > mention.first then mention.fixed = mention.person end
            full[surname] = mention
          end
          if known and known.gender == nil then known.gender = mention.gender end
          if known and mention.person then known.person = true end
        end
      end
      k = k + 1
    end
  end
  return { list = mentions, full = full }
end

local function fits(known, list, mention, gender)
  local fuller = known.full[list.text[mention.last]] or mention
  local own = mention.gender or fuller.gender
  if own then return own == gender end
  if fuller.person or mention.person then return true end
  -- a single capitalised word of unknown kind: only where nothing better stands
  return nil
end

--- The mention that a pronoun at item `k` stands for; nil.
---@param gender string m or f
function people.resolve(known, list, k, unit, gender)
  local mentions = known.list
  local low, high = 1, #mentions
  while low <= high do
    local middle = (low + high) // 2
    if mentions[middle].first < k then low = middle + 1 else high = middle - 1 end
  end
  local i = high
  local fallback
  for u = unit, math.max(1, unit - BACK), -1 do
    local found
    while i >= 1 and mentions[i].unit == u do
      local fit = fits(known, list, mentions[i], gender)
      if fit then found = mentions[i] end
      if fit == nil and not fallback then fallback = mentions[i] end
      i = i - 1
    end
    if found then return found, true end
  end
  return fallback, false
end

--- The items of the name that a speaker phrase is about: the one at the end of
--- its head, "the fund's chief Ann Roe" before "of Oslo"; nil for "Roe's aides".
---@return integer? first
---@return integer? last
function people.head(list, first, last)
  local stop = last
  for k = first, last do
    local kind = list.kind[k]
    if k > first and (kind == "prep" or kind == "point" or kind == "sub" or kind == "conj") then
      stop = k - 1
      break
    end
  end
  if list.kind[stop] == "object" and stop > first then stop = stop - 1 end     -- "Roe himself"
  if not is_name(list, stop) then return nil end
  local from = stop
  while from > first and is_name(list, from - 1) do from = from - 1 end
  return from, stop
end

--- The name that head items first..last make: its fullest form in the text.
---@return string?
function people.name_in(known, list, text, first, last)
  local mention = mention_of(list, first, last, 0)
  if not mention then return nil end
  local surname = list.text[mention.last]
  if #surname > 2 and not surname:find("%l") then surname = surname:sub(1, 1) .. surname:sub(2):lower() end    -- ROE:
  local fuller = known.full[surname]
  if mention.first == mention.last and fuller and fuller.last > fuller.first then
    return name_text(list, text, fuller)
  end
  return name_text(list, text, mention)
end

people.name_text = name_text

return people
