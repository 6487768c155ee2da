--- The whole pipeline on our own news, compared with their gold.
local gloss = require "gloss"
local compare = require "news_compare"
local news_gold = require "news_gold"

local DIR = "tests/data/news/"
-- The folders of articles, and what is to be found in each.
local FOLDERS = { "articles", "more", "desk" }
local GOLD = { articles = "gold.tsv", more = "more.tsv", desk = "desk.tsv" }

local function read_documents()
  local documents = {}
  local steps = gloss.news { dict = DIR .. "dictionary" }
  for _, folder in ipairs(FOLDERS) do
    for doc in gloss.docs({ DIR .. folder }, { steps = steps }) do
      documents[doc.id] = doc
    end
  end
  return documents
end

describe("our news", function()
  local articles, documents, faults, open, results

  setup(function()
    articles, documents = {}, read_documents()
    for _, folder in ipairs(FOLDERS) do
      local more = news_gold.read(DIR .. GOLD[folder])
      table.move(more, 1, #more, #articles + 1, articles)
    end
    faults, open, results = {}, {}, {}
    local function say(format, ...)
      faults[#faults + 1] = format:format(...)
    end
    local function note(format, ...) open[#open + 1] = format:format(...) end
    for i, article in ipairs(articles) do
      local doc = assert(documents[article.id], article.id .. " was not read")
      local placed = news_gold.place(article, doc.text)
      results[i] = compare.document(article, placed, doc, say, note)
    end
  end)

  it("has gold for every article", function()
    local count = 0
    for _ in pairs(documents) do count = count + 1 end
    assert.equal(#articles, count)
    assert.is_true(count >= 30)
  end)

  it("is found as the gold says", function()
    print("\n" .. table.concat(open, "\n") .. "\n"
          .. compare.summary(results))
    assert.equal("", table.concat(faults, "\n"))
  end)
end)

describe("the dictionary of our news", function()
  local step = require "gloss.step"
  local apply = step.prepare(gloss.news { dict = DIR .. "dictionary" })

  local function words(cell)
    local list = {}
    for word in (cell or ""):gmatch "%S+" do list[#list + 1] = word end
    return list
  end

  local function has_role(doc, id, wanted)
    for e in doc.entities:where { id = id } do
      for _, role in ipairs(e:roles(doc.date)) do
        if role.role == wanted then return true end
      end
    end
    return false
  end

  local function check(cells)
    local text, date = cells[1], cells[2] ~= "" and cells[2] or nil
    local doc = assert(gloss.doc(text, { date = date }))
    apply(doc)
    local found = {}
    for _, id in ipairs(doc.entities:ids()) do found[id] = true end
    for _, id in ipairs(words(cells[3])) do
      assert.is_true(found[id], text .. " lacks " .. id)
    end
    for _, id in ipairs(words(cells[4])) do
      assert.is_nil(found[id], text .. " has " .. id)
    end
    if cells[5] and cells[5] ~= "" then
      assert.equal(cells[5], table.concat(doc.entities:ids(), " "))
    end
    local id, role = (cells[6] or ""):match "^(%S+) (.+)$"
    if id then assert.is_true(has_role(doc, id, role), text .. ": " .. role) end
  end

  local number = 0
  for line in io.lines(DIR .. "dictionary/tests.tsv") do
    number = number + 1
    if number > 1 then
      local cells = {}
      for cell in (line .. "\t"):gmatch "([^\t]*)\t" do
        cells[#cells + 1] = cell
      end
      it("passes its test: " .. cells[1], function() check(cells) end)
    end
  end
end)

describe("the ready jobs, on our news,", function()
  local GLOSS = os.getenv "GLOSS" or "build/gloss"
  local articles = news_gold.read(DIR .. "gold.tsv")

  -- The rows that a job writes, each a list of cells; the first: the columns.
  local function rows_of(job, options)
    local pipe = assert(io.popen(
      ("%s run -q scripts/jobs/%s.lua %s -d %sdictionary -t tsv %sarticles")
      :format(GLOSS, job, options or "", DIR, DIR)))
    local rows = {}
    for line in pipe:lines() do
      local row = {}
      for cell in (line .. "\t"):gmatch "([^\t]*)\t" do row[#row + 1] = cell end
      rows[#rows + 1] = row
    end
    assert.is_true(pipe:close(), job .. " failed")
    return rows
  end

  local function count_gold(layer, wanted)
    local n = 0
    for _, article in ipairs(articles) do
      for _, row in ipairs(article[layer]) do
        if wanted(row) then
          n = n + (tonumber(row.n:match "x(%d+)")
                   or select(2, row.n:gsub("%d+", "")))
        end
      end
    end
    return n
  end

  it("entities: counts the mentions of the gold", function()
    local mentions = {}
    for _, row in ipairs(rows_of "entities") do mentions[row[2]] = row[8] end
    local function of(id)
      return tostring(count_gold("entity", function(e) return e.id == id end))
    end
    for _, id in ipairs { "per:verelski", "org:mnif", "gpe:estmere" } do
      assert.equal(of(id), mentions[id], id)
    end
  end)

  it("who_said_what: takes one speaker", function()
    local rows = rows_of("who_said_what", "--set speaker=per:drozdek")
    assert.equal("speaker_id", rows[1][2])
    assert.equal("Anton Verelski has the full confidence of the president,",
                 rows[2][6])
    for i = 2, #rows do assert.equal("per:drozdek", rows[i][2]) end
  end)

  it("timeline: is sorted and has the days of the story", function()
    local rows, values = rows_of "timeline", {}
    for i = 2, #rows do
      values[rows[i][2]] = true
      assert.is_true(i == 2 or rows[i - 1][1] <= rows[i][1])
    end
    assert.is_true(values["2019-09-09"] and values["2025-07-01"])
  end)

  it("network: counts sentences that two share", function()
    local found
    for _, row in ipairs(rows_of "network") do
      if row[1] == "org:mnif" and row[2] == "per:verelski" then
        found = tonumber(row[5])
      end
    end
    assert.is_true(found and found >= 5)
  end)

  it("briefing: writes the same page as gloss report, each time", function()
    local function page(command)
      local pipe = assert(io.popen(("%s %s -q -d %sdictionary %sarticles")
        :format(GLOSS, command, DIR, DIR)))
      local text = pipe:read "a"
      assert.is_true(pipe:close())
      return text
    end
    local first = page "report"
    assert.is_true(#first > 100000)
    assert.is_nil(first:find("\u{FFFD}", 1, true))
    assert.equal(first, page "run scripts/jobs/briefing.lua")
  end)
end)
