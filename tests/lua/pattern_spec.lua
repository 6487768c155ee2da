--- Token patterns in Lua: one, many, what is captured, what is refused.
local gloss = require "gloss"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

local function texts(p, where)
  local found = {}
  for m in p:gmatch(where) do found[#found + 1] = m.text end
  return found
end

describe("gloss.pattern", function()
  local doc
  before_each(function()
    doc = gloss.doc("The chief of Acme met Ann Bell. She told the chief of "
      .. "Orion no.", { id = "a.txt" })
    doc:add("entities", {
      { doc.tokens[4], type = "ORG", id = "org:acme" },
      { first = doc.tokens[6].first, last = doc.tokens[7].last,
        type = "PERSON", id = "per:bell" },
      { doc.tokens[14], type = "ORG", id = "org:orion" },
    }, { "type", "id", "role" })
  end)

  it("finds, matches and goes on as string does", function()
    local p = gloss.pattern "chief of x:[]"
    local first, last, x = p:find(doc)
    assert.same({ 5, 17, "Acme" }, { first, last, x.text })
    assert.same({ "chief of Acme", "chief of Orion" }, texts(p, doc))
    local m = p:match(doc, last)
    assert.equal("chief of Orion", m.text)
    assert.equal(doc.text:sub(m.first, m.last), m.text)
    assert.equal("Orion", m.x.text)
    assert.equal(m.x, m[1])
    assert.equal(m, m[0])
    assert.is_nil(p:match(doc, m.last))
    assert.is_nil((p:find(doc, -4)))
    assert.equal(2, p:count(doc))
  end)

  it("searches inside spans", function()
    local p = gloss.pattern "chief of []"
    assert.same({ "chief of Orion" }, texts(p, doc.sentences[2]))
    assert.same({}, texts(p, doc:span(5, 12)))
    assert.equal("chief of Acme", p:match(doc.sentences[1]).text)
  end)

  it("captures annotations as rows of their layer", function()
    local m = gloss.pattern "of org:<ORG> met who:<PERSON>":match(doc)
    assert.equal("org:acme", m.org.id)
    assert.equal("per:bell", m.who.id)
    assert.equal("entities", m.who.layer)
    assert.equal(doc.entities[2], m.who)
  end)

  it("gives nil for a capture that is not set", function()
    local m = gloss.pattern "a:the? b:told":match(doc)
    assert.is_nil(m.a)
    assert.is_nil(m[1])
    assert.equal("told", m.b.text)
    local first, _, a, b = gloss.pattern "a:the? b:told":find(doc)
    assert.equal(37, first)
    assert.is_nil(a)
    assert.equal("told", b.text)
    raises('no field of a span "c"', function() return m.c end)
    raises("no capture 3", function() return m[3] end)
  end)

  it("gives places without values", function()
    local function rows(p, by, where)
      local found = {}
      for a, b, c, d, e, f in p[by](p, where) do
        found[#found + 1] = { a, b, c or false, d or false, e or false,
                              f or false }
      end
      return found
    end
    local p = gloss.pattern "a:the? b:chief of <ORG>"
    assert.same({ { 1, 17, 1, 3, 5, 9 }, { 42, 59, 42, 44, 46, 50 } },
                rows(p, "offsets", doc))
    assert.same({ { 1, 4, 1, 1, 2, 2 }, { 11, 14, 11, 11, 12, 12 } },
                rows(p, "tokens", doc))
    local none = gloss.pattern "a:the? b:told who:<ORG>?"
    assert.same({ { 37, 40, false, false, 37, 40 } },
                rows(none, "offsets", doc.sentences[2]))
    assert.same({ { 10, 10, false, false, 10, 10 } },
                rows(none, "tokens", doc))
    assert.same({}, rows(p, "offsets", doc:span(5, 12)))
    for first, last, org in gloss.pattern "of x:<ORG>":tokens(doc) do
      assert.equal(doc.tokens[org], doc.tokens[last])
      assert.equal("of", doc.tokens[first].text)
    end
    raises("document or span expected", p.offsets, p, "text")
  end)

  it("gives the names of a set with the places", function()
    local set = gloss.patterns { rank = "chief", spoke = "she w:told" }
    local found = {}
    for first, last, name, a, b in set:offsets(doc) do
      found[#found + 1] = { first, last, name, a or false, b or false }
    end
    assert.same({ { 5, 9, "rank", false, false },
                  { 33, 40, "spoke", 37, 40 },
                  { 46, 50, "rank", false, false } }, found)
  end)

  it("compiles the same patterns once", function()
    local list = {}
    for i = 1, 3000 do
      list[i] = ("w%d (of|in) [shape=Xx & length>%d]"):format(i, i % 9 + 1)
    end
    local kept = {}
    -- The best of five: of sets that differ in one pattern, or in none.
    local function seconds(last)
      local best = math.huge
      for i = 1, 5 do
        list[3000] = last or "chief | w" .. i
        collectgarbage()
        local start = os.clock()
        kept[#kept + 1] = gloss.patterns(list)
        best = math.min(best, os.clock() - start)
      end
      return best
    end
    local fresh, again = seconds(), seconds "chief | w1"
    assert.is_true(again < fresh * 0.8)
    for _, set in ipairs(kept) do assert.equal(2, set:count(doc)) end
    -- Where words end is part of what is compared.
    local a = gloss.pattern("$x", { words = { x = { "chief", "of" } } })
    local b = gloss.pattern("$x", { words = { x = { "chief of" } } })
    assert.same({ 4, 2 }, { a:count(doc), b:count(doc) })
  end)

  it("takes word lists and parts", function()
    local p = gloss.pattern("$boss of $name", {
      words = { boss = { "chief", "vice president" } },
      parts = { name = "n:[shape=Xx]+" },
    })
    assert.same({ "chief of Acme", "chief of Orion" }, texts(p, doc))
    assert.equal("Acme", p:match(doc).n.text)
    assert.same({ "n" }, p:captures())
    local other = gloss.doc "A Vice President of Chad."
    assert.equal("Vice President of Chad", p:match(other).text)
  end)

  it("stays in a sentence unless told otherwise", function()
    assert.is_nil(gloss.pattern("bell . she"):match(doc))
    local p = gloss.pattern("bell . she", { across = true })
    assert.equal("Bell. She", p:match(doc).text)
  end)

  it("never touches what is masked", function()
    local masked = gloss.doc "a b\n\nb a b"
    assert(masked:mask { { first = 6, last = 6 } })
    assert.same({ "a b", "a b" }, texts(gloss.pattern "a b", masked))
    assert.same({}, texts(gloss.pattern("b b", { across = true }), masked))
  end)

  it("cuts words as its language does", function()
    local french = gloss.doc("l'homme dort", { lang = "fr" })
    assert.same({ "l'homme" },
                texts(gloss.pattern("l'homme", { lang = "fr" }), french))
  end)

  it("keeps matches when it is asked again", function()
    local p, seen = gloss.pattern "chief of x:[]", {}
    for m in p:gmatch(doc) do
      for inner in p:gmatch(doc) do seen[#seen + 1] = m.x .. "/" .. inner.x end
    end
    assert.same({ "Acme/Acme", "Acme/Orion", "Orion/Acme", "Orion/Orion" },
                seen)
  end)

  it("says how a match came about", function()
    local p = gloss.pattern "chief of x:(<ORG>|<PERSON>)"
    local steps = {}
    for i, s in ipairs(p:explain(p:match(doc))) do
      steps[i] = s.source .. "=" .. s.span
    end
    assert.same({ "chief=chief", "of=of", "<ORG>=Acme" }, steps)
    local miss = gloss.pattern("met ann (smith|jones)"):nearest(doc)
    assert.equal("met Ann", miss.span.text)
    assert.same({ "smith", "jones" }, miss.expected)
    assert.is_false(miss.edge)
    assert.is_nil(gloss.pattern("zebra"):nearest(doc))
  end)

  it("refuses what is wrong, with line and place", function()
    raises('pattern, line 2: no test "fodled" %(did you mean "folded"%?%)\n'
      .. "   %[fodled=x%]\n    %^", gloss.pattern, "a\n [fodled=x]")
    raises("pattern %$p, line 1: '%(' is never closed", gloss.pattern, "$p",
           { parts = { p = "(a" } })
    raises("%$p is a part of itself", gloss.pattern, "$p",
           { parts = { p = "a $p" } })
    raises('capture "text" is called like a field', gloss.pattern, "text:a")
    raises('no option "word" of a pattern %(did you mean "words"%?%)',
           gloss.pattern, "a", { word = {} })
    raises('words of a pattern: table expected for "x"', gloss.pattern, "$x",
           { words = { x = "a" } })
    raises("string expected, got nil", gloss.pattern)
    raises("document or span expected", function()
      return gloss.pattern("a"):match "a"
    end)
  end)

  it("gives faults as values where asked", function()
    local made, err = require "gloss.pattern".compile "a [kind=wrod]"
    assert.is_nil(made)
    assert.equal("bad_pattern", err.code)
    assert.equal(9, err.first)
    assert.equal('no kind "wrod" (did you mean "word"?)', tostring(err))
  end)

  it("refuses layers and columns that a document does not have", function()
    raises('no layer "entities"', function()
      return gloss.pattern("<ORG>"):match(gloss.doc "Acme")
    end)
    raises('no column "tpye" of entities %(did you mean "type"%?%)', function()
      return gloss.pattern("<entities tpye=ORG>"):match(doc)
    end)
  end)
end)

describe("gloss.patterns", function()
  local doc = gloss.doc "a b c a b d"

  it("runs many as each alone would run", function()
    local set = gloss.patterns {
      long = "a b c", short = "a b", gap = "b []{0,2} d", x = "y:c",
    }
    local found = {}
    for m, name in set:gmatch(doc) do found[#found + 1] = name .. "=" .. m end
    assert.same({ "long=a b c", "short=a b", "x=c", "short=a b", "gap=b d" },
                found)
  end)

  it("names the pattern that is wrong", function()
    raises("pattern y, line 1: '%(' is never closed", gloss.patterns,
           { x = "a", y = "(b" })
    raises("pattern 2, line 1: '%(' is never closed", gloss.patterns,
           { "a", "(b" })
    raises('"x" is no pattern', gloss.patterns, { x = 1 })
  end)

  it("takes the first of all with match and find", function()
    local set = gloss.patterns { c = "c", b = { "b c", across = true } }
    local m, name = set:match(doc)
    assert.same({ "b c", "b" }, { m.text, name })
    assert.same({ 3, 5, "b" }, { set:find(doc) })
  end)
end)
