--- Makes core/unicode/breaks_table.c from the Unicode Character Database.
---
---   lua5.4 scripts/dev/make_breaks.lua [UCD] > core/unicode/breaks_table.c
---
--- UCD is a directory such as /usr/share/unicode (Debian: unicode-data), the
--- default. Its files must be of the version below. The tables are committed,
--- so that a build needs neither Lua nor the database.

local VERSION = "15.0.0"
local BLOCK = 256 -- code points a row; breaks.h shifts by 8
local LAST = 0x10FFFF

local directory = arg[1] or "/usr/share/unicode"

-- Names as in breaks.h, by the values' names in the database.
local WORD = {
  Other = "WB_OTHER", CR = "WB_CR", LF = "WB_LF", Newline = "WB_NEWLINE",
  Extend = "WB_EXTEND", ZWJ = "WB_ZWJ", Regional_Indicator = "WB_REGIONAL",
  Format = "WB_FORMAT", Katakana = "WB_KATAKANA", Hebrew_Letter = "WB_HEBREW",
  ALetter = "WB_ALETTER", Single_Quote = "WB_SINGLE_QUOTE",
  Double_Quote = "WB_DOUBLE_QUOTE", MidNumLet = "WB_MIDNUMLET",
  MidLetter = "WB_MIDLETTER", MidNum = "WB_MIDNUM", Numeric = "WB_NUMERIC",
  ExtendNumLet = "WB_EXTENDNUMLET", WSegSpace = "WB_WSEGSPACE",
}
local SENTENCE = {
  Other = "SB_OTHER", CR = "SB_CR", LF = "SB_LF", Sep = "SB_SEP",
  Extend = "SB_EXTEND", Format = "SB_FORMAT", Sp = "SB_SP",
  Lower = "SB_LOWER", Upper = "SB_UPPER", OLetter = "SB_OLETTER",
  Numeric = "SB_NUMERIC", ATerm = "SB_ATERM", STerm = "SB_STERM",
  SContinue = "SB_SCONTINUE", Close = "SB_CLOSE",
}

--- Calls `take(first, last, value)` for each line of a property file, and
--- stops the program if the file is missing or of another version.
---@param name string path below the directory
---@param take fun(first: integer, last: integer, value: string)
local function read(name, take)
  local file, err = io.open(directory .. "/" .. name, "rb")
  if not file then
    error(err .. " (package unicode-data, Unicode " .. VERSION .. ")", 0)
  end
  local text <const> = file:read "a"
  file:close()
  -- Only emoji-data.txt does not carry it in its first line; its versions
  -- have two numbers.
  local title = text:match "^#%s*([^\n]*)"
  if not title:find("-" .. VERSION .. ".txt", 1, true)
     and not text:find("# Used with Emoji Version "
                       .. VERSION:match "^%d+%.%d+" .. " ", 1, true) then
    error(name .. " is not of Unicode " .. VERSION .. ": " .. title, 0)
  end
  for line in text:gmatch "[^\n]+" do
    local first, last, value =
      line:match "^(%x+)%.?%.?(%x*)%s*;%s*([%w_]+)"
    if first then
      first = tonumber(first, 16)
      take(first, last ~= "" and tonumber(last, 16) or first, value)
    end
  end
end

--- The value of each code point that a property file names.
---@return table<integer, string>
local function property(name)
  local values = {}
  read(name, function(first, last, value)
    for cp = first, last do values[cp] = value end
  end)
  return values
end

--- The code points for which a file of several properties names `wanted`.
---@return table<integer, boolean>
local function set(name, wanted)
  local values = {}
  read(name, function(first, last, value)
    if value == wanted then
      for cp = first, last do values[cp] = true end
    end
  end)
  assert(next(values), name .. " does not name " .. wanted)
  return values
end

local word = property "auxiliary/WordBreakProperty.txt"
local sentence = property "auxiliary/SentenceBreakProperty.txt"
local category = property "extracted/DerivedGeneralCategory.txt"
local script = property "Scripts.txt"
local line_break = property "LineBreak.txt"
local space = set("PropList.txt", "White_Space")
local dash = set("PropList.txt", "Dash")
local upper = set("DerivedCoreProperties.txt", "Uppercase")
local lower = set("DerivedCoreProperties.txt", "Lowercase")
local pictograph = set("emoji/emoji-data.txt", "Extended_Pictographic")
local emoji = set("emoji/emoji-data.txt", "Emoji_Presentation")

