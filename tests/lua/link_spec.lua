-- The step `link`: which entity a name means, and what decided.
local gloss = require "gloss"
local explain = require "gloss.explain"
local link = require "gloss.steps.link"
local aliases = require "gloss.steps.aliases"

local PEOPLE = gloss.dict.new {
  { id = "org:mif", type = "ORG", name = "Meridian Investment Fund" },
  { id = "per:orlan", type = "PERSON", name = "Vera Orlan" },
  { id = "per:paul", type = "PERSON", name = "Paul Orlan" },
  { id = "per:ivor", type = "PERSON", name = "Ivor Bell" },
  { id = "org:ap", type = "ORG", name = "Alpine Press",
    aliases = { { alias = "AP", case = "exact", avoid = "exam | doc:calculus" } } },
  { id = "cmp:x", type = "ORG", name = "Torva Metals Ltd." },
  { id = "geo:a", type = "GPE", name = "Lydia", prior = 5,
    aliases = { { alias = "Tor", require = "coast" } } },
  { id = "per:lydia", type = "PERSON", name = "Lydia Mars", aliases = { "Lydia" } },
  { id = "sea:a", type = "SEA", name = "Sound of Iva", aliases = { "The Sound" } },
  { id = "mus:a", type = "ART", name = "The Sound of Ash", aliases = { "The Sound" } },
  { id = "gov:old", type = "ORG", name = "Old Council", to = "1999" },
}:open()

-- Links a document; gives it back.
local function run(doc, options)
  local step = link(options)
  step.run(doc, step.options, step.prepare(step.options))
  return doc
end

local function linked(text, options)
  return run(assert(gloss.doc(text, options)), { dict = PEOPLE })
end

-- The texts of the entities, and `between` them.
local function names_in(text, dict, between)
  local doc = run(assert(gloss.doc(text)), { dict = dict })
  return table.concat(doc.entities:texts(), between)
end

