#!/usr/bin/env -S gloss run
-- entities.lua - who and what is named: how often, in how many documents,
-- from when to when, and how the texts write it.
--
--   gloss run entities.lua -d actors/ news/ -o entities.csv
local gloss = require "gloss"

return gloss.job {
  params = { dict = "" },
  steps = function(p)
    return gloss.news { dict = p.dict }
  end,
  tables = { entities = { "type", "id", "name", mentions = "sum",
                          documents = "distinct", first = "min", last = "max",
                          forms = "top:5" } },
  map = function(doc, out)
    for e in doc.entities do
      if e.id then
        out.entities { type = e.type, id = e.id, name = e.name, mentions = 1,
                       documents = doc.id, first = doc.date, last = doc.date,
                       forms = e.text }
      end
    end
  end,
}
