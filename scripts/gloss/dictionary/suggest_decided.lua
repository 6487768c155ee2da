--- What was decided about suggested names, kept in a table so that nobody is
--- asked again: name, decision (accept, reject).
local core = require "gloss.core"
local exits = require "gloss.contract.exits"
local gloss = require "gloss"
local tables = require "gloss.dictionary.tables"

local decided = {}

---@class gloss.Decided
---@field path string?
---@field by_name table<string, { name: string, decision: string }>
local Decided = {}
Decided.__index = Decided

local DECISIONS = { accept = true, reject = true }

-- Names are compared as dictionaries compare them.
local function key_of(name) return core.text.fold(name) or name end

--- Notes a decision; the last one counts.
---@param name string
---@param decision "accept"|"reject"
function Decided:set(name, decision)
  self.by_name[key_of(name)] = { name = name, decision = decision }
end

--- Was something decided about a name?
---@param name string
---@return string?
function Decided:get(name)
  local known = self.by_name[key_of(name)]
  return known and known.decision
end

--- All of them, sorted by name.
---@return { name: string, decision: string }[]
function Decided:list()
  local list = {}
  for _, item in pairs(self.by_name) do list[#list + 1] = item end
  table.sort(list, function(a, b) return a.name < b.name end)
  return list
end

--- Writes the file, sorted, so that git merges it.
function Decided:save()
  local lines = { "name\tdecision\n" }
  for _, item in ipairs(self:list()) do
    lines[#lines + 1] = item.name:gsub("[\t\n]", " ") .. "\t"
      .. item.decision .. "\n"
  end
  local ok, err = gloss.edge "files".replace(self.path, table.concat(lines))
  if not ok then exits.stop("io", "%s", tostring(err)) end
end

local function read(self, bytes)
  local text, message, line = tables.decode(bytes)
  if not text then
    exits.stop("data", "%s:%d: %s", self.path, line or 1, message)
  end
  local rows = tables.rows(text, tables.separator(text))
  local header = rows()
  if not header then return end
  if header[1] ~= "name" or header[2] ~= "decision" then
    exits.stop("data", "%s:1: the columns must be name and decision",
               self.path)
  end
  for cells, at in rows do
    if not DECISIONS[cells[2]] or cells[1] == "" then
      exits.stop("data", '%s:%d: a decision is accept or reject, not "%s"',
                 self.path, at, cells[2] or "")
    end
    self:set(cells[1], cells[2])
  end
end

--- Opens a file of decisions; one that is not there yet is empty.
---@param path string? nil: nothing is remembered
---@return gloss.Decided
function decided.open(path)
  local self = setmetatable({ path = path, by_name = {} }, Decided)
  if path and gloss.edge "files".stat(path) then
    local bytes, err = gloss.edge "files".read(path)
    if not bytes then exits.stop("usage", "%s", tostring(err)) end
    read(self, bytes)
  end
  return self
end

return decided
