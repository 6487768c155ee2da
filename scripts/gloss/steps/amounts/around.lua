--- What stands around a place in a text: the words before and behind it, and
--- whether a sentence begins there. Bytes are counted from 1.
local around = {}

-- Bytes that are looked at on either side.
local REACH = 40

-- Letters and digits; of UTF-8 all but the rows of punctuation and signs.
local WORD = "%w\x80-\xc1\xc3-\xe1\xe3-\xff"
local LAST_WORD = "^.*%f[" .. WORD .. "]([" .. WORD .. "]+)([^" .. WORD
  .. "]*)$"
local NEXT_WORD = "^[%s%-]+([%a\x80-\xc1\xc3-\xe1\xe3-\xff]+)"

--- At most `count` bytes before `first`.
---@return string
function around.before(text, first, count)
  return text:sub(math.max(1, first - count), first - 1)
end

--- The word before a byte, in lower case and as written, and what is between;
--- nil where a mark other than a hyphen is between.
---@return string? folded, string? written, string? gap
function around.word_before(text, first)
  local word, gap = around.before(text, first, REACH):match(LAST_WORD)
  if not word or gap:find "[^%s%-']" then return nil, nil, gap end
  word = word:gsub("^[\x80-\xbf]+", "")                 -- of a quotation mark
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
