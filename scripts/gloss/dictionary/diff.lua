--- What changes from one dictionary to another: its entries, and on a corpus
--- the mentions that appear, vanish or mean somebody else.
local corpus = require "gloss.dictionary.corpus"
local dates = require "gloss.dictionary.dates"
local entries = require "gloss.dictionary.entries"
local gloss = require "gloss"
local opened = require "gloss.dictionary.opened"
local suggest = require "gloss.suggest"

local diff = {}

-- ---- Entries -----------------------------------------------------------------

-- A date as the day that it means, so that "2011" is no change to 2011-01-01.
local function day(text, is_end)
  if not text then return nil end
  local first, last = dates.range(text)
  if not first then return text end
  return dates.format(is_end and last or first)
end

local function period_text(thing)
  if not (thing.from or thing.to) then return nil end
  return ("%s to %s"):format(day(thing.from) or "...",
                             day(thing.to, true) or "...")
end

local OPTIONS = { "case", "accents", "fuzzy", "inside", "require", "avoid" }

local function alias_text(alias)
  local parts = {}
  for _, name in ipairs(OPTIONS) do
    if alias[name] then parts[#parts + 1] = name .. "=" .. alias[name] end
  end
  parts[#parts + 1] = period_text(alias)
  if #parts == 0 then return alias.alias end
  return ("%s (%s)"):format(alias.alias, table.concat(parts, "; "))
end

local function role_text(role)
  local parts = { role.role }
  if role.of then parts[#parts + 1] = "of " .. role.of end
  parts[#parts + 1] = period_text(role)
  return table.concat(parts, ", ")
end

local function set_of(list, text)
  local set = {}
  for _, item in ipairs(list) do set[text(item)] = true end
  return set
end

local function itself(value) return value end

local LISTS = {
  { "alias", "aliases", alias_text }, { "role", "roles", role_text },
  { "exclude", "excludes", function(e) return e.exclude end },
  { "was", "was", itself },
}

-- What a list has more and less, as "alias +X", "alias -Y".
local function compare_list(old, new, what, text, changes)
  local before, after = set_of(old, text), set_of(new, text)
  for _, item in ipairs(suggest.keys(before)) do
    if not after[item] then changes[#changes + 1] = what .. " -" .. item end
  end
  for _, item in ipairs(suggest.keys(after)) do
    if not before[item] then changes[#changes + 1] = what .. " +" .. item end
  end
end

local function compare_value(old, new, what, changes)
  if old ~= new then
    changes[#changes + 1] = ("%s %s -> %s"):format(what, old or "-", new or "-")
  end
end

local function compare_fields(old, new, changes)
  local names = {}
  for _, fields in ipairs { old, new } do
    for name in pairs(fields) do names[name] = true end
  end
  for _, name in ipairs(suggest.keys(names)) do
    compare_value(old[name], new[name], name, changes)
  end
end

-- How one entry became another.
local function compare_entry(old, new)
  local changes = {}
  compare_value(old.id, new.id, "id", changes)
  compare_value(old.name, new.name, "name", changes)
  compare_value(old.type, new.type, "type", changes)
  compare_value(period_text(old), period_text(new), "valid", changes)
  for _, list in ipairs(LISTS) do
    compare_list(old[list[2]], new[list[2]], list[1], list[3], changes)
  end
  compare_fields(old.fields, new.fields, changes)
  return changes
end

local function index(list)
  local by_id, former = {}, {}
  for _, entry in ipairs(list) do
    by_id[entry.id] = entry
    for _, id in ipairs(entry.was) do former[id] = entry end
  end
  return by_id, former
end

--- How entries changed, sorted by id: kind is "+", "-" or "~".
---@param old gloss.KnownEntry[]
---@param new gloss.KnownEntry[]
---@return { kind: string, id: string, name: string?, place: string?, changes: string[] }[]
function diff.entries(old, new)
  local old_by_id = index(old)
  local new_by_id, former = index(new)
  local list, renamed = {}, {}
  local function add(kind, entry, changes)
    list[#list + 1] = { kind = kind, id = entry.id, name = entry.name,
                        place = entry.place, changes = changes or {} }
  end
  for _, entry in ipairs(old) do
    local now = new_by_id[entry.id] or former[entry.id]
    if not now then add("-", entry)
    else
      if now.id ~= entry.id then renamed[now.id] = true end
      local changes = compare_entry(entry, now)
      if #changes > 0 then add("~", now, changes) end
    end
  end
  for _, entry in ipairs(new) do
    if not old_by_id[entry.id] and not renamed[entry.id] then add("+", entry) end
  end
  return gloss.sort(list, "id", "kind")
end

-- ---- Mentions ------------------------------------------------------------------

-- Mentions by place: { text, id } ("?": ambiguous).
local function mentions_of(doc, resolve)
  local by_place, count = {}, 0
  for e in doc.entities do
    by_place[e.first .. "-" .. e.last] =
      { text = e.text, id = e.id and resolve(e.id) or "?", ref = e:ref(),
        first = e.first, last = e.last }
    count = count + 1
  end
  return by_place, count
end

-- Counts an effect; `old` or `new` is nil where a mention appears or vanishes.
local function note(effects, kind, old, new)
  local shown = old or new
  local now = new and new.text ~= shown.text and new.text or nil
  local key = table.concat({ kind, shown.text, now or "", old and old.id or "",
                             new and new.id or "" }, "\0")
  local effect = effects[key]
  if not effect then
    effect = { kind = kind, text = shown.text, now = now, old = old and old.id,
               new = new and new.id, count = 0, documents = 0,
               ref = shown.ref }
    effects[key] = effect
  end
  effect.count = effect.count + 1
  local document = shown.ref:match "^(.*)#"
  if effect.last ~= document then
    effect.last, effect.documents = document, effect.documents + 1
  end
end

-- The mentions that the other document does not have at the same place, in
-- order.
local function alone(by_place, other)
  local list = {}
  for place, mention in pairs(by_place) do
    if not other[place] then list[#list + 1] = mention end
  end
  return gloss.sort(list, "first", "last")
end

-- What is left of two documents: mentions that overlap are one that changed
-- its extent.
local function compare_rest(old, new, effects)
  local at = 1
  for _, mention in ipairs(old) do
    while new[at] and new[at].last < mention.first do
      note(effects, "appears", nil, new[at])
      at = at + 1
    end
    if new[at] and new[at].first <= mention.last then
      note(effects, "changes", mention, new[at])
      at = at + 1
    else
      note(effects, "vanishes", mention)
    end
  end
  for i = at, #new do note(effects, "appears", nil, new[i]) end
end

local function compare_documents(before, after, effects)
  local same = {}
  for place, mention in pairs(before) do
    if after[place] and after[place].id ~= mention.id then
      same[#same + 1] = { first = mention.first, last = mention.last,
                          old = mention, new = after[place] }
    end
  end
  for _, pair in ipairs(gloss.sort(same, "first", "last")) do
    note(effects, "changes", pair.old, pair.new)
  end
  compare_rest(alone(before, after), alone(after, before), effects)
end

local function sorted_effects(effects)
  local list = {}
  for _, key in ipairs(suggest.keys(effects)) do
    effects[key].last = nil
    list[#list + 1] = effects[key]
  end
  return gloss.sort(list, "-count", "-documents", "text", "kind")
end

--- What changes in a corpus, the largest effect first.
---@param old gloss.Dictionary
---@param new gloss.Dictionary
---@param inputs string[]
---@return { documents: integer, old: integer, new: integer, changed: integer, share: number, effects: table[] }
function diff.on(old, new, inputs)
  local effects = {}
  local result = { old = 0, new = 0, changed = 0 }
  -- A former id means the entity that has it now.
  local function resolve(id)
    local entry = new[id]
    return entry and entry.id or id
  end
  local function itself_too(id) return id end
  result.documents = corpus.each(inputs,
    { opened.linker(old), opened.linker(new) },
    function(a, b)
      local before, n = mentions_of(a, resolve)
      local after, m = mentions_of(b, itself_too)
      result.old, result.new = result.old + n, result.new + m
      compare_documents(before, after, effects)
    end)
  result.effects = sorted_effects(effects)
  for _, effect in ipairs(result.effects) do
    result.changed = result.changed + effect.count
  end
  result.share = result.changed / math.max(result.old, 1)
  return result
end

--- The entries of an argument of the command line.
---@param argument string
---@return gloss.KnownEntry[]
function diff.read(argument)
  local sources = opened.sources(argument)
  if sources then
    return entries.of_records(require "gloss.dictionary.records".read(sources))
  end
  return entries.of_dictionary(opened.dictionary(argument))
end

return diff