--- The flags, in the order of their names in the output. Each is a function
--- of the code point and its general category; breaks.h says what they mean.
local FLAGS = {
  { "SPACE", function(cp) return space[cp] end },
  { "LETTER", function(_, gc) return gc:sub(1, 1) == "L" end },
  { "MARK", function(_, gc) return gc:sub(1, 1) == "M" end },
  { "DIGIT", function(_, gc) return gc == "Nd" end },
  { "NUMBER", function(_, gc) return gc:sub(1, 1) == "N" end },
  { "PUNCTUATION", function(_, gc) return gc:sub(1, 1) == "P" end },
  { "SYMBOL", function(_, gc) return gc:sub(1, 1) == "S" end },
  { "UPPER", function(cp, gc) return upper[cp] or gc == "Lt" end },
  { "LOWER", function(cp) return lower[cp] end },
  { "PICTOGRAPH", function(cp) return pictograph[cp] end },
  { "EMOJI", function(cp) return emoji[cp] end },
  { "IDEOGRAPH", function(cp, gc)
    return script[cp] == "Han" and (gc:sub(1, 1) == "L" or gc == "Nl")
  end },
  { "KANA", function(cp, gc)
    local kana = script[cp] == "Hiragana" or script[cp] == "Katakana"
                 or word[cp] == "Katakana"
    return kana and gc:sub(1, 1) == "L"
  end },
  { "COMPLEX", function(cp) return line_break[cp] == "SA" end },
  { "OPEN", function(_, gc) return gc == "Ps" or gc == "Pi" end },
  { "SHUT", function(_, gc) return gc == "Pe" or gc == "Pf" end },
  { "DASH", function(cp) return dash[cp] end },
  { "CURRENCY", function(_, gc) return gc == "Sc" end },
}

--- The class record of a code point, as C.
local function record(cp)
  local gc = category[cp] or "Cn"
  local names = {}
  for _, flag in ipairs(FLAGS) do
    if flag[2](cp, gc) then names[#names + 1] = "GLOSS_CP_" .. flag[1] end
  end
  return ("{%s, %s,\n   %s}"):format(
    assert(WORD[word[cp] or "Other"], word[cp]),
    assert(SENTENCE[sentence[cp] or "Other"], sentence[cp]),
    #names > 0 and table.concat(names, " |\n   ") or "0")
end

--- A list in which each value is kept once.
local function pool()
  local index, list = {}, {}
  return list, function(value)
    if not index[value] then
      list[#list + 1] = value
      index[value] = #list - 1
    end
    return index[value]
  end
end

--- The three tables: class records, rows of class numbers, numbers of rows.
local function tables()
  local classes, class_of = pool()
  local rows, row_of = pool()
  local blocks = {}
  local nothing = record(0x378) -- not assigned, and of no class
  for start = 0, LAST, BLOCK do
    local row = {}
    for i = 1, BLOCK do
      local cp = start + i - 1
      local blank = category[cp] == "Cn" and not word[cp]
                    and not sentence[cp] and not pictograph[cp]
      row[i] = class_of(blank and nothing or record(cp))
    end
    blocks[#blocks + 1] = row_of(table.concat(row, " "))
  end
  assert(#classes <= 256, "class numbers are bytes")
  assert(#rows <= 256, "row numbers are bytes")
  return classes, rows, blocks
end

--- Prints numbers as lines of at most 78 columns.
local function print_numbers(numbers)
  local line = " "
  for _, number in ipairs(numbers) do
    local item = " " .. number .. ","
    if #line + #item > 78 then
      print(line)
      line = " "
    end
    line = line .. item
  end
  print(line)
end

local classes, rows, blocks = tables()

print(([[
/* breaks_table.c - the tables of breaks.h, Unicode %s.
**
** Made by scripts/dev/make_breaks.lua: %d classes, %d rows, %d blocks.
** Do not edit. */
#include "unicode/breaks.h"

const char gloss_breaks_version[] = "%s";

const gloss_class gloss_classes[%d] = {]]):format(
  VERSION, #classes, #rows, #blocks, VERSION, #classes))
for _, class in ipairs(classes) do print("  " .. class .. ",") end
print(("};\n\nconst uint8_t gloss_class_rows[%d] = {"):format(#rows * BLOCK))
for _, row in ipairs(rows) do
  local numbers = {}
  for number in row:gmatch "%d+" do numbers[#numbers + 1] = number end
  print_numbers(numbers)
end
print(("};\n\nconst uint8_t gloss_class_blocks[%d] = {"):format(#blocks))
print_numbers(blocks)
print "};"
