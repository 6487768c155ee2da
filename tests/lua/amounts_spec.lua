-- amounts_spec.lua - the step "amounts" against tests/data/amounts/LANG.tsv.
local gloss = require "gloss"
local amounts = require "gloss.steps.amounts"
local explain = require "gloss.explain"
local times = require "gloss.steps.times"

local function cases(lang)
  local path = "tests/data/amounts/" .. lang .. ".tsv"
  local number = 0
  local lines = io.lines(path)
  return function()
    for line in lines do
      number = number + 1
      if line ~= "" and not line:find "^#" then
        local text, values = line:match "^([^\t]*)\t?(.*)$"
        return path .. ":" .. number, (text:gsub("\\n", "\n")), values
      end
    end
  end
end

local function shown(n) return n and gloss.core.number(n) or "" end

--- "money ~15..20 USD": the fields of an amount as the cases write them;
--- "quantity ? metres or millions" where something is in doubt.
local function field_of(a)
  local value = shown(a.value)
  if a.low or a.high then value = shown(a.low) .. ".." .. shown(a.high) end
  if a.approx then value = "~" .. value end
  return a.kind .. (value ~= "" and " " .. value or "")
    .. (a.unit and " " .. a.unit or "")
    .. (a.unknown and " ? " .. a.unknown or "")
end

