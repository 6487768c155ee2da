--- A text with its layers marked in it: in colour, or with brackets.
local marked = {}

-- SGR codes; what a layer or a type of entity has no colour of its own for is
-- underlined.
local COLOURS = { PERSON = "1;33", ORG = "1;36", GPE = "1;32", LOC = "1;32",
                  MEDIA = "1;35", TITLE = "33", quotes = "44", times = "1;34",
                  amounts = "1;31", acronyms = "7", noise = "2;9",
                  number = "36", punctuation = "2", symbol = "2",
                  word = "4", url = "34", email = "34", mention = "35",
                  hashtag = "35", emoji = "0" }

local LABELS = { entities = "type", quotes = "kind", times = "value",
                 amounts = "kind", noise = "reason", tokens = "kind" }

-- What a span is called in its mark: "PERSON", "direct", "2025-04-06".
local function label_of(layer, span)
  local field = LABELS[layer]
  return field and span[field] or layer
end

local function colour_of(layer, label)
  return COLOURS[label] or COLOURS[layer] or "4"
end

-- Where something opens and closes: { at, closes?, span length, mark }.
local function events_of(doc, layers)
  local events = {}
  for rank, layer in ipairs(layers) do
    for span in doc:all(layer) do
      local mark = { layer = layer, rank = rank,
                     label = tostring(label_of(layer, span)) }
      local length = span.last - span.first
      events[#events + 1] = { at = span.first, length = length, mark = mark }
      events[#events + 1] = { at = span.last + 1, length = length,
                              mark = mark, closes = true }
    end
  end
  table.sort(events, function(a, b)
    if a.at ~= b.at then return a.at < b.at end
    if (a.closes or false) ~= (b.closes or false) then return a.closes end
    if a.length ~= b.length then
      return (a.length > b.length) == not a.closes
    end
    if a.mark.rank ~= b.mark.rank then
      return (a.mark.rank < b.mark.rank) == not a.closes
    end
    return a.mark.label < b.mark.label
  end)
  return events
end

-- With brackets: [Ann Lee|PERSON]; a sentence ends in a bar.
local function plain_mark(event)
  local mark = event.mark
  if mark.layer == "sentences" then return event.closes and "|" or "" end
  if mark.layer == "tokens" then return event.closes and "_" or "" end
  if not event.closes then return "[" end
  return "|" .. mark.label .. "]"
end

local function switch_on(mark)
  return ("\27[%sm"):format(colour_of(mark.layer, mark.label))
end

-- Turns all off, and what is still open on again.
local function switch_off(open)
  local parts = { "\27[0m" }
  for i, mark in ipairs(open) do parts[i + 1] = switch_on(mark) end
  return table.concat(parts)
end

local function colour_mark(event, open)
  local mark = event.mark
  if mark.layer == "sentences" then
    return event.closes and "\27[2m|" .. switch_off(open) or ""
  elseif not event.closes then
    open[#open + 1] = mark
    return switch_on(mark)
  end
  for i = #open, 1, -1 do
    if open[i] == mark then table.remove(open, i) end
  end
  return switch_off(open)
end

--- The text of a document with its layers marked.
---@param doc gloss.Document
---@param layers string[]
---@param colour boolean
---@return string
function marked.text(doc, layers, colour)
  local parts, from, open = {}, 1, {}
  for _, event in ipairs(events_of(doc, layers)) do
    parts[#parts + 1] = doc.text:sub(from, event.at - 1)
    parts[#parts + 1] = colour and colour_mark(event, open)
      or plain_mark(event)
    from = event.at
  end
  parts[#parts + 1] = doc.text:sub(from)
  return (table.concat(parts):gsub("\n*$", "\n"))
end

return marked
