--- The step `roles`: cases as data, columns, and what `quotes` makes of it.
local gloss = require "gloss"
local case_lines = require "case_lines"
local step = require "gloss.step"

local function annotate(text, lang)
  local doc = assert(gloss.doc(text, { lang = lang or "en" }))
  step.prepare { gloss.roles }(doc)
  return doc
end

local function lines_of(doc)
  local lines = {}
  for r in doc.roles do
    lines[#lines + 1] = ("  %s | %s%s | %s | %s"):format(r.text,
      r.past and "ex-" or "", r.role, r.of or "-", r.rule)
  end
  return lines
end

for name, code in pairs { english = "en", german = "de", french = "fr",
                          spanish = "es" } do
  describe("roles in " .. name, function()
    local list = case_lines.read("tests/data/roles/" .. name .. ".txt")

    it("has cases", function() assert.is_true(#list >= 4) end)

    for i, case in ipairs(list) do
      it(("%d %s: %s"):format(i, case.group, case.text:sub(1, 40)), function()
        assert.same(case.lines, lines_of(annotate(case.text, code)))
      end)
    end
  end)
end

describe("roles", function()
  local TEXT = "Ann Poe, head of the River Fund, left."

  local function with_entities(text)
    local doc = assert(gloss.doc(text))
    local function row(name, id, type)
      local first, last = text:find(name, 1, true)
      return { first = first, last = last, id = id, name = name, type = type }
    end
    doc:add("entities", { row("Ann Poe", "per:poe", "PERSON"),
                          row("River Fund", "org:river", "ORG") },
            { "id", "name", "type" })
    step.prepare { gloss.roles }(doc)
    return doc
  end

  it("has spans of the words and of what they are of", function()
    local r = annotate(TEXT).roles[1]
    assert.equal("head", r.words.text)
    assert.equal("River Fund", r.of.text)
    assert.equal("Ann Poe", r.name)
    assert.is_nil(r.id)
    assert.is_nil(r.past)
  end)

  it("has ids of both where there are entities", function()
    local r = with_entities(TEXT).roles[1]
    assert.equal("per:poe", r.id)
    assert.equal("org:river", r.of_id)
  end)

  it("gives no office of a person to what is none", function()
    local doc = assert(gloss.doc "Norland, head of the league, left.")
    doc:add("entities", { { first = 1, last = 7, type = "GPE" } }, { "type" })
    step.prepare { gloss.roles }(doc)
    assert.equal(0, #doc.roles)
  end)

  it("leaves masked text alone", function()
    local doc = assert(gloss.doc("Envoy Ann Poe\n\nMayor Paul Low left."))
    doc:add("noise", { { first = 1, last = 13, reason = "x" } }, { "reason" })
    assert(doc:mask(doc.noise))
    step.prepare { gloss.roles }(doc)
    assert.same({ "Paul Low" }, doc.roles:texts())
  end)

  it("gives an empty layer for languages without words, and for odd text",
    function()
      assert.equal(0, #annotate("President Anna Roe", "it").roles)
      for _, text in ipairs { "", "\0", ",", "Roe,", "Roe, the", "Roe (", "Roe, a",
        "President", "President of", "the president's" } do
        assert.equal(0, #annotate(text).roles)
      end
    end)

  it("is linear in the text", function()
    for _, shape in ipairs { "Roe, the ", "president ", "Roe, head of ", "’s ",
      "President Roe and ", "Roe, 4, ", "of the ", "Roe who leads " } do
      local function seconds(n)
        local doc = assert(gloss.doc(shape:rep(n)))
        local _ = #doc.sentences
        local began = os.clock()
        step.prepare { gloss.roles }(doc)
        return os.clock() - began
      end
      local small, large = seconds(1000) + 0.01, seconds(10000)
      assert.is_true(large < 40 * small, ("%q %.3f %.3f"):format(shape, small, large))
    end
  end)
end)

describe("quotes with roles", function()
  local function speakers_of(text, given)
    local doc = assert(gloss.doc(text))
    step.prepare { gloss.roles, gloss.quotes { roles = given } }(doc)
    local names = {}
    for i, q in ipairs(doc.quotes) do names[i] = q.speaker_name end
    return names
  end

  local TEXT = "Kirill Roe, the president's envoy, left. The envoy said he was late."

  it("leave role nouns alone by default", function()
    assert.same({ "The envoy" }, speakers_of(TEXT, false))
  end)

  it("say who the envoy is", function()
    assert.same({ "Kirill Roe" }, speakers_of(TEXT, true))
  end)

  it("take what the role is of, and the words before it", function()
    local text = "Norland's foreign minister Ann Poe and Sund's prime minister "
      .. "Paul Low left. "
    assert.same({ "Paul Low" },
      speakers_of(text .. "Sund's minister said no.", true))
    assert.same({ "Ann Poe" },
      speakers_of(text .. "The foreign minister said no.", true))
    assert.same({ "The minister" },
      speakers_of(text .. "The minister said no.", true))
  end)

  it("leave what is over, and what anybody may be", function()
    assert.same({ "The senator" }, speakers_of(
      "Former senator Ann Poe left. The senator said no.", true))
    assert.same({ "A senator" }, speakers_of(
      "Senator Ann Poe left. A senator said no.", true))
  end)

  it("let a pronoun stand for who holds the role", function()
    assert.same({ "Margaret Poe" }, speakers_of("Paul Low left. The envoy, "
      .. "Margaret Poe, left. The envoy had met Paul Low. “Go,” she said.", true))
  end)
end)
