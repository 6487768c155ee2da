-- The step `names`: every case of tests/data/names, and what holds of all.
local gloss = require "gloss"
local step = require "gloss.step"

local function named(text, options, ...)
  local doc = assert(gloss.doc(text, options))
  step.prepare(step.sort { gloss.names(), ... })(doc)
  return doc
end

-- The cases of a file: { text, expected, line }.
local function cases_of(path)
  local list, case, number = {}, nil, 0
  for line in io.lines(path) do
    number = number + 1
    local text = line:match "^> (.*)$"
    if text then
      case = { text = text, expected = {}, line = number }
      list[#list + 1] = case
    elseif case and line:find " = .*, .*, " then
      case.expected[#case.expected + 1] = line
    elseif case and line:find "%S" then
      case.text = case.text .. "\n\n" .. line
    end
  end
  return list
end

local function show(doc)
  local list = {}
  for n in doc.names do
    list[#list + 1] = ("%s = %s, %s, %s"):format(n.text, n.name,
      n.type or "-", n.via)
  end
  return list
end

for _, lang in ipairs { "en", "de", "fr" } do
  describe("names, " .. lang, function()
    local path = "tests/data/names/" .. lang .. ".txt"
    for _, case in ipairs(cases_of(path)) do
      it(("%s:%d"):format(path, case.line), function()
        assert.same(case.expected, show(named(case.text, { lang = lang })))
      end)
    end
  end)
end

describe("names", function()
  it("lie on the edges of tokens, in order, and do not overlap", function()
    local doc = named("Dr. Ann Bell's U.S.-based aide (of Acme Inc.) met "
      .. "Zoë Çelik-Roe; “José García” too.\nMr O’Neil left.")
    local edges, last = {}, 0
    for t in doc.tokens do edges[t.first], edges[-t.last] = true, true end
    assert.is_true(#doc.names >= 5)
    for n in doc.names do
      assert.is_true(edges[n.first] and edges[-n.last] and n.first > last, n.text)
      assert.equal(n.text, doc.text:sub(n.first, n.last))
      last = n.last
    end
  end)

  it("number their clusters in the order of the text", function()
    local doc = named "We met Ann Bell. We met Carl Moor. Bell and Moor left."
    assert.same({ 1, 2, 1, 2 }, doc.names:values "cluster")
    assert.truthy(doc.names[1].reason:find "given name")
  end)

  it("leave out what a dictionary has linked", function()
    local dict = gloss.dict.new {
      { id = "b", type = "PERSON", name = "Ann Bell" } }:open()
    local doc = named("We saw Ann Bell and Carl Moor.", nil,
                      gloss.link { dict = dict })
    assert.same({ "Carl Moor" }, doc.names:texts())
  end)

  it("skip what is masked", function()
    local doc = assert(gloss.doc "We saw Ann Bell.\n\nWe saw Carl Moor.")
    doc:mask { { first = 1, last = 16 } }
    step.prepare { gloss.names() }(doc)
    assert.same({ "Carl Moor" }, doc.names:texts())
  end)

  it("find nothing in scripts without capitals, and nothing in nothing", function()
    for lang, text in pairs { zh = "李先生在北京。", ar = "التقى أحمد", en = "" } do
      assert.equal(0, #named(text, { lang = lang }).names)
    end
  end)

  it("take time that grows with the text alone", function()
    local text = ("Ann Bell of the Meridian Fund met Carl Moor. "):rep(400)
    assert.equal(1200, #named(text).names)
    assert.is_true(#named(("Ann "):rep(20000)).names >= 0)
    assert.is_true(#named(("von der "):rep(5000) .. "Ann").names >= 0)
    assert.is_true(#named(("A-"):rep(5000)).names >= 0)
  end)
end)
