--- HTML as strings: escaping, elements, names for places in the page, and
--- dates and numbers as people write them.
local html = {}

local ENTITIES = { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;",
                   ['"'] = "&quot;", ["'"] = "&#39;" }

-- Bytes that no HTML document may hold, even escaped.
local CONTROLS = "[\0-\8\11\12\14-\31\127]"

--- Text, safe between tags and inside quoted attributes.
---@param text any
---@return string
function html.escape(text)
  return (tostring(text):gsub(CONTROLS, "\u{FFFD}"):gsub("[&<>\"']", ENTITIES))
end
local escape = html.escape

-- Attributes in a fixed order: the pairs of a list.
local function attributes(list)
  local out = {}
  for i = 1, #list, 2 do
    local name, value = list[i], list[i + 1]
    if value == true then
      out[#out + 1] = " " .. name
    elseif value then
      out[#out + 1] = (' %s="%s"'):format(name, escape(value))
    end
  end
  return table.concat(out)
end

--- An element: `html.element("a", { "href", "#x" }, inner)`. Attributes are
--- name, value, name, value: false leaves one out, true has no value. What is
--- inside is HTML already.
---@param name string
---@param attrs table
---@param ... string
---@return string
function html.element(name, attrs, ...)
  return ("<%s%s>%s</%s>"):format(name, attributes(attrs),
                                  table.concat({ ... }), name)
end

--- A name for use in `id` and `href`: other bytes than letters, digits and
--- hyphens become `_` and two hexadecimal digits, so no two names meet.
---@param text string
---@return string
function html.anchor(text)
  return (text:gsub("[^%w%-]", function(c)
    return ("_%02x"):format(c:byte())
  end))
end

--- 1234567 -> "1,234,567".
---@param n number
---@return string
function html.number(n)
  local sign, whole, rest = ("%.14g"):format(n):match "^(%-?)(%d+)(.*)$"
  if not whole then return tostring(n) end
  whole = whole:reverse():gsub("(%d%d%d)", "%1,"):reverse():gsub("^,", "")
  return sign .. whole .. rest
end

--- "1 document", "2 documents"; the plural in `s` unless it is given.
---@param n integer
---@param one string
---@param many? string
---@return string
function html.count(n, one, many)
  return html.number(n) .. " " .. (n == 1 and one or many or one .. "s")
end

local MONTHS = { "January", "February", "March", "April", "May", "June",
                 "July", "August", "September", "October", "November",
                 "December" }

--- An ISO date as people write it: "2 April 2025", "April 2025", "2025". A
--- time behind it stays: "2 April 2025, 15:00". Others come back unchanged.
---@param iso? string
---@return string
function html.date(iso)
  if not iso then return "undated" end
  local year, month, day, rest = iso:match "^(%d%d%d%d)%-(%d%d)%-(%d%d)(.*)$"
  if not year then
    year, month = iso:match "^(%d%d%d%d)%-(%d%d)$"
  end
  local name = MONTHS[tonumber(month)]
  if not name then return iso end
  if not day then return name .. " " .. year end
  local clock = rest:match "^T(%d%d:%d%d)"
  return ("%d %s %s%s"):format(tonumber(day), name, year,
                               clock and ", " .. clock or "")
end

local function shorten(date)
  return (date:gsub("%a%a%a%a+", function(word)
    return word ~= "undated" and word:sub(1, 3) or nil
  end))
end

--- The same, short: "2 Apr 2025".
---@param iso? string
---@return string
function html.short_date(iso) return shorten(html.date(iso)) end

--- From the first to the last: "31 March to 18 June 2025".
---@param from? string
---@param to? string
---@return string
function html.period(from, to)
  if not from or from == to then return html.date(from) end
  local a, b = html.date(from), html.date(to)
  local month, year = b:match "^%d+( %a+)( %d%d%d%d)$"
  if not year then year = b:match " %d%d%d%d$" end
  local function drop(tail)
    if tail and a:sub(-#tail) == tail then a = a:sub(1, -#tail - 1) end
  end
  drop(month and month .. year)
  drop(year)
  return a .. " to " .. b
end

--- The same, short: "7 Apr to 13 Apr 2025".
---@return string
function html.short_period(from, to) return shorten(html.period(from, to)) end

return html
