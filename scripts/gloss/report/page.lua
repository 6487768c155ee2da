--- The page: head, navigation, the sections in their order. One file, without
--- network; what is written inside is HTML already.
local html = require "gloss.report.html"
local documents = require "gloss.report.documents"
local names = require "gloss.report.names"
local network = require "gloss.report.network"
local overview = require "gloss.report.overview"
local statements = require "gloss.report.statements"
local timeline = require "gloss.report.timeline"
local escape, element = html.escape, html.element

local page = {}

local SECTIONS = {
  { "overview", "Overview", overview.section },
  { "names", "Names", names.section },
  { "statements", "Statements", statements.section },
  { "timeline", "Timeline", timeline.section },
  { "network", "Network", network.section },
  { "documents", "Texts", documents.section },
  { "aside", "Set aside", documents.noise_section },
  { "doubt", "In doubt", documents.doubt_section },
}

local function head(title, style)
  return table.concat({
    "<!DOCTYPE html>", '<html lang="en">', "<head>", '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    -- Nothing may be loaded from anywhere, even if a text should try.
    '<meta http-equiv="Content-Security-Policy" content="default-src '
      .. "'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
      .. "img-src data:; base-uri 'none'; form-action 'none'\">",
    '<meta name="generator" content="gloss">',
    element("title", {}, escape(title)),
    "<style>\n" .. style .. "</style>", "</head>" }, "\n")
end

local function navigation(shown)
  local links = {}
  for i, section in ipairs(shown) do
    links[i] = element("a", { "href", "#" .. section[1] }, escape(section[2]))
  end
  return table.concat({
    '<nav class="bar" aria-label="Sections"><div>', table.concat(links, "\n"),
    '<form role="search" hidden><label for="filter">Filter</label>',
    '<input id="filter" type="search" list="filter-names" '
      .. 'placeholder="a name or a word" autocomplete="off" '
      .. 'spellcheck="false"><datalist id="filter-names"></datalist>',
    '<output for="filter" aria-live="polite"></output></form>',
    "</div></nav>" }, "\n")
end

local function lead(model)
  local first, last = model:period()
  local text = html.count(#model.documents, "document")
  if first then
    return text .. ", " .. html.period(first:sub(1, 10), last:sub(1, 10))
  end
  return text
end

--- The whole page.
---@param model gloss.report.Model
---@param options { title: string, subtitle?: string, style: string,
---script: string, footer: string }
---@return string
function page.render(model, options)
  local shown, sections = {}, {}
  for _, section in ipairs(SECTIONS) do
    local body = section[3](model)
    if body then
      shown[#shown + 1] = section
      sections[#sections + 1] = body
    end
  end
  return table.concat({
    head(options.title, options.style), "<body>",
    '<a class="skip" href="#overview">Skip to the overview</a>',
    '<header class="top">', element("h1", {}, escape(options.title)),
    element("p", {}, escape(options.subtitle or lead(model))), "</header>",
    navigation(shown), "<main>", table.concat(sections, "\n\n"), "</main>",
    element("footer", {}, escape(options.footer)),
    "<script>\n" .. options.script .. "</script>", "</body>", "</html>", "" },
    "\n")
end

return page
