--- Which lines are the article: the best path through a page.
---
--- A page is furniture, then text, then furniture; inside the text there may be
--- gaps (a teaser, an advertisement). Each line earns what its signs weigh, and
--- so does each step into the text and out of it (weights.lua). The best path is
--- found by dynamic programming (Viterbi), in one pass over the lines.
local weights = require "gloss.steps.clean.weights"

local segment = {}

local BEFORE, TEXT, GAP, AFTER = 1, 2, 3, 4
local NEVER = -math.huge
local LOWEST = -2  -- no line alone says more against being in the text

--- What the signs of each line weigh, by part.
---@alias gloss.clean.Scores { text: number[], opening: number[], closing: number[] }

--- Something that adds what a sign weighs to what its line has: a `tell` for
--- around.signs.
---@param count integer lines
---@return gloss.clean.Scores scores
---@return fun(part: string, i: integer, sign: string) tell
function segment.scale(count)
  local scores = { text = {}, opening = {}, closing = {} }
  for _, list in pairs(scores) do
    for i = 1, count do list[i] = 0 end
  end
  return scores, function(part, i, sign)
    local weight = weights[part][sign]
    if weight then
      local list = scores[part]
      list[i] = list[i] + weight
    end
  end
end

--- From which state the best path comes into each state of each line, and in
--- which it ends.
local function walk(scores, reason, count)
  local gap = weights.gap
  local from_text, from_gap, from_after = {}, {}, {}
  local before, text, within, after = 0, NEVER, NEVER, NEVER
  for i = 1, count do
    local best, from = text, TEXT
    if before + scores.opening[i] > best then best, from = before + scores.opening[i], BEFORE end
    if within + gap.closing > best then best, from = within + gap.closing, GAP end
    local into = text + gap.opening + gap.line + (reason[i] and gap.reason or 0)
    local ended, stays = text + scores.closing[i], within + gap.line
    from_text[i] = from
    from_gap[i] = into > stays and TEXT or GAP
    from_after[i] = ended > after and TEXT or AFTER
    text = best + math.max(scores.text[i], LOWEST)
    within, after = math.max(into, stays), math.max(ended, after)
  end
  local state, score = BEFORE, before
  if text > score then state, score = TEXT, text end
  if after > score then state = AFTER end
  return { [TEXT] = from_text, [GAP] = from_gap, [AFTER] = from_after }, state
end

--- Which lines are in the text.
---@param scores gloss.clean.Scores
---@param reason table<integer, string> why a line is furniture by its words
---@param count integer lines
---@return boolean[]
function segment.body(scores, reason, count)
  local from, state = walk(scores, reason, count)
  local body = {}
  for i = count, 1, -1 do
    body[i] = state == TEXT
    if state ~= BEFORE then state = from[state][i] end
  end
  return body
end

return segment
