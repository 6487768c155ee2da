--- Why `clean` masked a line, or did not: for `--explain`. Nothing here runs
--- otherwise.
local resource = require "gloss.resource"

local explained = {}

local MOST = 3 -- signs that are told of a line

-- The word lists.
local LISTS = { "gloss/steps/clean/furniture.lua", "gloss/steps/clean/abroad.lua" }

--- Has a line of a word list the phrase, as a row of its own or in a list?
local function has(line, phrase)
  local list = "|" .. line:gsub("^%s+", ""):gsub("%]%],?$", "") .. "|"
  return line:find('"' .. phrase .. '"', 1, true) or list:find("|" .. phrase .. "|", 1, true)
end

--- Where a phrase stands in the word lists.
local function place_of(phrase)
  for _, name in ipairs(LISTS) do
    local number = 0
    for line in (resource.read(name) or ""):gmatch("([^\n]*)\n") do
      number = number + 1
      if has(line, phrase) then return ("scripts/%s:%d"):format(name, number) end
    end
  end
  return nil
end

local function heavier(a, b)
  local x, y = math.abs(a.weight), math.abs(b.weight)
  if x ~= y then return x > y end
  return a.sign < b.sign
end

--- The signs of each line that weigh most in the text, as words.
local function strongest(cleaner, doc)
  local signs = {}
  for _, row in ipairs(assert(cleaner:signs(doc))) do
    local part, i, sign, weight = row[1], row[2], row[3], row[4]
    if part == "text" and weight ~= 0 then
      signs[i] = signs[i] or {}
      table.insert(signs[i], { sign = sign, weight = weight })
    end
  end
  return function(i)
    local list, out = signs[i] or {}, {}
    table.sort(list, heavier)
    for k = 1, math.min(MOST, #list) do out[k] = ("%s %+.2f"):format(list[k].sign, list[k].weight) end
    return table.concat(out, ", ")
  end
end

--- What the words of a masked line are, and where they are listed.
local function tell_words(log, line, phrase)
  local place = phrase and place_of(phrase)
  if place then log:at("noise", line.first, line.last, place) end
  log:kept("noise", line.first, line.last, phrase and ("says \"%s\""):format(phrase)
    or "has the form of a " .. line.reason)
end

--- Tells the log of a document all that was decided.
---@param log gloss.ExplainLog
---@param cleaner gloss.Cleaner which has read it
---@param doc gloss.Document
function explained.tell(log, cleaner, doc)
  local lines = cleaner:decisions(doc)
  local signs = lines[1] and lines[1].score and strongest(cleaner, doc)
  for i, line in ipairs(lines) do
    if line.rule == "words" then
      tell_words(log, line, cleaner:said(doc, i))
    elseif line.rule and line.score then
      log:kept("noise", line.first, line.last, ("%+.2f in the text: %s"):format(line.score, signs(i)))
    elseif line.score and line.score < 0 and line.text then
      log:lost("noise", line.first, line.last, "gap in the text",
        ("%+.2f, less than a gap costs: %s"):format(line.score, signs(i)))
    end
  end
end

return explained
