--- The lines that a source repeats: learned from many of its pages, kept in a
--- table, masked by the step `clean`.
---
--- The table is TSV with the columns line, source, pages, reason. A line stands
--- there as it is compared: small letters, no marks at its ends, numbers of a
--- short one as 0, since they change from page to page in a counter ("12
--- comments"), and make the difference between two sentences.
--- An empty source means all. An analyst may delete rows and change reasons.
local cleaner = require "gloss.steps.clean.cleaner"

local learned = {}

local COLUMNS = { "line", "source", "pages", "reason" }
local LONGEST = 500        -- bytes of a line that is counted
local FEWEST = 3           -- pages that have it, at least
local SHARE = 0.05         -- of the source's pages
local MOST = 1000000       -- lines in memory; then those seen once are dropped

---- Learning ----------------------------------------------------------------

---@class gloss.clean.Learner
local Learner = {}
Learner.__index = Learner

--- Something that learns from pages.
function learned.new()
  return setmetatable({ sources = {}, seen = {}, size = 0 }, Learner)
end

local function forget_rare(learner)
  learner.size = 0
  for _, source in pairs(learner.sources) do
    for key, pages in pairs(source.lines) do
      if pages == 1 then source.lines[key] = nil else learner.size = learner.size + 1 end
    end
  end
end

--- Counts the lines of one page, each once. The same text twice counts once.
---@param text string
---@param name string? the page's source
function Learner:page(text, name)
  local gloss = require "gloss"
  local hash = gloss.edge "hash".sha256(text)
  if self.seen[hash] then return end
  self.seen[hash] = true
  name = name or ""
  local source = self.sources[name] or { pages = 0, lines = {} }
  self.sources[name] = source
  source.pages = source.pages + 1
  local here = {}
  local shared = cleaner.shared()
  for line in text:gmatch("[^\r\n]+") do
    if #line <= LONGEST and line:find("%S") then
      local key = shared:key(line)
      if key and key ~= "" and not here[key] then
        here[key] = true
        if not source.lines[key] then self.size = self.size + 1 end
        source.lines[key] = (source.lines[key] or 0) + 1
      end
    end
  end
  if self.size > MOST then forget_rare(self) end
end

--- What was learned, as the text of a table: the commonest lines first.
---@return string
function Learner:table()
  local rows = {}
  for name, source in pairs(self.sources) do
    local least = math.max(FEWEST, math.ceil(SHARE * source.pages))
    for key, pages in pairs(source.lines) do
      if pages >= least then rows[#rows + 1] = { line = key, source = name, pages = pages } end
    end
  end
  require "gloss".sort(rows, "source", "-pages", "line")
  local out = { table.concat(COLUMNS, "\t") }
  for _, row in ipairs(rows) do
    local reason = cleaner.shared():reason(row.line) or "furniture"
    out[#out + 1] = ("%s\t%s\t%d\t%s"):format(row.line:gsub("\t", " "), row.source, row.pages, reason)
  end
  return table.concat(out, "\n") .. "\n"
end

---- Using -------------------------------------------------------------------

local function check_columns(columns, path)
  local index = {}
  for i, name in ipairs(columns or {}) do index[name] = i end
  if not index.line then error(path .. ":1: no column \"line\": not a table of gloss clean --learn", 0) end
  return index
end

--- Tells a cleaner a row of the table.
local function learn(own, cells, index)
  local reason = cells[index.reason or 0]
  local ok, err = own:learn(cells[index.source or 0] or "", cells[index.line],
    reason and reason ~= "" and reason or "furniture")
  if not ok then error(err, 0) end
end

--- A cleaner that knows the lines of a table; raises where it cannot be read.
--- nil where there is none.
---@param path string|false
---@return gloss.Cleaner?
function learned.open(path)
  if not path then return nil end
  if type(path) ~= "string" then error("option lines of gloss.clean must be the name of a file", 0) end
  local tables = require "gloss.dictionary.tables"
  local bytes, err = require "gloss".edge "files".read(path)
  if not bytes then error(tostring(err), 0) end
  local text, why, at = tables.decode(bytes)
  if not text then error(("%s:%d: %s"):format(path, at or 1, why), 0) end
  local index
  local own = cleaner.new()
  for cells in tables.rows(text, "\t") do
    if not index then index = check_columns(cells, path) else learn(own, cells, index) end
  end
  if not index then check_columns(nil, path) end
  return own
end

return learned
