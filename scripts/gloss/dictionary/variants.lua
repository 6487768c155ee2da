--- Other ways to write a name, which hold for any text: they are compiled into
--- the dictionary as generated aliases, and listed ones go before them.
local kinds = require "gloss.dictionary.kinds"

local variants = {}

local SAINTS = { ["^St%. "] = { "Saint ", "St " }, ["^St "] = { "Saint ", "St. " },
                 ["^Saint "] = { "St. ", "St " } }

-- U.S. for US and the other way; for names of two to five capitals alone.
local function points(name, add)
  if name:find "^%u%.%u%.[%u.]*$" and #name <= 10 then
    add((name:gsub("%.", "")), "exact")
  elseif name:find "^%u%u$" then
    add((name:gsub("%u", "%0.")), "exact")
  end
end

-- J. R. Smith, J.R. Smith, JR Smith.
local function initials(name, add)
  if not name:find "^%u%. ?%u%." then return end
  add((name:gsub("(%u%.) (%f[%u]%u%.)", "%1%2")))
  add((name:gsub("^(%u)%. ?(%u)%.", "%1%2", 1)))
  add((name:gsub("(%u%.)(%u%.)", "%1 %2")))
end

-- John Kennedy for John F. Kennedy and John Fitzgerald Kennedy; not for names
-- with small words in them, which are no middle names.
local function without_middle(name, add)
  local first, middle, last = name:match "^(%u[^%s.]+) (.+) (%u[^%s.]+)$"
  if not first or middle:find "%f[%S]%l" or middle:find "," then return end
  local _, words = middle:gsub("%S+", "")
  if words <= 2 and not last:find "^[IVX]+$" then add(first .. " " .. last) end
end

local function saints(name, add)
  for pattern, others in pairs(SAINTS) do
    if name:find(pattern) then
      for _, other in ipairs(others) do add((name:gsub(pattern, other))) end
    end
  end
end

-- What everybody calls them, spelt out or not.
local COMMON = {
  ["United States"] = { "U.S.", "US", "USA", "U.S.A." },
  ["United States of America"] = { "U.S.", "US", "USA", "U.S.A." },
  ["United Kingdom"] = { "U.K.", "UK" },
  ["United Arab Emirates"] = { "UAE", "U.A.E." },
  ["United Nations"] = { "UN", "U.N." },
  ["European Union"] = { "EU", "E.U." },
  ["Soviet Union"] = { "USSR", "U.S.S.R." },
}

-- Tulsa for Tulsa, Oklahoma.
local function region(name, add)
  local place = name:match "^([^,]+), %u"
  if place and #place > 2 then add(place) end
end

--- Calls add(alias, case) for each variant of a name.
---@param name string
---@param kind string the type of its entity
---@param add fun(alias: string, case: string?)
function variants.each(name, kind, add)
  for _, common in ipairs(COMMON[name] or {}) do add(common, "exact") end
  if name:find("%.") or name:find "^%u%u$" then points(name, add) end
  if kinds.person(kind) then
    initials(name, add)
    without_middle(name, add)
  end
  if name:find "^S" then saints(name, add) end
  if kinds.place(kind) then region(name, add) end
end

return variants
