-- Dictionaries in Lua: opening sources and compiled ones, entries, new ones.
local gloss = require "gloss"

local function write(name, bytes)
  local dir = os.tmpname()
  os.remove(dir)
  assert(gloss.edge "files".mkdir(dir))
  local path = dir .. "/" .. name
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
  return path, dir
end

-- Opens a source of those bytes.
local function open(name, bytes)
  return assert(gloss.dict.open((write(name, bytes))))
end

local TABLE = [[
id	type	name	aliases	from	to	was	country
org:mif	ORG	Meridian Investment Fund	MIF|Fund \| Co	2011		org:mfi	AR
per:orlan	PERSON	Vera Orlan
]]

local function ids(d, text)
  local list = {}
  for _, hit in ipairs(d:find(assert(gloss.doc(text)))) do
    local names = {}
    for i, e in ipairs(hit.entries) do names[i] = e.id end
    list[#list + 1] = hit.span.text .. "=" .. table.concat(names, "/")
  end
  return table.concat(list, ", ")
end

local function fault(name, bytes)
  local path = write(name, bytes)
  local d, err = gloss.dict.open(path)
  assert.is_nil(d)
  assert.equal("bad_source", err.code)
  return (err.message:gsub(path:gsub("%p", "%%%0"), name))
end

describe("gloss.dict.open", function()
  it("reads a table", function()
    local d = open("a.tsv", TABLE)
    assert.equal(2, #d)
    assert.equal("MIF=org:mif, Vera Orlan=per:orlan",
                 ids(d, "The MIF and Vera Orlan met."))
  end)

  it("gives entries with every column", function()
    local e = open("a.tsv", TABLE)["org:mif"]
    assert.same({ "ORG", "Meridian Investment Fund", "AR", "2011-01-01" },
                { e.type, e.name, e.country, e.from })
    assert.same({ "Fund | Co", "MIF", "Meridian Investment Fund" }, e.aliases)
    assert.same({ "org:mfi" }, e.former)
    assert.is_nil(e.website)
    assert.has_error(function() e.website = "x" end)
  end)

  it("finds an entry by a former id", function()
    local d = open("a.tsv", TABLE)
    assert.equal("org:mif", d["org:mfi"].id)
    assert.is_nil(d["org:none"])
  end)

  it("reads what spreadsheets make of a table", function()
    local csv = 'id,type,name,aliases\r\n"a:1",ORG,"Smith, Jones ""& Co""",SJ\r\n'
    local d = open("a.csv", "\xEF\xBB\xBF" .. csv)
    assert.equal('Smith, Jones "& Co"', d["a:1"].name)
    local wide = csv:gsub(".", "%0\0")
    d = open("b.csv", "\xFF\xFE" .. wide)
    assert.equal("SJ=a:1", ids(d, "SJ"))
    d = open("c.tsv",
      'id\tname\na:2\t"Red" Ned Ash\na:3\t"two\nlines"\n')
    assert.equal('"Red" Ned Ash', d["a:2"].name)
    assert.equal("two\nlines", d["a:3"].name)
  end)

  it("reads a folder of tables", function()
    local _, dir = write("people.tsv", TABLE)
    local function add(name, bytes)
      local file = assert(io.open(dir .. "/" .. name, "wb"))
      file:write(bytes)
      file:close()
    end
    add("forms.tsv", "id\talias\tcase\norg:mif\tMIF\texact\norg:mif\tmeridian\tfold\n")
    add("roles.tsv", "id\trole\tof\tfrom\tto\nper:orlan\tenvoy\tgov:x\t2020\t2021-03\n")
    add("exclude.tsv", "exclude\tid\nMIF Cup\t\n")
    local d = assert(gloss.dict.open(dir))
    assert.equal("MIF=org:mif, MERIDIAN=org:mif",
                 ids(d, "MIF, Mif, MERIDIAN, MIF Cup"))
    local e = d["per:orlan"]
    assert.equal(1, #e:roles())
    assert.equal("envoy", e:roles("2021-03-31")[1].role)
    assert.equal(0, #e:roles("2021-04-01"))
    assert.equal(1, #e:roles("2021"))
  end)

  it("reads JSONL and Lua", function()
    local d = open("a.jsonl",
      '{"id":"x:ap","type":"ORG","name":"Alpine Press","aliases":["The AP",'
      .. '{"alias":"AP","case":"exact","avoid":["exam"]}],'
      .. '"roles":[{"role":"agency","from":"1990"}],"founded":1990}\n'
      .. '{"exclude":"AP exam"}\n')
    assert.equal("AP=x:ap", ids(d, "AP and AP exam"))
    assert.equal("1990", d["x:ap"].founded)
    d = open("a.lua",
      'local d = ...\nd:add { id = "x:b", name = "Bea" }\n')
    assert.equal("Bea=x:b", ids(d, "Bea"))
  end)

  it("names file and line of every fault", function()
    assert.equal('a.tsv:1: no column "alaises" (did you mean "aliases"?)',
                 fault("a.tsv", "id\tname\talaises\na\tb\tc\n"))
    assert.equal('a.tsv:1: a table of roles has no column "name" (it has id, '
                 .. 'role, of, from, to, source, ok, note); "name" is a column '
                 .. 'of entities, and each table is a file of its own',
                 fault("a.tsv", "id\tname\trole\na\tb\tmayor\n"))
    assert.equal('a.tsv:2: "23/02/2025" is no ISO date: write 2025-02-23',
                 fault("a.tsv", "id\tname\tfrom\na\tb\t23/02/2025\n"))
    assert.equal('a.tsv:2: it ends (2019) before it begins (2020)',
                 fault("a.tsv", "id\tname\tfrom\tto\na\tb\t2020\t2019\n"))
    assert.equal('a.tsv:3: the id "a" is taken by a.tsv:2',
                 fault("a.tsv", "id\tname\na\tb\na\tc\n"))
    assert.equal("a.tsv:3: an entity needs an id",
                 fault("a.tsv", "id\tname\na\tb\n\tc\n"))
    assert.matches('a.jsonl:2: no entity has the id "y"',
                   fault("a.jsonl", '{"id":"x"}\n{"id":"y","alias":"Y"}\n'))
    assert.matches("no dictionary table", fault("a.tsv", "word\tcount\na\t1\n"))
    assert.matches("a.tsv:2: not valid UTF%-8", fault("a.tsv", "id\tname\na\t\xFF\n"))
  end)

  it("takes doubled ids with overlay", function()
    local path = write("a.tsv", TABLE)
    local other = write("b.tsv", "id\tname\torg\norg:mif\tMeridian\tx\n")
    assert.is_nil((gloss.dict.open { path, other }))
    local d = assert(gloss.dict.open({ path, other }, { overlay = true }))
    assert.equal("Meridian=org:mif", ids(d, "Meridian"))
  end)

  it("says what cannot be opened", function()
    local d, err = gloss.dict.open "/none/such.tsv"
    assert.is_nil(d)
    assert.equal("not_found", err.code)
    local path = write("x.gdict", "gloss\ndc and rubbish behind it")
    d, err = gloss.dict.open(path)
    assert.is_nil(d)
    assert.equal("bad_dict", err.code)
    assert.has_error(function() gloss.dict.open(7) end)
    assert.has_error(function() gloss.dict.open("x", { overlai = true }) end)
  end)
end)

describe("variants of names", function()
  it("are found, and listed aliases go before them", function()
    local d = open("a.tsv",
      "id\ttype\tname\na\tGPE\tUnited States\nb\tCITY\tTorva, Lydia\n"
      .. "c\tPERSON\tJ. R. Ash\nd\tGPE\tSt. Anna\n")
    assert.equal("U.S.=a, US=a, Torva=b, J.R. Ash=c, Saint Anna=d",
                 ids(d, "U.S., US, Torva; J.R. Ash, Saint Anna"))
    d = open("a.tsv", "id\ttype\tname\na\tORG\tThe Torva Times\n"
                      .. "b\tART\tThe Sun\nc\tOBJ\tETorva Nano\n")
    assert.equal("Torva Times=a, The Torva Times=a, The Sun=b, eTorva Nano=c",
                 ids(d, "the Torva Times, The Torva Times, the Sun, The Sun, "
                        .. "eTorva Nano"))
  end)

  it("are the same for a row of a table as for a record", function()
    local build = require "gloss.dictionary.build"
    local function bytes(name, text)
      local sink = assert(build.compile { (write(name, text)) })
      return assert(sink.builder:bytes())
    end
    local rows = {
      { "a", "PERSON", "John Quill Marrow", "John Marrow|J. Q. Marrow" },
      { "b", "ORG", "Centre for Defence, Torva", "The Torva Centre|CDT" },
      { "c", "GPE", "Grande-Torva", "Torva, Lydia|Grande Torva" },
      { "d", "PERSON", "Ann Lee Orlan", "" }, { "e", "ORG", "Plain Bank", "" },
    }
    local tsv, json = { "id\ttype\tname\taliases" }, {}
    for i, row in ipairs(rows) do
      tsv[i + 1] = table.concat(row, "\t")
      local aliases = {}
      for alias in row[4]:gmatch "[^|]+" do aliases[#aliases + 1] = alias end
      json[i] = assert(gloss.json.encode { id = row[1], type = row[2],
        name = row[3], aliases = aliases[1] and aliases })
    end
    local compiled = bytes("a.tsv", table.concat(tsv, "\n") .. "\n")
    assert.equal(bytes("a.jsonl", table.concat(json, "\n") .. "\n"), compiled)
    local d = open("a.tsv", table.concat(tsv, "\n"))
    assert.equal("Ann Orlan=d, Centre for Defence=b",
                 ids(d, "Ann Orlan, Centre for Defence"))
  end)
end)

describe("gloss.dict.new", function()
  it("compiles, saves, and reads back", function()
    local path, dir = write("x", "")
    local new = gloss.dict.new { { id = "a", type = "T", name = "Ann" } }
    new:add { id = "b", type = "T", name = "Bob", aliases = { "Bobby" } }
    new:exclude "Bob Cup"
    assert(new:save(dir .. "/x.jsonl"))
    assert(new:save(path .. ".gdict"))
    for _, file in ipairs { dir .. "/x.jsonl", path .. ".gdict" } do
      local d = assert(gloss.dict.open(file))
      assert.equal("Ann=a, Bobby=b", ids(d, "Ann, Bobby, Bob Cup"))
    end
  end)

  it("raises at the line of a mistake", function()
    local new = gloss.dict.new()
    local ok, message = pcall(function() new:add { id = "b", alaises = "x" } end)
    assert.is_false(ok)
    assert.matches('dict_spec.lua:%d+: no field "alaises" %(did you mean', message)
    assert.has_error(function() new:add { name = "without id" } end)
    local function fails(why, f)
      local made, text = pcall(f)
      assert.is_false(made)
      assert.matches("^[^:]*dict_spec.lua:%d+: " .. why .. "$", text)
    end
    fails('an entity needs the field "name"',
          function() new:add { id = "x", type = "T" } end)
    fails('an entity needs the field "type"',
          function() new:add { id = "y", name = "Y" } end)
    fails('%[2%]: no field "nmae" %(did you mean "name"%?%)', function()
      gloss.dict.new { { id = "a", type = "T", name = "Ann" },
                       { id = "b", type = "T", nmae = "Bob" } }
    end)
    fails("%[1%]: a table expected, got string",
          function() return gloss.dict.new { "Ann" } end)
    fails("gloss.dict.new takes a list of entities, not a string",
          function() return gloss.dict.new "people.tsv" end)
  end)
end)

describe("d:find", function()
  it("gives overlapping names on request", function()
    local d = assert(gloss.dict.new {
      { id = "n", type = "GPE", name = "New York" },
      { id = "y", type = "GPE", name = "York" } }:open())
    local doc = assert(gloss.doc "New York")
    assert.equal(1, #d:find(doc))
    assert.equal(2, #d:find(doc, "all"))
    assert.has_error(function() d:find(doc, "al") end)
  end)
end)
