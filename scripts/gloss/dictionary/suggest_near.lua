--- Spellings of names that a dictionary knows: Dmitriyev for Dmitriev.
---
--- Two names are near where one edit (a letter more, less, other, or two
--- swapped) makes one of the other, or where they sound alike by the ways in
--- which names are brought from one script or language to another.
local core = require "gloss.core"

local near = {}

local SHORTEST = 5      -- letters of a name that may have a slip
local LONGEST = 64
local LONGER = 5        -- by so many bytes one that sounds alike may be longer

local function letters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

local function folded(name)
  local plain = core.text.unaccent(core.text.fold(name) or name) or name
  if plain:find "[^%a]" then
    plain = plain:gsub("[%s%-]+", " "):gsub("['.]", ""):gsub("\u{2019}", "")
  end
  return plain
end

-- In order; what transliterations write in several ways becomes one.
local SOUNDS = { { "schtsch", "s" }, { "shch", "s" }, { "tsch", "c" },
  { "sch", "s" }, { "tch", "c" }, { "sh", "s" },
  { "ch", "c" }, { "kh", "h" }, { "gh", "g" }, { "ph", "f" }, { "th", "t" },
  { "zh", "z" }, { "dzh", "j" }, { "ts", "c" }, { "tz", "c" }, { "ck", "k" },
  { "ks", "x" }, { "q", "k" }, { "w", "v" }, { "ee", "i" }, { "oo", "u" },
  { "ou", "u" }, { "ae", "e" }, { "oe", "o" }, { "ue", "u" }, { "ij", "i" },
  { "iy", "i" }, { "yi", "i" }, { "yu", "u" }, { "ju", "u" }, { "iu", "u" },
  { "ya", "a" }, { "ja", "a" }, { "ia", "a" }, { "ye", "e" }, { "je", "e" },
  { "ie", "e" }, { "yo", "o" }, { "jo", "o" }, { "j", "i" }, { "y", "i" } }

--- How a name sounds, roughly.
---@param name string
---@return string
function near.sound(name)
  local text = folded(name)
  for _, pair in ipairs(SOUNDS) do text = text:gsub(pair[1], pair[2]) end
  return (text:gsub("(%a)%1+", "%1"))
end

-- The consonants that no way of writing changes, but for p and f; doubled ones
-- once. Names that sound alike have them in common.
local KEPT = { b = "b", p = "f", f = "f", v = "v", w = "v", m = "m", n = "n",
               l = "l", r = "r", g = "g" }
local DROPPED = setmetatable(KEPT, { __index = function() return "" end })

local function skeleton(plain)
  return (plain:gsub(".", DROPPED):gsub("(%a)%1+", "%1"))
end

-- One edit leaves the bytes before it or those behind it as they are: how many
-- bytes of a text of `len` bytes the half of it has that may be left, with the
-- two letters that may be swapped between the halves.
local function half_of(len) return len // 2 - 1 end

-- One edit apart?
local function one_edit(a, b)
  local x, y = letters(a), letters(b)
  if #x > #y then x, y = y, x end
  if #y - #x > 1 then return false end
  local i = 1
  while x[i] and x[i] == y[i] do i = i + 1 end
  local function same_from(p, q)
    while x[p] or y[q] do
      if x[p] ~= y[q] then return false end
      p, q = p + 1, q + 1
    end
    return true
  end
  if #x < #y then return same_from(i, i + 1) end
  return same_from(i + 1, i + 1)
    or x[i] == y[i + 1] and x[i + 1] == y[i] and same_from(i + 2, i + 2)
end

-- Digits are not slips: Boeing 737, Boeing 747.
local function is_fit(text)
  return #text >= SHORTEST and #text <= LONGEST and not text:find "%d"
end

local function add(index, key, item)
  index[key] = index[key] or {}
  table.insert(index[key], item)
end

-- The candidates by their length and by the halves that they may have in common
-- with a known name; and by their skeletons.
local function index_of(names)
  local fronts, backs, skeletons = {}, {}, {}
  for _, name in ipairs(names) do
    local plain = folded(name)
    local len = #plain
    if is_fit(plain) then
      local item = { name = name, plain = plain, sound = near.sound(name) }
      fronts[len], backs[len] = fronts[len] or {}, backs[len] or {}
      add(fronts[len], plain:sub(1, half_of(len)), item)
      add(backs[len], plain:sub(-half_of(len)), item)
      add(skeletons, skeleton(plain), item)
    end
  end
  return { fronts = fronts, backs = backs, skeletons = skeletons }
end

-- Calls take(item) for those that sound as `alias` does.
local function each_alike(index, alias, plain, take)
  local sound
  for _, item in ipairs(index.skeletons[skeleton(plain)] or {}) do
    if math.abs(#item.plain - #plain) <= LONGER then
      sound = sound or near.sound(alias)
      if item.sound == sound then take(item) end
    end
  end
end

local function each_of(items, plain, take)
  for _, item in ipairs(items or {}) do
    if one_edit(item.plain, plain) then take(item) end
  end
end

-- Calls take(item) for those that are one edit away. A letter has up to four
-- bytes, an ASCII one has one.
local function each_edited(index, plain, take)
  local most = plain:find "[\x80-\xff]" and 4 or 1
  for len = #plain - most, #plain + most do
    local fronts, half = index.fronts[len], half_of(len)
    if fronts then
      each_of(fronts[plain:sub(1, half)], plain, take)
      each_of(index.backs[len][plain:sub(-half)], plain, take)
    end
  end
end

--- The known name that is near each of some names.
---@param names string[]
---@param known fun(): string?, any iterates over known aliases and what they mean
---@return table<string, { alias: string, entry: any }>
function near.find(names, known)
  local index, found = index_of(names), {}
  for alias, entry in known do
    local plain = folded(alias)
    local function take(item)
      if item.plain ~= plain and not found[item.name] then
        found[item.name] = { alias = alias, entry = entry }
      end
    end
    if is_fit(plain) then
      each_alike(index, alias, plain, take)
      each_edited(index, plain, take)
    end
  end
  return found
end

return near
