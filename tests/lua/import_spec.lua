-- gloss dict import: a small sample of each format, and what becomes of it.
local exits = require "gloss.contract.exits"
local gloss = require "gloss"
local import = require "gloss.dictionary.import"
local yaml = require "gloss.dictionary.import.yaml"

local DATA = "tests/data/exchange/"

local function read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read "a"
  file:close()
  return text
end

local made = {}

local function folder()
  local path = os.tmpname()
  os.remove(path)
  made[#made + 1] = path
  return path
end

-- Imports samples: the counts, and the files of the folder by name.
local function run(format, names, options)
  local paths, target = {}, folder()
  for name in names:gmatch "%S+" do paths[#paths + 1] = DATA .. name end
  local counts = import.run(format, paths, target, options or {})
  local files = { path = target }
  for _, name in ipairs { "entities", "aliases", "roles", "exclude" } do
    files[name] = read(target .. "/" .. name .. ".tsv")
  end
  return counts, files
end

-- What was left out, without the folder.
local function left(counts)
  local list = {}
  for i, text in ipairs(counts.left) do
    list[i] = text:gsub("^" .. DATA:gsub("%-", "%%-"), "")
  end
  return list
end

local function rows(...) return table.concat({ ... }, "\n") .. "\n" end

local function fault_of(format, names, options)
  local ok, fault = pcall(run, format, names, options)
  assert.is_false(ok)
  assert.is_true(exits.is_fault(fault), tostring(fault))
  return fault
end

describe("import", function()
  teardown(function()
    for _, path in ipairs(made) do os.execute("rm -rf '" .. path .. "'") end
  end)

  it("reads spaCy's EntityRuler: texts, words, lists, what is optional", function()
    local counts, files = run("entityruler", "ruler.jsonl")
    assert.equal(rows("id\ttype\tname\taliases",
      "meridian\tORG\tMeridian Fund\t",
      "per:ann-bell-phd\tPERSON\tAnn Bell PhD\t",
      "us-iran\tGPE\tus-iran\t"), files.entities)
    assert.equal(rows("id\talias\tcase\tfrom\tto\tnote",
      "meridian\tMeridian Fund\texact\t\t\t",
      "meridian\tthe meridian\tfold\t\t\t",
      "per:ann-bell-phd\tAnn Bell PhD\texact\t\t\t",
      "per:ann-bell-phd\tAnn Bell\texact\t\t\t",
      "per:ann-bell-phd\tAnn Bel PhD\texact\t\t\t",
      "per:ann-bell-phd\tAnn Bel\texact\t\t\t",
      "us-iran\tus-iran\tfold\t\t\t"), files.aliases)
    assert.equal(2, #counts.left)
    assert.truthy(left(counts)[1]:find "^ruler.jsonl:4: the token attribute IS_DIGIT: ")
    assert.truthy(left(counts)[2]:find "^ruler.jsonl:6: .*: not json$")
  end)

  it("reads GATE's lists and their definition, features too", function()
    local counts, files = run("gate", "lists.def")
    assert.equal(rows("id\ttype\tname\taliases\thome\tlanguage\tmajor\tminor\tcountry",
      "org:acme\tOrganization\tAcme Works\tAcme\tOslo\tenglish\torganization\tcompany\t",
      "organization:bolt-sons\tOrganization\tBolt & Sons\t\t\tenglish\torganization\tcompany\t",
      "location:westford\tLOCATION\tWestford\t\t\t\tlocation\tcity\tNO",
      "location:eastford\tLOCATION\tEastford\t\t\t\tlocation\tcity\t"),
      files.entities)
    assert.same({ "lists.def:4: no such list: nowhere.lst" }, left(counts))
  end)

  it("reads RegexNER where a pattern stands for a few names", function()
    local counts, files = run("regexner", "regexner.tab")
    assert.equal(3, counts.entities)
    assert.equal(rows("id\talias\tcase\tfrom\tto\tnote",
      "company:acme-works\tAcme Works\texact\t\t\t",
      "company:bolt-works\tbolt works\tfold\t\t\t",
      "company:bolt-works\tbolt work\tfold\t\t\t",
      "org:u-s-navy\tU.S. Navy\texact\t\t\t",
      "org:u-s-navy\tU.S. Army\texact\t\t\t"), files.aliases)
    assert.same({ "regexner.tab:4: the pattern stands for more than names: [0-9]+ Squadron",
      "regexner.tab:5: the pattern stands for more than names: ( /Ann/ /B.*/ )",
      "regexner.tab:7: no type: lonely" }, left(counts))
  end)

  it("reads PETRARCH actors with dated roles, keeping dates it cannot read", function()
    local counts, files = run("petrarch", "actors.txt")
    assert.equal(rows("id\ttype\tname\taliases\tcode\tsource",
      "actor:westland\tACTOR\tWestland\tWestlandic|Republic of Westland\tWST\tactors.txt:2",
      "actor:ann-bell\tACTOR\tAnn Bell\tPresident Bell\tWSTELI\tactors.txt:6",
      "actor:carl-van-der-moor\tACTOR\tCarl van der Moor\t\t\tactors.txt:11",
      "actor:ann-bell~2\tACTOR\tAnn Bell\t\t\tactors.txt:15",
      "actor:wrong\tACTOR\tWrong]\t\t\tactors.txt:16"), files.entities)
    assert.equal(rows("id\trole\tof\tfrom\tto\tsource\tnote",
      "actor:ann-bell\tWSTELI\t\t1975-01-01\t2000-01-01\tactors.txt:8\tcentury guessed: 750101-000101",
      "actor:ann-bell\tWSTGOV\t\t2001-12-22\t\tactors.txt:9\tcentury guessed: >011222",
      "actor:carl-van-der-moor\tWSTGOV\t\t2004-12-07\t2009-11-19\tactors.txt:12\t",
      "actor:carl-van-der-moor\tWSTGOV\t\t1920030320\t2006-05-20\tactors.txt:13\tas found: 1920030320-20060520",
      "actor:carl-van-der-moor\tWSTOPP\t\t\t1990-01\tactors.txt:14\tcentury guessed: <900100",
      "actor:ann-bell~2\tESTGOV\t\t2012-12-07\t2012-08-02\tactors.txt:15\tcentury guessed: 121207-120802"),
      files.roles)
    assert.same({ "actors.txt:16: brackets that do not match: WRONG]_" },
      left(counts))
  end)

  it("reads PETRARCH agents and discards", function()
    local counts, files = run("petrarch", "agents.txt discards.txt")
    assert.same({ "agents.txt:5: no agent: LOST" }, left(counts))
    assert.equal(rows("exclude\tid\tnote", "WORLD CUP\t\tdiscards.txt:2",
      "MANCHESTER UNITED\t\tdiscards.txt:3"), files.exclude)
    assert.equal(rows("id\talias\tcase\tfrom\tto\tnote",
      "agent:fisherman\tfisherman\tfold\t\t\t",
      "agent:fisherman\tfisherwoman\tfold\t\t\t",
      "agent:police\tpolice\tfold\t\t\t", "agent:thief\tthief\tfold\t\t\t",
      "agent:thief\tthieves\tfold\t\t\t"), files.aliases)
  end)

  it("reads LIWC categories, without words that have a star", function()
    local counts, files = run("liwc", "words.dic")
    assert.equal(rows("id\ttype\tname\taliases\tnumber",
      "category:affect\tCATEGORY\taffect\t\t1",
      "category:money\tCATEGORY\tmoney\t\t2"), files.entities)
    assert.equal(rows("id\talias\tcase\tfrom\tto\tnote",
      "category:affect\thappy\tfold\t\t\t", "category:affect\trich\tfold\t\t\t",
      "category:money\trich\tfold\t\t\t"), files.aliases)
    assert.same({ "words.dic:7: a word with a star: abandon*",
      "words.dic:8: no category 9: lone\t9" }, left(counts))
  end)

  it("reads quanteda's YAML", function()
    local counts, files = run("quanteda", "topics.yaml")
    assert.equal(rows("id\ttype\tname\taliases\tpath",
      "economy.growth\tCATEGORY\tgrowth\t\teconomy.growth",
      "economy.prices\tCATEGORY\tprices\t\teconomy.prices",
      "law_&_order\tCATEGORY\tlaw & order\t\tlaw & order"), files.entities)
    assert.equal(6, counts.aliases)
    assert.equal(1, #counts.left)
    assert.truthy(files.aliases:find("law_&_order\tjudge's order\tfold", 1, true))
  end)

  it("reads flashtext's keywords, as text and as JSON", function()
    local counts, files = run("flashtext", "keywords.txt")
    assert.equal(rows("id\ttype\tname\taliases", "java\t\tjava\t", "c\t\tc++\t"),
      files.entities)
    assert.same({ "keywords.txt:4: no keyword or name: =>nothing" }, left(counts))
    local _, other = run("flashtext", "keywords.json", { type = "SKILL" })
    assert.equal(rows("id\talias\tcase\tfrom\tto\tnote",
      "skill:c\tcpp\tfold\t\t\t", "skill:java\tjava_2e\tfold\t\t\t",
      "skill:java\tjava programming\tfold\t\t\t"), other.aliases)
  end)

  it("reads CSV under other names of columns", function()
    local map = { id = "QID", name = "Label", aliases = "Alt" }
    local counts, files = run("csv", "people.csv", { map = map, type = "PERSON" })
    assert.equal(rows("id\ttype\tname\taliases\tborn",
      "Q1\tPERSON\tAnn Bell\tA. Bell|Bell|Annie Bell\t1960",
      "per:carl-moor\tPERSON\tCarl Moor\t\t"), files.entities)
    assert.same({ "people.csv:5: no name: , , , 1970" }, left(counts))
    assert.truthy(fault_of("csv", "people.csv", { map = { name = "Labl" } })
      .message:find('did you mean "Label"', 1, true))
    assert.truthy(fault_of("csv", "people.csv").message:find("no column is the name"))
  end)

  it("reads Wikidata dumps line by line", function()
    local counts, files = run("wikidata", "dump.json")
    assert.equal(rows("id\ttype\tname\taliases\tfrom\tto\tdescription\tinstance\tcountry",
      "Q1001\tPERSON\tAnn Bell\tA. Bell\t\t\tpolitician\tQ5\t",
      "Q1003\tORG\tMeridian Fund\t\t2011-06-01\t\t\tQ43229\tQ159"), files.entities)
    assert.equal(rows("id\trole\tof\tfrom\tto\tsource\tnote",
      "Q1001\tQ30461\t\t2012-05\t2016\twikidata\t"), files.roles)
    assert.equal("dump.json:3: no label in en: Q1002", left(counts)[1])
    assert.truthy(left(counts)[2]:find "^dump.json:6: ")
    assert.equal(2, run("wikidata", "dump.json", { lang = "de" }).entities)
  end)

  it("writes dictionaries that compile", function()
    for format, names in pairs { entityruler = "ruler.jsonl", gate = "lists.def",
        regexner = "regexner.tab", liwc = "words.dic", quanteda = "topics.yaml",
        flashtext = "keywords.txt", wikidata = "dump.json" } do
      local counts, files = run(format, names)
      local dict, err = gloss.dict.open(files.path)
      assert.truthy(dict, tostring(err))
      assert.equal(counts.entities, #dict, format)
    end
  end)

  it("leaves a folder alone that has tables, and none behind where it fails", function()
    local target = folder()
    import.run("flashtext", { DATA .. "keywords.txt" }, target, {})
    local ok, fault = pcall(import.run, "flashtext", { DATA .. "keywords.txt" }, target, {})
    assert.is_false(ok)
    assert.truthy(fault.message:find "there already")
    local other = folder()
    assert.is_false(pcall(import.run, "quanteda", { DATA .. "words.dic" }, other, {}))
    assert.is_nil(read(other .. "/entities.tsv"))
    assert.is_nil(read(other .. "/entities.tsv.partial"))
  end)
end)

describe("the YAML of word lists", function()
  local function keys(text)
    local value, message, line = yaml.read(text)
    return value or (line .. ": " .. message)
  end

  it("is maps, lists and texts", function()
    assert.same({ [0] = { "a", "b" }, a = { "x", "y: z", "" },
                  b = { [0] = { "c" }, c = "1 # no" } },
      keys 'a:\n  - x\n  - "y: z"\n  -\nb: # here\n  c: "1 # no"\n')
    assert.same({ [0] = { "a" }, a = { { [0] = { "b", "c" }, b = "1", c = "2" } } },
      keys "a:\n- b: 1\n  c: 2\n")
    assert.same({ [0] = { "a" }, a = { "it's", "b, c", "d" } },
      keys [[a: ["it's", 'b, c', d] ]])
  end)

  it("may have any word as a key", function()
    assert.same({ [0] = { "keys", "0" }, keys = "a", ["0"] = "b" },
      keys "keys: a\n0: b\n")
  end)

  it("names the line of what it does not read", function()
    for text, message in pairs {
      ["a: &x 1"] = '1: "&": this part of YAML is not read',
      ["a:\n\tb: 1"] = "2: a tab as indentation",
      ["a: 1\na: 2"] = '2: the key "a" stands twice',
      ["a: |\n  text"] = '1: "|": this part of YAML is not read',
      ["a: [b"] = "1: a list that has no end",
      ["a: 1\n   b: 2"] = "2: an indentation that fits nothing",
      ["just text"] = "1: no key",
      ["a: {b: 1}"] = '1: "{": this part of YAML is not read',
    } do assert.equal(message, keys(text), text) end
    assert.equal("33: too deep", keys((function()
      local lines = {}
      for i = 0, 40 do lines[#lines + 1] = (" "):rep(i) .. "k" .. ":" end
      return table.concat(lines, "\n")
    end)()))
  end)
end)
