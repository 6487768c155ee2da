--- Pairs quotation marks: which stretches of a text stand between marks.
---
--- Pairs are found within a paragraph. A mark that opens and never closes ends
--- with its paragraph where that looks like speech, otherwise it is dropped: an
--- odd number of marks is never an error, and never reaches far. Linear: the
--- search for the end of a single quotation is bounded.
local core = require "gloss.core"

local marks = {}

local MAX_DEPTH = 4       -- stretches inside one another
local SINGLE_REACH = 500  -- bytes to look ahead for the end of '...'
local OPEN_REACH = 2500   -- bytes of a stretch that only its paragraph ends

---@class quotes.Stretch
---@field first integer the opening mark's first byte
---@field last integer the closing mark's last byte
---@field from integer the content's first byte
---@field to integer the content's last byte
---@field family string double, low, angle, single, doubled ('' ''), ...
---@field depth integer 0: not inside another
---@field closed boolean is there a closing mark?
---@field continued boolean does it go on in the next paragraph?

-- Marks: their family, and what they do. "either": by the characters beside
-- them; "apostrophe": like that, where they are no apostrophe.
local MARKS = {
  ['"'] = { "double", "either" },
  ["“"] = { "double", "open" }, ["”"] = { "double", "close" },
  ["„"] = { "low", "open" },
  ["«"] = { "angle", "open" }, ["»"] = { "angle", "close" },
  ["‹"] = { "single_angle", "open" }, ["›"] = { "single_angle", "close" },
  ["''"] = { "doubled", "either" }, ["``"] = { "doubled", "open" },
  ["'"] = { "single", "apostrophe" }, ["’"] = { "single", "apostrophe" },
  ["‘"] = { "single", "open" }, ["‚"] = { "single", "open" },
  ["「"] = { "corner", "open" }, ["」"] = { "corner", "close" },
  ["『"] = { "white_corner", "open" }, ["』"] = { "white_corner", "close" },
}

-- First bytes of marks, and the line break.
local FIRST = "\"'`\xC2\xE2\xE3\n"

--- The mark at a byte, or nil.
local function mark_at(text, at)
  local byte = text:byte(at)
  if byte == 0x22 then return '"' end
  if byte == 0x27 or byte == 0x60 then
    local pair = text:sub(at, at + 1)
    if MARKS[pair] then return pair end
    return byte == 0x27 and "'" or nil
  end
  local mark = text:sub(at, at + (byte == 0xC2 and 1 or 2))
  return MARKS[mark] and mark or nil
end

---- What stands beside a mark -------------------------------------------------

local SPACE, LETTER, POINT, OPENING = 1, 2, 3, 4

local CLASS = {}
for byte = 0, 255 do
  local char = string.char(byte)
  CLASS[byte] = byte <= 32 and SPACE or char:find("[%w@#$]") and LETTER
    or char:find("[%(%[{<]") and OPENING or byte < 128 and POINT or LETTER
end

-- Last bytes of U+20xx: ‘ “ „ open.
local OPENS = { [0x98] = true, [0x9C] = true, [0x9E] = true }

local function class_after(text, at)
  local byte = text:byte(at)
  if not byte then return SPACE end
  if byte == 0xE2 and text:byte(at + 1) == 0x80 then
    local third = text:byte(at + 2)
    return third <= 0x8A and SPACE or OPENS[third] and OPENING or POINT
  end
  if byte == 0xC2 and text:byte(at + 1) == 0xA0 then return SPACE end
  return CLASS[byte]
end

local function class_before(text, at)
  local byte = at >= 1 and text:byte(at)
  if not byte then return SPACE end
  if byte < 0x80 then return CLASS[byte] end
  if byte == 0xA0 and text:byte(at - 1) == 0xC2 then return SPACE end
  if text:find("^\xE2\x80", at - 2) and at > 2 then
    if byte <= 0x8A then return SPACE end
    local dash = byte >= 0x90 and byte <= 0x95
    return (dash or OPENS[byte]) and OPENING or POINT
  end
  return LETTER
end

-- Behind these bytes a mark may open: - / " ' >
local LOOSE = { [0x2D] = true, [0x2F] = true, [0x22] = true, [0x27] = true,
                [0x3E] = true }

--- Could the mark first..last open a stretch, and could it close one?
local function shape_of(text, first, last)
  local before = class_before(text, first - 1)
  local after = class_after(text, last + 1)
  local free = before == SPACE or before == OPENING
  local opens = (free or LOOSE[text:byte(first - 1)]) and after ~= SPACE
  return opens or false, not free and after ~= LETTER
end

---- Single quotations ---------------------------------------------------------

-- What an apostrophe that ends a quotation stands behind.
local ENDS = "^[%.,%?!;:\"\x80-\xFF]"

--- Could the apostrophe behind byte `at` be a plural's, or a lost g: states',
--- talkin'?
local function may_be_plural(text, at)
  return text:find("^s", at) ~= nil or text:find("^in", at - 1) ~= nil
