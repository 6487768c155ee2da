-- core.runs: runs of words with certain classes.
local gloss = require "gloss"
local core = require "gloss.core"

local classes = gloss.classes { CAPITAL = "[shape=/X.*/]", TO = { "to" },
                                THE = { "the" }, BELL = { "bell" } }
local c = classes

local function find(query, text, known)
  query.start = query.start or c.CAPITAL
  query.part = c.CAPITAL
  local m = assert(classes:read(assert(gloss.doc(text))))
  local list, asked = { "old", "old" }, { "old" }
  local n, count = core.runs(query):find(m, list, known or {}, asked)
  local texts, places = {}, {}
  for k = 1, n, 10 do
    texts[#texts + 1] = m:text(list[k], list[k + 1])
  end
  for i = 1, count do places[i] = (asked[i] - 1) // 10 + 1 end
  return texts, places, list, n
end

describe("runs", function()
  it("are the longest stretches of words with a class", function()
    local texts = find({ start = c.CAPITAL & ~c.THE },
      "The Ann Bell to Tom. Al-Sisi and the Fund")
    assert.same({ "The Ann Bell", "Tom", "Al", "Sisi", "Fund" }, texts)
    assert.same({}, (find({}, "")))
    assert.same({}, (find({ start = 0 }, "Ann Bell")))
  end)

  it("come with their place, their bits and what is beside them", function()
    local _, _, list, n = find({}, "we met the Ann  Bell to see",
                               { ["Ann  Bell"] = "person" })
    assert.equal(10, n)
    assert.same({ 4, 5, 12, 20, c.CAPITAL | c.BELL, c.CAPITAL, c.THE, c.TO,
                  "person", false }, list)
  end)

  it("do not look across a sentence", function()
    local _, _, list, n = find({}, "Go to. Ann. To go")
    assert.equal(30, n)
    assert.same({ 0, 0 }, { list[17], list[7] })
  end)

  it("are asked for where nothing is known, or a question fits", function()
    local text = "Ann Bell met Tom, the Fund and Al to go"
    local known = { ["Ann Bell"] = 1, Tom = false, Fund = 2, Al = 3 }
    local function asked(...)
      return (select(2, find({ ask = { ... } }, text, known)))
    end
    assert.same({ 1, 2, 3, 4 }, (select(2, find({}, text))))
    assert.same({}, asked())
    assert.same({ 3 }, asked { before = c.THE })
    assert.same({ 4 }, asked { after = c.TO })
    assert.same({ 1 }, asked { any = c.BELL })
    assert.same({}, asked { any = c.BELL, also = c.THE })
    assert.same({ 1 }, asked { any = c.BELL, also = c.CAPITAL })
    assert.same({ 2 }, asked { next = c.THE })
    assert.same({ 3, 4 }, asked({ before = c.THE }, { after = c.TO }))
    assert.same({ 1 }, asked { any = c.CAPITAL, several = true })
  end)

  it("of one word are skipped, unless they are asked for", function()
    local text = "Bell and Ann Bell to Bell"
    local skip = { { all = c.BELL | c.CAPITAL } }
    assert.same({ "Ann Bell" }, (find({ skip = skip }, text)))
    assert.same({ "Ann Bell", "Bell" },
                (find({ skip = skip, ask = { { before = c.TO } } }, text)))
    skip[1].none = c.CAPITAL
    assert.same({ "Bell", "Ann Bell", "Bell" }, (find({ skip = skip }, text)))
  end)

  it("say what is wrong with a call", function()
    assert.error_matches(function() core.runs { start = "x" } end, "number")
    assert.error_matches(function() core.runs { ask = { 1 } } end, "table")
    local many = {}
    for i = 1, 17 do many[i] = {} end
    assert.error_matches(function() core.runs { ask = many } end,
                         "more than 16 in 'ask'")
    local m = classes:read(gloss.doc "x")
    assert.error(function() core.runs({}):find(m, {}, {}) end)
    assert.error(function() core.runs({}):find({}, {}, {}, {}) end)
  end)
end)
