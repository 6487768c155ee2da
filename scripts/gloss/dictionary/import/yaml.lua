--- The small part of YAML that word lists are written in: maps and lists by
--- indentation, [lists] on one line, quoted and plain texts, comments.
---
--- Anchors, tags, multi-line texts and {maps} are an error with its line, never
--- a guess. Nothing is run or made but tables and strings. The order of keys
--- is kept: a map is { [0] = keys in order, [key] = value }.
local yaml = {}

local DEEPEST = 32

local function stop(line, what) error({ line = line, message = what }, 0) end

-- ---- Lines ---------------------------------------------------------------------

-- Where the comment of a line begins, outside of quotes; or its end.
local function comment_at(text)
  local quote
  for i = 1, #text do
    local c = text:sub(i, i)
    if quote then
      if c == quote then quote = nil end
    elseif (c == '"' or c == "'") and text:find("^[%s%[,:-]?", i - 1)
           and (i == 1 or text:sub(i - 1, i - 1):find "[%s%[,:]") then
      quote = c
    elseif c == "#" and (i == 1 or text:sub(i - 1, i - 1):find "%s") then
      return i
    end
  end
  return #text + 1
end

local function read_lines(text)
  local list, number = {}, 0
  for line in (text .. "\n"):gmatch "([^\n]*)\n" do
    number = number + 1
    local body = line:sub(1, comment_at(line) - 1):gsub("%s+$", "")
    local indent = body:match "^ *"
    if body:find "^ *\t" then stop(number, "a tab as indentation") end
    if body:find "%S" and not body:find "^%-%-%-" and not body:find "^%%" then
      list[#list + 1] = { indent = #indent, text = body:sub(#indent + 1),
                          number = number }
    end
  end
  return list
end

-- ---- Values on a line ----------------------------------------------------------

local function unescape(text)
  return (text:gsub("\\(.)", { n = "\n", t = "\t", ['"'] = '"',
                               ["\\"] = "\\", ["/"] = "/" }))
end

local scalar

-- [a, "b, c", d]
local function flow(text, line)
  local list, at = {}, 2
  while true do
    at = text:find("[^%s,]", at)
    if not at then stop(line, "a list in brackets that has no end") end
    local c = text:sub(at, at)
    if c == "]" then break end
    local last
    if c == '"' or c == "'" then last = text:find(c, at + 1, true)
    else last = (text:find("[,%]]", at) or 0) - 1 end
    if not last or last < at then stop(line, "a list that has no end") end
    list[#list + 1] = scalar(text:sub(at, last):gsub("%s+$", ""), line)
    at = last + 1
  end
  return list
end

function scalar(text, line)
  local c = text:sub(1, 1)
  if c == '"' then
    local inside = text:match '^"(.*)"$'
    if not inside then stop(line, "a quoted text over several lines") end
    return unescape(inside)
  elseif c == "'" then
    local inside = text:match "^'(.*)'$"
    if not inside then stop(line, "a quoted text over several lines") end
    return (inside:gsub("''", "'"))
  elseif c == "[" then return flow(text, line)
  elseif c:find "^[&*!|>{]" and #text > 0 then
    stop(line, ('"%s": this part of YAML is not read'):format(c))
  end
  return text
end

-- The key of a line and what stands behind it, or nil.
local function key_of(text, line)
  local quote = text:match "^[\"']"
  if quote then
    local stop_at = text:find(quote, 2, true)
    local rest = stop_at and text:match("^%s*:%s*(.*)$", stop_at + 1)
    if rest then return scalar(text:sub(1, stop_at), line), rest end
    return nil
  end
  local key, rest = text:match "^(.-)%s*:%s+(.*)$"
  if not key then key, rest = text:match "^(.-)%s*:$", "" end
  return key, rest
end

-- ---- Blocks --------------------------------------------------------------------

local block

-- What belongs to a key or a dash: the text behind it, or the block below.
-- A list may stand at the same indentation as its key.
local function value_of(lines, at, rest, indent, depth, in_map)
  if rest ~= "" then return scalar(rest, lines[at].number), at + 1 end
  local below = lines[at + 1]
  if below and (below.indent > indent
                or in_map and below.indent == indent
                and below.text:find "^%-") then
    return block(lines, at + 1, below.indent, depth + 1)
  end
  return "", at + 1
end

local function read_list(lines, at, indent, depth)
  local list = {}
  while lines[at] and lines[at].indent == indent
        and lines[at].text:find "^%-" do
    local line = lines[at]
    local dash, rest = line.text:match "^(%-%s*)(.*)$"
    local key = rest:find "^[^%[\"']" and key_of(rest, line.number)
    if key then
      line.indent, line.text = indent + #dash, rest
      list[#list + 1], at = block(lines, at, line.indent, depth + 1)
    else
      list[#list + 1], at = value_of(lines, at, rest, indent, depth, false)
    end
  end
  return list, at
end

local function read_map(lines, at, indent, depth)
  local map = { [0] = {} }
  while lines[at] and lines[at].indent == indent do
    local line = lines[at]
    local key, rest = key_of(line.text, line.number)
    if not key then stop(line.number, "no key") end
    if map[key] ~= nil then
      stop(line.number, ('the key "%s" stands twice'):format(key))
    end
    table.insert(map[0], key)
    map[key], at = value_of(lines, at, rest, indent, depth, true)
  end
  return map, at
end

function block(lines, at, indent, depth)
  if depth > DEEPEST then stop(lines[at].number, "too deep") end
  local read = lines[at].text:find "^%-" and read_list or read_map
  local value, after = read(lines, at, indent, depth)
  local next_line = lines[after]
  if next_line and next_line.indent > indent then
    stop(next_line.number, "an indentation that fits nothing")
  end
  return value, after
end

--- Reads a text.
---@param text string
---@return table? value { [0] = keys, [key] = value }, a list, or a string
---@return string? message
---@return integer? line
function yaml.read(text)
  local ok, value = pcall(function()
    local lines = read_lines(text)
    if #lines == 0 then return { [0] = {} } end
    local read, after = block(lines, 1, lines[1].indent, 1)
    if lines[after] then stop(lines[after].number, "what fits nothing") end
    return read
  end)
  if ok then return value end
  if type(value) ~= "table" then error(value, 0) end
  return nil, value.message, value.line
end

return yaml
