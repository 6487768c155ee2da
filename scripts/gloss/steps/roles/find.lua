--- Finds roles around the names of a text, by the forms in which news tell
--- them; each form is a function below, with its example.
local annotations = require "gloss.steps.quotes.annotations"
local explain = require "gloss.explain"
local lexicon = require "gloss.steps.quotes.lexicon"
local phrases = require "gloss.steps.quotes.phrases"

local column = annotations.column

local find = {}

local NAME_WORDS = 6   -- items of a name
local ROLE = 10        -- items of a role: "chief executive officer"
local OF = 12          -- items of what it is of
local BEFORE, BEHIND = 3, 20  -- items between a name and a word for its role
local MORE = 3         -- roles of one apposition

local Finder = {}
Finder.__index = Finder

--- The entity that overlaps items first..last; nil.
function Finder:entity(first, last)
  local list = self.list
  return self.entities:over(list.first[first], list.last[last])
end

--- May items first..last name a person (or, `body`, an organisation)?
function Finder:may_be(first, last, body)
  if body == nil then return true end
  local entity = self:entity(first, last)
  local type = entity and column(entity, "type")
  if not type then return true end
  return (type:find "^PER" == nil) == body
end

---- Rows ----------------------------------------------------------------------

---@class roles.Role
---@field first integer items of its words
---@field last integer
---@field of? integer[] first and last item of what it is of
---@field past boolean
---@field body? boolean an organisation's; nil: it may be either's
---@field name? string where the words are not the role: "leads", leader

--- Notes, while somebody asks, that a rule fitted and found nothing.
function Finder:lost(holder, rule, why)
  local log, list = self.log, self.list
  if log then
    log:lost("roles", list.first[holder.first], list.last[holder.last], rule,
             why)
  end
end

