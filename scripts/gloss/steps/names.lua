--- The step `names`: names that no dictionary has linked, found by how they are
--- written, in the layer `names`.
---
--- Columns: name (the fullest form in the document), type (a guess: PERSON ORG
--- GPE LOC, or nil), reason (of the guess), cluster (a number; names that mean
--- the same share it), via (name surname given acronym). Rules and limits:
--- docs/names.md. Their words are data: names/words.lua, names/given.lua.
local cluster = require "gloss.steps.names.cluster"
local guess = require "gloss.steps.names.guess"
local runs = require "gloss.steps.names.runs"
local step = require "gloss.step"
local tokens = require "gloss.steps.names.tokens"

local COLUMNS = { "name", "type", "reason", "cluster", "via" }

-- Languages whose script has no capitals, or whose words have no blanks.
local WITHOUT = {}
for code in ("ar fa he hi ja ka my th ur zh ko"):gmatch "%S+" do
  WITHOUT[code] = true
end

-- For tokens in order: does an entity share a byte with them?
local function linked(doc)
  local list, at = {}, 1
  if doc:has "entities" then
    for first, last in doc:all("entities"):offsets() do
      list[#list + 1] = { first, last }
    end
  end
  return function(first, last)
    while list[at] and list[at][2] < first do at = at + 1 end
    local k = at
    while list[k] and list[k][1] <= last do
      if list[k][2] >= first then return true end
      k = k + 1
    end
    return false
  end
end

-- What the body calls a name a heading may have, too: the parts of its runs
-- that are such names, longest first.
local function in_heading(t, run, texts, list)
  local from = run.first
  while from <= run.last do
    local found
    for to = run.last, from, -1 do
      if texts[runs.text(t, from, to):lower()] then
        found = to
        break
      end
    end
    if found then
      list[#list + 1] = { first = from, last = found, heading = true,
                          title = from == run.first and run.title or nil }
      from = found + 1
    else from = from + 1 end
  end
end

local function find(t)
  local found = runs.find(t)
  local list, texts = runs.accepted(t, found), {}
  for _, run in ipairs(list) do
    texts[runs.text(t, run.first, run.last):lower()] = true
  end
  for _, run in ipairs(found) do
    if t.heading[run.first] then in_heading(t, run, texts, list) end
  end
  table.sort(list, function(a, b) return a.first < b.first end)
  return list
end

local function rows_of(t, list)
  local rows = {}
  for i, run in ipairs(list) do
    local made = run.cluster
    rows[i] = { first = t.first[run.first], last = t.last[run.last],
                name = made.name, type = made.type, reason = made.reason,
                cluster = made.number, via = run.via }
  end
  return rows
end

local function run(doc)
  local rows = {}
  if not WITHOUT[(doc.lang or "en"):match "^%a+"] then
    local t, list = tokens.read(doc), {}
    local is_linked = linked(doc)
    for _, found in ipairs(find(t)) do
      if not is_linked(t.first[found.first], t.last[found.last]) then
        found.text = runs.text(t, found.first, found.last)
        found.acronym = found.first == found.last
          and runs.is_acronym(t, found.first)
        found.guess = guess.one(t, found)
        list[#list + 1] = found
      end
    end
    cluster.group(doc, list)
    rows = rows_of(t, list)
  end
  return doc:add("names", rows, COLUMNS)
end

return step.new {
  name = "names",
  uses = { "noise", "entities", "acronyms" },
  gives = { "names" },
  run = run,
}
