-- core.words, core.places: what is known of words, and where bytes stand.
local gloss = require "gloss"
local core = require "gloss.core"

local UPPER, MARK, HYPHEN, FOLD = 1, 2, 4, 8

--- Words whose answers are their length and their bytes; and which were asked.
local function new_words()
  local asked = {}
  local words = core.words(function(text)
    asked[#asked + 1] = text
    local bits = text:find "^%u" and UPPER or 0
    if text:find "^%p" then bits = MARK end
    if text == "-" then bits = MARK | HYPHEN end
    if text == "()" then bits = FOLD end
    return bits, #text, text
  end, { "size", "text" })
  return words, asked
end

local function doc_of(text) return gloss.doc(text, { lang = "en" }) end

describe("core.words", function()
  it("asks once for each distinct word, over documents", function()
    local words, asked = new_words()
    assert.same({ "A", "cat", "and", "a", "cat" },
                words:read(doc_of "A cat and a cat", {}).text)
    assert.same({ "the", "cat" }, words:read(doc_of "the cat", {}).text)
    assert.same({ "A", "cat", "and", "a", "the" }, asked)
  end)

  it("gives places, bits and values of each token", function()
    local list = new_words():read(doc_of "Ann left.", {})
    assert.equal(3, list.n)
    assert.same({ 1, 5, 9 }, list.first)
    assert.same({ 3, 8, 9 }, list.last)
    assert.same({ UPPER, 0, MARK }, list.bits)
    assert.same({ 3, 4, 1 }, list.size)
  end)

  it("lists what is watched, and where sentences begin", function()
    local list = new_words():read(doc_of "Ann left. Bob, too, left.",
                                  { watch = UPPER })
    assert.same({ 1, 4 }, list.watched)
    assert.same({ 1, 4 }, list.starts)
  end)

  it("folds stretches into one item each", function()
    local text = "He said (Go. Now) twice."
    local first, last = text:find "%b()"
    local list = new_words():read(doc_of(text), {
      fold = { first, last }, as = "()", watch = FOLD })
    assert.same({ "He", "said", "()", "twice", "." }, list.text)
    assert.same({ 3 }, list.folded)
    assert.same({ 3 }, list.watched)
    assert.same({ first, last }, { list.first[3], list.last[3] })
    assert.same({ 1 }, list.starts)             -- "Now" begins inside an item
  end)

  it("joins words", function()
    local list = new_words():read(doc_of "Ann Poe-Roe - who left- early",
                                  { join = HYPHEN, apart = MARK })
    assert.same({ "Ann", "Poe-Roe", "-", "who", "left", "-", "early" },
                list.text)
    assert.equal(7, list.size[2])
  end)

  it("reads a part, and leaves out what is masked", function()
    local text = "One two three four"
    assert.same({ "two", "three" },
                new_words():read(doc_of(text), { first = 5, last = 13 }).text)
    local doc = doc_of(text)
    doc:mask { doc:span(5, 7) }
    assert.same({ "One", "three", "four" }, new_words():read(doc, {}).text)
  end)

  it("asks again for words that it keeps by their text alone", function()
    local words, asked = new_words()
    local long = ("x"):rep(300)
    words:read(doc_of(long .. " " .. long), {})
    assert.same({ long }, asked)
  end)

  it("forgets after very many words", function()
    local count = 0
    local words = core.words(function(text)
      if text == "left" then count = count + 1 end
      return 0
    end, {})
    words:read(doc_of "left", {})
    local many = {}
    for i = 1, 140000 do many[i] = "x" .. i end
    words:read(doc_of(table.concat(many, " ")), {})
    assert.equal(1, count)
    assert.equal(1, words:read(doc_of "left", {}).n)
    assert.equal(2, count)
  end)

  it("uses the columns of an earlier reading again", function()
    local words = new_words()
    local list = words:read(doc_of "One two three", {})
    local text = list.text
    assert.equal(list, words:read(doc_of "Four", { into = list }))
    assert.equal(text, list.text)
    assert.same({ "Four" }, list.text)
    assert.same({ 1 }, list.first)
  end)

  it("refuses what it cannot use", function()
    local words = new_words()
    assert.error_matches(function()
      words:read(doc_of "abc", { fold = { 2, 9 } })
    end, "sorted and apart")
    assert.error_matches(function()
      core.words(function() return "no" end, {}):read(doc_of "abc", {})
    end, "integer of bits")
  end)
end)

describe("core.places", function()
  it("gives the places of bytes", function()
    assert.same({ 1, 4, 6 }, core.places("'it's\n", "'\n"))
    assert.same({}, core.places("", "'"))
    assert.same({ 2 }, core.places("a\0b", "\0"))
  end)
end)
