--- Quotation marks that are no speech: titles, nicknames, words kept at arm's
--- length.
local kinds = {}

local SHORT = 4    -- words of a scare quote, at most
local TITLE = 9    -- words of a title
local NICKNAME = 2 -- words of a nickname
local LONG = 200   -- bytes: with more, it is no title
local NOUN = 4     -- items between "a call for" and the marks

-- The marks . ! ? with which a sentence ends.
local FINAL = { [0x2E] = true, [0x21] = true, [0x3F] = true }
-- White space.
local BLANK = {}
for byte = 9, 13 do BLANK[byte] = true end
BLANK[32] = true

-- Small letters in a title.
local SMALL = {}
for word in ([[a an the of and in on for to with at from by & or as is your
  my]]):gmatch("%S+") do
  SMALL[word] = true
end

-- First bytes of words in titles: capitals, digits, @ # &.
local CAPITAL = {}
for byte = 0, 255 do
  CAPITAL[byte] = byte >= 0xC3 and byte <= 0xDF
    or string.char(byte):find("[%u%d@#&]") ~= nil
end

--- How many words, and is it written like a title? Counts no further than one
--- can tell that it is none, nor short.
local function shape_of(content)
  local count, titled, capitals = 0, true, 0
  local first, last = content:find("%S+")
  while first and (count <= SHORT or titled and count <= TITLE) do
    count = count + 1
    if CAPITAL[content:byte(first)] then
      capitals = capitals + 1
    elseif titled then
      titled = SMALL[content:sub(first, last):lower()] or false
    end
    first, last = content:find("%S+", last + 1)
  end
  return count, titled and capitals > 0
    and content:find("^[%u%d@#]") ~= nil
end

--- Has it more words than a title?
local function is_long(content)
  local _, words = content:gsub("%S+", "", TITLE + 1)
  return words > TITLE
end

---@class quotes.Place a quotation and what stands around it
---@field list quotes.Items
---@field k integer
---@field stretch quotes.Stretch
---@field content string
---@field count integer words, as far as they were counted
---@field titled boolean
---@field before string the word before, lower case; "" for none
---@field after string
---@field final boolean does it end with . ! or ?
---@field spoken_of? boolean the word is “...”; see is_announced

--- What stands between the marks, without blanks at the ends.
local function content_of(text, stretch)
  local from, to = stretch.from, stretch.to
  while to >= from and BLANK[text:byte(to)] do to = to - 1 end
  while from <= to and BLANK[text:byte(from)] do from = from + 1 end
  local byte = text:byte(from)
  if byte == 0xC2 and text:byte(from + 1) == 0xA0 then from = from + 2 end
  if byte == 0xE2 and text:find("^\x80\xAF", from + 1) then from = from + 3 end
  return text:sub(from, to)
end

local function place_of(list, k, text)
  local stretch = list.quote[k]
  local content = content_of(text, stretch)
  local count, titled = shape_of(content)
  return { list = list, k = k, stretch = stretch, content = content,
           count = count, titled = titled, before = list.low[k - 1] or "",
           after = list.low[k + 1] or "",
           final = FINAL[content:byte(-1)] or false }
end

local KNOWN = 6    -- items between "known" and "as"

--- Nicknamed “the Dentist”, known to friends as “Captain”
local function is_called(place)
  local list, k = place.list, place.k
  local short = place.titled and place.count <= NICKNAME
  if place.final and not short then return false end
  if list.lexicon.nicknaming[place.before] then
    return not is_long(place.content)
  end
  if place.before ~= list.lexicon.known[2] or is_long(place.content) then
    return false
  end
  for i = k - 2, math.max(1, k - KNOWN), -1 do
    if list.kind[i] == "point" or list.kind[i] == "quote" then break end
    if list.low[i] == list.lexicon.known[1] then return true end
  end
  return false
end

--- Juan “Chico” Roe
local function is_nickname(place)
  local list, k = place.list, place.k
  local before = list.kind[k - 1]
  if list.low[k - 1] == "." then before = list.kind[k - 2] end     -- Juan C.
  return place.titled and place.count <= NICKNAME and not place.final
    and not place.content:find(",$")
    and before == "name" and list.kind[k + 1] == "name"
    and list.last[k - 1] + 2 >= place.stretch.first
end

-- What the name of a channel is made of.
local NAMED = { name = true, number = true, det = true }

