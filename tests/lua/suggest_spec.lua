-- gloss dict suggest: what is collected, what speaks for it, what is near.
local decided = require "gloss.dictionary.suggest_decided"
local evidence = require "gloss.dictionary.suggest_evidence"
local exits = require "gloss.contract.exits"
local gloss = require "gloss"
local near = require "gloss.dictionary.suggest_near"
local page = require "gloss.dictionary.suggest_page"
local step = require "gloss.step"
local suggest = require "gloss.dictionary.suggest"

local KNOWN = { { id = "per:sokolov", type = "PERSON", name = "Dmitry Sokolov" },
                { id = "per:bell", type = "PERSON", name = "Ann Bell" } }

local TEXTS = {
  { "2025-04-06", "Kirill Oranov, head of the Meridian Investment Fund (MIF), "
    .. "met Ann Bell. Oranov said the MIF would invest." },
  { "2025-03-01", "Kirill Oranov met Dmitri Sokolow in Westford. Mr Sokolow "
    .. "was pleased. Bell was not." },
  { nil, "Later Kiril Oranov spoke in Westford. Kiril Oranov left." },
}

local function collect(options)
  local dict = gloss.dict.new(options.known or {}):open()
  local s = suggest.new { dict = dict, min = options.min or 1,
                          decided = options.decided or decided.open(nil) }
  for i, text in ipairs(options.texts or TEXTS) do
    local doc = assert(gloss.doc(text[2], { id = "d" .. i, date = text[1] }))
    step.prepare(step.sort { gloss.link { dict = dict }, gloss.acronyms,
                             gloss.names() })(doc)
    s:add(doc)
  end
  local rows, by_name = s:rows(), {}
  for _, row in ipairs(rows) do by_name[row.name] = row end
  return by_name, rows
end

describe("suggest", function()
  it("counts, dates and shows what speaks for a name", function()
    local rows = collect { known = KNOWN }
    local row = rows["Kirill Oranov"]
    assert.same({ "per:kirill-oranov", "PERSON", 3, 2, "2025-03-01", "2025-04-06",
                  "head of the Meridian Investment Fund", "given name: Kirill" },
      { row.id, row.type, row.count, row.documents, row.earliest, row.latest,
        row.office, row.reason })
    assert.equal("Kirill Oranov, head of the Meridian Investment Fund (MIF), "
      .. "met Ann Bell.", row.example1)
    assert.equal("Kirill Oranov met Dmitri Sokolow in Westford.", row.example2)
    assert.same({ "MIF" }, rows["Meridian Investment Fund"].aliases)
    assert.equal("ORG", rows["Meridian Investment Fund"].type)
  end)

  it("leaves out what the dictionary knows, surnames of it, too", function()
    local rows = collect { known = KNOWN }
    assert.is_nil(rows["Ann Bell"])
    assert.is_nil(rows["Bell"])
    assert.truthy(collect {}["Ann Bell"])
  end)

  it("names the known name that a spelling is near, and its own likelier ones",
     function()
    local rows = collect { known = KNOWN }
    assert.equal("Dmitry Sokolov (per:sokolov)", rows["Dmitri Sokolow"].near)
    assert.equal("spelling of Kirill Oranov", rows["Kiril Oranov"].near)
    assert.is_nil(rows["Kirill Oranov"].near)
  end)

  it("ranks by documents and mentions, and drops what is rare", function()
    local _, rows = collect { known = KNOWN }
    assert.equal("Kirill Oranov", rows[1].name)
    local few = collect { known = KNOWN, min = 3 }
    assert.is_nil(few["Westford"])
    assert.truthy(few["Kirill Oranov"])
    assert.truthy(few["Meridian Investment Fund"])
  end)

  it("gives ids that nobody has", function()
    local rows = collect { known = {
      { id = "per:kirill-oranov", type = "PERSON", name = "Someone Else" } } }
    assert.equal("per:kirill-oranov~2", rows["Kirill Oranov"].id)
  end)

  it("does not ask again", function()
    local memory = decided.open(nil)
    memory:set("KIRILL ORANOV", "reject")
    memory:set("Westford", "accept")
    local rows = collect { known = KNOWN, decided = memory }
    assert.is_nil(rows["Kirill Oranov"])
    assert.is_nil(rows["Westford"])
    assert.truthy(rows["Dmitri Sokolow"])
  end)

  it("passes over names whose context did not fit", function()
    local rows = collect { texts = { { nil, "We know that Chad Meridian and Orta "
      .. "are names. I saw Orta." } }, known = { { id = "x", type = "GPE",
      name = "Orta", aliases = { { alias = "Orta", require = "lake" } } } } }
    assert.is_nil(rows["Orta"])
    assert.truthy(rows["Chad Meridian"])
  end)
end)

