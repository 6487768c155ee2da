--- The step `clean`: masks what a pasted news page holds beside the article, and
--- reads the article's head.
---
--- Masked lines become the layer `noise` with the columns reason and rule; they
--- are never deleted, and every later step passes them over. It sets doc.title,
--- .byline, .date (origin "dateline"), .place where the input did not say them.
--- A line is judged by its words (clean/phrases.lua), by its form
--- (clean/lines.lua), by its neighbours (clean/around.lua) and by where it stands
--- (clean/segment.lua). The lines that a source repeats on every page are learned
--- from many pages (clean/learned.lua) and given as the option `lines`.
---
--- What it does not do: cut furniture out of the middle of a line.
local gloss = require "gloss"
local around = require "gloss.steps.clean.around"
local head = require "gloss.steps.clean.head"
local learned = require "gloss.steps.clean.learned"
local lines = require "gloss.steps.clean.lines"
local segment = require "gloss.steps.clean.segment"

-- A document is taken apart where at least so many lines outside its text call
-- themselves furniture; elsewhere (a list, a poem, a note) only such lines are
-- masked.
local PAGE = 3

-- The title is looked for so many lines above the text.
local ABOVE = 20

--- The lines that are not blank: text, and place from 1, last one in.
local function lines_of(text)
  local texts, places = {}, {}
  for first, line, after in text:gmatch("()([^\r\n]*)()[\r\n]*") do
    if line:find("%S") then
      local last = after - 1
      while text:find("^%s", last) do last = last - 1 end
      first = first + #line:match("^%s*")
      texts[#texts + 1] = text:sub(first, last)
      places[#places + 1] = { first, last }
    end
  end
  return texts, places
end

--- What only neighbours tell: a name on its own above a date is a byline; a
--- short line above furniture, no blank line between, is its heading.
local function read_neighbours(list, places, text)
  for i = 1, #list - 1 do
    local line, below = list[i], list[i + 1]
    local between = text:sub(places[i][2] + 1, places[i + 1][1] - 1)
    local close = select(2, between:gsub("\n", "")) <= 1
    if not line.reason and close and below.reason and not line.stop then
      if below.reason == "dateline" and line.words <= 4 and head.is_name(line.text) then
        line.reason = "byline"
      elseif below.reason == "newsletter" and line.words <= 8 then
        line.reason = below.reason
      end
    end
  end
end

--- Where the text begins and ends, in lines.
local function extent(list)
  local first, last
  for i, line in ipairs(list) do
    if line.body then first, last = first or i, i end
  end
  return first or #list + 1, last or #list
end

local REACH = 2 -- lines of furniture that a text goes on behind

--- Takes whole sentences into the text that stand right behind it, with
--- nothing between but lines that call themselves furniture: a short article
--- is easily cut off at an advertisement.
local function reach(list, last)
  local skipped = 0
  for i = last + 1, #list do
    local line = list[i]
    if line.reason and not line.section then
      skipped = skipped + 1
      if skipped > REACH then return last end
    elseif line.stop and line.words >= 4 and not line.cut and not line.section then
      line.body, last, skipped = true, i, 0
    else
      return last
    end
  end
  return last
end

--- Is it a page: do enough lines call themselves furniture?
--- A headline that repeats the first line, the page's own title, counts as two.
local function is_page(list, first, last)
  local count, titled = 0, false
  for i, line in ipairs(list) do
    if line.headline and not titled then count, titled = count + 2, true end
    local outside = i < first or i > last
    if around.is_furniture(line) or outside and line.section then count = count + 1 end
    if count >= PAGE then return true end
  end
  return false
end

--- The reason to mask line i, or nil; and the rule that decided.
local function judge(line, i, first, last)
  if line.reason then return line.reason, line.learned and "learned" or "words" end
  if not first then return nil end
  if line.echo and not line.stop then return "caption", "repeated" end
  if i > last then return "links", "behind the text" end
  if i < first then return "navigation", "before the text" end
  if not line.body then return "teaser", "gap in the text" end
  return nil
end

local function may_be_title(line, below)
  local head_below = below and (below.reason == "byline" or below.reason == "dateline")
  return line.words >= (head_below and 2 or 3) and line.words <= 30 and not line.reason and not line.section
    and not line.text:find("[%.:;,|]$") and not line.text:find("%.%s+%u")
end

--- The number of the line that is the title, or nil: the headline that is also
--- the page's own title, or the likeliest line shortly before the text.
local function title_line(list, first)
  local from = first or 1
  local best, best_score
  for i = math.max(1, from - ABOVE), math.min(from + 1, #list) do
    local line = list[i]
    if may_be_title(line, list[i + 1]) and (i < from or i == 1 or line.headline) then
      local score = math.min(line.words, 9) - math.abs(from - i) * 0.7 + (line.headline and 12 or 0)
      if not best or score > best_score then best, best_score = i, score end
    end
  end
  return best
end

--- Sets what the head says and the input did not.
local function read_head(doc, list, first)
  local title = title_line(list, first)
  if title and not doc.title then doc.title = list[title].text end
  local from = (title or first or 1)
  for i = math.max(1, from - 4), math.min(#list, (first or from) + 3) do
    local line = list[i]
    if not doc.byline then doc.byline = line.reason == "byline" and head.byline(line.text) or nil end
    local text = line.text:match("^%s*(.*)$")
    local place, stop = head.dateline(text)
    if place and not doc.place and not line.reason then doc.place = place end
    local date = (line.reason == "dateline" or line.reason == "byline") and head.date(text)
      or stop and head.date(text:sub(1, stop))
    if date and not doc.date and gloss.date.valid(date) then
      doc.date, doc.date_origin = date, "dateline"
    end
  end
  return title
end

--- Reads the lines and says for each whether it is in the text.
local function read(texts, places, doc, table_of_lines)
  local list = {}
  for i, text in ipairs(texts) do
    list[i] = lines.read(text)
    learned.apply(table_of_lines, list[i], doc.meta.source)
  end
  read_neighbours(list, places, doc.text)
  around.signs(list, doc.title, segment.scale(list))
  segment.mark(list)
  local first, last = extent(list)
  last = reach(list, last)
  if not is_page(list, first, last) then first, last = nil, nil end
  return list, first, last
end

return gloss.step {
  name = "clean",
  gives = { "noise" },
  options = { mask = true,               -- false: find it, but hide nothing
              parts = { "all", "head" }, -- head: title, date, byline alone
              lines = false },           -- a table made by gloss clean --learn
  prepare = function(options) return learned.open(options.lines) end,
  run = function(doc, options, table_of_lines)
    local texts, places = lines_of(doc.text)
    local list, first, last = read(texts, places, doc, table_of_lines)
    local title = read_head(doc, list, first)
    local rows = {}
    for i, line in ipairs(options.parts == "all" and list or {}) do
      local reason, rule = judge(line, i, first, last)
      if reason and i ~= title then
        rows[#rows + 1] = { first = places[i][1], last = places[i][2], reason = reason, rule = rule }
      end
    end
    if options.mask then doc:mask(rows) end
    doc:add("noise", rows, { "reason", "rule" })
  end,
}
