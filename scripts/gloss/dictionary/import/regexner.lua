--- CoreNLP RegexNER: pattern TAB type TAB types it may replace TAB priority.
---
--- A pattern is words with blanks between, each a regular expression. Those
--- that stand for a few texts become aliases; (?i) makes them match in any
--- case. Endless ones (.*, [0-9]+) and token patterns ( /.../ ) are left out.
local expand = require "gloss.dictionary.import.expand"

local regexner = { help = "CoreNLP RegexNER mappings" }

local COLUMNS = { "overwrites", "priority" }

local function join(words)
  return (table.concat(words, " "):gsub("%s+", " "):gsub("^ ", "")
          :gsub(" $", ""))
end

-- The texts of a pattern and their case; nil: it is open.
local function read_pattern(pattern)
  local lists, case = {}, "exact"
  for word in pattern:gmatch "%S+" do
    local plain = word:gsub("%(%?i%)", "")
    if plain ~= word then case = "fold" end
    local texts = expand.regex(plain)
    if not texts then return nil end
    lists[#lists + 1] = texts
  end
  return #lists > 0 and expand.product(lists, join) or nil, case
end

function regexner.read(input, out)
  out:columns(COLUMNS)
  for line, number in input:lines() do
    local pattern, kind, rest = line:match "^([^\t]+)\t([^\t]+)\t?(.*)$"
    if pattern and not line:find "^#" then
      local texts, case = nil, nil
      if not pattern:find "^%s*%(%s*[/{%[]" then
        texts, case = read_pattern(pattern)
      end
      if not texts then
        out:left(number, "the pattern stands for more than names", pattern)
      else
        local overwrites, priority = rest:match "^([^\t]*)\t?([^\t]*)"
        local entity = out:entity(kind .. "\0" .. pattern, function()
          return { type = kind, name = texts[1],
                   overwrites = overwrites, priority = priority }
        end)
        for _, text in ipairs(texts) do
          out:alias { id = entity.id, alias = text, case = case }
        end
      end
    elseif line:find "%S" and not line:find "^#" then
      out:left(number, "no type", line)
    end
  end
end

return regexner
