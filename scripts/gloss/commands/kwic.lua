--- gloss kwic: what a pattern finds, in the middle of the words around it.
local match = require "gloss.commands.match"
local tsv = require "gloss.writers.tsv"

local kwic = {}

local function one_line(text) return (text:gsub("%s+", " ")) end

-- The span around a match: so many tokens, or its sentences.
local function around(m, values)
  if values.by == "tokens" then return m:context(values.width) end
  local sentences = m.sentences
  local first, last = sentences[1] or m, sentences[-1] or m
  return m.doc:span(math.min(first.first, m.first),
                    math.max(last.last, m.last))
end

-- The text before, of and behind a match.
local function cut(m, values)
  local place, text = around(m, values), m.doc.text
  return text:sub(place.first, m.first - 1), m.text,
    text:sub(m.last + 1, place.last)
end

local formats = {}

function formats.text(made, values)
  local width = require "gloss".text.width
  return function(doc)
    local rows, widest, lines = {}, 0, {}
    for m in made:gmatch(doc) do
      local left, middle, right = cut(m, values)
      left = one_line(left):gsub("^ ", "")
      rows[#rows + 1] = { left, one_line(middle), one_line(right) }
      widest = math.max(widest, width(left))
    end
    if #rows == 0 then return "" end
    lines[1] = doc.id == "-" and "" or ("== %s\n"):format(doc.id)
    for _, row in ipairs(rows) do
      lines[#lines + 1] = ("%s%s[%s]%s\n"):format(
        (" "):rep(widest - width(row[1])), table.unpack(row))
    end
    return table.concat(lines)
  end, ""
end

function formats.tsv(made, values)
  local columns = { "doc", "start", "end", "left", "match", "right" }
  return function(doc)
    local lines = {}
    for m in made:gmatch(doc) do
      local left, middle, right = cut(m, values)
      lines[#lines + 1] = tsv.row(columns, { doc.id, m.first - 1, m.last,
        one_line(left), one_line(middle), one_line(right) })
    end
    return table.concat(lines)
  end, tsv.head(columns)
end

function kwic.run(values)
  local made = match.pattern(values)
  return match.search(values, made, formats[values.to or "text"](made, values))
end

return kwic
