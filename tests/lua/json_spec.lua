--- JSON, read and written, and rows of layers.
local gloss = require "gloss"
local core = gloss.core
local json = gloss.json

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("json.encode", function()
  it("writes every kind of value", function()
    assert.equal("null", json.encode(nil))
    assert.equal("null", json.encode(json.null))
    assert.equal("[true,false]", json.encode { true, false })
    assert.equal('{"a":{"b":[1,2,[]]}}',
                 json.encode { a = { b = { 1, 2, json.array {} } } })
    assert.equal("{}", json.encode {})
    assert.equal("[]", json.encode(json.array()))
    assert.equal('"Ann"', json.encode(gloss.doc("Ann met").tokens[1]))
  end)

  it("orders keys by bytes, after those that are listed", function()
    local t = { id = 1, a = { z = 1, id = 2 }, Z = 3, text = 4 }
    assert.equal('{"Z":3,"a":{"id":2,"z":1},"id":1,"text":4}', json.encode(t))
    assert.equal('{"text":4,"id":1,"Z":3,"a":{"id":2,"z":1}}',
                 json.encode(t, { "text", "id", "none" }))
    local many, parts = {}, {}
    for i = 1, 50 do
      many[("k%02d"):format(i)] = i
      parts[i] = ('"k%02d":%d'):format(i, i)
    end
    assert.equal("{" .. table.concat(parts, ",") .. "}", json.encode(many))
  end)

  it("writes numbers shortest, to be read back the same", function()
    local cases = { [0.1] = "0.1", [1e300] = "1e+300", [2.0] = "2",
      [-0.5] = "-0.5", [1 / 3] = "0.3333333333333333", [5e-324] = "5e-324",
      [123456789012] = "123456789012", [1e15] = "1000000000000000",
      [0.30000000000000004] = "0.30000000000000004",
      [math.mininteger] = "-9223372036854775808" }
    for number, text in pairs(cases) do
      assert.equal(text, json.encode(number))
      assert.equal(text, core.number(number))
      assert.equal(number, json.decode(text))
    end
    assert.equal("-0", json.encode(-0.0))
    math.randomseed(1)
    for _ = 1, 1000 do
      local n = (math.random() - 0.5) * 10.0 ^ math.random(-300, 300)
      assert.equal(n, tonumber(json.encode(n)))
    end
  end)

  it("escapes what must be escaped", function()
    assert.equal([["\"\\\n\r\t\b\f\u0000\u001f\u007f/é"]],
                 json.encode "\"\\\n\r\t\b\f\0\31\127/\u{E9}")
  end)

  it("raises for what JSON cannot hold", function()
    raises("number that is not finite", json.encode, 0 / 0)
    raises("number that is not finite", json.encode, { math.huge })
    raises("function cannot be written", json.encode, print)
    raises("not UTF%-8", json.encode, "\xFF")
    raises("not UTF%-8", json.encode, { ["\xFF"] = 1 })
    raises("keys that are no strings", json.encode, { 1, x = 2 })
    raises("keys that are no strings", json.encode, { [3] = 1 })
    raises("array with holes", json.encode, json.array { a = 1 })
    local cycle = {}
    cycle[1] = cycle
    raises("in itself", json.encode, cycle)
    raises("gloss.doc", json.encode, gloss.doc "x")
    assert.equal('{"a":1}', json.encode { a = 1 })  -- still works after that
  end)
end)

