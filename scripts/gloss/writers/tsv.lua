--- TSV: a head, then a line for each row; \t \n \r \\ escape.
local text = require "gloss.writers.value".text

local tsv = { streams = true, suffix = "tsv" }

local ESCAPES = { ["\t"] = "\\t", ["\n"] = "\\n", ["\r"] = "\\r",
                  ["\\"] = "\\\\" }

local function line(values, count)
  local cells = {}
  for i = 1, count do
    local cell = text(values[i])
    if cell:find "[\t\n\r\\]" then cell = cell:gsub("[\t\n\r\\]", ESCAPES) end
    cells[i] = cell
  end
  return table.concat(cells, "\t") .. "\n"
end

function tsv.head(columns) return line(columns, #columns) end
function tsv.row(columns, values) return line(values, #columns) end

return tsv