end

--- The marks of the line breaks and apostrophes from `from` on that could end a
--- single quotation; nil at the end of its paragraph, or before another.
local function next_close(text, from, limit)
  local at = from
  while true do
    at = text:find("['\xE2\n]", at)
    if not at or at > limit or text:find("^\n[ \t\r]*\n", at) then return end
    local mark = text:byte(at) ~= 10 and mark_at(text, at)
    if mark == "‘" then return end
    if mark == "'" or mark == "’" or mark == "''" then
      local last = at + (mark == "’" and 2 or 0)
      local _, closes = shape_of(text, at, last)
      if closes then return at, last end
      at = last
    end
    at = at + 1
  end
end

--- The closing mark of a single quotation whose content begins at `from`; nil.
--- A plural's apostrophe closes only where nothing better follows.
local function find_single_close(text, from)
  local held
  local at, last = next_close(text, from, from + SINGLE_REACH)
  while at do
    if text:find(ENDS, at - 1) or not may_be_plural(text, at - 1) then
      return at
    end
    held = held or at
    at, last = next_close(text, last + 1, from + SINGLE_REACH)
  end
  return held
end

---- Pairing -------------------------------------------------------------------

local Pairing = {}
Pairing.__index = Pairing

--- Closes the open stretch of a level, and drops those inside that never did.
function Pairing:close(level, to, last, closed, continued)
  local open = self.stack[level]
  for i = #self.stack, level, -1 do self.stack[i] = nil end
  if to < open.from then return end
  self.found[#self.found + 1] = {
    first = open.first, last = last, from = open.from, to = to,
    family = open.family, depth = level - 1, closed = closed,
    continued = continued or false }
end

--- Drops open stretches from a level on; what stands inside them is less deep.
function Pairing:drop(level)
  local first = self.stack[level].first
  local count = #self.stack - level + 1
  for i = #self.stack, level, -1 do self.stack[i] = nil end
  for i = #self.found, 1, -1 do
    local stretch = self.found[i]
    if stretch.first < first then break end
    stretch.depth = math.max(level - 1, stretch.depth - count)
  end
end

--- The level of the innermost open stretch of a family; nil.
function Pairing:level_of(family)
  for level = #self.stack, 1, -1 do
    local open = self.stack[level].family
    if open == family or open == "low" and family == "double" then
      return level
    end
  end
end

--- Was a stretch of the same family closed inside an open one?
function Pairing:inside(open)
  for i = #self.found, 1, -1 do
    local stretch = self.found[i]
    if stretch.first < open.first then return false end
    if stretch.family == open.family then return true end
  end
  return false
end

--- Does the paragraph that begins at `at` go on with a stretch of a family?
local function goes_on_at(text, at, family)
  local mark = at and MARKS[mark_at(text, at)]
  return mark and mark[1] == family and mark[2] ~= "close" or false
end

--- The end of a paragraph: what is still open ends here, or was no quotation.
---@param stop integer its last byte
---@param next_at? integer the first byte of the next
function Pairing:finish_paragraph(stop, next_at)
  local open, text, to = self.stack[1], self.text, stop
  if not open then return end
  while to >= open.from and CLASS[text:byte(to)] == SPACE do to = to - 1 end
  local length, family = to - open.from, open.family
  local continued = goes_on_at(text, next_at, family)
  local speech = length >= 2 and length <= OPEN_REACH
    and text:find("^[%u%d\x80-\xFF]", open.from) ~= nil
  if family == "single" or family == "doubled" or self:inside(open) then
    speech = continued
  end
  if speech then self:close(1, to, to, false, continued) else self:drop(1) end
end

--- A closing mark without an opening one: its paragraph's beginning opened it.
function Pairing:close_from_start(first, last)
  local text, from = self.text, self.paragraph
  if self.seen or first - from > OPEN_REACH or first - from < 2 then return end
  if not text:find("^[%.,%?!]", first - 1) then return end
  while CLASS[text:byte(from)] == SPACE do from = from + 1 end
  self.found[#self.found + 1] = {
    first = from, last = last, from = from, to = first - 1, family = "double",
    depth = 0, closed = true, continued = false }
end

function Pairing:take_single(mark, first, last)
  local level, text = self:level_of("single"), self.text
  if level then
    if self.stack[level].close == first then
      self:close(level, first - 1, last, true)
    end
    return
  end
  if mark == "’" or not shape_of(text, first, last) then return end
  local after = class_after(text, last + 1)
  if after ~= LETTER and after ~= OPENING then return end
  if mark == "'" then
    local word = text:match("^%w+", last + 1)
    if word and (self.elisions[word:lower()] or word:find("^%d%d")) then
      return                                               -- 'em, the '90s
    end
  end
  local close = find_single_close(text, last + 1)
  if not close then return end
  self.stack[#self.stack + 1] = { family = "single", first = first,
                                  from = last + 1, close = close }
