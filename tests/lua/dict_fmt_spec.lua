-- dict fmt: one way to write a source, which says the same.
local fmt = require "gloss.dictionary.fmt"
local gloss = require "gloss"
local opened = require "gloss.dictionary.opened"

-- ";" stands for a tab.
local function tabs(text) return (text:gsub(";", "\t")) end

local function format(text, name)
  return assert(fmt.text(name or "a.tsv", text))
end

describe("dict fmt", function()
  it("orders columns and rows, trims, takes quotes away", function()
    assert.equal(tabs 'id;name;aliases;country\na:1;B "C" D;E|F;\n'
                 .. tabs 'a:2;"x "y" z";;NO\n',
      format(tabs '"name";country;id;aliases\r\n'
             .. tabs '"""x ""y"" z""";NO; a:2 ;\r\n"B ""C"" D";;a:1;E | F\r\n'))
  end)

  it("keeps quotes that are needed", function()
    local text = tabs 'id;name\na:1;"two\nlines"\na:2;"a\tb"\n"# a";x\n'
      .. tabs 'a:3;"""open"\n'
    assert.equal(tabs 'id;name\n"# a";x\na:1;"two\nlines"\na:2;"a\tb"\n'
                 .. tabs 'a:3;"""open"\n', format(text))
  end)

  it("keeps comments with the row below them", function()
    assert.equal(tabs "# head\nid;name\n# of a\na:1;A\n# of b\n#\na:2;B\n# end\n",
      format(tabs "# head\nid;name\n\n# of b\n#\na:2;B\n# of a\na:1;A\n# end\n"))
  end)

  it("keeps commas, and rows of one id, in their order", function()
    assert.equal('id,name\na,"1, 2"\na,0\nb,3\n',
                 format('id,name\nb,3\na,"1, 2"\na,0\n', "a.csv"))
  end)

  it("leaves tests in their order, sorts the other tables", function()
    assert.equal(tabs "test;expect\nz;b\na;c\n",
                 format(tabs "test;expect\nz;b\na;c\n"))
    assert.equal(tabs "id;role;from\na;y;2001\na;x;2002\nb;x;1999\n",
      format(tabs "id;role;from\nb;x;1999\na;x;2002\na;y;2001\n"))
    assert.equal(tabs "id;alias\na;A\na;B\n", format(tabs "id;alias\na;B\na;A\n"))
    assert.equal(tabs "exclude\na\nb\n", format "exclude\nb\na\n")
  end)

  it("writes UTF-16 and a byte order mark as UTF-8", function()
    local wide = ("id\tname\r\na\tb\r\n"):gsub(".", "%0\0")
    assert.equal("id\tname\na\tb\n", format("\xFF\xFE" .. wide))
    assert.equal("id\tname\na\tb\n", format "\xEF\xBB\xBFid\tname\na\tb\n")
  end)

  it("writes JSON lines by id, keys in order", function()
    assert.equal('{"id":"a","type":"X","name":"A","zip":1}\n'
      .. '{"id":"b","name":"B"}\n{"exclude":"x"}\n{"test":"B A","only":[]}\n',
      format('{"test":"B A","only":[]}\r\n{"name":"B","id":"b"}\n\n'
        .. '{"exclude":"x"}\n{"zip":1,"name":"A","type":"X","id":"a"}',
        "a.jsonl"))
    assert.equal('{"id":"a"}\n', format('{"id": "a"}', "-"))
  end)

  it("changes only the line ends of Lua", function()
    assert.equal("local d = ...\nd:add{id='b'}  -- x\nd:add{id='a'}\n",
      format("local d = ...\r\nd:add{id='b'}  -- x\r\nd:add{id='a'}", "a.lua"))
  end)

  it("says where it cannot read", function()
    local function fault(text, name)
      local formatted, message, line = fmt.text(name or "a.tsv", text)
      assert.is_nil(formatted)
      return line .. ": " .. message
    end
    assert.matches("^3: 3 cells under 2", fault "id\tname\na\tb\na\tb\tc\n")
    assert.matches("^2: no column \"nmae\"", fault "# x\nid\tnmae\n")
    assert.matches("^2: not valid UTF", fault "id\tname\na\t\xFF\n")
    assert.matches("^2: ", fault('{"id":"a"}\n{"id"\n', "a.jsonl"))
  end)

  it("takes an empty file", function()
    assert.equal("", format "")
    assert.equal("", format "\n\n")
    assert.equal("id\tname\n", format "id\tname")
  end)

  -- Tables of cells that are hard to write, in any order.
  it("says the same, and has nothing to do the second time", function()
    local PARTS = { "a", "B", " ", '"', "|", "\\", "#", ",", "\n", "é", "# ",
                    '""', "\t", "1" }
    math.randomseed(4)
    local function cell()
      local parts = {}
      for i = 1, math.random(0, 5) do parts[i] = PARTS[math.random(#PARTS)] end
      return '"' .. table.concat(parts):gsub('"', '""') .. '"'
    end
    local function meaning(text)
      local set = require "gloss.dictionary.records".read {
        { name = "a.tsv", bytes = text } }
      assert.equal(0, #set.faults)
      local list = {}
      for _, row in ipairs(set.entities) do
        row[1], row[2] = nil, nil
        if row.aliases and #row.aliases == 0 then row.aliases = nil end
        list[#list + 1] = gloss.json.encode(row)
      end
      table.sort(list)
      return list
    end
    for _ = 1, 300 do
      local rows = { "name\tid\tzone\taliases" }
      for i = 1, math.random(0, 6) do
        rows[i + 1] = table.concat({ cell(), "e" .. math.random(1000) .. "-" .. i,
                                     cell(), cell() }, "\t")
      end
      local text = table.concat(rows, "\n") .. "\n"
      local once = format(text)
      assert.equal(once, format(once))
      assert.same(meaning(text), meaning(once))
    end
  end)

  it("compiles to the same bytes", function()
    local text = tabs "name;id;aliases;type\n# c\nB;b;X|Y;T\nA;a;Z;T\n"
    local function ids(bytes)
      local dict = assert(opened.compile { { name = "a.tsv", bytes = bytes } })
      local list = {}
      for e in dict:all() do
        list[#list + 1] = e.id .. table.concat(e.aliases, "|")
      end
      return list
    end
    assert.same({ "aA|Z", "bB|X|Y" }, ids(text))
    assert.same(ids(text), ids(format(text)))
  end)
end)
