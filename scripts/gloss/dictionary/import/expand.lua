--- Patterns that stand for a few plain texts: alternatives, small classes,
--- optional parts. What stands for endlessly many is no dictionary entry.
local expand = {}

local MOST = 64

local parse

local function is_open(c) return c:find "^[*+.{]$" ~= nil end

-- [Aa]: its letters; nil for ranges and negations.
local function class(text, at)
  local stop = text:find("]", at + 1, true)
  local inside = stop and text:sub(at + 1, stop - 1)
  if not inside or inside == "" or inside:find "^%^" or inside:find ".%-." then
    return nil
  end
  local list = {}
  for c in inside:gmatch(utf8.charpattern) do list[#list + 1] = c end
  return list, stop + 1
end

-- One piece: its texts, and where the next begins; nil where it is open.
local function piece(text, at)
  local c = text:match("^" .. utf8.charpattern, at)
  if c == "\\" then
    local escaped = text:sub(at + 1, at + 1)
    if escaped:find "^[%w]?$" then return nil end
    return { escaped }, at + 2
  elseif c == "[" then return class(text, at)
  elseif c == "(" then
    if text:sub(at + 1, at + 2) == "?:" then at = at + 2 end
    local list, stop = parse(text, at + 1)
    if not list or text:sub(stop, stop) ~= ")" then return nil end
    return list, stop + 1
  elseif is_open(c) or c == "^" or c == "$" then return nil end
  return { c }, at + #c
end

local function product(heads, tails)
  if #heads * #tails > MOST then return nil end
  local list = {}
  for _, head in ipairs(heads) do
    for _, tail in ipairs(tails) do list[#list + 1] = head .. tail end
  end
  return list
end

local function sequence(text, at)
  local list = { "" }
  while at <= #text and not text:find("^[|)]", at) do
    local texts
    texts, at = piece(text, at)
    if not texts then return nil end
    if text:sub(at, at) == "?" then
      texts = table.move(texts, 1, #texts, 1, {})
      texts[#texts + 1] = ""
      at = at + 1
    end
    list = product(list, texts)
    if not list then return nil end
  end
  return list, at
end

function parse(text, at)
  local all = {}
  while true do
    local list
    list, at = sequence(text, at)
    if not list then return nil end
    table.move(list, 1, #list, #all + 1, all)
    if #all > MOST then return nil end
    if text:sub(at, at) ~= "|" then return all, at end
    at = at + 1
  end
end

--- The texts that a regular expression stands for, or nil: too many.
---@param pattern string
---@return string[]?
function expand.regex(pattern)
  local list, stop = parse(pattern, 1)
  if not list or stop <= #pattern then return nil end
  return list
end

--- All ways to take one of each list, in order; nil: too many.
---@param lists string[][]
---@param join fun(parts: string[]): string
---@return string[]?
function expand.product(lists, join)
  local rows = { {} }
  for _, list in ipairs(lists) do
    local longer = {}
    for _, row in ipairs(rows) do
      for _, item in ipairs(list) do
        local copy = table.move(row, 1, #row, 1, {})
        copy[#copy + 1] = item
        longer[#longer + 1] = copy
      end
    end
    if #longer > MOST then return nil end
    rows = longer
  end
  local texts = {}
  for i, row in ipairs(rows) do texts[i] = join(row) end
  return texts
end

return expand
