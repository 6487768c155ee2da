--- Why: every rule of a layer has a place in the sources; what lost is told.
local contract = require "gloss.contract"
local explain = require "gloss.explain"
local gloss = require "gloss"
local places = require "gloss.explain.places"
local rows = require "gloss.explain.rows"
local step = require "gloss.step"

local function line_of(place)
  local path, number = place:match "^(.-):(%d+)"
  local n = 0
  for line in io.lines(path) do
    n = n + 1
    if n == tonumber(number) then return line end
  end
end

describe("places", function()
  require "gloss.steps.acronyms"
  require "gloss.steps.quotes"

  it("are the line that names the rule", function()
    local place = places.find("acronyms", "long (short)")
    assert.match("^scripts/gloss/steps/acronyms/[%w_]+%.lua:[%d,]+$", place)
    assert.match("long (short)", line_of(place), 1, true)
  end)

  it("are told by a comment where code puts the name together", function()
    assert.match("-- rule: that after cue",
      line_of(places.find("quotes", "that after cue")), 1, true)
    assert.match("-- rule: beside *",
      line_of(places.find("quotes", "beside trilogy")), 1, true)
  end)

  it("are not of other steps, nor made up", function()
    assert.is_nil(places.find("quotes", "long (short)"))
    assert.is_nil(places.find("acronyms", "no such rule"))
  end)
end)

describe("every rule", function()
  local DIR = "tests/data/news/"
  local faults, seen

  -- Runs what makes one layer alone: explaining is on for no other.
  setup(function()
    faults, seen = {}, {}
    local steps = gloss.news { dict = DIR .. "dictionary" }
    steps[#steps + 1] = gloss.names
    steps = assert(step.check(step.sort(steps)))
    for doc in gloss.docs({ DIR .. "articles", DIR .. "more" },
                          { steps = steps }) do
      for _, layer in ipairs(contract.layers_here()) do
        if layer.step then
          for row in doc:layer(layer.name) do
            local rule = row[layer.rule or "rule"]
            seen[layer.name] = (seen[layer.name] or 0) + 1
            if not rule then
              faults[#faults + 1] = layer.name .. ": no rule of " .. row:ref()
            elseif not places.find(layer.step, rule) then
              faults[#faults + 1] = layer.name .. ": no place of " .. rule
            end
          end
        end
      end
    end
  end)

  it("of our news has a place", function()
    assert.same({}, faults)
  end)

  it("was looked at in every layer", function()
    for _, layer in ipairs(contract.layers_here()) do
      if layer.step then
        assert.is_true((seen[layer.name] or 0) > 10, layer.name)
      end
    end
  end)
end)

describe("the table of a layer", function()
  local function explained(text, name, made)
    local doc = assert(gloss.doc(text, { id = "a" }))
    explain.start(doc)
    step.prepare { made }(doc)
    local columns, names = rows.columns(contract.layer[name])
    return rows.write(doc, contract.layer[name], columns, names), names
  end

  local TEXT = "Said (WHO): the Meridian Investment Fund (MIF) left."

  it("has its rows and what lost, in the order of the text", function()
    local got, names = explained(TEXT, "acronyms", gloss.acronyms)
    assert.same({ "doc", "short", "long", "start", "end", "text", "verdict",
                  "rule", "place", "why" }, names)
    got = got:gsub("\tscripts/[%w_/.:,]+", "\tPLACE")
      :gsub("(lost.-PLACE\t)[^\n]+", "%1WHY")
    assert.equal("a\t\t\t6\t9\tWHO\tlost\tlong (short)\tPLACE\tWHY\n"
      .. "a\tMIF\tMeridian Investment Fund\t16\t45\t"
      .. "Meridian Investment Fund (MIF\tkept\tlong (short)\tPLACE\t\n", got)
  end)

  it("takes a place that the step knows better", function()
    local made = gloss.step { name = "times", gives = { "times" },
      run = function(doc)
        explain.of(doc):at("times", 1, 3, "actors.tsv:12")
        explain.of(doc):lost("times", 5, 6, "x\ty", "too short")
        doc:add("times", { { first = 1, last = 3, rule = "x" } }, { "rule",
          "type", "value", "from", "to" })
      end }
    assert.equal("a\t0\t3\tOne\t\t\t\t\tkept\tx\tactors.tsv:12\t\n"
      .. "a\t4\t6\tis\t\t\t\t\tlost\tx\\ty\t\ttoo short\n",
      (explained("One is.", "times", made)))
  end)

  it("tells rules of one name apart", function()
    local got = explained("It paid $5 and then 5 dollars.", "amounts",
                          gloss.amounts)
    local kept = "kept\t[^\t]+\t(scripts/%S+)"
    local first, second = got:match(kept .. ".-" .. kept)
    assert.match("sign:SIGN", line_of(first), 1, true)
    assert.match("money:ANYMONEY", line_of(second), 1, true)
    local a, b, c = { "x" }, { "y" }, { "x" }
    assert.same({ [a] = 1, [b] = 1, [c] = 2 }, explain.nth { a, b, c })
  end)

  it("is not asked for: steps see no log", function()
    assert.is_nil(explain.of(assert(gloss.doc "Hi.")))
  end)
end)
