--- Over what a run of words with capitals goes on: particles (von der), "of"
--- behind the head of an organisation's name, &, hyphens, ", Inc."; and what in
--- small letters before it belongs to it or is its title.
local core = require "gloss.core"
local cut = require "gloss.steps.names.cut"
local words = require "gloss.steps.names.words"

local join = {}

local LONGEST = 12          -- tokens of a name

---@class names.Run
---@field m gloss.Reading
---@field c gloss.Classes
---@field stop integer the last token of its sentence

local function has(r, i, mask) return (r.m[i] or 0) & mask ~= 0 end

local function low_of(r, i) return core.text.lower(r.m:text(i)) end

local function is_acronym(r, i)
  local text = r.m:text(i)
  local letters = utf8.len((text:gsub("[^%a\128-\255]", ""))) or 0
  return not has(r, i, r.c.SMALL) and letters >= 2 and letters <= 6
    and not words.not_acronyms[core.text.lower(text)]
    and not has(r, i, r.c.HEADING)
end

-- Is it a month here? Some are names of people, or common words.
local function is_month(r, i)
  local bits, c = r.m[i], r.c
  if bits & c.CALENDAR ~= 0 then return true end
  return bits & c.MONTH ~= 0 and (has(r, i + 1, c.NUMBER)
    or has(r, i - 1, c.NUMBER | c.BEFORE_MONTH))
end

--- Can the token be part of a name?
---@param r names.Run
---@return boolean
function join.is_part(r, i)
  if i > r.stop then return false end
  local bits = r.m[i]
  return bits & r.c.PART ~= 0 or bits & r.c.CAP ~= 0 and not is_month(r, i)
end
local is_part = join.is_part

local function is_small(r, i, mask)
  local bits = i <= r.stop and r.m[i] or 0
  return bits & mask ~= 0 and bits & r.c.CAP == 0
end

-- Does a link lead on: Ministry | of | the | Interior? The place of what comes
-- after it, or nil.
local function over_link(r, i)
  if not is_small(r, i, r.c.LINK) then return nil end
  local after = i + 1
  if after <= r.stop and has(r, after, r.c.ARTICLE) then after = after + 1 end
  return is_part(r, after) and after or nil
end

local function over_particles(r, i)
  local c = r.c
  for k = i, i + 2 do
    if not is_small(r, k, k > i and c.PARTICLE | c.SECOND or c.PARTICLE) then
      return nil
    end
    if is_part(r, k + 1) then return k + 1 end
    if k + 2 <= r.stop and has(r, k + 1, c.HYPHEN) and has(r, k + 2, c.CAP) then
      return k + 2
    end
  end
end

-- Over a hyphen without blanks: Jean-Claude, al-Assad; not US-Russia.
local function over_hyphen(r, i)
  local m, c = r.m, r.c
  local before, after = i - 1, i + 1
  if not has(r, i, c.HYPHEN) or after > r.stop
     or not (m:tight(before) and m:tight(i)) then
    return nil
  end
  if has(r, after, c.NUMBER) and not is_acronym(r, before)
     and #m:text(before) <= 2 then
    return after                                    -- G-20
  end
  if is_small(r, after, c.ANY_PARTICLE) and is_part(r, i + 3)
     and has(r, i + 2, c.HYPHEN) then
    return i + 3                                    -- Deir-ez-Zor
  end
  local known = words.known()
  if not has(r, after, c.CAP) or known.places[low_of(r, before)]
     or known.places[low_of(r, after)] or known.demonyms[low_of(r, before)]
     or is_acronym(r, before) or is_acronym(r, after) then
    return nil
  end
  return after
end

local function has_head(r, first, last)
  for i = first, last do
    if has(r, i, r.c.HEAD) then return true end
  end
  return false
end

-- "Trade and Industry" behind "Ministry of".
local function over_and(r, first, i)
  local c, after = r.c, i + 1
  local is_and = has(r, i, c.AND)
  if not is_and and not has(r, i, c.COMMA) or not is_part(r, after)
     or is_part(r, after + 1)
     or is_and and words.known().places[low_of(r, after)]
     or not is_and and not (has(r, after + 1, c.AND)
                            and is_part(r, after + 2)) then
    return nil
  end
  return has_head(r, first, first + 1) and after or nil
end

-- ", Inc." and ", Jr." belong to the name before them.
local function over_comma(r, i)
  return i < r.stop and has(r, i, r.c.COMMA) and has(r, i + 1, r.c.ENDING)
    and has(r, i + 1, r.c.CAP) and i + 1 or nil
end

-- The next token of the run whose last token is i, or nil; and whether a link
-- led there.
local function step(r, first, i, linked)
  local c, after = r.c, i + 1
  if after > r.stop then return nil end
  if is_part(r, after) then
    if r.m:tight(i) and is_acronym(r, i) then return nil end
    return after
  end
  if has(r, after, c.NUMBER) and r.m:tight(i) then return nil end
  local over = over_hyphen(r, after) or over_comma(r, after)
  if over then return over end
  if has(r, after, c.AMPERSAND) and is_part(r, after + 1) then
    return after + 1
  end
  over = has_head(r, first, i) and over_link(r, after)
  if over then return over, true end
  return linked and over_and(r, first, after) or over_particles(r, after)
end

--- The last token of the run that goes from `first` at least to `last`.
---@param r names.Run
---@return integer
function join.run(r, first, last)
  local linked = false
  while last - first < LONGEST do
    local after, link = step(r, first, last, linked)
    if not after then break end
    last, linked = after, linked or link or false
  end
  return last
end

-- ---- Before a name ----------------------------------------------------------

local ACCENTED_KEEP = { en = true, nl = true, und = true }

--- Begins the name with a small particle: de Gaulle, van der Bellen, al-Sisi?
--- `from`: the first token of the sentence.
---@param r names.Run
---@return integer first
function join.particle(r, first, from, lang)
  if not ACCENTED_KEEP[lang] then return first end
  local m, c, at = r.m, r.c, first
  while at > from and first - at < 3 do
    local hyphen = has(r, at - 1, c.HYPHEN) and m:tight(at - 1) and 1 or 0
    local k = at - 1 - hyphen
    if k < from or not is_small(r, k, c.LEADING)
       or hyphen == 1 and not m:tight(k) then
      break
    end
    at = k
  end
  return at
end

--- Words for `cut`, of the tokens from first to last.
---@param r names.Run
---@return names.Words
function join.words(r, first, last)
  local m, c = r.m, r.c
  local w = { n = last - first + 1, text = {}, low = {}, cap = {}, tight = {},
              number = {} }
  for k = 1, w.n do
    local i = first + k - 1
    local bits = m[i]
    w.text[k] = m:text(i)
    w.low[k] = core.text.lower(w.text[k])
    w.cap[k] = bits & c.CAP ~= 0
    w.number[k] = bits & c.NUMBER ~= 0
    w.tight[k] = m:tight(i)
  end
  return w
end

--- The title in small letters before a name: "president Ann Bell".
---@param r names.Run
---@return string?
function join.title_before(r, first, from)
  from = math.max(from, first - 3)
  if from >= first then return nil end
  local w = join.words(r, from, first - 1)
  for k = 1, w.n do
    if not w.cap[k] and cut.title_at(w, k, w.n, true) == w.n then
      return cut.text(w, k, w.n)
    end
  end
end

return join
