--- The top of the page: what was read, and what stands out in it.
local html = require "gloss.report.html"
local parts = require "gloss.report.parts"
local statements = require "gloss.report.statements"
local escape, element = html.escape, html.element

local overview = {}

local TOP = 6

local function figure(n, one, many)
  return element("div", {}, element("dt", {}, escape(n == 1 and one or many)),
                 element("dd", {}, html.number(n)))
end

local function count(t)
  local n = 0
  for _ in pairs(t) do n = n + 1 end
  return n
end

local function figures(model)
  return element("dl", { "class", "figures" },
    figure(#model.documents, "document", "documents"),
    figure(model.words, "word", "words"),
    figure(count(model.names), "name", "names"),
    figure(model:total "statements", "statement", "statements"),
    figure(model:total "events", "dated event", "dated events"),
    figure(model:total "noise", "line set aside", "lines set aside"))
end

-- A ranked list with bars: rows are { label (HTML), role, n }.
local function ranking(title, rows)
  if #rows == 0 then return "" end
  local out = {}
  for i, row in ipairs(rows) do
    out[i] = element("li", {},
      element("span", { "class", "label" }, row.label,
        row.role ~= "" and " " .. element("span", { "class", "role" },
                                          escape(row.role)) or ""),
      element("span", { "class", "n" }, html.number(row.n)),
      ('<span class="bar" style="width:%.0f%%"></span>'):format(
        100 * row.n / rows[1].n))
  end
  return element("div", {}, element("h3", {}, escape(title)),
                 "\n<ol class=\"ranking\">\n", table.concat(out, "\n"),
                 "\n</ol>")
end

local function row_of(model, key, n)
  local name = model.names[key]
  return { label = parts.name_link(model, key), n = n,
           role = name and parts.roles(model, name) or "" }
end

local function most_named(model)
  local rows = {}
  for i, name in ipairs(model:ranked { person = true, org = true }) do
    if i > TOP then break end
    rows[i] = row_of(model, name.key, name.count)
  end
  return ranking("Most often named", rows)
end

local function most_quoted(model)
  local rows = {}
  for i, speaker in ipairs(statements.speakers(model)) do
    if i > TOP then break end
    rows[i] = row_of(model, speaker.key, speaker.count)
  end
  return ranking("Most statements", rows)
end

local function document_row(document)
  local place = { document = document, anchor = "d" .. document.number }
  return element("tr", { "data-f", parts.filter_keys(document.keys) },
    element("td", { "class", "when" }, escape(html.short_date(document.date))),
    element("td", {}, parts.link(place, document.title or document.id)),
    element("td", { "class", "where" }, escape(document.source or "")),
    element("td", { "class", "n" }, html.number(document.words)),
    element("td", { "class", "n" }, html.number(document.names)),
    element("td", { "class", "n" }, html.number(document.statements)))
end

local function document_table(model)
  local rows = {}
  for i, document in ipairs(model:by_date()) do
    rows[i] = document_row(document)
  end
  local read = parts.table(
    { "Date", "Document", "Source", "Words", "Names", "Statements" }, rows,
    { n = { [4] = true, [5] = true, [6] = true } })
  if #rows <= 30 then return "<h3>What was read</h3>" .. read end
  return parts.details("What was read: " .. html.count(#rows, "document"), read)
end

---@param model gloss.report.Model
---@return string HTML
function overview.section(model)
  return table.concat({
    '<section id="overview" aria-label="Overview">', figures(model),
    element("div", { "class", "columns" }, most_named(model),
            most_quoted(model)),
    document_table(model), "</section>" }, "\n")
end

return overview
