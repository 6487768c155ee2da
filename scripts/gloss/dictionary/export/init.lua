--- A dictionary of gloss for other programs.
---
--- A format is a module of this folder. Its entry(entry, aliases, columns)
--- returns what is written for an entry; head(dict), where there is one, what
--- stands before them, and the columns.
local exits = require "gloss.contract.exits"
local gloss = require "gloss"

local export = {}

export.formats = { "csv", "entityruler", "regexner" }

---@class gloss.ExportAlias
---@field text string
---@field case "smart"|"exact"|"fold"

-- The aliases that the sources list, by text; generated ones are left out.
local function aliases_of(dict, entry, lost)
  local list, seen = {}, {}
  for _, number in ipairs(dict.core:aliases(entry._number)) do
    local alias = dict.core:alias(number)
    if alias.exclude then lost.excludes = lost.excludes + 1
    elseif not alias.generated and not seen[alias.text] then
      seen[alias.text] = true
      list[#list + 1] = { text = alias.text, case = alias.case }
      if alias.require or alias.avoid then lost.context = lost.context + 1 end
      if alias.from or alias.to then lost.dates = lost.dates + 1 end
    end
  end
  table.sort(list, function(a, b)
    if (a.text == entry.name) ~= (b.text == entry.name) then
      return a.text == entry.name
    end
    return a.text < b.text
  end)
  return list
end

--- Writes a dictionary.
---@param dict gloss.Dictionary
---@param format string
---@param write fun(bytes: string)
---@return table<string, integer> lost what the format could not say
function export.write(dict, format, write)
  local writer = require("gloss.dictionary.export." .. format)
  local lost = { excludes = 0, context = 0, dates = 0, roles = 0 }
  local head, columns
  if writer.head then head, columns = writer.head(dict) end
  if head then write(head) end
  for entry in dict:all() do
    lost.roles = lost.roles + #entry:roles()
    write(writer.entry(entry, aliases_of(dict, entry, lost), columns))
  end
  return lost
end

--- Opens what is to be exported; a fault ends the command.
---@param paths string[]
---@param overlay boolean?
---@return gloss.Dictionary
function export.open(paths, overlay)
  local dict, err = gloss.dict.open(paths, { overlay = overlay })
  if not dict then exits.stop("data", "%s", tostring(err)) end
  return dict
end

return export
