--- Which of its candidates a name means, and what decided.
local context = require "gloss.steps.link.context"

local choose = {}

-- Keeps what passes, unless nothing would be left of several.
local function prefer(list, passes)
  local kept = {}
  for _, c in ipairs(list) do
    if passes(c) then kept[#kept + 1] = c end
  end
  if #kept > 0 and #kept < #list then return kept end
end

local function keep(list, passes)
  local kept, lost = {}, nil
  for _, c in ipairs(list) do
    local ok, why = passes(c)
    if ok then kept[#kept + 1] = c else lost = why end
  end
  return kept, lost
end

local function outside(first, last, from, to)
  return (from and from > last) or (to and to < first)
end

-- Was the candidate valid on the document's date?
local function on_date(about)
  local first, last = about.first_day, about.last_day
  return function(c)
    if not first then return true end
    local dated = outside(first, last, c.alias.from, c.alias.to)
      or outside(first, last, c.entity._from, c.entity._to)
    return not dated, "date"
  end
end

local function in_context(about, hit)
  return function(c)
    local require, avoid = c.alias.require, c.alias.avoid
    if avoid and context.holds(avoid, about, hit, c.entity) then
      return false, "avoid"
    end
    if require and not context.holds(require, about, hit, c.entity) then
      return false, "require"
    end
    return true
  end
end

-- One candidate for each entity: the first, a listed alias before a generated.
local function by_entity(list)
  local kept, at = {}, {}
  for _, c in ipairs(list) do
    local old = at[c.entity.id]
    if not old then
      kept[#kept + 1] = c
      at[c.entity.id] = #kept
    elseif kept[old].alias.generated and not c.alias.generated then
      kept[old] = c
    end
  end
  return kept
end

-- In order of weight: what may decide between several entities.
local deciders = {
  { "listed", function(c) return not c.alias.generated end },
  { "document", function(c, about) return about.elsewhere(c) end },
  { "name", function(c) return c.alias.text == c.entity.name end },
}

-- The one with the highest number in the column prior.
local function by_prior(list)
  local best, most, second = nil, nil, nil
  for _, c in ipairs(list) do
    local prior = tonumber(c.entity.prior)
    if prior and (not most or prior > most) then
      best, most, second = c, prior, most
    elseif prior and (not second or prior > second) then
      second = prior
    end
  end
  return best and most ~= second and best or nil
end

--- Chooses.
---@param hit { first: integer, last: integer, candidates: table[] }
---@param about gloss.LinkContext
---@return table? candidate nil: none, or not to be decided
---@return string rule what decided, or why nothing did
---@return table[] left the candidates that are possible
function choose.one(hit, about)
  local list, lost, dated, lost_date
  dated, lost_date = keep(hit.candidates, on_date(about))
  list, lost = keep(dated, in_context(about, hit))
  if #list == 0 then return nil, lost or lost_date, list end
  list = by_entity(list)
  if #list == 1 then
    local rule = lost and "context" or lost_date and "date" or "only"
    return list[1], rule, list
  end
  for _, decider in ipairs(deciders) do
    local kept = prefer(list, function(c) return decider[2](c, about) end)
    if kept and #kept == 1 then return kept[1], decider[1], list end
    list = kept or list
  end
  local best = by_prior(list)
  if best then return best, "prior", list end
  return nil, "ambiguous", list
end

return choose
