--- What an alias asks of its surroundings: the columns require and avoid.
---
--- A cell is a list of terms, any of which will do: plain words in the same
--- sentence, `doc:word` anywhere in the document, `@name` the entity's own name,
--- `@org:x` another entity, `@PERSON` any other of that type.
local core = require "gloss.core"

local context = {}

local fold = core.text.fold

-- A term, taken apart once.
local function parse_term(text)
  if text == "@name" then return { kind = "own" } end
  local name = text:match "^@(.+)$"
  if name then return { kind = name:find ":" and "id" or "type", name = name } end
  local word = text:match "^doc:%s*(.+)$"
  return { kind = word and "doc" or "sentence", word = fold(word or text) }
end

local parsed = {} -- by cell: a dictionary has few

local function terms_of(cell)
  local list = parsed[cell]
  if not list then
    list = {}
    for part in (cell .. "|"):gmatch "%s*(.-)%s*|" do
      if part ~= "" then list[#list + 1] = parse_term(part) end
    end
    parsed[cell] = list
  end
  return list
end

-- Does folded text hold a word (or words), not inside another?
local function holds(text, word)
  local at = 1
  while true do
    local first, last = text:find(word, at, true)
    if not first then return false end
    if not text:find("^[%w\128-\255]", first - 1 > 0 and first - 1 or #text + 1)
       and not text:find("^[%w\128-\255]", last + 1) then
      return true
    end
    at = first + 1
  end
end

---@class gloss.LinkContext what is known of a document while it is linked
---@field sentence fun(first: integer): string folded
---@field document fun(): string folded
---@field named table<any, boolean> entities whose own name is found
---@field ids table<string, table> id -> set of entities linked for certain
---@field types table<string, table> type -> set of them

local tests = {
  sentence = function(term, about, hit)
    return holds(about.sentence(hit.first), term.word)
  end,
  doc = function(term, about) return holds(about.document(), term.word) end,
  own = function(_, about, _, entity) return about.named[entity.id] == true end,
  id = function(term, about) return about.ids[term.name] == true end,
  type = function(term, about, _, entity)
    for id in pairs(about.types[term.name] or {}) do
      if id ~= entity.id then return true end
    end
    return false
  end,
}

--- Does any term of a cell hold around a hit?
---@param cell string
---@param about gloss.LinkContext
---@param hit { first: integer, last: integer }
---@param entity gloss.Entry
---@return boolean
function context.holds(cell, about, hit, entity)
  for _, term in ipairs(terms_of(cell)) do
    if tests[term.kind](term, about, hit, entity) then return true end
  end
  return false
end

return context
