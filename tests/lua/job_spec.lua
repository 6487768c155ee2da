-- Jobs: what is checked when they are made, parameters, rows, results.
local exits = require "gloss.contract.exits"
local job = require "gloss.job"
local step = require "gloss.step"

local function nothing() end

local function raised(f)
  local ok, message = pcall(f)
  assert.is_false(ok)
  local rest = tostring(message):match "^.-job_spec%.lua:%d+: (.*)$"
  assert.is_string(rest, tostring(message))
  return rest
end

local function fault(code, f, ...)
  local ok, err = pcall(f, ...)
  assert.is_false(ok)
  assert.is_true(exits.is_fault(err), tostring(err))
  assert.equal(code, err.exit)
  return err.message
end

describe("gloss.job", function()
  local bad = {
    { { mapp = nothing }, 'gloss.job has no field "mapp" (did you mean "map"?)' },
    { {}, "gloss.job needs map = function(doc, out)" },
    { { map = "x" }, "gloss.job: map must be a function, not a string" },
    { { map = nothing, tables = { t = { n = "summ" } } },
      'gloss.job: tables.t.n: no reducer "summ" (did you mean "sum"?); there '
      .. "are: count, distinct, first, list, max, min, stats, sum, top:10" },
    { { map = nothing, tables = { { "a" } } },
      "gloss.job: tables must be named" },
    { { map = nothing, params = { when = {} } },
      "gloss.job: params.when must be a string, number or boolean, "
      .. "not a table" },
    { { map = nothing, params = { ["a b"] = 1 } },
      'gloss.job: "a b" cannot be the name of a parameter' },
  }
  for _, case in ipairs(bad) do
    it("refuses: " .. case[2], function()
      assert.equal(case[2], raised(function() job.new(case[1]) end))
    end)
  end

  it("names the line even at the end of a script", function()
    local script = load('local job = ...\n\nreturn job.new { mapp = 1 }',
                        "@script.lua")
    local ok, message = pcall(script, job)
    assert.is_false(ok)
    assert.equal('script.lua:3: gloss.job has no field "mapp" '
      .. '(did you mean "map"?)', message)
  end)

  it("names the line where the order of its steps is wrong", function()
    local a = step.new { name = "a", gives = { "x" }, run = nothing }
    local b = step.new { name = "b", needs = { "x" }, run = nothing }
    local made = job.new { map = nothing,
                           steps = function() return { b, a } end }
    assert.truthy(fault(5, made.checked_steps, made, {})
      :match '^.*job_spec%.lua:%d+: step b needs the layer "x": put step a '
      .. "before it$")
  end)
end)

