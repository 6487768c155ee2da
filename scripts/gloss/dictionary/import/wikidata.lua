--- Wikidata dumps: an item a line, with or without the commas and brackets of
--- the whole dump. Lines are read one at a time; memory does not grow.
---
--- name, aliases: label and also-known-as of --lang (en). type: by instance-of,
--- from the table below, else its id (Q...). was: nothing. roles: position held
--- (P39) with its dates; from, to: inception and dissolution of organisations.
local gloss = require "gloss"

local wikidata = { help = "Wikidata JSON dumps (lines)" }

local COLUMNS = { "description", "instance", "country" }

local TYPES = {
  Q5 = "PERSON", Q6256 = "GPE", Q3624078 = "GPE", Q515 = "GPE",
  Q1549591 = "GPE", Q5119 = "GPE", Q486972 = "GPE", Q3957 = "GPE",
  Q532 = "GPE", Q35657 = "GPE", Q10864048 = "GPE", Q3191695 = "GPE",
  Q43229 = "ORG", Q4830453 = "ORG", Q783794 = "ORG", Q6881511 = "ORG",
  Q891723 = "ORG", Q7278 = "ORG", Q3918 = "ORG", Q484652 = "ORG",
  Q245065 = "ORG", Q327333 = "ORG", Q192350 = "ORG", Q163740 = "ORG",
  Q11032 = "MEDIA", Q192283 = "MEDIA", Q1616075 = "MEDIA",
  Q8502 = "LOC", Q4022 = "LOC", Q23397 = "LOC", Q23442 = "LOC",
  Q165 = "LOC", Q5107 = "LOC", Q4164871 = "TITLE",
}

local RANKS = { preferred = 1, normal = 2 }

-- The values of a property, the preferred ones first, deprecated ones not.
local function claims(item, property)
  local list = {}
  for rank = 1, 2 do
    for _, claim in ipairs(type(item.claims) == "table"
                           and item.claims[property] or {}) do
      if RANKS[claim.rank or "normal"] == rank then list[#list + 1] = claim end
    end
  end
  return list
end

local function value_of(snak)
  local value = type(snak) == "table" and type(snak.datavalue) == "table"
    and snak.datavalue.value
  if type(value) ~= "table" then return value or nil end
  return value.id or value.time or value.text
end

-- +1952-10-07T00:00:00Z: zeros where month or day is not known.
local function day(time)
  local year, month, date = tostring(time or ""):match
    "^%+0*(%d%d%d%d)%-(%d%d)%-(%d%d)"
  if not year or year == "0000" then return nil end
  if month == "00" then return year end
  if date == "00" then return year .. "-" .. month end
  return ("%s-%s-%s"):format(year, month, date)
end

local function first_value(item, property)
  local claim = claims(item, property)[1]
  return claim and value_of(claim.mainsnak)
end

local function label(item, part, lang)
  local texts = type(item[part]) == "table" and item[part][lang]
  return type(texts) == "table" and texts.value or nil
end

local function instance(item)
  local first
  for _, claim in ipairs(claims(item, "P31")) do
    local id = value_of(claim.mainsnak)
    if TYPES[id] then return id, TYPES[id] end
    first = first or id
  end
  return first, first
end

local function aliases_of(item, lang, name)
  local list, seen = {}, { [name] = true }
  for _, alias in ipairs(type(item.aliases) == "table"
                         and item.aliases[lang] or {}) do
    if type(alias.value) == "string" and not seen[alias.value] then
      seen[alias.value] = true
      list[#list + 1] = alias.value
    end
  end
  return list
end

local function qualifier(claim, property)
  local list = type(claim.qualifiers) == "table" and claim.qualifiers[property]
  return type(list) == "table" and value_of(list[1]) or nil
end

local function add_roles(out, item)
  for _, claim in ipairs(claims(item, "P39")) do
    local role = value_of(claim.mainsnak)
    if role then
      out:role { id = item.id, role = role, of = qualifier(claim, "P642"),
                 from = day(qualifier(claim, "P580")),
                 to = day(qualifier(claim, "P582")), source = "wikidata" }
    end
  end
end

local function add(out, item, lang, line)
  local name = label(item, "labels", lang)
  if not name then return out:left(line, "no label in " .. lang, item.id) end
  local id, kind = instance(item)
  out:stream { id = item.id, type = kind, name = name,
    aliases = aliases_of(item, lang, name), instance = id,
    description = label(item, "descriptions", lang),
    country = first_value(item, "P17"),
    from = day(first_value(item, "P571")), to = day(first_value(item, "P576")) }
  add_roles(out, item)
end

function wikidata.read(input, out, options)
  out:columns(COLUMNS)
  for line, number in input:stream() do
    local text = line:gsub(",%s*$", "")
    if text:find "^%s*{" then
      local item, err = gloss.json.decode(text)
      if type(item) ~= "table" or type(item.id) ~= "string" then
        out:left(number, err and err.message or "no item", text:sub(1, 80))
      elseif item.id:find "^Q" then
        add(out, item, options.lang or "en", number)
      end
    elseif text:find "%S" and not text:find "^%s*[%[%]]%s*$" then
      out:left(number, "no item", text:sub(1, 80))
    end
  end
end

return wikidata
