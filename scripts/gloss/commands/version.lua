--- gloss version
local version = {}

function version.run(values)
  local core = require "gloss.core"
  io.stdout:write("gloss ", core.version, "\n")
  if values.verbose then
    io.stdout:write("Unicode ", core.unicode, "\n", _VERSION, "\n")
  end
  return 0
end

return version
