--- For CoreNLP's RegexNER: pattern TAB type. Ids have no place there.
local regexner = {}

local function escape(word)
  return (word:gsub("[%^%$%(%)%.%[%]%*%+%-%?{}|\\]", "\\%0"))
end

local function pattern_of(alias)
  local words = {}
  for word in alias.text:gmatch "%S+" do
    words[#words + 1] = (alias.case == "fold" and "(?i)" or "") .. escape(word)
  end
  return table.concat(words, " ")
end

function regexner.entry(entry, aliases)
  local lines = {}
  for i, alias in ipairs(aliases) do
    lines[i] = pattern_of(alias) .. "\t"
      .. (entry.type ~= "" and entry.type or "ENTITY") .. "\n"
  end
  return table.concat(lines)
end

return regexner