-- "text=id(via,rule)" of each entity.
local function show(text, options)
  local list = {}
  for e in linked(text, options).entities do
    list[#list + 1] = ("%s=%s(%s,%s)"):format(e.text, e.id, e.via, e.rule)
  end
  return table.concat(list, " ")
end

local FUZZY = {
  gloss.dict.new {
    { id = "per:mirov", type = "PERSON", name = "Anton Mirovsky",
      aliases = { { alias = "Anton Mirovsky", fuzzy = 2 } } },
    { id = "per:mirova", type = "PERSON", name = "Mirovska",
      aliases = { { alias = "Mirovska", fuzzy = 1 } } },
  }:open(),
  gloss.dict.new { { id = "geo:torva", type = "GPE", name = "Torvale" },
                   { id = "geo:anta", type = "GPE", name = "Antun" } }:open(),
}

local function with_edits(text, dicts)
  local doc = assert(gloss.doc(text))
  run(doc, { dict = dicts })
  local list = {}
  for e in doc.entities do
    list[#list + 1] = ("%s=%s(%s)"):format(e.text, e.id, e.via)
  end
  return table.concat(list, " ")
end

describe("link with edits", function()
  it("says that a name was found with edits", function()
    assert.equal("Anton Mirovksy=per:mirov(fuzzy)",
                 with_edits("Anton Mirovksy came.", FUZZY[1]))
  end)

  it("puts what is derived before what has edits", function()
    assert.equal("Anton Mirovsky=per:mirov(alias) Mirovsky=per:mirov(surname)",
                 with_edits("Anton Mirovsky came. Mirovsky spoke.", FUZZY[1]))
    assert.equal("Mirovsky=per:mirova(fuzzy)",
                 with_edits("Mirovsky spoke.", FUZZY[1]))
  end)

  it("derives names from a name with edits, in both spellings", function()
    assert.equal("Anton Mirovksy=per:mirov(fuzzy) Mirovksy=per:mirov(surname) "
                 .. "Mirovsky=per:mirov(surname)",
                 with_edits("Anton Mirovksy came. Mirovksy spoke, Mirovsky left.",
                            FUZZY[1]))
  end)

  it("puts an exact name of another dictionary first", function()
    assert.equal("Antun=geo:anta(alias)",
                 with_edits("Antun Mirovsky came.", FUZZY))
  end)
end)

describe("link", function()
  it("links by listed names", function()
    assert.equal("Alpine Press=org:ap(alias,only)", show "Alpine Press said so.")
  end)

  it("derives a surname from the full name", function()
    assert.equal("Ivor Bell=per:ivor(alias,only) Bell=per:ivor(surname,document)",
                 show "Ivor Bell came. Bell spoke.")
    assert.equal("", show "Bell spoke.")
  end)

  it("leaves the surname of another person alone", function()
    assert.equal("Ivor Bell=per:ivor(alias,only)",
                 show "Ivor Bell came with Anna Bell and the Bell Foundation.")
  end)

  it("keeps two people with one surname apart", function()
    local doc = linked "Vera Orlan met Paul Orlan. Orlan spoke."
    local e = doc.entities[3]
    assert.is_nil(e.id)
    assert.equal("PERSON", e.type)
    assert.equal("ambiguous", e.rule)
    assert.same({ "per:orlan", "per:paul" },
                { e.candidates[1].id, e.candidates[2].id })
  end)

  it("derives acronyms and short forms of companies", function()
    assert.equal("Meridian Investment Fund=org:mif(alias,only) MIF=org:mif(acronym,document)",
                 show "The Meridian Investment Fund (MIF) grew.")
    assert.equal("Torva Metals Ltd.=cmp:x(alias,only) Torva Metals=cmp:x(short,document)",
                 show "Torva Metals Ltd. grew. Torva Metals paid.")
  end)

  -- What is found of one entity besides its name in full.
  local function shorter(kind, name, text)
    local dict = gloss.dict.new { { id = "x", type = kind, name = name } }:open()
    local doc = assert(gloss.doc(text))
    run(doc, { dict = dict })
    local list = {}
    for e in doc.entities do
      if e.form then list[#list + 1] = e.text .. "/" .. e.via end
    end
    return table.concat(list, " ")
  end

  it("derives short names of many kinds", function()
    for _, case in ipairs {
      { "ORG", "Torva Browser 6", "Torva Browser 6. TB6 and TB 6, not TB.",
        "TB6/acronym TB 6/acronym" },
      { "EVENT", "Lydian War II", "The Lydian War II. LWII.", "LWII/acronym" },
      { "LOC", "Torva Islands", "The Torva Islands: the Torvas.",
        "Torvas/short" },
      { "LOC", "Stony Mountains", "The Stony Mountains. The Stonies.",
        "Stonies/short" },
      { "PERSON", "Ana García Márquez",
        "Ana García Márquez. Then García Márquez left, and Márquez.",
        "García Márquez/surname Márquez/surname" },
      { "PERSON", "José de Santa Iva", "José de Santa Iva. But Santa Iva left.",
        "Santa Iva/surname" },
      { "PERSON", "Shah Orban II", "Shah Orban II. Shah Orban I was older.", "" },
      { "PERSON", "Senators Bell", "Senators Bell. Three Senators left.", "" },
    } do
      assert.equal(case[4], shorter(case[1], case[2], case[3]), case[2])
    end
  end)

  it("takes the acronyms that a text defines in brackets", function()
    for _, case in ipairs {
      { "Interim Mission of the North", "It is the Interim Mission of the "
        .. "North (IMNO). IMNO left.", "IMNO/acronym IMNO/acronym" },
      { "Union of Rational Atheists and Agnostics", "UAAR (Union of Rational "
        .. "Atheists and Agnostics) left. UAAR.", "UAAR/acronym UAAR/acronym" },
      { "Meridian Fund", "Meridian Fund (RDIF) and RDIF.", "" }, -- another's
      { "Meridian Fund", "Meridian Fund (MIF. MIF.", "" },
      { "Meridian Fund", "Meridian Fund (M2) and M2.", "" }, -- one letter
      { "Meridian Fund", "Meridian Fund (MeF)", "" },
      { "Meridian Fund", "Meridian Fund (", "" },
    } do
      assert.equal(case[3], shorter("ORG", case[1], case[2]), case[2])
    end
    -- of this document alone
    assert.equal("", shorter("ORG", "Interim Mission of the North",
                             "The Interim Mission of the North. IMNO."))
  end)

  it("links no generated name inside another name", function()
    local dict = gloss.dict.new {
      { id = "c", type = "GPE", name = "United Kingdom" },
      { id = "p", type = "GPE", name = "Torva, Lydia" } }:open()
    local function found(text)
      return names_in(text, dict, "|")
    end
    assert.equal("Britain|Great Britain|Torva",
                 found "In Britain and Great Britain, near Torva.")
    assert.equal("", found "New Britain, Torva Transit, Old Torva.")
  end)

  it("puts a longer short name before a listed name in it", function()
    local dict = gloss.dict.new {
      { id = "g", type = "GPE", name = "Lydia" },
      { id = "o", type = "ORG", name = "Lydia Eastern Airlines" } }:open()
    local function found(text, policy)
      local doc = assert(gloss.doc(text))
      run(doc, { dict = dict, policy = policy })
      local list = {}
      for e in doc.entities do list[#list + 1] = e.text .. "=" .. e.id end
      return table.concat(list, " ")
    end
    assert.equal("Lydia Eastern Airlines=o Lydia Eastern=o Lydia=g",
      found "Lydia Eastern Airlines grew. Lydia Eastern paid. Lydia won.")
    assert.equal("Lydia Eastern=o Lydia=g Lydia Eastern Airlines=o Lydia=g",
      found("Lydia Eastern paid. Lydia Eastern Airlines.", "all"))
  end)

  it("links one word without its article behind an article alone", function()
    local dict = gloss.dict.new {
      { id = "o", type = "ORG", name = "The Meridian" },
      { id = "p", type = "ART", name = "The Sea" } }:open()
    local function found(text)
      return names_in(text, dict, "|")
    end
    assert.equal("Meridian", found "It stood in the Meridian.")
    assert.equal("Meridian", found "the Meridian")
    assert.equal("The Meridian|Meridian", found "The Meridian. Meridian said.")
    assert.equal("", found "Meridian said. Bathe Meridian. The sea, the Sea.")
    assert.equal("", found "In the Meridian Hall.")
  end)

  it("asks for and avoids words", function()
    assert.equal("AP=org:ap(alias,only)", show "The AP said so.")
    assert.equal("", show "She took the AP exam.")
    assert.equal("", show "The AP said so. Calculus is hard.")
    assert.equal("Tor=geo:a(alias,context)", show "Tor lies on the coast.")
    local lost = linked("Tor lies inland.").unlinked[1]
    assert.equal("require", lost.reason)
  end)

  it("prefers what the document names in another way", function()
    assert.equal("Sound of Iva=sea:a(alias,only) The Sound=sea:a(alias,document)",
                 show "Sound of Iva is deep. The Sound is cold.")
    assert.equal("The Sound=nil(alias,ambiguous)", show "The Sound is cold.")
  end)

  it("goes by dates", function()
    assert.equal("Old Council=gov:old(alias,only)", show "The Old Council met.")
    assert.equal("", show("The Old Council met.", { date = "2001-05-01" }))
    assert.equal("date", linked("The Old Council met.",
                                { date = "2001" }).unlinked[1].reason)
  end)

  it("finds nothing inside addresses and contractions", function()
    assert.equal("", show "See https://example.org/Lydia and lydia@Lydia.org.")
  end)

  it("gives the entry with all its columns", function()
    local e = linked("Alpine Press said so.").entities[1]
    assert.equal("Alpine Press", e.entry.name)
    assert.equal(0, #e:roles())
  end)

  it("takes a longer form of a name before a given name in it", function()
    assert.equal("Ivor Bell=per:ivor(alias,only) "
                 .. "Ivor J. Bell=per:ivor(variant,document)",
                 show "Ivor Bell came. They know Ivor J. Bell.")
    assert.equal("Ivor Bell=per:ivor(alias,only)",
                 show "Ivor Bell came. They met Ivor Cole. Anna Bell left.")
  end)

  it("knows titles, openers and spaces of all kinds before a surname", function()
    for _, before in ipairs { "Mr\u{A0}", "President ", "When ", "told ",
                              "chief ", "Britain's ", "Britain’s " } do
      assert.equal("Bell=per:ivor(surname,document)",
                   show(before .. "Bell left. Ivor Bell came."):match "^[^ ]+",
                   before)
    end
    for _, before in ipairs { "Anna ", "Édith ", "J. ", "Иван " } do
      assert.equal("Ivor Bell=per:ivor(alias,only)",
                   show(before .. "Bell left. Ivor Bell came."), before)
    end
  end)

  it("knows the words before a surname of other languages", function()
    local function alone(lang, before)
      return show(before .. " Bell kam. Ivor Bell kam.", { lang = lang })
        :find("^Bell=") ~= nil
    end
    for _, case in ipairs {
      { "de", "Kanzler" }, { "de", "SPD-Chef" }, { "de", "Vizepräsident" },
      { "de", "Außenminister" }, { "de", "Trotz" }, { "fr", "Selon" },
      { "fr", "Mme" }, { "es", "Según" }, { "es", "Sra." }, { "de", "President" },
    } do
      assert.is_true(alone(case[1], case[2]), case[2])
    end
    for _, case in ipairs { { "de", "Anna" }, { "en", "Kanzler" },
                            { "en", "London" }, { "fr", "Trotz" } } do
      assert.is_false(alone(case[1], case[2]), case[2])
    end
  end)

  it("counts only what is certain as the other of a context", function()
    local places = gloss.dict.new {
      { id = "geo:a", type = "GPE", name = "Torvale",
        aliases = { { alias = "Torvale", require = "coast" } } },
      { id = "geo:b", type = "GPE", name = "Anta",
        aliases = { { alias = "Anta", require = "@GPE" } } },
    }:open()
    local function found(text)
      return names_in(text, places, ",")
    end
    assert.equal("Torvale,Anta", found "Torvale lies on the coast. Anta, too.")
    assert.equal("Anta,Torvale", found "Anta. Torvale lies on the coast.")
    assert.equal("", found "Torvale lies inland. Anta, too.")
    assert.equal("", found "Anta. Anta.")
  end)

  it("says what decided", function()
    local doc = linked "Sound of Iva is deep. The Sound is cold. Tor, coast."
    local whys = {}
    for i, e in ipairs(doc.entities) do whys[i] = e:why() end
    assert.same({
      "entities, rule only, via alias, id sea:a",
      "entities, rule document, because Sound of Iva, via alias, id sea:a",
      "entities, rule context, because coast, via alias, id geo:a" }, whys)
    doc = linked "Ivor Bell came. Bell spoke."
    assert.equal("entities, rule document, via surname, form Ivor Bell, id per:ivor",
                 doc.entities[2]:why())
  end)

  it("says what lost, when it is asked", function()
    local doc = assert(gloss.doc("Ivor Bell met Anna Bell. Tor. The Old Council.",
                                 { date = "2001" }))
    local log = explain.start(doc)
    run(doc, { dict = PEOPLE })
    local list = {}
    for i, one in ipairs(log:of "entities".lost) do
      list[i] = ("%s|%s|%s"):format(doc.text:sub(one.first, one.last), one.rule,
                                    one.why)
    end
    assert.same({
      'Tor|require|geo:a as "Tor": nothing that it requires stands here: coast',
      'Old Council|date|gov:old as "Old Council": not valid on the document\'s date',
      'Bell|part|per:ivor as "Ivor Bell": it is a part of another name' }, list)
  end)

  it("gives all candidates with their scores, the likeliest first", function()
    local places = gloss.dict.new {
      { id = "a", type = "GPE", name = "Torva", prior = 1 },
      { id = "b", type = "GPE", name = "Torva", prior = 4 },
      { id = "c", type = "ORG", name = "Torva Metals", aliases = { "Torva" } },
      { id = "d", type = "GPE", name = "Anta", prior = -2 },
      { id = "e", type = "GPE", name = "Anta", prior = -1 },
      { id = "f", type = "GPE", name = "Ossa" },
      { id = "g", type = "GPE", name = "Ossa", prior = "nan" },
    }:open()
    local doc = assert(gloss.doc "Torva grew. Anta, Ossa.")
    run(doc, { dict = places })
    local function of(e)
      local list, sum = { e.rule }, 0
      for i, one in ipairs(e.candidates) do
        list[#list + 1] = one.id
        sum = sum + e.scores[i]
        assert.is_true(i == 1 or e.scores[i] <= e.scores[i - 1])
      end
      assert.is_true(math.abs(sum - 1) < 1e-6)
      return table.concat(list, " ")
    end
    assert.equal("prior b a c", of(doc.entities[1]))
    assert.equal("prior e d", of(doc.entities[2]))
    assert.equal("ambiguous f g", of(doc.entities[3]))
  end)

  it("joins what several dictionaries say of one place", function()
    local more = gloss.dict.new {
      { id = "geo:a", type = "GPE", name = "Lydia", prior = 3 },
      { id = "geo:c", type = "GPE", name = "Lydia Mars Bay" },
    }:open()
    local doc = assert(gloss.doc "Lydia Mars Bay, Lydia Mars, Lydia.")
    run(doc, { dict = { PEOPLE, more } })
    assert.same({ "geo:c", "per:lydia", "per:lydia" },
                { doc.entities[1].id, doc.entities[2].id, doc.entities[3].id })
    doc = assert(gloss.doc "Lydia Mars Bay.")
    run(doc, { dict = { PEOPLE, more }, policy = "all" })
    assert.same({ "Lydia Mars Bay", "Lydia Mars", "Lydia" },
                doc.entities:texts())
    assert.equal(2, #doc.entities[3].candidates)
  end)

  it("lets the dictionary that is given last win ties", function()
    local function dict(id, kind)
      return gloss.dict.new {
        { id = id, type = kind, name = "Torva" },
        { id = "same", type = kind, name = "Anta", aliases = { "Ossa" } },
      }:open()
    end
    local first, last = dict("a", "ORG"), dict("b", "GPE")
    local function found(dicts)
      local doc = assert(gloss.doc "Torva. Ossa.")
      run(doc, { dict = dicts })
      local a, b = doc.entities[1], doc.entities[2]
      return ("%s %s %s %s"):format(a.id, a.rule, b.type, b.entry.type)
    end
    assert.equal("b later GPE GPE", found { first, last })
    assert.equal("a later ORG ORG", found { last, first })
  end)

  it("links a document once", function()
    local doc = linked "Ivor Bell came."
    local step = link { dict = PEOPLE }
    local prepared = step.prepare(step.options)
    assert.has_error(function() step.run(doc, step.options, prepared) end)
    assert.equal("per:ivor", doc.entities[1].id)
  end)

  it("needs a dictionary that opens", function()
    local step = link { dict = "/none.tsv" }
    assert.has_error(function() step.prepare(step.options) end)
  end)
end)

describe("patterns over what is linked", function()
  local dict = gloss.dict.new {
    { id = "per:orlan", type = "PERSON", name = "Vera Orlan", country = "AR",
      rank = 7, roles = { { role = "minister", to = "2019" },
                          { role = "mayor", from = "2020" } } },
    { id = "per:bell", type = "PERSON", name = "Ivor Bell", country = "RU" },
    { id = "per:other", type = "PERSON", name = "Nora Bell", country = "RU" },
  }:open()

  local function matches(pattern, date)
    local doc = assert(gloss.doc("Vera Orlan met Ivor Bell and Nora Bell. Orlan "
                                 .. "left. Bell stayed.", { date = date }))
    run(doc, { dict = dict })
    local list = {}
    for m in gloss.pattern(pattern):gmatch(doc) do
      list[#list + 1] = tostring(m)
    end
    return table.concat(list, "; ")
  end

  it("asks for columns of the dictionary", function()
    assert.equal("Vera Orlan; Orlan", matches "<PERSON country=AR>")
    assert.equal("Ivor Bell; Nora Bell", matches "<PERSON country=/R./>")
    assert.equal("Vera Orlan; Orlan", matches "<PERSON rank>=5>")
    assert.equal("Vera Orlan; Orlan", matches "<PERSON rank>")
    -- nothing is known of whom nobody knows
    assert.equal("Vera Orlan; Orlan; Bell", matches "<PERSON !country=RU>")
  end)

  it("asks for roles on the document's date", function()
    assert.equal("Vera Orlan; Orlan", matches "<PERSON role=minister>")
    assert.equal("Vera Orlan; Orlan", matches("<PERSON role=minister>", "2019"))
    assert.equal("", matches("<PERSON role=minister>", "2020-01-01"))
    assert.equal("Vera Orlan; Orlan", matches("<PERSON role=mayor>", "2020-01-01"))
  end)

  it("knows no other columns", function()
    local ok, message = pcall(matches, "<PERSON contry=AR>")
    assert.is_false(ok)
    assert.matches('no column "contry" of entities %(did you mean "country"%?%)',
                   message)
  end)

  it("knows no columns of rows that no linker made", function()
    local doc = assert(gloss.doc "Ivor Bell.")
    doc:add("entities", { { first = 1, last = 9, type = "PERSON" } })
    assert.has_error(function()
      gloss.pattern("<PERSON role=mayor>"):match(doc)
    end)
    assert.is_nil(doc.entities[1].entry)
    assert.same({}, doc.entities[1].candidates)
  end)

  it("lives on when its dictionary is closed", function()
    local d = gloss.dict.new { { id = "a", type = "X", name = "Torvale",
                                 tier = "one" } }:open()
    local doc = assert(gloss.doc "Torvale grew.")
    run(doc, { dict = d })
    d:close()
    collectgarbage()
    collectgarbage()
    assert.equal("Torvale",
                 tostring(gloss.pattern("<X tier=one>"):match(doc)))
    assert.equal("a", doc.entities[1].id)
  end)
end)

describe("aliases", function()
  it("lists derived names with what they rest on", function()
    local doc = linked "Ivor Bell came. Bell spoke."
    aliases.run(doc, {})
    local a = doc.aliases[1]
    assert.same({ "Bell", "per:ivor", "surname", "Ivor Bell" },
                { a.alias, a.id, a.via, a.form })
  end)
end)
