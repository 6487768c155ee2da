--- gloss.pattern and gloss.patterns: token patterns, compiled by the core.
---
--- A pattern that is wrong raises an error value (bad_pattern) that says its
--- line and has a mark below the place; `pattern.compile` and
--- `pattern.compile_set` return nil, err instead.
local core = require "gloss.core"

local pattern = {}

---@class gloss.PatternOptions
---@field words? table<string, string[]> what $name stands for: a word list
---@field parts? table<string, string> what $name stands for: a piece of pattern
---@field across? boolean a match may go on in the next sentence
---@field lang? string|gloss.Language how words are cut into tokens ("en")

local OPTIONS = { words = "table", parts = "table", across = "boolean",
                  lang = true }

local function check_options(options, level)
  for name, value in pairs(options) do
    local wanted = OPTIONS[name]
    if not wanted then
      local near = core.suggest(tostring(name), OPTIONS)
      error(('no option "%s" of a pattern%s'):format(tostring(name), near
        and (' (did you mean "%s"?)'):format(near) or ""), level + 1)
    end
    if wanted ~= true and type(value) ~= wanted then
      error(('option "%s" of a pattern: %s expected, got %s'):format(name,
        wanted, type(value)), level + 1)
    end
  end
end

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  return core.sort(keys)
end

-- { { name, value }, ... } in the order of the names.
local function pairs_of(t, what, wanted, level)
  local list = {}
  for i, name in ipairs(sorted_keys(t or {})) do
    local value = t[name]
    if type(name) ~= "string" or type(value) ~= wanted then
      error(('%s of a pattern: %s expected for "%s", got %s'):format(what,
        wanted, tostring(name), type(value)), level + 1)
    end
    list[i] = { name, value }
  end
  return list
end

---- Faults ---------------------------------------------------------------------

-- The line of a source around a byte, its number, and the column in characters.
local function locate(source, first)
  local start, number = 1, 1
  for at in source:gmatch "()\n" do
    if at >= first then break end
    start, number = at + 1, number + 1
  end
  local line = source:match("^[^\n]*", start)
  local before = source:sub(start, first - 1)
  return line, number, (utf8.len(before) or #before) + 1
end

-- Where the error lies: in a part, or in one of the patterns.
local function place(err, part, number, sources, names, options)
  local source, name
  if part then source, name = options.parts[part], "$" .. part
  elseif sources[number] then
    source, name = sources[number][1], names and tostring(names[number])
  end
  if not source then return err end
  local line, row, column = locate(source, err.first or 1)
  err.source, err.line, err.column, err.pattern = line, row, column, name
  return err
end

--- What is wrong with a pattern, with its line and a mark below the place.
---@param err gloss.Error of pattern.compile
---@return string
function pattern.show(err)
  if not err.source then return tostring(err) end
  local line = err.source:gsub("\t", " ")
  return ("pattern%s, line %d: %s\n  %s\n  %s^"):format(
    err.pattern and (" " .. err.pattern) or "", err.line, tostring(err), line,
    (" "):rep(err.column - 1))
end

--- Raises what is wrong with a pattern, a value whose `code` is "bad_pattern":
--- as a string it is the line of the script, then what pattern.show says.
---@param err gloss.Error of pattern.compile
function pattern.fail(err)
  local at = require "gloss.caller".place(2)
  local said = pattern.show(err)
  err.place, err.message = at, at and at .. ": " .. said or said
  error(err, 0)
end

---- Compiling ------------------------------------------------------------------

local function language_of(lang)
  if type(lang) == "userdata" then return lang end
  return require "gloss.language".open(lang or "en")
end

-- No capture may hide a field that every span has.
local function check_captures(set, sources, names)
  local number, name = set:hidden()
  if not number then return set end
  local source = sources[number][1]
  local err = core.error("bad_pattern",
    ('capture "%s" is called like a field of a span'):format(name),
    source:find(name .. ":", 1, true) or 1)
  return nil, place(err, nil, number, sources, names)
end

local function build(sources, names, options, level)
  local language, problem = language_of(options.lang)
  if not language then return nil, problem end
  local words = pairs_of(options.words, "words", "table", level + 1)
  local parts = pairs_of(options.parts, "parts", "string", level + 1)
  local set, err, part, number =
    core.patterns(language, words, parts, sources, names)
  if not set then
    return nil, place(err, part, number, sources, names, options)
  end
  return check_captures(set, sources, names)
end

local function compile(source, options, level)
  if type(source) ~= "string" then
    error(("a pattern: string expected, got %s"):format(type(source)),
          level + 1)
  end
  options = options or {}
  check_options(options, level + 1)
  return build({ { source, options.across or false } }, nil, options,
               level + 1)
end

-- The names of a set, sorted (a list's are its numbers), and their sources.
local function sources_of(list, options, level)
  local names, sources = sorted_keys(list), {}
  for i, name in ipairs(names) do
    local one = list[name]
    if type(one) == "string" then one = { one } end
    if type(one) ~= "table" or type(one[1]) ~= "string" then
      error(('gloss.patterns: "%s" is no pattern'):format(tostring(name)),
            level + 1)
    end
    local across = one.across
    if across == nil then across = options.across or false end
    sources[i] = { one[1], across }
  end
  return names, sources
end

local function compile_set(list, options, level)
  if type(list) ~= "table" then
    error(("gloss.patterns: table expected, got %s"):format(type(list)),
          level + 1)
  end
  options = options or {}
  check_options(options, level + 1)
  local names, sources = sources_of(list, options, level + 1)
  return build(sources, names, options, level + 1)
end

--- Compiles a pattern that comes from outside: nil, err where it is wrong.
---@param source string
---@param options? gloss.PatternOptions
function pattern.compile(source, options)
  return compile(source, options, 2)
end

--- The same for many.
---@param list table<string, string|table>
---@param options? gloss.PatternOptions
function pattern.compile_set(list, options)
  return compile_set(list, options, 2)
end

--- A pattern: find, match and gmatch as in `string`, over a document or a span.
---@param source string
---@param options? gloss.PatternOptions
pattern.new = core.framed(function(source, options)
  local made, err = compile(source, options, 3)
  if not made then pattern.fail(err) end
  return made
end)

--- Many patterns that run in one pass: gmatch gives the match and the name of
--- its pattern.
---@param list table<string, string|table> name -> pattern, or { pattern, across = true }
---@param options? gloss.PatternOptions
pattern.set = core.framed(function(list, options)
  local made, err = compile_set(list, options, 3)
  if not made then pattern.fail(err) end
  return made
end)

return pattern
