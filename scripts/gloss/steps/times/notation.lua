--- The notation of rules over phrases: parses a rule into a tree, and makes the
--- function that matches it. What the notation means is said in
--- gloss.steps.times.phrases.
local notation = {}

-- What may separate a word from the one before it, by the mark of an element.
local GAPS = { [""] = "_", [","] = ",_", ["-"] = "-", ["="] = "-=", ["/"] = "/",
               ["+"] = "+", ["."] = "+_", ["~"] = "+_-,", ["["] = "(" }

-- Parsing --------------------------------------------------------------------

---@class gloss.notation.Parser
---@field source string
---@field at integer
---@field classes table<string, boolean> the classes there are
---@field sets table<string, string> names for several classes
---@field known table<string, table> members of classes and sets seen so far
local Parser = {}
Parser.__index = Parser

function Parser:fail(why)
  error(("rule \"%s\": %s at %d"):format(self.source, why, self.at), 0)
end

function Parser:skip()
  self.at = self.source:find("%S", self.at) or #self.source + 1
end

-- The classes that a name, or names with bars between, stand for, as a set.
function Parser:members(name)
  local found = self.known[name]
  if found then return found end
  local parts = name:find("|", 1, true) and name:gsub("|", " ")
    or self.sets[name]
  if self.classes[name] then
    found = { [name] = true }
  elseif not parts then
    self:fail("no class " .. name)
  else
    found = {}
    for part in parts:gmatch "%S+" do
      for member in pairs(self:members(part)) do found[member] = true end
    end
  end
  self.known[name] = found
  return found
end

-- One word: `!,name:CLASS` or `name:(A|B)`; nil where something else stands.
function Parser:word()
  local outside, gap, name, class, stop = self.source:match(
    "^(!?)([,%-=/+.~[]?)([a-z_]*):?%(([A-Z0-9_|]+)%)()", self.at)
  if not class then
    outside, gap, name, class, stop = self.source:match(
      "^(!?)([,%-=/+.~[]?)([a-z_]*):?([A-Z][A-Z0-9_]*)()", self.at)
  end
  if not class then return nil end
  local node = { kind = "word", name = name ~= "" and name or nil,
                 gaps = GAPS[gap], members = self:members(class),
                 outside = outside ~= "" }
  self.at = stop
  return node
end

function Parser:element()
  self:skip()
  local word = self:word()
  if word then return word end
  if self.source:sub(self.at, self.at) ~= "(" then self:fail("no word") end
  self.at = self.at + 1
  local inner = self:alternatives()
  self:skip()
  if self.source:sub(self.at, self.at) ~= ")" then self:fail("no )") end
  self.at = self.at + 1
  return inner
end

function Parser:sequence()
  local list = { kind = "sequence" }
  self:skip()
  while self.at <= #self.source and not self.source:find("^[|)]", self.at) do
    local node = self:element()
    if self.source:sub(self.at, self.at) == "?" then
      node = { kind = "?", node }
      self.at = self.at + 1
    end
    list[#list + 1] = node
    self:skip()
  end
  return list
end

function Parser:alternatives()
  local list = { kind = "alternatives", self:sequence() }
  while self.source:sub(self.at, self.at) == "|" do
    self.at = self.at + 1
    list[#list + 1] = self:sequence()
  end
  return #list == 1 and list[1] or list
end

--- Parses a rule. Raises where it is wrong.
---@param source string
---@param classes table<string, boolean>
---@param sets table<string, string>
---@param known table<string, table> filled here, shared by rules of a grammar
---@return table node
function notation.parse(source, classes, sets, known)
  local parser = setmetatable({ source = source, at = 1, classes = classes,
                                sets = sets, known = known }, Parser)
  local node = parser:alternatives()
  if parser.at <= #source then
    parser:fail("unexpected " .. source:sub(parser.at, parser.at))
  end
  return node
end

-- Matching: closures over a node and what follows it -------------------------

local compile

local function compile_word(node, follow)
  local name, members, gaps, outside =
    node.name, node.members, node.gaps, node.outside
  return function(state, i)
    local item = state.items[i]
    if not item or not members[item.class] then return nil end
    if i > state.start and not gaps:find(item.gap, 1, true) then
      return nil
    end
    local old_name = name and state.names[name]
    local old_first, old_last = state.first, state.last
    if name then state.names[name] = i end
    if not outside then
      state.first, state.last = state.first or i, i
    end
    if follow(state, i + 1) then return true end
    if name then state.names[name] = old_name end
    state.first, state.last = old_first, old_last
  end
end

function compile(node, follow)
  if node.kind == "word" then return compile_word(node, follow) end
  if node.kind == "sequence" then
    for i = #node, 1, -1 do follow = compile(node[i], follow) end
    return follow
  end
  local ways = {}
  for i, inner in ipairs(node) do ways[i] = compile(inner, follow) end
  if node.kind == "?" then ways[#ways + 1] = follow end
  return function(state, i)
    for _, way in ipairs(ways) do
      if way(state, i) then return true end
    end
  end
end

local function accept(state, i)
  state.stop = i - 1
  return true
end

--- A function that matches a rule at item i of `state.items`: true, with
--- state.names (name -> item), .first and .last (of the span), .stop (the last
--- item looked at).
---@param node table
---@return fun(state: table, i: integer): boolean?
function notation.matcher(node)
  return compile(node, accept)
end

--- Adds the classes that a match of the node can begin with to `into`; true
--- where it cannot be empty.
function notation.begins(node, into)
  local begins = notation.begins
  if node.kind == "word" then
    for class in pairs(node.members) do into[class] = true end
    return true
  elseif node.kind == "sequence" then
    for _, inner in ipairs(node) do
      if begins(inner, into) then return true end
    end
    return false
  elseif node.kind == "alternatives" then
    local all = true
    for _, inner in ipairs(node) do all = begins(inner, into) and all end
    return all
  end
  begins(node[1], into)
  return false
end

return notation
