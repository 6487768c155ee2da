--- The section "Timeline": what the texts date, and when they appeared.
local html = require "gloss.report.html"
local parts = require "gloss.report.parts"
local escape, element = html.escape, html.element

local timeline = {}

-- What to sort by: the first day, then the exact value.
local function key_of(entry)
  return (entry.from or entry.value) .. "\0" .. entry.value
end

-- Values that are no ISO date (weeks, seasons, parts of a day) show their days.
local function label(entry)
  local value = entry.value
  local day, part = value:match "^(%d%d%d%d%-%d%d%-%d%d)T(%u%u)$"
  local PARTS = { MO = "morning", MI = "midday", AF = "afternoon",
                  EV = "evening", NI = "night" }
  if PARTS[part] then return html.short_date(day) .. ", " .. PARTS[part] end
  local shown = html.short_date(value)
  if shown ~= value or value:find "^%d%d%d%d$" then return shown end
  if entry.from then
    return (html.period(entry.from, entry.to):gsub("%a%a%a%a+", function(word)
      return word:sub(1, 3)
    end))
  end
  return value
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

local function event_row(entry)
  return element("li", { "data-f", parts.filter_keys(entry.names) },
    element("span", { "class", "when" }, escape(label(entry))),
    element("p", {}, sentence(entry), " ",
      element("span", { "class", "src" },
        parts.link(entry.place, parts.short_source(entry.document)))))
end

local function document_row(document)
  return element("li", { "class", "pub", "data-f",
                         parts.filter_keys(document.keys) },
    element("span", { "class", "when" },
      escape(html.short_date(document.date))),
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

---@param model gloss.report.Model
---@return string? HTML; nil where nothing is dated
function timeline.section(model)
  local years, order = {}, {}
  for _, entry in ipairs(entries_of(model)) do
    if not years[entry.year] then
      years[entry.year] = {}
      order[#order + 1] = entry.year
    end
    table.insert(years[entry.year], entry.event and event_row(entry.event)
                                    or document_row(entry.document))
  end
  if #order == 0 then return nil end
  local blocks = {}
  for i, year in ipairs(order) do
    blocks[i] = element("div", { "class", "group", "data-g", true },
      element("h3", {}, escape(year)),
      "\n<ol class=\"timeline\">\n", table.concat(years[year], "\n"),
      "\n</ol>")
  end
  return parts.section("timeline", "Timeline",
    "Dates that the texts give, resolved to the calendar, with the sentence "
      .. "that gives them; documents stand at the day they appeared.",
    table.unpack(blocks))
end

return timeline
