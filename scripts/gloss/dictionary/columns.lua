--- What the columns of a dictionary's tables mean, and which table it is.
local core = require "gloss.core"
local suggest = require "gloss.suggest"

local columns = {}

-- Tables by the column that tells them apart, and all that each may have.
local TABLES = {
  { name = "aliases", key = "alias",
    known = { "id", "alias", "case", "accents", "fuzzy", "inside", "require",
              "avoid", "from", "to", "ok", "generated", "note" } },
  { name = "roles", key = "role",
    known = { "id", "role", "of", "from", "to", "source", "ok", "note" } },
  { name = "exclude", key = "exclude",
    known = { "exclude", "id", "ok", "note" } },
  { name = "tests", key = "test",
    known = { "test", "date", "expect", "forbid", "only", "roles", "lang",
              "note" } },
  { name = "entities", key = "id", open = true,
    known = { "id", "type", "name", "aliases", "from", "to", "was", "variants",
              "ok" } },
}

--- The known columns of a table: "entities", "aliases", ...
---@param name string
---@return table<string, boolean>
function columns.known(name)
  for _, t in ipairs(TABLES) do
    if t.name == name then
      local set = {}
      for _, column in ipairs(t.known) do set[column] = true end
      return set
    end
  end
end

--- The known columns of a table in the order in which tools write them.
---@param name string
---@return string[]?
function columns.order(name)
  for _, t in ipairs(TABLES) do
    if t.name == name then return table.move(t.known, 1, #t.known, 1, {}) end
  end
end

local function has(list, value)
  for _, item in ipairs(list) do if item == value then return true end end
  return false
end

-- Does one edit (a letter more, less or other, two swapped) make b of a?
local function one_edit(a, b)
  if #a > #b then a, b = b, a end
  if #b - #a > 1 then return false end
  local i = 1
  while i <= #a and a:byte(i) == b:byte(i) do i = i + 1 end
  if #a < #b then return a:sub(i) == b:sub(i + 1) end
  return a:sub(i + 1) == b:sub(i + 1)
    or (a:byte(i) == b:byte(i + 1) and a:byte(i + 1) == b:byte(i)
        and a:sub(i + 2) == b:sub(i + 2))
end

-- Is `name` a slip for `known`: another case, or one edit in a longer word?
local function is_slip(name, known)
  local folded = core.text.fold(name) or name
  return folded == known
    or #known >= 4 and #folded >= 4 and one_edit(folded, known)
end

--- The known name that `name` is a slip for, or nil.
---@param name string
---@param known string[]
---@return string?
function columns.slip(name, known)
  if has(known, name) then return nil end
  for _, candidate in ipairs(known) do
    if is_slip(name, candidate) then return candidate end
  end
end

local function check_names(header)
  local seen = {}
  for i, name in ipairs(header) do
    if name == "" then return ("column %d has no name"):format(i) end
    if seen[name] then return ('the column "%s" stands twice'):format(name) end
    seen[name] = true
  end
end

-- Where a column belongs that this table has not: two tables in one file?
local function elsewhere(name)
  for _, t in ipairs(TABLES) do
    if has(t.known, name) then
      return ('; "%s" is a column of %s, and each table is a file of its own')
        :format(name, t.name)
    end
  end
  return ""
end

-- Why a column cannot stand in a table; nil where it can.
local function misfit(t, name)
  if has(t.known, name) then return nil end
  local meant = columns.slip(name, t.known)
  if meant then
    return ('no column "%s" (did you mean "%s"?)'):format(name, meant)
  end
  if not t.open then
    return ('a table of %s has no column "%s" (it has %s)%s'):format(
      t.name, name, table.concat(t.known, ", "), elsewhere(name))
  end
end

-- The table that a header belongs to. A misspelt key still tells: a header of
-- slips is better explained than refused.
local function recognise(header)
  for _, t in ipairs(TABLES) do
    if has(header, t.key) then return t end
  end
  for _, t in ipairs(TABLES) do
    for _, name in ipairs(header) do
      if is_slip(name, t.key) then return t end
    end
  end
end

--- Which table a header belongs to.
---@param header string[]
---@return string? table
---@return string? message
function columns.recognise(header)
  for i, name in ipairs(header) do header[i] = name:match "^%s*(.-)%s*$" end
  local t = recognise(header)
  if not t then
    return nil, "no dictionary table: the first line names no column id, "
      .. "alias, role, exclude or test"
  end
  local why = check_names(header)
  for _, name in ipairs(header) do why = why or misfit(t, name) end
  if why then return nil, why end
  return t.name
end

--- Raises where a record of Lua or JSON has a field that the table has not.
---@param name string of the table
---@param record table
---@return string? message
function columns.misfit(name, record, extra)
  for _, t in ipairs(TABLES) do
    if t.name == name then
      for _, key in ipairs(suggest.keys(record)) do
        if not (extra and extra[key]) then
          local why = misfit(t, key)
          if why then return (why:gsub("column", "field")) end
        end
      end
    end
  end
end

return columns
