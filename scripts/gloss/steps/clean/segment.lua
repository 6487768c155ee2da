--- Which lines are the article: the best path through a page.
---
--- A page is furniture, then text, then furniture; inside the text there may be
--- gaps (a teaser, an advertisement). Being in the text earns each line's score,
--- entering and leaving it costs, and once a line has said that the article is
--- over, coming back costs more. The best path is found by dynamic
--- programming (Viterbi), in one pass over the lines.
local segment = {}

-- What it costs to go from one state to the other, before a line.
local ENTER = 1.6        -- into the text for the first time
local GAP = 1.2          -- out of it
local RETURN = 6.9       -- back from a gap
local RETURN_LATE = 9    -- back when the article was said to be over
local LOWEST, HIGHEST = -2.4, 5.3
local FLOOR = -1.2      -- of a line that nothing speaks against but its shortness

local BEFORE, TEXT, INTERVAL, AFTER = 1, 2, 3, 4
local MOVES = {
  [BEFORE] = { { BEFORE, 0 } },
  [TEXT] = { { TEXT, 0 }, { BEFORE, ENTER }, { INTERVAL, RETURN }, { AFTER, RETURN_LATE } },
  [INTERVAL] = { { INTERVAL, 0 }, { TEXT, GAP } },
  [AFTER] = { { AFTER, 0 }, { INTERVAL, 0 }, { TEXT, GAP } },
}

local function earned(line)
  local lowest = (line.reason or line.near) and LOWEST or FLOOR
  return math.max(lowest, math.min(HIGHEST, line.score))
end

--- Marks each line: `line.body` is true where it is in the text.
---@param list gloss.clean.Line[]
---@return number best the score of the path: how sure it is that there is a text
function segment.mark(list)
  local previous = { [BEFORE] = 0, [TEXT] = -ENTER, [INTERVAL] = -math.huge, [AFTER] = -math.huge }
  local from = {}
  for i, line in ipairs(list) do
    local current, back = {}, {}
    for state = BEFORE, AFTER do
      local best, best_from = -math.huge, BEFORE
      for _, move in ipairs(MOVES[state]) do
        local value = previous[move[1]] - move[2]
        if value > best then best, best_from = value, move[1] end
      end
      if state == TEXT then best = best + earned(line) end
      -- an end mark forces the path out of the text
      if line.ends and (state == TEXT or state == INTERVAL) and previous[TEXT] > -math.huge then
        best = best - (state == TEXT and 2 or 4)
      end
      current[state], back[state] = best, best_from
    end
    from[i], previous = back, current
  end
  local state, best = BEFORE, previous[BEFORE]
  for candidate = TEXT, AFTER do
    if previous[candidate] > best then state, best = candidate, previous[candidate] end
  end
  for i = #list, 1, -1 do
    list[i].body = state == TEXT
    state = from[i][state]
  end
  return best
end

return segment
