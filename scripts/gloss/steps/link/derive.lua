--- Names that a document uses for what it has named in full: a surname, an
--- acronym, a company without its legal form, a place without its region.
local derive = {}

local PERSON = { PERSON = true, PER = true, P = true }

-- What stands behind a surname and is no part of it.
local SUFFIXES = { ["Jr."] = true, ["Jr"] = true, ["Sr."] = true, Sr = true,
                   II = true, III = true, IV = true }
-- Small words that belong to the surname behind them.
local PARTICLES = {}
for word in ([[de del della der den di da do dos du la le van von zu zur af av
  bin ibn al el ben ter ten]]):gmatch "%S+" do PARTICLES[word] = true end

local FORMS = {}
for word in ([[Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited Company Co Co.
  PLC plc Plc AG GmbH SE NV N.V. SA S.A. SpA S.p.A. OAO PAO ZAO OOO AB ASA Oyj
  LLC LLP LP L.P. Group Holding Holdings]]):gmatch "%S+" do
  FORMS[word] = true
end

-- Words of a name that its acronym may pass over.
local SMALL = {}
for word in ("of the for and in on at to de la le du des der die das und y e et a an & -")
  :gmatch "%S+" do SMALL[word] = true end

local function words_of(name)
  local list = {}
  for word in name:gmatch "%S+" do list[#list + 1] = word end
  return list
end

local function is_capital(word) return word:find "^%u" or word:find "^[\xC3-\xDF]" end

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

local function without_form(words)
  local last = #words
  while last > 1 and FORMS[(words[last]:gsub(",$", ""))] do last = last - 1 end
  if last == #words then return nil end
  return (table.concat(words, " ", 1, last):gsub("[,&]%s*$", ""))
end

-- The acronyms of a name: of its capitalised words, with and without points.
local function acronyms(words)
  local letters = {}
  for _, word in ipairs(words) do
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
  if #letters > 3 then return { plain } end
  return { plain, table.concat(letters, ".") .. "." }
end

local function add(list, alias, via, entity, case)
  if alias and #alias > 1 and alias ~= entity.name then
    list[#list + 1] = { alias = alias, via = via, case = case or "smart" }
  end
end

--- The derived names of an entity that a document names as `form`.
---@param entity gloss.Entry
---@param form string the alias that was found
---@return { alias: string, via: string, case: string }[]
function derive.names(entity, form)
  local list, words = {}, words_of(form)
  local before = form:match "^([^,]+),%s"
  if PERSON[entity.type] then
    local full, bare, long = surname(words)
    add(list, full, "surname", entity)
    if long then add(list, bare, "surname", entity) end
    return list
  end
  if #words > 1 then
    add(list, without_form(words), "short", entity)
    for _, acronym in ipairs(acronyms(words)) do
      add(list, acronym, "acronym", entity, "exact")
    end
  end
  if before and not without_form(words) then
    add(list, before, "place", entity)
  end
  if words[1] == "The" and #words > 2 then
    add(list, form:sub(5), "article", entity)
  end
  return list
end

return derive
