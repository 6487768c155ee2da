--- A table for reading: columns one under another, numbers to the right.
local value = require "gloss.writers.value"

local text = { streams = false, suffix = "txt" }

local function width(s) return require "gloss".text.width(s) end

local function pad(s, columns, right)
  local blanks = (" "):rep(columns - width(s))
  return right and blanks .. s or s .. blanks
end

local function spell(x)
  return (value.text(x):gsub("%s*[\r\n\t]+%s*", " "))
end

local function layout(columns, rows)
  local lines, widths, right = { columns }, {}, {}
  for i, name in ipairs(columns) do
    widths[i], right[i] = width(name), #rows > 0
  end
  for r, row in ipairs(rows) do
    local line = {}
    for i in ipairs(columns) do
      line[i] = spell(row[i])
      widths[i] = math.max(widths[i], width(line[i]))
      right[i] = right[i] and (row[i] == nil or type(row[i]) == "number")
    end
    lines[r + 1] = line
  end
  return lines, widths, right
end

--- The whole table.
---@param columns string[]
---@param rows table[]
---@return string
function text.page(columns, rows)
  local lines, widths, right = layout(columns, rows)
  for n, line in ipairs(lines) do
    local cells = {}
    for i in ipairs(columns) do
      cells[i] = pad(line[i], widths[i], right[i])
    end
    lines[n] = table.concat(cells, "  "):gsub(" +$", "") .. "\n"
  end
  return table.concat(lines)
end

return text
