--- Views: reading, choosing, counting.
local gloss = require "gloss"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("a view", function()
  local doc, people
  before_each(function()
    doc = gloss.doc("Ann met Bob. Bob met Ann. Cy slept.", { lang = "und" })
    people = doc:add("people", {
      { first = 1, last = 3, id = "a", name = "Ann B", role = "x" },
      { first = 9, last = 11, id = "b", name = "Bob C" },
      { first = 14, last = 16, id = "b", name = "Bob C", role = "y" },
      { first = 22, last = 24, id = "a", role = "x", of = doc:span(14, 16) },
      { first = 27, last = 28, role = "z" },
    }, { "id", "name", "role", "of" })
  end)

  it("counts and gives spans by number", function()
    assert.equal(11, #doc.tokens)
    assert.equal("Ann", doc.tokens[1].text)
    assert.equal(".", doc.tokens[-1].text)
    assert.equal("slept", doc.tokens[-2].text)
    assert.is_nil(doc.tokens[0])
    assert.is_nil(doc.tokens[12])
    assert.is_nil(doc.tokens[-12])
    assert.equal("tokens (11)", tostring(doc.tokens))
    assert.equal("tokens", doc.tokens.name)
    assert.equal(doc, doc.tokens.doc)
  end)

  it("is walked through by for, in loops in loops", function()
    local pairs_seen = {}
    for s in doc.sentences do
      for p in people:within(s) do
        for t in p.tokens do
          pairs_seen[#pairs_seen + 1] = s.index .. t.text
        end
      end
    end
    assert.same({ "1Ann", "1Bob", "2Bob", "2Ann", "3Cy" }, pairs_seen)
    local n = 0
    for _ in doc.entities do n = n + 1 end
    assert.equal(0, n)
    for i, t in ipairs(doc.tokens) do n = i; assert.equal(i, t.index) end
    assert.equal(11, n)
  end)

  it("is walked through where it was filtered", function()
    local view = people:where { role = { "x", "y" } }
    local texts = {}
    for p in view do
      for q in view do texts[#texts + 1] = p.text .. q.text end
    end
    assert.equal("AnnAnn AnnBob AnnAnn BobAnn BobBob BobAnn AnnAnn AnnBob "
                 .. "AnnAnn", table.concat(texts, " "))
  end)

  it("chooses by fields", function()
    assert.equal(2, #people:where { id = "a" })
    assert.equal(2, #people:where { role = "x" })
    assert.equal(3, #people:where { role = { "x", "z" } })
    assert.equal(1, #people:where { id = "b", role = "y" })
    assert.equal(1, #people:where { id = false })
    assert.equal(1, #people:where { role = false })
    assert.equal(2, #people:where { role = { "y", false } })
    assert.equal(4, #people:where { of = false })
    assert.equal(1, #people:where { of = doc.tokens[5] })
    assert.equal(0, #people:where { of = doc.tokens[1] })
    assert.equal(1, #people:where { of = "Bob" })
    assert.equal(2, #people:where { text = "Ann" })
    assert.equal(1, #people:where { first = 22 })
    assert.equal(8, #doc.tokens:where { kind = "word" })
    assert.equal(1, #people:where { id = "b" }:where { role = false })
  end)

  it("raises for what cannot be meant", function()
    raises('no field of people "rloe" %(did you mean "role"%?%)',
           function() people:where { rloe = "x" } end)
    local nobody = nil
    raises("where needs a field", function() people:where { id = nobody } end)
    raises("table expected", function() people:where "id" end)
    raises("where takes names of fields", function() people:where { "id" } end)
    raises("a function cannot be asked for",
           function() people:where { id = print } end)
    raises("a table cannot be asked for",
           function() people:where { id = { {} } } end)
    raises('no field of a view "wehre" %(did you mean "where"%?%)',
           function() return people.wehre end)
    raises('no field of tokens "knid"',
           function() doc.tokens:count "knid" end)
    raises('no field of tokens "id"', function() doc.tokens:ids() end)
    raises("span of another document",
           function() people:within(gloss.doc("x").tokens[1]) end)
    raises("gloss.span expected", function() people:within(3) end)
  end)

  it("lists texts, ids, names and values", function()
    assert.same({ "Ann", "Bob", "Bob", "Ann", "Cy" }, people:texts())
    assert.same({ "a", "b" }, people:ids())
    assert.same({ "Ann", "Ann B", "Bob C", "Cy" }, people:names())
    assert.same({ "x", false, "y", "x", "z" }, people:values "role")
    assert.same({ "Ann", "Bob", "Cy" }, doc.tokens:where { text =
      { "Ann", "Bob", "Cy" } }:names())
    assert.same({ x = 2, y = 1, z = 1 }, people:count "role")
    assert.same({ Bob = 1 }, people:count "of")
    assert.same({ word = 8, punctuation = 3 }, doc.tokens:count "kind")
    assert.same({}, doc.entities:ids())
    assert.same({}, doc.entities:count "type")
  end)

  it("gives offsets without objects", function()
    for _, view in ipairs { doc.tokens, doc.sentences, doc.lines, people,
                            people:where { id = "a" }, doc.entities } do
      local i = 0
      for first, last in view:offsets() do
        i = i + 1
        assert.equal(view[i].first, first)
        assert.equal(view[i].last, last)
      end
      assert.equal(#view, i)
    end
  end)

  it("finds what lies inside, and what overlaps", function()
    assert.same({ "Bob", "met", "Ann", "." },
                doc.tokens:within(doc.sentences[2]):texts())
    assert.same({ "Bob", "." }, doc.tokens:overlapping(doc:span(10, 12)):texts())
    assert.same({}, doc.tokens:within(doc:span(10, 10)):texts())
    assert.same({ "Ann met Bob." },
                doc.sentences:overlapping(doc.tokens[2]):texts())
    assert.same({}, doc.tokens:overlapping(doc:span(4, 4)):texts())
  end)

  it("finds long rows that begin far before", function()
    doc:add("nested", { doc:span(1, 35), doc:span(1, 3), doc:span(5, 7),
                        doc:span(9, 35), doc:span(14, 16) })
    local found = doc.nested:overlapping(doc:span(27, 28))
    assert.same({ 35, 35 }, { found[1].last, found[2].last })
    assert.equal(2, #found)
    assert.same({ "met" }, doc.nested:within(doc:span(4, 8)):texts())
  end)

  -- Every view's answers are those of the definition.
  it("agrees with the definition on random layers", function()
    math.randomseed(7)
    for _ = 1, 30 do
      local text = ("x"):rep(40)
      local d = gloss.doc(text, { lang = "und" })
      local rows = {}
      for i = 1, math.random(0, 20) do
        local first = math.random(40)
        rows[i] = { first = first, last = math.random(first, 40),
                    n = math.random(3) }
      end
      local view = d:add("rows", rows, { "n" })
      local first = math.random(40)
      local span = d:span(first, math.random(first, 40))
      local inside, overlap = 0, 0
      for i = 1, #view do
        local s = view[i]
        if s.first >= span.first and s.last <= span.last then
          inside = inside + 1
        end
        if s.first <= span.last and s.last >= span.first then
          overlap = overlap + 1
        end
      end
      assert.equal(inside, #view:within(span))
      assert.equal(overlap, #view:overlapping(span))
      local odd = view:where { n = { 1, 3 } }
      overlap = 0
      for s in odd do
        if s.first <= span.last and s.last >= span.first then
          overlap = overlap + 1
        end
      end
      assert.equal(overlap, #odd:overlapping(span))
    end
  end)
end)
