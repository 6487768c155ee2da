--- gloss dict build: sources of a dictionary to its compiled form.
local exits = require "gloss.contract.exits"

local dict_build = {}

local function is_folder(path)
  local stat = require "gloss".edge "files".stat(path)
  return path:sub(-1) == "/" or stat ~= nil and stat.kind == "directory"
end

function dict_build.run(values)
  if not values.output then
    exits.stop("usage", "dict build needs a file to write: -o NAME.gdict")
  elseif is_folder(values.output) then
    exits.stop("usage", "cannot write: %s is a folder", values.output)
  end
  for _, path in ipairs(values.SOURCE) do
    local stat, why = require "gloss".edge "files".stat(path)
    if not stat and not path:match "^builtin:" then
      exits.stop("usage", "%s", tostring(why))
    end
  end
  local build = require "gloss.dictionary.build"
  local made, err = build.file(values.SOURCE, values.output,
                               { overlay = values.overlay,
                                 variants = values.variants })
  if not made then
    exits.stop(err.code == "io" and "io" or "data", "%s", tostring(err))
  end
  if not values.quiet then
    io.stderr:write(("gloss: %s: %d entities, %d bytes\n"):format(
      values.output, made.entities, made.bytes))
  end
  return exits.code.done
end

return dict_build
