--- spaCy EntityRuler patterns, as JSON lines: {"label", "pattern", "id"}.
---
--- A text is an alias, exact as it is there. Token patterns become aliases
--- where they only name words: TEXT or ORTH exact, LOWER in any case, IN lists
--- and OP "?" by all their texts. Other token attributes are left out.
local gloss = require "gloss"
local expand = require "gloss.dictionary.import.expand"

local entityruler = { help = "spaCy EntityRuler patterns (JSON lines)" }

local ATTRIBUTES = { TEXT = "exact", ORTH = "exact", LOWER = "fold" }

-- The texts of one token, and its case; nil, why.
local function read_token(token)
  local texts, case
  for key, value in pairs(token) do
    local name = tostring(key):upper()
    if ATTRIBUTES[name] then
      if type(value) == "table" then value = value.IN end
      texts = type(value) == "string" and { value } or value
      case = ATTRIBUTES[name]
    elseif name ~= "OP" or value ~= "?" and value ~= "1" then
      return nil, ("the token attribute %s"):format(name)
    end
  end
  if type(texts) ~= "table" then return nil, "a token without words" end
  if token.OP == "?" then
    texts = table.move(texts, 1, #texts, 1, {})
    texts[#texts + 1] = ""
  end
  return texts, case
end

-- Words with blanks between; none around hyphens, apostrophes, before commas.
local function join(words)
  local text = ""
  for _, word in ipairs(words) do
    local tight = text == "" or word == "" or word:find "^[-'/.,]"
      or word:find "^\u{2019}" or text:find "[-'/]$"
    text = text .. (tight and "" or " ") .. word
  end
  return text
end

local function read_tokens(tokens)
  local lists, case = {}, "exact"
  for i, token in ipairs(tokens) do
    if type(token) ~= "table" then return nil, "a token that is no object" end
    local texts, how = read_token(token)
    if not texts then return nil, how end
    lists[i] = texts
    if how == "fold" then case = "fold" end
  end
  local texts = #lists > 0 and expand.product(lists, join)
  if not texts then return nil, "more than 64 texts, or none" end
  return texts, case
end

local function add(out, record, line)
  local texts, case = { record.pattern }, "exact"
  if type(record.pattern) == "table" then
    texts, case = read_tokens(record.pattern)
  end
  if not texts or type(texts[1]) ~= "string" or texts[1] == "" then
    return out:left(line, case or "no pattern", gloss.json.encode(record))
  end
  local id = record.id ~= gloss.json.null and record.id or nil
  local key = record.label .. "\0" .. tostring(id or texts[1])
  local entity = out:entity(key, function()
    return { id = id and tostring(id), type = record.label, name = texts[1] }
  end)
  for _, text in ipairs(texts) do
    if text ~= "" then
      out:alias { id = entity.id, alias = text, case = case }
    end
  end
end

function entityruler.read(input, out)
  for line, number in input:lines() do
    if line:find "%S" then
      local record, err = gloss.json.decode(line)
      if type(record) ~= "table" or type(record.label) ~= "string" then
        out:left(number, err and err.message or 'no field "label"', line)
      else
        add(out, record, number)
      end
    end
  end
end

return entityruler
