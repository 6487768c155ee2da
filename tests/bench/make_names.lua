-- make_names.lua - COUNT names, one a line, always the same for one COUNT:
-- made-up people and organisations, places, their names in other languages.
-- From Debian packages: wamerican-huge, miscfiles, iso-codes. With a TEXT up to
-- a tenth are names that it has, so that there is something to find.
-- usage: lua5.4 make_names.lua COUNT [TEXT]
local count = assert(math.tointeger(tonumber(arg[1])), "usage: lua5.4 make_names.lua COUNT [TEXT]")

local function lines(command, pattern)
  local pipe = assert(io.popen(command))
  local list, seen = {}, {}
  for line in pipe:lines() do
    local name = line:match(pattern)
    if name and #name > 2 and not seen[name] then
      seen[name] = true
      list[#list + 1] = name
    end
  end
  pipe:close()
  assert(#list > 100, "no words from: " .. command .. " (see the packages in the first lines)")
  return list
end

-- Numbers that do not depend on the machine: a generator of 48 bits.
local state = 20250406
local function random(n)
  state = (state * 25214903917 + 11) & 0xFFFFFFFFFFFF
  return (state >> 17) % n + 1
end
local function pick(list) return list[random(#list)] end

local first = lines("zcat /usr/share/dict/propernames.gz", "^(%u%l+)$")
local proper = lines("cat /usr/share/dict/american-english-huge", "^(%u[%a\128-\255]+)$")
local places = lines("cat /usr/share/iso-codes/json/iso_3166-2.json", '"name": "([^"\\]+)"')
local nouns = lines("cat /usr/share/dict/american-english-huge", "^(%l%l%l%l+)$")

-- What a catalogue of gettext gives as translations (numbers little-endian).
local function translations(path, list, seen)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read "a"
  file:close()
  local total, _, at = ("<I4I4I4"):unpack(bytes, 9)
  for i = 1, total - 1 do -- the first is the header
    local len, place = ("<I4I4"):unpack(bytes, at + 8 * i + 1)
    local name = bytes:sub(place + 1, place + len)
    if #name > 2 and not seen[name] and not name:find "[\0\n]" then
      seen[name] = true
      list[#list + 1] = name
    end
  end
end

local translated, known = {}, {}
for path in io.popen "LC_ALL=C ls /usr/share/locale/*/LC_MESSAGES/iso_3166-*.mo":lines() do
  translations(path, translated, known)
end
assert(#translated > 100, "no translations of iso-codes")
local kinds = { "Bank", "Ministry", "University", "Institute", "Group", "Fund", "Council",
  "Party", "Union", "Agency", "Press", "Holding" }

local function title(word) return (word:gsub("^%l", string.upper)) end

local makers = {
  { 5, function() return pick(proper) end },
  { 5, function() return title(pick(nouns)) end }, -- Baker, Stone, Progress
  { 20, function() return pick(places) end },
  { 20, function() return pick(translated) end },
  { 8, function() return pick(proper) .. " " .. pick(kinds) end },
  { 4, function() return pick(kinds) .. " of " .. pick(proper) end },
  { 3, function() return title(pick(nouns)) .. " " .. pick(kinds) end },
  { 19, function() return pick(first) .. " " .. pick(proper) end },
  { 8, function() return pick(first) .. " " .. string.char(64 + random(26)) .. ". " .. pick(proper) end },
  { 8, function() return pick(first) .. " " .. pick(first) .. " " .. pick(proper) end },
}

local seen, made = {}, 0

local function give(name)
  if seen[name] then return false end
  seen[name] = true
  made = made + 1
  io.write(name, "\n")
  return true
end

-- Rows of up to four capitalised words that a text has twice or more, in an
-- order of chance. One word alone only where the text never has it in small
-- letters: The and Many are no names.
local function from_text(path)
  local times, small, list = {}, {}, {}
  for line in io.lines(path) do
    for word in line:gmatch "%f[%w]%l+" do small[word] = true end
    for row in line:gmatch "%f[%w]%u%l+[%u%l ]*" do
      local name = row:match "^%u%l+ %u%l+ %u%l+ %u%l+%f[%L]" or row:match "^%u%l+ %u%l+ %u%l+%f[%L]"
        or row:match "^%u%l+ %u%l+%f[%L]" or row:match "^%u%l+%f[%L]"
      if name then
        times[name] = (times[name] or 0) + 1
        if times[name] == 2 then list[#list + 1] = name end
      end
    end
  end
  local names = {}
  for _, name in ipairs(list) do
    if not small[name:lower()] then table.insert(names, random(#names + 1), name) end
  end
  return names
end
local found, taken = arg[2] and from_text(arg[2]) or {}, 0

while made < count do
  if made % 10 == 0 and found[taken + 1] then
    taken = taken + 1
    give(found[taken])
  end
  local at = random(100)
  local name
  for _, maker in ipairs(makers) do
    at = at - maker[1]
    if at <= 0 then
      name = maker[2]()
      break
    end
  end
  -- where a small pool has run dry: a person instead
  if not give(name) then give(pick(first) .. " " .. pick(first) .. " " .. pick(proper)) end
end
