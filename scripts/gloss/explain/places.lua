--- Where a rule is written: the line of a step's source that has its name.
---
--- Rules are called by string literals, in a table of rules or beside the code
--- that follows them, and rows bear these names. So the sources, which are
--- built into the program beside what is compiled from them, are the index: it
--- is made when it is first asked for, and cannot go stale. Where code puts a
--- name together, a comment says it: `-- rule: clause after cue`, or with a
--- star for a last word that may be any: `-- rule: beside *`.
local resource = require "gloss.resource"

local places = {}

-- How surely a literal is the name of a rule, by what stands before it.
local TOLD, RULE, ROW, OTHER = 0, 1, 2, 3

local function rank_of(before)
  if before:find "rule%s*=%s*$" then return RULE end
  if before:find "{%s*$" then return ROW end
  return OTHER
end

local ESCAPES = { n = "\n", t = "\t", r = "\r", ["\\"] = "\\", ['"'] = '"',
                  ["'"] = "'" }

-- Where the short string that begins at `at` ends, and what it says.
local function read_string(source, at)
  local mark, parts, from = source:sub(at, at), {}, at + 1
  while true do
    local stop = source:find("[\\\n" .. mark .. "]", from)
    if not stop then return #source, table.concat(parts) end
    parts[#parts + 1] = source:sub(from, stop - 1)
    if source:sub(stop, stop) ~= "\\" then return stop, table.concat(parts) end
    local escape = source:sub(stop + 1, stop + 1)
    parts[#parts + 1] = ESCAPES[escape] or "\\" .. escape
    from = stop + 2
  end
end

-- The end of a long bracket, or nil where none begins at `at`.
local function long_end(source, at)
  local level = source:match("^%[(=*)%[", at)
  if not level then return nil end
  local _, stop = source:find("]" .. level .. "]", at, true)
  return stop or #source
end

local function comment_end(source, at)
  return long_end(source, at + 2)
    or (source:find("\n", at, true) or #source + 1) - 1
end

--- Calls f(name, place, rank) for everything in a source that may call a rule.
---@param source string
---@param f fun(name: string, at: integer, rank: integer)
local function each_name(source, f)
  local at = 1
  while true do
    local found = source:find("[\"'%-%[]", at)
    if not found then return end
    local two = source:sub(found, found + 1)
    local stop
    if two == "--" then
      stop = comment_end(source, found)
      local told = source:sub(found, stop):match "^%-+ rule: (.-)%s*$"
      if told then f(told, found, TOLD) end
    elseif two:find "^[\"']" then
      local name
      stop, name = read_string(source, found)
      f(name, found, rank_of(source:sub(math.max(at, found - 80), found - 1)))
    else
      stop = long_end(source, found) or found
    end
    at = stop + 1
  end
end

-- The line of a place, for places that come in order.
local function line_counter(source)
  local line, counted = 1, 1
  return function(at)
    for _ in source:sub(counted, at - 1):gmatch "\n" do line = line + 1 end
    counted = at
    return line
  end
end

-- The names in a file: name -> { rank, line, line... }, of the best rank.
local function read_source(name)
  local found, source = {}, resource.read(name) or ""
  local line_of = line_counter(source)
  each_name(source, function(text, at, rank)
    local entry, line = found[text], line_of(at)
    if not entry or rank < entry.rank then
      found[text] = { rank = rank, line }
    elseif rank == entry.rank and entry[#entry] ~= line then
      entry[#entry + 1] = line
    end
  end)
  return found
end

-- "gloss.steps.times.rules" -> "gloss/steps/times/rules.lua", or its init.lua.
local function file_of(module)
  local path = module:gsub("%.", "/")
  if resource.read(path .. ".lua") then return path .. ".lua" end
  return path .. "/init.lua"
end

-- The modules of a step that are loaded, which are those that can have given a
-- rule: its own, and those below it.
local function modules_of(step)
  local own, list = "gloss.steps." .. step, {}
  for name in pairs(package.loaded) do
    if name == own or name:sub(1, #own + 1) == own .. "." then
      list[#list + 1] = name
    end
  end
  table.sort(list)
  return list
end

local read = {} -- module -> its names; sources do not change while we run

local function names_of(module)
  local own = read[module]
  if not own then
    own = read_source(file_of(module))
    read[module] = own
  end
  return own
end

-- The names of the best rank that a step has for a rule, and their file.
local function best_of(step, rule)
  local best, name
  for _, module in ipairs(modules_of(step)) do
    local entry = names_of(module)[rule]
    if entry and (not best or entry.rank < best.rank) then
      best, name = entry, file_of(module)
    end
  end
  return best, name
end

--- The place of a rule: "scripts/gloss/steps/times/rules.lua:120"; with several
--- lines where rules share a name and `nth` does not say which it is. nil: no
--- source of the step has it.
---@param step string the step's name
---@param rule string
---@param nth? integer of the rules of that name in their file, from 1
---@return string?
function places.find(step, rule, nth)
  local best, name = best_of(step, rule)
  if not best then best, name = best_of(step, (rule:gsub("%S+$", "*"))) end
  if not best then return nil end
  return ("scripts/%s:%s"):format(name,
    nth and best[nth] or table.concat(best, ","))
end

return places
