--- The step `clean`: masks what a pasted news page holds beside the article, and
--- reads the article's head.
---
--- Masked lines become the layer `noise` with the columns reason and rule; they
--- are never deleted, and every later step passes them over. It sets doc.title,
--- .byline, .date (origin "dateline"), .place where the input did not say them.
--- A line is judged by its words (clean/phrases.lua), by its form and its
--- neighbours (clean/around.lua) and by where it stands (clean/segment.lua). The
--- lines that a source repeats on every page are learned from many pages
--- (clean/learned.lua) and given as the option `lines`.
---
--- What it does not do: cut furniture out of the middle of a line.
local gloss = require "gloss"
local explain = require "gloss.explain"
local around = require "gloss.steps.clean.around"
local head = require "gloss.steps.clean.head"
local learned = require "gloss.steps.clean.learned"
local lines = require "gloss.steps.clean.lines"
local reading = require "gloss.steps.clean.reading"
local segment = require "gloss.steps.clean.segment"

-- A document is taken apart where at least so many lines outside its text call
-- themselves furniture; elsewhere (a list, a poem, a note) only such lines are
-- masked.
local PAGE = 3

-- The title is looked for so many lines above the text.
local ABOVE = 20

--- Can it be a page at all? A headline that repeats the page's own title counts
--- as two lines that call themselves furniture, and there is none without one.
local function may_be_page(page)
  local count = 2
  for i in pairs(page.reason) do
    if around.is_furniture(page, i) then count = count + 1 end
  end
  for _ in pairs(page.section) do count = count + 1 end
  return count >= PAGE
end

--- Where the text begins and ends, in lines.
local function extent(page)
  local first, last
  for i = 1, page.n do
    if page.body[i] then first, last = first or i, i end
  end
  return first or page.n + 1, last or page.n
end

local REACH = 2 -- lines of furniture that a text goes on behind

--- Takes whole sentences into the text that stand right behind it, with
--- nothing between but lines that call themselves furniture: a short article
--- is easily cut off at an advertisement.
local function reach(page, last)
  local skipped = 0
  for i = last + 1, page.n do
    if page.reason[i] and not page.section[i] then
      skipped = skipped + 1
      if skipped > REACH then return last end
    elseif page.stop[i] and page.words[i] >= 4 and not page.cut[i] and not page.section[i] then
      page.body[i], last, skipped = true, i, 0
    else
      return last
    end
  end
  return last
end

--- Is it a page: do enough lines call themselves furniture?
local function is_page(page, first, last)
  local count, titled = 0, false
  for i = 1, page.n do
    if page.headline[i] and not titled then count, titled = count + 2, true end
    local outside = i < first or i > last
    if around.is_furniture(page, i) or outside and page.section[i] then count = count + 1 end
    if count >= PAGE then return true end
  end
  return false
end

-- Comments go on over these.
local IN_THREAD = { comments = true, dateline = true, byline = true, share = true }

-- And these lines in between say when and by whom a comment is.
local BESIDE_COMMENTS = { dateline = true, byline = true }

--- Which lines behind the text are comments: those below their heading, up to
--- furniture of another kind.
local function find_thread(page, last)
  local within = false
  page.thread = {}
  for i = last + 1, page.n do
    local reason = page.reason[i]
    within = reason == "comments" or within and (not reason or IN_THREAD[reason]) and not page.section[i]
    page.thread[i] = within
  end
end

--- Finds the text of a page: page.body, and its first and last line; nil where
--- the document is no page.
local function find_text(page, doc)
  if not may_be_page(page) then
    around.find_headlines(page, doc.title, 2)
    return nil
  end
  local scores, tell = segment.scale(page.n)
  around.signs(page, doc.title, tell)
  page.body, page.scores = segment.body(scores, page.reason, page.n), scores
  local first, last = extent(page)
  last = reach(page, last)
  find_thread(page, last)
  if is_page(page, first, last) then return first, last end
  return nil
end

