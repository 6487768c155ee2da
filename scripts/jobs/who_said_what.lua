#!/usr/bin/env -S gloss run
-- who_said_what.lua - every statement: when, who, the cue, the words, where.
--
--   gloss run who_said_what.lua -d actors/ news/ -o statements.csv
--   gloss run who_said_what.lua -d actors/ --set speaker=per:ann news/
--   gloss run who_said_what.lua --set kinds="direct mixed indirect" news/
local gloss = require "gloss"

return gloss.job {
  params = { dict = "",
             kinds = "direct mixed",     -- indirect: reported, not quoted
             speaker = "",               -- only this id
             since = "" },               -- only documents of that day or later
  steps = function(p)
    return gloss.news { dict = p.dict }
  end,
  tables = { statements = { "date", "speaker_id", "speaker", "cue", "kind",
                            "quote", "unknown", "ref" } },
  map = function(doc, out, p)
    if p.since ~= "" and (not doc.date or doc.date < p.since) then return end
    local kinds = {}
    for kind in p.kinds:gmatch "%S+" do kinds[#kinds + 1] = kind end
    for q in doc.quotes:where { kind = kinds } do
      if p.speaker == "" or q.speaker_id == p.speaker then
        out.statements {
          date = doc.date, speaker_id = q.speaker_id,
          speaker = q.speaker_name, cue = q.cue, kind = q.kind, quote = q,
          unknown = q.unknown, ref = q:ref(),
        }
      end
    end
  end,
}
