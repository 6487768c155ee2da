--- quanteda dictionaries in YAML: keys, keys below them, lists of words.
---
--- Each key that has words is an entity, named by the keys above it:
--- "economy.growth". Words match in any case; globs (econom*) are left out.
local yaml = require "gloss.dictionary.import.yaml"
local exits = require "gloss.contract.exits"

local quanteda = { help = "quanteda dictionaries (YAML)" }

local function add_word(out, path, word)
  if word:find "[*?]" then
    return out:left(path.line, "a word with a star", path.name .. ": " .. word)
  end
  local entity = out:entity(out.input.path .. "\0" .. path.name, function()
    return { id = path.name:gsub("%s+", "_"), name = path.key,
             type = out.options.type or "CATEGORY", path = path.name }
  end)
  out:alias { id = entity.id, alias = word, case = "fold" }
end

local function below(path, key)
  return { key = key, line = path.line,
           name = path.name == "" and key or path.name .. "." .. key }
end

local function walk(out, path, value)
  if type(value) == "string" then
    if value ~= "" then add_word(out, path, value) end
  elseif value[0] then
    for _, key in ipairs(value[0]) do
      walk(out, below(path, key), value[key])
    end
  else
    for _, item in ipairs(value) do walk(out, path, item) end
  end
end

function quanteda.read(input, out)
  local value, message, line = yaml.read(input:text())
  if not value then
    exits.stop("data", "%s:%d: %s", input.path, line, message)
  end
  if type(value) ~= "table" or not value[0] then
    exits.stop("data", "%s: no keys at its top", input.path)
  end
  out:columns { "path" }
  walk(out, { name = "", line = 1 }, value)
end

return quanteda
