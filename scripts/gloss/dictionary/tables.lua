--- Tables as spreadsheets write them: tabs or commas, quotes, a byte order
--- mark, CRLF, UTF-16. Positions are lines of the file, from 1.
local core = require "gloss.core"

local tables = {}

local UTF16 = { ["\xFF\xFE"] = "<I2", ["\xFE\xFF"] = ">I2" }

-- From UTF-16 with a byte order mark to UTF-8; nil, message on half a pair.
local function from_utf16(bytes, unit)
  local out, at = {}, 3
  while at + 1 <= #bytes do
    local code
    code, at = string.unpack(unit, bytes, at)
    if code >= 0xD800 and code < 0xDC00 and at + 1 <= #bytes then
      local low, after = string.unpack(unit, bytes, at)
      if low >= 0xDC00 and low < 0xE000 then
        code, at = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00), after
      end
    end
    if code >= 0xD800 and code < 0xE000 then
      return nil, "half of a pair in UTF-16"
    end
    out[#out + 1] = utf8.char(code)
  end
  return table.concat(out)
end

local function line_at(text, first)
  local _, breaks = text:sub(1, first - 1):gsub("\n", "")
  return breaks + 1
end

--- The text of a file as UTF-8 with LF, without a byte order mark.
---@param bytes string
---@return string? text
---@return string? message
---@return integer? line
function tables.decode(bytes)
  local unit = UTF16[bytes:sub(1, 2)]
  local text = bytes
  if unit then
    local message
    text, message = from_utf16(bytes, unit)
    if not text then return nil, message, 1 end
  end
  if text:sub(1, 3) == "\xEF\xBB\xBF" then text = text:sub(4) end
  local ok, first = core.text.valid(text)
  if not ok then
    return nil, "not valid UTF-8 (save it as UTF-8)", line_at(text, first)
  end
  if text:find("\r", 1, true) then text = text:gsub("\r\n?", "\n") end
  return text
end

-- The cell in quotes that starts at `at`, and where it ends; nil where it is
-- not in quotes: "Weird Al" Yankovic.
local function quoted(text, at, separator)
  local from = at + 1
  while true do
    local quote = text:find('"', from, true)
    if not quote then return nil end
    local next = text:sub(quote + 1, quote + 1)
    if next ~= '"' then
      if next ~= separator and next ~= "\n" and next ~= "" then return nil end
      return (text:sub(at + 1, quote - 1):gsub('""', '"')), quote + 1
    end
    from = quote + 2
  end
end

-- The cells of the row that starts at `at`; where the next row starts, and
-- how many line breaks stood in cells.
local function slow_row(text, at, separator)
  local cells, breaks = {}, 0
  while true do
    local cell, stop
    if text:byte(at) == 34 then cell, stop = quoted(text, at, separator) end
    if cell then
      local _, inside = cell:gsub("\n", "")
      breaks = breaks + inside
    else
      stop = text:find("[" .. separator .. "\n]", at) or #text + 1
      cell = text:sub(at, stop - 1)
    end
    cells[#cells + 1] = cell
    at = stop + 1
    if text:sub(stop, stop) ~= separator then return cells, at, breaks end
  end
end

local function fast_row(line, separator)
  local cells, n, at = {}, 0, 1
  local find, sub = string.find, string.sub
  while true do
    local stop = find(line, separator, at, true)
    n = n + 1
    if not stop then
      cells[n] = sub(line, at)
      return cells
    end
    cells[n] = sub(line, at, stop - 1)
    at = stop + 1
  end
end

--- Is the line a comment? One begins with "# ", or is "#" alone.
---@param line string
---@return boolean
function tables.is_comment(line)
  return line:byte(1) == 35 and (line:byte(2) == 32 or #line == 1)
end

--- The first line of a text that is neither blank nor a comment.
---@param text string
---@return string
function tables.head(text)
  for line in text:gmatch "[^\n]+" do
    if line:find "%S" and not tables.is_comment(line) then return line end
  end
  return ""
end

--- What separates the cells of a table: of tab, comma and semicolon the one
--- that its first line has most of.
---@param text string
---@return string
function tables.separator(text)
  local head = tables.head(text)
  local best, most = "\t", 0
  for _, mark in ipairs { "\t", ",", ";" } do
    local _, count = head:gsub(mark, "")
    if count > most then best, most = mark, count end
  end
  return best
end

--- Iterates over the rows of a text: cells, line. Blank lines and comments are
--- skipped.
--- `take`, when it is set in the second value, is offered the rows from a place
--- on first: take(at, line) gives the place behind those it took, and how many.
---@param text string as decode gives it
---@param separator string
---@return fun(): string[]?, integer?
---@return { take?: fun(at: integer, line: integer): integer, integer } offer
function tables.rows(text, separator)
  local at, line, offer = 1, 0, {}
  local quotes = text:find('"', 1, true) ~= nil
  return function()
    while at <= #text do
      if offer.take then
        local taken
        at, taken = offer.take(at, line)
        line = line + taken
        if at > #text then return nil end
      end
      local stop = text:find("\n", at, true) or #text + 1
      local row = text:sub(at, stop - 1)
      line = line + 1
      if not row:find "%S" or tables.is_comment(row) then
        at = stop + 1
      elseif quotes and row:find('"', 1, true) then
        local start, cells, next, breaks = line, slow_row(text, at, separator)
        at, line = next, line + breaks
        return cells, start
      else
        at = stop + 1
        return fast_row(row, separator), line
      end
    end
  end, offer
end

return tables
