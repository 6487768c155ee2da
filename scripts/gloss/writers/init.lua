--- Writers by name. A writer either streams, head(columns) and then
--- row(columns, values) for each row, or makes a page(columns, rows) of all
--- rows at once; `suffix` is that of its files.
local writers = {}

-- What the name of a file says about its format.
local SUFFIXES = { jsonl = "jsonl", json = "jsonl", ndjson = "jsonl",
                   csv = "csv", tsv = "tsv", md = "markdown", txt = "text" }

---@param format string
---@return table
function writers.get(format) return require("gloss.writers." .. format) end

--- The format that a file's name asks for, or nil.
---@param path string
---@return string?
function writers.format_of(path)
  return SUFFIXES[path:match "%.(%w+)$" or ""]
end

return writers
