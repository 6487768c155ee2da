--- The step `link`: what the dictionaries know, in the layer `entities`.
---
--- Columns: type, id, name (of the entry), via (how its name was found: alias,
--- fuzzy: with edits, generated, or derived from a name in full: surname given
--- variant acronym short article), rule (what decided: only name listed
--- document context date prior later; ambiguous: nothing did, and id is nil),
--- because (the word of the context, the other name, the prior), form (what a
--- derived name is derived from). span.entry and span.candidates are the dictionary's entries,
--- span.scores how much speaks for each candidate, as shares of 1.
---
--- A name that was found and not linked stands in the layer `unlinked`, with its
--- reason: date (not valid on the document's), require, avoid.
---
--- The core finds the names and decides (core/link); here is what it asks for.
local gloss = require "gloss"
local core = require "gloss.core"
local dates = require "gloss.dictionary.dates"
local derive = require "gloss.steps.link.derive"
local explain = require "gloss.explain"
local words = require "gloss.steps.link.words"

-- The value of a call of the core, or its error, which is a fault of data.
local function check(value, err)
  if value == nil then error(err, 0) end
  return value
end

-- ---- The dictionaries --------------------------------------------------------

-- In the order given; sources are compiled together, in the place of the last.
local function open_all(given)
  if not given then
    error("link needs a dictionary: gloss.link { dict = ... }", 0)
  end
  if type(given) == "string" or gloss.dict.is(given) then given = { given } end
  local opened, paths, place = {}, {}, 1
  for _, one in ipairs(given) do
    if gloss.dict.is(one) then opened[#opened + 1] = one
    elseif one:find "%.gdict$" then
      local d, err = gloss.dict.open(one)
      if not d then error(err, 0) end
      opened[#opened + 1] = d
    else
      paths[#paths + 1], place = one, #opened + 1
    end
  end
  if #paths > 0 then
    local d, err = gloss.dict.open(paths)
    if not d then error(err, 0) end
    table.insert(opened, place, d)
  end
  return opened
end

-- The linker for documents of a language, made for the first of them.
local function linker_of(prepared, lang)
  lang = words.language(lang)
  local linker, opened = prepared.linkers[lang], {}
  if not linker then
    for i, d in ipairs(prepared.dicts) do opened[i] = d.core end
    linker = check(core.linker(opened, words.of(lang), prepared.dicts))
    prepared.linkers[lang] = linker
  end
  return linker
end

-- ---- Short names -------------------------------------------------------------

-- Tells the linker by which shorter names a document may call what it names in
-- full. It keeps the answer, and asks once for a name.
local function answer(linker)
  local i = 1
  local kind, name, form = linker:ask(i)
  while kind do
    for _, short in ipairs(derive.names(kind, name, form)) do
      check(linker:answer(i, short.alias, short.via, short.case))
    end
    i = i + 1
    kind, name, form = linker:ask(i)
  end
end

-- ---- Dates -------------------------------------------------------------------

-- The first and last day of a document's date, the last dates remembered.
local days, day_count = {}, 0

local function days_of(date)
  if not date then return nil end
  local found = days[date]
  if not found then
    if day_count == 4096 then days, day_count = {}, 0 end
    found = table.pack(dates.of_document(date))
    days[date], day_count = found, day_count + 1
  end
  return found[1], found[2]
end

-- ---- Why ---------------------------------------------------------------------

-- The rules of core/link, in the order in which they decide: what spoke for the
-- one that was taken, and against the others; %s is the column `because`.
local RULES = {
  { "date", "no other was valid on that date",
    "not valid on the document's date" },
  { "avoid", nil, "it avoids what stands here: %s" },
  { "require", nil, "nothing that it requires stands here: %s" },
  { "context", "the context speaks for it alone: %s" },
  { "listed", "its name is listed, those of the others are generated",
    "its name is generated, that of another is listed" },
  { "document", "the document names it in another way, too: %s",
    "the document names another in another way, too" },
  { "name", "it is the full name", "it is the full name of another" },
  { "prior", "its prior is the highest: %s", "another has a higher prior: %s" },
  { "later", "it is the only one of the dictionary that was given last",
    "another is of a dictionary that was given later" },
  { "ambiguous", "nothing decides between them: %s" },
  { "only", "nothing else is called so" },
  { "part", nil, "it is a part of another name" },
  { "overlap", nil, "it shares text with a name that goes before it" },
  { "touched", nil, "it is a part of something else" },
}
local AGAINST, FOR = {}, {}
for _, rule in ipairs(RULES) do
  FOR[rule[1]], AGAINST[rule[1]] = rule[2], rule[3]
end

local function fill(why, because)
  return (why:gsub(": %%s", because and because ~= "" and ": "
                   .. because:gsub("%%", "%%%%") or ""))
end

local function explain_lost(log, linker)
  local i = 1
  local first, last, id, alias, rule, because = linker:lost(i)
  while first do
    log:lost("entities", first, last, rule, ('%s as "%s": %s'):format(
      id, alias, fill(AGAINST[rule], because)))
    i = i + 1
    first, last, id, alias, rule, because = linker:lost(i)
  end
end

local function ids(entries)
  local list = {}
  for i, entry in ipairs(entries) do list[i] = entry.id end
  return list
end

local function explain_kept(log, doc)
  for e in doc.entities do
    local because = e.because or e.form
    if e.rule == "ambiguous" then
      because = table.concat(gloss.sort(ids(e.candidates)), ", ")
    end
    log:kept("entities", e.first, e.last, fill(FOR[e.rule], because))
  end
end

-- The i-th entity that a span may mean, and whether it is the one.
local function entry(span, i)
  local dict, number, chosen, dicts = core.linked(span, i)
  return dict and dicts[dict]:entry(number), chosen
end

local function chosen_entry(span)
  local found, chosen = entry(span, 1)
  return chosen and found or nil
end

local function candidates(span)
  local list = {}
  repeat
    list[#list + 1] = entry(span, #list + 1)
  until not core.linked(span, #list + 1)
  return list
end

-- By place in span.candidates.
local function scores(span)
  local list = {}
  for i = 1, math.huge do
    list[i] = select(5, core.linked(span, i))
    if not list[i] then return list end
  end
end

core.extend("entities", {
  getters = { entry = chosen_entry, candidates = candidates, scores = scores },
  methods = {
    roles = function(span, date)
      local found = chosen_entry(span)
      return found and found:roles(date or span.doc.date) or {}
    end,
  },
})

return gloss.step {
  name = "link",
  uses = { "noise" },
  gives = { "entities", "unlinked" },
  options = { dict = false, policy = { "longest", "all" }, derived = true },
  prepare = function(options)
    return { dicts = open_all(options.dict), linkers = {} }
  end,
  run = function(doc, options, prepared)
    local linker, log = linker_of(prepared, doc.lang), explain.of(doc)
    check(linker:find(doc, { all = options.policy == "all",
                             derived = options.derived, explain = log },
                      days_of(doc.date)))
    answer(linker)
    check(linker:add(doc))
    if log then
      explain_kept(log, doc)
      explain_lost(log, linker)
    end
  end,
}
