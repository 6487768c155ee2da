#!/usr/bin/env -S gloss run
-- network.lua - who is named together with whom: pairs that share a sentence.
--
--   gloss run network.lua -d actors/ news/ -o pairs.csv
--   gloss run network.lua -d actors/ --set types=PERSON news/ -o people.csv
local gloss = require "gloss"

local function wanted(entities, types)
  local ids, seen = {}, {}
  for e in entities do
    if e.id and not seen[e.id] and types[e.type] then
      seen[e.id] = true
      ids[#ids + 1] = e.id
    end
  end
  table.sort(ids)
  return ids
end

return gloss.job {
  params = { dict = "", types = "PERSON ORG MEDIA" },
  steps = function(p)
    return gloss.news { dict = p.dict }
  end,
  tables = { pairs = { "a", "b", sentences = "sum", first = "min",
                       last = "max" } },
  map = function(doc, out, p)
    local types = {}
    for name in p.types:gmatch "%S+" do types[name] = true end
    for sentence in doc.sentences do
      local ids = wanted(sentence.entities, types)
      for i = 1, #ids do
        for j = i + 1, #ids do
          out.pairs { a = ids[i], b = ids[j], sentences = 1,
                      first = doc.date, last = doc.date }
        end
      end
    end
  end,
}
