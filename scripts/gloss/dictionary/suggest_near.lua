--- Spellings of names that a dictionary knows: Dmitriyev for Dmitriev.
---
--- Two names are near where one edit (a letter more, less, other, or two
--- swapped) makes one of the other, or where they sound alike by the ways in
--- which names are brought from one script or language to another.
local core = require "gloss.core"

local near = {}

local SHORTEST = 5      -- letters of a name that may have a slip
local LONGEST = 64

local function letters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

local function folded(name)
  local plain = core.text.unaccent(core.text.fold(name) or name) or name
  return (plain:gsub("[%s%-]+", " "):gsub("['\u{2019}.]", ""))
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

-- The name without each of its letters, and itself.
local function without_one(text)
  local list, forms = letters(text), { text }
  for i = 1, #list do
    local kept = table.move(list, 1, i - 1, 1, {})
    table.move(list, i + 1, #list, i, kept)
    forms[#forms + 1] = table.concat(kept)
  end
  return forms
end

-- One edit apart? Both have a form in common; that alone may be two edits.
local function one_edit(a, b)
  local x, y = letters(a), letters(b)
  if #x > #y then x, y = y, x end
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

-- The candidates by all forms under which a known name may meet them.
local function index_of(names)
  local by_form, by_sound = {}, {}
  for _, name in ipairs(names) do
    local plain = folded(name)
    if is_fit(plain) then
      local item = { name = name, plain = plain }
      for _, form in ipairs(without_one(plain)) do add(by_form, form, item) end
      add(by_sound, near.sound(name), item)
    end
  end
  return by_form, by_sound
end

--- The known name that is near each of some names.
---@param names string[]
---@param known fun(): string?, any iterates over known aliases and what they mean
---@return table<string, { alias: string, entry: any }>
function near.find(names, known)
  local by_form, by_sound = index_of(names)
  local found = {}
  local function take(item, alias, plain, entry)
    if item.plain ~= plain and not found[item.name] then
      found[item.name] = { alias = alias, entry = entry }
    end
  end
  for alias, entry in known do
    local plain = folded(alias)
    if is_fit(plain) then
      for _, item in ipairs(by_sound[near.sound(alias)] or {}) do
        take(item, alias, plain, entry)
      end
      for _, form in ipairs(without_one(plain)) do
        for _, item in ipairs(by_form[form] or {}) do
          if one_edit(item.plain, plain) then take(item, alias, plain, entry) end
        end
      end
    end
  end
  return found
end

return near
