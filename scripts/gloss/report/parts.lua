--- What several sections of the page share: headings, tables, links to places,
--- small charts.
local html = require "gloss.report.html"
local marks = require "gloss.report.marks"
local escape, element = html.escape, html.element

local parts = {}

--- A section with its heading and one line of explanation (may be "").
---@param id string
---@param title string
---@param lead string plain text
---@param ... string HTML
---@return string
function parts.section(id, title, lead, ...)
  return table.concat({
    ('<section id="%s" aria-labelledby="h-%s">'):format(id, id),
    ('<h2 id="h-%s">%s</h2>'):format(id, escape(title)),
    lead ~= "" and element("p", { "class", "lead" }, escape(lead)) or "",
    table.concat({ ... }, "\n"), "</section>" }, "\n")
end

--- Says how many rows of a list are counted, but not shown; "" for none.
function parts.more(model, list, one)
  local n = model.more[list]
  if n == 0 then return "" end
  return element("p", { "class", "lead" }, "Not shown for want of room: ",
                 html.count(n, "more " .. one), ".")
end

--- Words in quotation marks, without the comma that belongs to the sentence.
---@param text string plain text
---@return string HTML
function parts.quoted(text)
  return "\u{201c}" .. escape((text:gsub(",$", ""))) .. "\u{201d}"
end

--- What can be opened. The summary is plain text.
function parts.details(summary, ...)
  return element("details", {}, element("summary", {}, escape(summary)),
                 "\n", table.concat({ ... }, "\n"))
end

--- A table. `n`: which columns hold numbers.
---@param heads string[] plain text
---@param rows string[] HTML of whole rows
---@param options? { n?: table<integer, boolean>, class?: string }
---@return string
function parts.table(heads, rows, options)
  local cells, numeric = {}, options and options.n or {}
  for i, head in ipairs(heads) do
    cells[i] = element("th", { "scope", "col", "class", numeric[i] and "n" },
                       escape(head))
  end
  return table.concat({
    ('<div class="scroll"><table class="%s">'):format(
      options and options.class or "plain"),
    "<thead><tr>" .. table.concat(cells) .. "</tr></thead>",
    "<tbody>", table.concat(rows, "\n"), "</tbody></table></div>" }, "\n")
end

--- A link to a place in a document; plain text where its text is not shown.
---@param place table { document, anchor }
---@param text string plain text
---@return string
function parts.link(place, text)
  if not place.document.body then return escape(text) end
  return element("a", { "href", "#" .. place.anchor }, escape(text))
end

--- How a document is called where there is little room: its source, or the
--- last part of its id.
---@param document table
---@return string
function parts.short_source(document)
  local name = document.id and document.id:match "[^/]+$" or "document"
  return (name:gsub("%.%a+$", ""))
end

--- The name of an entity as a link to what is known of it.
---@param model gloss.report.Model
---@param key string
---@param text? string plain text, the name where nil
---@return string
function parts.name_link(model, key, text)
  local name = model.names[key]
  if not name then return escape(text or key) end
  return element("a", { "href", "#" .. marks.name_anchor(key),
                        "class", "name " .. name.group },
                 escape(text or name.name))
end

--- What the filter finds something by: the anchors of the names in it.
---@param keys string[]
---@return string
function parts.filter_keys(keys)
  local out = {}
  for i, key in ipairs(keys) do out[i] = html.anchor(key) end
  return table.concat(out, " ")
end

--- The roles of a name, newest last: "chief executive, MNIF; special envoy".
---@param model gloss.report.Model
---@param name table
---@return string plain text
function parts.roles(model, name)
  local list = {}
  for i, role in ipairs(name.role_order) do
    local of = role.of and model.names[role.of]
    list[i] = of and role.role .. ", " .. of.name or role.role
  end
  return table.concat(list, "; ")
end

-- ---- Days ------------------------------------------------------------------

-- Days since 1970-01-01 of an ISO date; a month or year is its first day.
local function day_number(iso)
  local y, m, d = iso:match "^(%d%d%d%d)%-?(%d?%d?)%-?(%d?%d?)"
  if not y then return nil end
  y, m, d = math.tointeger(tonumber(y)), math.tointeger(tonumber(m)) or 1,
            math.tointeger(tonumber(d)) or 1
  if m <= 2 then y, m = y - 1, m + 12 end
  return 365 * y + y // 4 - y // 100 + y // 400 + (153 * m - 457) // 5 + d
end

local SPARK_WIDTH, SPARK_HEIGHT = 120, 18

--- Mentions by date of document, as small bars over the period.
---@param by_date table<string, integer>
---@param period { from: string?, to: string?, most: integer }
---@return string HTML, hidden from screen readers: the table says the same
function parts.spark(by_date, period)
  local from = period.from and day_number(period.from)
  if not from then return "" end
  local span = math.max(day_number(period.to) - from, 1)
  local dates = {}
  for date in pairs(by_date) do dates[#dates + 1] = date end
  table.sort(dates)
  local bars = {}
  for i, date in ipairs(dates) do
    local x = (day_number(date) - from) * (SPARK_WIDTH - 3) / span
    local h = math.max(2, by_date[date] * (SPARK_HEIGHT - 1) / period.most)
    bars[i] = ('<rect x="%.1f" y="%.1f" width="3" height="%.1f"/>'):format(
      x, SPARK_HEIGHT - 1 - h, h)
  end
  return ('<svg class="spark" width="%d" height="%d" viewBox="0 0 %d %d" '
    .. 'aria-hidden="true"><path d="M0 %.1fH%d"/>%s</svg>'):format(
    SPARK_WIDTH, SPARK_HEIGHT, SPARK_WIDTH, SPARK_HEIGHT,
    SPARK_HEIGHT - 0.5, SPARK_WIDTH, table.concat(bars))
end

return parts