--- On Radio Nord's “Roundup”.
local function is_broadcast(list, k)
  local i = k - 2
  while NAMED[list.kind[i]] do i = i - 1 end
  return i < k - 2 and list.lexicon.shows_before[list.low[i]] or false
end

--- His commentary, “Let us go,” is good.
local function is_apposed_work(place)
  local list, k = place.list, place.k
  return place.before == "," and list.lexicon.works[list.low[k - 2]]
    and list.kind[k + 1] == "aux" and place.content:find(",$") ~= nil
end

--- Why it is the title of a work, or the name of a thing; nil.
local function title_rule(place, governed)
  if is_apposed_work(place) then return "in apposition" end
  if not place.titled or place.count > TITLE then return end
  local list, k = place.list, place.k
  local works = list.lexicon.works
  -- rule: beside *
  if works[place.before] then return "beside " .. place.before end
  if place.before == "of" and works[list.low[k - 2]] then     -- an episode of
    return "beside " .. list.low[k - 2]
  end
  local joined = place.stretch.last + 1 == list.first[k + 1]
  if works[place.after] and not place.final and not joined then
    return "beside " .. place.after
  end
  local kind = list.kind[k - 1]
  if kind == "possessive" and (place.count > 1 or is_broadcast(list, k)) then
    return "possessive"
  end
  if place.count < 2 then return end
  if kind == "det" or kind == "number" then
    return not place.content:find("[!%?]$") and "named thing" or nil
  end
  if not governed and list.lexicon.shows_before[place.before] then
    return "on a programme"
  end
end

-- What joins a quotation to one before it: “so” and “so”, “so” by “somebody”.
local LINKS = { conj = true, prep = true }

--- Is it listed with one that is speech, before it or behind?
local function is_linked(place, at)
  local list, k = place.list, place.k
  local before = list.quote[at - 1]
  if before and not before.not_speech
    and (LINKS[list.kind[at]] or at == k - 1 and place.before == ",") then
    return true
  end
  local behind = list.kind[k + 1] == "conj" and list.quote[k + 2]
  return behind and behind.closing or false
end

--- Do words before it say that somebody says it: the phrase “...”, wants to
--- “...”, seen as a “...”, “this” and “...”?
local function is_announced(place)
  local list, k = place.list, place.k
  if place.before == "to" then return true end
  local at = list.kind[k - 1] == "det" and k - 2 or k - 1  -- “this” and a “that”
  if list.low[at] == list.lexicon.known[2] or is_linked(place, at) then
    return true
  end
  local equals = false              -- the word is “dialogue”: it is spoken of
  for i = k - 1, math.max(1, k - NOUN), -1 do
    if list.kind[i] == "point" or list.kind[i] == "quote" then break end
    local noun = list.lexicon.nouns[list.low[i]]
    if noun then
      place.spoken_of = equals and not noun.frames.that
      return not place.spoken_of
    end
    equals = equals or list.lexicon.be[list.low[i]] or false
  end
  return false
end

-- What stands before a word kept at arm's length.
local SCARE_BEFORE = { det = true, possessive = true, word = true, prep = true,
                       conj = true }

local function is_scare(place)
  if place.before == "so-called" or place.spoken_of then return true end
  local list, k = place.list, place.k
  return place.count <= SHORT and not place.final
    and (SCARE_BEFORE[list.kind[k - 1]] or list.kind[k + 1] == "word") or false
end

--- The kind of a quotation that is no speech, and why; nil where it may be
--- speech.
---@param list quotes.Items
---@param k integer its item
---@param text string
---@param governed boolean does a cue report it?
---@return string? kind title, nickname, scare
---@return string? rule
function kinds.not_speech(list, k, text, governed)
  local stretch = list.quote[k]
  if stretch.family == "turn" then return end
  if governed and stretch.to - stretch.from > LONG and list.low[k - 1] ~= ","
  then
    return                                -- too long for a title or a nickname
  end
  local place = place_of(list, k, text)
  if place.count == 0 then return "scare", "empty" end
  if is_nickname(place) then return "nickname", "between names" end
  if is_called(place) then return "nickname", "known as" end
  local rule = title_rule(place, governed)
  if rule then return "title", rule end
  if not governed and not is_announced(place) and is_scare(place) then
    if place.titled and place.count >= 3 and list.kind[k + 1] == "word" then
      return "title", "in a phrase"
    end
    return "scare", "short, in a phrase"
  end
end

return kinds
