--- What a document says of a name: "Kirill Dmitriev, head of RDIF, ...".
local core = require "gloss.core"
local words = require "gloss.steps.names.words"

local evidence = {}

local LONGEST = 90     -- bytes of an apposition

-- Heads that are offices only here: head of, member of.
local HEADS = { head = true, chief = true, leader = true, member = true,
                boss = true }

-- What a phrase begins with that is none: ", and Senator Moor, ..."
local NOT_FIRST = { ["and"] = true, ["as"] = true, is = true, was = true,
  were = true, are = true, but = true, who = true, which = true, ["or"] = true,
  ["while"] = true, when = true, where = true, that = true, with = true,
  ["if"] = true, has = true, had = true, will = true, said = true }

-- Where the words of a phrase begin and end, the first eight.
local function bounds_of(phrase)
  local list = {}
  for from, to in phrase:gmatch "()[%w\128-\255'-]+()" do
    list[#list + 1] = { from, to - 1 }
    if #list == 8 then break end
  end
  return list
end

-- Is there an office among the first words, with nothing behind it that would
-- be a name ("Senator Moor")?
local function has_office(phrase)
  local offices, low = words.known().offices, core.text.lower(phrase)
  local bounds = bounds_of(phrase)
  for i = 1, math.min(5, #bounds) do
    for k = math.min(i + 3, #bounds), i, -1 do
      local text = low:sub(bounds[i][1], bounds[k][2])
      if (offices[text] or HEADS[text])
         and not phrase:find("^%s+[%u\195-\197]", bounds[k][2] + 1) then
        return true
      end
    end
  end
  return false
end

--- The office that an apposition behind a name gives it, or nil.
---@param text string of the document
---@param last integer where the name ends
---@return string? office "head of RDIF"
function evidence.apposition(text, last)
  local phrase = text:sub(last + 1, last + LONGEST)
    :match "^,%s+([^,.;:()\"\u{201C}\u{201D}]+)[,.;(]"
  if not phrase or phrase:find "\n%s*\n" then return nil end
  phrase = phrase:gsub("%s+", " "):gsub("^[Tt]he ", ""):gsub("^an? ", "")
    :gsub(" $", "")
  if NOT_FIRST[phrase:match "^%S+" or ""] then return nil end
  return has_office(phrase) and phrase or nil
end

--- A sentence as an example: on one line, cut around the name where long.
---@param sentence gloss.Span
---@param span gloss.Span
---@return string
function evidence.example(sentence, span)
  local text = sentence.text
  if #text > 240 then
    local from = math.max(1, span.first - sentence.first + 1 - 100)
    local to = math.min(#text, span.last - sentence.first + 1 + 120)
    while from > 1 and not text:find("^%s", from) do from = from - 1 end
    while to < #text and not text:find("^%s", to) do to = to + 1 end
    text = (from > 1 and "\u{2026}" or "") .. text:sub(from, to)
      .. (to < #text and "\u{2026}" or "")
  end
  return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

return evidence
