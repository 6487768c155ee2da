--- The letters of names and aliases: scripts that are mixed, letters that look
--- like others, blanks that nobody sees, brackets that do not close.
local records = require "gloss.dictionary.records"

local letters = {}

letters.rules = { homoglyph = "error", script = "warning",
                  bracket = "warning" }

-- ---- Scripts -----------------------------------------------------------------

-- Cyrillic and Greek letters that look like Latin ones.
local LOOKS = {}
local function looks(pairs_of)
  for other, latin in pairs_of:gmatch "(%S+)=(%S+)" do LOOKS[other] = latin end
end
looks [[ А=A В=B Е=E К=K М=M Н=H О=O Р=P С=C Т=T У=Y Х=X Ѕ=S І=I Ј=J Ԛ=Q Ԝ=W
  а=a е=e о=o р=p с=c у=y х=x ѕ=s і=i ј=j ԁ=d һ=h ԛ=q ԝ=w Ь=b ӏ=l Ӏ=I ё=ë Ё=Ë ї=ï
  Α=A Β=B Ε=E Ζ=Z Η=H Ι=I Κ=K Μ=M Ν=N Ο=O Ρ=P Τ=T Υ=Y Χ=X
  ο=o ν=v α=a ι=i κ=k ρ=p υ=u ]]

-- Scripts whose letters are taken for each other, by code points.
local function script_of(code)
  if code < 0x80 then
    return (code >= 65 and code <= 90 or code >= 97 and code <= 122)
      and "Latin" or nil
  elseif code >= 0xC0 and code < 0x250 and code ~= 0xD7 and code ~= 0xF7
    or code >= 0x1E00 and code < 0x1F00 then
    return "Latin"
  elseif code >= 0x370 and code < 0x400 or code >= 0x1F00 and code < 0x2000 then
    return "Greek"
  elseif code >= 0x400 and code < 0x530 or code >= 0x1C80 and code < 0x1C90 then
    return "Cyrillic"
  elseif code >= 0x531 and code < 0x590 then
    return "Armenian"
  elseif code >= 0x10A0 and code < 0x1100 then
    return "Georgian"
  end
end

-- The words of a text as lists of its characters, apart where no letter is.
local function each_word(text, act)
  local word = {}
  for char in (text .. " "):gmatch(utf8.charpattern) do
    local script = script_of(utf8.codepoint(char))
    local mark = char:find "^[\xCC\xCD]" -- combining marks belong to a letter
    if script then word[#word + 1] = { char, script }
    elseif not mark and #word > 0 then
      act(word)
      word = {}
    end
  end
end

-- Letters by script, and the two scripts of a word that mixes them.
local function mixed(word)
  local count, first, second = {}, nil, nil
  for _, letter in ipairs(word) do
    local script = letter[2]
    if not count[script] then
      count[script] = 0
      if not first then first = script else second = second or script end
    end
    count[script] = count[script] + 1
  end
  if not second then return nil end
  if count[second] > count[first] then first, second = second, first end
  return first, second
end

local LATIN = {}
for other, latin in pairs(LOOKS) do
  LATIN[latin] = LATIN[latin] or {}
  LATIN[latin][other] = true
end

-- Could each letter of the script be taken for one of another script?
local function all_alike(word, script)
  local found = {}
  for _, letter in ipairs(word) do
    local char = letter[1]
    if letter[2] == script then
      if not (LOOKS[char] or LATIN[char]) then return false end
      if not found[char] then
        found[char], found[#found + 1] = true, char
      end
    end
  end
  return true, table.concat(found, " ")
end

local function check_word(word, row, alias, report)
  local main, other = mixed(word)
  if not main then return end
  local alike, which = all_alike(word, other)
  if not alike then
    alike, which = all_alike(word, main)
    if alike then main, other = other, main end
  end
  if alike then
    report:add(row, "homoglyph", '"%s" has %s of the %s script among %s '
      .. "letters", alias, which, other, main)
  else
    report:add(row, "script", '"%s" mixes %s and %s letters in one word',
               alias, main, other)
  end
end

-- The text in the Latin letters that it looks like; nil where it does not.
local function latin_look(text)
  local changed = false
  local look = text:gsub(utf8.charpattern, function(char)
    if #char == 1 then return nil end
    local latin = LOOKS[char]
    changed = changed or latin ~= nil
    return latin
  end)
  if not changed or look:find "[\xCD-\xD4]" then return nil end
  return look
end

local function check_scripts(row, alias, report, latin)
  each_word(alias, function(word) check_word(word, row, alias, report) end)
  local look = latin_look(alias)
  local other = look and latin[look]
  if other then
    report:add(row, "homoglyph", '"%s" looks like "%s" of %s, in other letters',
               alias, look, records.place(other))
  end
end

-- ---- Blanks and brackets -------------------------------------------------------

local HIDDEN = {
  { "\u{A0}", "a no-break space" }, { "\u{AD}", "a soft hyphen" },
  { "\u{200B}", "a zero-width space" }, { "\u{200E}", "a direction mark" },
  { "\u{200F}", "a direction mark" }, { "\u{2028}", "a line separator" },
  { "\u{202A}", "a direction mark" }, { "\u{202F}", "a narrow no-break space" },
  { "\u{2060}", "a word joiner" }, { "\u{FEFF}", "a byte order mark" },
  { "\u{FFFD}", "a character that was lost (U+FFFD)" },
}

local function check_blanks(row, alias, report, wide)
  if alias:find("  ", 1, true) then
    report:add(row, "space", '"%s" has two blanks in a row', alias)
  end
  if alias:find "[%c\127]" then
    report:add(row, "space", '"%s" holds a control character or line break',
               (alias:gsub("%c", " ")))
  end
  if not wide then return end
  for _, hidden in ipairs(HIDDEN) do
    if alias:find(hidden[1], 1, true) then
      report:add(row, "space", '"%s" holds %s', alias, hidden[2])
    end
  end
end

local CLOSES = { [")"] = "(", ["]"] = "[", ["}"] = "{" }

local function check_brackets(row, alias, report)
  local open = {}
  for mark in alias:gmatch "[%(%)%[%]{}]" do
    if not CLOSES[mark] then open[#open + 1] = mark
    elseif open[#open] == CLOSES[mark] then open[#open] = nil
    else
      return report:add(row, "bracket", '"%s" closes %s and opens none',
                        alias, mark)
    end
  end
  if #open > 0 then
    report:add(row, "bracket", '"%s" opens %s and does not close it', alias,
               open[1])
  end
end

local function check_text(row, text, report, latin)
  local wide = text:find "[\128-\255]"
  if wide then check_scripts(row, text, report, latin) end
  check_blanks(row, text, report, wide)
  if text:find "[%(%)%[%]{}]" then check_brackets(row, text, report) end
end

-- Aliases in Latin letters alone that others may look like: short words.
local function latin_index(set)
  local latin = {}
  for _, row in ipairs(set.aliases) do
    if row.alias and not latin[row.alias] then latin[row.alias] = row end
  end
  for _, row in ipairs(set.entities) do
    if row.name and not latin[row.name] then latin[row.name] = row end
  end
  return latin
end

function letters.check(set, report)
  local latin = latin_index(set)
  for _, row in ipairs(set.entities) do
    if row.name then check_text(row, row.name, report, latin) end
  end
  for _, row in ipairs(set.aliases) do
    if row.alias then check_text(row, row.alias, report, latin) end
  end
end

return letters
