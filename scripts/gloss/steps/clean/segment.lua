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

--- Adds what a sign weighs to what its line has: a `tell` for around.signs.
---@param list gloss.clean.Line[]
---@return fun(part: string, i: integer, sign: string)
function segment.scale(list)
  for _, line in ipairs(list) do line.text_score, line.opening, line.closing = 0, 0, 0 end
  return function(part, i, sign)
    local line, weight = list[i], weights[part][sign]
    if not weight then return end
    local field = part == "text" and "text_score" or part
    line[field] = line[field] + weight
  end
end

--- The best way into each of the states at a line: the score, and from where.
local function step(line, before)
  local text, gap = math.max(line.text_score, LOWEST), weights.gap
  local into_gap = before[TEXT] + gap.opening + (line.reason and gap.reason or 0) + gap.line
  local best, from = before[TEXT] + text, TEXT
  if before[BEFORE] + line.opening + text > best then best, from = before[BEFORE] + line.opening + text, BEFORE end
  if before[GAP] + gap.closing + text > best then best, from = before[GAP] + gap.closing + text, GAP end
  local stays, ends = before[GAP] + gap.line, before[TEXT] + line.closing
  return { before[BEFORE], best, math.max(into_gap, stays), math.max(ends, before[AFTER]) },
    { BEFORE, from, into_gap > stays and TEXT or GAP, ends > before[AFTER] and TEXT or AFTER }
end

--- Marks each line: `line.body` is true where it is in the text.
---@param list gloss.clean.Line[] weighed
function segment.mark(list)
  local scores, from = { 0, NEVER, NEVER, NEVER }, {}
  for i, line in ipairs(list) do scores, from[i] = step(line, scores) end
  local state = BEFORE
  for candidate = TEXT, AFTER do
    if scores[candidate] > scores[state] then state = candidate end
  end
  for i = #list, 1, -1 do
    list[i].body = state == TEXT
    state = from[i][state]
  end
end

return segment
