-- grammar_spec.lua - phrases of a small vocabulary, and the rules over them.
local gloss = require "gloss"
local phrases = require "gloss.steps.times.phrases"

local function grammar_of(rules, more)
  local t = { words = { SHIP = { tanker = "oil", ferry = "people" },
                        SIZE = { large = 3, ["very large"] = 4 },
                        CODE = { kW = "kW" } },
              triggers = { "SHIP" }, rules = rules }
  for name, value in pairs(more or {}) do t[name] = value end
  return phrases.new(t)
end

-- What a grammar finds, each as "rule: text".
local function found(grammar, text, limit)
  local list, doc = {}, assert(gloss.doc(text))
  grammar:run(doc, function(rule, _, items, first, last)
    if rule.refuses then return nil end
    list[#list + 1] = rule[1] .. ": "
      .. text:sub(items[first].first, items[last].last)
    return true
  end, limit)
  return list
end

describe("a grammar of phrases", function()
  it("finds the longest match, then the rule that stands first", function()
    local grammar = grammar_of { { "ship", "ship:SHIP" }, { "any", "SHIP" },
      { "large", "size:SIZE ship:SHIP" } }
    assert.same({ "large: very large tanker", "ship: Ferry" },
      found(grammar, "A very large tanker met the Ferry, not the ferryman."))
  end)

  it("tries the next rule where one refuses", function()
    local grammar = grammar_of {
      { "no", "size:SIZE ship:SHIP", refuses = true }, { "ship", "SHIP" } }
    assert.same({ "ship: tanker" }, found(grammar, "large tanker"))
  end)

  it("looks no further than it is asked to", function()
    local grammar = grammar_of { { "ship", "SHIP" } }
    assert.same({ "ship: tanker" }, found(grammar, "tanker; ferry", 8))
    assert.same({ "ship: tanker", "ship: ferry" },
      found(grammar, "tanker; ferry", 9))
    assert.same({}, found(grammar, "the tanker", 4))
  end)

  it("gives items their values, and places in the text", function()
    local grammar = grammar_of({ { "n", "n:(NUM|INT2) .code:CODE" },
      { "date", "date:NUMDATE" }, { "clock", "time:CLOCK" },
      { "iso", "day:ISO" } }, { exact = { "CODE" } })
    local values = {}
    local doc = gloss.doc(
      "1,250.5 kW, 7 KW, 4/6/25, 12:30:05, 2025-04-06T12:30Z")
    grammar:run(doc, function(rule, c)
      local item = select(2, next(c))
      if rule[1] == "n" then item = c.n end
      values[#values + 1] = item.value
      assert.equal(item.text, doc.text:sub(item.first, item.last))
      return true
    end)
    assert.same({ 1250.5,
      { 4, 6, 25, mark = "/", short = true, year_first = false },
      { hour = 12, minute = 30, second = 5 },
      { year = 2025, month = 4, day = 6, clock = "12:30Z" } }, values)
  end)

  it("joins number words where it is told to", function()
    local numbers = { CARD = { one = 1, two = 2 }, TENS = { twenty = 20 },
                      SHIP = { ferries = "people" } }
    local rules = { { "word", "n:(CARD|TENS) ship:SHIP" },
                    { "number", "n:WORDNUM ship:SHIP" } }
    local classes = { "WORDNUM", "YEARWORD" }
    local apart = grammar_of(rules, { words = numbers, classes = classes })
    local joined = grammar_of(rules, { words = numbers, classes = classes,
                                       join = true })
    assert.same({ "word: two ferries" }, found(apart, "twenty-two ferries"))
    assert.same({ "number: twenty-two ferries" },
      found(joined, "twenty-two ferries"))
  end)

  it("keeps what it knows of a phrase from text to text", function()
    local grammar = grammar_of { { "ship", "size:SIZE ship:SHIP" } }
    for _ = 1, 3 do
      assert.same({ "ship: large ferry" }, found(grammar, "ferry, a large ferry"))
    end
  end)

  it("tells where a rule is wrong", function()
    assert.error_matches(function() grammar_of { { "x", "SHIP FOO" } } end,
      'rule "SHIP FOO": no class FOO at 6')
    assert.error_matches(function()
      phrases.new { words = { A = { x = 1 }, B = { x = 1 } }, rules = {} }
    end, 'the word "x" has two classes')
  end)
end)
