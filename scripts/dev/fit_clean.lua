#!/usr/bin/env lua5.4
--- Fits the weights of the step `clean` (scripts/gloss/steps/clean/weights.lua).
---
---   lua5.4 scripts/dev/fit_clean.lua [--folds N] [--also FILE]... [--write FILE] GOLD
---
--- GOLD is a folder of JSON lines, or one such file: a page on each line with
--- `id`, `url` and `lines`, a list of { t = text, y = 1 text, 0 not, 2 either }.
--- --also names more pages to learn from, which count less and are not measured.
--- With --folds the weights are fitted N times without an Nth of the hosts and
--- measured on it by the step itself: that is the number to believe. --write
--- fits on all pages and writes the table. LUA_PATH and LUA_CPATH as for tests.
---
--- The model is a linear-chain conditional random field over the states before,
--- text, gap and after (core/clean/segment.c), fitted by AdaGrad on the likelihood
--- with a small margin: a wrong path is favoured by what it costs while fitting.
local gloss = require "gloss"
local clean = require "gloss.steps.clean"
local cleaner = require "gloss.steps.clean.cleaner"

local EPOCHS = 12        -- times all pages are looked at; the later half averaged
local RATE = 0.5
local SHRINK = 1         -- L2, over all pages
local LOSES, KEEPS = 0.2, 0.1 -- what a line costs that is wrongly lost or kept
local GOLD_COUNTS = 3    -- as many times as a page of --also
local LEAST = 0.05       -- weights below are left out
local CROP = 8           -- lines beside the text that a cut copy of a page keeps, at most
local NEVER = -1e30
local TEXT, NOT = 1, 0   -- labels

-- What can only speak for the text, and only against it, by beginnings of names.
local FOR = { "stop_", "words8", "words12", "words20", "words40", "prose_", "several", "many", "commas", "topic",
  "kin", "free", "core_in", "head_quote" }
local AGAINST = { "furniture_near", "stamps_near", "says_", "is_furniture", "is_cut", "is_section", "core_before",
  "core_after", "head_small", "twin", "signs", "link", "shouted", "bio", "open_short", "titles_near" }

---- Pages -------------------------------------------------------------------

-- Signs as numbers: names[number] = { part, sign }, numbers["part sign"].
local names, numbers = {}, {}

