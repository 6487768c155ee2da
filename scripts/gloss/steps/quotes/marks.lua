--- Pairs quotation marks: which stretches of a text stand between marks.
---
--- Pairs are found within a paragraph. A mark that opens and never closes ends
--- with its paragraph where that looks like speech, otherwise it is dropped:
--- an odd number of marks is never an error, and never reaches far. Time is
--- linear: the search for the end of a single quotation is bounded.
local marks = {}

local SINGLE_REACH = 500  -- bytes to look ahead for the end of '...'
local MAX_DEPTH = 4       -- stretches inside one another
local OPEN_REACH = 2500   -- bytes of a stretch that only its paragraph ends

---@class quotes.Stretch
---@field first integer the opening mark's first byte
---@field last integer the closing mark's last byte
---@field from integer the content's first byte
---@field to integer the content's last byte
---@field family string double, single, doubled ('' ''), angle
---@field depth integer 0: not inside another
---@field closed boolean is there a closing mark?
---@field continued boolean goes on in the next paragraph

-- Marks: family, and what they can do: "open", "close", "either" by the
-- characters beside them, "apostrophe" where it may be none at all.
local MARKS = {
  ['"'] = { "double", "either" },
  ["“"] = { "double", "open" }, ["”"] = { "double", "close" },
  ["„"] = { "low", "open" },
  ["«"] = { "angle", "open" }, ["»"] = { "angle", "close" },
  ["‹"] = { "single_angle", "open" }, ["›"] = { "single_angle", "close" },
  ["''"] = { "doubled", "either" }, ["``"] = { "doubled", "open" },
  ["'"] = { "single", "apostrophe" },
  ["‘"] = { "single", "open" }, ["’"] = { "single", "apostrophe" },
  ["‚"] = { "single", "open" },
  ["「"] = { "corner", "open" }, ["」"] = { "corner", "close" },
  ["『"] = { "white_corner", "open" }, ["』"] = { "white_corner", "close" },
}

local FIRST = "[\"'`\xC2\xE2\xE3\n]"