describe("parameters", function()
  local made = job.new { map = nothing,
    params = { dict = "actors.gdict", since = "2025-01-01", least = 2,
               all = false } }

  local function set(...)
    local list = {}
    for _, text in ipairs { ... } do
      local name, value = text:match "^(.-)=(.*)$"
      list[#list + 1] = { name = name, value = value }
    end
    return made:parameters({ set = list }, "jobs/")
  end

  it("have their defaults; a dictionary stands beside the script", function()
    local p = set()
    assert.same({ "jobs/actors.gdict", "2025-01-01", 2, false },
                { p.dict, p.since, p.least, p.all })
  end)

  it("are set by name, in the type of the default", function()
    local p = set("since=2024", "least=3", "all=yes", "dict=mine.tsv")
    assert.same({ "mine.tsv", "2024", 3, true },
                { p.dict, p.since, p.least, p.all })
    assert.equal("integer", math.type(p.least))
    assert.equal(0.5, set "least=0.5".least)
  end)

  it("take dictionaries from -d as they are", function()
    assert.equal("x.tsv", made:parameters({ dict = { "x.tsv" } }, "jobs/").dict)
    assert.same({ "x.tsv", "y.tsv" },
      made:parameters({ dict = { "x.tsv", "y.tsv" } }, "jobs/").dict)
  end)

  it("are faults where they do not fit", function()
    assert.equal('the script has no parameter "sinc" (did you mean "since"?)',
                 fault(2, set, "sinc=1"))
    assert.equal('--set least must be a number, not "few"',
                 fault(2, set, "least=few"))
    assert.equal('--set all must be a boolean, not "maybe"',
                 fault(2, set, "all=maybe"))
  end)

  it("are read-only, and unknown ones raise", function()
    local p = set()
    assert.equal('no parameter "sinse" (did you mean "since"?)',
                 raised(function() return p.sinse end))
    assert.equal("parameters cannot be changed",
                 raised(function() p.since = "x" end))
  end)
end)

describe("out", function()
  local made = job.new { map = nothing,
    tables = { quotes = { "who", "said" }, counts = { "who", n = "sum" } } }

  it("takes rows, and says where one is wrong", function()
    local rows = {}
    local out = made:outputs(function(def, values)
      rows[#rows + 1] = { def.name, values[1], values[2] }
    end)
    out.quotes { who = "Ann" }
    out.counts { who = "Ann", n = 2.0 }
    assert.same({ { "quotes", "Ann" }, { "counts", "Ann", 2 } }, rows)
    assert.equal('table quotes: no column "speaker"',
                 raised(function() out.quotes { speaker = "x" } end))
    assert.equal('table counts: the column "who" is part of the key and must '
      .. "not be nil", raised(function() out.counts { n = 1 } end))
    assert.equal('the job has no table "quote" (did you mean "quotes"?)',
                 raised(function() out.quote { } end))
    assert.equal("out cannot be changed",
                 raised(function() out.quotes = nil end))
  end)

  it("turns spans into their text", function()
    local rows = {}
    local out = made:outputs(function(_, values) rows[#rows + 1] = values end)
    local doc = assert(require "gloss".doc "Ann left.")
    out.quotes { who = doc.tokens[1], said = { doc.tokens[2], 1 } }
    assert.same({ "Ann", { "left", 1 } }, rows[1])
    assert.equal('table quotes: the column "who" cannot hold a gloss.view',
                 raised(function() out.quotes { who = doc.tokens } end))
  end)
end)

describe("workers", function()
  local worker = require "gloss.worker"
  local results = require "gloss.results"

  -- Runs a job on texts with several workers, as threads would.
  local function run(made, texts, hands)
    local plan = { format = "jsonl", path = nil }
    local lines, dumps, workers = {}, {}, {}
    for i = 1, hands do
      workers[i] = worker.new(made, {}, "", plan.format)
    end
    for i, text in ipairs(texts) do
      local record = { number = i, id = "d" .. i, text = text, bytes = #text,
                       warnings = {}, repairs = {} }
      local result = assert(workers[i % hands + 1]:process(record))
      for name, bytes in pairs(result) do
        lines[name] = (lines[name] or "") .. bytes
      end
    end
    local out = results.open(made, { })
    for i = 1, hands do out:merge(workers[i]:dump()) end
    for name, groups in pairs(out.groups) do dumps[name] = groups:rows() end
    return lines, dumps
  end

  it("give the same rows, however many there are", function()
    local made = job.new {
      tables = { words = { "doc", "word" },
                 counts = { "word", n = "sum", docs = "list", first = "first",
                            share = "stats" } },
      map = function(doc, out)
        for t in doc.tokens do
          out.words { doc = doc.id, word = t }
          out.counts { word = t, n = 0.1, docs = doc.id, first = t:ref(),
                       share = #t / 3 }
        end
      end }
    local texts = { "a b a", "b c", "a", "c c c", "b a c", "a a" }
    local lines, groups = run(made, texts, 1)
    assert.equal("a", groups.counts[1][1])
    assert.same({ "d1", "d1", "d3", "d5", "d6", "d6" }, groups.counts[1][2])
    assert.equal("d1#0-1", groups.counts[1][3])
    -- 6 * 0.1, rounded once: as close to 0.6 as its neighbour, and even
    assert.equal(6 * 0.1, groups.counts[1][4])
    for hands = 2, 4 do
      local other_lines, other_groups = run(made, texts, hands)
      assert.same(lines, other_lines)
      assert.same(groups, other_groups)
    end
  end)

  it("let nothing out of a document that fails", function()
    local made = job.new { tables = { t = { n = "sum" }, r = { "x" } },
      map = function(doc, out)
        out.t { n = 1 }
        out.r { x = 1 }
        if doc.id == "bad" then error "no" end
      end }
    local hand = worker.new(made, {}, "", "jsonl")
    local function process(id)
      return hand:process { number = 1, id = id, text = "x", bytes = 1,
                            warnings = {}, repairs = {} }
    end
    assert.same({ r = '{"x":1}\n' }, (process "good"))
    local none, failure = process "bad"
    assert.is_nil(none)
    assert.truthy(failure.message:match "job_spec%.lua:%d+: no$")
    assert.truthy(failure.at:match "job_spec%.lua:%d+$")
    local out = results.open(made, {})
    out:merge(hand:dump())
    assert.same({ { 1 } }, out.groups.t:rows())
  end)
end)
