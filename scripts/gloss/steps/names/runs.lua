--- Sequences of words with a capital that may be names, cut into names.
---
--- A run goes over particles (von der), initials, "of" behind the head of an
--- organisation's name, & and hyphens. It is cut at titles ("RDIF chief Kirill
--- Dmitriev" is two names), and loses what is no part of a name in front and
--- behind: words that begin a sentence, adjectives of countries, months.
local given = require "gloss.steps.names.given"
local tokens = require "gloss.steps.names.tokens"
local words = require "gloss.steps.names.words"

local runs = {}

local LONGEST = 12          -- tokens of a name
local NOT_ACRONYMS = {}
for word in ([[i a ok tv am pm id cd dvd pdf ceo cfo coo cto faq ad bc url gps
  dna rna usb html ii iii iv vi vii viii ix xi xii mr ms mp mps pr hr it]])
  :gmatch "%S+" do NOT_ACRONYMS[word] = true end

local ACCENTED_KEEP = { en = true, nl = true, und = true }

--- Is it a short form: BBC, U.N., AT&T? Not where all is in capitals.
function runs.is_acronym(t, i)
  local shape = t.shape[i]
  if t.heading[i] or shape:find "x" or NOT_ACRONYMS[t.low[i]] then
    return false
  end
  local letters = utf8.len((t.text[i]:gsub("[^%a\128-\255]", ""))) or 0
  return letters >= 2 and letters <= 6
end

local function is_month(t, i)
  local low = t.low[i]
  if words.calendar[low] then return true end
  if not words.months[low] then return false end
  local before, after = t.low[i - 1], t.kind[i + 1]
  return after == "number" or t.kind[i - 1] == "number"
    or before ~= nil and words.before_months[before] == true
end

-- Can the token be part of a name?
local function is_part(t, i)
  return t.cap[i] and not is_month(t, i)
end

-- Does a link lead on: Ministry | of | the | Interior? The place of what comes
-- after it, or nil.
local function over_link(t, i)
  if not words.links[t.low[i]] or t.cap[i] then return nil end
  local next_i = i + 1
  if t.low[next_i] == "the" or t.low[next_i] == "der" then
    next_i = next_i + 1
  end
  return is_part(t, next_i) and next_i or nil
end

local function over_particles(t, i)
  local particles = words.particles_of[t.lang] or words.particles
  for k = i, i + 2 do
    local low = t.low[k] or ""
    if t.cap[k] or not (particles[low] or k > i and words.second[low]) then
      return nil
    end
    if is_part(t, k + 1) then return k + 1 end
    if t.text[k + 1] == "-" and t.cap[k + 2] then return k + 2 end
  end
end

-- Over a hyphen without blanks: Jean-Claude, al-Assad; not US-Russia.
local function over_hyphen(t, i)
  if t.text[i] ~= "-" and t.text[i] ~= "\u{2010}" then return nil end
  if not (tokens.tight(t, i - 1) and tokens.tight(t, i)) then return nil end
  local known = words.known()
  local before, after = i - 1, i + 1
  if t.kind[after] == "number" and runs.is_acronym(t, before) == false
     and #t.text[before] <= 2 then
    return after                                    -- G-20
  end
  if words.particles[t.low[after] or ""] and t.text[i + 2] == "-"
     and t.cap[i + 3] then
    return i + 3                                    -- Deir-ez-Zor
  end
  if not t.cap[after] or known.places[t.low[before]]
     or known.places[t.low[after]] or known.demonyms[t.low[before]]
     or runs.is_acronym(t, before) or runs.is_acronym(t, after) then
    return nil
  end
  return after
end

local function has_head(t, first, last)
  for i = first, last do
    local low = t.low[i]
    if words.organisations[low] or words.place_heads.GPE[low]
       or words.place_heads.LOC[low] or low == "cathedral" or low == "duke"
       or low == "treaty" or low == "battle" then
      return true
    end
  end
  return false
end

-- "Trade and Industry" behind "Ministry of".
local function over_and(t, first, i, linked)
  if not linked or t.low[i] ~= "and" and t.text[i] ~= "," then return nil end
  local next_i = i + 1
  if not is_part(t, next_i) or is_part(t, next_i + 1)
     or t.low[i] == "and" and words.known().places[t.low[next_i]]
     or t.text[i] == "," and not (t.low[next_i + 1] == "and"
                                  and is_part(t, next_i + 2)) then
    return nil
  end
  return has_head(t, first, first + 1) and next_i or nil
end

-- ", Inc." and ", Jr." belong to the name before them.
local function over_comma(t, i)
  if t.text[i] ~= "," then return nil end
  local low = t.low[i + 1]
  return t.cap[i + 1] and (words.company[low] or words.suffixes[low])
    and i + 1 or nil
