--- What the neighbours of a line tell: prose and furniture close by, the headline
--- above, lists, lines that the page has twice, the densest stretch of prose.
local head = require "gloss.steps.clean.head"
local lines = require "gloss.steps.clean.lines"
local phrases = require "gloss.steps.clean.phrases"

local around = {}

-- Bylines, date lines and captions stand beside the text, too.
local BESIDE = { byline = true, dateline = true, caption = true }

local NEAR = 12          -- copies of a line so close together are twins
local ECHO = 2           -- and so close, the caption of a picture shown twice
local HEADLINE = 20      -- the text begins at most so many lines below it
local HEADLINE_WORDS = 30
local SAME_WORDS = 0.75  -- of a headline's words are in the page's title
local TOPIC_LENGTH = 5   -- bytes of a word that tells the topic

--- Is it furniture by its words, and of a kind that stands apart from the text?
function around.is_furniture(page, i)
  local reason = page.reason[i]
  return reason and not BESIDE[reason] or false
end

---- Headlines ---------------------------------------------------------------

local function words_of(text)
  return text:gmatch("[%w\x80-\xff]+")
end

--- The words of the page's title, which is known or comes first.
local function title_words(page, title)
  local all, topic = {}, {}
  local text = title and title:lower() or page.n > 0 and lines.lower(page, 1) or ""
  for word in words_of(text) do
    all[word] = true
    if #word >= TOPIC_LENGTH then topic[word] = true end
  end
  return all, topic
end

--- How many words of line i tell the title's topic; is it the headline?
local function compare(page, i, titled, words, topic)
  local same, all, shared = 0, 0, 0
  for word in words_of(lines.lower(page, i)) do
    all = all + 1
    if words[word] then same = same + 1 end
    if topic[word] then shared = shared + 1 end
  end
  return shared, (i > 1 or titled) and page.words[i] >= 3 and all >= 3 and same / all >= SAME_WORDS
    and not page.reason[i]
end

--- Which lines of 1 to `last` repeat the page's title (page.headline), and how
--- many words of it are in each short line (page.topic).
---@param title string? the document's title, where it is known
---@param last integer
function around.find_headlines(page, title, last)
  local words, topic = title_words(page, title)
  page.headline, page.topic = {}, {}
  for i = 1, math.min(last, page.n) do
    page.topic[i] = 0
    if page.words[i] <= HEADLINE_WORDS then
      page.topic[i], page.headline[i] = compare(page, i, title ~= nil, words, topic)
    end
  end
end

---- Columns -----------------------------------------------------------------

--- Lines below the last headline, up to the first prose.
local function measure_headlines(page)
  local above
  page.below_headline = {}
  for i = 1, page.n do
    if page.prose[i] then above = nil end
    page.below_headline[i] = above and i - above or false
    if page.headline[i] then above = i end
  end
end

--- Lines that say the same: `near` where close together.
local function find_twins(page)
  local seen = {}
  page.twin, page.near, page.echo = {}, {}, {}
  for i = 1, page.n do
    local words = page.words[i]
    local key = words > 0 and phrases.plain(lines.lower(page, i))
    local before = key and seen[key]
    if before then
      page.twin[i], page.twin[before] = true, true
      if i - before <= NEAR then page.near[i], page.near[before] = true, true end
      if i - before <= ECHO and words >= 4 then page.echo[i], page.echo[before] = true, true end
    end
    if key then seen[key] = i end
  end
end

--- The length of the run of lines like it that each line is in; 0: in none.
local function runs(page, is)
  local out, first = {}, nil
  for i = 1, page.n + 1 do
    out[i] = 0
    if i <= page.n and is(page, i) then
      first = first or i
    elseif first then
      for k = first, i - 1 do out[k] = i - first end
      first = nil
    end
  end
  return out
end

--- The form of a line's beginning, where that is not a plain word: "9.", "Q:".
local function beginning(page, i)
  local first = page.first[i]
  local word = page.text:match("^%S+", first)
  if #word > 12 or first + #word - 1 > page.last[i] or not word:find("[%d%p]") then return nil end
  return (word:gsub("%d+", "9"))
end

--- Lines that begin as one of the two above them does.
local function find_kin(page)
  local forms, kin = {}, {}
  for i = 1, page.n do
    local form = not page.reason[i] and beginning(page, i)
    for k = math.max(1, i - 2), form and i - 1 or 0 do
      if forms[k] == form then kin[i], kin[k] = true, true end
    end
    forms[i] = form or nil
  end
  page.kin = kin
