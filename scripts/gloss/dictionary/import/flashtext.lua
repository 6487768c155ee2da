--- flashtext: lines `keyword=>clean name`, or a JSON object that has a list of
--- keywords for each clean name. It compares without case, so the aliases do.
local gloss = require "gloss"
local suggest = require "gloss.suggest"

local flashtext = { help = "flashtext keywords (text or JSON)" }

local function trim(s) return (s:match "^%s*(.-)%s*$") end

local function add(out, name, keyword)
  local entity = out:entity(name, function() return { name = name } end)
  out:alias { id = entity.id, alias = keyword, case = "fold" }
end

local function read_json(text, out)
  local object, err = gloss.json.decode(text)
  if type(object) ~= "table" then
    return out:left(err and err.line or 1, err and err.message or "no object")
  end
  for _, name in ipairs(suggest.keys(object)) do
    local keywords = object[name]
    if type(keywords) == "string" then keywords = { keywords } end
    for _, keyword in ipairs(type(keywords) == "table" and keywords or {}) do
      add(out, name, tostring(keyword))
    end
  end
end

function flashtext.read(input, out)
  local text = input:text()
  if text:find "^%s*{" then return read_json(text, out) end
  for line, number in input:lines() do
    local keyword, name = line:match "^(.-)=>(.*)$"
    keyword = trim(keyword or line)
    name = name and trim(name) or keyword
    if keyword ~= "" and name ~= "" then add(out, name, keyword)
    elseif line:find "%S" then out:left(number, "no keyword or name", line) end
  end
end

return flashtext
