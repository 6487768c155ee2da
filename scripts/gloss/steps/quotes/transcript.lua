--- Transcripts: lines that begin with who speaks, "ROE: Good evening."
local transcript = {}

local LABEL = 40      -- bytes of a label
local SPOKEN = 4000   -- bytes of a turn that runs over several paragraphs

---@class quotes.Turn
---@field label string
---@field from integer first byte of what is said
---@field to integer last byte
---@field capitals boolean is the label in capitals?

--- The label of the line that begins at `at`, or nil.
local function label_at(text, at)
  local label, colon = text:match("^[\"“]*([%u][%w%.%-'’ \xC3-\xC5\x80-\xBF]*)():%s", at)
  if not label or #label > LABEL or label:find("%s$") then return nil end
  local _, words = label:gsub("%S+", "")
  if words > 4 or #label < 2 and not label:find("^[QA]$") then return nil end
  return label, colon + 1, label:find("%l") == nil
end

--- Lines with labels, in order.
local function labelled_lines(text)
  local lines, at = {}, 1
  while at do
    local label, from, capitals = label_at(text, at)
    if label then lines[#lines + 1] = { label = label, at = at, from = from, capitals = capitals } end
    at = text:find("\n", at, true)
    at = at and text:find("[^%s]", at)
  end
  return lines
end

--- Labels that a transcript uses: in capitals at least two lines in all, others
--- at least twice each, with another beside them.
local function true_labels(lines)
  local count, capitals, repeated = {}, 0, 0
  for _, line in ipairs(lines) do
    count[line.label] = (count[line.label] or 0) + 1
    if count[line.label] == 2 then repeated = repeated + 1 end
    if line.capitals then capitals = capitals + 1 end
  end
  return function(line)
    if line.capitals then return capitals >= 2 end
    return count[line.label] >= 2 and repeated >= 2
  end
end

local function end_of_paragraph(text, from)
  local stop = text:find("\n[ \t\r]*\n", from) or text:find("\n", from, true) or #text + 1
  return stop - 1
end

--- The turns of a transcript; none where the text is none.
---@return quotes.Turn[]
function transcript.turns(text)
  local lines = labelled_lines(text)
  if #lines < 2 then return {} end
  local is_label, turns = true_labels(lines), {}
  local kept = {}
  for _, line in ipairs(lines) do
    if is_label(line) then kept[#kept + 1] = line end
  end
  if #kept < 2 then return {} end
  for i, line in ipairs(kept) do
    local following = kept[i + 1]
    local to = following and following.at - 1 or end_of_paragraph(text, line.from)
    if to - line.from > SPOKEN then to = end_of_paragraph(text, line.from) end
    local from = text:find("%S", line.from) or line.from
    while to > from and text:find("^[%s\"]", to) do to = to - 1 end
    if text:find("^”", to - 2) then to = to - 3 end
    if to > from then turns[#turns + 1] = { label = line.label, from = from, to = to, capitals = line.capitals } end
  end
  return turns
end

--- Puts the turns among the stretches: what a turn holds is less deep inside it,
--- what would cross its ends is left out.
---@param stretches quotes.Stretch[]
---@param turns quotes.Turn[]
---@return quotes.Stretch[]
function transcript.merge(stretches, turns)
  if #turns == 0 then return stretches end
  local merged, i = {}, 1
  for _, stretch in ipairs(stretches) do
    while i <= #turns and turns[i].to < stretch.first do i = i + 1 end
    local turn = turns[i]
    if not turn or stretch.last < turn.from then
      merged[#merged + 1] = stretch
    elseif stretch.first >= turn.from and stretch.last <= turn.to then
      stretch.depth = stretch.depth + 1
      merged[#merged + 1] = stretch
    end
  end
  for _, turn in ipairs(turns) do
    merged[#merged + 1] = { first = turn.from, last = turn.to, from = turn.from, to = turn.to,
                            family = "turn", depth = 0, closed = true, continued = false }
  end
  table.sort(merged, function(a, b)
    if a.first ~= b.first then return a.first < b.first end
    return a.depth < b.depth
  end)
  return merged
end

return transcript
