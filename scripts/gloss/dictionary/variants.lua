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
  ["United States"] = { "U.S.", "US", "USA", "U.S.A.", "America",
                        "United States of America" },
  ["United States of America"] = { "U.S.", "US", "USA", "U.S.A.", "America",
                                   "United States" },
  ["United Kingdom"] = { "U.K.", "UK", "Britain", "Great Britain" },
  ["United Arab Emirates"] = { "UAE", "U.A.E." },
  ["United Nations"] = { "UN", "U.N." },
  ["European Union"] = { "EU", "E.U." },
  ["Soviet Union"] = { "USSR", "U.S.S.R." },
}

-- Tulsa for Tulsa, Oklahoma; Trinity College for Trinity College, Cambridge;
-- Washington D.C. for Washington, D.C.
local function before_comma(name, kind, add)
  local first = name:match "^([^,]+), %S"
  if not first or #first <= 2 then return end
  if kinds.place(kind) or first:find "%S %S" then add(first) end
  if kinds.place(kind) then add((name:gsub(",", "", 1))) end
end

-- US Senate and U.S. Senate for United States Senate.
local UNITED = { ["^United States "] = { "US ", "U.S. " },
                 ["^United Nations "] = { "UN ", "U.N. " },
                 ["^United Kingdom "] = { "UK " },
                 ["^European Union "] = { "EU " } }

local function united(name, add)
  for pattern, others in pairs(UNITED) do
    if name:find(pattern) then
      for _, other in ipairs(others) do add((name:gsub(pattern, other))) end
    end
  end
end

-- Spellings of two countries.
local SPELLINGS = {
  { "Organisation", "Organization" }, { "Organisations", "Organizations" },
  { "Centre", "Center" }, { "Defence", "Defense" }, { "Labour", "Labor" },
  { "Programme", "Program" }, { "Harbour", "Harbor" }, { "Theatre", "Theater" },
}

local function spellings(name, add)
  if not name:find " " then return end -- labour is a word, too
  for _, pair in ipairs(SPELLINGS) do
    for i = 1, 2 do
      local word = "%f[%w]" .. pair[i] .. "%f[%W]"
      if name:find(word) then add((name:gsub(word, pair[3 - i]))) end
    end
  end
end

-- New York Times for The New York Times, whose article is small inside a
-- sentence. One word (Guardian) says too little: it is linked only behind an
-- article, see core/link.
local function without_article(name, kind, add)
  local rest = name:match "^The (%u.*)$"
  if rest and (rest:find " " or kinds.organisation(kind)
               or kinds.place(kind)) then add(rest) end
end

-- iPhone and eBay, where lists of names begin with a capital.
local function small_first(name, add)
  if name:find "^[IE]%u%l" then add((name:gsub("^%u", string.lower)), "exact") end
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
  else
    united(name, add)
    spellings(name, add)
  end
  if kinds.place(kind) and name:find "^%u%l+%-%u" then
    add((name:gsub("%-", " "))) -- Grande Terre
  end
  if name:find "^S" then saints(name, add) end
  if name:find "^The " then without_article(name, kind, add) end
  small_first(name, add)
  if name:find(",", 1, true) then before_comma(name, kind, add) end
end

return variants