describe("an apposition", function()
  local function office(text)
    return evidence.apposition(text, (select(2, text:find "^Ann Bell")))
  end

  it("is an office behind the name", function()
    for text, expected in pairs {
      ["Ann Bell, head of RDIF, spoke."] = "head of RDIF",
      ["Ann Bell, the fund's chief executive, spoke."] = "fund's chief executive",
      ["Ann Bell, a special envoy.\n"] = "special envoy",
      ["Ann Bell, Prime Minister of Westland (left)"] = "Prime Minister of Westland",
    } do assert.equal(expected, office(text), text) end
  end)

  it("is nothing else", function()
    for _, text in ipairs { "Ann Bell, who spoke, left.", "Ann Bell spoke.",
      "Ann Bell, Carl Moor, and others.", "Ann Bell, and Senator Moor, left.",
      "Ann Bell, Senator Moor, left.", "Ann Bell, 52, left.", "Ann Bell, head",
      "Ann Bell, reading\n\nThe head of it." } do
      assert.is_nil(office(text), text)
    end
  end)
end)

describe("near spellings", function()
  local function find(name, ...)
    local known, at = { ... }, 0
    local found = near.find({ name }, function()
      at = at + 1
      return known[at], at
    end)
    return found[name] and found[name].alias
  end

  it("are one edit or one transliteration away", function()
    for a, b in pairs { Dmitriev = "Dmitriyev", Zelensky = "Zelenskyy",
        Yushchenko = "Juschtschenko", Meridain = "Meridian", Khalid = "Halid",
        ["O'Neill"] = "Oneil", ["O\u{2019}Neill"] = "Oneil",
        ["José Marí"] = "Jose Maria", Tsarkov = "Tsarkow", Abcde = "Bacde",
        Oranovic = "Oranovci", ["Иванова"] = "Ивановa", Anton = "Antoon" } do
      assert.equal(b, find(a, "Something", b), a)
    end
  end)

  it("are found among names with signs of any kind", function()
    assert.equal("Meridian – Fund", find("Meridien – Fund", "Meridian – Fund"))
    assert.is_nil(find("Meridian – Fund", "Северный — Фонд"))
  end)

  it("are not other names, short ones, or numbers", function()
    for a, b in pairs { Iran = "Iraq", Bell = "Ball", Austria = "Australia",
        ["Boeing 737"] = "Boeing 747", Merkel = "Markus", Meridian = "Meridian",
        ["Ann Bell"] = "Tom Bell" } do
      assert.is_nil(find(a, b), a)
    end
  end)
end)

describe("the memory of decisions", function()
  it("is a sorted table that is read again", function()
    local path = os.tmpname()
    os.remove(path)
    local memory = decided.open(path)
    memory:set("Zoë Roe", "reject")
    memory:set("Acme", "reject")
    memory:set("ACME", "accept")
    memory:save()
    local file = assert(io.open(path))
    assert.equal("name\tdecision\nACME\taccept\nZoë Roe\treject\n", file:read "a")
    file:close()
    assert.equal("accept", decided.open(path):get "acme")
    assert.is_nil(decided.open(path):get "Other")
    os.remove(path)
  end)

  it("names the line of what it does not understand", function()
    local path = os.tmpname()
    local file = assert(io.open(path, "w"))
    file:write "name\tdecision\nAcme\tmaybe\n"
    file:close()
    local ok, fault = pcall(decided.open, path)
    os.remove(path)
    assert.is_false(ok)
    assert.is_true(exits.is_fault(fault))
    assert.equal(path .. ':2: a decision is accept or reject, not "maybe"',
      fault.message)
  end)
end)

describe("the page for review", function()
  local _, rows = collect { texts = { { nil,
    "Kirill Oranov </script><b> & Kirill Oranov \u{2028} met." } } }
  local html = page.make(rows, decided.open(nil), { "a<b" })

  it("holds its data as JSON that no text can end", function()
    local json = html:match '<script type="application/json" id="data">(.-)</script>'
    local data = assert(gloss.json.decode(json))
    assert.equal("Kirill Oranov", data.rows[1].name)
    assert.truthy(data.rows[1].example1:find("</script><b>", 1, true))
    assert.same({ "a<b" }, data.corpus)
    assert.is_nil(html:find("@DATA@", 1, true))
  end)

  it("needs no network", function()
    assert.is_nil(html:find "https?://")
    assert.is_nil(html:find "<link")
    assert.truthy(html:find("default-src 'none'", 1, true))
  end)
end)
