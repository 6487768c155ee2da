--- Counts of a dictionary, and what its entries do in a corpus: which are dead,
--- which are noisy, which stay ambiguous.
local corpus = require "gloss.dictionary.corpus"
local entries = require "gloss.dictionary.entries"
local gloss = require "gloss"
local opened = require "gloss.dictionary.opened"
local suggest = require "gloss.suggest"

local stats = {}

-- ---- Counts ------------------------------------------------------------------

local function add(counts, key, n) counts[key] = (counts[key] or 0) + (n or 1) end

local function count_alias(result, alias)
  add(result, "aliases")
  add(result.cases, alias.case or "smart")
  if alias.require or alias.avoid then add(result, "with_context") end
  if alias.fuzzy then add(result, "fuzzy") end
  if alias.from or alias.to then add(result, "dated_aliases") end
end

local function count_entry(result, entry)
  add(result, "entities")
  add(result.types, entry.type or "(none)")
  if entry.name then count_alias(result, {}) end
  for _, alias in ipairs(entry.aliases) do
    if alias.alias ~= entry.name then count_alias(result, alias) end
  end
  for _, role in ipairs(entry.roles) do
    add(result, "roles")
    if role.from or role.to then add(result, "dated_roles") end
  end
  if entry.from or entry.to then add(result, "dated_entities") end
  add(result, "former_ids", #entry.was)
  for key in pairs(entry.fields) do add(result.columns, key) end
end

--- What a list of entries holds.
---@param list gloss.KnownEntry[]
---@return table<string, integer|table<string, integer>>
function stats.count(list)
  local result = { types = {}, cases = {}, columns = {} }
  for _, key in ipairs { "entities", "aliases", "with_context", "fuzzy",
                         "dated_aliases", "roles", "dated_roles",
                         "dated_entities", "former_ids" } do
    result[key] = 0
  end
  for _, entry in ipairs(list) do count_entry(result, entry) end
  return result
end

-- ---- In a corpus ---------------------------------------------------------------

-- The small-letter forms of aliases with capitals, as a dictionary: how often
-- is the alias met where it is no name? Also the folded forms of aliases that
-- are in small letters as they stand, and mean to be found so.
local function lower_dictionary(list)
  local lower, known, made = gloss.core.text.lower, {}, gloss.dict.new()
  local meant = {}
  local function take(alias)
    local small = lower(alias)
    if small == alias then meant[gloss.core.text.fold(alias)] = true
    elseif small and not known[small] then
      known[small] = true
      made:add { id = "w:" .. small, type = "WORD", name = small,
                 aliases = { { alias = small, case = "exact" } } }
    end
  end
  for _, entry in ipairs(list) do
    if entry.name then take(entry.name) end
    for _, alias in ipairs(entry.aliases) do take(alias.alias) end
  end
  return next(known) and assert(made:open()) or nil, meant
end

local function form_of(forms, span)
  local key = span.folded
  local form = forms[key]
  if not form then
    form = { text = span.text, found = 0, linked = 0, ambiguous = 0,
             unlinked = 0, small = 0, lower = 0, ids = {}, reasons = {} }
    forms[key] = form
  end
  return form
end

local function count_mentions(doc, forms, mentions)
  local lower = gloss.core.text.lower
  for e in doc.entities do
    local form = form_of(forms, e)
    form.found = form.found + 1
    if lower(e.text) == e.text then form.small = form.small + 1 end
    if e.id then
      form.linked = form.linked + 1
      form.ids[e.id] = true
      add(mentions, e.id)
    else
      form.ambiguous = form.ambiguous + 1
      for _, entry in ipairs(e.candidates) do form.ids[entry.id] = true end
    end
  end
  for u in doc:layer "unlinked" do
    local form = form_of(forms, u)
    form.found, form.unlinked = form.found + 1, form.unlinked + 1
    add(form.reasons, u.reason)
    if u.id then form.ids[u.id] = true end
  end
end

local function count_lower(small_forms, doc, forms)
  for _, hit in ipairs(small_forms:find(doc)) do
    local form = form_of(forms, hit.span)
    form.lower = form.lower + 1
  end
end

local function commonest(counts)
  local best
  for _, key in ipairs(suggest.keys(counts)) do
    if not best or counts[key] > counts[best] then best = key end
  end
  return best
end

-- Why a form is noisy; nil where it is not.
local function noise_of(form, is_meant)
  local capital = form.found - form.small
  local low = math.max(form.lower, form.small)
  if not is_meant and form.found > 0 and low > 0 and low >= capital then
    return low, ("%d times in lower case, %d times as a name"):format(low,
                                                                      capital)
  elseif form.unlinked > 0 and form.unlinked * 2 >= form.found then
    return form.unlinked, ("%d of %d not linked (%s)"):format(form.unlinked,
      form.found, commonest(form.reasons))
  end
end

-- Largest first, then by text.
local function by_count(list)
  return gloss.sort(list, "-count", "text")
end

local function judge(forms, meant)
  local noisy, ambiguous = {}, {}
  for _, key in ipairs(suggest.keys(forms)) do
    local form = forms[key]
    local ids = gloss.json.array(suggest.keys(form.ids))
    local count, why = noise_of(form, meant[key])
    if count then
      noisy[#noisy + 1] = { text = form.text, count = count, reason = why,
                            ids = ids }
    end
    if form.ambiguous > 0 then
      ambiguous[#ambiguous + 1] = { text = form.text, count = form.ambiguous,
                                    ids = ids }
    end
  end
  return by_count(noisy), by_count(ambiguous)
end

local function find_dead(list, mentions)
  local dead = {}
  for _, entry in ipairs(list) do
    if not mentions[entry.id] then
      dead[#dead + 1] = { id = entry.id, name = entry.name,
                          place = entry.place }
    end
  end
  return dead
end

--- What the entries do in a corpus.
---@param dict gloss.Dictionary
---@param list gloss.KnownEntry[]
---@param inputs string[]
---@return table result documents, mentions, linked, ambiguous_mentions, dead, noisy, ambiguous
function stats.on(dict, list, inputs)
  local forms, mentions = {}, {}
  local small_forms, meant = lower_dictionary(list)
  local documents = corpus.each(inputs, { opened.linker(dict) }, function(doc)
    count_mentions(doc, forms, mentions)
    if small_forms then count_lower(small_forms, doc, forms) end
  end)
  local result = { documents = documents, mentions = 0, linked = 0,
                   ambiguous_mentions = 0, unlinked = 0 }
  for _, form in pairs(forms) do
    result.mentions = result.mentions + form.found - form.unlinked
    result.linked = result.linked + form.linked
    result.ambiguous_mentions = result.ambiguous_mentions + form.ambiguous
    result.unlinked = result.unlinked + form.unlinked
  end
  result.dead = find_dead(list, mentions)
  result.noisy, result.ambiguous = judge(forms, meant)
  return result
end

--- The entries of a dictionary, however it was given.
---@param sources { name: string, bytes: string }[]? nil: a compiled one
---@param dict gloss.Dictionary?
---@return gloss.KnownEntry[]
function stats.entries(sources, dict)
  if sources then
    return entries.of_records(require "gloss.dictionary.records".read(sources))
  end
  return entries.of_dictionary(dict)
end

return stats
