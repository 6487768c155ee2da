-- Steps: what is checked when they are made, configured and put in order.
local step = require "gloss.step"

local function new(name, needs, gives, uses)
  return step.new { name = name, needs = needs, gives = gives, uses = uses,
                    run = function() end }
end

-- The message of an error, which must say where in this file it happened.
local function raised(f)
  local ok, message = pcall(f)
  assert.is_false(ok)
  local rest = message:match "^.-step_spec%.lua:%d+: (.*)$"
  assert.is_string(rest, message)
  return rest
end

describe("gloss.step", function()
  it("names the unknown field and the nearest", function()
    assert.equal('gloss.step has no field "need" (did you mean "needs"?)',
      raised(function()
        step.new { name = "x", need = {}, run = function() end }
      end))
  end)

  it("wants a name, a function, lists of names", function()
    assert.equal("gloss.step: name must be a string, not a nil",
      raised(function() step.new { run = function() end } end))
    assert.equal("gloss.step: run must be a function, not a nil",
      raised(function() step.new { name = "x" } end))
    assert.equal("gloss.step: gives[2] must be the name of a layer, "
      .. "not a number", raised(function()
        step.new { name = "x", run = print, gives = { "a", 2 } }
      end))
    assert.equal("gloss.step: needs must be a list of names",
      raised(function()
        step.new { name = "x", run = print, needs = { a = true } }
      end))
    assert.equal("gloss.step takes a table, not a string",
      raised(function() step.new "x" end))
  end)

  it("configures by a call, and leaves the first step as it is", function()
    local times = step.new { name = "times", run = print,
      options = { month = { "past", "nearest" }, years = 3, dict = false } }
    local near = times { month = "nearest", dict = "a.tsv" }
    assert.same({ month = "past", years = 3, dict = false }, times.options)
    assert.same({ month = "nearest", years = 3, dict = "a.tsv" }, near.options)
    assert.equal("step times", tostring(near))
    assert.is_true(step.is(near))
    assert.is_false(step.is({}))
  end)

  it("checks options by their defaults", function()
    local times = step.new { name = "times", run = print,
      options = { month = { "past", "nearest" }, years = 3 } }
    assert.equal('gloss.times has no field "moth" (did you mean "month"?)',
      raised(function() times { moth = "past" } end))
    assert.equal("option years of gloss.times must be a number, not a string",
      raised(function() times { years = "3" } end))
    assert.equal('option month of gloss.times must be one of past, nearest '
      .. '(did you mean "nearest"?)',
      raised(function() times { month = "neares" } end))
  end)
end)

describe("the order of steps", function()
  local clean = new("clean", {}, { "noise" })
  local link = new("link", { "sentences" }, { "entities" })
  local quotes = new("quotes", {}, { "quotes" }, { "entities" })
  local shouts = new("shouts", { "quotes" }, { "shouts" })

  local function names(steps)
    local list = {}
    for i, s in ipairs(steps) do list[i] = s.name end
    return table.concat(list, " ")
  end

  local good = {
    {}, { clean, link, quotes, shouts }, { quotes, shouts }, { link },
  }
  for i, steps in ipairs(good) do
    it("is accepted: " .. i .. " " .. names(steps), function()
      assert.equal(steps, (step.check(steps)))
    end)
  end

  local bad = {
    { { shouts }, 'step shouts needs the layer "quotes", which no step gives' },
    { { shouts, quotes },
      'step shouts needs the layer "quotes": put step quotes before it' },
    { { quotes, link },
      'step quotes uses the layer "entities": put step link before it' },
    { { link, clean }, "step clean masks text: put it before step link" },
    { { link, link }, 'step link gives the layer "entities", which step link '
      .. "gives already" },
    { { new("x", {}, { "tokens" }) },
      'step x gives the layer "tokens", which every document has' },
    { { new("x", { "entites" }, {}), link },
      'step x needs the layer "entites", which no step gives '
      .. '(did you mean "entities"?)' },
    { { link, "quotes" }, "steps[2] is no step but a string" },
    { { a = link }, "steps[a] is no step but a table" },
  }
  for _, case in ipairs(bad) do
    it("is refused: " .. case[2], function()
      local steps, message = step.check(case[1])
      assert.is_nil(steps)
      assert.equal(case[2], message)
    end)
  end

  it("takes one step for a list of one", function()
    assert.same({ link }, (step.check(link)))
  end)

  it("is found by sorting", function()
    assert.equal("clean link quotes shouts",
      names(step.sort { shouts, quotes, link, clean }))
    assert.equal("quotes link", names(step.sort {
      new("quotes", {}, { "quotes" }), link }))
  end)

  it("is the order in which steps run, prepared once", function()
    local seen = {}
    local function watching(name)
      return step.new { name = name, options = { n = 1 },
        prepare = function(options)
          seen[#seen + 1] = "prepare " .. name
          return options.n + 1
        end,
        run = function(doc, options, prepared)
          seen[#seen + 1] = ("%s %s %d %d"):format(name, doc, options.n,
                                                   prepared)
        end }
    end
    local apply = step.prepare { watching "a", watching "b" { n = 5 } }
    apply "one"
    apply "two"
    assert.same({ "prepare a", "prepare b", "a one 1 2", "b one 5 6",
                  "a two 1 2", "b two 5 6" }, seen)
  end)
end)
