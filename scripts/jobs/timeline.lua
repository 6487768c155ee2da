#!/usr/bin/env -S gloss run
-- timeline.lua - what the texts date, in the order of the calendar.
--
--   gloss run timeline.lua -d actors/ news/ -o timeline.tsv
local gloss = require "gloss"

return gloss.job {
  params = { dict = "" },
  steps = function(p)
    return gloss.news { dict = p.dict }
  end,
  -- The first columns are the key: rows come out sorted by date.
  tables = { timeline = { "from", "value", "sentence", "ref",
                          names = "first" } },
  map = function(doc, out)
    for t in doc.times:where { type = { "DATE", "TIME" } } do
      if t.from and t.sentence then
        out.timeline {
          from = t.from, value = t.value, sentence = t.sentence.text,
          ref = t:ref(), names = table.concat(t.sentence.entities:ids(), " "),
        }
      end
    end
  end,
}
