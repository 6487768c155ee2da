#!/usr/bin/env -S gloss run
-- briefing.lua - one HTML page: what was read, who is named, who said what,
-- when, who with whom, the marked texts, and what was set aside.
--
--   gloss run briefing.lua -d actors/ news/ -o briefing.html
--   gloss run briefing.lua -d actors/ --set title="The talks" news/ -o x.html
local gloss = require "gloss"
local report = require "gloss.report"

return gloss.job {
  params = { dict = "", title = "Briefing",
             texts = 300 },              -- so many texts are shown in full
  steps = function(p)
    return gloss.news { dict = p.dict }
  end,
  tables = { documents = { "record" } },
  map = function(doc, out)
    out.documents { record = report.record(doc) }
  end,
  finish = function(tables, out, p)
    local page = report.new { title = p.title, texts = p.texts }
    for row in tables.documents do page:add(row.record) end
    out:write(page:html())
  end,
}
