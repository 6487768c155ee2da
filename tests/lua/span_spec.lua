--- Spans: places, fields, citations.
local gloss = require "gloss"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("a span", function()
  local doc
  before_each(function()
    doc = gloss.doc("Ann met Bob in 1999. He left.\n\nShe \u{2014} stayed.",
                    { id = "a.txt", lang = "en" })
  end)

  it("is exactly its bytes, in every view", function()
    for _, name in ipairs { "tokens", "sentences", "paragraphs", "lines" } do
      for s in doc[name] do
        assert.equal(doc.text:sub(s.first, s.last), s.text)
        assert.equal(#s.text, #s)
        assert.equal(s.text, tostring(s))
        assert.equal(name, s.layer)
      end
    end
  end)

  -- Pieces of many scripts, in any order: nothing may make a span inexact.
  it("is exactly its bytes, whatever the text", function()
    local pieces = { "Ann", "don't", "U.S.", "3.14", "$", " ", "  ", "\n",
      "\r\n", "\n\n", "\t", ".", "?!", "\u{2026}", "\u{201C}", "\u{201D}",
      "\u{E9}", "e\u{301}", "\u{301}", "\u{200D}", "\u{1F469}\u{200D}\u{1F4BB}",
      "\u{1F1FA}\u{1F1F8}", "\u{4E2D}\u{6587}", "\u{3002}", "\u{30AB}\u{30CA}",
      "\u{5D0}\u{5D1}", "\u{627}\u{644}", "\u{AD}", "\0", "\u{2028}",
      "\u{FEFF}", "http://a.b/c?d", "x@y.org", "#tag", "@me", "-", "\u{AC00}",
      "\u{10FFFF}", "(", ")", "I\u{307}", "\u{DF}", "\u{FB01}", "1,000", "5%" }
    math.randomseed(11)
    for i = 1, 400 do
      local parts = {}
      for j = 1, math.random(0, 30) do parts[j] = pieces[math.random(#pieces)]
      end
      local text = table.concat(parts)
      local d = gloss.doc(text, { lang = ({ "en", "und", "de" })[i % 3 + 1] })
      for _, name in ipairs { "tokens", "sentences", "paragraphs", "lines",
                              "atoms" } do
        local last = 0
        for s in d:layer(name) do
          assert.equal(text:sub(s.first, s.last), s.text)
          assert.is_true(s.first > last)
          assert.is_true(utf8.len(s.text) ~= nil)
          last = s.last
        end
      end
      for s in d.sentences do
        assert.not_matches("^[ \t\n]", s.text)
        assert.not_matches("[ \t\n]$", s.text)
      end
      for t in d.tokens do assert.not_matches("^[ \t\r\n]", t.text) end
    end
  end)

  it("knows token fields", function()
    local t = doc.tokens[1]
    assert.equal("word", t.kind)
    assert.equal("ann", t.folded)
    assert.equal("Xx", t.shape)
    assert.is_false(t.clitic)
    assert.same({ "one_atom", "ascii" }, t.flags)
    assert.equal("string", type(t.rule))
    assert.equal("number", doc.tokens[5].kind)
    assert.equal("string", type(doc.sentences[1].rule))
  end)

  it("knows what is around it and in it", function()
    local t = doc.tokens[3]
    assert.equal("Ann met Bob in 1999.", t.sentence.text)
    assert.equal("Ann met Bob in 1999. He left.", t.paragraph.text)
    assert.equal(6, #t.sentence.tokens)
    assert.equal(2, #t.paragraph.sentences)
    assert.equal(0, #t.entities)
    local gap = doc:span(21, 21)
    assert.is_nil(gap.sentence)
    assert.equal(0, #gap.tokens)
    assert.equal(doc, t.doc)
    assert.equal(3, t.index)
    assert.is_nil(gap.index)
    assert.is_nil(gap.layer)
    assert.is_false(t.masked)
  end)

  it("cites itself", function()
    assert.equal("a.txt#8-11", doc.tokens[3]:ref())
    assert.equal("#0-1", gloss.doc("x").tokens[1]:ref())
    assert.matches("^tokens, rule ", doc.tokens[3]:why())
    assert.equal("span", doc:span(1, 3):why())
    doc:add("mine", { { doc.tokens[1], via = "alias", id = "per:ann" } })
    assert.equal("mine, via alias, id per:ann", doc.mine[1]:why())
  end)

  it("shows its context", function()
    assert.equal("met Bob in", doc.tokens[3]:context(1).text)
    assert.equal("Bob", doc.tokens[3]:context(0).text)
    assert.equal("Ann met Bob in 1999", doc.tokens[3]:context(2).text)
    assert.equal(doc.text, doc.tokens[3]:context(1000).text)
    assert.equal("Ann met", doc.tokens[1]:context(1).text)
    assert.equal("1999. He left", doc:span(20, 24):context(1).text)
    assert.equal("in 1999", doc:span(15, 15):context(1).text)
    raises("not below 0", function() doc.tokens[1]:context(-1) end)
  end)

  it("is equal to a span at the same place of the same document", function()
    assert.equal(doc.tokens[1], doc.sentences[1].tokens[1])
    assert.equal(doc.tokens[1], doc:span(1, 3))
    assert.not_equal(doc.tokens[1], doc.tokens[2])
    assert.not_equal(doc.tokens[1], gloss.doc(doc.text).tokens[1])
    assert.is_false(doc.tokens[1] == "Ann")
  end)

  it("joins with strings", function()
    assert.equal("<Ann>", "<" .. doc.tokens[1] .. ">")
    assert.equal("AnnBob", doc.tokens[1] .. doc.tokens[3])
  end)

  it("raises for unknown fields, with the nearest", function()
    raises('span_spec.lua:%d+: no field of tokens "kinf" '
           .. '%(did you mean "kind"%?%)',
           function() return doc.tokens[1].kinf end)
    raises('no field of sentences "kind"',
           function() return doc.sentences[1].kind end)
    raises('no field of a span "kind"', function() return doc:span(1, 1).kind
    end)
    raises("a span has no captures", function() return doc.tokens[1][1] end)
    raises("no span of a text", function() doc:span(0, 1) end)
    raises("no span of a text", function() doc:span(3, 2) end)
  end)

  it("cannot be assigned to", function()
    assert.is_false(pcall(function() doc.tokens[1].text = "x" end))
    assert.is_false(pcall(function() doc.tokens[1].foo = "x" end))
  end)
end)
