--- What the neighbours of a line tell: prose and furniture close by, the headline
--- above, lists, lines that the page has twice.
local head = require "gloss.steps.clean.head"
local lines = require "gloss.steps.clean.lines"

local around = {}

-- Bylines, date lines and captions stand beside the text, too.
local BESIDE = { byline = true, dateline = true, caption = true }

local NEAR = 12          -- copies of a line so close together are twins
local ECHO = 2           -- and so close, the caption of a picture shown twice
local HEADLINE = 20      -- the text begins at most so many lines below it
local SAME_WORDS = 0.75  -- of a headline's words are in the page's title
local TOPIC_LENGTH = 4   -- letters of a word that tells the topic

--- Is it furniture by its words, and of a kind that stands apart from the text?
function around.is_furniture(line)
  return line.reason and not BESIDE[line.reason] or false
end

--- Running totals of what `is` says of the lines, to ask for any window.
local function totals(list, is)
  local sums = { [0] = 0 }
  for i, line in ipairs(list) do sums[i] = sums[i - 1] + (is(line) and 1 or 0) end
  return function(first, last)
    first, last = math.max(first, 1), math.min(last, #list)
    return last >= first and sums[last] - sums[first - 1] or 0
  end
end

local function words_of(line)
  return line.plain:gmatch("[%w\x80-\xff]+")
end

--- The headline repeats the page's title, which is known or comes first.
local function find_headlines(list, title)
  local first, topic = {}, {}
  for word in words_of { plain = title and title:lower() or list[1].plain } do
    first[word] = true
    if #word >= TOPIC_LENGTH and not lines.SMALL[word] then topic[word] = true end
  end
  local above
  for i, line in ipairs(list) do
    local same, all, shared = 0, 0, 0
    for word in words_of(line) do
      all = all + 1
      if first[word] then same = same + 1 end
      if topic[word] then shared = shared + 1 end
    end
    line.topic = shared
    line.headline = (i > 1 or title ~= nil) and line.words >= 3 and line.words <= 30 and not line.reason
      and all >= 3 and same / all >= SAME_WORDS
    if line.prose then above = nil end
    line.below_headline = above and i - above
    if line.headline then above = i end
  end
end

--- Lines that say the same: `near` where close together.
local function find_twins(list)
  local seen = {}
  for i, line in ipairs(list) do
    if line.words > 0 then
      local before = seen[line.plain]
      if before then
        line.twin, before.line.twin = true, true
        if i - before.at <= NEAR then line.near, before.line.near = true, true end
        if i - before.at <= ECHO and line.words >= 4 then line.echo, before.line.echo = true, true end
      end
      seen[line.plain] = { line = line, at = i }
    end
  end
end

--- The length of the run of lines like it that each line is in; 0: in none.
local function measure_runs(list, field, is)
  local first
  for i = 1, #list + 1 do
    local line = list[i]
    if line and is(line) then
      first = first or i
    elseif first then
      for k = first, i - 1 do list[k][field] = i - first end
      first = nil
    end
    if line then line[field] = 0 end
  end
end

--- The form of a line's beginning, where that is not a plain word: "9.", "Q:".
local function beginning(line)
  local word = line.text:match("^%S+")
  if not word or #word > 12 or not word:find("[%d%p]") then return nil end
  return (word:gsub("%d+", "9"))
end

local function find_kin(list)
  for i, line in ipairs(list) do
    local form = not line.reason and beginning(line)
    for k = math.max(1, i - 2), form and i - 1 or 0 do
      if list[k].form == form then line.kin, list[k].kin = true, true end
    end
    line.form = form or nil
  end
end

--- Signs that a number tells, one for each limit that it reaches.
local function steps_of(name, ...)
  local steps = { limits = { ... } }
  for i, limit in ipairs(steps.limits) do steps[i] = name .. limit end
  return steps
end

local function tell_steps(tell, part, i, steps, number)
  local limits = steps.limits
  for k = 1, #limits do
    if number < limits[k] then return end
    tell(part, i, steps[k])
  end
end

local PROSE_ABOVE, PROSE_BELOW = steps_of("prose_above", 1, 2, 4), steps_of("prose_below", 1, 2, 4)
local FURNITURE_NEAR, STAMPS_NEAR = steps_of("furniture_near", 1, 3, 5), steps_of("stamps_near", 2, 3, 5)
local TITLES_NEAR, FREE = steps_of("titles_near", 2, 4), steps_of("free", 8, 16, 32)
local LIST, TOPIC = steps_of("list", 1, 2, 4, 10, 20), steps_of("topic", 1, 3)
local FURNITURE_ABOVE, PROSE_AHEAD = steps_of("furniture_above", 1, 3), steps_of("prose_ahead", 1, 2, 4)
local FURNITURE_AHEAD, PROSE_FAR = steps_of("furniture_ahead", 1, 2, 4), steps_of("prose_ahead", 1, 3)
local TITLES_AHEAD, STAMPS_AHEAD = steps_of("titles_ahead", 2, 4), steps_of("stamps_ahead", 1, 3)

--- The signs that a line is in the text.
local function text_signs(list, i, sums, tell)
  local line, above = list[i], list[i - 1]
  tell_steps(tell, "text", i, PROSE_ABOVE, sums.prose(i - 5, i - 1))
  tell_steps(tell, "text", i, PROSE_BELOW, sums.prose(i + 1, i + 5))
  tell_steps(tell, "text", i, FURNITURE_NEAR, sums.furniture(i - 4, i - 1) + sums.furniture(i + 1, i + 4))
  tell_steps(tell, "text", i, STAMPS_NEAR, sums.stamps(i - 8, i - 1) + sums.stamps(i + 1, i + 8))
  tell_steps(tell, "text", i, TITLES_NEAR, sums.titles(i - 4, i + 4))
  tell_steps(tell, "text", i, FREE, line.free)
  tell_steps(tell, "text", i, LIST, line.list)
  if line.twin then tell("text", i, line.near and "twin_near" or "twin_far") end
  if line.kin then tell("text", i, "kin") end
  if line.headline then tell("text", i, "headline") else tell_steps(tell, "text", i, TOPIC, line.topic) end
  if sums.topic(i - 3, i + 3) > 1 then tell("text", i, "topic_near") end
  if above and above.text:find(":$") then tell("text", i, "below_colon") end
end

--- The signs that the text begins with it.
local function opening_signs(list, i, sums, tell)
  local line, above = list[i], list[i - 1]
  tell("opening", i, "always")
  tell_steps(tell, "opening", i, FURNITURE_ABOVE, sums.furniture(i - 5, i - 1))
  tell_steps(tell, "opening", i, PROSE_AHEAD, sums.prose(i, i + 4))
  if sums.prose(i - 10, i - 1) >= 1 then tell("opening", i, "prose_above") end
  if not above then
    tell("opening", i, "first")
  else
    local reason = above.reason
    tell("opening", i, reason and (BESIDE[reason] and "below_" .. reason or "below_furniture")
      or above.prose and "below_prose" or above.words < 3 and "below_short" or "below_other")
    if sums.heads(i - 6, i - 1) > 0 then tell("opening", i, "stamp_above") end
  end
  if line.prose then tell("opening", i, "prose") end
  if line.below_headline and line.below_headline <= HEADLINE then tell("opening", i, "headline_above") end
  if line.headline then tell("opening", i, "headline") end
  if head.dateline(line.text) then tell("opening", i, "place") end
end

--- The signs that the text is over before it.
local function closing_signs(list, i, sums, tell)
  local line, above = list[i], list[i - 1]
  tell("closing", i, "always")
  tell_steps(tell, "closing", i, FURNITURE_AHEAD, sums.furniture(i, i + 4))
  tell_steps(tell, "closing", i, PROSE_FAR, sums.prose(i, i + 9))
  tell_steps(tell, "closing", i, TITLES_AHEAD, sums.titles(i, i + 4))
  tell_steps(tell, "closing", i, STAMPS_AHEAD, sums.stamps(i, i + 5))
  if line.bio then tell("closing", i, "bio") end
  if line.headline then tell("closing", i, "headline") end
  if line.ends then tell("closing", i, "ends") end
  tell("closing", i, line.reason and "is_" .. line.reason or line.prose and "prose"
    or line.words < 3 and "short" or "other")
  if above then tell("closing", i, above.prose and "below_prose" or above.stop and "below_stop" or "below_open") end
end

--- Tells each line's signs: tell("text"|"opening"|"closing", number, sign).
---@param list gloss.clean.Line[]
---@param title string? the document's title, where it is known
---@param tell fun(part: string, i: integer, sign: string)
function around.signs(list, title, tell)
  if #list == 0 then return end
  find_headlines(list, title)
  find_twins(list)
  find_kin(list)
  measure_runs(list, "list", function(line) return not line.stop and line.words < 12 end)
  measure_runs(list, "free", function(line)
    return not line.section and not around.is_furniture(line)
  end)
  local sums = {
    prose = totals(list, function(line) return line.prose end),
    furniture = totals(list, function(line) return line.section or around.is_furniture(line) end),
    stamps = totals(list, function(line) return line.reason == "dateline" or line.reason == "comments" end),
    heads = totals(list, function(line) return line.reason == "dateline" or line.reason == "byline" end),
    titles = totals(list, function(line) return line.title end),
    topic = totals(list, function(line) return line.topic > 0 end),
  }
  for i, line in ipairs(list) do
    lines.signs(line, i, tell)
    text_signs(list, i, sums, tell)
    opening_signs(list, i, sums, tell)
    closing_signs(list, i, sums, tell)
  end
end

return around
