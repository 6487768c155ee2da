-- classes_spec.lua - word classes of tokens, as bits.
local gloss = require "gloss"

local function found(m, mask)
  local list = {}
  for i in m:each(mask) do list[#list + 1] = m:text(i) end
  return table.concat(list, " ")
end

describe("gloss.classes", function()
  local classes = gloss.classes {
    CUE = { "said", "told", "Straße" }, NUMBER = "[kind=number]",
    CAPITAL = "[shape=/X.*/]", FED = '"Fed"', OPENS = "^ []",
    ENDS = "[] $", EMPTY = {} }
  local doc = assert(gloss.doc("She SAID so. The Fed told 12 men in "
                               .. "Strasse 7."))
  local m = assert(classes:read(doc))

  it("gives every token the bits of the tests that it fulfils", function()
    assert.equal(#doc.tokens, #m)
    assert.equal("SAID told Strasse", found(m, classes.CUE))
    assert.equal("12 7", found(m, classes.NUMBER))
    assert.equal("She SAID The Fed Strasse", found(m, classes.CAPITAL))
    assert.equal("Fed", found(m, classes.FED))
    assert.equal("", found(m, classes.EMPTY))
    assert.equal(classes.CUE | classes.CAPITAL, m[2])
    assert.is_nil(m[0])
    assert.is_nil(m[#m + 1])
  end)

  it("knows the edges of sentences", function()
    assert.equal("She The", found(m, classes.OPENS))
    assert.equal(". .", found(m, classes.ENDS))
  end)

  it("can be read before a mask, unless a class asks for edges", function()
    local fresh = assert(gloss.doc "Ads. She told me.")
    local plain = gloss.classes { CUE = { "told" } }
    local early = assert(plain:read(fresh))
    assert.equal("told", found(early, plain.CUE))
    assert.is_true(fresh:mask { { first = 1, last = 4 } })
    assert.equal(1, #fresh.sentences)
    assert.equal("told", found(assert(plain:read(fresh)), plain.CUE))
  end)

  it("finds the nearest token with a bit, both ways and within bounds",
     function()
    assert.same({ 2, m[2] }, { m:next(1, classes.CUE) })
    assert.equal(2, (m:next(2, classes.CUE)))
    assert.equal(7, (m:next(3, classes.CUE)))
    assert.is_nil(m:next(3, classes.CUE, 6))
    assert.equal(7, (m:prev(9, classes.CUE)))
    assert.is_nil(m:prev(6, classes.CUE, 3))
    assert.is_nil(m:prev(-5, classes.CUE))
    assert.is_nil(m:next(math.maxinteger, classes.CUE))
    for _ in m:each(classes.CUE, math.maxinteger) do error "no token" end
    assert.equal(2, (m:each(classes.CUE, math.mininteger)(m, 0)))
    assert.is_nil((m:each(classes.CUE)(m, math.maxinteger)))
    local some = {}
    for i, bits in m:each(classes.NUMBER | classes.CUE, 3, 8) do
      some[#some + 1] = { i, bits }
    end
    assert.same({ { 7, m[7] }, { 8, m[8] } }, some)
  end)

  it("gives places and forms of tokens", function()
    assert.equal("The Fed told", m:text(5, 7))
    assert.equal("said", m:folded(2))
    assert.equal("strasse", m:folded(11))
    assert.same({ 14, 16 }, { m:first(5), m:last(5) })
    assert.is_true(m:tight(3))
    assert.is_false(m:tight(4))
    assert.is_false(m:tight(#m))
    assert.equal(5, m:at(14))
    assert.equal(5, m:at(13))
    assert.is_nil(m:at(#doc.text + 1))
    assert.equal(2, m:sentence(5))
    assert.equal(1, m:sentence(4))
    assert.same({ 5, #m }, { m:bounds(2) })
    assert.error_matches(function() m:first(99) end, "no such token")
    assert.error_matches(function() m:bounds(3) end, "no such sentence")
  end)

  it("folds what is too long for the vocabulary", function()
    local long = ("Ab"):rep(200)
    local one = classes:read(gloss.doc(long))
    assert.equal(long:lower(), one:folded(1))
  end)

  it("leaves masked tokens without a class", function()
    local masked = gloss.doc "She said so.\n\nHe told 3 men."
    assert(masked:mask { { first = 15, last = 28 } })
    local r = classes:read(masked)
    assert.equal("said", found(r, classes.CUE | classes.NUMBER))
  end)

  it("keeps its answers apart from document to document", function()
    for i = 1, 50 do
      local r = classes:read(gloss.doc(("word%d said %d"):format(i, i)))
      assert.equal("said", found(r, classes.CUE))
      assert.equal(tostring(i), found(r, classes.NUMBER))
    end
  end)

  it("refuses what is no class, with a hint", function()
    local function fails(list, message)
      assert.error_matches(function() gloss.classes(list) end, message)
    end
    fails({ A = "[fodled=x]" }, 'did you mean "folded"')
    fails({ A = "said that" }, "A takes more than one token")
    fails({ A = "said", B = "no+" }, "B takes more than one token")
    fails({ A = "<PERSON>" }, "A takes more than one token")
    fails({ A = 3 }, "A must be a list of words or a test")
    fails({ read = "x" }, "no class can be called read")
    fails({}, "takes 1 to 62 classes, not 0")
    assert.error_matches(function() return classes.CEU end,
                         'no class "CEU" %(did you mean "CUE"%?%)')
  end)
end)

describe("letter case", function()
  local classes = gloss.classes({
    CAPITAL = "[shape=/X.*/]", SMALL = "[shape=/.*x.*/]",
    OPENING = { ":" } },
    { casing = { capital = "CAPITAL", small = "SMALL", opening = "OPENING" } })

  local function read(text) return assert(classes:read(assert(gloss.doc(text)))) end

  it("says where a capital says nothing", function()
    local m = read("The bank: He left.\n\nBig News From The Bank\n\nA DOG AND "
                   .. "THE CAT RAN HOME.")
    assert.equal("The He Big News From The Bank A DOG AND THE CAT RAN HOME .",
                 found(m, classes.OPENS))
    assert.equal("Big News From The Bank A DOG AND THE CAT RAN HOME .",
                 found(m, classes.HEADING))
  end)

  it("says how the document writes each word", function()
    local m = read("Bank rose. A bank met the Bank. May Ann? We saw may, may, May.")
    assert.equal("Bank Bank May May", found(m, classes.ALSO_SMALL))
    assert.equal("Bank Bank May Ann May", found(m, classes.INSIDE))
    assert.equal("Bank Bank May May", found(m, classes.RATHER_SMALL))
    m = read("We met Bell, then Bell, Bell and Bell at the bell.")
    assert.equal("Bell Bell Bell Bell", found(m, classes.INSIDE))
    assert.equal("", found(m, classes.RATHER_SMALL))
  end)

  it("is told for each document anew, and not of masked text", function()
    local doc = gloss.doc "We saw bell.\n\nWe saw Bell."
    assert(doc:mask { { first = 1, last = 12 } })
    local m = assert(classes:read(doc))
    assert.equal("Bell", found(m, classes.INSIDE))
    assert.equal("", found(m, classes.ALSO_SMALL))
    assert.equal("Bell", found(read "Bell saw bell.", classes.ALSO_SMALL))
  end)

  it("needs to know capitals", function()
    assert.error_matches(function()
      gloss.classes({ A = "a" }, { casing = { capital = "A", small = "B" } })
    end, "casing.small must be the name of a class")
  end)
end)
