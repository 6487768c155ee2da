--- The step `names`: names that no dictionary has linked, found by how they are
--- written, in the layer `names`.
---
--- Columns: name (the fullest form in the document), type (a guess: PERSON ORG
--- GPE LOC, or nil), reason (of the guess), cluster (a number; names that mean
--- the same share it), via (name surname given acronym). Rules and limits:
--- docs/names.md. Their words are data: names/words.lua, names/given.lua.
local classes = require "gloss.steps.names.classes"
local cluster = require "gloss.steps.names.cluster"
local explain = require "gloss.explain"
local guess = require "gloss.steps.names.guess"
local runs = require "gloss.steps.names.runs"
local step = require "gloss.step"

local COLUMNS = { "name", "type", "reason", "cluster", "via" }

-- Languages whose script has no capitals, or whose words have no blanks.
local WITHOUT = {}
for code in ("ar fa he hi ja ka my th ur zh ko"):gmatch "%S+" do
  WITHOUT[code] = true
end

local finders = {}

local function finder_of(lang)
  if not finders[lang] then
    finders[lang] = runs.finder(lang, classes.of(lang))
  end
  return finders[lang]
end

-- Where entities are, in the document at hand.
local firsts, lasts = {}, {}

-- For places in order: does an entity share a byte with them? Nil where there
-- are none.
local function linked(doc)
  if not doc:has "entities" then return nil end
  local n, at = 0, 1
  for first, last in doc:all("entities"):offsets() do
    n = n + 1
    firsts[n], lasts[n] = first, last
  end
  return n > 0 and function(first, last)
    while at <= n and lasts[at] < first do at = at + 1 end
    local k = at
    while k <= n and firsts[k] <= last do
      if lasts[k] >= first then return true end
      k = k + 1
    end
    return false
  end
end

-- Columns of the document before, to be used again.
---@type names.Names
local names = { n = 0, start = {}, stop = {}, form = {}, title = {},
                guess = {}, heading = {} }
local name, kind, reason, number = {}, {}, {}, {}

-- What the name at the place k of the list means by what stands beside it.
local function guess_there(list, k, at, heading)
  at.first, at.last = list[k], list[k + 1]
  at.before, at.after, at.heading = list[k + 6], list[k + 7], heading
  return guess.of_place(list[k + 8], at)
end

-- Takes the names that no dictionary has linked from the finder's list.
local function take_names(doc, finder, m, log)
  local list, heading = finder.list, finder.classes.HEADING
  local starts, stops, forms = names.start, names.stop, names.form
  local titles, guesses, headings = names.title, names.guess, names.heading
  local is_linked, at, n = linked(doc), { m = m, classes = finder.classes }, 0
  local before, after = guess.bits(finder.classes)
  for k = 1, finder.n, runs.STRIDE do
    local form = list[k + 8]
    if form then
      local start, stop = list[k + 2], list[k + 3]
      if is_linked and is_linked(start, stop) then
        if log then log:lost("names", start, stop, "name", "linked") end
      else
        local title, is_heading = list[k + 9], list[k + 4] & heading ~= 0
        n = n + 1
        starts[n], stops[n], forms[n], titles[n] = start, stop, form, title
        headings[n] = is_heading
        guesses[n] = title and guess.of_title(form, title) or form.guess
          or (list[k + 6] & before ~= 0 or list[k + 7] & after ~= 0)
             and guess_there(list, k, at, is_heading)
          or guess.of_acronym(form, is_heading)
      end
    end
  end
  names.n = n
end

local function add_rows(doc, of, via)
  local texts, types, reasons, numbers = name, kind, reason, number
  for k = 1, names.n do
    local made = of[k]
    local best = made.guess
    texts[k], numbers[k] = made.name, made.number
    if best then types[k], reasons[k] = best.type, best.reason
    else types[k], reasons[k] = false, false end
  end
  return doc:add_columns("names", names.n, names.start, names.stop, COLUMNS,
                         { name, kind, reason, number, via })
end

local function run(doc)
  local lang = (doc.lang or "en"):match "^%a+"
  if WITHOUT[lang] then return doc:add("names", {}, COLUMNS) end
  local finder, log = finder_of(lang), explain.of(doc)
  local m = assert(finder.classes:read(doc))
  local nouns, list = finder:find(m, log ~= nil), finder.list
  local headings = finder:drop(nouns, log and function(k, why)
    log:lost("names", list[k + 2], list[k + 3], "name", why)
  end)
  if headings then finder:find_in_headings(m) end
  take_names(doc, finder, m, log)
  return add_rows(doc, cluster.group(doc, names))
end

return step.new {
  name = "names",
  uses = { "noise", "entities", "acronyms" },
  gives = { "names" },
  run = run,
}