--- The mark at a byte, or nil.
local function mark_at(text, at)
  local byte = text:byte(at)
  local mark
  if byte == 0x22 then return '"' end
  if byte == 0x27 or byte == 0x60 then
    mark = text:sub(at, at + 1)
    if MARKS[mark] then
      -- ''' is a single mark and a doubled one, in the order that closes
      return mark
    end
    return byte == 0x27 and "'" or nil
  end
  mark = byte == 0xC2 and text:sub(at, at + 1) or text:sub(at, at + 2)
  return MARKS[mark] and mark or nil
end

local SPACE, LETTER, POINT, OPENING = 1, 2, 3, 4

-- What stands beside a mark, for the byte next to it: ASCII by class.
local CLASS = {}
for byte = 0, 255 do
  local char = string.char(byte)
  CLASS[byte] = (byte <= 32 and SPACE) or (char:find("[%w@#$]") and LETTER)
    or (char:find("[%(%[{<]") and OPENING) or (byte < 128 and POINT) or LETTER
end

-- Behind these a mark may open: - / " ' >
local LOOSE = { [45] = true, [47] = true, [34] = true, [39] = true, [62] = true }

local function class_after(text, at)
  local byte = text:byte(at)
  if not byte then return SPACE end
  if byte == 0xE2 and text:byte(at + 1) == 0x80 then
    local third = text:byte(at + 2)
    if third >= 0x80 and third <= 0x8A then return SPACE end
    if third == 0x98 or third == 0x9C or third == 0x9E then return OPENING end
    return POINT
  end
  if byte == 0xC2 and text:byte(at + 1) == 0xA0 then return SPACE end
  return CLASS[byte]
end

local function class_before(text, at)
  if at < 1 then return SPACE end
  local byte = text:byte(at)
  if byte < 0x80 then return CLASS[byte] end
  if byte == 0xA0 and text:byte(at - 1) == 0xC2 then return SPACE end
  if at > 2 and text:byte(at - 2) == 0xE2 and text:byte(at - 1) == 0x80 then
    if byte <= 0x8A then return SPACE end
    if byte == 0x98 or byte == 0x9C or byte == 0x9E then return OPENING end
    if byte >= 0x90 and byte <= 0x95 then return OPENING end   -- dashes
    return POINT
  end
  return LETTER
end

--- Which ends of a stretch the mark could be, by its neighbours.
local function shape_of(text, first, last)
  local before, after = class_before(text, first - 1), class_after(text, last + 1)
  local prior = text:byte(first - 1)
  local loose = before == SPACE or before == OPENING
    or LOOSE[prior] or false
  local opens = loose and after ~= SPACE
  local closes = before ~= SPACE and before ~= OPENING and after ~= LETTER
  return opens, closes, before, after
end

-- Is the apostrophe at `at` the end of a single quotation that began before?
local function closes_single(text, at, last)
  local before, after = class_before(text, at - 1), class_after(text, last + 1)
  return before ~= SPACE and before ~= OPENING and after ~= LETTER
end

--- Where a single quotation that opens before `from` ends: the bytes of its
--- closing mark; nil. A plural's apostrophe ("the states' rights") closes only
--- where nothing better follows.
local function find_single_close(text, from, limit)
  local held, held_last
  local at = from
  while true do
    at = text:find("['\xE2\n]", at)
    if not at or at > limit then break end
    if text:byte(at) == 10 then
      if text:find("^[ \t\r]*\n", at + 1) then break end
    else
      local mark = mark_at(text, at)
      if mark == "‘" then break end
      if mark == "'" or mark == "’" or mark == "''" then
        local last = at + (mark == "’" and 2 or 0)
        if closes_single(text, at, last) then
          local before = text:sub(at - 1, at - 1)
          if before:find("[%.,%?!;:\"]") or before:byte() > 127 then return at, last end
          if before ~= "s" and not text:find("^in", at - 2) then return at, last end
          if not held then held, held_last = at, last end
        end
        at = last
      end
    end
    at = at + 1
  end
  return held, held_last
end

local Pairing = {}
Pairing.__index = Pairing

function Pairing:top()
  return self.stack[#self.stack]
end

function Pairing:push(family, first, last)
  self.stack[#self.stack + 1] = { family = family, first = first, from = last + 1 }
end

--- Takes a stretch off the stack, with what opened inside it and never closed.
function Pairing:close(level, to, last, closed, continued)
  local open = self.stack[level]
  for i = #self.stack, level, -1 do self.stack[i] = nil end
  if to < open.from then return end
  self.found[#self.found + 1] = {
    first = open.first, last = last, from = open.from, to = to, family = open.family,
    depth = level - 1, closed = closed, continued = continued or false,
  }
end

--- The innermost open stretch of a family; "..." may close what “ opened.
function Pairing:level_of(family)
  for level = #self.stack, 1, -1 do
    local open = self.stack[level].family
    if open == family or (open == "low" and family == "double") then return level end
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

--- Takes marks off the stack that opened and never closed; what stands inside
--- them is less deep then.
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

--- The end of a paragraph: what is still open ends here or was no quotation.
function Pairing:finish_paragraph(stop, next_at)
  local open = self.stack[1]
  if open then
    local text = self.text
    local to = stop
    while to >= open.from and CLASS[text:byte(to)] == SPACE do to = to - 1 end
    local speech = to - open.from >= 2 and to - open.from <= OPEN_REACH
      and text:find("^[%u\x80-\xff%d]", open.from) ~= nil
    local family = open.family
    local continued = false
    local mark = next_at and mark_at(text, next_at)
    if mark and MARKS[mark][1] == family and MARKS[mark][2] ~= "close" then continued = true end
    if family == "single" or family == "doubled" or self:inside(open) then speech = continued end
    if speech then
      self:close(1, to, to, false, continued)
    else
      self:drop(1)
    end
  end
end

--- A closing mark without an opening one: the paragraph's beginning opened it.
function Pairing:close_from_start(first, last)
  local text, from = self.text, self.paragraph
  if self.seen or first - from > OPEN_REACH or first - from < 2 then return end
  if not text:find("^[%.,%?!]", first - 1) then return end
  while CLASS[text:byte(from)] == SPACE do from = from + 1 end
  self.found[#self.found + 1] = { first = from, last = last, from = from, to = first - 1,
    family = "double", depth = 0, closed = true, continued = false, unopened = true }
end

function Pairing:take_single(mark, first, last)
  local before, after = class_before(self.text, first - 1), class_after(self.text, last + 1)
  local open = self:level_of("single")
  if open and self.stack[open].close == first then
    self:close(open, first - 1, last, true)
    return
  end
  if open or after ~= LETTER and after ~= OPENING then return end
  local prior = self.text:byte(first - 1)
  if before ~= SPACE and before ~= OPENING and prior ~= 34 and prior ~= 45 and prior ~= 47 then return end
  if mark ~= "‘" and mark ~= "‚" then
    if mark == "’" then return end
    local word = self.text:match("^(%w+)", last + 1)
    if word and (self.elisions[word:lower()] or word:find("^%d%d")) then return end
  end
  local close = find_single_close(self.text, last + 1, last + SINGLE_REACH)
  if not close then return end
  self:push("single", first, last)
  self:top().close = close
end

function Pairing:take(mark, first, last)
  local family, role = MARKS[mark][1], MARKS[mark][2]
  if family == "single" then return self:take_single(mark, first, last) end
  local opens, closes = shape_of(self.text, first, last)
  local level = self:level_of(family)
  if self.text:byte(first - 1) == 61 and role == "either" then    -- name="value"
    self.attribute = family
    return
  end
  if self.attribute == family then
    self.attribute = nil
    if closes or not opens then return end
  end
  if mark == "“" and self:level_of("low") then role = "close" end    -- German „ “
  if family == "angle" and role == "close" and not level and opens then role = "open" -- German » «
  elseif family == "angle" and role == "open" and level and closes and not opens then role = "close" end
  if role == "either" then
    if level then
      role = (opens and not closes) and "open" or "close"
    else
      role = (opens or not closes) and "open" or "close"
      if role == "open" and not opens then return end
    end
  end
  if role == "open" then
    local directed = MARKS[mark][2] ~= "either" and level and level == #self.stack
      and level < MAX_DEPTH and not self.text:find("^[\"“]?\n", first - 1)
    if level and not directed then self:drop(level) end   -- the earlier one never closed
    if class_after(self.text, last + 1) == SPACE and not self.text:find("^[ \n]+%u", last + 1) then return end
    self:push(family, first, last)
    self.seen = true
  elseif level then
    self:close(level, first - 1, last, true)
  elseif family == "double" then
    self:close_from_start(first, last)
    self.seen = true
  end
end

--- All stretches of a text, by first byte. `barriers` (sorted first, last, ...)
--- are masked: no stretch crosses one.
---@param text string
---@param barriers? integer[]
---@param elisions table<string, boolean> words with an apostrophe in front
---@return quotes.Stretch[]
function marks.pair(text, barriers, elisions)
  local self = setmetatable({ text = text, stack = {}, found = {}, paragraph = 1,
                              seen = false, elisions = elisions }, Pairing)
  barriers = barriers or {}
  local barrier, at = 1, 1
  while true do
    at = text:find(FIRST, at)
    local stop = barriers[barrier]
    if stop and (not at or at >= stop) then
      self:finish_paragraph(stop - 1)
      at = barriers[barrier + 1] + 1
      self.paragraph, self.seen, self.attribute = at, false, nil
      barrier = barrier + 2
    elseif not at then
      break
    elseif text:byte(at) == 10 then
      local _, blank = text:find("^[ \t\r]*\n[%s]*", at + 1)
      if blank then
        self:finish_paragraph(at - 1, blank + 1)
        self.paragraph, self.seen, self.attribute = blank + 1, false, nil
        at = blank + 1
      else
        at = at + 1
      end
    else
      local mark = mark_at(text, at)
      if mark then
        self:take(mark, at, at + #mark - 1)
        at = at + #mark
      else
        at = at + 1
      end
    end
  end
  self:finish_paragraph(#text)
  table.sort(self.found, function(a, b) return a.first < b.first end)
  return self.found
end

return marks
