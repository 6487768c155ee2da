--- Bytes that are no text, and texts that are not quite UTF-8.
local repair = {}

local MAGIC = {
  { "%PDF-", "a PDF file" }, { "PK\3\4", "a ZIP file, or a document in one" },
  { "\x1f\x8b", "compressed with gzip" }, { "BZh", "compressed with bzip2" },
  { "\xfd7zXZ\0", "compressed with xz" }, { "\x28\xb5\x2f\xfd",
    "compressed with zstd" }, { "\x7fELF", "a program" },
  { "\x89PNG", "an image" }, { "\xff\xd8\xff", "an image" },
  { "GIF8", "an image" }, { "\xd0\xcf\x11\xe0", "an office document" },
  { "\xff\xfe", "UTF-16; convert it to UTF-8" },
  { "\xfe\xff", "UTF-16; convert it to UTF-8" },
}

--- What bytes are that are no text: "a PDF file"; nil for a text. NUL bytes
--- alone are no reason.
---@param text string
---@return string?
function repair.binary(text)
  for _, magic in ipairs(MAGIC) do
    if text:sub(1, #magic[1]) == magic[1] then return magic[2] end
  end
  local head = text:sub(1, 8192)
  if not head:find("\0", 1, true) then return nil end
  local valid, at = utf8.len(head)
  if not valid and at < #head - 3 then return "bytes that are no text" end
  local _, controls = head:gsub("[\0-\8\14-\31]", "")
  return controls > #head // 8 and "bytes that are no text" or nil
end

--- What a text may be other than plain text, and what to do; nil mostly.
---@param text string
---@return string?
function repair.markup(text)
  local head = text:sub(1, 256):lower()
  if head:find '^%s*{%s*"' then
    return "looks like JSON, read as text (JSON lines: --from jsonl)"
  elseif head:find "^%s*<!doctype html" or head:find "^%s*<html" then
    return "looks like HTML, read as text, tags and all"
  end
end

-- Length of the ill-formed sequence at `at`: as much as could begin a
-- character, at least one byte (Unicode's "maximal subpart").
local function bad_length(text, at)
  local lead, second = text:byte(at, at + 1)
  local need = lead >= 0xF0 and lead <= 0xF4 and 4
    or lead >= 0xE0 and lead < 0xF0 and 3
    or lead >= 0xC2 and lead < 0xE0 and 2 or 1
  local low = lead == 0xE0 and 0xA0 or lead == 0xF0 and 0x90 or 0x80
  local high = lead == 0xED and 0x9F or lead == 0xF4 and 0x8F or 0xBF
  if need == 1 or not second or second < low or second > high then return 1 end
  local n = 2
  while n < need do
    local byte = text:byte(at + n)
    if not byte or byte < 0x80 or byte > 0xBF then break end
    n = n + 1
  end
  return n
end

--- Puts U+FFFD where a text is not valid UTF-8.
---@param text string
---@return string text
---@return integer count of places
---@return integer? first byte at fault, from 1
function repair.utf8(text)
  local parts, from, count, first = {}, 1, 0, nil
  while true do
    local fine, at = utf8.len(text, from)
    if fine then break end
    first = first or at
    count = count + 1
    parts[#parts + 1] = text:sub(from, at - 1)
    parts[#parts + 1] = "\u{FFFD}"
    from = at + bad_length(text, at)
    if from > #text then break end
  end
  parts[#parts + 1] = text:sub(from)
  return table.concat(parts), count, first
end

return repair
