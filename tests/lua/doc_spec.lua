--- Documents: making, fields, layers, masks.
local gloss = require "gloss"

local TEXT = "Ann met Bob. He left.\n\nAdvertisement\n\nIt was \u{2018}late\u{2019}."

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("gloss.doc", function()
  it("names the line of a mistake, in a tail call, too", function()
    raises('^tests/lua/doc_spec.lua:%d+: no option "lng" of gloss.doc %(did',
           function() return gloss.doc("x", { lng = "en" }) end)
    raises("^tests/lua/doc_spec.lua:%d+: gloss.doc: string expected, got nil$",
           function() return gloss.doc() end)
    raises("^tests/lua/doc_spec.lua:%d+: option \"id\" of gloss.doc: string exp",
           function() return gloss.doc("x", { id = 5 }) end)
    raises("^tests/lua/doc_spec.lua:%d+: gloss.doc: options are a table",
           function() return gloss.doc("x", "en") end)
  end)

  it("finds tokens, sentences, paragraphs and lines", function()
    local doc = gloss.doc(TEXT, { lang = "und" })
    assert.equal(TEXT, doc.text)
    assert.same({ "Ann met Bob.", "He left.", "Advertisement",
                  "It was \u{2018}late\u{2019}." }, doc.sentences:texts())
    assert.equal(3, #doc.paragraphs)
    assert.equal(5, #doc.lines - (doc.lines[-1].text == "" and 1 or 0))
    assert.equal("Ann", doc.tokens[1].text)
  end)

  it("keeps what it is given", function()
    local meta = { section = "world" }
    local doc = gloss.doc("x", { id = "a.txt", date = "2025-04-06",
      title = "T", byline = "B", place = "P", date_origin = "field",
      meta = meta, lang = "und" })
    assert.equal("a.txt", doc.id)
    assert.equal("2025-04-06", doc.date)
    assert.equal("T", doc.title)
    assert.equal("B", doc.byline)
    assert.equal("P", doc.place)
    assert.equal("field", doc.date_origin)
    assert.equal("und", doc.lang)
    assert.equal(meta, doc.meta)
    assert.equal("document a.txt", tostring(doc))
  end)

  it("does without options", function()
    local doc = gloss.doc ""
    assert.equal("", doc.text)
    assert.equal("en", doc.lang)
    assert.is_nil(doc.id)
    assert.same({}, doc.meta)
    assert.equal(0, #doc.tokens + #doc.sentences + #doc.paragraphs)
  end)

  it("reports bad UTF-8 and does not raise", function()
    local doc, err = gloss.doc("ab\xFF", { id = "b.txt" })
    assert.is_nil(doc)
    assert.equal("bad_utf8", err.code)
    assert.equal(3, err.first)
    assert.equal("b.txt", err.doc)
    assert.equal(err.message, tostring(err))
  end)

  it("reports a date that is none", function()
    local doc, err = gloss.doc("x", { date = "23/02/2025" })
    assert.is_nil(doc)
    assert.equal("bad_date", err.code)
    assert.equal("bad_date", select(2, gloss.doc("x",
      { date = "2025-02-30" })).code)
  end)

  it("reports a language that is none", function()
    local doc, err = gloss.doc("x", { lang = "xx" })
    assert.is_nil(doc)
    assert.equal("bad_language", err.code)
  end)

  it("raises for what the caller gets wrong", function()
    raises('doc_spec.lua:%d+: no option "lnag".*did you mean "lang"',
           function() gloss.doc("x", { lnag = "en" }) end)
    raises("doc_spec.lua:%d+: .*string expected, got number",
           function() gloss.doc(7) end)
    raises('option "meta" of gloss.doc: table expected',
           function() gloss.doc("x", { meta = "m" }) end)
    raises('no "gloss.dcos" %(did you mean "docs"%?%)',
           function() return gloss.dcos end)
  end)

  it("lets steps set facts of the head, and nothing else", function()
    local doc = gloss.doc("x", { title = "T" })
    doc.title, doc.date = "U", "2025-01-02"
    assert.equal("U", doc.title)
    assert.equal("2025-01-02", doc.date)
    doc.title = nil
    assert.is_nil(doc.title)
    for _, good in ipairs { "2025", "2025-04", "2025-04-06T10:00" } do
      doc.date = good
      assert.equal(good, doc.date)
    end
    for _, bad in ipairs { "", "6 April", "2025-4-6", "2025-13", "2025-04-32",
                           "2025-04-06x", "2025-" } do
      raises("is no ISO date", function() doc.date = bad end)
    end
    raises("'text' of a document cannot be assigned",
           function() doc.text = "y" end)
    raises("cannot be assigned", function() doc.foo = 1 end)
    raises("field 'title' of a document: string or nil expected, got number$",
           function() doc.title = 5 end)
  end)

  it("holds NUL bytes and every language", function()
    local doc = gloss.doc "a\0b c"
    assert.equal("a\0b c", doc.text)
    for _, code in ipairs(gloss.languages()) do
      local language = assert(gloss.language(code))
      assert.equal(code, language.code)
      assert(gloss.doc("Text. Text.", { lang = code }))
    end
    assert.equal(29, #gloss.languages())
  end)

  it("tells where a sentence might have ended, and why", function()
    local doc = gloss.doc("Mr. Bell left. He slept.", { lang = "en" })
    local ends, not_ends = {}, {}
    for _, d in ipairs(doc:decisions()) do
      assert.equal("string", type(d.rule))
      local list = d.boundary and ends or not_ends
      list[#list + 1] = doc.text:sub(1, d.last):match "%S+$"
    end
    assert.same({ "Mr." }, not_ends)
    assert.equal("left.", ends[1])
    assert.same({}, gloss.doc(""):decisions())
  end)

  it("counts what its lines look like", function()
    local doc = gloss.doc("Home | News\n\n  It's a RED day, he said. (\"Yes...\")\r\n他说这是好日子。\n12 May: www.b.org #sun",
                          { lang = "en" })
    local forms = doc:line_forms()
    local function column(name) return table.concat(forms[name], " ") end
    assert.equal("Home | News", doc.text:sub(forms.first[1], forms.last[1]))
    assert.equal("12 May: www.b.org #sun", doc.text:sub(forms.first[4], forms.last[4]))
    assert.equal("0 1 0 0", column "blank_above")
    assert.equal("2 7 7 2", column "words")
    assert.equal("2 3 0 1", column "capitals")
    assert.equal("0 4 0 0", column "small")
    assert.equal("0 1 0 0", column "shouted")
    assert.equal("0 0 7 0", column "wide")
    assert.equal("0 0 0 1", column "numbers")
    assert.equal("0 1 0 0", column "stops")
    assert.equal("0 1 0 1", column "pauses")
    assert.equal("1 0 0 0", column "signs")
    assert.equal("0 0 0 2", column "links")
    assert.equal("HI他1", utf8.char(table.unpack(forms.head)))
    assert.equal("s…。n", utf8.char(table.unpack(forms.tail)))
    assert.equal(doc.tokens[forms.token[4]].text, "12")
    assert.equal(#doc.tokens, forms.token[4] + forms.tokens[4] - 1)
    assert.equal(0, #gloss.doc(" \n\t"):line_forms().words)
  end)

  it("can be closed, which raises later", function()
    local kept
    do
      local doc <close> = gloss.doc "Ann met Bob."
      kept = doc.tokens[1]
      assert.equal("Ann", kept.text)
    end
    assert.equal("Ann", tostring(kept))
    raises("document is closed", function() return kept.text end)
    raises("document is closed", function() return kept.doc.tokens end)
    kept = nil
    local doc = gloss.doc "x"
    doc:close()
    doc:close()
    raises("document is closed", function() return #doc.tokens end)
  end)

  it("is kept alive by its spans", function()
    local span = gloss.doc("Ann met Bob.").tokens[3]
    collectgarbage()
    collectgarbage()
    assert.equal("Bob", span.text)
    assert.equal("Ann met Bob.", span.sentence.text)
  end)
end)

describe("layers", function()
  local doc
  before_each(function() doc = gloss.doc(TEXT, { id = "a" }) end)

  it("are empty while nobody has made them", function()
    for _, name in ipairs { "entities", "quotes", "times", "amounts",
                            "acronyms", "noise", "names", "roles" } do
      assert.equal(0, #doc[name])
      assert.is_false(doc:has(name))
      assert.equal(0, #doc[name]:where { kind = "x" })
    end
    raises('no field or layer "qoutes" %(did you mean "quotes"%?%)',
           function() return doc.qoutes end)
    raises('no field or layer "mine"', function() doc:layer "mine" end)
  end)

  it("keep rows, sorted, with columns of all kinds", function()
    local view = doc:add("mine", {
      { first = 9, last = 11, who = "Bob", n = 2, yes = true },
      { doc.tokens[1], who = "Ann", real = 0.5, other = doc.tokens[3] },
      { doc:span(1, 12), who = "all" },
    })
    assert.equal(3, #view)
    assert.same({ "Ann met Bob.", "Ann", "Bob" }, view:texts())
    assert.equal("Bob", view[3].who)
    assert.equal(2, view[3].n)
    assert.is_true(view[3].yes)
    assert.is_nil(view[1].n)
    assert.equal(0.5, view[2].real)
    assert.equal("Bob", view[2].other.text)
    assert.equal(doc.tokens[3], view[2].other)
    assert.equal("mine", view[1].layer)
    assert.is_true(doc:has "mine")
    assert.same({ "mine" }, doc:layers())
    assert.equal(3, #doc.mine)
    assert.equal(3, #doc:layer "mine")
  end)

  it("take bare spans, and a view as rows", function()
    doc:add("first", { doc.tokens[1], doc.tokens[2] })
    doc:add("second", doc.tokens:where { text = { "Ann", "Bob" } })
    assert.same({ "Ann", "met" }, doc.first:texts())
    assert.same({ "Ann", "Bob" }, doc.second:texts())
  end)

  it("know declared columns", function()
    doc:add("mine", { { doc.tokens[1], b = 1 } }, { "a", "b" })
    assert.is_nil(doc.mine[1].a)
    assert.equal(1, doc.mine[1].b)
    raises('no field of mine "c"', function() return doc.mine[1].c end)
    doc:add("empty", {}, { "kind" })
    assert.equal(0, #doc.empty:where { kind = "x" })
    assert.is_true(doc:has "empty")
  end)

  it("are given as columns, too", function()
    local view = doc:add_columns("mine", 2, { 9, 1, 5 }, { 11, 3, 5 },
      { "name", "n" }, { { "Bob", false, "x" }, { 1.5, true } })
    assert.equal(2, #view)
    assert.same({ { 1, 3 }, { 9, 11 } }, { { view[1].first, view[1].last },
                                           { view[2].first, view[2].last } })
    assert.is_nil(view[1].name)
    assert.is_true(view[1].n)
    assert.equal("Bob", view[2].name)
    assert.equal(1.5, view[2].n)
    raises("row 2: no span of a text", function()
      doc:add_columns("a", 2, { 1, 5 }, { 3, #doc.text + 1 }, {}, {})
    end)
    raises("row 1, column 'n': a table", function()
      doc:add_columns("b", 1, { 1 }, { 3 }, { "n" }, { { {} } })
    end)
    raises("every span has a field 'text'", function()
      doc:add_columns("c", 0, {}, {}, { "text" }, { {} })
    end)
    raises("a list for each name", function()
      doc:add_columns("d", 0, {}, {}, { "n" }, {})
    end)
  end)

  it("are added once", function()
    doc:add("mine", {})
    local view, err = doc:add("mine", {})
    assert.is_nil(view)
    assert.equal("too_late", err.code)
  end)

  it("name the row and column at fault", function()
    raises("row 2, column 'x': a table", function()
      doc:add("mine", { { first = 1, last = 3, x = 1 },
                        { first = 1, last = 3, x = {} } })
    end)
    raises("row 1: 2 to 1 is no span", function()
      doc:add("mine", { { first = 2, last = 1 } })
    end)
    raises("row 1: .* is no span of a text of %d+ bytes", function()
      doc:add("mine", { { first = 1, last = 1000 } })
    end)
    local cut = TEXT:find("\u{2018}", 1, true)
    raises("is no span", function()
      doc:add("mine", { { first = cut, last = cut } })
    end)
    raises("row 1: needs a span at %[1%], or first and last",
           function() doc:add("mine", { {} }) end)
    raises("columns: 'x' stands twice$", function()
      doc:add("bad", {}, { "x", "y", "x" })
    end)
    raises("columns: every span has a field 'text'$", function()
      doc:add("bad", {}, { "text" })
    end)
    raises("columns: a number as name of a column$", function()
      doc:add("bad", {}, { 5 })
    end)
    raises("row 1: every span has a field 'text'", function()
      doc:add("mine", { { first = 1, last = 3, text = "x" } })
    end)
    raises("row 1: a number as name of a column", function()
      doc:add("mine", { { first = 1, last = 3, [2] = "x" } })
    end)
    raises("row 1: a span of another document", function()
      doc:add("mine", { gloss.doc("Ann").tokens[1] })
    end)
    raises("a layer cannot be called 'tokens'",
           function() doc:add("tokens", {}) end)
    raises("a layer cannot be called 'add'",
           function() doc:add("add", {}) end)
    assert.is_false(doc:has "mine")  -- checked before it was opened
    assert.equal(0, #doc:add("mine", {}))
  end)

  it("can have fields that are computed", function()
    gloss.core.extend("mine", {
      getters = { double = function(s) return s.n * 2 end },
      methods = { plus = function(s, m) return s.n + m end },
    })
    doc:add("mine", { { doc.tokens[1], n = 4 } })
    assert.equal(8, doc.mine[1].double)
    assert.equal(7, doc.mine[1]:plus(3))
    assert.equal(1, #doc.mine:where { double = 8 })
    assert.same({ [8] = 1 }, doc.mine:count "double")
    raises('did you mean "double"', function() return doc.mine[1].duoble end)
    gloss.core.extend("mine", {})
    raises("'tokens' cannot be extended: they are no layer$",
           function() gloss.core.extend("tokens", {}) end)
    raises('no "getter" of gloss.core.extend',
           function() gloss.core.extend("mine", { getter = {} }) end)
    raises("table expected, got number",
           function() gloss.core.extend("mine", { getters = 5 }) end)
  end)
end)

describe("a mask", function()
  local doc
  before_each(function()
    doc = gloss.doc(TEXT)
    local first, last = TEXT:find "Advertisement"
    assert.is_true(doc:mask { { first = first, last = last } })
  end)

  it("hides what it covers from every view but all", function()
    assert.same({ "Ann met Bob.", "He left.", "It was \u{2018}late\u{2019}." },
                doc.sentences:texts())
    assert.equal(4, #doc:all "sentences")
    assert.equal(#doc:all "tokens" - 1, #doc.tokens)
    assert.equal(2, #doc.paragraphs)
    assert.equal(#doc:all "lines" - 1, #doc.lines)
    assert.is_true(doc:all("sentences")[3].masked)
    assert.is_false(doc.sentences[1].masked)
  end)

  it("hides rows of layers, but not of noise", function()
    local first, last = TEXT:find "Advertisement"
    doc:add("mine", { { first = first, last = last }, doc.tokens[1] })
    doc:add("noise", { { first = first, last = last, reason = "ad" } })
    assert.same({ "Ann" }, doc.mine:texts())
    assert.equal(2, #doc:all "mine")
    assert.same({ "Advertisement" }, doc.noise:texts())
  end)

  it("comes once, before sentences", function()
    local ok, err = doc:mask { doc:span(1, 3) }
    assert.is_nil(ok)
    assert.equal("too_late", err.code)
    local late = gloss.doc "Ann. Bob."
    assert.equal(2, #late.sentences)
    ok, err = late:mask { late.tokens[1] }
    assert.is_nil(ok)
    assert.equal("too_late", err.code)
  end)

  it("takes spans in any order, overlapping", function()
    local other = gloss.doc "one two three four"
    assert.is_true(other:mask { other:span(9, 13), other:span(1, 7),
                                other:span(5, 7) })
    assert.same({ "four" }, other.tokens:texts())
  end)

  it("may be empty", function()
    local other = gloss.doc "one two"
    assert.is_true(other:mask {})
    assert.equal(2, #other.tokens)
  end)
end)