end

--- Running totals of what `is` says of the lines: of lines i to k
--- it is sums[k] - sums[i - 1].
local function totals(page, is)
  local sums, sum = { [0] = 0 }, 0
  for i = 1, page.n do
    local value = is(page, i)
    sum = sum + (value == true and 1 or value or 0)
    sums[i] = sum
  end
  return sums
end

local function window(sums, first, last, n)
  if first < 1 then first = 1 end
  if last > n then last = n end
  return last >= first and sums[last] - sums[first - 1] or 0
end

---- The densest stretch -----------------------------------------------------

-- What a line earns where the stretch of most prose is looked for: its words,
-- if it is a sentence, and less than nothing if it is not.
local EARNS, COSTS, APART = 30, 4, 12

local function worth(page, i)
  if page.prose[i] then return math.min(page.words[i], EARNS) end
  return around.is_furniture(page, i) and -APART or page.stop[i] and 0 or -COSTS
end

--- The stretch of lines that is worth most (Kadane's algorithm).
local function find_core(page)
  local best, first, last = 0, 1, 0
  local sum, from = 0, 1
  for i = 1, page.n do
    if sum <= 0 then sum, from = 0, i end
    sum = sum + worth(page, i)
    if sum > best then best, first, last = sum, from, i end
  end
  page.core_first, page.core_last = first, last
end

---- Shapes ------------------------------------------------------------------

--- The shape of a line: what it is to its neighbours.
local function shape_of(page, i)
  local reason, words = page.reason[i], page.words[i]
  if reason then return BESIDE[reason] and reason or "furniture" end
  if page.section[i] then return "section" end
  if words == 0 then return "marks" end
  if page.cut[i] then return "cut" end
  if page.stop[i] then return words < 4 and "s1" or words < 9 and "s2" or words < 20 and "s3" or "s4" end
  local cased = page.capitals[i] + page.small[i]
  if words >= 3 and words < 20 and page.capitals[i] > 0.66 * cased then return "titled" end
  return words < 3 and "o1" or words < 5 and "o2" or words < 12 and "o3" or "o4"
end

--- Adds the columns that the signs ask for.
local function measure(page, title)
  page.prose, page.shape = {}, {}
  for i = 1, page.n do
    page.prose[i] = lines.is_prose(page, i) or false
    page.shape[i] = shape_of(page, i)
  end
  page.shape[0], page.shape[page.n + 1], page.shape[-1], page.shape[page.n + 2] = "edge", "edge", "edge", "edge"
  around.find_headlines(page, title, page.n)
  measure_headlines(page)
  find_twins(page)
  find_kin(page)
  find_core(page)
  page.list = runs(page, function(p, i) return not p.stop[i] and p.words[i] < 12 end)
  page.free = runs(page, function(p, i) return not p.section[i] and not around.is_furniture(p, i) end)
end

local function sums_of(page)
  local reason = page.reason
  return {
    prose = totals(page, function(p, i) return p.prose[i] end),
    words = totals(page, function(p, i) return p.prose[i] and p.words[i] end),
    furniture = totals(page, function(p, i) return p.section[i] or around.is_furniture(p, i) end),
    stamps = totals(page, function(_, i) return reason[i] == "dateline" or reason[i] == "comments" end),
    heads = totals(page, function(_, i) return reason[i] == "dateline" or reason[i] == "byline" end),
    titles = totals(page, function(p, i) return p.shape[i] == "titled" end),
    topic = totals(page, function(p, i) return p.topic[i] > 0 end),
  }
end

---- Signs -------------------------------------------------------------------

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
local FURNITURE_NEAR, STAMPS_NEAR = steps_of("furniture_near", 1, 3), steps_of("stamps_near", 2, 4)
local TITLES_NEAR, FREE = steps_of("titles_near", 2, 4), steps_of("free", 8, 16, 32)
local LIST, TOPIC = steps_of("list", 1, 2, 4, 10, 20), steps_of("topic", 1, 3)
local FURNITURE_ABOVE, PROSE_AHEAD = steps_of("furniture_above", 1, 3), steps_of("prose_ahead", 1, 2, 4)
local FURNITURE_AHEAD, PROSE_FAR = steps_of("furniture_ahead", 1, 2, 4), steps_of("prose_far", 1, 3)
local TITLES_AHEAD, STAMPS_AHEAD = steps_of("titles_ahead", 2, 4), steps_of("stamps_ahead", 1, 3)
-- In percent of the words of prose; above 0: the first prose is above.
local SHARE_ABOVE = steps_of("share_above", 1, 5, 20, 80, 95, 100)
local WORDS_AHEAD = steps_of("words_ahead", 1, 30, 100, 300)

-- Names of signs that are made of a shape and a place.
local function named(prefix)
  return setmetatable({}, { __index = function(names, shape)
    names[shape] = prefix .. shape
    return names[shape]
  end })
end
local ABOVE, BELOW, ABOVE2, BELOW2 = named "above_", named "below_", named "above2_", named "below2_"
local HERE = named "is_"

local function place_of(page, i)
  if page.core_last == 0 then return "core_none" end
  if i >= page.core_first and i <= page.core_last then return "core_in" end
  if i < page.core_first then return page.core_first - i <= 5 and "core_next" or "core_before" end
  return i - page.core_last <= 5 and "core_behind" or "core_after"
end

--- The signs that a line is in the text.
local function text_signs(page, i, sums, tell)
  local n = page.n
  local shape = page.shape
  tell("text", i, HERE[shape[i]])
  tell("text", i, ABOVE[shape[i - 1]])
  tell("text", i, BELOW[shape[i + 1]])
  tell("text", i, ABOVE2[shape[i - 2]])
  tell("text", i, BELOW2[shape[i + 2]])
  tell("text", i, place_of(page, i))
  tell_steps(tell, "text", i, PROSE_ABOVE, window(sums.prose, i - 5, i - 1, n))
  tell_steps(tell, "text", i, PROSE_BELOW, window(sums.prose, i + 1, i + 5, n))
  local furniture = sums.furniture
  tell_steps(tell, "text", i, FURNITURE_NEAR, window(furniture, i - 4, i - 1, n) + window(furniture, i + 1, i + 4, n))
  tell_steps(tell, "text", i, STAMPS_NEAR, window(sums.stamps, i - 8, i - 1, n) + window(sums.stamps, i + 1, i + 8, n))
  tell_steps(tell, "text", i, TITLES_NEAR, window(sums.titles, i - 4, i + 4, n))
  tell_steps(tell, "text", i, FREE, page.free[i])
  tell_steps(tell, "text", i, LIST, page.list[i])
  if sums.words[n] > 0 then
    tell_steps(tell, "text", i, SHARE_ABOVE, math.ceil(100 * sums.words[i - 1] / sums.words[n]))
  end
  if page.twin[i] then tell("text", i, page.near[i] and "twin_near" or "twin_far") end
  if page.kin[i] then tell("text", i, "kin") end
  if page.headline[i] then tell("text", i, "headline") else tell_steps(tell, "text", i, TOPIC, page.topic[i]) end
  if window(sums.topic, i - 3, i + 3, n) > 1 then tell("text", i, "topic_near") end
  if i > 1 and page.tail[i - 1] == 0x3a then tell("text", i, "below_colon") end
end

--- The signs that the text begins with it.
local function opening_signs(page, i, sums, tell)
  local n = page.n
  tell("opening", i, "always")
  tell("opening", i, HERE[page.shape[i]])
  tell("opening", i, ABOVE[page.shape[i - 1]])
  tell_steps(tell, "opening", i, FURNITURE_ABOVE, window(sums.furniture, i - 5, i - 1, n))
  tell_steps(tell, "opening", i, PROSE_AHEAD, window(sums.prose, i, i + 4, n))
  tell_steps(tell, "opening", i, WORDS_AHEAD, window(sums.words, i, i + 9, n))
  if window(sums.prose, i - 10, i - 1, n) >= 1 then tell("opening", i, "prose_above") end
  if window(sums.heads, i - 6, i - 1, n) > 0 then tell("opening", i, "stamp_above") end
  local below = page.below_headline[i]
  if below and below <= HEADLINE then tell("opening", i, "headline_above") end
  if page.headline[i] then tell("opening", i, "headline") end
  if page.words[i] >= 9 and head.dateline(lines.text(page, i)) then tell("opening", i, "place") end
  if page.core_last > 0 then
    local off = i - page.core_first
    tell("opening", i, off == 0 and "core_0" or off < 0 and (off >= -3 and "core_early" or "core_before")
      or off <= 3 and "core_late" or "core_behind")
  end
end

--- The signs that the text is over before it.
local function closing_signs(page, i, sums, tell)
  local n = page.n
  tell("closing", i, "always")
  tell("closing", i, HERE[page.shape[i]])
  tell("closing", i, ABOVE[page.shape[i - 1]])
  tell("closing", i, BELOW[page.shape[i + 1]])
  tell_steps(tell, "closing", i, FURNITURE_AHEAD, window(sums.furniture, i, i + 4, n))
  tell_steps(tell, "closing", i, PROSE_FAR, window(sums.prose, i, i + 9, n))
  tell_steps(tell, "closing", i, TITLES_AHEAD, window(sums.titles, i, i + 4, n))
  tell_steps(tell, "closing", i, STAMPS_AHEAD, window(sums.stamps, i, i + 5, n))
  if page.bio[i] then tell("closing", i, "bio") end
  if page.headline[i] then tell("closing", i, "headline") end
  if page.ends[i] then tell("closing", i, "ends") end
  if around.is_furniture(page, i) then tell("closing", i, "says_" .. page.reason[i]) end
  if page.core_last > 0 then
    local off = i - page.core_last - 1
    tell("closing", i, off == 0 and "core_0" or off < 0 and (off >= -3 and "core_early" or "core_before")
      or off <= 3 and "core_late" or "core_behind")
  end
end

---- The line itself ---------------------------------------------------------

local WORDS = steps_of("words", 1, 2, 4, 6, 8, 12, 20, 40, 80)
local CODES = { [0x3a] = "colon", [0x2c] = "comma" }

-- What a line may begin with; a capital or a letter without case says nothing.
local HEADS = {}
for sign, heads in pairs { head_small = "abcdefghijklmnopqrstuvwxyz", head_digit = "0123456789",
  head_quote = "\"“„«‘'「『", head_mark = "-–—•·*>→»|#@+&/([$€£" } do
  for _, code in utf8.codes(heads) do HEADS[code] = sign end
end

local function own_signs(page, i, tell)
  local words, stop = page.words[i], page.stop[i]
  tell_steps(tell, "text", i, WORDS, words)
  local length = words < 5 and "short" or words < 12 and "middle" or "long"
  tell("text", i, (stop and "stop_" or "open_") .. length)
  local cased = page.capitals[i] + page.small[i]
  if cased == 0 then
    if words > 0 then tell("text", i, "caseless") end
  else
    local share = page.capitals[i] / cased
    if words >= 3 then
      tell("text", i, share > 0.9 and "capitals4" or share > 0.6 and "capitals3" or share > 0.3 and "capitals2"
        or share > 0.12 and "capitals1" or "capitals0")
    end
    if page.small[i] == 0 and page.shouted[i] * 2 > words then tell("text", i, "shouted") end
  end
  if page.stops[i] > 0 then tell("text", i, "several") end
  if page.stops[i] > 2 then tell("text", i, "many") end
  if page.pauses[i] > 1 then tell("text", i, words >= 12 and "commas_long" or "commas") end
  if page.signs[i] > 0 then tell("text", i, page.signs[i] * 3 > words and "signs_many" or "signs") end
  if page.links[i] > 0 then tell("text", i, words <= 4 and "link_alone" or "link") end
  if page.numbers[i] > 0 then tell("text", i, page.numbers[i] * 2 >= words and "numbers_alone" or "numbers") end
  local sign = HEADS[page.head[i]]
  if sign then tell("text", i, sign) end
  local code = CODES[page.tail[i]]
  if code then tell("text", i, code) end
  if page.bio[i] then tell("text", i, "bio") end
  if around.is_furniture(page, i) then tell("text", i, "says_" .. page.reason[i]) end
end

--- Tells each line's signs: tell("text"|"opening"|"closing", number, sign).
---@param page gloss.clean.Page
---@param title string? the document's title, where it is known
---@param tell fun(part: string, i: integer, sign: string)
function around.signs(page, title, tell)
  if page.n == 0 then return end
  measure(page, title)
  local sums = sums_of(page)
  for i = 1, page.n do
    own_signs(page, i, tell)
    text_signs(page, i, sums, tell)
    opening_signs(page, i, sums, tell)
    closing_signs(page, i, sums, tell)
  end
end

return around
