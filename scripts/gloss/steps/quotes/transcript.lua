--- Transcripts: lines that begin with who speaks, "ROE: Good evening.", or
--- with "Q." and "A."
local transcript = {}

local LABEL = 40      -- bytes of a label
local INDENT = 20     -- bytes before a label in its line
local WORDS = 4       -- words of a label
local SPOKEN = 4000   -- bytes of a turn that runs over several paragraphs

---@class quotes.Line a line that begins with a label
---@field label string
---@field at integer the line's first byte
---@field from integer the first byte behind the label
---@field capitals boolean is the label in capitals?
---@field point boolean does it end with a full stop?

---- Labels --------------------------------------------------------------------

-- A capital, then letters, digits, points, hyphens, blanks; then a colon.
local PATTERN = "^[\"“]*(%u[%w%.%-'’ \xC3-\xC5\x80-\xBF]*)():%s"

-- Question and answer, with a full stop.
local QUESTION, ANSWER = "Q", "A"

--- The label of the line that begins at `at`, the byte behind its colon, and is
--- that a full stop?
local function label_at(text, at)
  local short, behind = text:match("^([QA])%.() *%S", at)
  if short then return short, behind, true end
  local label, colon = text:match(PATTERN, at)
  if not label or #label > LABEL or label:find("%s$") then return end
  local _, words = label:gsub("%S+", "")
  if words > WORDS or #label < 2 and not label:find("[QA]") then return end
  return label, colon + 1, false
end

--- Where lines begin that may have a label: those with an early colon; all,
--- where there may be questions and answers.
local function beginnings(text)
  local list = {}
  local lettered = text:find("Q.", 1, true) and text:find("A.", 1, true)
  local colon, line = text:find(":", 1, true), 0
  while line do
    while colon and colon <= line do
      colon = text:find(":", colon + 1, true)
    end
    if not (colon or lettered) then break end
    local stop = text:find("\n", line + 1, true)
    local early = colon and colon - line <= INDENT + LABEL
    if lettered or early and colon < (stop or colon + 1) then
      local first = text:find("%S", line + 1)
      if first ~= list[#list] then list[#list + 1] = first end
    end
    line = stop
  end
  return list
end

local function labelled_lines(text)
  local lines = {}
  for _, at in ipairs(beginnings(text)) do
    local label, from, point = label_at(text, at)
    if label then
      lines[#lines + 1] = { label = label, at = at, from = from, point = point,
                            capitals = not label:find("%l") }
    end
  end
  return lines
end

--- The lines whose labels are those of a transcript: in capitals where there
--- are two such lines, others where two of them come twice.
local function spoken_lines(lines)
  local count, capitals, repeated, kept = {}, 0, 0, {}
  for _, line in ipairs(lines) do
    local n = (count[line.label] or 0) + 1
    count[line.label] = n
    if n == 2 then repeated = repeated + 1 end
    if line.capitals then capitals = capitals + 1 end
  end
  local both = count[QUESTION] and count[ANSWER]
  for _, line in ipairs(lines) do
    local again = count[line.label] >= 2 and repeated >= 2
    if (again or line.capitals and capitals >= 2) and (both or not line.point)
    then
      kept[#kept + 1] = line
    end
  end
  return #kept >= 2 and kept or {}
end

---- Turns ---------------------------------------------------------------------

local function end_of_paragraph(text, from)
  local blank = text:find("\n[ \t\r]*\n", from)
  return (blank or text:find("\n", from, true) or #text + 1) - 1
end

--- Without white space and marks at the ends.
local function trim(text, from, to)
  from = text:find("%S", from) or from
  while to > from and text:find("^[%s\"]", to) do to = to - 1 end
  if text:find("^”", to - 2) then to = to - 3 end
  return from, to
end

--- The last byte of what is said in from..to, without lines at its end such
--- as "(LAUGHTER)".
local function before_directions(text, from, to)
  local said = text:sub(from, to):match(".*%S")
  while said do
    local line = said:match("\n([^\n]*)$")
    if not line or not line:find("^%s*[%(%[][^%l]*[%)%]]$") then break end
    said = said:sub(1, #said - #line):match(".*%S")
  end
  return said and from + #said - 1 or to
end

--- The turns of a transcript: first and last bytes of what is said; none where
--- the text is no transcript.
---@return { from: integer, to: integer }[]
function transcript.turns(text)
  if not (text:find(":%s") or text:find("Q. ", 1, true)) then return {} end
  local lines, turns = spoken_lines(labelled_lines(text)), {}
  for i, line in ipairs(lines) do
    local to = lines[i + 1] and lines[i + 1].at - 1
    if not to or to - line.from > SPOKEN then
      to = end_of_paragraph(text, line.from)
    end
    local from
    from, to = trim(text, line.from, before_directions(text, line.from, to))
    if to > from then turns[#turns + 1] = { from = from, to = to } end
  end
  return turns
end

local function before(x, y)
  if x.first ~= y.first then return x.first < y.first end
  return x.depth < y.depth
end

--- Puts the turns among the stretches. What stands between marks inside a turn
--- is part of it; what would cross its ends is left out.
---@param stretches quotes.Stretch[]
---@param turns { from: integer, to: integer }[]
---@return quotes.Stretch[]
function transcript.merge(stretches, turns)
  if #turns == 0 then return stretches end
  local merged, i = {}, 1
  for _, stretch in ipairs(stretches) do
    while turns[i] and turns[i].to < stretch.first do i = i + 1 end
    local turn = turns[i]
    if not turn or stretch.last < turn.from then
      merged[#merged + 1] = stretch
    elseif stretch.first >= turn.from and stretch.last <= turn.to then
      stretch.depth = stretch.depth + 1
      merged[#merged + 1] = stretch
    end
  end
  for _, turn in ipairs(turns) do
    merged[#merged + 1] = { first = turn.from, last = turn.to, from = turn.from,
                            to = turn.to, family = "turn", depth = 0,
                            closed = true, continued = false }
  end
  table.sort(merged, before)
  return merged
end

return transcript
