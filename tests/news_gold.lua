--- The gold of tests/data/news: reads it and finds its places.
--
-- gold.tsv and more.tsv have a block of rows for each article; the columns are named in
-- FIELDS, README.md beside it explains them. A place is the text itself and
-- which of its free-standing occurrences are meant ("2", "1,4"): whole words,
-- outside what the gold masks, not inside a longer row of the same layer.
-- "x3": all of them, and there are three. Positions are bytes from 1, both
-- ends in.
local news_gold = {}

-- What the columns of a row are called; the text stands last.
local FIELDS = {
  entity = { "n", "id", "text" },
  quote = { "n", "kind", "speaker_id", "speaker", "cue", "text" },
  time = { "n", "type", "value", "text" },
  amount = { "n", "kind", "value", "unit", "text" },
  noise = { "n", "reason", "text" },
  acronym = { "short", "long" },
  role = { "n", "role", "of", "text" },
  extra = { "layer", "text" },
}
local SINGLE = { title = true, date = true, byline = true, place = true,
                 lang = true }
news_gold.LAYERS = { "noise", "entity", "quote", "time", "amount", "role",
                     "acronym" }

local function split(line)
  local cells = {}
  for cell in (line .. "\t"):gmatch "([^\t]*)\t" do cells[#cells + 1] = cell end
  return cells
end

local function read_row(layer, cells, where)
  local fields, row = FIELDS[layer], { where = where }
  for i, field in ipairs(fields) do
    local value = cells[i + 1]
    if not value or value == "" then
      error(("%s: %s has no %s"):format(where, layer, field), 0)
    end
    if value ~= "-" then row[field] = value end
  end
  if cells[#fields + 2] then
    error(("%s: too many columns for %s"):format(where, layer), 0)
  end
  return row
end

--- A cell with more in it: "she = Ann Low", "said (said)".
local function open_cells(row)
  if row.speaker then
    local phrase, name = row.speaker:match "^(.-) = (.+)$"
    if name then row.speaker, row.speaker_name = phrase, name end
  end
  if row.cue then
    local words, class = row.cue:match "^(.-) %((.+)%)$"
    if class then row.cue, row.cue_class = words, class end
  end
end

--- Reads a file of gold. Raises with file:line where a row is wrong.
---@param path string
---@return table[] articles in the order of the file: id, title, ..., and a
---list of rows for each layer; `open`: why a field is wrong, by its name
function news_gold.read(path)
  local articles, article, open, number = {}, nil, nil, 0
  for line in io.lines(path) do
    number = number + 1
    local where = ("%s:%d"):format(path, number)
    local cells = split(line)
    local layer = cells[1]
    if layer == "doc" then
      article = { id = cells[2], extra = {}, open = {} }
      for _, name in ipairs(news_gold.LAYERS) do article[name] = {} end
      articles[#articles + 1] = article
    elseif layer == "open" then
      open = cells[2]
    elseif FIELDS[layer] then
      local row = read_row(layer, cells, where)
      open_cells(row)
      row.open, open = open, nil
      if layer == "extra" then
        article.extra[row.layer .. "\0" .. row.text] = row
      else
        table.insert(article[layer], row)
      end
    elseif SINGLE[layer] then
      article[layer] = cells[2] ~= "-" and cells[2] or false
      article.open[layer], open = open, nil
    elseif line ~= "" and layer:sub(1, 1) ~= "#" then
      error(("%s: no layer is called %s"):format(where, layer), 0)
    end
  end
  return articles
end

-- ---- Places ----------------------------------------------------------------

-- Is there a letter or digit at byte i? Curly marks and dashes (E2 ...) and
-- Latin-1 signs (C2 ...) are none.
local function in_word(text, i)
  local byte = text:byte(i)
  if not byte or byte < 0x80 then
    return byte ~= nil and text:find("^%w", i) ~= nil
  end
  while byte >= 0x80 and byte < 0xC0 do
    i = i - 1
    byte = text:byte(i)
  end
  return byte ~= 0xE2 and byte ~= 0xC2
end

local function free_standing(text, first, last)
  local left = in_word(text, first) and in_word(text, first - 1)
  local right = in_word(text, last) and in_word(text, last + 1)
  return not (left or right)
end

local function inside(spans, first, last)
  for _, s in ipairs(spans) do
    if s.first <= first and last <= s.last then return true end
  end
  return false
end

-- "from … to": from the first part to the end of the next second part.
local function find(text, wanted, init)
  local from, to = wanted:match "^(.-) … (.+)$"
  if not from then return text:find(wanted, init, true) end
  local first, last = text:find(from, init, true)
  if not first then return nil end
  return first, select(2, text:find(to, last + 1, true))
end

local function occurrences(text, wanted, apart)
  local found, init = {}, 1
  while true do
    local first, last = find(text, wanted, init)
    if not last then return found end
    if free_standing(text, first, last) and not inside(apart, first, last) then
      found[#found + 1] = { first = first, last = last }
    end
    init = first + 1
  end
end

-- Adds the places of one row to `places`: "2", "1,4" or "x3".
local function place_row(row, found, places)
  local all = math.tointeger(tonumber(row.n:match "^x(%d+)$"))
  local function add(i)
    if not found[i] or all and all ~= #found then
      error(("%s: %q stands there %d times, not as %s says"):format(
        row.where, row.text, #found, row.n), 0)
    end
    local place = setmetatable({}, { __index = row })
    place.first, place.last = found[i].first, found[i].last
    places[#places + 1] = place
  end
  if all then
    for i = 1, all do add(i) end
  else
    for i in row.n:gmatch "%d+" do add(math.tointeger(tonumber(i))) end
  end
end

-- A masked line is a whole line.
local function noise_places(text, rows)
  local places, init = {}, 1
  local lines = {}
  while init <= #text do
    local stop = text:find("\r?\n", init) or #text + 1
    local line = text:sub(init, stop - 1)
    lines[line] = lines[line] or {}
    table.insert(lines[line], { first = init, last = stop - 1 })
    init = select(2, text:find("\r?\n", stop)) or #text
    init = init + 1
  end
  for _, row in ipairs(rows) do
    place_row(row, lines[row.text] or {}, places)
  end
  return places
end

--- Finds every row of an article in its text. Raises where one is not there
--- as often as it says.
---@param article table as read
---@param text string
---@return table<string, table[]> places of each layer, with first and last
function news_gold.place(article, text)
  local placed = { noise = noise_places(text, article.noise), acronym = {} }
  for _, layer in ipairs { "entity", "quote", "time", "amount", "role" } do
    local rows = table.move(article[layer], 1, #article[layer], 1, {})
    table.sort(rows, function(a, b)
      if #a.text ~= #b.text then return #a.text > #b.text end
      return a.where < b.where
    end)
    local places, apart, length = {}, {}, nil
    for _, row in ipairs(rows) do
      if #row.text ~= length and layer ~= "quote" then
        apart = table.move(places, 1, #places, 1, {})
      end
      length = #row.text
      local hidden = table.move(placed.noise, 1, #placed.noise, #apart + 1,
                                table.move(apart, 1, #apart, 1, {}))
      place_row(row, occurrences(text, row.text, hidden), places)
    end
    table.sort(places, function(a, b)
      return a.first < b.first or a.first == b.first and a.last > b.last
    end)
    placed[layer] = places
  end
  for i, row in ipairs(article.acronym) do placed.acronym[i] = row end
  return placed
end

return news_gold
