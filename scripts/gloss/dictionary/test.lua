--- Runs the examples that stand beside the entries of a dictionary.
---
--- An example is a text, and what must be found in it: `expect` (these ids),
--- `forbid` (none of these), `only` (these and no other; "-": nothing), `roles`
--- ("id role": held on the date of the example).
local gloss = require "gloss"
local opened = require "gloss.dictionary.opened"
local source = require "gloss.dictionary.source"
local suggest = require "gloss.suggest"

local test = {}

---@class gloss.TestFailure
---@field file string
---@field line integer
---@field message string
---@field text string of the example

local NOTHING = "-"

local function ids_in(cell)
  if not cell or cell == NOTHING then return {} end
  return source.split(cell)
end

-- ---- What is found -----------------------------------------------------------

-- The ids found, and of each how often; an ambiguous name counts for each of
-- its candidates as possible, for none as found.
local function look(doc)
  local found = { ids = {}, possible = {}, unlinked = {} }
  for e in doc.entities do
    if e.id then found.ids[e.id] = (found.ids[e.id] or 0) + 1
    else
      for _, entry in ipairs(e.candidates) do
        found.possible[entry.id] = e.text
      end
    end
  end
  for u in doc:layer "unlinked" do found.unlinked[u.id or ""] = u end
  return found
end

local function listed(ids)
  local names = suggest.keys(ids)
  return #names > 0 and table.concat(names, ", ") or "nothing"
end

-- Why an id that is expected was not found.
local function reason(found, id)
  if found.possible[id] then
    return ('"%s" may mean others, too'):format(found.possible[id])
  end
  local u = found.unlinked[id]
  if u then return ('"%s" is not linked: %s'):format(u.text, u.reason) end
  return "found: " .. listed(found.ids)
end

-- ---- One example ---------------------------------------------------------------

local checks = {}

function checks.expect(found, record, fail)
  for _, id in ipairs(ids_in(record.expect)) do
    if not found.ids[id] then
      fail("%s is not found (%s)", id, reason(found, id))
    end
  end
end

function checks.forbid(found, record, fail)
  for _, id in ipairs(ids_in(record.forbid)) do
    if found.ids[id] then fail("%s is found", id) end
  end
end

function checks.only(found, record, fail)
  if not record.only then return end
  local allowed = {}
  for _, id in ipairs(ids_in(record.only)) do
    allowed[id] = true
    if not found.ids[id] then
      fail("%s is not found (%s)", id, reason(found, id))
    end
  end
  for _, id in ipairs(suggest.keys(found.ids)) do
    if not allowed[id] then fail("%s is found, too", id) end
  end
end

-- "per:lee chief": did the entity hold the role on the date?
local function check_role(dict, part, date, fail)
  local id, wanted = part:match "^(%S+)%s+(.+)$"
  if not id then return fail('roles: "%s" is no id with a role', part) end
  local entry = dict[id]
  if not entry then return fail("roles: no entity has the id %s", id) end
  local held = {}
  for _, role in ipairs(entry:roles(date)) do held[role.role] = true end
  if not held[wanted] then
    fail("%s is not %s%s (roles: %s)", id, wanted,
         date and " on " .. date or "", listed(held))
  end
end

local function check_roles(dict, record, fail)
  for _, part in ipairs(ids_in(record.roles)) do
    check_role(dict, part, record.date, fail)
  end
end

local function says_nothing(record)
  return not (record.expect or record.forbid or record.only or record.roles)
end

-- ---- Coverage --------------------------------------------------------------------

local function name_ids(record)
  local named = {}
  for _, column in ipairs { "expect", "forbid", "only" } do
    for _, id in ipairs(ids_in(record[column])) do named[id] = true end
  end
  for _, part in ipairs(ids_in(record.roles)) do
    named[part:match "^%S+"] = true
  end
  return named
end

-- Notes the aliases that an example tries: those of entities that it names.
local function cover(dict, doc, record, covered)
  local named = name_ids(record)
  for _, hit in ipairs(dict:find(doc)) do
    for _, number in ipairs(hit.aliases) do
      local owner = dict.core:entity_of(number)
      local id = owner and dict.core:entity(owner)
      if id and named[id] then covered[number] = true end
    end
  end
end

local function count_listed(dict, covered)
  local _, all = dict.core:counts()
  local total, tested = 0, 0
  for number = 1, all do
    local alias = dict.core:alias(number)
    if alias and not alias.exclude and not alias.generated then
      total = total + 1
      if covered[number] then tested = tested + 1 end
    end
  end
  return total, tested
end

-- ---- All -------------------------------------------------------------------------

local function run_one(dict, apply, record, covered, fail)
  if not record.test then return fail "a test needs its text" end
  if says_nothing(record) then
    return fail 'nothing is asked: say expect, forbid, roles, or only ("-": none)'
  end
  local doc, err = gloss.doc(record.test, { date = record.date,
                                            lang = record.lang })
  if not doc then return fail("%s", tostring(err)) end
  apply(doc)
  local found = look(doc)
  for _, name in ipairs { "expect", "forbid", "only" } do
    checks[name](found, record, fail)
  end
  check_roles(dict, record, fail)
  cover(dict, doc, record, covered)
end

--- Runs the examples of sources.
---@param list { name: string, bytes: string }[]
---@param overlay boolean?
---@return { tests: integer, failed: integer, aliases: integer, tested: integer, failures: gloss.TestFailure[] }?
---@return gloss.Error? err the sources do not compile
function test.run(list, overlay)
  local dict, tests = opened.compile(list, overlay)
  if not dict then return nil, tests end
  local apply, covered = opened.linker(dict), {}
  local result = { tests = #tests, failed = 0, failures = {} }
  for _, record in ipairs(tests) do
    local before = #result.failures
    local file, line = record.where:match "^(.*):(%d+)$"
    run_one(dict, apply, record, covered, function(message, ...)
      table.insert(result.failures, {
        file = file, line = math.tointeger(tonumber(line)),
        message = message:format(...), text = record.test or "" })
    end)
    if #result.failures > before then result.failed = result.failed + 1 end
  end
  result.aliases, result.tested = count_listed(dict, covered)
  return result
end

return test