end

-- The next token of the run whose last token is i, or nil.
local function step(t, first, i, linked)
  local after = i + 1
  if after > t.n or t.sentence[after] ~= t.sentence[i] then return nil end
  if is_part(t, after) then
    if runs.is_acronym(t, i) and tokens.tight(t, i) then return nil end
    return after
  end
  if t.kind[after] == "number" and tokens.tight(t, i) then return nil end
  local over = over_hyphen(t, after) or over_comma(t, after)
  if over then return over end
  if t.text[after] == "&" and is_part(t, after + 1) then return after + 1 end
  if t.kind[after] == "word" or t.text[after] == "," then
    over = has_head(t, first, i) and over_link(t, after)
    if over then return over, true end
    return over_and(t, first, after, linked) or over_particles(t, after)
  end
end

local function run_from(t, first)
  local last, linked = first, false
  while last - first < LONGEST do
    local after, link = step(t, first, last, linked)
    if not after or t.sentence[after] ~= t.sentence[first] then break end
    last, linked = after, linked or link or false
  end
  return last
end

-- ---- Cutting ----------------------------------------------------------------

-- The last token of the title that begins at i, or nil; of those that are
-- titles in small letters, too, where `small`.
local function plain_title_at(t, i, last, small)
  local known = words.known()
  local titles = small and known.offices or known.titles
  local text, found = "", nil
  for k = i, math.min(last, i + known.longest) do
    text = text .. (k > i and not tokens.tight(t, k - 1) and " " or "")
      .. t.low[k]
    if titles[text] then found = k end
  end
  return found
end

-- The same, with "former", "deputy" and their like before it.
local function title_at(t, i, last, small)
  local stop = plain_title_at(t, i, last, small)
  if not stop and words.before_titles[t.low[i]] and i < last then
    local at = t.text[i + 1] == "-" and i + 2 or i + 1
    return title_at(t, at, last, small)
  end
  return stop
end

-- Some titles are surnames: Martin Luther King is no king.
local function is_surname(t, from, at, stop)
  return at > from and stop == at and given[t.low[from]] == true
end

local function is_common(t, i)
  if runs.is_acronym(t, i) then return false end
  return words.common[t.low[i]] or NOT_ACRONYMS[t.low[i]]
end

-- Seen in small letters, and not far more often with a capital in a sentence.
local function is_lower_too(t, i)
  local low = t.low[i]
  return 3 * (t.lower[low] or 0) > (t.inside[low] or 0)
end

-- Is a word in front no part of the name: one that begins the sentence, or an
-- article?
local function is_lead(t, i, last)
  if is_common(t, i) then return true end
  if words.weak[t.low[i]] and i == last then return true end
  if t.lang ~= "en" and t.opens[i] and words.heads_articles[t.low[i]] then
    return true
  end
  if words.leading[t.low[i]] then return false end
  if t.lang == "de" and i < last and t.nouns[t.low[i]] then return true end
  return i < last and t.opens[i] and not t.heading[i]
    and (t.lower[t.low[i]] or 0) > 0 and not t.inside[t.low[i]]
end

local function trim(t, first, last)
  while first <= last and (is_lead(t, first, last) or not t.cap[first]
                           and not words.leading[t.low[first]]) do
    first = first + 1
  end
  while last >= first and (not t.cap[last] and t.kind[last] ~= "number"
                           or is_common(t, last)) do
    last = last - 1
  end
  return first, last
end

-- Begins the name with a small particle: de Gaulle, van der Bellen, al-Sisi.
local function lead_particle(t, first)
  if not ACCENTED_KEEP[t.lang] then return first end
  local at = first
  while at > 1 and first - at < 3 do
    local hyphen = t.text[at - 1] == "-" and tokens.tight(t, at - 1) and 1 or 0
    local k = at - 1 - hyphen
    if k < 1 or t.cap[k] or t.sentence[k] ~= t.sentence[first]
       or not words.leading[t.low[k]]
       or hyphen == 1 and not tokens.tight(t, k) then
      break
    end
    at = k
  end
  return at
end

-- An adjective of a country in front of a person: "Russian | Igor Belov".
local function is_adjective(t, first, last)
  return words.known().demonyms[t.low[first]] and first < last
    and not words.organisations[t.low[last]]
    and not words.company[t.low[last]]
    and not words.known().organisations[runs.text(t, first, last):lower()]
end

-- "The Hague" is one, "the Fund" is not.
local function with_article(t, first, last)
  if t.low[first - 1] == "the" and t.sentence[first - 1] == t.sentence[first]
     and words.known().places["the " .. runs.text(t, first, last):lower()]
     and t.cap[first - 1]
     and not words.known().places[runs.text(t, first, last):lower()] then
    return first - 1
  end
  return first
