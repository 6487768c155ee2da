-- dict grep: entries with all that is known of them.
local entries = require "gloss.dictionary.entries"
local grep = require "gloss.dictionary.grep"
local opened = require "gloss.dictionary.opened"
local records = require "gloss.dictionary.records"

local GOOD = "tests/data/dictionaries/good"

local function sources() return records.sources { GOOD } end

local known = entries.of_records(records.read(sources()))

local function ids(pattern, list)
  local found = assert(grep.find(list or known, pattern))
  for i, entry in ipairs(found) do found[i] = entry.id end
  return table.concat(found, " ")
end

describe("dict grep", function()
  it("finds the one entry of an id, a former one, too", function()
    assert.equal("org:nordbank", ids "org:nordbank")
    assert.equal("org:nordbank", ids "org:vestbank")
  end)

  it("finds text wherever it stands, as dictionaries compare", function()
    assert.equal("per:berg-e per:berg-k", ids "BERG")
    assert.equal("org:nordbank", ids "bank of the")
    assert.equal("per:berg-k", ids "Chief Economist")
    assert.equal("org:nordbank", ids "quiz")
    assert.equal("gov:harbour per:berg-k", ids "gov:h")
    assert.equal("", ids "nobody")
  end)

  it("finds regular expressions", function()
    assert.equal("gov:harbour per:berg-k", ids "/^(GOV|SE)$/")
    assert.equal("gov:harbour", ids "/harbour a/i")
    local found, err = grep.find(known, "/(/")
    assert.is_nil(found)
    assert.equal("bad_regex", err.code)
  end)

  it("shows all that is known, with places", function()
    assert.equal(([[
org:nordbank  ORG  Nordbank  @/entities.tsv:3
  valid    1994 to ...
  alias    NB  (case=exact; avoid=exam | quiz; from=2015)  @/aliases.tsv:3
  alias    Nordbnak  (fuzzy=1)  @/aliases.tsv:4
  alias    Nord Bank
  alias    Bank of the North
  was      org:vestbank
  country  NO
]]):gsub("@", GOOD), grep.text(grep.find(known, "org:nordbank")[1]))
    assert.matches("role     director, of org:nordbank, 2016%-03%-31 to 2021  ",
                   grep.text(grep.find(known, "per:berg-k")[1]))
  end)

  it("writes JSON", function()
    local wanted = '{"id":"org:fjordpost","type":"ORG","name":"Fjordpost",'
      .. '"place":"@","aliases":[{"alias":"Fjord Post","place":"@"},'
      .. '{"alias":"FJP","case":"exact","place":"@"}],"roles":[{"from":"1970",'
      .. '"place":"@","role":"daily"}],"excludes":[],"was":[],'
      .. '"fields":{"founded":"1970"}}\n'
    assert.equal((wanted:gsub("@", GOOD .. "/more.jsonl:1")),
                 grep.json(grep.find(known, "org:fjordpost")[1]))
  end)

  it("narrows sources down to what may be meant", function()
    for _, pattern in ipairs { "berg", "org:vestbank", "/^NO$/", "quiz", "none",
                               "chief", "Nordbank Cup" } do
      local set = assert(grep.narrow(records.read(sources()), pattern))
      local list = entries.of_records(set)
      assert.equal(ids(pattern), ids(pattern, list))
      assert.is_true(#list < #known)
    end
    assert.is_nil((grep.narrow(records.read(sources()), "/(/")))
  end)

  it("knows the same of a compiled dictionary, but for places", function()
    local dict = assert(opened.compile(sources()))
    local list = entries.of_dictionary(dict)
    assert.equal("per:berg-e per:berg-k", ids("berg", list))
    local text = grep.text(grep.find(list, "org:nordbank")[1])
    assert.matches("alias    NB  %(case=exact; avoid=exam | quiz; from=2015%-01", text)
    assert.matches("\n  country  NO\n", text)
    assert.matches("\n  was      org:vestbank\n", text)
  end)

  it("takes of a compiled dictionary what is meant alone", function()
    local dict = assert(opened.compile(sources()))
    local all = entries.of_dictionary(dict)
    for _, pattern in ipairs { "berg", "org:vestbank", "gov:harbour", "/^NO$/",
                               "quiz", "none", "CHIEF", "Nordbank Cup", "2016",
                               "Fjord\u{A0}post", "", "per:b" } do
      local some = assert(grep.of_dictionary(dict, pattern))
      assert.equal(ids(pattern, all), ids(pattern, some))
      assert.is_true(pattern == "" or #some < #all)
    end
    local none, err = grep.of_dictionary(dict, "/(/")
    assert.is_nil(none)
    assert.equal("bad_regex", err.code)
    assert.equal(1, #grep.of_dictionary(dict, "org:vestbank"))
  end)
end)
