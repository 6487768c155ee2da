-- layers.lua - holds the walls of the house (docs/architecture.md): which
-- folder may include or require which, and which alone may open a library.

-- From the lowest up. Those on one floor do not see each other.
local floors = {
  { "base" }, { "unicode" }, { "spans" }, { "language" }, { "tokenise" }, { "sentences" },
  { "dict" }, { "link" }, { "match" }, { "clauses" },
  { "acronyms", "amounts", "clean", "names", "quotes", "roles", "times" }, { "doc" },
}
-- Dictionaries read a document's atoms and masks, patterns its layers, steps
-- all of it: through doc's own header, which holds no functions of doc/.
local private, first_beyond = "doc/doc_private.h", "dict"
-- The one door to each library.
local doors = {
  ["utf8proc.h"] = { ["core/unicode"] = true },
  ["pcre2.h"] = { ["core/match"] = true },
  ["libstemmer.h"] = { ["core/language"] = true },
}
-- In bindings, edges alone open libraries; each file of edges/ one.
local edge_doors = { "jansson.h", "nettle/", "archive.h", "gumbo.h", "sqlite3.h", "uchardet", "iconv.h", "histedit.h" }

local level = {}
for i, floor in ipairs(floors) do
  for _, name in ipairs(floor) do level[name] = i end
end

local passed, failures = 0, {}

local function check(ok, file, message)
  if ok then passed = passed + 1 else failures[#failures + 1] = file .. ": " .. message end
end

local function files(command)
  local pipe = assert(io.popen(command .. " | LC_ALL=C sort"))
  local list = {}
  for line in pipe:lines() do list[#list + 1] = line end
  pipe:close()
  return list
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function first_line_is_comment(path, text)
  check(text:match("^/%*") or text:match("^%-%-") or text:match("^#"), path,
    "the first line does not say what the file is")
end

-- May a file of core/`layer` include a header of core/`other`?
local function may_include(layer, other, name)
  if not (level[layer] and level[other]) then return false end
  return layer == other or level[other] < level[layer]
    or name == private and level[layer] >= level[first_beyond]
end

local function core_file(path)
  local text = read(path)
  local layer = path:match("^core/([^/]+)/")
  first_line_is_comment(path, text)
  check(level[layer], path, "no layer is called " .. layer)
  for name in text:gmatch('\n#include "([^"]+)"') do
    local other = name:match("^([^/]+)/")
    if name ~= "gloss.h" then
      check(other and may_include(layer, other, name), path, layer .. " must not include " .. name)
    end
  end
  for name in text:gmatch("\n#include <([^>]+)>") do
    local door = doors[name]
    check(not door or door["core/" .. layer], path, layer .. " must not open " .. name)
    check(not name:match("^lua") and not name:match("lauxlib"), path, "the core does not know Lua")
  end
  check(not text:match("[^%w_]printf%s*%(") and not text:match("[^%w_]f?open%s*%("), path,
    "the core does not print and reads no files")
  check(not text:match("[^%w_]exit%s*%(") and not text:match("[^%w_]abort%s*%("), path,
    "the core does not end the program")
end

local function binding_file(path)
  local text = read(path)
  local folder = path:match("^bindings/([^/]+)/")
  first_line_is_comment(path, text)
  for name in text:gmatch('\n#include "([^"]+)"') do
    local other = name:match("^([^/]+)/")
    check(not other or not level[other], path, "bindings see of the core gloss.h alone, not " .. name)
  end
  for name in text:gmatch("\n#include <([^>]+)>") do
    check(not doors[name], path, "bindings must not open " .. name)
    for _, library in ipairs(edge_doors) do
      check(folder == "edges" or name:sub(1, #library) ~= library, path, "only edges open " .. name)
    end
  end
end

-- Scripts call down: commands and jobs stand on top, a step or a writer never
-- asks a command.
local function script_file(path)
  local text = read(path)
  local folder = path:match("^scripts/gloss/([^/]+)/")
  check(text:match("^%-%-") or text:match("^#!") or text:match("^return"), path,
    "the first line does not say what the file is")
  for name in text:gmatch('require%s*%(?%s*"gloss%.([%w_%.]+)"') do
    if name:match("^commands") then
      check(folder == "commands" or path:match("^scripts/dev/"), path, "only commands require commands")
    end
    if folder == "contract" then
      check(name:match("^contract") or name:match("^steps") or name:match("^writers") or name == "core", path,
        "the contract is tables, and must not require gloss." .. name)
    end
  end
end

for _, path in ipairs(files("find core -mindepth 2 -name '*.[ch]' ! -path 'core/include/*'")) do core_file(path) end
for _, path in ipairs(files("find bindings -name '*.[ch]'")) do binding_file(path) end
for _, path in ipairs(files("find scripts -name '*.lua'")) do script_file(path) end

for _, message in ipairs(failures) do print(message) end
print(("%d passed, %d failed"):format(passed, #failures))
os.exit(#failures == 0)
