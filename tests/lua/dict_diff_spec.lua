-- dict diff: entries that changed, and what that changes in texts.
local diff = require "gloss.dictionary.diff"
local entries = require "gloss.dictionary.entries"
local opened = require "gloss.dictionary.opened"
local records = require "gloss.dictionary.records"
local writers = require "gloss.dictionary.diff_write"

-- Sources of a table of entities; ";" stands for a tab.
local function sources(text, more)
  local list = { { name = "e.tsv", bytes = (text:gsub(";", "\t")) } }
  if more then
    list[2] = { name = "m.tsv", bytes = (more:gsub(";", "\t")) }
  end
  return records.sort(list)
end

local function known(list) return entries.of_records(records.read(list)) end

-- What changed, a line an entry: "~ o:a: name A -> B; alias +C".
local function changes(old, new, old_more, new_more)
  local lines = {}
  for i, c in ipairs(diff.entries(known(sources(old, old_more)),
                                  known(sources(new, new_more)))) do
    lines[i] = ("%s %s: %s"):format(c.kind, c.id, table.concat(c.changes, "; "))
  end
  return table.concat(lines, "\n")
end

local function corpus(...)
  local path = os.tmpname()
  os.remove(path)
  assert(require "gloss".edge "files".mkdir(path))
  for i, text in ipairs { ... } do
    local file = assert(io.open(("%s/%d.txt"):format(path, i), "wb"))
    file:write(text)
    file:close()
  end
  return path
end

local function effects(old, new, ...)
  local result = diff.on(assert(opened.compile(sources(old))),
                         assert(opened.compile(sources(new))), { corpus(...) })
  local lines = {}
  for i, e in ipairs(result.effects) do
    lines[i] = ("%d %s %s%s %s>%s"):format(e.count, e.kind, e.text,
      e.now and "=" .. e.now or "", e.old or "", e.new or "")
  end
  return table.concat(lines, "\n"), result
end

describe("dict diff", function()
  it("has nothing to say of what is the same", function()
    assert.equal("", changes("id;name\na;A\nb;B\n", "name;id\nB;b\nA;a\n"))
    assert.equal("", changes("id;name;from\na;A;2001\n",
                             "id;name;from\na;A;2001-01-01\n"))
    assert.equal("", changes("id;name;aliases\na;A;\n", "id;name;aliases\na;A;A\n"))
  end)

  it("says what of an entry changed", function()
    assert.equal("- b: \n+ c: ", changes("id;name\na;A\nb;B\n",
                                         "id;name\na;A\nc;C\n"))
    assert.equal("~ a: name A -> B; type - -> X; valid - -> 2001-01-01 to ...; "
      .. "alias -C; alias +D; zone 1 -> 2",
      changes("id;name;aliases;zone\na;A;C;1\n",
              "id;name;aliases;zone;type;from\na;B;D;2;X;2001\n"))
    assert.equal("~ a: alias -B; alias +B (case=exact)",
      changes("id;name;aliases\na;A;B\n", "id;name\na;A\n", nil,
              "id;alias;case\na;B;exact\n"))
    assert.equal("~ a: role -x, ... to 2001-12-31; role +x, ... to 2002-12-31",
      changes("id;name\na;A\n", "id;name\na;A\n", "id;role;to\na;x;2001\n",
              "id;role;to\na;x;2002\n"))
  end)

  it("knows an entry by its former id", function()
    assert.equal("~ b: id a -> b; was +a",
                 changes("id;name;was\na;A;\n", "id;name;was\nb;A;a\n"))
  end)

  it("compares sources with what is compiled", function()
    local list = records.sources { "tests/data/dictionaries/good" }
    local dict = assert(opened.compile(list))
    assert.same({}, diff.entries(entries.of_dictionary(dict), known(list)))
  end)

  it("tells which mentions appear, vanish and change, most first", function()
    local said, result = effects("id;name;aliases\no:a;Arden;\no:b;Bryne;\n"
      .. "o:c;Corin;\n", "id;name;aliases\no:a;Arden;\no:d;Bryne;\no:e;Erlan;\n",
      "Arden and Bryne and Corin.", "Corin, Corin, Erlan, Bryne. Bryne!")
    assert.equal("3 changes Bryne o:b>o:d\n3 vanishes Corin o:c>\n"
                 .. "1 appears Erlan >o:e", said)
    assert.same({ 2, 7, 5, 7 }, { result.documents, result.old, result.new,
                                  result.changed })
    assert.equal(1, result.share)
  end)

  it("takes a longer mention for one that changed", function()
    assert.equal("1 changes Arden=Arden Group o:a>o:a",
      (effects("id;name\no:a;Arden\n", "id;name;aliases\no:a;Arden;Arden Group\n",
               "Arden Group and Arden.")))
  end)

  it("takes a new id for none where it follows the old", function()
    assert.equal("", (effects("id;name;was\no:a;Arden;\n",
      "id;name;was\no:b;Arden;o:a\n", "Arden grew.")))
  end)

  it("marks what becomes ambiguous", function()
    assert.equal("1 changes Arden o:a>?", (effects("id;name\no:a;Arden\n",
      "id;name\no:a;Arden\no:b;Arden\n", "Arden grew.")))
  end)

  it("writes Markdown", function()
    local old, new = sources "id;name\no:a;A|B\n", sources "id;name\no:b;Bryne\n"
    local parts = {}
    local on = diff.on(assert(opened.compile(old)), assert(opened.compile(new)),
                       { corpus "Bryne grew." })
    writers.markdown(diff.entries(known(old), known(new)), on,
                     function(text) parts[#parts + 1] = text end)
    assert.equal([[
| entry | id | name | changes |
| --- | --- | --- | --- |
| removed | o:a | A\|B |  |
| added | o:b | Bryne |  |

Mentions that change: 1 of 0 (100.00%); after it 1; documents: 1

| mentions | effect | text | id | documents | example |
| ---: | --- | --- | --- | ---: | --- |
| 1 | appears | Bryne | o:b | 1 | 1.txt#0-5 |
]], table.concat(parts))
  end)
end)