describe("json.decode", function()
  it("reads every kind of value", function()
    assert.same({ a = { 1, 2.5, "x", true, false } },
                json.decode '{"a":[1,2.5,"x",true,false]}')
    assert.equal(json.null, json.decode "null")
    assert.equal(json.null, json.decode('{"a":null}').a)
    assert.equal("a\0b", json.decode '"a\\u0000b"')
    assert.equal("\u{1F600}", json.decode [["\ud83d\ude00"]])
    assert.equal(9007199254740993, json.decode "9007199254740993")
    assert.equal("integer", math.type(json.decode "1"))
    assert.equal("float", math.type(json.decode "1.0"))
    assert.equal("[]", json.encode(json.decode "[]"))
    assert.equal("{}", json.encode(json.decode "{}"))
  end)

  it("replaces lone surrogates", function()
    local bad = "\u{FFFD}"
    for text, value in pairs {
      [ [["\ud800"]] ] = bad, [ [["\udc00x"]] ] = bad .. "x",
      [ [["\ud800\ud800"]] ] = bad .. bad, [ [["\\ud800"]] ] = "\\ud800",
      [ [["\ud83d\ude00\ude00"]] ] = "\u{1F600}" .. bad,
      [ [["\uD83D\n"]] ] = bad .. "\n", [ [["\\\ud800"]] ] = "\\" .. bad,
    } do
      assert.equal(value, json.decode(text), text)
    end
  end)

  it("says where the fault is", function()
    local value, err = json.decode '{"a":1,\n"b":}'
    assert.is_nil(value)
    assert.equal("bad_json", err.code)
    assert.equal(2, err.line)
    assert.equal(13, err.first)
    for _, bad in ipairs { "", "{", "[1,]", "'a'", "nul", "1 2", '"\xFF"',
                           ("["):rep(100000) } do
      local _, fault = json.decode(bad)
      assert.equal("bad_json", fault.code, bad)
    end
    raises("string expected", json.decode, nil)
  end)

  it("reads long strings as short ones", function()
    local long = ("word "):rep(30)
    for text, value in pairs {
      ["%s"] = "%s", [ [[a\"b\\c\/\b\f\n\r\t%s]] ] = "a\"b\\c/\b\f\n\r\t%s",
      [ [[%s\u00e9\u201d\u0000]] ] = "%s\u{E9}\u{201D}\0",
      [ [[\ud83d\ude00%s\ud800]] ] = "\u{1F600}%s\u{FFFD}",
      [ [[%s\udc00\ud800\ud83d\ude00]] ] = "%s\u{FFFD}\u{FFFD}\u{1F600}",
      ["\u{E9}%s\u{FFFD}\u{1F600}\u{7FF}"] = "\u{E9}%s\u{FFFD}\u{1F600}\u{7FF}",
    } do
      local function fill(s) return (s:gsub("%%s", long)) end
      assert.equal(fill(value), json.decode('"' .. fill(text) .. '"'))
      local t = json.decode(('{"a":["%s","x"], "%s" : "%s"}')
                            :format(fill(text), long, fill(text)))
      assert.same({ a = { fill(value), "x" }, [long] = fill(value) }, t)
    end
  end)

  it("tells long strings from short ones that look like marks", function()
    local long = ("x"):rep(100)
    for _, short in ipairs { "\1", "\0011", "\0012", "1", "\\u00011" } do
      local t = { long, short, long .. "y", { [short] = long } }
      assert.same(t, json.decode(json.encode(t)))
    end
  end)

  it("says where the fault is, among long strings, too", function()
    local long = '"' .. ("x"):rep(100)
    for text, first in pairs { [long] = 101, [long .. '\\q"'] = 103,
                               [long .. '\1"'] = 101, ["[" .. long .. '",]'] = 105,
                               [long .. '\xC0\x80"'] = 101 } do
      local value, err = json.decode(text)
      assert.is_nil(value)
      assert.equal("bad_json", err.code, text)
      assert.equal(first, err.first, text)
    end
  end)

  it("reads back what was written", function()
    local t = { list = { 1, "a", { x = json.null } }, n = -1.5e-7,
                s = "\u{E9}\n\0", e = json.array {} }
    local line = json.encode(t)
    assert.equal(line, json.encode(json.decode(line)))
  end)
end)

describe("core.write", function()
  it("knows its options", function()
    local doc = gloss.doc "Hi"
    local ok, message = pcall(core.write, doc, "tokens", { "start" },
                              { formt = "tsv" })
    assert.is_false(ok)
    assert.matches('no option "formt" of gloss.core.write', message)
    assert.is_false(pcall(core.write, doc, "tokens", { "start" }, { 1 }))
  end)

  local doc
  before_each(function()
    doc = gloss.doc("Ann met B\u{F6}b.\tIt \u{1F600} ended.",
                    { id = "a.txt", date = "2025-01-02", lang = "und" })
    doc:add("mine", {
      { doc.tokens[1], id = "p:ann", n = 1.5, ok = true, other = doc.tokens[3] },
      { doc.tokens[3], text_ = "x\ty\\z" },
    }, { "id", "n", "ok", "other", "text_", "none" })
  end)

  it("writes tokens and sentences as the contract has them", function()
    assert.equal('[{"start":0,"end":3,"kind":"word"},'
      .. '{"start":4,"end":7,"kind":"word"}]',
      (core.write(doc, "tokens", { "start", "end", "kind", "clitic?" })
       :gsub(",{\"start\":8.*", "]")))
    assert.equal('[{"start":0,"end":12},{"start":13,"end":27}]',
                 core.write(gloss.doc("Ann met Bob. It \u{1F600} ended.",
                 { lang = "und" }), "sentences", { "start", "end" }))
  end)

  it("writes columns, references and objects", function()
    assert.equal('[{"start":0,"text":"Ann","who":"p:ann","n":1.5,"ok":true,'
      .. '"sentence":1,"other":{"start":8,"end":12,"text":"B\u{F6}b",'
      .. '"id":"p:ann"}},'
      .. '{"start":8,"text":"B\u{F6}b","who":null,"n":null,"sentence":1,'
      .. '"other":null}]',
      core.write(doc, "mine", { "start", "text", "who=id", "n", "ok?",
        "sentence", { name = "other", ref = "other",
                      fields = { "start", "end", "text", "id" } } }))
    assert.equal('[{"other":"B\u{F6}b"},{}]', core.write(doc, "mine",
      { "other?", { name = "none?", ref = "none", fields = { "start" } } }))
    assert.equal('{"doc":"a.txt","date":"2025-01-02"}\n{"doc":"a.txt",'
      .. '"date":"2025-01-02"}\n',
      core.write(doc, "mine", { "doc", "date" }, { format = "jsonl" }))
  end)

  it("writes TSV", function()
    assert.equal("a.txt\t0\t3\tAnn\tann\t8\tB\u{F6}b\t\n"
      .. "a.txt\t8\t12\tB\u{F6}b\tb\u{F6}b\t\t\tx\\ty\\\\z\n",
      core.write(doc, "mine", { "doc", "start", "end", "text", "folded",
        "other.start", "other.text", "text_" }, { format = "tsv" }))
  end)

  it("counts in other units", function()
    local function at(offsets)
      return core.write(doc, "tokens", { "start", "end" },
                        { format = "tsv", offsets = offsets })
    end
    local text = doc.text
    local chars, utf16 = {}, {}
    for t in doc.tokens do
      local a, b = utf8.len(text:sub(1, t.first - 1)), utf8.len(t.text)
      chars[#chars + 1] = a .. "\t" .. a + b
      local before = select(2, text:sub(1, t.first - 1):gsub("[\xF0-\xF4]", ""))
      local inside = select(2, t.text:gsub("[\xF0-\xF4]", ""))
      utf16[#utf16 + 1] = a + before .. "\t" .. a + b + before + inside
    end
    assert.equal(table.concat(chars, "\n") .. "\n", at "chars")
    assert.equal(table.concat(utf16, "\n") .. "\n", at "utf16")
  end)

  it("counts far into a text", function()
    local long = gloss.doc(("\u{E9}a\u{1F600} "):rep(500), { lang = "und" })
    local lines = core.write(long, "tokens", { "start", "text" },
                             { format = "tsv", offsets = "chars" })
    local last = lines:match("([^\n]*)\n$")
    assert.equal(("%d\t\u{1F600}"):format(499 * 4 + 2), last)
  end)

  it("leaves out masked rows, unless asked", function()
    local masked = gloss.doc("a b c", { lang = "und" })
    masked:mask { masked:span(3, 3) }
    masked:add("noise", { { masked:span(3, 3), reason = "x" } })
    local function texts(layer, options)
      return core.write(masked, layer, { "text" }, options)
    end
    assert.equal('[{"text":"a"},{"text":"c"}]', texts "tokens")
    assert.equal('[{"text":"a"},{"text":"b"},{"text":"c"}]',
                 texts("tokens", { all = true }))
    assert.equal('[{"text":"b"}]', texts "noise")
  end)

  it("writes nothing of layers nobody made", function()
    assert.equal("[]", core.write(doc, "quotes", { "start", "kind",
      { name = "speaker", ref = "speaker", fields = { "start", "id=x" } } }))
    assert.equal("", core.write(doc, "quotes", { "kind", "speaker.start" },
                                { format = "tsv" }))
  end)

  it("raises for fields nobody knows", function()
    raises('no field of mine "idd" %(did you mean "id"%?%)',
           core.write, doc, "mine", { "idd" })
    raises('no field of tokens "id"', core.write, doc, "tokens", { "id" })
    raises('no format "xml"', core.write, doc, "mine", {}, { format = "xml" })
    raises("TSV holds no objects", core.write, doc, "mine",
           { { name = "x", ref = "other", fields = {} } }, { format = "tsv" })
    raises("too many fields", core.write, doc, "mine",
           gloss.json.decode("[" .. ('"id",'):rep(70) .. '"id"]'))
  end)

  it("escapes and checks what it writes", function()
    doc:add("raw", { { doc.tokens[1], s = "\xFF" } })
    raises("not UTF%-8", core.write, doc, "raw", { "s" })
    doc:add("nice", { { doc.tokens[1], s = "a\"\n" } })
    assert.equal([=[[{"s":"a\"\n"}]]=], core.write(doc, "nice", { "s" }))
  end)
end)
