--- The step `acronyms`: short forms that a text defines, with their long forms:
--- "the Meridian Investment Fund (MIF)", "MIF (Meridian Investment Fund)", and with
--- the option `legends` the keys of tables, "MIF = Meridian Investment Fund".
---
--- Columns: short and long (spans), rule, score. A row's own span goes from the
--- one to the other. A long form that the text does not spell out beside its
--- short form is never guessed.
local gloss = require "gloss"
local explain = require "gloss.explain"
local find = require "gloss.steps.acronyms.find"

-- Bytes of what is joined, at most: a bracket that never closes joins no more.
local LONGEST = 2000

--- Does a bracket stay open in it?
local function is_open(text)
  local _, opened = text:gsub("[%(%[]", "")
  local _, closed = text:gsub("[%)%]]", "")
  return opened > closed
end

--- The sentences; those that a full stop inside a bracket parted, as in
--- "Helicobacter pylori (H. pylori)", are one.
---@return { first: integer, last: integer }[]
local function stretches(doc)
  local list, open = {}, false
  for sentence in doc.sentences do
    local before = list[#list]
    local between = before and doc.text:sub(before.last + 1, sentence.first - 1)
    if open and between:find("^ *$") and sentence.last - before.first < LONGEST then
      before.last = sentence.last
    else
      list[#list + 1] = { first = sentence.first, last = sentence.last }
    end
    local last = list[#list]
    open = last.last - last.first < LONGEST and is_open(doc.text:sub(last.first, last.last))
  end
  return list
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last > b.last
end

return gloss.step {
  name = "acronyms",
  uses = { "noise" },
  gives = { "acronyms" },
  options = { legends = false },
  run = function(doc, options)
    local rows, seen = {}, {}
    local log = explain.of(doc)
    for _, stretch in ipairs(stretches(doc)) do
      local shift = stretch.first - 1
      local lost = log and function(first, last, rule, why)
        log:lost("acronyms", first + shift, last + shift, rule, why)
      end
      for _, d in ipairs(find(doc.text:sub(stretch.first, stretch.last), options.legends, lost)) do
        local short = doc:span(d.short[1] + shift, d.short[2] + shift)
        local long = doc:span(d.long[1] + shift, d.long[2] + shift)
        local key = short.first .. ":" .. long.first
        if not seen[key] then
          seen[key] = true
          rows[#rows + 1] = { short = short, long = long, rule = d.rule, score = d.score,
            first = math.min(short.first, long.first), last = math.max(short.last, long.last) }
        elseif log then
          log:lost("acronyms", short.first, short.last, d.rule, "defined here already")
        end
      end
    end
    table.sort(rows, by_place)
    doc:add("acronyms", rows, { "short", "long", "rule", "score" })
  end,
}
