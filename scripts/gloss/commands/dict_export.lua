--- gloss dict export: a dictionary in the format of another program.
local exits = require "gloss.contract.exits"

local dict_export = {}

local NAMES = { { "roles", "roles" }, { "context", "context words of aliases" },
                { "dates", "dates of aliases" }, { "excludes", "excludes" } }

local function say(lost, quiet)
  if quiet then return end
  local parts = {}
  for _, name in ipairs(NAMES) do
    local count = lost[name[1]]
    if count > 0 then parts[#parts + 1] = ("%d %s"):format(count, name[2]) end
  end
  if #parts > 0 then
    io.stderr:write("gloss: warning: the format has no place for ",
                    table.concat(parts, ", "), "\n")
  end
end

function dict_export.run(values)
  local export = require "gloss.dictionary.export"
  if not values.format then
    exits.stop("usage", "dict export needs a format: --format %s",
               table.concat(export.formats, "|"))
  end
  for _, path in ipairs(values.SOURCE) do
    local stat, why = require "gloss".edge "files".stat(path)
    if not stat and not path:match "^builtin:" then
      exits.stop("usage", "%s", tostring(why))
    end
  end
  local dict = export.open(values.SOURCE, values.overlay)
  local out = require "gloss.output".open(values.output)
  local lost = export.write(dict, values.format,
                            function(bytes) out:write(bytes) end)
  out:commit()
  say(lost, values.quiet)
  return exits.code.done
end

return dict_export
