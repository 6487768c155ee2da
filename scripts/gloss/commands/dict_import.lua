--- gloss dict import: another program's dictionary as a folder of tables.
local exits = require "gloss.contract.exits"

local dict_import = {}

-- "id=QID,name=Label" as a table.
local function parse_map(text)
  if not text then return nil end
  local map = {}
  for part in text:gmatch "[^,]+" do
    local target, column = part:match "^%s*([^=]-)%s*=%s*(.-)%s*$"
    if not target or target == "" or column == "" then
      exits.stop("usage", '--map must be like id=QID,name=Label, not "%s"',
                 text)
    end
    map[target] = column
  end
  return map
end

local function check(values)
  if not values.format then
    exits.stop("usage", "dict import needs a format: --format %s",
      table.concat(require "gloss.dictionary.import".formats, "|"))
  elseif not values.output then
    exits.stop("usage", "dict import needs a folder to write: -o FOLDER/")
  elseif values.map and values.format ~= "csv" then
    exits.stop("usage", "--map is for --format csv, not %s", values.format)
  elseif values.lang and values.format ~= "wikidata" then
    exits.stop("usage", "--lang is for --format wikidata, not %s",
               values.format)
  end
  for _, path in ipairs(values.FILE) do
    local stat, why = require "gloss".edge "files".stat(path)
    if not stat then exits.stop("usage", "%s", tostring(why)) end
    if stat.kind == "directory" then
      exits.stop("usage", "%s is a folder: name its files", path)
    end
  end
end

local function say_left(counts)
  for _, message in ipairs(counts.left) do
    io.stderr:write("gloss: warning: ", message, "\n")
  end
  if counts.not_imported > #counts.left then
    io.stderr:write(("gloss: warning: ... and %d more, in not-imported.log\n")
      :format(counts.not_imported - #counts.left))
  end
end

function dict_import.run(values)
  check(values)
  local counts = require "gloss.dictionary.import".run(values.format,
    values.FILE, values.output, { map = parse_map(values.map),
                                  type = values.type, lang = values.lang })
  if not values.quiet then
    say_left(counts)
    io.stderr:write(("gloss: %s: %d entities, %d aliases, %d roles, "
      .. "%d excludes; %d not imported\n"):format(values.output,
      counts.entities, counts.aliases, counts.roles, counts.excludes,
      counts.not_imported))
  end
  return exits.code.done
end

return dict_import
