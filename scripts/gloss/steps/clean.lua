--- The step `clean`: masks what a pasted news page holds beside the article, and
--- reads the article's head.
---
--- Masked lines become the layer `noise` with the columns reason and rule; they
--- are never deleted, and every later step passes them over. It sets doc.title,
--- .byline, .date (origin "dateline"), .place where the input did not say them.
--- A line is judged by its words (clean/furniture.lua), by its form
--- (clean/lines.lua) and by where it stands (clean/segment.lua).
---
--- What it does not do: learn the lines that a source repeats on every page (a
--- step sees one document), or cut furniture out of the middle of a line.
local gloss = require "gloss"
local head = require "gloss.steps.clean.head"
local lines = require "gloss.steps.clean.lines"
local segment = require "gloss.steps.clean.segment"

-- A document is taken apart where a text stands out of it by this score, or
-- where this many lines call themselves furniture; elsewhere (a list, a poem,
-- a note) only such lines are masked.
local SURE = 4
local SURELY_PAGE = 4

--- The lines that are not blank: text, and place from 1, last one in.
local function lines_of(text)
  local texts, places = {}, {}
  for first, line, after in text:gmatch("()([^\r\n]*)()[\r\n]*") do
    if line:find("%S") then
      texts[#texts + 1] = line
      local lead = #line:match("^%s*")
      places[#places + 1] = { first + lead, after - 1 - #line:match("%s*$") }
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

local function furniture_count(list)
  local count = 0
  for _, line in ipairs(list) do count = count + (line.reason and 1 or 0) end
  return count
end

--- A line that stands twice close together, as the captions of a gallery do.
local function is_repeated(line)
  return line.near and line.words >= 4 and not line.stop
end

--- The reason to mask line i, or nil; and the rule that decided.
local function judge(line, i, first, last)
  if not first then return line.reason, line.reason and "words" end
  if line.reason then return line.reason, "words" end
  if i > last then return "links", "behind the text" end
  if is_repeated(line) then return "caption", "repeated" end
  if i < first then return "navigation", "before the text" end
  if not line.body then return "teaser", "gap in the text" end
  return nil
end

--- The number of the line that is the title, or nil: the likeliest one among
--- those shortly before the text.
local function title_line(list, first)
  local best, best_score
  for i = math.max(1, (first or 1) - 12), math.min(first or #list, #list) do
    local line = list[i]
    if line.words >= 3 and line.words <= 28 and not line.reason and not line.text:find("[%.:;,|]%s*$")
      and not line.text:find("%.%s+%u")
      and (i < (first or 0) or i == 1) then
      local score = math.min(line.words, 9) - ((first or 1) - i) * 0.7
      if not best or score > best_score then best, best_score = i, score end
    end
  end
  return best
end

--- Sets what the head says and the input did not.
local function read_head(doc, list, first)
  local title = title_line(list, first)
  if title and not doc.title then doc.title = list[title].text:match("^%s*(.-)%s*$") end
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

return gloss.step {
  name = "clean",
  gives = { "noise" },
  options = { mask = true,               -- false: find it, but hide nothing
              parts = { "all", "head" } }, -- head: title, date, byline alone
  run = function(doc, options)
    local texts, places = lines_of(doc.text)
    local list = lines.weigh(texts)
    read_neighbours(list, places, doc.text)
    local first, last
    if segment.mark(list) >= SURE or furniture_count(list) >= SURELY_PAGE then first, last = extent(list) end
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