local function found(doc)
  local pieces, values, at = {}, {}, 1
  for a in doc.amounts do
    pieces[#pieces + 1] = doc.text:sub(at, a.first - 1)
    pieces[#pieces + 1] = "[" .. a.text .. "]"
    at = a.last + 1
    values[#values + 1] = field_of(a)
  end
  pieces[#pieces + 1] = doc.text:sub(at)
  return table.concat(pieces), table.concat(values, " ; ")
end

local function run(text, options)
  local doc = assert(gloss.doc(text, options))
  times.run(doc, times.options)
  amounts.run(doc, amounts.options)
  return doc
end

for _, lang in ipairs { "en", "de", "fr", "es" } do
  describe("amounts in " .. lang, function()
    for place, text, values in cases(lang) do
      it(place .. " " .. text, function()
        local doc = run((text:gsub("[%[%]]", "")), { lang = lang })
        local marked, got = found(doc)
        assert.equal(text, marked)
        assert.equal(values, got)
      end)
    end
  end)
end

describe("the layer amounts", function()
  it("has value, bounds and rule", function()
    local doc = run("It has over 40 rooms and 15-20 beds.", {})
    local a, b = doc.amounts[1], doc.amounts[2]
    assert.same({ 40, 40, nil, "count" }, { a.value, a.low, a.high, a.rule })
    assert.same({ 15, 20, "range" }, { b.low, b.high, b.rule })
    assert.is_nil(b.value)
  end)

  it("gives whole numbers as integers", function()
    local doc = run("It has 2.5 million rooms and half a dozen beds.", {})
    assert.equal("integer", math.type(doc.amounts[1].value))
    assert.same({ 2500000, 6 }, doc.amounts:values "value")
  end)

  it("never overlaps a time", function()
    local doc = run("In 1998, on 3 May, 12 men waited 12 years.",
      { date = "2025-04-06" })
    assert.same({ "12" }, doc.amounts:texts())
    for a in doc.amounts do
      assert.equal(0, #doc.times:overlapping(a))
    end
  end)

  it("works without the layer times", function()
    local doc = assert(gloss.doc("On May 3 it had 40 rooms.", {}))
    amounts.run(doc, amounts.options)
    assert.same({ 40 }, doc.amounts:values "value")
    assert.is_false(doc:has "times")
  end)

  it("leaves references alone", function()
    local doc = run("He wrote 5 papers.[12] Others deny it. [13] See 92 (6): 3.", {})
    assert.equal(5, doc.amounts[1].value)
    assert.is_false(doc.amounts:count("value")[12] or false)
    assert.is_false(doc.amounts:count("value")[13] or false)
    assert.is_false(doc.amounts:count("value")[6] or false)
  end)

  it("leaves masked lines alone", function()
    local doc = assert(gloss.doc("12 shares\n40 men left\n5 comments", {}))
    doc:add("noise", { { first = 1, last = 9, reason = "x" } }, { "reason" })
    assert(doc:mask(doc.noise))
    times.run(doc, times.options)
    amounts.run(doc, amounts.options)
    assert.same({ "40", "5" }, doc.amounts:texts())
  end)

  it("reads digits and signs in a language without words", function()
    local doc = run("€ 5, 20% i 30 km", { lang = "pl" })
    assert.same({ "money", "percent", "quantity" }, doc.amounts:values "kind")
  end)

  it("survives absurd texts", function()
    for _, text in ipairs { "", "$", "%", "$$$$", "1..2", "1,,2", "-", "--5",
      ("9"):rep(5000), ("1 "):rep(3000), ("one "):rep(3000), ("$1"):rep(2000),
      ("hundred "):rep(2000), ("million "):rep(2000), ("half a "):rep(2000),
      ("between 1 and "):rep(1000), "1e999", "0/0", "1/0", "one over zero",
      "½½½½", ".5.5.5", "five hundred thousand million billion trillion",
      "1^99", "-2^-99", "\0 5 \0", "one " .. ("trillion "):rep(60), "9e99 trillion", "5 to 4 to 3", "$5-€4" } do
      local doc = run(text, {})
      for a in doc.amounts do
        for _, n in ipairs { a.value or 0, a.low or 0, a.high or 0 } do
          assert.is_true(n == n and n > -math.huge and n < math.huge)
        end
      end
    end
  end)

  it("says why a number is none", function()
    local doc = assert(gloss.doc("The Boeing 737 of page 12 lost 3-1 on "
      .. "555-1234, the wrong one, in 2019.", { date = "2025-04-06" }))
    local log = explain.start(doc)
    times.run(doc, times.options)
    amounts.run(doc, amounts.options)
    local why = {}
    for _, lost in ipairs(log:of("amounts").lost) do
      why[doc.text:sub(lost.first, lost.last)] = lost.why
    end
    assert.equal(0, #doc.amounts)
    assert.equal("part of a name", why["737"])
    assert.equal("a place in a list", why["12"])
    assert.equal("part of a code or a date", why["3"])
    assert.equal("part of a phone number", why["555-1234"])
    assert.equal("a pronoun", why["one"])
    assert.equal("part of a time", why["2019"])
  end)

  -- Numbers that are the same on every machine.
  local function dice(seed)
    return function(n)
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed // 65536 % n + 1
    end
  end

  -- Words of a language, digits and marks, in the order of their bytes.
  local function pool_of(lang)
    local words = require("gloss.steps.amounts.words." .. lang)
    local pool, marks = {}, { "5", "12", "1,5", "1.5", "1,234", "1.234", "400",
      "500,000", "3-1", "½", "3/4", "$", "£", "€", "%", "-", "–", ",", ".", ":",
      "(", ")", "'", "\n", "\u{a0}", "\u{202f}", "the", "Boeing", "m", "bn", "C",
      "+", "−", "#", "§", "ª", "°", "MSEK", "USD" }
    for _, part in ipairs { words.numbers, words.classes } do
      for _, list in pairs(part) do
        for word in pairs(list) do pool[#pool + 1] = word end
      end
    end
    table.sort(pool)
    for _ = 1, 10 do table.move(marks, 1, #marks, #pool + 1, pool) end
    return pool
  end

  it("gives each amount its place and a number or a reason, in any text",
     function()
    for _, lang in ipairs { "en", "de", "fr", "es" } do
      local pool, roll = pool_of(lang), dice(7)
      for _ = 1, 300 do
        local parts = {}
        for k = 1, roll(25) do
          parts[k] = pool[roll(#pool)] .. (roll(4) > 1 and " " or "")
        end
        local doc = run(table.concat(parts), { lang = lang })
        local last = 0
        for a in doc.amounts do
          assert.is_true(a.first > last, doc.text)
          assert.is_nil(a.text:find "^%s" or a.text:find "%s$", doc.text)
          assert.truthy(a.value or a.low or a.high or a.unknown, doc.text)
          assert.is_true(not (a.low and a.high) or a.low <= a.high, doc.text)
          last = a.last
        end
      end
    end
  end)
end)
