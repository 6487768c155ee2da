--- What a short form looks like, and the letters it is read by.
local short = {}

local LONGEST = 12        -- letters and digits of one
local LONGEST_OF_TWO = 16 -- of one of two words: "ABC difference"

-- Bracketed words that are no short forms.
local NOT_SHORT = {}
for word in ([[see eg ie cf fig figs table ref refs note no yes and or the a an
  in of to ii iii iv vi vii viii ix xi xii am pm ad bc sic ibid idem ff pp ca
  ]]):gmatch "%S+" do NOT_SHORT[word] = true end

--- Letters and digits alone, lower case; a plural's `s` behind capitals goes. A
--- sign at the end is read: "END+" is "END positive".
---@param text string
---@return string
function short.letters(text)
  text = text:gsub("(%u)%+$", "%1p"):gsub("(%u)%-$", "%1n")
  text = text:gsub("^(%u[%u%d%-&/%.]*%u)s$", "%1")
  return (text:gsub("[^%w\x80-\xff]", ""):lower())
end

-- Two words: PLS 1, H. palustris, MRI scan; not 10 mL.
local function are_two(text)
  return text:find "^[%w%-/]*[%u%d][%w%-/]* [%w%-/]*[%u%d][%w%-/]*$"
    and text:find "%u[%w/]*%u" ~= nil
    or text:find "^%u%. %l+$" or text:find "^%u[%w%-]* %l+$"
end

--- Could it be a short form?
---@param text string
---@return boolean
function short.is(text)
  if not text:find "^[%w%[]" or text:find "[=<>:%%§@,;]" then return false end
  local letters = short.letters(text)
  local blank = text:find "%s"
  if #letters < 1 or #letters > (blank and LONGEST_OF_TWO or LONGEST)
     or NOT_SHORT[text] or not letters:find "%a"
     or letters:find "[\x80-\xff]" then
    return false
  end
  if blank then return are_two(text) ~= nil end
  if #letters == 1 then return text:find "^%u$" ~= nil end
  if text:find "^%d+%l$" then return false end    -- a label: 2a
  -- a word of ordinary letters is a remark, not a short form
  if not text:find "[%u%d]" then return #letters <= 5 end
  return not (text:find "^%u?%l+$" and #letters > 6)
end

-- Where a short form may be cut in two that the long form has the other way
-- round: T(a) ambient temperature, IFN-gamma, L1CAM, E9 ninth embryonic day.
local CUTS = {
  "^(%w+)[%(%[_](%w+)[%)%]]?$", "^[%(%[](.-)[%)%]](%w+)$",
  "^(%w+)[-/](%w.*)$", "^(%w.*)[-/](%w+)$", "^(%a+)(%d+)$", "^(%u+)(%u%d+)$",
  "^(%a%d+)(%u+)$", "^(%u+)(%l)$", "^(%a+) (%u+)$",
}

--- Its letters with the parts the other way round, once for each way to cut it.
---@param text string
---@return string[]
function short.turned(text)
  local list = {}
  for _, cut in ipairs(CUTS) do
    local a, b = text:match(cut)
    if a then list[#list + 1] = short.letters(b) .. short.letters(a) end
  end
  return list
end

return short