function Finder:add(holder, role, rule)
  local list, doc = self.list, self.doc
  if not self:may_be(holder.first, holder.last, role.body) then
    return self:lost(holder, rule, role.body
                     and "a person here; the role is an organisation's"
                     or "no person here; the role is a person's")
  end
  local words = doc:span(list.first[role.first], list.last[role.last])
  local row = { first = list.first[holder.first], last = list.last[holder.last],
    role = role.name or words.text:gsub("%s+", " "), words = words,
    past = role.past or nil, rule = rule }
  local entity = self:entity(holder.first, holder.last)
  row.name = entity and column(entity, "name")
    or doc.text:sub(row.first, row.last)
  row.id = entity and column(entity, "id")
  if role.of then
    row.of = doc:span(list.first[role.of[1]], list.last[role.of[2]])
    local other = self:entity(role.of[1], role.of[2])
    row.of_id = other and column(other, "id")
    row.of_name = other and column(other, "name") or row.of.text
  end
  local key = row.first .. " " .. row.role
  if self.seen[key] then
    return self:lost(holder, rule, "another rule found it")
  end
  self.seen[key] = true
  self.rows[#self.rows + 1] = row
end

---- Noun phrases that are roles -----------------------------------------------

local INSIDE = { det = true, word = true, name = true, number = true,
                 possessive = true }

--- Without articles at the beginning; nil where nothing is left.
local function bare(list, first, last)
  while first <= last and (list.kind[first] == "det"
                           or list.kind[first] == "adv") do
    first = first + 1
  end
  if first <= last then return { first, last } end
end

--- Is the word at item `k` the noun of a role? And is that an organisation's
--- (nil: it may be either's)?
function Finder:noun(k)
  local list, words, low = self.list, self.words, self.list.low[k]
  local person = lexicon.ends_in(words, words.persons, low)
  local common = list.kind[k] == "word" or list.lexicon.capital_nouns
  local body = common and words.bodies[low] or false
  if person and body then return true, nil end
  return person or body, body
end

-- What stands behind a noun that comes first: the envoyé | spécial.
local ADDED = { word = true, adv = true }

--- The same in a language where the noun comes first: l'ancien envoyé spécial.
function Finder:head_first(first, last)
  local list, words, at = self.list, self.words, first
  local past = false
  while at < last and (list.kind[at] == "det" or list.kind[at] == "adv"
                       or words.past[list.low[at]]) do
    past = past or words.past[list.low[at]] or false
    at = at + 1
  end
  local is_role, body = self:noun(at)
  if not is_role or words.coming[list.low[at - 1]] then return end
  local stop = at
  while stop < last and ADDED[list.kind[stop + 1]] do stop = stop + 1 end
  return { first = at, last = stop, past = past, body = body }
end

--- Reads the items first..last, a noun phrase without what stands behind it, as
--- a role; nil. "The president's special envoy", "RDIF chief", "a former judge".
function Finder:role(first, last)
  local list, words = self.list, self.words
  if words.head_first then return self:head_first(first, last) end
  local is_role, body = self:noun(last)
  if not is_role then return end
  local role = { last = last, past = false, body = body }
  local at = first
  for k = first, last do
    if list.kind[k] == "possessive" then
      role.of, at = bare(list, first, k - 1), k + 1
    elseif list.kind[k] == "det" and k > at then
      return                                    -- no one phrase
    elseif words.naming[list.low[k]] and k < last then
      role.of, at = nil, k + 1                  -- Norland names | fund chief
    end
  end
  while at < last and (list.kind[at] == "det" or words.past[list.low[at]]
                       or words.coming[list.low[at]]) do
    if words.coming[list.low[at]] then return end
    role.past = role.past or words.past[list.low[at]] or false
    at = at + 1
  end
  -- "Finance Ministry | spokesman": the names before its words
  local stop = at
  if list.kind[last] == "word" then
    while stop < last and list.kind[stop] == "name" do stop = stop + 1 end
  else
    local entity = self:entity(at, at)
    while entity and stop < last and list.last[stop] <= entity.last do
      stop = stop + 1
    end
  end
  if stop > at and not role.of then role.of = { at, stop - 1 } end
  role.first = stop
  return role
end

--- The last item of what a role is of, where it begins at item `k`.
function Finder:end_of(k, b)
  local list = self.list
  local last = phrases.right(list, k, math.min(b, k + OF))
  if not last then return end
  if list.low[last + 1] == "for" and list.kind[last] == "name"
    and list.lexicon.bodies[list.low[last]] and last + 2 <= b
    and list.kind[last + 2] == "name" then            -- Institute | for Trade
    last = phrases.right(list, last + 2, b)
  end
  local entity = self:entity(k, last)
  while entity and last < b and list.first[last + 1] <= entity.last do
    last = last + 1
  end
  return last
end

--- "of the fund", "at the bank", "to Norland" behind a role; the item behind.
function Finder:extend(role, b)
  local list, k = self.list, role.last + 1
  while k < b and self.words.of[list.low[k]] do
    local last = self:end_of(k + 1, b)
    if not last then break end
    local inner = bare(list, k + 1, last)
    local named = list.kind[k + 1] == "det" or list.kind[last] == "name"
    if named or list.low[k] ~= "of" then
      if not role.of and inner then role.of = inner end
      return last + 1
    end
    role.last, k = last, last + 1              -- head of lending
  end
  return k
end

--- The roles of the phrase that begins at item `k`: "envoy of X and head of Y";
--- and the item behind them.
function Finder:phrase(k, b)
  local list, found, stop = self.list, {}, k
  while k <= b and #found < MORE do
    local last = k
    if list.kind[k] == "adv" and self.words.past[list.low[k]] then last = k + 1 end
    if not INSIDE[list.kind[last]] then break end
    while last < b and last - k < ROLE and INSIDE[list.kind[last + 1]]
      and not (self.words.head_first and self.words.of[list.low[last + 1]]) do
      last = last + 1
    end
    local role = self:role(k, last)
    if not role then break end
    found[#found + 1] = role
    k = self:extend(role, b)
    local before = found[#found - 1]
    if before and not before.of then before.of = role.of end
    stop = k
    if list.low[k] == "," then k = k + 1 end
    if not self.words.joins[list.low[k]] then break end
    k = k + 1
  end
  return found, stop
end

---- The forms -----------------------------------------------------------------

-- "Dr." is no office.
local DEGREES = { ["dr"] = true, ["dr."] = true, doctor = true }

--- Treasury Secretary | Ann Poe: the role inside the run of capital words; what
--- is left is the name.
function Finder:title_inside(first, last)
  local list, lex = self.list, self.list.lexicon
  if self.words.things[list.low[last]] then return first end
  for k = last - 1, first, -1 do
    local low = list.low[k]
    if lexicon.ends_in(self.words, lex.roles, low) and not DEGREES[low] then
      if self.words.head_first and self.words.of[list.low[k + 1]] then
        return first                          -- Präsidentin | der Bank
      end
      for i = first, k - 1 do
        if lex.men[list.low[i]] or lex.women[list.low[i]] then return first end
      end
      local from = first
      if list.kind[first - 1] == "possessive" then
        from = phrases.left(list, first - 2, self.a) or first
      end
      local role = self:role(from, k)
        or { first = first, last = k, past = false, body = false }
      local before = list.low[from - 1]
      role.past = role.past or self.words.past[before] or false
      if list.low[last + 1] == "of" and list.kind[last + 2] == "name"
        and not role.of then
        role.of = { last + 2, self:end_of(last + 2, self.b) or last + 2 }
      end
      self:add({ first = k + 1, last = last }, role, "title")
      return k + 1
    end
  end
  return first
end

--- The fund's chief | Ann Roe, and with a comma: the minister, | Ann Roe,
function Finder:before(holder)
  local list, stop, rule = self.list, holder.first - 1, "title"
  if list.low[stop] == "," then
    stop, rule = stop - 1, "before a comma"
    if list.low[holder.last + 1] == "and" then return end
  end
  if stop < self.a or not self:noun(stop) then return end
  local first = phrases.left(list, stop, self.a)
  if not first then return end
  local kind = list.kind[first]
  local opened = kind == "det" or first == self.a
  for k = first, stop do opened = opened or list.kind[k] == "possessive" end
  if rule ~= "title" and not opened then return end
  local role = self:role(first, stop)
  if role and not role.body then self:add(holder, role, rule) end
end

--- The item behind a name and its acronym in brackets.
local function behind(list, k)
  if list.low[k] == "(" and list.low[k + 2] == ")" then return k + 3 end
  return k
end

-- What may end an apposition.
local ENDS = { point = true, sub = true, aux = true, prep = true, quote = true,
               time = true, word = true, conj = true }

--- Ann Roe, who leads the union. It begins at item `k`.
function Finder:relative(holder, k)
  local list = self.list
  if list.low[k] == "," then k = k + 1 end
  if not list.lexicon.relatives[list.low[k]] then return end
  k = k + 1
  while list.kind[k] == "adv" do k = k + 1 end
  local name = k < self.b and self.words.leading[list.low[k]]
  local last = name and self:end_of(k + 1, self.b)
  if not last or list.kind[k + 1] ~= "det" and list.kind[k + 1] ~= "name" then
    return
  end
  self:add(holder, { first = k, last = k, name = name, body = false,
                     of = bare(list, k + 1, last),
                     past = self.words.led[list.low[k]] or false }, "relative")
end

--- Ann Roe, the president's envoy and head of the fund,
function Finder:apposition(holder)
  local list = self.list
  local comma = behind(list, holder.last + 1)
  if list.kind[comma + 1] == "number" and list.low[comma + 2] == "," then
    comma = comma + 2                                     -- Ann Roe, 41, head
  elseif list.kind[comma + 1] == "number" and list.low[comma + 3] == "," then
    comma = comma + 3                              -- Anne Roux, 41 ans, cheffe
  end
  if list.low[comma] ~= "," or comma >= self.b then return end
  local found, stop = self:phrase(comma + 1, self.b)
  if stop <= self.b and not ENDS[list.kind[stop]] then return end
  for _, role in ipairs(found) do
    local article = list.kind[comma + 1] == "det"
      or list.kind[role.first - 1] == "possessive"
    if role.body == false or article then self:add(holder, role, "apposition") end
  end
  if #found > 0 then self:relative(holder, stop) end
end

--- Ann Roe became envoy; Ann Roe is the head of the fund; was named envoy
function Finder:copula(holder)
  local list, words, k = self.list, self.words, holder.last + 1
  if list.low[k] == "," then k = k + 1 end          -- His friend, Roe, is ...
  if not words.becoming[list.low[k]] then return end
  local past = words.was[list.low[k]] or false
  local bare_role = words.head_first or list.low[k]:find "^bec" ~= nil
  k = k + 1
  if words.named[list.low[k]] then
    k, past, bare_role = k + 1, false, true
  end
  if not bare_role and list.kind[k] ~= "det" then return end
  local without = list.kind[k] ~= "det"
  for _, role in ipairs((self:phrase(k, self.b))) do
    if words.head_first and without and role.body ~= false then return end
    role.past = role.past or past
    self:add(holder, role, "verb")
  end
end

---- All of them ---------------------------------------------------------------

--- Where the name that items first..last end begins: the Fund for | Safe Routes.
local function whole(list, first, a)
  local before = first - 2
  if list.kind[first - 1] ~= "prep" or before < a
    or not list.lexicon.bodies[list.low[before]]
    or list.kind[before] ~= "name" then
    return first
  end
  while before > a and list.kind[before - 1] == "name" do before = before - 1 end
  return before
end

function Finder:name(first, last)
  local lex = self.list.lexicon
  local begins = whole(self.list, first, self.a)
  local holder = { first = begins < first and begins
    or self:title_inside(first, last), last = last }
  first = begins
  while holder.first < last
    and (lex.titles[self.list.low[holder.first]]
         or DEGREES[self.list.low[holder.first]])
    and not self:entity(holder.first, holder.first) do    -- Mr. | Roe
    holder.first = holder.first + 1
  end
  if lexicon.ends_in(self.words, lex.roles, self.list.low[holder.last]) then
    return                                                    -- a role alone
  end
  if holder.first == first then self:before(holder) end
  self:apposition(holder)
  self:relative(holder, behind(self.list, last + 1))
  self:copula(holder)
end

--- Is there a word for a role near the name that begins at item `k`? Names come
--- in order.
function Finder:near_office(k)
  local offices, at = self.list.offices, self.office
  while offices[at] and offices[at] < k - BEFORE do at = at + 1 end
  self.office = at
  return offices[at] and offices[at] <= k + NAME_WORDS + BEHIND
end

function Finder:unit(unit)
  local list, k = self.list, unit[1]
  self.a, self.b = unit[1], unit[2]
  while k <= unit[2] do
    if list.kind[k] == "name" then
      local first = k
      while k < unit[2] and list.kind[k + 1] == "name"
        and k - first < NAME_WORDS do
        k = k + 1
      end
      local entity = self:entity(first, k)             -- Channel | 8
      while entity and k < unit[2] and list.last[k + 1] <= entity.last do
        k = k + 1
      end
      if self:near_office(first) then self:name(first, k) end
    end
    k = k + 1
  end
end

--- The rows of a document.
---@param doc gloss.Document
---@param list quotes.Items
---@param words table see lexicon.roles
function find.rows(doc, list, words)
  local finder = setmetatable({ doc = doc, list = list, words = words,
                                log = explain.of(doc),
                                entities = annotations.of(doc.entities),
                                rows = {}, seen = {}, office = 1 }, Finder)
  local u, units = 0, list.units
  for _, k in ipairs(list.offices) do
    if u == 0 or units[u][2] < k then
      repeat u = u + 1 until units[u][2] >= k
      finder:unit(units[u])
    end
  end
  return finder.rows
end

return find
