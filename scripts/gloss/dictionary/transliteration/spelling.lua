--- Writes words letter by letter by a table of rows: { key, spelling, ... }. A
--- key with ^ holds at a word's beginning, behind a vowel and behind a sign;
--- one with $ at a word's end; the longest key goes first.
local core = require "gloss.core"

local spelling = {}

--- Prepares rows for spelling.word.
---@param rows string[][]
---@param vowels string[]?
function spelling.table(rows, vowels)
  local self = { by_key = {}, longest = 1, vowels = {},
                 columns = #rows[1] - 1 }
  for _, row in ipairs(rows) do
    self.by_key[row[1]] = row
    self.longest = math.max(self.longest, utf8.len((row[1]:gsub("[%^$]", ""))))
  end
  for _, vowel in ipairs(vowels or {}) do self.vowels[vowel] = true end
  return self
end

--- The letters of a text.
---@param text string
---@return string[]
function spelling.letters(text)
  local list = {}
  for _, code in utf8.codes(text) do list[#list + 1] = utf8.char(code) end
  return list
end

--- The text with its first letter as a capital.
---@param text string
---@return string
function spelling.capital(text)
  local second = utf8.offset(text, 2) or #text + 1
  return core.text.upper(text:sub(1, second - 1)) .. text:sub(second)
end

-- The row for letters [i, last], or nil.
local function row_at(self, letters, i, last)
  local key = table.concat(letters, "", i, last)
  local rows = self.by_key
  local open = i == 1 or self.vowels[letters[i - 1]]
  return last == #letters and rows[key .. "$"]
    or open and rows["^" .. key] or rows[key]
end

local function spell(self, letters, column)
  local out, i = {}, 1
  while i <= #letters do
    local last = math.min(i + self.longest, #letters + 1)
    local row
    repeat
      last = last - 1
      if last < i then return nil end
      row = row_at(self, letters, i, last)
    until row
    out[#out + 1] = row[column + 1]
    i = last + 1
  end
  return table.concat(out)
end

--- A word by one column of spellings; nil where a letter of it has none.
---@param self table of spelling.table
---@param word string
---@param column integer from 1
---@return string?
function spelling.word(self, word, column)
  local small = core.text.lower(word)
  local text = spell(self, spelling.letters(small), column)
  if not text or small == word then return text end
  local shouted = utf8.len(word) > 1 and core.text.upper(word) == word
  return shouted and core.text.upper(text) or spelling.capital(text)
end

return spelling
