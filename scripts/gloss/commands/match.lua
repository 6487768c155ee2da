--- gloss match: what a pattern finds, a line each; and why.
local annotate = require "gloss.commands.annotate"
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local output = require "gloss.output"
local pattern = require "gloss.pattern"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local step = require "gloss.step"
local tsv = require "gloss.writers.tsv"

local match = {}

---- The pattern ----------------------------------------------------------------

-- The words of a file: one a line, blank lines and white space at ends left out.
local function read_words(path)
  local bytes, err = require "gloss".edge "files".read(path)
  if not bytes then exits.stop("usage", "--words: %s", tostring(err)) end
  local words = {}
  for line in bytes:gsub("^\u{FEFF}", ""):gmatch "[^\r\n]+" do
    local word = line:match "^%s*(.-)%s*$"
    if word ~= "" then words[#words + 1] = word end
  end
  if #words == 0 then exits.stop("usage", "--words: %s has no words", path) end
  return words
end

local function add_names(to, given, option, read)
  for _, one in ipairs(given or {}) do
    if to[one.name] then
      exits.stop("usage", "--%s gives $%s twice", option, one.name)
    end
    to[one.name] = read and read(one.value) or one.value
  end
end

--- The pattern of a command line; ends the command where it is wrong.
---@param values table of the command line
function match.pattern(values)
  local words, parts = {}, {}
  add_names(words, values.words, "words", read_words)
  add_names(parts, values.part, "part")
  local made, err = pattern.compile(values.PATTERN, {
    words = words, parts = parts, across = values.across,
    lang = values.lang or "en" })
  if not made then exits.stop("data", "%s", pattern.show(err)) end
  return made
end

--- The steps that make the layers which a pattern asks for.
---@param made table the pattern
---@param values table of the command line
---@return table[]
function match.steps(made, values)
  local layers, names = made:layers(), {}
  for _, layer in ipairs(contract.layers_here()) do
    if layer.step then names[#names + 1] = layer.name end
  end
  for _, name in ipairs(layers) do
    if not (contract.layer[name] and contract.layer[name].step) then
      exits.stop("usage", "<%s>: nothing makes a layer of that name%s", name,
                 require "gloss.suggest".hint(name, names))
    end
  end
  return annotate.steps(layers, values)
end

---- What is written -------------------------------------------------------------

local formats = {}

function formats.tsv(made)
  local columns = { "doc", "start", "end", "text" }
  local captures = made:captures()
  table.move(captures, 1, #captures, #columns + 1, columns)
  return function(doc)
    local lines = {}
    for m in made:gmatch(doc) do
      local row = { doc.id, m.first - 1, m.last, m.text }
      for i, name in ipairs(captures) do
        row[4 + i] = m[name] and m[name].text
      end
      lines[#lines + 1] = tsv.row(columns, row)
    end
    return table.concat(lines)
  end, tsv.head(columns)
end

local KEYS = { "doc", "start", "end", "text", "type", "id", "name",
               "captures" }

local function captured(span)
  local fields = { start = span.first - 1, ["end"] = span.last,
                   text = span.text }
  if span.layer == "entities" then
    fields.type, fields.id, fields.name = span.type, span.id, span.name
  end
  return fields
end

function formats.jsonl(made)
  local encode = require "gloss".json.encode
  local captures = made:captures()
  return function(doc)
    local lines = {}
    for m in made:gmatch(doc) do
      local line = captured(m)
      line.doc, line.captures = doc.id, #captures > 0 and {} or nil
      for _, name in ipairs(captures) do
        line.captures[name] = m[name] and captured(m[name]) or nil
      end
      lines[#lines + 1] = encode(line, KEYS) .. "\n"
    end
    return table.concat(lines)
  end, ""
end

---- Why -------------------------------------------------------------------------

local function one_line(text) return (tostring(text):gsub("%s+", " ")) end

-- Steps as lines: the part of the pattern, and what it took.
local function step_lines(steps)
  local widest = 0
  for i, s in ipairs(steps) do
    steps[i] = { one_line(s.source), one_line(s.span) }
    widest = math.max(widest, utf8.len(steps[i][1]) or #steps[i][1])
  end
  for i, s in ipairs(steps) do
    local pad = widest - (utf8.len(s[1]) or #s[1])
    steps[i] = ("    %s%s  %s"):format(s[1], (" "):rep(pad), s[2])
  end
  return table.concat(steps, "\n") .. "\n"
end

local function why_not(made, doc)
  local miss = made:nearest(doc)
  if not miss then
    return ("%s: no match; nothing fits even its first word\n"):format(doc.id)
  end
  local after = doc.tokens:within(doc:span(miss.span.last + 1, #doc.text))[1]
  local met = miss.edge and "the sentence ends there"
    or ('"%s" stands there'):format(after and after.text or "")
  local expected = {}
  for i, source in ipairs(miss.expected) do
    expected[i] = ("'%s'"):format(one_line(source))
  end
  return ("%s: no match\n  nearest: %s \"%s\"\n  then %s is expected, and %s\n")
    :format(doc.id, miss.span:ref(), one_line(miss.span),
            table.concat(expected, " or "), met)
end

local function explained(made)
  return function(doc)
    local lines = {}
    for m in made:gmatch(doc) do
      lines[#lines + 1] = ("%s: \"%s\"\n"):format(m:ref(), one_line(m))
      lines[#lines + 1] = step_lines(made:explain(m))
    end
    if #lines == 0 then return why_not(made, doc), false end
    return table.concat(lines)
  end, ""
end

---- The command -----------------------------------------------------------------

--- Runs a search: `write(doc)` gives what is written for a document, "" where
--- nothing was found, and false behind it where that is no find.
---@param values table of the command line
---@param made table the pattern
---@param write function
---@param head string
---@return integer exit code
function match.search(values, made, write, head)
  local apply = require "gloss.worker".call(step.prepare,
                                            match.steps(made, values))
  local found = false
  local function one(record)
    local doc, why = reader.document(record)
    if not doc then return nil, why end
    apply(doc)
    local bytes, is_find = write(doc)
    doc:close()
    if bytes ~= "" and is_find ~= false then found = true end
    return bytes
  end
  local sources = reader.sources(values)
  local out = output.open(values.output)
  out:write(head)
  local code = runner.run(values, runner.to_output({
    process = function(_, record) return runner.guard(one, record) end,
  }, out), sources)
  if code == exits.code.done and not found then return exits.code.negative end
  return code
end

function match.run(values)
  if values.explain and values.to then
    exits.stop("usage", "--explain writes text, not %s", values.to)
  end
  local made = match.pattern(values)
  local make = values.explain and explained or formats[values.to or "tsv"]
  return match.search(values, made, make(made))
end

return match
