-- Reading: repair of UTF-8, dates, sources and records.
local exits = require "gloss.contract.exits"
local files = require "gloss".edge "files"
local reader = require "gloss.reader"
local repair = require "gloss.repair"

describe("repair", function()
  -- Unicode's own examples (chapter 3, "U+FFFD Substitution of Maximal
  -- Subparts") and the edges of each range.
  local R = "\u{FFFD}"
  local cases = {
    { "", "", 0 },
    { "caf\xC3\xA9", "caf\xC3\xA9", 0 },
    { "a\xFFb", "a" .. R .. "b", 1, 2 },
    { "\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", R:rep(8) .. "A", 8, 1 },
    { "\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", R:rep(8) .. "A", 8, 1 },
    { "\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42",
      R:rep(5) .. "A" .. R:rep(2) .. "B", 7, 1 },
    { "\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", R:rep(4) .. "A", 4, 1 },
    { "end \xE2\x82", "end " .. R, 1, 5 },
    { "\xF0\x9F\x98\x80", "\xF0\x9F\x98\x80", 0 },
  }
  for i, case in ipairs(cases) do
    it("replaces each ill-formed piece once: " .. i, function()
      local text, count, first = repair.utf8(case[1])
      assert.equal(case[2], text)
      assert.equal(case[3], count)
      assert.equal(case[4], first)
      assert.truthy(utf8.len(text))
    end)
  end

  it("is linear in bad bytes", function()
    local text, count = repair.utf8(("\xFF"):rep(200000))
    assert.equal(200000, count)
    assert.equal(600000, #text)
  end)
end)

describe("dates", function()
  local cases = {
    { "2025", "2025" }, { "2025-04", "2025-04" }, { "2025-04-06", "2025-04-06" },
    { "2025-04-06T10:20:30Z", "2025-04-06" },
    { "2025-04-06 10:20", "2025-04-06" },
    { "2024-02-29", "2024-02-29" },
    { "2025-02-29" }, { "2025-13" }, { "06.04.2025" }, { "2025-4-6" },
    { "20250406" }, { "2025-04-06x" }, { "yesterday" }, { "" }, { 2025 }, {},
  }
  for _, case in ipairs(cases) do
    it(("%s"):format(tostring(case[1])), function()
      assert.equal(case[2], reader.date(case[1]))
    end)
  end
end)

describe("sources and records", function()
  local folder

  local function write(name, text)
    assert(files.mkdir(folder .. "/" .. (name:match "^(.*)/" or "")))
    assert(files.replace(folder .. "/" .. name, text))
  end

  -- What is read of some inputs, with the values of a command line.
  local function read(inputs, extra)
    local values = { text = "text", id = "id", date = "date",
                     source = "source", lang_field = "lang", inputs = {} }
    for i, name in ipairs(inputs) do values.inputs[i] = folder .. "/" .. name end
    for key, value in pairs(extra or {}) do values[key] = value end
    local list = {}
    for record in reader.records(reader.sources(values), values) do
      list[#list + 1] = record
    end
    return list
  end

  setup(function()
    folder = os.tmpname()
    os.remove(folder)
    write("a.txt", "A")
    write("sub/b.txt", "\xEF\xBB\xBFB")
    write("sub/c.jsonl", '{"text":"C","id":7,"date":"2025-04-06","k":[1]}\n\n'
      .. '{"text":"D","title":"T","source":"S","lang":"de"}')
    write("sub/no.md", "no")
    write("none/x.doc", "x")
    write("bad.jsonl", '{"text":"x","id":{}}\n"x"\n[]\n{"txt":1}\n{')
  end)

  teardown(function() os.execute("rm -rf " .. folder) end)

  it("come in order, with their ids", function()
    local ids, texts, numbers = {}, {}, {}
    for i, record in ipairs(read { "sub", "a.txt" }) do
      ids[i], texts[i], numbers[i] = record.id, record.text, record.number
    end
    assert.same({ "b.txt", "7", "c.jsonl:3", "a.txt" }, ids)
    assert.same({ "B", "C", "D", "A" }, texts)
    assert.same({ 1, 2, 3, 4 }, numbers)
  end)

  it("know the fields of JSON lines", function()
    local list = read { "sub/c.jsonl" }
    assert.equal("2025-04-06", list[1].date)
    assert.same({ k = { 1 } }, list[1].meta)
    assert.equal(3, list[2].line)
    assert.same({ "T", "S", "de" },
                { list[2].title, list[2].source, list[2].lang })
    assert.is_nil(list[2].meta)
  end)

  it("take date and language from the command line", function()
    local list = read({ "sub/c.jsonl" }, { doc_date = "2024", lang = "fr" })
    assert.same({ "2024", "fr", "2024", "fr" },
      { list[1].date, list[1].lang, list[2].date, list[2].lang })
  end)

  it("say what is wrong with a line", function()
    local list, failures = read { "bad.jsonl" }, {}
    for i, record in ipairs(list) do failures[i] = record.failure or "" end
    assert.same({ 'field "id" is no string; left out' }, list[1].warnings)
    assert.equal("", failures[1])
    assert.equal("the line is no JSON object", failures[2])
    assert.equal('no field "text" (did you mean "txt"?)', failures[4])
    assert.truthy(failures[5]:match "^bad JSON: ")
    assert.equal(5, #list)
  end)

  it("are faults where an input is missing or a folder has none", function()
    for _, name in ipairs { "none", "nowhere.txt" } do
      local ok, fault = pcall(read, { name })
      assert.is_false(ok)
      assert.is_true(exits.is_fault(fault), tostring(fault))
      assert.equal(2, fault.exit)
      assert.truthy(fault.message:find(name, 1, true))
    end
    assert.same({}, read({ "none" }, { allow_empty = true }))
  end)

  it("become documents, repaired with a warning", function()
    write("u.txt", "\xEF\xBB\xBFx\xFFy")
    local record = read { "u.txt" }[1]
    local doc = assert(reader.document(record))
    assert.equal("x\u{FFFD}y", doc.text)
    assert.equal("u.txt", doc.id)
    assert.same({ "invalid UTF-8 at byte 4 (0xFF); replaced by U+FFFD" },
                record.warnings)
    assert.same({ "byte order mark removed",
                  "invalid UTF-8 replaced by U+FFFD at 1 place" }, record.repairs)
    local strict = read({ "u.txt" }, { strict_utf8 = true })[1]
    local none, why = reader.document(strict)
    assert.is_nil(none)
    assert.equal("invalid UTF-8 at byte 4 (0xFF)", why)
  end)
end)
