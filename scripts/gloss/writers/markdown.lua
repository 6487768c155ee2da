--- A Markdown table: one line for each row, numbers to the right.
local text = require "gloss.writers.value".text

local markdown = { streams = false, suffix = "md" }

local function line(cells)
  return "| " .. table.concat(cells, " | ") .. " |\n"
end

local function cell(x)
  return (text(x):gsub("[\\|]", "\\%0"):gsub("%s*[\r\n]+%s*", " "))
end

-- A column is of numbers where every value that is there is one.
local function rule(rows, i)
  local number = false
  for _, row in ipairs(rows) do
    if row[i] ~= nil then
      if type(row[i]) ~= "number" then return "---" end
      number = true
    end
  end
  return number and "---:" or "---"
end

--- The whole table.
---@param columns string[]
---@param rows table[]
---@return string
function markdown.page(columns, rows)
  local head, rules, lines = {}, {}, {}
  for i, name in ipairs(columns) do
    head[i], rules[i] = cell(name), rule(rows, i)
  end
  lines[1], lines[2] = line(head), line(rules)
  for _, row in ipairs(rows) do
    local cells = {}
    for i = 1, #columns do cells[i] = cell(row[i]) end
    lines[#lines + 1] = line(cells)
  end
  return table.concat(lines)
end

return markdown
