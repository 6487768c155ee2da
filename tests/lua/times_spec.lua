-- times_spec.lua - the step "times" against tests/data/times/LANG.tsv.
local gloss = require "gloss"
local times = require "gloss.steps.times"

local function documents(lang)
  local path = "tests/data/times/" .. lang .. ".tsv"
  local number = 0
  local lines = io.lines(path)
  return function()
    for line in lines do
      number = number + 1
      if line ~= "" and not line:find "^#" then
        local date, text, values = line:match "^([^\t]*)\t([^\t]*)\t?(.*)$"
        assert(date, path .. ":" .. number)
        return path .. ":" .. number, date, text:gsub("\\n", "\n"), values
      end
    end
  end
end

--- The text without its brackets.
local function plain(marked) return (marked:gsub("[%[%]]", "")) end

--- The text with brackets around the times found, and their values.
local function found(doc)
  local pieces, values, at = {}, {}, 1
  for t in doc.times do
    pieces[#pieces + 1] = doc.text:sub(at, t.first - 1)
    pieces[#pieces + 1] = "[" .. t.text .. "]"
    at = t.last + 1
    values[#values + 1] = (t.value or "") .. (t.unknown and "?" .. t.unknown or "")
  end
  pieces[#pieces + 1] = doc.text:sub(at)
  return table.concat(pieces), table.concat(values, " ; ")
end

local function run(text, options, settings)
  local doc = assert(gloss.doc(text, options))
  local step = settings and times(settings) or times
  step.run(doc, step.options)
  return doc
end

for _, lang in ipairs { "en", "de", "fr", "es" } do
  describe("times in " .. lang, function()
    for place, date, text, values in documents(lang) do
      it(place .. " " .. text, function()
        local doc = run(plain(text),
          { lang = lang, date = date ~= "" and date or nil })
        -- A line without values has brackets only where nothing is found.
        local expected = values == "" and plain(text) or text
        local marked, got = found(doc)
        assert.equal(expected, marked)
        assert.equal(values, got)
      end)
    end
  end)
end

describe("the layer times", function()
  it("has the days, the precision, the anchor and the rule", function()
    local doc = run("He left last month.", { date = "2025-03-31" })
    local t = doc.times[1]
    assert.same({ "DATE", "2025-02", "2025-02-01", "2025-02-28", "month",
                  "document 2025-03-31", "relative" },
                { t.type, t.value, t.from, t.to, t.precision, t.anchor, t.rule })
  end)

  it("has the types of TIMEX3", function()
    local doc = run("On Friday at 5 pm he spoke for two hours, as he does every day.",
      { date = "2025-04-06" })
    assert.same({ "DATE", "TIME", "DURATION", "SET" }, doc.times:values "type")
  end)

  it("gives a duration no days but those near the document", function()
    local doc = run("Two years passed; the past two weeks were wet.",
      { date = "2025-04-06" })
    assert.is_nil(doc.times[1].from)
    assert.equal("2025-03-23", doc.times[2].from)
    assert.equal("2025-04-06", doc.times[2].to)
  end)

  it("says what a date line resolved", function()
    local doc = run("Oslo, 2 March 2025 (Agency)\n\nHe spoke on Friday.", {})
    assert.equal("date line 2025-03-02", doc.times[2].anchor)
  end)

  it("modifies a value that is early or late", function()
    local doc = run("In early June and late 2024 they met.", { date = "2025-09-01" })
    assert.same({ "START", "END" }, doc.times:values "mod")
  end)

  it("leaves masked lines alone", function()
    local doc = assert(gloss.doc("Posted today\nHe left yesterday.\nMay 3, 2020",
      { date = "2025-04-06" }))
    doc:add("noise", { { first = 1, last = 12, reason = "x" } }, { "reason" })
    assert(doc:mask(doc.noise))
    times.run(doc, times.options)
    assert.same({ "yesterday", "May 3, 2020" }, doc.times:texts())
  end)

  it("finds what begins right behind a mask", function()
    local doc = assert(gloss.doc("the last\nweek was wet", { date = "2025-04-06" }))
    assert(doc:mask { doc:span(1, 8) })
    times.run(doc, times.options)
    assert.equal(0, #doc.times)
  end)

  it("leaves articles out where it is asked to", function()
    local doc = run("He left at the end of this year, a week ago.",
      { date = "2025-04-06" }, { articles = "none" })
    assert.same({ "end of this year", "week ago" }, doc.times:texts())
  end)

  it("reads ambiguous dates as it is told", function()
    local doc = run("On 03/04/2024.", {})
    assert.equal("2024-03-04", doc.times[1].value)
    doc = run("On 03/04/2024.", {}, { date_order = "dmy" })
    assert.equal("2024-04-03", doc.times[1].value)
  end)

  it("never looks at the clock of the machine", function()
    local doc = run("He spoke today.", {})
    assert.is_nil(doc.times[1].value)
    assert.equal("no document date", doc.times[1].unknown)
  end)

  it("reads digits in a language without words", function()
    local doc = run("2024-05-06, 17:30 UTC", { lang = "pl" })
    assert.same({ "2024-05-06", "2024-05-06T17:30Z" }, doc.times:values "value")
  end)

  it("survives absurd texts", function()
    for _, text in ipairs { "", " ", "1", "'", "’82", "12/", "99999999999999999999",
      ("1 "):rep(2000), ("the "):rep(5000), ("last "):rep(3000) .. "week",
      ("12:"):rep(1000), ("May "):rep(2000), ("1,"):rep(3000),
      ("one hundred "):rep(1000), "0000-00-00", "31/31/3131", "Q9 0000",
      "9999 years ago", "five thousand million years ago", "\0 2 May \0",
      "30 February 2020", "1e999 days", "½ ½ years" } do
      run(text, { date = "2025-04-06" })
    end
  end)
end)
