--- Why `clean` masked a line, or did not: for `--explain`. Nothing here runs
--- otherwise.
local around = require "gloss.steps.clean.around"
local lines = require "gloss.steps.clean.lines"
local phrases = require "gloss.steps.clean.phrases"
local resource = require "gloss.resource"
local weights = require "gloss.steps.clean.weights"

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

--- The signs of each line that weigh most in the text, as words.
local function strongest(page, title)
  local signs = {}
  around.signs(page, title, function(part, i, sign)
    local weight = part == "text" and weights.text[sign]
    if weight then
      signs[i] = signs[i] or {}
      table.insert(signs[i], { sign = sign, weight = weight })
    end
  end)
  return function(i)
    local list, out = signs[i] or {}, {}
    table.sort(list, function(a, b)
      local x, y = math.abs(a.weight), math.abs(b.weight)
      if x ~= y then return x > y end
      return a.sign < b.sign
    end)
    for k = 1, math.min(MOST, #list) do out[k] = ("%s %+.2f"):format(list[k].sign, list[k].weight) end
    return table.concat(out, ", ")
  end
end

--- What the words of a masked line are, and where they are listed.
local function tell_words(log, page, i, row)
  local lower = lines.lower(page, i)
  local phrase = phrases.said(lower, phrases.plain(lower), page.words[i])
  local place = phrase and place_of(phrase)
  if place then log:at("noise", row.first, row.last, place) end
  log:kept("noise", row.first, row.last, phrase and ("says \"%s\""):format(phrase)
    or "has the form of a " .. row.reason)
end

--- Tells the log of a document all that was decided.
---@param log gloss.ExplainLog
---@param page gloss.clean.Page
---@param rows table[] the masks
---@param title string? the document's own, as it was before
function explained.tell(log, page, rows, title)
  local signs = page.scores and strongest(page, title)
  local by_first = {}
  for _, row in ipairs(rows) do by_first[row.first] = row end
  for i = 1, page.n do
    local row = by_first[page.first[i]]
    local score = page.scores and page.scores.text[i]
    if row and row.rule == "words" then
      tell_words(log, page, i, row)
    elseif row and score then
      log:kept("noise", row.first, row.last, ("%+.2f in the text: %s"):format(score, signs(i)))
    elseif score and score < 0 and page.body[i] then
      log:lost("noise", page.first[i], page.last[i], "gap in the text",
        ("%+.2f, less than a gap costs: %s"):format(score, signs(i)))
    end
  end
end

return explained
