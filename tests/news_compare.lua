--- Compares what gloss finds in our news with the gold beside them.
--
-- An item is right when its place and all its values agree. A row marked
-- `open` in the gold is known to be wrong for the reason it gives: it is
-- shown and counted apart.
local news_compare = {}

local LAYERS = { "noise", "entity", "quote", "time", "amount", "role",
                 "acronym" }
news_compare.LAYERS = LAYERS

-- ---- What was found, in the terms of the gold ------------------------------

local found = {}

-- Lines that masks cover; a mask may cover several.
function found.noise(doc)
  local items, text = {}, doc.text
  for span in doc.noise do
    local at = span.first
    while at <= span.last do
      local stop = text:find("\n", at, true) or #text + 1
      local last = math.min(stop - 1, span.last)
      local line = text:sub(at, last):gsub("%s+$", "")
      if line ~= "" then
        items[#items + 1] = { first = at, last = at + #line - 1,
                              reason = span.reason }
      end
      at = stop + 1
    end
  end
  return items
end

local function spans(view, fields)
  local items = {}
  for span in view do
    local item = { first = span.first, last = span.last, text = span.text }
    for _, field in ipairs(fields) do item[field] = span[field] end
    items[#items + 1] = item
  end
  return items
end

function found.entity(doc) return spans(doc.entities, { "id" }) end
function found.time(doc) return spans(doc.times, { "type", "value" }) end

local function has_clauses(placed)
  for _, row in ipairs(placed.quote) do
    if row.kind == "indirect" then return true end
  end
  return false
end

-- Reported clauses are compared where the gold of the article has any.
function found.quote(doc, placed)
  local items, clauses = {}, has_clauses(placed)
  for q in doc.quotes do
    if clauses or q.kind ~= "indirect" then
      items[#items + 1] = { first = q.first, last = q.last, text = q.text,
        kind = q.kind, speaker = q.speaker and q.speaker.text,
        speaker_id = q.speaker_id, speaker_name = q.speaker_name,
        cue = q.cue and q.cue.text, cue_class = q.cue_class }
    end
  end
  return items
end

-- Roles are compared where the gold of the article has any.
function found.role(doc, placed)
  if #placed.role == 0 then return {} end
  local items = spans(doc.roles, { "role" })
  for i, r in ipairs(items) do
    local role = doc.roles[i]
    r.of = role.of and role.of.text
    if role.past then r.role = "ex-" .. r.role end
  end
  return items
end

local function number(n)
  return n and ("%.14g"):format(n) or nil
end

function found.amount(doc)
  local items = {}
  for a in doc.amounts do
    local value = number(a.value)
    if a.low and a.high and a.low ~= a.high then
      value = number(a.low) .. ".." .. number(a.high)
    end
    if a.approx and value then value = "~" .. value end
    items[#items + 1] = { first = a.first, last = a.last, text = a.text,
                          kind = a.kind, value = value, unit = a.unit }
  end
  return items
end

function found.acronym(doc)
  local items = {}
  for a in doc.acronyms do
    items[#items + 1] = { short = a.short.text, long = a.long.text }
  end
  return items
end

-- ---- Agreement -------------------------------------------------------------

local function overlap(a, b)
  return a == b or a ~= nil and b ~= nil
    and (a:find(b, 1, true) or b:find(a, 1, true)) ~= nil
end

-- Which values of a layer must agree; nil or what does not.
local VALUES = { noise = { "reason" }, entity = { "id" },
                 time = { "type", "value" },
                 amount = { "kind", "value", "unit" },
                 role = { "role", "of" }, acronym = {} }

-- Who speaks is compared by id; where the gold has none, by the words of the
-- text ("its secretary, Ann Vale" may be either part of it).
local function quote_difference(gold, item)
  if gold.speaker_id ~= item.speaker_id then return "speaker_id" end
  if not gold.speaker_id and not overlap(gold.speaker, item.speaker) then
    return "speaker"
  end
  if gold.speaker_name and gold.speaker_name ~= item.speaker_name then
    return "speaker_name"
  end
  if not overlap(gold.cue, item.cue) then return "cue" end
  if gold.cue_class and gold.cue_class ~= item.cue_class then
    return "cue_class"
  end
  return gold.kind ~= item.kind and "kind" or nil
end

local function difference(layer, gold, item)
  if layer == "quote" then return quote_difference(gold, item) end
  for _, field in ipairs(VALUES[layer]) do
    if gold[field] ~= item[field] then return field end
  end
end

local function key_of(layer, item)
  if layer == "acronym" then return item.short .. "\0" .. item.long end
  local key = item.first .. "-" .. item.last
  -- a clause may be nothing but a quotation; a person may have two roles
  if item.kind == "indirect" then key = key .. " indirect" end
  if layer == "role" then key = key .. " " .. item.role end
  return key
end

local function show(layer, item)
  if layer == "acronym" then return item.short .. " = " .. item.long end
  return ("%d-%d %q"):format(item.first - 1, item.last, item.text or "")
end

-- Words in quotation marks that nobody says: right when nobody is named.
local function unsaid(gold, item)
  return gold.kind == "scare" and (not item or not item.speaker)
end

local function compare_layer(layer, golds, items, say, note)
  local count = { gold = #golds, found = #items, right = 0, open = 0,
                  wrong = 0 }
  local by_key, wanted = {}, {}
  for _, item in ipairs(items) do by_key[key_of(layer, item)] = item end
  for _, gold in ipairs(golds) do
    local key = key_of(layer, gold)
    local item = by_key[key]
    wanted[key] = true
    local why = unsaid(gold, item) and "right"
      or not item and "not found" or difference(layer, gold, item) or "right"
    if why == "right" then
      count.right = count.right + 1
      if gold.open then note("%s: right now, no longer open", gold.where) end
    elseif gold.open then
      count.open = count.open + 1
      note("%s: open: %s %s: %s", gold.where, layer, show(layer, gold),
           gold.open)
    else
      count.wrong = count.wrong + 1
      say("%s: %s %s: %s%s", gold.where, layer, show(layer, gold), why,
          item and item[why] ~= nil and (" is %q, not %q"):format(
            tostring(item[why]), tostring(gold[why])) or "")
    end
  end
  return count, wanted
end

local function compare_extra(layer, article, items, wanted, count, say, note)
  for _, item in ipairs(items) do
    if not wanted[key_of(layer, item)] then
      local known = article.extra[layer .. "\0" .. (item.text or item.short)]
      if known then
        count.open = count.open + 1
        note("%s: open: %s that is none: %s: %s", known.where, layer,
             show(layer, item), known.open or "")
      else
        count.wrong = count.wrong + 1
        say("%s: %s that is none: %s", article.id, layer, show(layer, item))
      end
    end
  end
end

local function compare_fields(article, doc, say, note)
  local count = { gold = 0, found = 0, right = 0, open = 0, wrong = 0 }
  for _, name in ipairs { "title", "date", "byline", "place" } do
    local gold, item = article[name] or nil, doc[name]
    if gold then count.gold = count.gold + 1 end
    if item then count.found = count.found + 1 end
    local open = article.open[name]
    if gold == item then
      count.right = count.right + (gold and 1 or 0)
      if open then note("%s: %s: right now, no longer open", article.id, name) end
    elseif open then
      count.open = count.open + 1
      note("%s: open: %s: %s", article.id, name, open)
    else
      count.wrong = count.wrong + 1
      say("%s: %s is %q, not %q", article.id, name, tostring(item),
          tostring(gold))
    end
  end
  return count
end

--- Compares one document with its gold. Faults are said, what is open noted.
---@param article table of news_gold.read
---@param placed table of news_gold.place
---@param doc gloss.Document with its layers
---@param say fun(format: string, ...) gets a line for each fault
---@param note fun(format: string, ...) gets a line for each open item
---@return table<string, table> counts by layer: gold found right open wrong
function news_compare.document(article, placed, doc, say, note)
  local counts = { head = compare_fields(article, doc, say, note) }
  for _, layer in ipairs(LAYERS) do
    local items = found[layer](doc, placed)
    for _, item in ipairs(items) do
      item.text = item.text
        or item.first and doc.text:sub(item.first, item.last)
    end
    local count, wanted = compare_layer(layer, placed[layer], items, say,
                                        note)
    compare_extra(layer, article, items, wanted, count, say, note)
    counts[layer] = count
  end
  return counts
end

--- Adds counts up and writes them as a table.
---@param all table[] results of news_compare.document
---@return string
function news_compare.summary(all)
  local lines = { ("%-8s %5s %5s %5s  %9s %6s  %4s %5s"):format("layer",
    "gold", "found", "right", "precision", "recall", "open", "wrong") }
  for _, layer in ipairs { "head", table.unpack(LAYERS) } do
    local sum = { gold = 0, found = 0, right = 0, open = 0, wrong = 0 }
    for _, counts in ipairs(all) do
      for name, n in pairs(counts[layer]) do sum[name] = sum[name] + n end
    end
    lines[#lines + 1] = ("%-8s %5d %5d %5d  %8.1f%% %5.1f%%  %4d %5d"):format(
      layer, sum.gold, sum.found, sum.right,
      100 * sum.right / math.max(sum.found, 1),
      100 * sum.right / math.max(sum.gold, 1), sum.open, sum.wrong)
  end
  return table.concat(lines, "\n")
end

return news_compare
