-- dict lint: the faulty sources of tests/data/dictionaries, and single rules.
local lint = require "gloss.dictionary.lint"
local records = require "gloss.dictionary.records"

local DATA = "tests/data/dictionaries/"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function lines(findings, prefix)
  local list = {}
  for i, f in ipairs(findings) do
    list[i] = ("%s:%d: %s: %s [%s]\n"):format(f.file, f.line, f.level,
                                              f.message, f.rule)
  end
  local text = table.concat(list)
  return prefix and text:gsub(prefix:gsub("%p", "%%%0"), "") or text
end

-- What lint says of tables: name -> text with | for the tabs.
local function said(tables, options)
  local list = {}
  for name, text in pairs(tables) do
    list[#list + 1] = { name = name, bytes = (text:gsub(";", "\t")) }
  end
  table.sort(list, function(a, b) return a.name < b.name end)
  local findings, accepted = lint.check(records.read(list), options)
  return lines(findings), accepted
end

describe("dict lint", function()
  for _, family in ipairs { "rows", "ids", "aliases", "letters", "dates" } do
    it("finds what is wrong with " .. family, function()
      local folder = DATA .. "faulty/"
      local set = records.read(records.sources { folder .. family })
      assert.equal(read(folder .. family .. ".findings"),
                   (lines(lint.check(set), folder)))
    end)
  end

  it("has nothing to say of good sources", function()
    local set = records.read(records.sources { DATA .. "good" })
    local findings, accepted = lint.check(set)
    assert.equal("", lines(findings))
    assert.equal(2, accepted)
  end)

  it("tries every rule", function()
    local rules, seen = lint.rules(), {}
    for _, family in ipairs { "rows", "ids", "aliases", "letters", "dates" } do
      local text = read(DATA .. "faulty/" .. family .. ".findings")
      for rule in text:gmatch "%[(%l+)%]\n" do seen[rule] = true end
    end
    for rule in pairs(rules) do assert.is_true(seen[rule], rule) end
  end)

  it("wants every owner of an alias to accept that it is shared", function()
    local HEAD = "id;alias;require;ok\n"
    local people = "id;name\np:a;Ann Lee\np:b;Bea Lee\np:c;Cid Lee\n"
    assert.equal("", (said { ["e.tsv"] = people, ["a.tsv"] = HEAD
      .. "p:a;Leeth;@name;shared\np:b;Leeth;@name;shared\n" }))
    assert.equal('a.tsv:3: warning: "Leeth" is an alias of p:a (a.tsv:2), too '
      .. "[shared]\n", (said { ["e.tsv"] = people, ["a.tsv"] = HEAD
      .. "p:a;Leeth;@name;shared\np:b;Leeth;@name;\n" }))
  end)

  it("takes aliases for shared only where one text can mean both", function()
    local entities = "id;name;aliases\no:a;Acme;\no:b;Other Works;ACME\n"
    assert.equal('e.tsv:3: warning: "ACME" is an alias of o:a (e.tsv:2), too '
                 .. "[shared]\n", (said { ["e.tsv"] = entities }))
    assert.equal("", (said { ["e.tsv"] = entities,
                             ["a.tsv"] = "id;alias;case\no:a;Acme;exact\n" }))
  end)

  -- The matcher itself is asked: is there a text in which both are found?
  it("takes for shared what the matcher finds for both", function()
    local gloss = require "gloss"
    local opened = require "gloss.dictionary.opened"
    local text = gloss.text
    local GROUPS = {
      { "acme", "Acme", "ACME", "aCME", "AcMe" }, { "ab", "Ab", "AB" },
      { "mac Iver", "Mac Iver", "MAC IVER", "mac iver", "Mac IVER" },
      { "O'Neill", "o'neill", "O\u{2019}NEILL" }, { "Élan", "ÉLAN", "élan" },
      { "Buy-Write", "BUY-WRITE", "buy-write" }, { "U.S.", "u.s." },
    }
    local function is_met(list, words)
      local dict = assert(opened.compile(list))
      for _, word in ipairs(words) do
        for _, form in ipairs { word, text.upper(word), text.title(word) } do
          local doc = assert(gloss.doc("so " .. form .. " is"))
          for _, hit in ipairs(dict:find(doc)) do
            if #hit.entries > 1 then return true end
          end
        end
      end
      return false
    end
    local CASES = { "smart", "exact", "fold" }
    for _, words in ipairs(GROUPS) do
      for n = 0, #words * #words * 9 - 1 do
        local a, b = words[n % #words + 1], words[n // #words % #words + 1]
        local rest = n // #words // #words
        local list = {
          { name = "a.tsv", bytes = ("id\talias\tcase\nx:a\t%s\t%s\nx:b\t%s"
            .. "\t%s\n"):format(a, CASES[rest % 3 + 1], b,
                                CASES[rest // 3 + 1]) },
          { name = "e.tsv", bytes = "id\tname\nx:a\tZyx One\nx:b\tZyx Two\n" },
        }
        local findings = lines((lint.check(records.read(list))))
        assert.equal(is_met(list, words), findings:find "%[shared%]" ~= nil,
                     list[1].bytes)
      end
    end
  end)

  it("takes the day of a change for no overlap", function()
    local function roles(rows)
      return (said { ["e.tsv"] = "id;name\np:a;Ann Lee\n",
                     ["r.tsv"] = "id;role;from;to\n" .. rows
                       .. "p:a;z;1970;1971\n" })
    end
    assert.equal("", roles "p:a;x;2001-01-01;2005-05-05\np:a;y;2005-05-05;\n")
    assert.equal("", roles "p:a;x;2001;2005\np:a;y;2005;\n")
    assert.equal("", roles "p:a;x;2001;\np:a;y;2005;\n")
    assert.matches("overlap", roles "p:a;x;2001;2005-05-05\np:a;y;2005-05-04;\n")
    assert.matches("overlap", roles "p:a;x;;2005\np:a;y;2004;\n")
    assert.matches("overlap", roles "p:a;x;2001;\np:a;x;2005;\n")
  end)

  it("finds a circle only where one is", function()
    local entities = "id;name\n"
    local roles = "id;role;of\n"
    for i = 1, 3000 do
      entities = entities .. ("o:%d;Works %d\n"):format(i, i)
      if i > 1 then roles = roles .. ("o:%d;part of;o:%d\n"):format(i, i - 1) end
    end
    assert.equal("", (said { ["e.tsv"] = entities, ["r.tsv"] = roles }))
    assert.matches("%[cycle%]", (said { ["e.tsv"] = entities,
      ["r.tsv"] = roles .. "o:1;part of;o:3000\n" }))
  end)

  it("reports a doubled id in one file, with overlay not in two", function()
    local one, two = "id;name\no:a;Arden\n", "id;name\no:a;Arden Works\n"
    assert.matches("%[id%]", (said { ["a.tsv"] = one, ["b.tsv"] = two }))
    assert.equal("", (said({ ["a.tsv"] = one, ["b.tsv"] = two },
                           { overlay = true })))
    assert.matches("%[id%]", (said({ ["a.tsv"] = one .. "o:a;Ardn\n" },
                                   { overlay = true })))
  end)

  it("tells what is new, wherever it stands now", function()
    local function check(text)
      return (lint.check(records.read {
        { name = "e.tsv", bytes = (text:gsub(";", "\t")) } }))
    end
    local old = check "id;name;from\no:a;Arden;91\n"
    local now = check "id;name;from\no:0;Zero (;\no:a;Arden;91\n"
    assert.equal('e.tsv:2: warning: "Zero (" opens ( and does not close it '
                 .. "[bracket]\n", lines(lint.new_ones(now, old)))
    assert.equal("", lines(lint.new_ones(now, now)))
  end)
end)

describe("sources with damage", function()
  local NAMES = { "aliases.tsv", "entities.tsv", "exclude.tsv", "more.jsonl",
                  "roles.tsv", "tests.tsv" }
  local NOISE = { "\t", "\n", '"', "\0", "\xFF", "|", "\\", "#", "-", "9", "@",
                  "{", "é", "\r", " ", "" }

  -- The good sources with a few bytes of one of them changed.
  local function damaged()
    local list = {}
    for i, name in ipairs(NAMES) do
      list[i] = { name = name, bytes = read(DATA .. "good/" .. name) }
    end
    local one = list[math.random(#list)]
    for _ = 1, math.random(1, 8) do
      local at = math.random(#one.bytes)
      one.bytes = one.bytes:sub(1, at - 1) .. NOISE[math.random(#NOISE)]
        .. one.bytes:sub(at + math.random(0, 3))
    end
    return list
  end

  it("are judged, formatted, searched and tested without an error", function()
    local entries = require "gloss.dictionary.entries"
    local fmt = require "gloss.dictionary.fmt"
    local grep = require "gloss.dictionary.grep"
    local test = require "gloss.dictionary.test"
    math.randomseed(11)
    for _ = 1, 300 do
      local list = damaged()
      for _, one in ipairs(list) do
        local once = fmt.text(one.name, one.bytes)
        if once then assert.equal(once, (fmt.text(one.name, once))) end
      end
      local set = records.read(list)
      local findings = lint.check(set)
      local errors = 0
      for _, f in ipairs(findings) do
        if f.level == "error" then errors = errors + 1 end
      end
      for _, entry in ipairs(entries.of_records(set)) do grep.text(entry) end
      local result, err = test.run(list)
      -- What does not compile has an error that lint names.
      if not result then
        assert.is_true(errors > 0, tostring(err))
      end
    end
  end)
end)
