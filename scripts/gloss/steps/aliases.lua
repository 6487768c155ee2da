--- The step `aliases`: by which shorter names a document calls what it has named
--- in full, in the layer `aliases`. The step `link` finds them; this lists them.
---
--- Columns: alias, id, name, via (surname acronym short place article), form
--- (the name in full that it rests on).
local gloss = require "gloss"

return gloss.step {
  name = "aliases",
  needs = { "entities" },
  gives = { "aliases" },
  run = function(doc)
    local rows = {}
    for e in doc.entities do
      if e.form then
        rows[#rows + 1] = { e, alias = e.text, id = e.id, name = e.name,
                            via = e.via, form = e.form }
      end
    end
    doc:add("aliases", rows, { "alias", "id", "name", "via", "form" })
  end,
}