end

--- What the mark does here: "open" or "close"; nil: nothing.
function Pairing:role_of(mark, level, opens, closes)
  local family, role = MARKS[mark][1], MARKS[mark][2]
  if mark == "“" and self:level_of("low") then return "close" end  -- „ “
  if family == "angle" and role == "close" and not level and opens then
    return "open"                                                  -- » so «
  end
  if role == "open" and level and closes and not opens then
    return "close"                                   -- the wrong mark: “so“
  end
  if role ~= "either" then return role end
  if level then return opens and not closes and "open" or "close" end
  if opens then return "open" end
  return closes and "close" or nil
end

function Pairing:open(mark, level, first, last)
  local text = self.text
  if level then
    -- one in another of the same marks; the outer is dropped where it never ends
    if level < #self.stack or level == MAX_DEPTH then self:drop(level) end
  end
  if class_after(text, last + 1) == SPACE
    and not text:find("^[ \n]+%u", last + 1) then
    return
  end
  self.stack[#self.stack + 1] = { family = MARKS[mark][1], first = first,
                                  from = last + 1 }
  self.seen = true
end

--- Is the mark part of markup, name="value"?
function Pairing:is_markup(mark, first, opens, closes)
  local family, role = MARKS[mark][1], MARKS[mark][2]
  if role == "either" and self.text:byte(first - 1) == 0x3D then       -- =
    self.markup = family
    return true
  end
  if self.markup ~= family then return false end
  self.markup = nil
  return closes or not opens
end

function Pairing:take(mark, first, last)
  local family = MARKS[mark][1]
  if family == "single" then return self:take_single(mark, first, last) end
  local opens, closes = shape_of(self.text, first, last)
  if self:is_markup(mark, first, opens, closes) then return end
  local level = self:level_of(family)
  local role = self:role_of(mark, level, opens, closes)
  if role == "open" then
    self:open(mark, level, first, last)
  elseif role == "close" and level then
    self:close(level, first - 1, last, true)
  elseif role == "close" and family == "double" then
    self:close_from_start(first, last)
    self.seen = true
  end
end

--- The byte before the next line, where that opens anew what is still open: the
--- next paragraph of a quotation, without a blank line between; nil.
function Pairing:goes_on(at)
  local open, text = self.stack[1], self.text
  if not open or #self.stack > 1 then return nil end
  local first = text:find("[^ \t\r]", at + 1)
  if not goes_on_at(text, first, open.family) then return nil end
  local mark = mark_at(text, first)
  return shape_of(text, first, first + #mark - 1) and first - 1 or nil
end

function Pairing:begin_paragraph(at)
  self.paragraph, self.seen, self.markup = at, false, nil
  if not self.stack or self.stack[1] then self.stack = {} end
end

--- Takes what stands at `at`, a byte of FIRST; the byte to go on from.
function Pairing:step(at)
  local text = self.text
  local byte, following = text:byte(at, at + 1)
  if byte ~= 10 then
    local mark = mark_at(text, at)
    if not mark then return at + 1 end
    self:take(mark, at, at + #mark - 1)
    return at + #mark
  end
  if CLASS[following] ~= SPACE and not self.stack[1] then return at + 1 end
  local blank
  if following == 10 and CLASS[text:byte(at + 2)] ~= SPACE then
    blank = at + 1
  else
    blank = select(2, text:find("^[ \t\r]*\n%s*", at + 1))
  end
  blank = blank or self:goes_on(at)
  if not blank then return at + 1 end
  self:finish_paragraph(at - 1, blank + 1)
  self:begin_paragraph(blank + 1)
  return blank + 1
end

local function before(a, b) return a.first < b.first end

--- The masked stretches of a document: first, last, first, last, ...
---@return integer[]
function marks.barriers(doc)
  local list = {}
  for first, last in doc.noise:offsets() do
    list[#list + 1], list[#list + 2] = first, last
  end
  return list
end

--- All stretches of a text, by first byte. No stretch crosses a barrier.
---@param text string
---@param barriers? integer[] masked: first, last, first, last, ..., sorted
---@param elisions table<string, boolean> words with an apostrophe in front
---@return quotes.Stretch[]
function marks.pair(text, barriers, elisions)
  local self = setmetatable({ text = text, found = {}, elisions = elisions },
                            Pairing)
  self:begin_paragraph(1)
  barriers = barriers or {}
  local places = core.places(text, FIRST)
  local b, i, at = 1, 1, places[1]
  while at or barriers[b] do
    local barrier, from = barriers[b]
    if barrier and (not at or at >= barrier) then
      self:finish_paragraph(barrier - 1)
      from, b = barriers[b + 1] + 1, b + 2
      self:begin_paragraph(from)
    else
      from = self:step(at)
    end
    while at and at < from do
      i = i + 1
      at = places[i]
    end
  end
  self:finish_paragraph(#text)
  table.sort(self.found, before)
  return self.found
end

return marks
