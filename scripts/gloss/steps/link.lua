--- The step `link`: what the dictionaries know, in the layer `entities`.
---
--- Columns: type, id, name (of the entry), via (how its name was found: alias,
--- fuzzy: with edits, generated, or derived from a name in full: surname given
--- variant acronym short article), rule (what decided: only name listed document context date prior;
--- ambiguous: nothing did, and id is nil), entry and candidates (through
--- span.entry, span.candidates), form (what a derived name is derived from).
---
--- A name that was found and not linked stands in the layer `unlinked`, with its
--- reason: date (not valid on the document's), require, avoid.
local gloss = require "gloss"
local core = require "gloss.core"
local choose = require "gloss.steps.link.choose"
local dates = require "gloss.dictionary.dates"
local derive = require "gloss.steps.link.derive"

-- ---- The dictionaries --------------------------------------------------------

local function open_all(given)
  if not given then error("link needs a dictionary: gloss.link { dict = ... }", 0) end
  if type(given) == "string" or gloss.dict.is(given) then given = { given } end
  local opened, paths = {}, {}
  for _, one in ipairs(given) do
    if gloss.dict.is(one) then opened[#opened + 1] = one
    elseif one:find "%.gdict$" then
      local d, err = gloss.dict.open(one)
      if not d then error(err, 0) end
      opened[#opened + 1] = d
    else paths[#paths + 1] = one end
  end
  if #paths > 0 then
    local d, err = gloss.dict.open(paths)
    if not d then error(err, 0) end
    opened[#opened + 1] = d
  end
  return opened
end

-- The dictionaries of documents that were linked, for span.entry.
local linked = setmetatable({}, { __mode = "k" })

-- ---- Hits --------------------------------------------------------------------

-- What follows a name and shows that it is none: Don|'t, Can|'t.
local function is_contraction(text, last)
  return text:byte(last) == 110 and (text:find("^'t%f[%W]", last + 1)
                                     or text:find("^\u{2019}t%f[%W]", last + 1))
end

-- Addresses of the web and of mail: a name inside one is no mention.
local function addresses(doc)
  local list = {}
  for first, last in doc.tokens:where { kind = { "url", "email" } }:offsets() do
    list[#list + 1] = { first = first, last = last }
  end
  return list
end

-- What of a sorted list shares text with a place, or nil.
local function overlapped(taken, first, last)
  local low, high = 1, #taken
  while low <= high do
    local middle = (low + high) // 2
    if taken[middle].last < first then low = middle + 1
    else high = middle - 1 end
  end
  local found = taken[low]
  return found and found.first <= last and found or nil
end

local function free_between(taken, first, last)
  return not overlapped(taken, first, last)
end

-- Does a place lie inside an address, and is not all of it (Example.com)?
local function is_inside(closed, first, last)
  local address = overlapped(closed, first, last)
  return address and (address.first < first or address.last > last)
end

-- Is it a generated form that belongs to something else: US$, US-412, or a
-- place without its region in a longer name, Tulsa Transit?
local function is_touched(text, last, candidates)
  for _, c in ipairs(candidates) do
    if not c.alias.generated then return false end
  end
  return derive.touched(text, last)
    or candidates[1].alias.text:find "%l" and derive.followed(text, last)
end

local function read_hits(doc, text, d, number, all)
  local flat, list, at = d.core:hits(doc, all), {}, 1
  local closed = addresses(doc)
  while flat[at] do
    local first, last, edits, count =
      flat[at], flat[at + 1], flat[at + 2], flat[at + 3]
    if not is_contraction(text, last) and not is_inside(closed, first, last) then
      local candidates = {}
      for k = at + 4, at + 3 + count do
        local alias = d:alias(flat[k])
        candidates[#candidates + 1] = { alias = alias, dict = number,
          number = alias.entity, entity = d:entry(alias.entity) }
      end
      if not is_touched(text, last, candidates) then
        list[#list + 1] = { first = first, last = last,
                            candidates = candidates,
                            via = edits > 0 and "fuzzy" or nil }
      end
    end
    at = at + 4 + count
  end
  return list
end

local function by_place(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return a.last > b.last
end

-- Leftmost, then longest; what is at one place joins.
local function merge_sorted(joined, all)
  local kept, last = {}, 0
  gloss.sort(joined, by_place)
  for _, hit in ipairs(joined) do
    local before = kept[#kept]
    if before and before.first == hit.first and before.last == hit.last then
      table.move(hit.candidates, 1, #hit.candidates, #before.candidates + 1,
                 before.candidates)
    elseif all or hit.first > last then
      kept[#kept + 1] = hit
      last = math.max(last, hit.last)
    end
  end
  return kept
end

-- Hits of all dictionaries: those without edits, and those with edits that
-- share no text with them.
local function merge(lists, all)
  local exact, fuzzy, free = {}, {}, {}
  for _, list in ipairs(lists) do
    for _, hit in ipairs(list) do
      local to = hit.via and fuzzy or exact
      to[#to + 1] = hit
    end
  end
  if #lists == 1 then return exact, fuzzy end
  exact = merge_sorted(exact, all)
  for _, hit in ipairs(fuzzy) do
    if free_between(exact, hit.first, hit.last) then free[#free + 1] = hit end
  end
  return exact, merge_sorted(free, all)
end

-- ---- What is known of the document -------------------------------------------

local function set_in(t, key, value)
  t[key] = t[key] or {}
  t[key][value] = true
end

-- Counts by entity the forms that are found and can mean nothing else.
local function count_certain(about, hits)
  for _, hit in ipairs(hits) do
    local c, several = hit.candidates[1], false
    for _, other in ipairs(hit.candidates) do
      several = several or other.entity.id ~= c.entity.id
      if other.alias.text == other.entity.name then
        about.named[other.entity.id] = true
      end
    end
    if not several and not c.alias.require and not c.alias.avoid then
      about.ids[c.entity.id] = true
      set_in(about.types, c.entity.type, c.entity.id)
      set_in(about.forms, c.entity.id, c.alias.text)
    end
  end
end

local function context_of(doc, hits)
  local about = { named = {}, ids = {}, types = {}, forms = {} }
  about.first_day, about.last_day = dates.of_document(doc.date)
  local sentences, document = {}, nil
  function about.sentence(first)
    local s = doc:span(first, first).sentence
    local key = s and s.first or 0
    sentences[key] = sentences[key] or s and core.text.fold(s.text) or ""
    return sentences[key]
  end
  function about.document()
    document = document or core.text.fold(doc.text)
    return document
  end
  -- Is the entity named elsewhere, in another way, and for certain?
  function about.elsewhere(c)
    for form in pairs(about.forms[c.entity.id] or {}) do
      if form ~= c.alias.text then return true end
    end
    return false
  end
  count_certain(about, hits)
  return about
end

-- ---- Rows --------------------------------------------------------------------

-- The numbers of candidates, "1:12 1:40": dictionary and entity.
local function references(list)
  local parts = {}
  for i, c in ipairs(list) do parts[i] = c.dict .. ":" .. c.number end
  return table.concat(parts, " ")
end

local function common_type(list)
  local kind = list[1].entity.type
  for _, c in ipairs(list) do
    if c.entity.type ~= kind then return nil end
  end
  return kind
end

local function row_of(hit, c, rule, left)
  local row = { first = hit.first, last = hit.last, rule = rule,
                via = hit.via or "alias", form = hit.form,
                possible = references(left) }
  if c then
    row.id, row.name, row.type = c.entity.id, c.entity.name, c.entity.type
    row.number = c.dict .. ":" .. c.number
    if c.alias.generated and not hit.via then row.via = "generated" end
  else
    row.type = common_type(left)
  end
  return row
end

-- Adds the row of each hit; those without a possible meaning go to `lost`.
local function add_rows(rows, lost, hits, about)
  for _, hit in ipairs(hits) do
    local c, rule, left = choose.one(hit, about)
    if #left > 0 then
      rows[#rows + 1] = row_of(hit, c, rule, left)
      hit.chosen = c
    else
      lost[#lost + 1] = { first = hit.first, last = hit.last, reason = rule,
                          id = hit.candidates[1].entity.id }
    end
  end
end

-- ---- Derived names -----------------------------------------------------------

-- By derived alias: whom it may mean. It may stand before the name in full: in
-- a headline it does.
local function derived_names(hits)
  local names, order, known = {}, {}, {}
  for _, hit in ipairs(hits) do
    local c = hit.chosen
    local forms = {}
    if c and not known[c.alias] then
      known[c.alias] = true
      forms = derive.names(c.entity, c.alias.text)
    end
    for _, d in ipairs(forms) do
      local key = d.alias .. "\0" .. d.case
      local entry = names[key]
      if not entry then
        entry = { alias = d.alias, case = d.case, whom = {}, list = {} }
        names[key] = entry
        order[#order + 1] = entry
      end
      if not entry.whom[c.entity.id] then
        entry.whom[c.entity.id] = true
        entry.list[#entry.list + 1] =
          { candidate = c, via = d.via, form = c.alias.text }
      end
    end
  end
  return order
end

-- A dictionary of the derived names: entity n is names[n].
local function compile(names)
  local b = core.dict_builder()
  for i, name in ipairs(names) do
    local number = b:entity(("%06d"):format(i), "", name.alias)
    b:alias(number, name.alias, { case = name.case })
  end
  return b:dict(("derived %p"):format(b))
end

local function derived_hit(name, first, last)
  local candidates = {}
  for i, item in ipairs(name.list) do candidates[i] = item.candidate end
  return { first = first, last = last, candidates = candidates,
           via = name.list[1].via, form = name.list[1].form }
end

local PERSONAL = { surname = true, given = true }

-- The hit for a derived name at a place, or nil: a part of another name; with
-- the given name in front, though other words are between, all of it.
local function hit_at(text, hits, name, first, last)
  local via = name.list[1].via
  if not free_between(hits, first, last) or derive.touched(text, last) then
    return nil
  end
  if not PERSONAL[via] or derive.alone(text, first, last) then
    return derived_hit(name, first, last)
  end
  if via ~= "surname" or #name.list > 1 or derive.followed(text, last) then
    return nil
  end
  local given = name.list[1].candidate.entity.name:match "^%S+"
  local start = derive.longer(text, first, given)
  if not start or not free_between(hits, start, last) then return nil end
  local hit = derived_hit(name, start, last)
  hit.via = "variant"
  return hit
end

local function derived_hits(doc, hits)
  local names = derived_names(hits)
  if #names == 0 then return {} end
  local d <close> = setmetatable({ core = compile(names) },
                                 { __close = function(s) s.core:close() end })
  local flat, list, at, text = d.core:hits(doc, false), {}, 1, doc.text
  while flat[at] do
    local name = names[d.core:entity_of(flat[at + 4])]
    list[#list + 1] = hit_at(text, hits, name, flat[at], flat[at + 1])
    at = at + 4 + flat[at + 3]
  end
  return list
end

-- A derived name goes before one with edits, unless it is a part of it.
local function settle(derived, fuzzy)
  local names, free = {}, {}
  for _, hit in ipairs(derived) do
    local other = overlapped(fuzzy, hit.first, hit.last)
    if not other or other.last - other.first <= hit.last - hit.first then
      names[#names + 1] = hit
    end
  end
  for _, hit in ipairs(fuzzy) do
    if free_between(names, hit.first, hit.last) then free[#free + 1] = hit end
  end
  return names, free
end

-- ---- The step ----------------------------------------------------------------

local COLUMNS = { "type", "id", "name", "via", "rule", "form", "number",
                  "possible" }

local function entries(doc, references_text)
  local list = {}
  for dict, number in (references_text or ""):gmatch "(%d+):(%d+)" do
    local d = linked[doc] and linked[doc][tonumber(dict)]
    list[#list + 1] = d and d:entry(tonumber(number))
  end
  return list
end

core.extend("entities", {
  getters = {
    entry = function(span) return entries(span.doc, span.number)[1] end,
    candidates = function(span) return entries(span.doc, span.possible) end,
  },
  methods = {
    roles = function(span, date)
      local entry = entries(span.doc, span.number)[1]
      return entry and entry:roles(date or span.doc.date) or {}
    end,
  },
})

return gloss.step {
  name = "link",
  uses = { "noise" },
  gives = { "entities", "unlinked" },
  options = { dict = false, policy = { "longest", "all" }, derived = true },
  prepare = function(options) return open_all(options.dict) end,
  run = function(doc, options, dicts)
    local all, lists = options.policy == "all", {}
    local rows, lost, text = {}, {}, doc.text
    for i, d in ipairs(dicts) do lists[i] = read_hits(doc, text, d, i, all) end
    local hits, fuzzy = merge(lists, all)
    local about = context_of(doc, hits)
    add_rows(rows, lost, hits, about)
    if options.derived then
      local derived
      derived, fuzzy = settle(derived_hits(doc, hits), fuzzy)
      add_rows(rows, lost, derived, about)
    end
    add_rows(rows, lost, fuzzy, about)
    linked[doc] = dicts
    doc:add("entities", rows, COLUMNS)
    doc:add("unlinked", lost, { "reason", "id" })
  end,
}
