--- Finds the times of a document: phrases by the rules of its language, each
--- read against the document's date and what the text has named before.
local calendar = require "gloss.steps.times.calendar"
local context = require "gloss.steps.times.context"
local phrases = require "gloss.steps.times.phrases"
local reasons = require "gloss.steps.times.reasons"
local rules = require "gloss.steps.times.rules"

-- Lines at the top of a text among which a date line is looked for.
local TOP = 5

local finder = {}

--- The grammar and the words of a language.
local grammar_of = phrases.by_language("gloss.steps.times.words.",
  function(words)
    return { words = words.classes, classes = rules.classes, sets = rules.sets,
             rules = rules.list }
  end)

-- The last touch to a reading: its place, and its days where it has some.
local function finish(reading, x, rule)
  reading.first, reading.last, reading.rule = x.from, x.to, rule[1]
  local value = reading.value
  if value and not reading.from and not reading.clock then
    reading.from, reading.to, reading.precision = calendar.interval(value)
  end
end

-- Points to the words of a match, for its builder. `bare`: without an article.
local function set_phrase(x, items, first, last, bare)
  local start = first
  if bare and first < last
      and (items[first].class == "THE" or items[first].class == "A") then
    start = first + 1
  end
  x.items, x.first, x.last = items, first, last
  x.from, x.to = items[start].first, items[last].last
end

-- The readings of the document that the grammar has searched, in text order.
local function find(x, grammar, options, log)
  local found, bare = {}, options.articles == "none"
  grammar:each(function(rule, captures, items, first, last)
    local build = rule[3]
    if not build then return nil end
    set_phrase(x, items, first, last, bare)
    local reading, never = build(captures, x)
    if not reading then
      if not log then return never end
      log.refused(rule, x.from, x.to)
      return nil
    end
    finish(reading, x, rule)
    if reading.from and reading.type ~= "DURATION" then
      x.mention = reading
      if reading.explicit then x.year = reading.explicit end
    end
    if log then log.kept(rule, x.from, x.to) end
    found[#found + 1] = reading
    return true
  end, nil, log and log.beaten)
  return found
end

-- Bytes between a time of day and the date that it belongs to.
local REACH = 200

-- The date of the day that a time of day belongs to: of the date right beside
-- it, else the last one in this sentence or the one before, else the document's.
local function give_date(doc, x, found, i)
  local r = found[i]
  local function day_of(other)
    if other and other.precision == "day" and other.from == other.to
        and other.type == "DATE" then
      return other.from, other.anchor or "text " .. other.value
    end
  end
  local text = doc.text
  local after, before = found[i + 1], found[i - 1]
  if after and after.first - r.last <= REACH
      and text:sub(r.last + 1, after.first - 1)
        :find "^[%s,()]*%a?%a?[%s,()]*$" then
    local day, label = day_of(after)
    if day then return day, label end
  end
  if before and r.first - before.last <= REACH then
    local between = text:sub(before.last + 1, r.first - 1)
    local _, ends = between:gsub("[.!?][\"”']*%s", "")
    if ends <= 1 and not between:find "\n%s*\n" then
      local day, label = day_of(before)
      local to_come = day and ends == 1 and x.ref and day > x.ref
      if to_come and x:told_tense(r.first, r.last) == "past" then day = nil end
      if day then return day, label end
      if before.clock and before.day then return before.day, before.anchor end
    end
  end
  if x:dated "day" then return x.ref, x.ref_label end
end

local function set_clock(doc, x, found, i)
  local r = found[i]
  local day, label = give_date(doc, x, found, i)
  local date = day and calendar.iso(day) or "XXXX-XX-XX"
  r.day, r.anchor = day, label
  r.value = date .. r.clock
  if r.clock_to then r.value = r.value .. "/" .. date .. r.clock_to end
  r.from, r.to, r.precision = calendar.interval(r.value:match "^[^/]+")
end

-- Does the line hold little but the date, or begin with it and a mark, as in
-- "MOSCOW, April 6, 2025 (Agency) - The envoy ..."?
local function heads_line(text, line, r)
  local rest = (r.first - line.first) + (line.last - r.last)
  return rest <= 40 or r.first - line.first <= 40
    and text:find("^%s*[%)(:–—-]", r.last + 1) ~= nil
end

-- Is a reading a day that the text itself dates, at the head of a line?
local function is_date_line(doc, r)
  if r.precision ~= "day" or r.from ~= r.to then return false end
  local line = doc.lines:overlapping(doc:span(r.first, r.last))[1]
  return line and heads_line(doc.text, line, r)
end

-- The date of a date line at the top of the text; only whole dates are read.
local function date_line(doc, grammar, words, options)
  local lines = doc.lines
  local top = lines[math.min(TOP, #lines)]
  if not top then return nil end
  local x, day = context.new(doc, words, nil, options), nil
  grammar:each(function(rule, captures, items, first, last)
    if day or not (captures.year or captures.date) then return nil end
    set_phrase(x, items, first, last, false)
    local reading = rule[3](captures, x)
    if not reading or not reading.explicit then return nil end
    finish(reading, x, rule)
    if is_date_line(doc, reading) then day = calendar.iso(reading.from) end
    return true
  end, top.last)
  return day
end

-- A reading becomes a row: days are told as dates, and what only readings
-- need is left out.
local function make_row(r)
  r.from = r.from and calendar.iso(r.from)
  r.to = r.to and calendar.iso(r.to)
  r.explicit, r.clock, r.clock_to, r.day = nil, nil, nil, nil
end

--- The times of a document, as rows of its layer.
---@param doc gloss.Document
---@param options { articles: string, date_order: string }
---@return table[] rows
function finder.find(doc, options)
  local grammar, words = grammar_of(doc.lang)
  grammar:search(doc)
  local line = not doc.date and date_line(doc, grammar, words, options) or nil
  local x = context.new(doc, words, line, options)
  local found = find(x, grammar, options, reasons.of(doc))
  for i, r in ipairs(found) do
    if r.clock then set_clock(doc, x, found, i) end
  end
  for _, r in ipairs(found) do make_row(r) end
  return found
end

return finder
