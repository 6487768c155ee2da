--- Cuts the words, numbers and marks of a small vocabulary out of text.
---
--- Words are compared as written, then in lower case, so that a table may
--- tell `May` from `may`. Numbers come in forms: ISO dates, dates with
--- slashes or dots, clock times, ordinals, decades, and plain numbers.
local lexer = {}

---@class gloss.phrases.Lexer
local Lexer = {}
Lexer.__index = Lexer

-- The forms of numbers; a grammar's rules may name them.
local NUMBER_CLASSES = { "ISO", "NUMDATE", "CLOCK", "ORDNUM", "DECADE", "INT2",
                         "YEAR4", "NUM", "YY", "JUNK" }

-- Bytes of letters: all of UTF-8 but the rows of punctuation and signs, whose
-- characters begin with C2 and E2.
local LETTER = "%a\x80-\xc1\xc3-\xe1\xe3-\xff"
local WORD = "^[" .. LETTER .. "]+"

--- Makes a lexer.
---@param t { words: table, numbers?: table, classes?: string[],
---  exact?: string[] } exact: classes whose words keep their case
function lexer.new(t)
  local own = setmetatable({ entries = {}, longer = {}, parts = {},
    classes = {}, is_class = {}, marks = {}, seen = {},
    numbers = t.numbers or {}, exact = {} }, Lexer)
  for _, class in ipairs(t.exact or {}) do own.exact[class] = true end
  local function add_class(class)
    if own.is_class[class] then return end
    own.is_class[class] = true
    own.classes[#own.classes + 1] = class
  end
  for _, class in ipairs(NUMBER_CLASSES) do add_class(class) end
  for _, class in ipairs(t.classes or {}) do add_class(class) end
  local names = {}
  for class in pairs(t.words) do names[#names + 1] = class end
  table.sort(names)
  for _, class in ipairs(names) do
    add_class(class)
    for word, value in pairs(t.words[class]) do own:add(word, class, value) end
  end
  for _, lists in pairs(own.longer) do
    for _, list in pairs(lists) do
      table.sort(list, function(a, b)
        if #a ~= #b then return #a > #b end
        return a < b
      end)
    end
  end
  return own
end

-- Takes one word, one mark ("$"), or several words with spaces.
function Lexer:add(word, class, value)
  assert(not self.entries[word], "the word \"" .. word .. "\" has two classes")
  self.entries[word] = { class = class, value = value, word = word }
  local head = word:match(WORD)
  if not head then
    local byte = word:sub(1, 1)
    self.marks[byte] = self.marks[byte] or {}
    table.insert(self.marks[byte], word)
    table.sort(self.marks[byte], function(a, b) return #a > #b end)
  elseif head ~= word then
    local lists = self.longer[head] or {}
    local key = word:match("^ ?.", #head + 1)
    lists[key] = lists[key] or {}
    table.insert(lists[key], word)
    self.longer[head] = lists
    for part in word:gmatch("[" .. LETTER .. "]+") do self.parts[part] = true end
  end
end

-- Trigger pattern -------------------------------------------------------------

-- Either apostrophe and any white space are as good as those of the tables.
local ALIKE = { ["'"] = "(?:'|’)", [" "] = "\\s+" }

local function quote(s)
  return ALIKE[s] or (s:gsub("[%p]", "\\%0"))
end

-- An alternation that shares beginnings, so that most words leave it at once.
local function shared(words)
  local heads, order, ends = {}, {}, false
  for _, word in ipairs(words) do
    local head = word:match("^[\0-\x7f\xc2-\xf4][\x80-\xbf]*")
    if not head then
      ends = true
    else
      if not heads[head] then
        heads[head] = {}
        order[#order + 1] = head
      end
      table.insert(heads[head], word:sub(#head + 1))
    end
  end
  local ways = {}
  for i, head in ipairs(order) do ways[i] = quote(head) .. shared(heads[head]) end
  if #ways == 0 then return "" end
  if #ways == 1 and not ends then return ways[1] end
  return "(?:" .. table.concat(ways, "|") .. ")" .. (ends and "?+" or "")
end

--- A regular expression for digits and the words of some classes.
---@param classes string[]
function Lexer:trigger_pattern(classes)
  local wanted, words, marks = {}, {}, {}
  for _, class in ipairs(classes) do wanted[class] = true end
  for word, entry in pairs(self.entries) do
    if wanted[entry.class] then
      if word:match(WORD) then
        words[#words + 1] = word:lower()
      else
        marks[#marks + 1] = quote(word)
      end
    end
  end
  table.sort(words)
  table.sort(marks, function(a, b)
    if #a ~= #b then return #a > #b end
    return a < b
  end)
  local known = #words > 0 and "|" .. shared(words) .. "(?![\\p{L}_])" or ""
  local ways = { "(?<![\\p{L}\\p{N}_])(?:\\d" .. known .. ")" }
  if #marks > 0 then ways[2] = table.concat(marks, "|") end
  return table.concat(ways, "|")
end

-- Words -----------------------------------------------------------------------

local function letter_at(text, at)
  return text:find("^[%d_" .. LETTER .. "]", at) ~= nil
end

-- Does the text hold the words of `phrase` at `at`? Any white space stands for
-- a space, any apostrophe for an apostrophe. Returns the place of the last byte.
local function longer_at(text, at, phrase, folded)
  local place = at
  for piece, mark in phrase:gmatch("([^ ']+)([ ']?)") do
    local stretch = text:sub(place, place + #piece - 1)
    if (folded and stretch:lower() or stretch) ~= piece then return nil end
    place = place + #piece
    if mark == " " then
      local gap = text:match("^[ \t]*\n?[ \t]*()", place)
      if gap == place then return nil end
      place = gap
    elseif mark == "'" then
      if text:sub(place, place) == "'" then place = place + 1
      elseif text:sub(place, place + 2) == "’" then place = place + 3
      else return nil end
    end
  end
  if letter_at(phrase:match "[\0-\x7f\xc2-\xf4][\x80-\xbf]*$", 1)
      and letter_at(text, place) then
    return nil
  end
  return place - 1
end

-- What follows the first word of a longer one, as its list is found: a mark, or
-- a space and the first letter of the next word.
local function key_after(text, at, folded)
  local key = text:sub(at, at)
  if key == "\xe2" then return "'" end
  if key:find "%s" then
    key = " " .. (text:match("^%s+(%S)", at) or "")
  end
  return folded and key:lower() or key
end

local function find_longer(self, text, at, head, folded)
  local lists = self.longer[head]
  if not lists then return nil end
  for _, phrase in ipairs(lists[key_after(text, at + #head, folded)] or {}) do
    local last = longer_at(text, at, phrase, folded)
    if last then return self.entries[phrase], last end
  end
end

-- Is the word known, alone or as part of a longer one?
local function is_known(self, word)
  local seen = self.seen[word]
  if seen == nil then
    local low = word:lower()
    seen = (self.entries[word] or self.entries[low] or self.longer[word]
      or self.longer[low] or self.parts[low]) and true or false
    if seen then self.seen[word] = true end
  end
  return seen
end

local BEFORE_SPACE = "()([" .. LETTER .. "]+)([.,]?[%s%-]+)$"
local ELIDED = "()([" .. LETTER .. "]+)['\xe2][\x80-\xbf]*$"
local BEFORE_HYPHEN = "()([" .. LETTER .. "]+)(-)$"

--- Where the known word that ends right before `at` begins; nil where there
--- is none. Numbers in digits are no words here.
function Lexer:word_before(text, at, floor)
  local from = math.max(floor, at - 40)
  local before = text:sub(from, at - 1)
  local start, word, gap = before:match(BEFORE_SPACE)
  if not start then start, word, gap = before:match(BEFORE_HYPHEN) end
  if not start then                                            -- l'année
    start, word = before:match(ELIDED)
    if not start or not self.entries[word:lower() .. "'"] then return nil end
    gap, word = "", word .. "'"
  end
  if not start or not is_known(self, word) then return nil end
  if start == 1 and from > floor then return nil end
  if start > 1 and before:find("^[%d_'" .. LETTER .. "]", start - 1) then
    return nil
  end
  if gap:find("\n%s*\n") or (gap:find("^%.") and not
      (self.entries[word:lower() .. "."])) then
    return nil
  end
  return from + start - 1
end

-- What may stand right before the first digit and belong to it.
local HEADS = { "'", "’", "‘", "." }

--- Where the apostrophe of a year ('82), or the point of .08, before `at` is;
--- nil where there is none.
function Lexer.digit_head(_, text, at)
  if not text:find("^%d", at) then return nil end
  for _, head in ipairs(HEADS) do
    local first = at - #head
    if first >= 1 and text:sub(first, at - 1) == head
        and (first == 1 or text:find("^[%s%-(/]", first - 1)) then
      return first
    end
  end
end

local function word_item(self, text, at, stop)
  local word = text:match(WORD, at)
  local last = at + #word - 1
  local low = word:lower()
  local entry, longer_last
  if low ~= word then
    entry, longer_last = find_longer(self, text, at, word, false)
  end
  if not entry then
    entry, longer_last = find_longer(self, text, at, low, true)
  end
  if entry then
    last = longer_last
  else
    entry = self.entries[word] or self.entries[low]
    if entry and entry.word ~= word and self.exact[entry.class] then return nil end
    local glued = self.numbers.glued             -- AD842, Dec31
    if text:find("^[%d_]", last + 1)
        and not (entry and glued and glued[entry.class]) then
      return nil
    end
  end
  if not entry or last > stop then return nil end
  return { first = at, last = last, class = entry.class, value = entry.value,
           text = text:sub(at, last) }
end

-- Numbers ---------------------------------------------------------------------

local function make(at, last, class, value, text)
  return { first = at, last = last, class = class, value = value,
           text = text:sub(at, last) }
end

local function iso_date(text, at)
  local y, m, d, last = text:match("^(%d%d%d%d)%-(%d%d)%-(%d%d)()", at)
  if not y or text:find("^%d", last) then return nil end
  local clock, after = text:match("^T(%d%d:%d%d[:%d]*Z?)()", last)
  return make(at, (after or last) - 1, "ISO",
    { year = tonumber(y), month = tonumber(m), day = tonumber(d),
      clock = clock }, text)
end

local function numeric_date(text, at)
  local a, mark, b, c, last =
    text:match("^(%d%d?)([/.])(%d%d?)%2(%d%d%d?%d?)()", at)
  if a and (#c == 2 or #c == 4) and not text:find("^[%d/]", last)
      and not text:find("^%.%d", last) then
    return make(at, last - 1, "NUMDATE",
      { tonumber(a), tonumber(b), tonumber(c), mark = mark,
        short = #c == 2 }, text)
  end
  a, b, c, last = text:match("^(%d%d%d%d)/(%d%d?)/(%d%d?)()", at)
  if a and not text:find("^[%d/]", last) then
    return make(at, last - 1, "NUMDATE",
      { tonumber(a), tonumber(b), tonumber(c), year_first = true }, text)
  end
end

local function clock(self, text, at)
  local h, m, last = text:match("^(%d%d?):(%d%d)()", at)
  local s, after
  if h then
    s, after = text:match("^:(%d%d)()", last)
  else
    h, m, last = text:match("^(%d%d?)[.h](%d%d)()", at)
    if h and not text:find("^ ?[AaPp]%.?[Mm]%f[^%w]", last)
        and not (self.numbers.hour_mark and (text:sub(at, last):find "h"
        or text:find("^%s?" .. self.numbers.hour_mark, last))) then
      h = nil
    end
    if not h and (self.numbers.hour_mark or ""):find "^h" then   -- 9 h 30
      h, m, last = text:match("^(%d%d?)%s?h%s(%d%d)()", at)
    end
  end
  if not h or text:find("^[%d]", after or last)
      or text:find("^[:]%d", after or last) then
    return nil
  end
  if tonumber(h) > 24 or tonumber(m) > 59 or (s and tonumber(s) > 60) then
    return nil
  end
  return make(at, (after or last) - 1, "CLOCK",
    { hour = tonumber(h), minute = tonumber(m), second = tonumber(s) }, text)
end

local function ordinal(self, text, at, digits)
  local after = at + #digits
  if #digits > 3 then return nil end
  for _, suffix in ipairs(self.numbers.ordinals or {}) do
    if text:sub(after, after + #suffix - 1):lower() == suffix
        and not letter_at(text, after + #suffix)
        and (suffix ~= "." or #digits < 3 and text:find("^ %a", after + 1)) then
      return make(at, after + #suffix - 1, "ORDNUM", tonumber(digits), text)
    end
  end
end

local function decade(self, text, at, digits)
  local after = at + #digits
  local s = text:match("^'?s()", after) or text:match("^’s()", after)
  for _, suffix in ipairs(self.numbers.decades or {}) do      -- 1960er
    s = s or text:match("^" .. suffix .. "()", after)
  end
  if not s or letter_at(text, s) or not digits:find("0$")
      or (#digits ~= 4 and #digits ~= 2) then
    return nil
  end
  return make(at, s - 1, "DECADE", tonumber(digits), text)
end

-- Digits with marks between thousands and before decimals; the text of the
-- number with a plain point, or nil where its marks make no number.
local function grouped(self, text, at)
  local comma = self.numbers.decimal_comma
  local thousands, point = comma and "%." or ",", comma and "," or "%."
  local head, last = text:match("^(%d%d?%d?" .. thousands .. "%d%d%d)()", at)
  if head then
    while true do
      local more, after = text:match("^(" .. thousands .. "%d%d%d)()", last)
      if not more or text:find("^%d", after) then break end
      head, last = head .. more, after
    end
  else
    head, last = text:match("^(%d%d?" .. thousands .. "%d%d" .. thousands
      .. "%d%d%d)()", at)                              -- 12,34,567
  end
  if not head then
    head, last = text:match("^(%d%d?%d?)()", at)
    local spaced = ""
    while head do                       -- 1 234 567, with any narrow space
      local more, after = text:match("^\xe2\x80\xaf(%d%d%d)()", last)
      if not more then more, after = text:match("^\xc2\xa0(%d%d%d)()", last) end
      if not more and (spaced ~= "" or self.numbers.thin_space
          or text:find("^ 000%f[%D]", last)
          or text:find("^ %d%d%d %d%d%d%f[%D]", last)) then
        more, after = text:match("^ (%d%d%d)()", last)
      end
      if not more or text:find("^%d", after) then break end
      spaced, last = spaced .. more, after
    end
    if head and text:find("^%d", last) then head = nil end
    head = head and head .. spaced
  end
  if not head then
    head, last = text:match("^(%d+)()", at)
  elseif text:find("^%d", last) then
    return nil
  end
  if not comma and head and text:find("^,00%f[%D]", last) then
    return (head:gsub("%D", "")), last + 3, false                -- 5,00
  end
  local whole = head:gsub("%D", "")
  local part, after = text:match("^" .. point .. "(%d+)()", last)
  if part then last = after end
  return whole .. (part and "." .. part or ""), last, head == whole and not part
end

-- A power of ten behind a number: "1e10", "1.3x10^6".
local function power(text, after)
  local e, last = text:match("^[eE]([+-]?%d%d?)()", after)
  if not e then e, last = text:match("^ ?x ?10%^(%-?%d%d?)()", after) end
  if not e then e, last = text:match("^ ?×  ?10%^(%-?%d%d?)()", after) end
  if e and not letter_at(text, last) then return "e" .. e, last end
  return "", after
end

local function junk(text, at)
  local last = text:match("^[%d.,:]*%d()", at)
  return make(at, last - 1, "JUNK", nil, text)
end

local function number(self, text, at)
  local digits = text:match("^%d*", at)
  local item = ordinal(self, text, at, digits) or decade(self, text, at, digits)
  if item then return item end
  local value, after, plain
  if digits == "" then                                   -- .08
    value, after = text:match("^(%.%d+)()", at)
  else
    value, after, plain = grouped(self, text, at)
  end
  if not value or #digits > 15 or text:find("^[.,:]%d", after) then
    return junk(text, at)
  end
  local exponent
  exponent, after = power(text, after)
  local class = "NUM"
  if exponent ~= "" then
    value = value .. exponent
  elseif plain and #digits <= 2 then
    class = "INT2"
  elseif plain and #digits == 4 and digits:find("^[12]") then
    class = "YEAR4"
  end
  value = tonumber(value)
  local raised, last = text:match("^%^(%-?%d%d?)()", after)
  if raised and not text:find("^[%d.]", last) then       -- 1.1^23
    value, after, class = value ^ tonumber(raised), last, "NUM"
  end
  return make(at, after - 1, class, math.tointeger(value) or value, text)
end

local function apostrophe_year(text, at)
  local digits, after = text:match("^'(%d%d)()", at)
  if not digits then digits, after = text:match("^’(%d%d)()", at) end
  if not digits then digits, after = text:match("^‘(%d%d)()", at) end
  if not digits or text:find("^%d", after) then return nil end
  local s = text:match("^'?s()", after)
  if s and digits:find("0$") and not letter_at(text, s) then
    return make(at, s - 1, "DECADE", tonumber(digits), text)
  end
  if letter_at(text, after) then return nil end
  return make(at, after - 1, "YY", tonumber(digits), text)
end

-- The item at a place, and the gap after it -----------------------------------

--- The item that begins at `at`; nil where no known word does.
---@return gloss.phrases.Item?
function Lexer:item(text, at, stop)
  local byte = text:byte(at)
  if not byte or at > stop then return nil end
  local item
  if byte == 46 and text:find("^%.%d", at) then
    item = number(self, text, at)
  elseif byte >= 48 and byte <= 57 then
    item = iso_date(text, at) or clock(self, text, at) or numeric_date(text, at)
      or number(self, text, at)
  else
    local marks = self.marks[text:sub(at, at)]
    for _, mark in ipairs(marks or {}) do
      if text:sub(at, at + #mark - 1) == mark then
        local entry = self.entries[mark]
        item = make(at, at + #mark - 1, entry.class, entry.value, text)
        break
      end
    end
    item = item or (byte == 39 or byte == 0xe2) and apostrophe_year(text, at)
      or (text:find(WORD, at) and word_item(self, text, at, stop)) or nil
  end
  if item and item.last <= stop then return item end
end

-- One mark that may stand between two words.
local MARKS = { { ",", "," }, { "--", "-" }, { "-", "-" }, { "–", "-" },
                { "—", "-" }, { "‐", "-" }, { "‑", "-" }, { "/", "/" },
                { "(", "(" } }

--- What separates the item before `at` from the next one: "" no gap ("+"),
--- white space "_", a mark, "=" for a dash between spaces; and where the next
--- item begins. nil at a blank line, at any other mark and at the end.
---@return string? gap, integer? next
function Lexer.gap(_, text, at, stop)
  local place = text:match("^[ \t]*\r?\n?[ \t]*()", at)
  if text:sub(place, place + 1) == "\xc2\xa0" then
    place = text:match("^[ \t]*()", place + 2)
  end
  local gap = place > at and "_" or "+"
  local byte = text:byte(place)
  if not byte or place > stop then return nil end
  if byte == 44 or byte == 45 or byte == 47 or byte == 40 or byte == 0xe2 then
    for _, mark in ipairs(MARKS) do
      if text:sub(place, place + #mark[1] - 1) == mark[1] then
        local after = place + #mark[1]
        local next_place = text:match("^[ \t]*\r?\n?[ \t]*()", after)
        local apart = gap == "_" or next_place > after
        gap = mark[2] == "-" and apart and "=" or mark[2]
        place = next_place
        break
      end
    end
  end
  if place > stop or text:find("^[\n\r]", place) then return nil end
  return gap, place
end

return lexer
