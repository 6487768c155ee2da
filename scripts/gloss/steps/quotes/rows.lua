--- From attributions to the rows of the layer.
local rows = {}

rows.COLUMNS = { "kind", "attribution", "speaker", "speaker_id",
  "speaker_name", "cue", "cue_class", "unknown", "confidence", "rule" }

local NONE = {}
local NOBODY = {}    -- reports what has no attribution

-- White space, by byte.
local BLANK = { [9] = true, [10] = true, [11] = true, [12] = true, [13] = true,
                [32] = true }

local Rows = {}
Rows.__index = Rows

--- Adds a row for bytes first..last, without white space at its ends.
function Rows:add(first, last, record, kind, rule)
  local text = self.text
  while last > first and BLANK[text:byte(last)] do last = last - 1 end
  while first < last and BLANK[text:byte(first)] do first = first + 1 end
  local row = { first = first, last = last, kind = kind, rule = rule,
                record = record or NOBODY, unknown = record and record.unknown }
  self[#self + 1] = row
  return row
end

function Rows:quotation(k, record)
  local stretch = self.list.quote[k]
  local kind = record.alone and "direct" or "mixed"
  if stretch.family == "doubled" then kind = self.options.doubled end
  self:add(stretch.from, stretch.to, record, kind, record.rule)
  stretch.reported = true
end

--- The rows of one attribution: its quotations, and its clause as a whole.
function Rows:attribution(record)
  local list, clause, own = self.list, false, record.extra ~= nil
  for _, range in ipairs(record.quoting and record.content or {}) do
    for k = range[1], range[2] do
      if list.kind[k] == "quote" and not self.skip[k] then
        if self.owner[k] == record then
          self:quotation(k, record)
          own = true
        end
      elseif list.kind[k] ~= "point" then
        clause = true
      end
    end
  end
  for _, k in ipairs(record.extra or {}) do self:quotation(k, record) end
  -- what another's words hold is reported as a clause, too
  if own and not clause or not self.options.indirect then return end
  for _, range in ipairs(record.content) do
    self:add(list.first[range[1]], list.last[range[2]], record, "indirect",
             record.rule)
  end
end

--- What is no speech, and what nobody is named for.
function Rows:rest()
  for _, k in ipairs(self.list.quotes) do
    local stretch = self.list.quote[k]
    if stretch.not_speech then
      local row = self:add(stretch.from, stretch.to, nil, stretch.not_speech,
                           stretch.rule)
      row.unknown = "not speech"
    elseif not stretch.reported and not self.skip[k]
      and stretch.family ~= "single" and stretch.family ~= "doubled" then
      local row = self:add(stretch.from, stretch.to, nil, "direct", "no cue")
      row.unknown = "nobody named"
    end
  end
end

local function before(x, y)
  if x.first ~= y.first then return x.first < y.first end
  if x.last ~= y.last then return x.last > y.last end
  local m, n = x.record.number or 0, y.record.number or 0
  if m ~= n then return m < n end
  return x.kind < y.kind
end

local SHIFTS = 8   -- for each row, on the average

--- Sorts rows, which are nearly in order.
local function sort(made)
  local left = SHIFTS * #made
  for i = 2, #made do
    local row, at = made[i], i
    while at > 1 and before(row, made[at - 1]) do
      made[at] = made[at - 1]
      at, left = at - 1, left - 1
    end
    made[at] = row
    if left < 0 then return table.sort(made, before) end
  end
end

---@class quotes.Row
---@field first integer its bytes
---@field last integer
---@field kind string
---@field rule string
---@field record quotes.Attribution
---@field unknown? string why nobody is named

--- All rows, in the order of the layer.
---@param list quotes.Items
---@param text string
---@param by_unit quotes.Attribution[][]
---@param owner table<integer, quotes.Attribution>
---@param skip table<integer, boolean> quotations that get no row of their own
---@param options { doubled: string, indirect: boolean }
---@return quotes.Row[]
function rows.make(list, text, by_unit, owner, skip, options)
  local self = setmetatable({ list = list, text = text, owner = owner,
                              skip = skip, options = options }, Rows)
  for u in ipairs(list.units) do
    for _, record in ipairs(by_unit[u] or NONE) do self:attribution(record) end
  end
  self:rest()
  local made = table.move(self, 1, #self, 1, {})
  sort(made)
  return made
end

--- Adds the layer.
---@param doc gloss.Document
---@param made quotes.Row[]
---@return gloss.View?
---@return gloss.Error?
function rows.add(doc, made)
  local first, last, kind, number, speaker = {}, {}, {}, {}, {}
  local id, name, cue, class, unknown = {}, {}, {}, {}, {}
  local confidence, rule = {}, {}
  for i = 1, #made do
    local row = made[i]
    local record = row.record
    first[i], last[i], kind[i] = row.first, row.last, row.kind
    rule[i], unknown[i] = row.rule, row.unknown or false
    number[i], speaker[i] = record.number or false, record.span or false
    id[i], name[i] = record.id or false, record.name or false
    cue[i], class[i] = record.cue_span or false, record.class or false
    confidence[i] = record.confidence or false
  end
  return doc:add_columns("quotes", #made, first, last, rows.COLUMNS, {
    kind, number, speaker, id, name, cue, class, unknown, confidence, rule })
end

return rows
