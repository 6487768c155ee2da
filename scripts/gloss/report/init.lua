--- The briefing: one HTML page that says what is in a set of documents.
--- Documents are added one by one and need not be kept.
---
---   local report = require "gloss.report"
---   local r = report.new { title = "Briefing" }
---   for doc in gloss.docs(arg, { steps = gloss.news { dict = d } }) do
---     r:add(doc)
---   end
---   r:write "briefing.html"
local gloss = require "gloss"
local model = require "gloss.report.model"
local page = require "gloss.report.page"
local record = require "gloss.report.record"
local suggest = require "gloss.suggest"

local report = {}

---@class gloss.Report
---@field options table
---@field model gloss.report.Model
local Report = {}
Report.__index = Report
Report.__name = "gloss.report"

local DEFAULTS = { title = "Briefing", subtitle = false, footer = false,
                   texts = 300, rows = 5000 }

-- A longer text is counted, but not shown: nobody reads it on a page.
local MAX_TEXT = 1 << 20

local FOOTER = "Made with gloss. Every entry is a citation: follow its link "
  .. "to the words it rests on. Nothing on this page was loaded from "
  .. "anywhere else."

--- A report without documents. `texts`: how many documents are shown in full;
--- `rows`: how many statements, dates and masked lines each; the others are
--- counted only.
---@param options? { title?: string, subtitle?: string, texts?: integer,
---rows?: integer, footer?: string }
---@return gloss.Report
function report.new(options)
  options = options or {}
  suggest.check_keys(options, DEFAULTS, "gloss.report.new", 2)
  local own = {}
  for name, value in pairs(DEFAULTS) do
    own[name] = options[name] == nil and value or options[name]
  end
  return setmetatable({ options = own, model = model.new(own.rows) }, Report)
end

--- What a report needs of a document, as plain data: it can be kept, packed
--- and sent to another Lua state.
---@param doc gloss.Document
---@return gloss.report.Record
function report.record(doc)
  return record.of(doc)
end

--- Adds a document, or a record of one.
---@param doc gloss.Document|gloss.report.Record
---@return gloss.Report self
function Report:add(doc)
  local is_record = type(doc) == "table" and doc.paragraphs ~= nil
  local one = is_record and doc or record.of(doc)
  self.model:add(one, #self.model.documents < self.options.texts
                      and #one.text <= MAX_TEXT)
  return self
end

--- The page.
---@return string
function Report:html()
  return page.render(self.model, {
    title = self.options.title, subtitle = self.options.subtitle or nil,
    style = gloss.resource "gloss/report/page.css",
    script = gloss.resource "gloss/report/page.js",
    footer = self.options.footer or FOOTER })
end

--- Writes the page to a file, which appears when it is complete.
---@param path string
---@return boolean? true
---@return table? err
function Report:write(path)
  require "gloss.sandbox".check_write(path, 2)
  return gloss.edge("files").replace(path, self:html())
end

return report
