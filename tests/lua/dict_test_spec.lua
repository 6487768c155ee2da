-- dict test: examples that stand beside the entries.
local records = require "gloss.dictionary.records"
local test = require "gloss.dictionary.test"

local ENTITIES = "id;type;name;aliases\norg:arden;ORG;Arden Works;Arden\n"
  .. "per:lee;PERSON;Ann Lee;\nper:lee-b;PERSON;Bea Lee;\norg:ab;ORG;Abbey;\n"
  .. "org:ac;ORG;Old Abbey;\n"
local FORMS = "id;alias;case;avoid;require\norg:ab;Ashby;;;\norg:ac;Ashby;;;\n"
  .. "org:arden;AW;exact;exam;\n"
local ROLES = "id;role;from;to\nper:lee;chief;2001;2005\n"

-- The result of examples: rows of a table of tests.
local function run(examples, header)
  local list = {}
  local function add(name, text)
    list[#list + 1] = { name = name, bytes = (text:gsub(";", "\t")) }
  end
  add("a.tsv", FORMS)
  add("e.tsv", ENTITIES)
  add("r.tsv", ROLES)
  add("t.tsv", (header or "test;date;expect;forbid;only;roles") .. "\n"
      .. examples)
  return assert(test.run(list))
end

local function messages(examples, header)
  local list = {}
  for i, f in ipairs(run(examples, header).failures) do
    list[i] = f.line .. " " .. f.message
  end
  return table.concat(list, "\n")
end

describe("dict test", function()
  it("passes the examples of good sources", function()
    local result = assert(test.run(
      records.sources { "tests/data/dictionaries/good" }))
    assert.same({ 7, 0, 7 }, { result.tests, result.failed, result.tested })
  end)

  it("expects ids", function()
    assert.equal("", messages "Ann Lee left Arden.;;per:lee|org:arden;;;\n")
    assert.equal("2 per:lee is not found (found: org:arden)",
                 messages "Arden grew.;;per:lee|org:arden;;;\n")
    assert.equal("2 per:lee is not found (found: nothing)",
                 messages "It grew.;;per:lee;;;\n")
  end)

  it("says why a name is not linked", function()
    assert.equal('2 org:arden is not found ("AW" is not linked: avoid)',
                 messages "The AW exam.;;org:arden;;;\n")
    assert.equal('2 org:ab is not found ("Ashby" may mean others, too)',
                 messages "Ashby grew.;;org:ab;;;\n")
  end)

  it("forbids ids", function()
    assert.equal("", messages "Ann Lee left.;;;org:arden;;\n")
    assert.equal("2 per:lee is found", messages "Ann Lee left.;;;per:lee;;\n")
  end)

  it("takes only what is listed", function()
    assert.equal("", messages "Ann Lee left.;;;;per:lee;\nIt grew.;;;;-;\n")
    assert.equal("2 org:arden is found, too",
                 messages "Ann Lee left Arden.;;;;per:lee;\n")
    assert.equal("2 per:lee is not found (found: nothing)",
                 messages "It grew.;;;;per:lee;\n")
    assert.equal("2 per:lee is found, too", messages "Ann Lee left.;;;;-;\n")
  end)

  it("asks for roles on a date", function()
    assert.equal("", messages "Ann Lee left.;2005-12-31;;;;per:lee chief\n")
    assert.equal("2 per:lee is not chief on 2006-01-01 (roles: nothing)",
                 messages "Ann Lee left.;2006-01-01;;;;per:lee chief\n")
    assert.equal("", messages "Ann Lee left.;;;;;per:lee chief\n")
    assert.equal("2 roles: no entity has the id per:x\n"
      .. '2 roles: "chief" is no id with a role',
      messages "Ann Lee left.;;;;;per:x chief|chief\n")
  end)

  it("refuses examples that ask nothing", function()
    assert.matches("2 nothing is asked", messages "Ann Lee left.;;;;;\n")
    assert.matches("2 '2001%-13' is no ISO date",
                   messages "Ann Lee left.;2001-13;per:lee;;;\n")
    assert.matches("2 .*language", messages("Ann Lee left.;xx-none;per:lee\n",
                                            "test;lang;expect"))
  end)

  it("counts failed examples and tested aliases", function()
    local result = run("Arden and AW.;;org:arden;;;\nAnn Lee.;;;per:lee;;\n"
                       .. "Bea Lee.;;org:ab;per:lee;-;\n")
    assert.same({ 3, 2, 3 }, { result.tests, result.failed,
                               #result.failures })
    -- Arden, AW, Ann Lee; the other names are of entities no example names.
    assert.same({ 3, 9 }, { result.tested, result.aliases })
  end)

  it("names what does not compile", function()
    local result, err = test.run { { name = "e.tsv",
                                     bytes = "id\tname\na\tb\na\tc\n" } }
    assert.is_nil(result)
    assert.equal("bad_source", err.code)
    assert.matches("^e.tsv:3: ", err.message)
  end)
end)
