--- The section "Names": who and what is named, how often, when, as what.
local html = require "gloss.report.html"
local marks = require "gloss.report.marks"
local parts = require "gloss.report.parts"
local escape, element = html.escape, html.element

local names = {}

local GROUPS = { { "person", "People" }, { "org", "Organisations" },
                 { "media", "Media" }, { "place", "Places" },
                 { "other", "Other names" } }

-- The most mentions that one name has on one date: the height of a spark.
local function most_on_a_date(list)
  local most = 1
  for _, name in ipairs(list) do
    for _, n in pairs(name.by_date) do most = math.max(most, n) end
  end
  return most
end

-- Ways in which the texts write it, other than the name; most frequent first.
local function other_forms(name)
  local forms = {}
  for form in pairs(name.forms) do
    if form ~= name.name then forms[#forms + 1] = form end
  end
  table.sort(forms, function(a, b)
    if name.forms[a] ~= name.forms[b] then
      return name.forms[a] > name.forms[b]
    end
    return a < b
  end)
  return forms
end

local function where(model, name)
  local links = {}
  for number, document in ipairs(model.documents) do
    local seen = name.documents[number]
    if seen then
      local link = parts.link(seen.place, parts.short_source(document))
      if seen.count > 1 then link = link .. " \u{d7}" .. seen.count end
      links[#links + 1] = link
    end
  end
  return table.concat(links, ", ")
end

local function about(model, name)
  local lines = {}
  local roles, forms = parts.roles(model, name), other_forms(name)
  if roles ~= "" then
    lines[1] = element("span", { "class", "role" }, escape(roles))
  end
  local inside = { element("p", {}, "In " .. where(model, name)) }
  if #forms > 0 then
    table.insert(inside, 1, element("p", {},
      "Also written " .. escape(table.concat(forms, ", "))))
  end
  if name.id then
    inside[#inside + 1] = element("p", {},
      element("code", {}, escape(name.id)))
  end
  lines[#lines + 1] = parts.details(
    html.count(name.document_count, "document"), table.concat(inside))
  return table.concat(lines, " ")
end

local function row(model, name, period)
  local anchor = marks.name_anchor(name.key)
  return element("tr", { "id", anchor, "data-f", html.anchor(name.key),
                         "data-name", name.name },
    element("th", { "scope", "row" },
      element("span", { "class", "name " .. name.group }, escape(name.name))),
    element("td", { "class", "about" }, about(model, name)),
    element("td", { "class", "n" }, html.number(name.count)),
    element("td", { "class", "sparks" }, parts.spark(name.by_date, period)),
    element("td", { "class", "when" },
      escape(name.first and html.short_date(name.first) or "undated")),
    element("td", { "class", "when" },
      escape(name.last and html.short_date(name.last) or "undated")))
end

local function group_table(model, group, title)
  local list = model:ranked { [group] = true }
  if #list == 0 then return nil end
  local from, to = model:period()
  local period = { from = from, to = to, most = most_on_a_date(list) }
  local rows = {}
  for i, name in ipairs(list) do rows[i] = row(model, name, period) end
  return element("div", { "class", "group", "data-g", true },
    element("h3", {}, escape(title), " ",
      element("span", { "class", "tally" }, html.number(#list))),
    parts.table({ "Name", "Role and documents", "Mentions", "Over time", "First", "Last" }, rows,
                { n = { [3] = true }, class = "names" }))
end

-- What the texts themselves say that an abbreviation means.
local function abbreviations(model)
  local list = table.move(model.acronyms, 1, #model.acronyms, 1, {})
  if #list == 0 then return nil end
  table.sort(list, function(a, b)
    if a.short ~= b.short then return a.short < b.short end
    return a.long < b.long
  end)
  local items = {}
  for i, pair in ipairs(list) do
    items[i] = element("div", {}, element("dt", {}, escape(pair.short)),
                       element("dd", {}, escape(pair.long)))
  end
  return element("div", { "class", "group" },
    element("h3", {}, "Abbreviations that the texts explain"),
    element("dl", { "class", "abbreviations" }, table.concat(items, "\n")))
end

---@param model gloss.report.Model
---@return string? HTML; nil where nobody is named
function names.section(model)
  local groups = {}
  for _, group in ipairs(GROUPS) do
    groups[#groups + 1] = group_table(model, group[1], group[2])
  end
  if #groups == 0 then return nil end
  groups[#groups + 1] = abbreviations(model)
  return parts.section("names", "Who and what is named",
    "Mentions are counted in the texts and titles; roles are those that the "
      .. "dictionary gives for the dates of the documents.",
    table.unpack(groups))
end

return names