local function number_of(part, sign)
  local key = part .. " " .. sign
  if not numbers[key] then
    names[#names + 1] = { part, sign }
    numbers[key] = #names
  end
  return numbers[key]
end

local GAP = {}
for _, sign in ipairs { "opening", "reason", "closing", "line" } do GAP[sign] = number_of("gap", sign) end

--- The signs of each line by part, as the step sees them; and why each is
--- furniture by its words.
local function signs_of(record)
  local texts, reason = {}, {}
  for i, line in ipairs(record.lines) do texts[i] = line.t end
  local doc <close> = assert(gloss.doc(table.concat(texts, "\n")))
  local own = cleaner.shared()
  assert(own:read(doc))
  local signs = { text = {}, opening = {}, closing = {} }
  for i, line in ipairs(own:decisions(doc)) do
    for _, part in pairs(signs) do part[i] = {} end
    reason[i] = line.words or false
  end
  for _, row in ipairs(assert(own:signs(doc))) do
    table.insert(signs[row[1]][row[2]], number_of(row[1], row[3]))
  end
  return signs, reason
end

--- One page: n lines, label[i], signs; nil for a record of another kind.
local function page_of(record, counts)
  if type(record) ~= "table" or type(record.lines) ~= "table" then return nil end
  local signs, reason = signs_of(record)
  local out = { record = record, counts = counts, n = #reason, signs = signs, reason = reason, label = {} }
  local i = 0
  for _, line in ipairs(record.lines) do
    if line.t:find "%S" then
      i = i + 1
      out.label[i] = line.y
    end
  end
  return i == out.n and out or nil
end

--- The page as somebody may paste it: few lines above the text and below.
local function cut(record)
  local first, last
  for i, line in ipairs(record.lines) do
    if line.y == TEXT then first, last = first or i, i end
  end
  local copy = { id = record.id, url = record.url, lines = {} }
  if first then
    first, last = math.max(1, first - math.random(0, CROP)), math.min(#record.lines, last + math.random(0, CROP))
    table.move(record.lines, first, last, 1, copy.lines)
  end
  return copy
end

local function read_file(pages, path, counts)
  local file <close> = assert(io.open(path))
  math.randomseed(7)
  for line in file:lines() do
    local record = gloss.json.decode(line)
    local page = page_of(record, counts)
    if page then page.cut = page_of(cut(record), counts / 2) end
    pages[#pages + 1] = page
  end
end

--- Pages to learn from: each as it is, and cut.
local function with_cuts(pages)
  local out = {}
  for _, page in ipairs(pages) do
    out[#out + 1] = page
    out[#out + 1] = page.cut
  end
  return out
end

local function read_gold(path)
  local pages = {}
  if path:find "%.jsonl$" then
    read_file(pages, path, GOLD_COUNTS)
  else
    for _, name in ipairs(assert(gloss.edge "files".list(path))) do
      if name:find "%.jsonl$" then read_file(pages, path .. "/" .. name, GOLD_COUNTS) end
    end
  end
  return pages
end

---- Expectations ------------------------------------------------------------

local exp, log = math.exp, math.log

local function add_logs(a, b)
  if a < b then a, b = b, a end
  return b - a < -40 and a or a + log(1 + exp(b - a))
end

local function weighed(list, w)
  local out = {}
  for i, signs in ipairs(list) do
    local sum = 0
    for k = 1, #signs do sum = sum + w[signs[k]] end
    out[i] = sum
  end
  return out
end

--- What each line earns in the text and outside it beside its signs: the margin,
--- or, where the labels hold, never against one.
local function earnings(page, held)
  local text, outside = {}, {}
  for i = 1, page.n do
    local label = page.label[i]
    text[i] = label == NOT and (held and NEVER or KEEPS) or 0
    outside[i] = label == TEXT and (held and NEVER or LOSES) or 0
  end
  return text, outside
end

--- The scores of all paths up to each line, by the state they are in.
local function forward(page, chain)
  local B, T, G, A = { [0] = 0 }, { [0] = NEVER }, { [0] = NEVER }, { [0] = NEVER }
  for i = 1, page.n do
    local out = chain.outside[i]
    B[i] = B[i - 1] + out
    T[i] = add_logs(add_logs(B[i - 1] + chain.opening[i], T[i - 1]), G[i - 1] + chain.leave) + chain.inside[i]
    G[i] = add_logs(T[i - 1] + chain.enter[i], G[i - 1] + chain.stay) + out
    A[i] = add_logs(T[i - 1] + chain.closing[i], A[i - 1]) + out
  end
  return B, T, G, A
end

--- The weights of a page's lines and steps.
local function chain_of(page, w, sums, held)
  local text, outside = earnings(page, held)
  local chain = { opening = sums.opening, closing = sums.closing, outside = outside, inside = {}, enter = {},
                  stay = w[GAP.line], leave = w[GAP.closing] }
  for i = 1, page.n do
    chain.inside[i] = sums.text[i] + text[i]
    chain.enter[i] = w[GAP.opening] + w[GAP.line] + (page.reason[i] and w[GAP.reason] or 0)
  end
  return chain
end

--- How probable each line is in the text, each step into it and out of it.
---@return table<string, number[]>
local function expectations(page, chain)
  local B, T, G, A = forward(page, chain)
  local n = page.n
  local all = add_logs(add_logs(B[n], T[n]), A[n])
  local p = { text = {}, opening = {}, closing = {}, enter = {}, stay = {}, leave = {} }
  local b, t, g, a = 0, 0, NEVER, 0 -- scores of all paths behind line i
  for i = n, 1, -1 do
    local out = chain.outside[i]
    local text = chain.inside[i] + t
    p.opening[i] = exp(B[i - 1] + chain.opening[i] + text - all)
    p.leave[i] = exp(G[i - 1] + chain.leave + text - all)
    p.text[i] = p.opening[i] + p.leave[i] + exp(T[i - 1] + text - all)
    p.closing[i] = exp(T[i - 1] + chain.closing[i] + out + a - all)
    p.enter[i] = exp(T[i - 1] + chain.enter[i] + out + g - all)
    p.stay[i] = exp(G[i - 1] + chain.stay + out + g - all)
    b, t, g, a = add_logs(out + b, chain.opening[i] + text),
      add_logs(add_logs(text, chain.enter[i] + out + g), chain.closing[i] + out + a),
      add_logs(chain.leave + text, chain.stay + out + g), out + a
  end
  return p
end

---- Fitting -----------------------------------------------------------------

--- By how much the right paths have more of each sign than all paths.
local function gradient(page, w)
  local sums = {}
  for part, list in pairs(page.signs) do sums[part] = weighed(list, w) end
  local right = expectations(page, chain_of(page, w, sums, true))
  local all = expectations(page, chain_of(page, w, sums, false))
  local more = {}
  local function add(sign, value) more[sign] = (more[sign] or 0) + value * page.counts end
  for part, list in pairs(page.signs) do
    for i, signs in ipairs(list) do
      local value = right[part][i] - all[part][i]
      if value > 1e-4 or value < -1e-4 then
        for k = 1, #signs do add(signs[k], value) end
      end
    end
  end
  for i = 1, page.n do
    local enter = right.enter[i] - all.enter[i]
    add(GAP.opening, enter)
    if page.reason[i] then add(GAP.reason, enter) end
    add(GAP.line, enter + right.stay[i] - all.stay[i])
    add(GAP.closing, right.leave[i] - all.leave[i])
  end
  return more
end

local function shuffle(list)
  for i = #list, 2, -1 do
    local k = math.random(i)
    list[i], list[k] = list[k], list[i]
  end
end

local function filled(value)
  local list = {}
  for k = 1, #names do list[k] = value end
  return list
end

local function begins(sign, beginnings)
  for _, beginning in ipairs(beginnings) do
    if sign:sub(1, #beginning) == beginning then return true end
  end
  return false
end

--- The least and the most that each sign may weigh.
local function bounds()
  local low, high = {}, {}
  for k, name in ipairs(names) do
    local text = name[1] == "text"
    low[k] = text and begins(name[2], FOR) and 0 or -math.huge
    high[k] = text and begins(name[2], AGAINST) and 0 or math.huge
  end
  return low, high
end

--- The weights of all signs, in the order of `names`.
---@return number[]
local function fit(pages)
  pages = with_cuts(pages)
  math.randomseed(7)
  local low, high = bounds()
  local w, squares, sum = filled(0), filled(1), filled(0)
  local order = table.move(pages, 1, #pages, 1, {})
  for epoch = 1, EPOCHS do
    shuffle(order)
    local rate = RATE * (1 - 0.7 * (epoch - 1) / EPOCHS)
    for _, page in ipairs(order) do
      for sign, more in pairs(gradient(page, w)) do
        more = more - SHRINK / #pages * w[sign]
        squares[sign] = squares[sign] + more * more
        local weight = w[sign] + rate * more / math.sqrt(squares[sign])
        w[sign] = math.max(low[sign], math.min(high[sign], weight))
      end
    end
    for k = 1, #w do sum[k] = sum[k] + (epoch > EPOCHS // 2 and w[k] or 0) end
  end
  for k = 1, #sum do sum[k] = sum[k] / (EPOCHS - EPOCHS // 2) end
  return sum
end

--- As weights.lua has them: by part and sign.
local function as_table(list)
  local out = { text = {}, opening = {}, closing = {}, gap = {} }
  for k, name in ipairs(names) do
    local value = math.floor(list[k] * 100 + 0.5) / 100
    if name[1] == "gap" or math.abs(value) >= LEAST then out[name[1]][name[2]] = value end
  end
  return out
end

---- Measuring ---------------------------------------------------------------

--- Adds what the step keeps of a page to the counts, with the weights of a
--- cleaner.
local function count(page, counts, own)
  local texts = {}
  for i, line in ipairs(page.record.lines) do texts[i] = line.t end
  local doc <close> = assert(gloss.doc(table.concat(texts, "\n")))
  clean.run(doc, clean.options, own)
  local masked, at = {}, 1
  for span in doc.noise do masked[span.first] = true end
  for _, line in ipairs(page.record.lines) do
    local first = at + #line.t:match "^%s*"
    local kept = line.t:find "%S" and not masked[first]
    local words = select(2, line.t:gsub("%S+", ""))
    at = at + #line.t + 1
    for unit, size in pairs { lines = 1, words = words } do
      local c = counts[unit]
      if line.y == TEXT then c.gold = c.gold + size end
      if kept and line.y <= TEXT then c.kept = c.kept + size end
      if kept and line.y == TEXT then c.both = c.both + size end
    end
  end
end

local function show(title, counts)
  local out = { title }
  for _, unit in ipairs { "lines", "words" } do
    local c = counts[unit]
    out[#out + 1] = ("%s P %.2f R %.2f F1 %.2f"):format(unit, 100 * c.both / c.kept, 100 * c.both / c.gold,
      200 * c.both / (c.kept + c.gold))
  end
  print(table.concat(out, "  "))
end

local function new_counts()
  return { lines = { gold = 0, kept = 0, both = 0 }, words = { gold = 0, kept = 0, both = 0 } }
end

--- The last two parts of the host: pages of one site stay in one fold.
local function site_of(page)
  local host = (page.record.url or page.record.id):match "//([^/]+)" or tostring(page.record.id)
  return host:match "[^.]+%.[^.]+$" or host
end

local function split(gold, folds)
  local numbers_of, next_fold = {}, 0
  for _, page in ipairs(gold) do
    local site = site_of(page)
    if not numbers_of[site] then
      numbers_of[site], next_fold = next_fold % folds, next_fold + 1
    end
    page.fold = numbers_of[site]
  end
end

local function measure_held_out(gold, also, folds)
  split(gold, folds)
  local counts = new_counts()
  for fold = 0, folds - 1 do
    local pages = table.move(also, 1, #also, 1, {})
    for _, page in ipairs(gold) do
      if page.fold ~= fold then pages[#pages + 1] = page end
    end
    local own = cleaner.new(as_table(fit(pages)))
    for _, page in ipairs(gold) do
      if page.fold == fold then count(page, counts, own) end
    end
  end
  show(("held out, %d folds by site:"):format(folds), counts)
end

---- Writing -----------------------------------------------------------------

local HEAD = [[
--- What each sign of a line weighs, in nats: above zero for, below against.
---
--- `text`: that the line is in the article; `opening`: that the article begins
--- with it; `closing`: that it is over before it; `gap`: what a gap in the article
--- costs. core/clean/signs.c says what the signs are. Written by
--- scripts/dev/fit_clean.lua: docs/clean.md says from what.
local weights = {}
]]

local function write_part(out, part, list)
  local row, signs = "", {}
  for sign in pairs(list) do signs[#signs + 1] = sign end
  table.sort(signs)
  out[#out + 1] = ("weights.%s = {"):format(part)
  for _, sign in ipairs(signs) do
    local item = ("%s = %g,"):format(sign, list[sign])
    if #row + #item > 76 then
      out[#out + 1] = " " .. row
      row = ""
    end
    row = row .. " " .. item
  end
  out[#out + 1] = " " .. row
  out[#out + 1] = "}\n"
end

local function write(path, table_of_weights)
  local out = { HEAD }
  for _, part in ipairs { "text", "opening", "closing", "gap" } do write_part(out, part, table_of_weights[part]) end
  out[#out + 1] = "return weights\n"
  local file <close> = assert(io.open(path, "w"))
  assert(file:write(table.concat(out, "\n")))
end

---- Command line ------------------------------------------------------------

local function read_arguments(list)
  local values, i = { also = {} }, 1
  while list[i] do
    local name = list[i]:match "^%-%-(%l+)$"
    if name == "also" then
      table.insert(values.also, list[i + 1])
    elseif name == "folds" or name == "write" then
      values[name] = list[i + 1]
    elseif name or values.gold then
      error("usage: fit_clean.lua [--folds N] [--also FILE]... [--write FILE] GOLD", 0)
    else
      values.gold = list[i]
    end
    i = i + (name and 2 or 1)
  end
  return values.gold and values or error("fit_clean.lua: no GOLD", 0)
end

local function main()
  local values = read_arguments(arg)
  local gold, also = read_gold(values.gold), {}
  for _, path in ipairs(values.also) do read_file(also, path, 1) end
  if values.folds then measure_held_out(gold, also, math.tointeger(values.folds)) end
  local own = cleaner.shared()
  if values.write then
    local pages = table.move(gold, 1, #gold, #also + 1, also)
    local fitted = as_table(fit(pages))
    own = cleaner.new(fitted)
    write(values.write, fitted)
  end
  if values.write or not values.folds then
    local counts = new_counts()
    for _, page in ipairs(gold) do count(page, counts, own) end
    show("in sample:", counts)
  end
end

main()
