--- The text of one document as HTML: what was found is marked and explains
--- itself, what was masked is set apart. The text itself is never changed.
local html = require "gloss.report.html"
local escape, element = html.escape, html.element

local marks = {}

-- What the dictionaries call things, as groups that a reader tells apart.
local GROUPS = { PERSON = "person", PER = "person", ORG = "org",
                 MEDIA = "media", GPE = "place", LOC = "place" }

--- The group of an entity type: person, org, media, place or other.
---@param type? string
---@return string
function marks.group(type)
  return GROUPS[type or ""] or "other"
end

--- The place in the page where a name is explained.
---@param id string
---@return string
function marks.name_anchor(id) return "n-" .. html.anchor(id) end

--- The place in the page of a sentence of a document.
---@param number integer of the document
---@param sentence? integer of the sentence, from 1; the document if nil
---@return string
function marks.sentence_anchor(number, sentence)
  return sentence and ("d%ds%d"):format(number, sentence) or "d" .. number
end

-- ---- Notes -----------------------------------------------------------------

local function parts_of(...)
  local parts = {}
  for i = 1, select("#", ...) do
    local part = select(i, ...)
    if part and part ~= "" then parts[#parts + 1] = part end
  end
  return parts
end

-- Lines of a note; what stands in one line.
local function join(...) return table.concat(parts_of(...), "\n") end
local function join_line(...)
  return table.concat(parts_of(...), " \u{b7} ")
end

-- Which rule of the step made it.
local function rule(span) return span.rule and "rule: " .. span.rule end

local note = {}

function note.entities(e)
  local doubt = e.candidates and html.count(e.candidates, "candidate")
  return join(e.name or e.id, join_line(e.type, e.id),
              join_line(e.via and "found by " .. e.via, doubt))
end

function note.quotes(q, text)
  local who = q.speaker_name
  if not who and q.speaker then
    who = text:sub(q.speaker.first, q.speaker.last)
  end
  local cue = q.cue and text:sub(q.cue.first, q.cue.last)
  return join(who or "nobody is named",
              join_line(q.speaker_id, cue and "\u{201c}" .. cue .. "\u{201d}"),
              join_line(q.kind, not who and q.unknown), rule(q))
end

local function interval(t)
  if not t.from then return nil end
  return html.period(t.from, t.to or t.from)
end

function note.times(t)
  return join(t.value and interval(t),
              join_line(t.value or "no date can be told",
                        t.type and t.type:lower()), rule(t))
end

local function amount_value(a)
  local value
  if a.low and a.high and a.low ~= a.high then
    value = html.number(a.low) .. " to " .. html.number(a.high)
  elseif a.value then
    value = html.number(a.value)
  else
    return "no value can be told"
  end
  if a.approx then value = "about " .. value end
  local unit = a.unit or a.kind == "percent" and "%"
  return unit and value .. " " .. unit or value
end

function note.amounts(a) return join(amount_value(a), a.kind, rule(a)) end

-- ---- Marked spans ----------------------------------------------------------

local CLASS = { quotes = "q", times = "t", amounts = "a" }

-- A name inside a name is no link: links cannot hold links.
local function mark(item, text, inner, in_link)
  local why = note[item.layer](item.span, text)
  if item.layer == "entities" then
    local e = item.span
    if in_link then
      return element("span", { "class", "e " .. marks.group(e.type),
                               "aria-description", why }, inner)
    end
    return element("a", { "class", "e " .. marks.group(e.type),
                          "href", "#" .. marks.name_anchor(e.id or e.name),
                          "aria-description", why }, inner)
  end
  local class = item.span.kind == "indirect" and "r" or CLASS[item.layer]
  return element("span", { "class", class, "tabindex", "0",
                           "aria-description", why }, inner)
end

-- Outer spans first, where two stand at one place: a quote around a name
-- around a date.
local RANK = { quotes = 1, entities = 2, times = 3, amounts = 4 }

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  if a.last ~= b.last then return a.last > b.last end
  if a.rank ~= b.rank then return a.rank < b.rank end
  return a.index < b.index
end

local function collect(record)
  local items = {}
  for _, layer in ipairs { "quotes", "entities", "times", "amounts" } do
    for i, span in ipairs(record[layer]) do
      if layer ~= "entities" or span.id or span.name then
        items[#items + 1] = { layer = layer, span = span, first = span.first,
                              last = span.last, rank = RANK[layer], index = i }
      end
    end
  end
  table.sort(items, by_place)
  return items
end

-- The part of an item that lies in [first, last], or nil.
local function clip(item, first, last)
  local from, to = math.max(item.first, first), math.min(item.last, last)
  if from > to then return nil end
  return setmetatable({ first = from, last = to }, { __index = item })
end

-- Elements must nest: what crosses the end of an outer span goes on after it.
local function render(text, first, last, items, in_link)
  local out, at, i = {}, first, 1
  while i <= #items do
    local outer = items[i]
    local inner, rest = {}, {}
    i = i + 1
    while i <= #items and items[i].first <= outer.last do
      inner[#inner + 1] = clip(items[i], outer.first, outer.last)
      rest[#rest + 1] = clip(items[i], outer.last + 1, last)
      i = i + 1
    end
    out[#out + 1] = escape(text:sub(at, outer.first - 1))
    out[#out + 1] = mark(outer, text,
      render(text, outer.first, outer.last, inner,
             in_link or outer.layer == "entities"), in_link)
    at = outer.last + 1
    if #rest > 0 then
      table.move(items, i, #items, #rest + 1, rest)
      table.sort(rest, by_place)
      items, i = rest, 1
    end
  end
  out[#out + 1] = escape(text:sub(at, last))
  return table.concat(out)
end

-- Reads a sorted list forwards: each call gives those that share a byte with
-- [first, last], clipped. What lies wholly before is not looked at again.
local function reader(list)
  local from = 1
  return function(first, last)
    while list[from] and list[from].last < first do from = from + 1 end
    local found, i = {}, from
    while list[i] and list[i].first <= last do
      found[#found + 1] = clip(list[i], first, last)
      i = i + 1
    end
    return found
  end
end

-- ---- Blocks ----------------------------------------------------------------

-- A stretch of text: its sentences, each a place that links can lead to.
local function stretch(page, first, last)
  local out, at = {}, first
  for _, s in ipairs(page.sentences(first, last)) do
    out[#out + 1] = escape(page.text:sub(at, s.first - 1))
    local inner = render(page.text, s.first, s.last,
                         page.items(s.first, s.last))
    local id = not page.placed[s.number]
      and marks.sentence_anchor(page.number, s.number)
    page.placed[s.number] = true
    out[#out + 1] = element("span", { "id", id, "class", "s" }, inner)
    at = s.last + 1
  end
  out[#out + 1] = escape(page.text:sub(at, last))
  return table.concat(out)
end

local function blank(text, first, last)
  return not text:sub(first, last):find "[^ \t\r\n]"
end

local function noise_block(page, span)
  return element("p", { "class", "noise", "tabindex", "0",
                        "aria-description", "set aside: " .. span.reason },
                 escape(page.text:sub(span.first, span.last)))
end

-- Are the line breaks of a paragraph meant? Those of wrapped prose are not:
-- all its lines but the last are about as long as lines of text are.
local function has_meant_breaks(text, first, last)
  while true do
    local stop = text:find("\n", first, true)
    if not stop or stop > last then return false end
    local length = stop - first
    if length < 50 or length > 130 then return true end
    first = stop + 1
  end
end

-- What lies between masks, the title left out: it stands above.
local function paragraph(page, span)
  local out, at = {}, span.first
  local function text_until(last)
    if at <= last and not blank(page.text, at, last) then
      local lines = has_meant_breaks(page.text, span.first, span.last)
      out[#out + 1] = element("p", { "class", lines and "lines" },
                              stretch(page, at, last))
    end
  end
  for _, gap in ipairs(page.gaps(span.first, span.last)) do
    text_until(gap.first - 1)
    if gap.reason then out[#out + 1] = noise_block(page, gap) end
    at = gap.last + 1
  end
  text_until(span.last)
  return table.concat(out, "\n")
end

-- Where the title stands in the text, as a whole line among the first.
local function find_title(record)
  local title = record.title
  if not title or title == "" then return nil end
  local init = 1
  for _ = 1, 40 do
    local first, last = record.text:find(title, init, true)
    if not first then return nil end
    local before = first == 1 or record.text:sub(first - 1, first - 1) == "\n"
    if before and record.text:find("^[ \t]*\r?\n", last + 1) then
      return { first = first, last = last }
    end
    init = last + 1
  end
end

-- Masked lines that follow each other for one reason are one block.
local function joined(record)
  local list, last = {}, nil
  for _, span in ipairs(record.noise) do
    if last and last.reason == span.reason
       and blank(record.text, last.last + 1, span.first - 1) then
      last.last = span.last
    else
      last = { first = span.first, last = span.last,
               reason = span.reason or "masked" }
      list[#list + 1] = last
    end
  end
  return list
end

local function numbered(sentences)
  local list = {}
  for i, s in ipairs(sentences) do
    list[i] = { first = s.first, last = s.last, number = i }
  end
  return list
end

local function by_first(a, b) return a.first < b.first end

--- The title (marked where it stands in the text) and the body of a document.
---@param record gloss.report.Record
---@param number integer of the document in the report, from 1
---@return string title, string body HTML
function marks.article(record, number)
  local title = find_title(record)
  local gaps = joined(record)
  if title then gaps[#gaps + 1] = title end
  table.sort(gaps, by_first)
  local items, sentences = collect(record), numbered(record.sentences)
  local page = { text = record.text, number = number, gaps = reader(gaps),
                 sentences = reader(sentences), items = reader(items),
                 placed = {} }
  local heading = title and stretch(page, title.first, title.last)
    or escape(record.title or record.id)
  page.sentences, page.items = reader(sentences), reader(items)
  local body = {}
  for _, span in ipairs(record.paragraphs) do
    local block = paragraph(page, span)
    if block ~= "" then body[#body + 1] = block end
  end
  return heading, table.concat(body, "\n")
end

return marks
