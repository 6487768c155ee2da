--- gloss languages: code, name, and whether the rules are its own.
local languages = {}

function languages.run()
  local gloss = require "gloss"
  io.stdout:write("code\tname\trules\n")
  for _, code in ipairs(gloss.languages()) do
    local language = assert(gloss.language(code))
    io.stdout:write(code, "\t", language.name, "\t",
                    language.pack and "own" or "und", "\n")
  end
  return 0
end

return languages
