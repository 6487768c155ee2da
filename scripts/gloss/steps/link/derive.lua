--- Names that a document uses for what it has named in full: a surname, an
--- acronym, a company without its legal form, a place without its region.
local kinds = require "gloss.dictionary.kinds"
local words_before = require "gloss.steps.link.words"

local derive = {}

local TITLES = words_before.titles()

-- What stands behind a surname and is no part of it.
local SUFFIXES = { ["Jr."] = true, ["Jr"] = true, ["Sr."] = true, Sr = true,
                   II = true, III = true, IV = true }
-- Small words that belong to the surname behind them.
local PARTICLES = {}
for word in ([[de del della der den di da do dos du la le van von zu zur af av
  bin ibn al el ben ter ten san santa saint]]):gmatch "%S+" do
  PARTICLES[word] = true
end

local FORMS = {}
for word in ([[Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited Company Co Co.
  PLC plc Plc AG GmbH SE NV N.V. SA S.A. SpA S.p.A. OAO PAO ZAO OOO AB ASA Oyj
  LLC LLP LP L.P. Group Holding Holdings]]):gmatch "%S+" do
  FORMS[word] = true
end

-- Words of a name that its acronym may pass over.
local SMALL = {}
for word in ([[of the for and in on at to de la le du des der die das und y e et a an
  & -]]):gmatch "%S+" do SMALL[word] = true end

local function words_of(name)
  local list = {}
  for word in name:gmatch "%S+" do list[#list + 1] = word end
  return list
end

local function is_capital(word)
  return word:find "^%u" or word:find "^[\xC3-\xDF]"
end

local function surname(words)
  local last = #words
  while last > 1 and SUFFIXES[words[last]] do
    last = last - 1
    words[last] = words[last]:gsub(",$", "")
  end
  if last < 2 or not is_capital(words[last]) then return nil end
  local first = last
  while first > 2 and PARTICLES[words[first - 1]:lower()] do
    first = first - 1
  end
  return table.concat(words, " ", first, last), words[last], first < last
end

-- What a person named after a place or with a byname is called for short:
-- Theodorus of Tabennese, Peter the Great.
local function before_byname(words)
  for i = 2, #words - 1 do
    local small = words[i]
    if small == "of" or small == "the" then
      return i == 2 and is_capital(words[1]) and not TITLES[words[1]]
        and words[1] or nil, true
    end
  end
end

-- Words at the end of a name that say what kind of thing it is, so that the
-- rest is enough once it has been named: Harvard University, O'Reilly Media.
local KINDS = {}
for word in ([[University College School Institute Hospital Museum Magazine Media
  Records Studios Pictures Airlines Airways Motors Bank Newspaper Foundation
  Festival Theatre Theater Stadium Award Awards Prize Party]]):gmatch "%S+" do
  KINDS[word] = true
end

local function without_kind(words)
  if #words < 2 or not KINDS[words[#words]] then return nil end
  local rest = table.concat(words, " ", 1, #words - 1)
  return #rest > 3 and is_capital(words[1]) and not SMALL[words[#words - 1]]
    and rest or nil
end

local function without_form(words)
  local last = #words
  while last > 1 and FORMS[(words[last]:gsub(",$", ""))] do last = last - 1 end
  if last == #words then return nil end
  return (table.concat(words, " ", 1, last):gsub("[,&]%s*$", ""))
end

-- A number at the end of a name: Internet Explorer 6, World War II.
local function number_of(words)
  local last = words[#words]
  return #words > 2 and (last:match "^%d%d?$" or last:match "^[IVX][IVX]+$")
end

-- The acronyms of a name: of its capitalised words, with and without points; a
-- number stays behind them, IE6 and IE 6, WWII.
local function acronyms(words)
  local letters, number = {}, number_of(words)
  for i, word in ipairs(words) do
    if number and i == #words then break end
    for part in word:gmatch "[^%-]+" do
      if is_capital(part) and not SMALL[part] then
        letters[#letters + 1] = part:match(utf8.charpattern)
      elseif not SMALL[part] then
        return {}
      end
    end
  end
  if #letters < 2 or #letters > 8 then return {} end
  local plain = table.concat(letters)
  if number then return { plain .. number, plain .. " " .. number } end
  if #letters > 3 then return { plain } end
  return { plain, table.concat(letters, ".") .. "." }
end

local function add(list, alias, via, name, case)
  if alias and #alias > 1 and alias ~= name then
    list[#list + 1] = { alias = alias, via = via, case = case or "smart" }
  end
end

-- Senator, Senators.
local function is_title(word)
  return TITLES[word] or TITLES[(word:gsub("s$", ""))]
end

-- García Márquez, of Gabriel García Márquez.
local function two_surnames(words)
  local first, last = words[#words - 1], words[#words]
  if #words < 3 or not (is_capital(first) and is_capital(last))
     or first:find "%.$" or is_title(first) then return nil end
  return first .. " " .. last
end

-- Shah Abbas II: not the only Abbas, and no surname.
local function is_monarch(words)
  return is_title(words[1]) and words[#words]:find "^[IVX]+$"
end

local function add_person(list, words, name)
  if is_monarch(words) then return end
  local short, named = before_byname(words)
  if named then return add(list, short, "short", name) end
  local full, bare, long = surname(words)
  add(list, full, "surname", name)
  if long then add(list, bare, "surname", name) end
  add(list, two_surnames(words), "surname", name)
  if full and #words[1] > 3 and not is_title(words[1]) then
    add(list, words[1], "given", name)
  end
end

-- Two letters stand for too much, unless each word has one.
local function add_acronyms(list, words, name)
  for _, acronym in ipairs(acronyms(words)) do
    local plain = acronym:gsub("%.", "")
    if #plain > 2 or #words == 2 then
      add(list, acronym, "acronym", name, "exact")
    end
  end
end

-- The Chathams for the Chatham Islands, the Rockies for the Rocky Mountains.
local function many(form)
  local stem = form:match "^(%u%l%l%l+) Islands$"
    or form:match "^(%u%l%l%l+) Mountains$"
  if not stem or stem:find "s$" then return nil end
  return stem:find "[^aeiou]y$" and stem:sub(1, -2) .. "ies" or stem .. "s"
end

-- The Security Council, once it is the one of the United Nations.
local function without_union(form)
  return form:match "^United %u%l+ (%u.+)$" or form:match "^U[SN] (%u.+)$"
    or form:match "^U%.[SN]%. (%u.+)$"
end

--- The derived names of an entity that a document names as `form`.
---@param kind string the entity's type
---@param name string what the dictionary calls it
---@param form string the alias that was found
---@return { alias: string, via: string, case: string }[]
function derive.names(kind, name, form)
  local list, words = {}, words_of(form)
  if kinds.person(kind) then
    add_person(list, words, name)
    return list
  end
  if #words > 1 then
    add(list, without_form(words), "short", name)
    add(list, without_kind(words), "short", name)
    add(list, without_union(form), "short", name)
    if kinds.place(kind) then add(list, many(form), "short", name) end
    add_acronyms(list, words, name)
  end
  if words[1] == "The" and #words > 1 then
    add(list, form:sub(5), "article", name)
  end
  return list
end

return derive