end

local function add(t, list, first, last, title)
  first, last = trim(t, first, last)
  if first > last then return end
  first = with_article(t, first, last)
  if is_adjective(t, first, last) and (title or given[t.low[first + 1]]) then
    return add(t, list, first + 1, last, title)
  end
  if words.known().demonyms[runs.text(t, first, last):lower()] then return end
  list[#list + 1] = { first = first, last = last, title = title }
end

-- Cuts a run at its titles: what stands before one is a name of its own.
local function cut(t, list, first, last)
  local at, from, title = first, first, nil
  if not words.organisations[t.low[last]] then
    while at <= last do
      local stop = t.cap[at] and title_at(t, at, last)
      if stop and not is_surname(t, from, at, stop) then
        if at > from then add(t, list, from, at - 1, title) end
        title = runs.text(t, at, stop)
        at, from = stop + 1, stop + 1
        while at <= last and not t.cap[at] do at, from = at + 1, at + 1 end
      else at = at + 1 end
    end
  end
  if from <= last then add(t, list, from, last, title) end
end

-- The title in small letters before a name: "president Ann Bell".
local function title_before(t, first)
  for k = math.max(1, first - 3), first - 1 do
    if not t.cap[k] and t.sentence[k] == t.sentence[first]
       and title_at(t, k, first - 1, true) == first - 1 then
      return runs.text(t, k, first - 1)
    end
  end
end

--- The text of tokens, blanks as one.
---@return string
function runs.text(t, first, last)
  local parts = {}
  for i = first, last do
    parts[#parts + 1] = t.text[i]
    if i < last and not tokens.tight(t, i) then parts[#parts + 1] = " " end
  end
  return table.concat(parts)
end

-- What one token must show to be a name by itself.
local function is_single_name(t, run)
  local i = run.first
  local low = t.low[i]
  if runs.is_acronym(t, i) then return true end
  if #t.text[i] < 2 then return false end
  if t.nouns[low] then return words.known().places[low] == true end
  if NOT_ACRONYMS[low] or not t.shape[i]:find "x" and not t.heading[i] then
    return false
  end
  if is_lower_too(t, i) or (t.lower[low] or 0) > 0 and t.opens[i] then
    return false
  end
  if run.title or t.surnames[low] or words.known().places[low] then
    return true
  end
  if (t.inside[low] or 0) > 0 then return t.lang ~= "de" end
  return words.speech[t.low[i + 1] or ""] ~= nil
    or t.low[i + 1] == "'s" or t.low[i + 1] == "\u{2019}s"
end

-- German writes nouns with a capital: two of them are no name yet.
local function is_german_noun(t, run)
  for i = run.first, run.last do
    if t.nouns[t.low[i]] then return true end
    for _, ending in ipairs(words.noun_endings.de) do
      if t.low[i]:sub(-#ending) == ending and #t.low[i] > #ending + 2 then
        return true
      end
    end
  end
  return false
end

-- Is a name of several words one by what the document shows?
local function is_full_name(t, run)
  if t.lang == "de" and not run.title and is_german_noun(t, run) then
    return false
  end
  for i = run.first, run.last do
    if t.cap[i] and not is_lower_too(t, i) then return true end
  end
  return has_head(t, run.first, run.last)
end

--- Those that are names by what the document shows. The last word of a full
--- name is one by itself, too.
---@param t names.Tokens
---@param found table[] of runs.find; those in headings are left out
---@return table[]
function runs.accepted(t, found)
  local list = {}
  t.surnames = {}
  for _, run in ipairs(found) do
    if not t.heading[run.first] and run.last > run.first
       and is_full_name(t, run) then
      list[#list + 1] = run
      t.surnames[t.low[run.last]] = true
    end
  end
  for _, run in ipairs(found) do
    if not t.heading[run.first] and run.last == run.first
       and is_single_name(t, run) then
      list[#list + 1] = run
    end
  end
  return list
end

--- All that may be names, in text order.
---@param t names.Tokens
---@return { first: integer, last: integer, title: string? }[]
function runs.find(t)
  local list, i = {}, 1
  while i <= t.n do
    if is_part(t, i) and t.sentence[i] > 0 then
      local last = run_from(t, i)
      local before = #list
      cut(t, list, i, last)
      local own = list[before + 1]
      if own and own.first == i then
        own.first = lead_particle(t, i)
        own.title = own.title or title_before(t, own.first)
      end
      i = last + 1
    else i = i + 1 end
  end
  return list
end

return runs
