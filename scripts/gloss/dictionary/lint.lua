--- What is wrong or doubtful in the sources of a dictionary.
---
--- The rules are in lint/: each module has `rules` (name -> level) and
--- check(set, report, about). `ok` of a row accepts what a rule finds there.
local gloss = require "gloss"
local records = require "gloss.dictionary.records"
local source = require "gloss.dictionary.source"
local suggest = require "gloss.suggest"

local lint = {}

--- The families of rules, in the order in which they look.
local FAMILIES = { "rows", "ids", "aliases", "letters", "dates" }

---@class gloss.Finding
---@field file string
---@field line integer
---@field level "error"|"warning"
---@field rule string by which `ok` accepts it
---@field id string? of the entity
---@field message string

--- The level of each rule.
---@return table<string, "error"|"warning">
function lint.rules()
  local all = { ok = "warning" }
  for _, family in ipairs(FAMILIES) do
    local rules = require("gloss.dictionary.lint." .. family).rules
    for name, level in pairs(rules) do all[name] = level end
  end
  return all
end

-- ---- Accepting ---------------------------------------------------------------

local Report = {}
Report.__index = Report

-- The rules that an `ok` names: set name -> false until it accepts something.
local function parse_ok(self, cell)
  local parsed = self.parsed[cell]
  if not parsed then
    parsed = {}
    for _, part in ipairs(source.split(cell)) do
      for name in part:gmatch "[^%s,;]+" do parsed[#parsed + 1] = name end
    end
    self.parsed[cell] = parsed
  end
  return parsed
end

--- Does the row accept what the rule finds there? Notes that it was asked.
---@param row gloss.Row
---@param rule string
---@return boolean
function Report:accepted(row, rule)
  if not row.ok then return false end
  for _, name in ipairs(parse_ok(self, row.ok)) do
    if name == rule then
      self.used[records.place(row) .. " " .. rule] = true
      return true
    end
  end
  return false
end

--- Reports a finding at a row, unless the row accepts it.
---@param row gloss.Row
---@param rule string
---@param message string a format for what follows
function Report:add(row, rule, message, ...)
  if self:accepted(row, rule) then
    self.accepted_count = self.accepted_count + 1
    return
  end
  if select("#", ...) > 0 then message = message:format(...) end
  self.list[#self.list + 1] = {
    file = row[1], line = row[2], rule = rule, id = row.id,
    level = assert(self.levels[rule], rule), message = message,
  }
end

-- What `ok` says that is no rule, or accepts nothing.
local function check_oks(set, report)
  local names = suggest.keys(report.levels)
  local function check(row)
    for _, name in ipairs(parse_ok(report, row.ok)) do
      if not report.levels[name] then
        report:add(row, "ok", 'no rule "%s"%s', name,
                   suggest.hint(name, names))
      elseif not report.used[records.place(row) .. " " .. name] then
        report:add(row, "ok", '"%s" accepts nothing here', name)
      end
    end
  end
  for _, list in ipairs { "entities", "aliases", "roles", "excludes" } do
    for _, row in ipairs(set[list]) do
      if row.ok and row[3] ~= "own" then check(row) end
    end
  end
end

-- ---- Running -----------------------------------------------------------------

-- In the order of the files, then of lines; what is alike in the order found.
local function sort(list, files)
  local order = {}
  for i, file in ipairs(files) do order[file] = order[file] or i end
  for i, finding in ipairs(list) do finding.number = i end
  table.sort(list, function(a, b)
    local x, y = order[a.file] or 0, order[b.file] or 0
    if x ~= y then return x < y end
    if a.line ~= b.line then return a.line < b.line end
    return a.number < b.number
  end)
  for _, finding in ipairs(list) do finding.number = nil end
end

-- What several rules need: entities by id, aliases by entity and folded form.
local function index(set, options)
  local about = { by_id = {}, former = {}, folded = {}, days = {},
                  overlay = options and options.overlay }
  for _, row in ipairs(set.entities) do
    if row.id and not about.by_id[row.id] then about.by_id[row.id] = row end
  end
  local fold, folded = gloss.core.text.fold, about.folded
  function about.fold(text)
    local form = folded[text]
    if not form then
      form = fold(text) or text
      if form:find "%s%s" then form = form:gsub("%s+", " ") end
      folded[text] = form
    end
    return form
  end
  return about
end

--- Lints what sources say.
---@param set gloss.Records
---@param options? { overlay?: boolean } an id may stand in several sources
---@return gloss.Finding[] sorted by file and line
---@return integer accepted how many `ok` accepts
function lint.check(set, options)
  local report = setmetatable({ list = {}, levels = lint.rules(), parsed = {},
                                used = {}, accepted_count = 0 }, Report)
  local about = index(set, options)
  for _, family in ipairs(FAMILIES) do
    require("gloss.dictionary.lint." .. family).check(set, report, about)
  end
  check_oks(set, report)
  sort(report.list, set.files)
  return report.list, report.accepted_count
end

-- ---- What is new -------------------------------------------------------------

-- A finding without its place: numbers of lines move.
local function key_of(finding)
  return finding.rule .. "\0" .. (finding.id or "") .. "\0"
    .. finding.message:gsub("[^%s]*:%d+", "")
end

--- The findings that an older state did not have.
---@param now gloss.Finding[]
---@param before gloss.Finding[]
---@return gloss.Finding[]
function lint.new_ones(now, before)
  local had, new = {}, {}
  for _, finding in ipairs(before) do
    local key = key_of(finding)
    had[key] = (had[key] or 0) + 1
  end
  for _, finding in ipairs(now) do
    local key = key_of(finding)
    if (had[key] or 0) > 0 then had[key] = had[key] - 1
    else new[#new + 1] = finding end
  end
  return new
end

return lint
