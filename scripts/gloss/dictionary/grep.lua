--- Looks entries of a dictionary up, by id, by text or by a regular expression,
--- and shows all that is known of them.
local entries = require "gloss.dictionary.entries"
local gloss = require "gloss"
local suggest = require "gloss.suggest"

local grep = {}

-- ---- Finding -----------------------------------------------------------------

-- Every text of an entry that may be looked for.
local function each_text(entry)
  local list = { entry.id, entry.name, entry.type }
  local function add(text) if text then list[#list + 1] = text end end
  for _, former in ipairs(entry.was) do add(former) end
  for _, alias in ipairs(entry.aliases) do
    add(alias.alias)
    add(alias.require)
    add(alias.avoid)
  end
  for _, role in ipairs(entry.roles) do
    add(role.role)
    add(role.of)
    add(role.source)
  end
  for _, exclude in ipairs(entry.excludes) do add(exclude.exclude) end
  for _, key in ipairs(suggest.keys(entry.fields)) do add(entry.fields[key]) end
  return list
end

-- What is meant by a pattern: "/re/" a regular expression, else part of a text,
-- compared as dictionaries compare. A function that tells whether a text is
-- meant; and the folded text, where it is one.
local function matcher(pattern)
  local re, flags = pattern:match "^/(.*)/([imsxu]*)$"
  if re then
    local compiled, err = gloss.regex(re, flags)
    if not compiled then return nil, err end
    return function(text) return compiled:find(text) ~= nil end
  end
  local fold = gloss.core.text.fold
  local wanted = fold(pattern) or pattern
  return function(text)
    return (fold(text) or text):find(wanted, 1, true) ~= nil
  end, wanted
end

local function any_text(entry, fits)
  for _, text in ipairs(each_text(entry)) do
    if fits(text) then return true end
  end
  return false
end

-- ---- Before entries are made -------------------------------------------------

local function row_fits(row, fits)
  for key, value in pairs(row) do
    if type(key) == "string" and key ~= "ok" and key ~= "note" then
      if type(value) == "string" then
        if fits(value) then return true end
      elseif type(value) == "table" then
        for _, item in ipairs(value) do
          if fits(item) then return true end
        end
      end
    end
  end
  return false
end

local LISTS = { "entities", "aliases", "roles", "excludes" }

--- Leaves of what sources say the rows of those entities that a pattern may
--- mean: most are of no interest.
---@param set gloss.Records changed
---@param pattern string
---@return gloss.Records? set the same
---@return gloss.Error? err bad_regex
function grep.narrow(set, pattern)
  local fits, err = matcher(pattern)
  if not fits then return nil, err end
  local wanted = {}
  for _, name in ipairs(LISTS) do
    for _, row in ipairs(set[name]) do
      local id = row.id
      if id and not wanted[id] and row_fits(row, fits) then wanted[id] = true end
    end
  end
  for _, name in ipairs(LISTS) do
    local kept = {}
    for _, row in ipairs(set[name]) do
      if row.id and wanted[row.id] then kept[#kept + 1] = row end
    end
    set[name] = kept
  end
  return set
end

--- The entries of a compiled dictionary that a pattern may mean: the one with
--- that id, or those with such a text.
---@param dict gloss.Dictionary
---@param pattern string
---@return gloss.KnownEntry[]?
---@return gloss.Error? err bad_regex
function grep.of_dictionary(dict, pattern)
  local exact = dict.core:number(pattern)
  if exact then return entries.of_dictionary(dict, { exact }) end
  local fits, wanted = matcher(pattern)
  if not fits then return nil, wanted end
  local numbers, err = dict.core:grep(wanted or fits)
  if not numbers then return nil, err end
  return entries.of_dictionary(dict, numbers)
end

-- ---- Among entries -----------------------------------------------------------

-- The entry that has the id, or had it.
local function by_id(list, id)
  for _, entry in ipairs(list) do
    if entry.id == id then return entry end
  end
  for _, entry in ipairs(list) do
    for _, former in ipairs(entry.was) do
      if former == id then return entry end
    end
  end
end

--- The entries that a pattern means: the one of that id, else all that have
--- the text somewhere.
---@param list gloss.KnownEntry[]
---@param pattern string
---@return gloss.KnownEntry[]?
---@return gloss.Error? err bad_regex
function grep.find(list, pattern)
  local exact = by_id(list, pattern)
  if exact then return { exact } end
  local fits, err = matcher(pattern)
  if not fits then return nil, err end
  local found = {}
  for _, entry in ipairs(list) do
    if any_text(entry, fits) then found[#found + 1] = entry end
  end
  return found
end

-- ---- Showing -------------------------------------------------------------------

local OPTIONS = { "case", "accents", "fuzzy", "inside", "generated", "require",
                  "avoid", "from", "to" }

local function options_text(alias)
  local parts = {}
  for _, name in ipairs(OPTIONS) do
    if alias[name] then parts[#parts + 1] = name .. "=" .. alias[name] end
  end
  return table.concat(parts, "; ")
end

local function role_text(role)
  local parts = { role.role }
  if role.of then parts[#parts + 1] = "of " .. role.of end
  if role.from or role.to then
    parts[#parts + 1] = ("%s to %s"):format(role.from or "...",
                                            role.to or "...")
  end
  if role.source then parts[#parts + 1] = "source " .. role.source end
  return table.concat(parts, ", ")
end

-- A line of an entry: a word, what it is, where it stands when not in the
-- entry's own row.
local function add_line(lines, entry, word, text, place)
  local at = place and place ~= entry.place and "  " .. place or ""
  local pad = (" "):rep(math.max(8 - #word, 0))
  lines[#lines + 1] = ("  %s%s %s%s"):format(word, pad, text, at)
end

--- An entry as lines for people.
---@param entry gloss.KnownEntry
---@return string
function grep.text(entry)
  local lines = { ("%s  %s  %s%s"):format(entry.id, entry.type or "-",
    entry.name or "-", entry.place and "  " .. entry.place or "") }
  local function add(...) add_line(lines, entry, ...) end
  if entry.from or entry.to then
    add("valid", ("%s to %s"):format(entry.from or "...", entry.to or "..."))
  end
  for _, alias in ipairs(entry.aliases) do
    local options = options_text(alias)
    add("alias", alias.alias .. (options ~= "" and "  (" .. options .. ")"
                                 or ""), alias.place)
  end
  for _, role in ipairs(entry.roles) do
    add("role", role_text(role), role.place)
  end
  for _, exclude in ipairs(entry.excludes) do
    add("exclude", exclude.exclude, exclude.place)
  end
  if #entry.was > 0 then add("was", table.concat(entry.was, ", ")) end
  for _, key in ipairs(suggest.keys(entry.fields)) do
    add(key, entry.fields[key])
  end
  return table.concat(lines, "\n") .. "\n"
end

local KEYS = { "id", "type", "name", "from", "to", "place", "aliases", "roles",
               "excludes", "was", "fields" }

--- An entry as one line of JSON.
---@param entry gloss.KnownEntry
---@return string
function grep.json(entry)
  local array = gloss.json.array
  local fields = {}
  for key, value in pairs(entry.fields) do fields[key] = value end
  return gloss.json.encode({
    id = entry.id, type = entry.type, name = entry.name, from = entry.from,
    to = entry.to, place = entry.place, aliases = array(entry.aliases),
    roles = array(entry.roles), excludes = array(entry.excludes),
    was = array(entry.was), fields = next(fields) and fields or nil,
  }, KEYS) .. "\n"
end

return grep
