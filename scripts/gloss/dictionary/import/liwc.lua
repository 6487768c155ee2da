--- LIWC dictionaries (.dic): categories between two lines of %, then a word and
--- the numbers of its categories on each line.
---
--- A category is an entity, its words are aliases in any case. Words with a
--- star (abandon*) stand for endlessly many and are left out.
local liwc = { help = "LIWC word lists (.dic)" }

local function category(out, number, name)
  return out:entity(out.input.path .. "\0" .. number, function()
    return { name = name, type = out.options.type or "CATEGORY",
             number = number }
  end)
end

-- "17 (22)34 12/56": numbers of categories, conditional ones left out.
local function add_word(out, categories, line, at)
  local word, rest = line:match "^%s*([^\t]-)%s*\t(.*)$"
  if not word then word, rest = line:match "^%s*(.-)%s+([%d%s%(%)/<>]+)$" end
  if not word or word == "" then
    return out:left(at, "no word with categories", line)
  elseif word:find "%*" then
    return out:left(at, "a word with a star", word)
  end
  if rest:find "[^%d%s]" then out:left(at, "a condition", line) end
  for number in rest:gsub("[%(<][^%)>]*[%)>]%d*", " "):gmatch "%d+" do
    local entity = categories[number]
    if entity then out:alias { id = entity.id, alias = word, case = "fold" }
    else out:left(at, "no category " .. number, line) end
  end
end

function liwc.read(input, out)
  out:columns { "number" }
  local marks, categories = 0, {}
  for line, at in input:lines() do
    if line:find "^%s*%%%s*$" then
      marks = marks + 1
    elseif line:find "%S" and marks == 1 then
      local number, name = line:match "^%s*(%d+)%s+(.-)%s*$"
      if number then categories[number] = category(out, number, name)
      else out:left(at, "no category", line) end
    elseif line:find "%S" and marks == 2 then
      add_word(out, categories, line, at)
    elseif line:find "%S" then
      out:left(at, "before the categories", line)
    end
  end
end

return liwc
