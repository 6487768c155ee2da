--- The sections "Documents", "Set aside" and "In doubt".
local html = require "gloss.report.html"
local parts = require "gloss.report.parts"
local escape, element = html.escape, html.element

local documents = {}

local function facts(document)
  local list = { element("span", {}, escape(html.date(document.date))) }
  local function add(text)
    if text and text ~= "" then
      list[#list + 1] = element("span", {}, escape(text))
    end
  end
  add(document.source)
  add(document.byline and "by " .. document.byline)
  add(html.count(document.words, "word"))
  list[#list + 1] = element("code", {}, escape(document.id))
  return table.concat(list, " \u{b7} ")
end

local function article(document)
  return table.concat({
    element("article", { "id", "d" .. document.number, "data-f",
                         parts.filter_keys(document.keys) },
      "\n", element("h3", {}, document.heading),
      "\n", element("p", { "class", "src" }, facts(document)), "\n",
      element("div", { "class", "text" }, "\n", document.body, "\n"), "\n"),
  })
end

local LEGEND = {
  '<a class="e person" href="#documents">person</a>',
  '<a class="e org" href="#documents">organisation</a>',
  '<a class="e media" href="#documents">media</a>',
  '<a class="e place" href="#documents">place</a>',
  '<span class="q">quoted words</span>', '<span class="r">reported</span>',
  '<span class="t">date</span>',
  '<span class="a">amount</span>',
}

--- The texts, with what was found in them.
---@param model gloss.report.Model
---@return string?
function documents.section(model)
  local articles, missing = {}, 0
  for _, document in ipairs(model:by_date()) do
    if document.body then
      articles[#articles + 1] = article(document)
    else
      missing = missing + 1
    end
  end
  if missing > 0 then
    articles[#articles + 1] = element("p", { "class", "lead" },
      html.count(missing, "more document"), " are counted above, but their "
      .. "texts are not shown.")
  end
  return parts.section("documents", "The texts",
    "Point at a mark, or reach it with the Tab key, and the margin says what "
      .. "it is and how it was found.",
    element("p", { "class", "legend" }, table.concat(LEGEND, " ")),
    table.concat(articles, "\n"))
end

-- ---- Set aside -------------------------------------------------------------

-- The same line under the same reason is shown once.
local function by_reason(model)
  local reasons, order = {}, {}
  for _, span in ipairs(model.noise) do
    local reason = reasons[span.reason]
    if not reason then
      reason = { reason = span.reason, lines = {}, known = {}, count = 0 }
      reasons[span.reason] = reason
      order[#order + 1] = reason
    end
    reason.count = reason.count + 1
    local line = reason.known[span.text]
    if not line then
      line = { text = span.text, count = 0, documents = {} }
      reason.known[span.text] = line
      table.insert(reason.lines, line)
    end
    line.count = line.count + 1
    if line.documents[#line.documents] ~= span.document then
      table.insert(line.documents, span.document)
    end
  end
  table.sort(order, function(a, b)
    if a.count ~= b.count then return a.count > b.count end
    return a.reason < b.reason
  end)
  return order
end

local function noise_row(reason, line)
  local links = {}
  for i, document in ipairs(line.documents) do
    links[i] = parts.link({ document = document,
                            anchor = "d" .. document.number },
                          parts.short_source(document))
  end
  return element("tr", {},
    element("td", { "class", "reason" }, escape(reason.reason)),
    element("td", {}, escape(line.text)),
    element("td", { "class", "n" }, html.number(line.count)),
    element("td", { "class", "where" }, table.concat(links, ", ")))
end

--- What was masked, with the reason.
---@param model gloss.report.Model
---@return string? nil where nothing was
function documents.noise_section(model)
  if #model.noise == 0 then return nil end
  local rows = {}
  for _, reason in ipairs(by_reason(model)) do
    for _, line in ipairs(reason.lines) do
      rows[#rows + 1] = noise_row(reason, line)
    end
  end
  return parts.section("aside", "Set aside",
    "Lines of the pages around the articles. They were not read for names, "
      .. "statements or dates; in the texts above they stand in grey.",
    parts.details(
      html.count(model:total "noise", "line") .. ", with the reason",
      parts.table({ "Reason", "Line", "Times", "Where" }, rows,
                  { n = { [3] = true } })),
    parts.more(model, "noise", "line"))
end

-- ---- In doubt --------------------------------------------------------------

local function doubt_item(what, list, show)
  if not list then return nil end
  local shown = {}
  for i = 1, math.min(#list, 20) do shown[i] = show(list[i]) end
  if #list > 20 then shown[#shown + 1] = ("and %d more"):format(#list - 20) end
  return element("li", {}, element("b", {}, escape(what)), " ",
                 table.concat(shown, " \u{b7} "))
end

local function at_place(d) return parts.link(d.place, d.text) end

--- What could not be told, so that nobody takes silence for knowledge.
---@param model gloss.report.Model
---@return string?
function documents.doubt_section(model)
  local items = {}
  local doubts = model.doubts
  items[#items + 1] = doubt_item("Without a date:", doubts.dates, function(d)
    return parts.link({ document = d, anchor = "d" .. d.number },
                      parts.short_source(d))
  end)
  items[#items + 1] = doubt_item("Dates that could not be resolved:",
                                 doubts.times, at_place)
  items[#items + 1] = doubt_item("Quoted words whose speaker is not named:",
    doubts.statements, function(s)
      return parts.link(s.place, (s.stretches[1].text:gsub(",$", "")))
    end)
  items[#items + 1] = doubt_item("Names that fit several entries:",
                                 doubts.names, at_place)
  if #items == 0 then return nil end
  return parts.section("doubt", "In doubt",
    "What the texts leave open was left open.",
    element("ul", { "class", "doubts" }, table.concat(items, "\n")))
end

return documents
