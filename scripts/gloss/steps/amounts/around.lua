--- What stands around a place in a text: the words before and behind it, and
--- whether a sentence begins there. Bytes are counted from 1.
local around = {}

-- Bytes that are looked at on either side.
local REACH = 40

-- Letters and digits; of UTF-8 all but the rows of punctuation and signs.
local LETTERS = "\x80-\xc1\xc3-\xe1\xe3-\xff"
local NEXT_WORD = "^[%s%-]+([%a" .. LETTERS .. "]+)"
local IS_WORD = {}
for byte = 0, 255 do
  IS_WORD[byte] = string.char(byte):find("^[%w" .. LETTERS .. "]") ~= nil
end

--- At most `count` bytes before `first`.
---@return string
function around.before(text, first, count)
  return text:sub(math.max(1, first - count), first - 1)
end

--- The word before a byte, in lower case and as written, and what is between;
--- nil where a mark other than a hyphen is between.
---@return string? folded, string? written, string? gap
function around.word_before(text, first)
  local byte, floor = string.byte, math.max(1, first - REACH)
  local last = first - 1
  while last >= floor and not IS_WORD[byte(text, last)] do last = last - 1 end
  local start = last
  while start >= floor and IS_WORD[byte(text, start)] do start = start - 1 end
  local gap = text:sub(last + 1, first - 1)
  if start == last or gap ~= " " and gap:find "[^%s%-']" then
    return nil, nil, gap
  end
  local word = text:sub(start + 1, last)
  if byte(word) >= 0x80 and byte(word) < 0xc0 then      -- of a quotation mark
    word = word:gsub("^[\x80-\xbf]+", "")
  end
  return word:lower(), word, gap
end

--- The word behind a byte, in lower case and as written; nil where a mark other
--- than a hyphen is between.
---@return string? folded, string? written
function around.word_after(text, last)
  local word = text:match(NEXT_WORD, last + 1)
  return word and word:lower(), word
end

--- Does a sentence, a line or a quotation begin at `first`?
function around.starts(text, first)
  local before = around.before(text, first, 5)
  return before == "" or before:find "[.!?:;\n•*][\"'%s]*$" ~= nil
    or before:find "[\"”“‘(]$" ~= nil or before:find "[-–—] ?$" ~= nil
end

--- Does one of these words stand in the sentence, up to 80 bytes before?
---@param set table<string, boolean>
function around.said_before(text, first, set)
  local clause = around.before(text, first, 80):match "[^.!?;\n]*$"
  for word in clause:lower():gmatch "[%a\x80-\xff]+" do
    if set[word] then return true end
  end
  return false
end

return around
