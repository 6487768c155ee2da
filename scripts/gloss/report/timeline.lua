--- The section "Timeline": what the texts date, and when they appeared.
local html = require "gloss.report.html"
local parts = require "gloss.report.parts"
local escape, element = html.escape, html.element

local timeline = {}

-- What to sort by: the first day, then the exact value.
local function key_of(entry)
  return (entry.from or entry.value) .. "\0" .. entry.value
end

local PARTS = { MO = "morning", MI = "midday", AF = "afternoon",
                EV = "evening", NI = "night" }
local SEASONS = { SP = "spring", SU = "summer", FA = "autumn", WI = "winter" }
local HALVES = { H1 = "first half of", H2 = "second half of" }

-- Values that are no ISO date have names of their own, or show their days.
local function label(entry)
  local value = entry.value
  local day, part = value:match "^(%d%d%d%d%-%d%d%-%d%d)T(%u%u)$"
  if PARTS[part] then return html.short_date(day) .. ", " .. PARTS[part] end
  local year, rest = value:match "^(%d%d%d%d)%-(%u.)$"
  local name = SEASONS[rest] or HALVES[rest]
    or rest and rest:find "^Q%d$" and rest
  if name then return name .. " " .. year end
  local shown = html.short_date(value)
  if shown ~= value or value:find "^%d%d%d%d$" then return shown end
  if not entry.from then return value end
  return html.short_period(entry.from, entry.to)
end

local function sentence(entry)
  local out, at = {}, 1
  for _, mark in ipairs(entry.marks) do
    out[#out + 1] = escape(entry.text:sub(at, mark[1] - 1))
    out[#out + 1] = element("b", {}, escape(entry.text:sub(mark[1], mark[2])))
    at = mark[2] + 1
  end
  out[#out + 1] = escape(entry.text:sub(at))
  return table.concat(out)
end

-- A date is written once; below it stays for those who cannot see the column.
local function when(text, above)
  local class = text == above and "when again" or "when"
  return element("span", { "class", class }, escape(text))
end

local function event_row(entry, above)
  return element("li", { "data-f", parts.filter_keys(entry.names) },
    when(label(entry), above),
    element("p", {}, sentence(entry), " ",
      element("span", { "class", "src" },
        parts.link(entry.place, parts.short_source(entry.document)))))
end

local function document_row(document, above)
  return element("li", { "class", "pub", "data-f",
                         parts.filter_keys(document.keys) },
    when(html.short_date(document.date), above),
    element("p", {}, parts.link({ document = document,
                                  anchor = "d" .. document.number },
                                document.title or document.id), " ",
      element("span", { "class", "src" },
        escape(document.source or parts.short_source(document)))))
end

local function entries_of(model)
  local list = {}
  for i, event in ipairs(model.events) do
    list[#list + 1] = { key = key_of(event), order = i,
                        year = event.value:sub(1, 4), event = event }
  end
  for _, document in ipairs(model.documents) do
    if document.date then
      list[#list + 1] = { key = document.date:sub(1, 10) .. "\0", order = 0,
                          year = document.date:sub(1, 4),
                          document = document, number = document.number }
    end
  end
  table.sort(list, function(a, b)
    if a.key ~= b.key then return a.key < b.key end
    if a.order ~= b.order then return a.order < b.order end
    return (a.number or 0) < (b.number or 0)
  end)
  return list
end

-- Rows of one year.
local function rows_of(entries, year)
  local rows, above = {}, year
  for i, entry in ipairs(entries) do
    if entry.event then
      rows[i] = event_row(entry.event, above)
      above = label(entry.event)
    else
      rows[i] = document_row(entry.document, above)
      above = html.short_date(entry.document.date)
    end
  end
  return rows
end

---@param model gloss.report.Model
---@return string? HTML; nil where nothing is dated
function timeline.section(model)
  local years, order = {}, {}
  for _, entry in ipairs(entries_of(model)) do
    if not years[entry.year] then
      years[entry.year] = {}
      order[#order + 1] = entry.year
    end
    table.insert(years[entry.year], entry)
  end
  if #order == 0 then return nil end
  local blocks = {}
  for i, year in ipairs(order) do
    blocks[i] = element("div", { "class", "group", "data-g", true },
      element("h3", {}, escape(year)), "\n<ol class=\"timeline\">\n",
      table.concat(rows_of(years[year], year), "\n"), "\n</ol>")
  end
  blocks[#blocks + 1] = parts.more(model, "events", "dated event")
  return parts.section("timeline", "Timeline",
    "Dates that the texts give, resolved to the calendar, with the sentence "
      .. "that gives them; documents stand at the day they appeared.",
    table.unpack(blocks))
end

return timeline
