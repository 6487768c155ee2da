--- Ids: doubled, dangling, in circles.
local records = require "gloss.dictionary.records"
local source = require "gloss.dictionary.source"
local suggest = require "gloss.suggest"

local ids = {}

ids.rules = { id = "error", dangling = "error", cycle = "error",
              of = "warning" }

local place = records.place

local function check_doubled(set, report, about)
  for _, row in ipairs(set.entities) do
    local first = about.by_id[row.id]
    if row.id and first ~= row and not (about.overlay
                                        and first[1] ~= row[1]) then
      report:add(row, "id", 'the id "%s" is taken by %s', row.id, place(first))
    end
  end
end

-- ---- Former ids --------------------------------------------------------------

-- Does following the former ids of an entity lead back to it?
local function comes_back(row, about)
  local seen, stack = {}, { row }
  while #stack > 0 do
    local at = table.remove(stack)
    for _, former in ipairs(at.was or {}) do
      local other = about.by_id[former]
      if other == row then return true end
      if other and not seen[other] then
        seen[other] = true
        stack[#stack + 1] = other
      end
    end
  end
  return false
end

local function check_former(row, former, report, about)
  local other = about.by_id[former]
  if other and comes_back(row, about) then
    report:add(row, "cycle", 'was "%s", which was "%s" in turn', former, row.id)
  elseif other then
    report:add(row, "id", 'was "%s", which is the id of %s', former,
               place(other))
  elseif about.former[former] and about.former[former] ~= row then
    report:add(row, "id", 'was "%s", and so was %s', former,
               place(about.former[former]))
  else
    about.former[former] = row
  end
end

local function check_formers(set, report, about)
  for _, row in ipairs(set.entities) do
    for _, former in ipairs(row.was or {}) do
      check_former(row, former, report, about)
    end
  end
end

-- ---- Ids that rows refer to --------------------------------------------------

-- Suggestions cost a look at every id: only for the first few.
local SUGGESTED = 50

local function check_reference(report, about, row, id, message, rule)
  if not id or about.by_id[id] or about.former[id] then return end
  about.dangling = (about.dangling or 0) + 1
  local hint = ""
  if about.dangling <= SUGGESTED then
    about.ids = about.ids or suggest.keys(about.by_id)
    hint = suggest.hint(id, about.ids)
  end
  report:add(row, rule or "dangling", '%s"%s"%s', message, id, hint)
end

-- "@org:x" in a context: another entity. @name and @PERSON are none.
local function check_context(report, about, row, cell)
  for word in (cell or ""):gmatch "@(%S+)" do
    if word:find ":" then
      check_reference(report, about, row, (word:gsub("[|,;]+$", "")),
                      "the context names no entity: ")
    end
  end
end

local function each_id(cell, act)
  if cell == "-" then return end
  for _, part in ipairs(source.split(cell or "")) do act(part) end
end

local function check_test(report, about, row)
  for _, column in ipairs { "expect", "forbid", "only" } do
    each_id(row[column], function(id)
      check_reference(report, about, row, id, column .. " names no entity: ")
    end)
  end
  each_id(row.roles, function(part)
    check_reference(report, about, row, part:match "^%S+",
                    "roles names no entity: ")
  end)
end

local function check_references(set, report, about)
  local NONE = "no entity has the id "
  for _, row in ipairs(set.aliases) do
    if row[3] ~= "own" then check_reference(report, about, row, row.id, NONE) end
    if row.require or row.avoid then
      check_context(report, about, row, row.require)
      check_context(report, about, row, row.avoid)
    end
  end
  for _, row in ipairs(set.roles) do
    check_reference(report, about, row, row.id, NONE)
    if row.of and row.of:find "^%S+:%S+$" then
      check_reference(report, about, row, row.of,
                      "the role is of no entity here: ", "of")
    end
  end
  for _, row in ipairs(set.excludes) do
    check_reference(report, about, row, row.id, NONE)
  end
  for _, row in ipairs(set.tests) do check_test(report, about, row) end
end

-- ---- Roles in circles --------------------------------------------------------

-- Edges of one role word: id -> rows. Spouses of each other are no fault; a
-- circle of three, or of one, is.
local function edges_of(set)
  local by_role = {}
  for _, row in ipairs(set.roles) do
    if row.role and row.id and row.of then
      local edges = by_role[row.role] or {}
      by_role[row.role] = edges
      edges[row.id] = edges[row.id] or {}
      table.insert(edges[row.id], row)
    end
  end
  return by_role
end

-- The ids on a way of that role from `start` back to it; nil: there is none.
local function circle(edges, start)
  local from, queue = {}, { start }
  local at = 1
  while queue[at] do
    local id = queue[at]
    at = at + 1
    for _, row in ipairs(edges[id] or {}) do
      if row.of == start then
        local way = { start }
        while id ~= start do
          table.insert(way, 2, id)
          id = from[id]
        end
        return way
      elseif not from[row.of] then
        from[row.of] = id
        queue[#queue + 1] = row.of
      end
    end
  end
end

-- Takes out what leads nowhere, again and again: circles remain, and what
-- leads to one.
local function prune(edges)
  local into, left, ends = {}, {}, {}
  for id, rows in pairs(edges) do
    left[id] = #rows
    for _, row in ipairs(rows) do
      into[row.of] = into[row.of] or {}
      table.insert(into[row.of], id)
      if not edges[row.of] then left[row.of] = 0 end
    end
  end
  for id, count in pairs(left) do if count == 0 then ends[#ends + 1] = id end end
  while #ends > 0 do
    local gone = table.remove(ends)
    edges[gone] = nil
    for _, id in ipairs(into[gone] or {}) do
      left[id] = left[id] - 1
      if left[id] == 0 then ends[#ends + 1] = id end
    end
  end
end

local function check_circles_of(role, edges, report)
  local done = {}
  prune(edges)
  for _, start in ipairs(suggest.keys(edges)) do
    local way = not done[start] and circle(edges, start)
    if way and #way ~= 2 then
      for _, id in ipairs(way) do done[id] = true end
      way[#way + 1] = start
      report:add(edges[start][1], "cycle", "%s in a circle: %s", role,
                 table.concat(way, " -> "))
    end
  end
end

local function check_circles(set, report)
  local by_role = edges_of(set)
  for _, role in ipairs(suggest.keys(by_role)) do
    check_circles_of(role, by_role[role], report)
  end
end

function ids.check(set, report, about)
  check_doubled(set, report, about)
  check_formers(set, report, about)
  check_references(set, report, about)
  check_circles(set, report)
end

return ids
