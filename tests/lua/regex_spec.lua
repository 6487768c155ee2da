--- Regular expressions over documents, spans and strings.
local gloss = require "gloss"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

local function all(re, where)
  local found = {}
  for m in re:gmatch(where) do
    found[#found + 1] = type(m) == "table" and m.text or m.text
  end
  return found
end

describe("gloss.regex", function()
  local doc
  before_each(function()
    doc = gloss.doc "On 5 May 2025 and 6 June he said \u{201C}yes\u{201D}."
  end)
  local dates = gloss.regex [[(?<day>\d+) (?<month>[A-Z]\w+)(?: (?<year>\d+))?]]

  it("finds spans in documents", function()
    local m = dates:match(doc)
    assert.equal("5 May 2025", m.text)
    assert.equal("5", m.day.text)
    assert.equal("May", m[2].text)
    assert.equal("2025", m.year.text)
    assert.equal(m, m[0])
    assert.equal("5 May 2025", doc.text:sub(m.first, m.last))
    assert.equal("2025", doc.text:sub(m.year.first, m.year.last))
    assert.equal(doc.tokens[2], m.day)
    local second = dates:match(doc, m.last + 1)
    assert.equal("6 June", second.text)
    assert.is_nil(second.year)
    assert.is_nil(second[3])
    assert.is_nil(dates:match(doc, second.last + 1))
    assert.same({ "5 May 2025", "6 June" }, all(dates, doc))
  end)

  it("gives places with find", function()
    local first, last, day, month = dates:find(doc)
    assert.same({ 4, 13 }, { first, last })
    assert.equal("5", day.text)
    assert.equal("May", month.text)
    assert.same({ 4, 13, "5", "May", "2025" }, { dates:find(doc.text) })
    assert.same({ 19, 24, "6", "June" }, { dates:find(doc.text, 14) })
    assert.is_nil(dates:find("nothing"))
  end)

  it("gives places without values", function()
    local text = "On 5 May 2025 and 6 June, she said. On 7 July."
    local re = gloss.regex [[(\d+) (?:(May)|[A-Z]\w+)]]
    local function rows(where)
      local found = {}
      for a, b, c, d, e, f in re:offsets(where) do
        found[#found + 1] = { a, b, c, d, e or false, f or false }
      end
      return found
    end
    local every = { { 4, 8, 4, 4, 6, 8 }, { 19, 24, 19, 19, false, false },
                  { 40, 45, 40, 40, false, false } }
    local own = assert(gloss.doc(text))
    assert.same(every, rows(text))
    assert.same(every, rows(own))
    assert.same({ every[3] }, rows(own.sentences[2]))
    raises("document, span or string expected", function() re:offsets(5) end)
    local next_match = re:offsets(own)
    own:close()
    raises("document is closed", next_match)
  end)

  it("searches inside spans", function()
    local span = doc:span(10, 24)
    assert.same({ "6 June" }, all(dates, span))
    assert.same({ "2025" }, all(gloss.regex "^\\d+", span))
    local m = gloss.regex("June"):match(span)
    assert.equal(doc.text:find "June", m.first)
    assert.equal(doc.text:find "June", (gloss.regex("June"):find(span)))
  end)

  it("searches strings", function()
    local m = dates:match "on 7 July!"
    assert.same({ "7 July", 4, 9, "7", "July", "7", nil },
                { m.text, m.first, m.last, m.day, m.month, m[1], m.year })
    assert.same({ "a", "b", "\u{E9}" }, all(gloss.regex("\\p{L}"),
                                           "a1b2\u{E9}"))
    assert.same({ "", "", "" }, all(gloss.regex("x*"), "\u{E9}b"))
    raises("not valid UTF%-8", function() dates:match "a\xFF" end)
  end)

  it("understands flags", function()
    assert.equal("YES", gloss.regex("yes", "i"):match("YES").text)
    assert.equal(2, #all(gloss.regex("^.", "m"), "a\nb"))
    assert.equal("a\nb", gloss.regex("a.b", "s"):match("a\nb").text)
    assert.equal("ab", gloss.regex("a b # c", "x"):match("ab").text)
    assert.equal("\u{E9}", gloss.regex("\\w", "u"):match("\u{E9}").text)
    assert.is_nil(gloss.regex("\\w"):match "\u{E9}")
    raises("no regex flag 'q'", function() gloss.regex("a", "q") end)
  end)

  it("reports a pattern that does not compile", function()
    local re, err = gloss.regex "a(b"
    assert.is_nil(re)
    assert.equal("bad_regex", err.code)
    assert.equal(4, err.first)
  end)

  it("refuses captures called like fields of spans", function()
    raises("capture 'text' is called like a field of a span",
           function() gloss.regex "(?<text>a)" end)
  end)

  it("takes the alternative that is set, of one name", function()
    local re = gloss.regex "(?J)(?:(?<v>a)|(?<v>b))"
    if re then
      assert.equal("b", re:match(gloss.doc "b").v.text)
      assert.equal("b", re:match("b").v)
    end
  end)

  it("leaves out empty matches and empty captures of documents", function()
    assert.same({ "a" }, all(gloss.regex "a*", gloss.doc "bab"))
    local m = gloss.regex("b()a"):match(gloss.doc "ba")
    assert.is_nil(m[1])
  end)

  it("does not search what is masked", function()
    local masked = gloss.doc "one two three four two"
    masked:mask { masked:span(5, 7) }
    assert.same({ "one", "three", "four", "two" },
                all(gloss.regex "\\w+", masked))
    assert.is_nil(gloss.regex("one two"):match(masked))
    assert.is_nil(gloss.regex("two three"):match(masked))
    assert.equal(20, (gloss.regex("two"):find(masked)))
    assert.same({ "one ", " three four two" }, all(gloss.regex ".+", masked))
    assert.same({ "three" }, all(gloss.regex "t\\w+", masked:span(3, 14)))
    masked = gloss.doc "abcdef"
    masked:mask { masked:span(1, 2), masked:span(5, 6) }
    assert.same({ "cd" }, all(gloss.regex "\\w+", masked))
    masked = gloss.doc "ab"
    masked:mask { masked:span(1, 2) }
    assert.same({}, all(gloss.regex "\\w+", masked))
  end)

  it("ends where matching costs too much", function()
    local text = ("a"):rep(60) .. "d"
    local hard = gloss.regex "^(a|aa|aaa)+[bc]?$"
    for _, where in ipairs { text, gloss.doc(text) } do
      local m, err = hard:match(where)
      assert.is_nil(m)
      assert.equal("limit", err.code)
      assert.equal("limit", select(2, hard:find(where)).code)
      raises("limit", function() for _ in hard:gmatch(where) do end end)
    end
  end)

  it("raises for what cannot be searched", function()
    raises("document, span or string expected", function() dates:match(5) end)
    raises("no capture 9", function() return dates:match(doc)[9] end)
    raises('no field of a span "dya"',
           function() return dates:match(doc).dya end)
  end)

  it("brings spans to the edges of tokens where asked", function()
    local where = gloss.doc "Reported 12.5% gains in US-made goods."
    local function aligned(re, align)
      return all(assert(gloss.regex(re, "", align)), where)
    end
    assert.same({ "port" }, aligned("port", "none"))
    assert.same({}, aligned("port", "strict"))
    assert.same({ "Reported" }, aligned("Reported", "strict"))
    assert.same({ "Reported" }, aligned("port", "expand"))
    assert.same({}, aligned("port", "contract"))
    assert.same({ "gains" }, aligned("d? ?gains i", "contract"))
    assert.same({ "gains in" }, aligned("ains i", "expand"))
    local m = gloss.regex("(ain)s (i)", "", "expand"):match(where)
    assert.same({ "gains", "in" }, { m[1].text, m[2].text })
    m = gloss.regex("(gains) (i)", "", "contract"):match(where)
    assert.equal("gains", m[1].text)
    assert.is_nil(m[2])
    assert.equal("eported", gloss.regex("port", "", "expand")
      :match(where:span(2, 20)).text)
    raises("invalid option 'x'", gloss.regex, "a", "", "x")
  end)
end)
