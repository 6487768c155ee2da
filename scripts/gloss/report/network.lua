--- The section "Named together": people and organisations that share
--- sentences, as a picture and as a list.
local html = require "gloss.report.html"
local layout = require "gloss.report.layout"
local marks = require "gloss.report.marks"
local parts = require "gloss.report.parts"
local element = html.element

local network = {}

local GROUPS = { person = true, org = true, media = true }
local MAX_NODES = 24
local WIDTH = 860

-- The pairs among the nodes, the heaviest first.
local function edges_among(model, number_of)
  local edges = {}
  for _, pair in pairs(model.pairs) do
    local a, b = number_of[pair.a], number_of[pair.b]
    if a and b then
      edges[#edges + 1] = { a = math.min(a, b), b = math.max(a, b),
                            weight = pair.count, pair = pair }
    end
  end
  table.sort(edges, function(x, y)
    if x.weight ~= y.weight then return x.weight > y.weight end
    if x.a ~= y.a then return x.a < y.a end
    return x.b < y.b
  end)
  return edges
end

-- Those named most often that share a sentence with another one.
local function nodes_of(model)
  local linked = {}
  for _, pair in pairs(model.pairs) do
    local a, b = model.names[pair.a], model.names[pair.b]
    if GROUPS[a.group] and GROUPS[b.group] then
      linked[pair.a], linked[pair.b] = true, true
    end
  end
  local nodes, number_of = {}, {}
  for _, name in ipairs(model:ranked(GROUPS)) do
    if linked[name.key] and #nodes < MAX_NODES then
      nodes[#nodes + 1] = name
      number_of[name.key] = #nodes
    end
  end
  return nodes, number_of
end

-- Characters, for the width of a label; a font's average is near enough.
local function label_width(text) return (utf8.len(text) or #text) * 6.6 end

local function radius(name) return 3 + math.sqrt(name.count) * 1.5 end

local function svg_edges(edges, points, nodes)
  local out = {}
  for i = #edges, 1, -1 do
    local e = edges[i]
    local a, b = points[e.a], points[e.b]
    out[#out + 1] = ('<line x1="%.0f" y1="%.0f" x2="%.0f" y2="%.0f" '
      .. 'stroke-width="%.1f"><title>%s</title></line>'):format(
      a.x, a.y, b.x, b.y, math.min(0.7 + 0.8 * (e.weight - 1), 6),
      html.escape(("%s and %s: %s"):format(nodes[e.a].name, nodes[e.b].name,
        html.count(e.weight, "sentence"))))
  end
  return table.concat(out, "\n")
end

local function svg_nodes(nodes, points)
  local out = {}
  for i, name in ipairs(nodes) do
    local p, r = points[i], radius(name)
    out[#out + 1] = element("a", { "href", "#" .. marks.name_anchor(name.key),
                                   "class", "node " .. name.group },
      ('<circle cx="%.0f" cy="%.0f" r="%.1f"/>'):format(p.x, p.y, r),
      ('<text x="%.0f" y="%.0f">%s</text>'):format(p.x, p.y + r + 13,
                                                  html.escape(name.name)),
      ("<title>%s</title>"):format(html.escape(("%s: %s"):format(name.name,
        html.count(name.count, "mention")))))
  end
  return table.concat(out, "\n")
end

local function picture(nodes, edges)
  local sizes, plain = {}, {}
  for i, name in ipairs(nodes) do
    local r = radius(name)
    sizes[i] = { w = math.max(r, label_width(name.name) / 2) + 5, h = r + 14 }
  end
  for i, e in ipairs(edges) do
    plain[i] = { a = e.a, b = e.b, weight = e.weight }
  end
  local points, width, height = layout.place(sizes, plain, WIDTH)
  return ('<svg class="network" viewBox="0 0 %.0f %.0f" role="img" '
    .. 'aria-label="Who is named together with whom; the list below says '
    .. 'the same">\n<g class="edges">\n%s\n</g>\n%s\n</svg>'):format(
    width, height + 4, svg_edges(edges, points, nodes),
    svg_nodes(nodes, points))
end

local function row(model, nodes, e)
  local links = {}
  for i, where in ipairs(e.pair.places) do
    links[i] = parts.link(where, parts.short_source(where.document))
  end
  if e.weight > #links then
    links[#links + 1] = ("and %d more"):format(e.weight - #links)
  end
  local a, b = nodes[e.a], nodes[e.b]
  return element("tr", { "data-f", parts.filter_keys { a.key, b.key } },
    element("td", {}, parts.name_link(model, a.key)),
    element("td", {}, parts.name_link(model, b.key)),
    element("td", { "class", "n" }, html.number(e.weight)),
    element("td", { "class", "where" }, table.concat(links, ", ")))
end

---@param model gloss.report.Model
---@return string? HTML; nil where no two names share a sentence
function network.section(model)
  local nodes, number_of = nodes_of(model)
  local edges = edges_among(model, number_of)
  if #edges == 0 then return nil end
  local rows = {}
  for i, e in ipairs(edges) do rows[i] = row(model, nodes, e) end
  return parts.section("network", "Named together",
    "People and organisations that share a sentence. The thicker the line, "
      .. "the more sentences; the larger the dot, the more mentions.",
    element("div", { "class", "scroll" }, picture(nodes, edges)),
    parts.details(("The same as a list: %s"):format(
        html.count(#edges, "pair")),
      parts.table({ "Name", "Name", "Sentences", "Where" }, rows,
                  { n = { [3] = true } })))
end

return network
