--- Text functions and the stable sort.
local gloss = require "gloss"
local text = gloss.text

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("gloss.text", function()
  it("folds and changes case", function()
    assert.equal("strasse", text.fold "Stra\u{DF}e")
    assert.equal("\u{E4}b", text.lower "\u{C4}B")
    assert.equal("\u{C4}B", text.upper "\u{E4}b")
    assert.equal("Ann Met", text.title "ann met")
    assert.equal("Zurich", text.unaccent "Z\u{FC}rich")
    assert.equal(text.collate_key "zurich", text.collate_key "Z\u{DC}RICH")
    assert.equal("dd", text.shape "2025")
    assert.equal("", text.fold "")
  end)

  it("takes text apart", function()
    assert.same({ "Ann", "met", "2", "men" }, text.words "Ann met 2 men.")
    assert.same({ "e\u{301}", "x" }, text.graphemes "e\u{301}x")
    assert.equal(4, text.width "\u{4E2D}\u{6587}")
    assert.equal(1, text.width "e\u{301}")
  end)

  it("knows what is UTF-8, and mends what is not", function()
    assert.is_true(text.valid "\u{E9}")
    assert.same({ false, 2 }, { text.valid "a\xFF" })
    assert.same({ "a\u{FFFD}b", 1 }, { text.repair "a\xFFb" })
    assert.same({ "ab", 0 }, { text.repair "ab" })
  end)

  it("reports bad UTF-8", function()
    for _, name in ipairs { "fold", "lower", "width", "graphemes", "words" } do
      local result, err = text[name] "ab\xFFc"
      assert.is_nil(result)
      assert.equal("bad_utf8", err.code)
      assert.equal(3, err.first)
    end
  end)
end)

describe("gloss.sort", function()
  it("sorts numbers, strings by bytes, and kinds apart", function()
    assert.same({ 1, 1.5, 2, 10 }, gloss.sort { 10, 1.5, 2, 1 })
    assert.same({ "B", "a", "b", "\u{E9}" },
                gloss.sort { "\u{E9}", "b", "a", "B" })
    assert.same({ false, true, 3, "3" }, gloss.sort { "3", 3, true, false })
    assert.same({}, gloss.sort {})
    assert.same({ "a", "a\0", "a\0b" }, gloss.sort { "a\0b", "a", "a\0" })
  end)

  it("sorts by fields, downwards too, absent last", function()
    local rows = { { n = 1, s = "b" }, { n = 2, s = "a" }, { s = "a" },
                   { n = 1, s = "a" } }
    local function order(...)
      local out = {}
      for i, r in ipairs(gloss.sort({ table.unpack(rows) }, ...)) do
        out[i] = (r.n or "-") .. r.s
      end
      return table.concat(out, " ")
    end
    assert.equal("1b 1a 2a -a", order "n")
    assert.equal("2a 1b 1a -a", order "-n")
    assert.equal("2a 1a 1b -a", order("-n", "s"))
    assert.equal("2a -a 1a 1b", order "s")
  end)

  it("sorts by a function, stable, of any length", function()
    math.randomseed(3)
    for count = 0, 70 do
      local list = {}
      for i = 1, count do list[i] = { key = math.random(5), at = i } end
      gloss.sort(list, function(a, b) return a.key < b.key end)
      for i = 2, count do
        local a, b = list[i - 1], list[i]
        assert.is_true(a.key < b.key or (a.key == b.key and a.at < b.at))
      end
    end
  end)

  it("sorts spans by place", function()
    local doc = gloss.doc "a b c"
    local list = gloss.sort { doc.tokens[3], doc:span(1, 1), doc:span(1, 5) }
    assert.same({ "a b c", "a", "c" },
                { list[1].text, list[2].text, list[3].text })
  end)

  it("raises for what has no order", function()
    raises("a function cannot be sorted",
           function() gloss.sort { print, print } end)
    raises("a table cannot be sorted", function() gloss.sort { {}, {} } end)
    raises("no", function()
      gloss.sort({ 2, 1 }, function() error "no" end)
    end)
  end)
end)

describe("core.pairs", function()
  local core = gloss.core

  local function keys(t, iterate)
    local out = {}
    for k in iterate(t) do out[#out + 1] = tostring(k) end
    return table.concat(out, " ")
  end
  local function by_next(t) return core.next, t end

  it("visits numbers, then strings by bytes", function()
    local t = { b = 1, a = 2, [3] = 1, [1] = 1, [2.5] = 1, [-1] = 1,
                [true] = 1, B = 1 }
    assert.equal("-1 1 2.5 3 B a b true", keys(t, core.pairs))
    assert.equal("-1 1 2.5 3 B a b true", keys(t, by_next))
    assert.equal("", keys({}, core.pairs))
    assert.equal("", keys({}, by_next))
  end)

  it("lets the loop change and clear fields", function()
    local t, seen = { a = 1, b = 2, c = 3 }, {}
    for k in core.pairs(t) do
      seen[#seen + 1] = k
      t[k] = nil
      t.b = nil
    end
    assert.same({ "a", "c" }, seen)
  end)

  it("honours __pairs", function()
    local t = setmetatable({}, { __pairs = function()
      return function(_, k) return not k and 1 or nil, "x" end, nil, nil
    end })
    assert.equal("1", keys(t, core.pairs))
  end)
end)