--- The reason to mask line i, or nil; and the rule that decided.
local function judge(page, i, first, last)
  local reason = page.reason[i]
  if BESIDE_COMMENTS[reason] and first and page.thread[i] then return "comments", "behind the text" end
  if reason then return reason, page.learned[i] and "learned" or "words" end
  if not first then return nil end
  if page.echo[i] and not page.stop[i] then return "caption", "repeated" end
  if i > last then return page.thread[i] and "comments" or "links", "behind the text" end
  if i < first then return "navigation", "before the text" end
  if not page.body[i] then return "teaser", "gap in the text" end
  return nil
end

local function may_be_title(page, i)
  local words, below = page.words[i], page.reason[i + 1]
  if words < ((below == "byline" or below == "dateline") and 2 or 3) or words > 30 then return false end
  if page.reason[i] or page.section[i] then return false end
  local text = lines.text(page, i)
  return not text:find("[%.:;,|]$") and not text:find("%.%s+%u")
end

local HEAD = 6 -- lines of the head of a text that is no page, at most

--- The first sentence of a text that is no page, if it comes soon.
local function prose_line(page)
  for i = 1, math.min(HEAD, page.n) do
    if lines.is_prose(page, i) then return i end
  end
  return 1
end

--- The number of the line that is the title, or nil: the headline that is also
--- the page's own title, or the likeliest line shortly before the text.
local function title_line(page, first)
  local from = first or prose_line(page)
  local best, best_score
  for i = math.max(1, from - ABOVE), math.min(from + 1, page.n) do
    local headline = page.headline[i]
    if (i < from or i == 1 or headline) and may_be_title(page, i) then
      local score = math.min(page.words[i], 9) - math.abs(from - i) * 0.7 + (headline and 12 or 0)
      if not best or score > best_score then best, best_score = i, score end
    end
  end
  return best
end

--- Sets what line i of the head says and the input did not.
local function read_head_line(doc, page, i)
  local reason, text = page.reason[i], lines.text(page, i)
  if not doc.byline and reason == "byline" then doc.byline = head.byline(text) end
  local place, stop = head.dateline(text)
  if place and reason then place = nil end
  if reason == "dateline" then place = head.stamped_place(text) end
  if place and not doc.place then doc.place = place end
  if doc.date then return end
  local date = (reason == "dateline" or reason == "byline") and head.date(text)
    or stop and head.date(text:sub(1, stop))
  if date and gloss.date.valid(date) then
    doc.date, doc.date_origin = date, "dateline"
  end
end

--- Sets what the head says and the input did not; the title's line.
local function read_head(doc, page, first)
  local title = title_line(page, first)
  if title and not doc.title then doc.title = lines.text(page, title) end
  local from = (title or first or 1)
  for i = math.max(1, from - 4), math.min(page.n, (first or from) + 3) do
    read_head_line(doc, page, i)
  end
  return title
end

local function masks(page, title, first, last)
  local rows = {}
  for i = 1, page.n do
    local reason, rule = judge(page, i, first, last)
    if reason and i ~= title then
      rows[#rows + 1] = { first = page.first[i], last = page.last[i], reason = reason, rule = rule }
    end
  end
  return rows
end

return gloss.step {
  name = "clean",
  gives = { "noise" },
  options = { mask = true,               -- false: find it, but hide nothing
              parts = { "all", "head" }, -- head: title, date, byline alone
              lines = false },           -- a table made by gloss clean --learn
  prepare = function(options) return learned.open(options.lines) end,
  run = function(doc, options, table_of_lines)
    local page = reading.page(doc, table_of_lines)
    local first, last = find_text(page, doc)
    local named = doc.title
    local title = read_head(doc, page, first)
    local rows = options.parts == "all" and masks(page, title, first, last) or {}
    if options.mask then assert(doc:mask(rows)) end
    doc:add("noise", rows, { "reason", "rule" })
    local log = explain.of(doc)
    if log then require "gloss.steps.clean.explained".tell(log, page, rows, named) end
  end,
}
