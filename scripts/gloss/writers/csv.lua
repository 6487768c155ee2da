--- CSV (RFC 4180, lines end in \n): a head, then a line for each row.
local text = require "gloss.writers.value".text

local csv = { streams = true, suffix = "csv" }

local function cell(x)
  x = text(x)
  if x:find '[",\r\n]' or x:find "^%s" or x:find "%s$" then
    return '"' .. x:gsub('"', '""') .. '"'
  end
  return x
end

local function line(values, count)
  local cells = {}
  for i = 1, count do cells[i] = cell(values[i]) end
  -- A line of one empty cell would be no line at all.
  if count == 1 and cells[1] == "" then cells[1] = '""' end
  return table.concat(cells, ",") .. "\n"
end

function csv.head(columns) return line(columns, #columns) end
function csv.row(columns, values) return line(values, #columns) end

return csv
