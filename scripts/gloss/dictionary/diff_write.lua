--- How a difference of dictionaries is written: for people, as JSON lines, as
--- Markdown for a pull request.
local gloss = require "gloss"

local diff_write = {}

local function percent(share) return ("%.2f%%"):format(share * 100) end

local function totals(on)
  return ("mentions that change: %d of %d (%s); after it %d; documents: %d")
    :format(on.changed, on.old, percent(on.share), on.new, on.documents)
end

local function from_to(old, new)
  if old and new and old ~= new then return ("%s -> %s"):format(old, new) end
  return old or new
end

-- ---- For people ----------------------------------------------------------------

function diff_write.text(changed, on, write)
  for _, entry in ipairs(changed) do
    write(("%s %s  %s%s\n"):format(entry.kind, entry.id, entry.name or "-",
                                   entry.place and "  " .. entry.place or ""))
    for _, change in ipairs(entry.changes) do
      write("    " .. change .. "\n")
    end
  end
  if not on then return end
  if #changed > 0 then write "\n" end
  for _, effect in ipairs(on.effects) do
    write(("%6d  %-8s  %s  %s  %s\n"):format(effect.count, effect.kind,
      from_to(effect.text, effect.now), from_to(effect.old, effect.new),
      effect.ref))
  end
  write(totals(on) .. "\n")
end

-- ---- JSON lines ----------------------------------------------------------------

local ENTRY = { "entry", "id", "name", "place", "changes" }
local EFFECT = { "effect", "text", "now", "old", "new", "count", "documents",
                 "ref" }
local WORDS = { ["+"] = "added", ["-"] = "removed", ["~"] = "changed" }

function diff_write.jsonl(changed, on, write)
  local encode = gloss.json.encode
  for _, entry in ipairs(changed) do
    write(encode({ entry = WORDS[entry.kind], id = entry.id, name = entry.name,
                   place = entry.place,
                   changes = gloss.json.array(entry.changes) }, ENTRY) .. "\n")
  end
  if not on then return end
  for _, effect in ipairs(on.effects) do
    write(encode({ effect = effect.kind, text = effect.text, now = effect.now,
                   old = effect.old, new = effect.new, count = effect.count,
                   documents = effect.documents, ref = effect.ref }, EFFECT)
          .. "\n")
  end
  write(encode { documents = on.documents, mentions_before = on.old,
                 mentions_after = on.new, changed = on.changed,
                 share = on.share } .. "\n")
end

-- ---- Markdown ------------------------------------------------------------------

local function entry_rows(changed)
  local rows = {}
  for i, entry in ipairs(changed) do
    rows[i] = { WORDS[entry.kind], entry.id, entry.name or "",
                table.concat(entry.changes, "; ") }
  end
  return rows
end

local function effect_rows(effects)
  local rows = {}
  for i, effect in ipairs(effects) do
    rows[i] = { effect.count, effect.kind, from_to(effect.text, effect.now),
                from_to(effect.old, effect.new), effect.documents, effect.ref }
  end
  return rows
end

function diff_write.markdown(changed, on, write)
  local page = require "gloss.writers.markdown".page
  if #changed == 0 then write "No entry changes.\n"
  else
    write(page({ "entry", "id", "name", "changes" }, entry_rows(changed)))
  end
  if not on then return end
  write("\n" .. totals(on):gsub("^%l", string.upper) .. "\n")
  if #on.effects > 0 then
    write("\n" .. page({ "mentions", "effect", "text", "id", "documents",
                         "example" }, effect_rows(on.effects)))
  end
end

return diff_write
