-- Command lines against the contract: what is taken, what is refused and how.
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local options = require "gloss.options"

local function parse(name, line)
  local argv = {}
  for word in line:gmatch "%S+" do argv[#argv + 1] = word end
  return options.parse(assert(contract.command(name), name), argv)
end

-- The message of the fault that a command line ends in.
local function refused(name, line)
  local ok, fault = pcall(parse, name, line)
  assert.is_false(ok)
  assert.is_true(exits.is_fault(fault), tostring(fault))
  assert.equal(2, fault.exit)
  return (fault.message:gsub("\nTry: .*", ""))
end

describe("options", function()
  it("stand anywhere, clustered, with = or a blank", function()
    local v = parse("run", "a.lua -qv x -dREADME.md --dict=docs y --dict Makefile -o out.csv - "
      .. "--set since=2025=x -tcsv")
    assert.equal("a.lua", v.SCRIPT)
    assert.same({ "x", "y", "-" }, v.inputs)
    assert.same({ "README.md", "docs", "Makefile" }, v.dict)
    assert.is_true(v.quiet and v.verbose)
    assert.equal("out.csv", v.output)
    assert.equal("csv", v.to)
    assert.same({ { name = "since", value = "2025=x" } }, v.set)
  end)

  it("end at --", function()
    local v = parse("annotate", "-q -- -v --to")
    assert.same({ "-v", "--to" }, v.inputs)
    assert.is_false(v.verbose)
  end)

  it("have defaults", function()
    local v = parse("annotate", "")
    assert.equal("text", v.text)
    assert.equal("auto", v.color)
    assert.same({ number = 1, percent = true }, v.max_failed)
    assert.same({}, v.inputs)
    assert.same({}, v.dict)
    assert.is_nil(v.to)
  end)

  it("are converted", function()
    assert.same({ number = 20, percent = false },
                parse("annotate", "--max-failed 20").max_failed)
    assert.same({ number = 0.5, percent = true },
                parse("annotate", "--max-failed=0.5%").max_failed)
    assert.equal(7, parse("annotate", "--limit 7").limit)
    local v = parse("run", "a.lua --max-bytes 1.5M --max-steps 500 "
      .. "--max-memory 2gb --max-time 500ms")
    assert.same({ 1500000, 500, 2000000000, 0.5 },
                { v.max_bytes, v.max_steps, v.max_memory, v.max_time })
    assert.equal(120, parse("annotate", "--max-time 2m").max_time)
    assert.same({ tokens = true, sentences = true },
                parse("annotate", "--layers tokens,sentences").layers)
    assert.is_true(parse("annotate", "-0 --files-from x").null)
  end)

  it("give way to --help", function()
    assert.same({ help = true }, parse("run", "--bad --help"))
    assert.same({ help = true }, parse("annotate", "-h"))
  end)

  local bad = {
    { "annotate", "--layer tokens", "no option --layer (did you mean --layers?)" },
    { "annotate", "--zzzzz", "no option --zzzzz" },
    { "tokens", "--set a=b", "no option --set here; it belongs to: gloss run, "
      .. "gloss report" },
    { "annotate", "--limit", "option '--limit' requires an argument" },
    { "annotate", "--limit x", '--limit must be a whole number, not "x"' },
    { "annotate", "--limit 1.5", '--limit must be a whole number, not "1.5"' },
    { "annotate", "--limit 1 --limit 2",
      "--limit is given 2 times, once is enough" },
    { "annotate", "--to jsonll", "--to must be one of jsonl, tsv, text, "
      .. 'none, not "jsonll" (did you mean "jsonl"?)' },
    { "annotate", "--quiet=yes", "option '--quiet' does not take arguments" },
    { "annotate", "--max-failed 5.5",
      '--max-failed must be like 20 or 0.5%, not "5.5"' },
    { "run", "a.lua --set since",
      '--set must be like since=2025-03-01, not "since"' },
    { "run", "", "missing argument 'SCRIPT'" },
    { "annotate", "--max-bytes 10X",
      '--max-bytes must be a size like 10M, not "10X"' },
    { "annotate", "--max-time soon",
      '--max-time must be like 500ms, 10s or 2m, not "soon"' },
    { "annotate", "-d nowhere.tsv", "--dict names no file: nowhere.tsv: "
      .. "No such file or directory" },
    { "version", "x", "too many arguments" },
    { "annotate", "--layers ,", "--layers needs the name of a layer" },
  }
  for _, case in ipairs(bad) do
    it(("refuse: gloss %s %s"):format(case[1], case[2]), function()
      assert.equal(case[3], refused(case[1], case[2]))
    end)
  end

  it("name the unknown layer and those there are", function()
    local message = refused("annotate", "--layers tokens,sentence")
    assert.truthy(message:match '^%-%-layers knows no layer "sentence" '
      .. '%(did you mean "sentences"%?%); there are: tokens, sentences')
  end)

  it("tell the layers asked for by name from those of all", function()
    local v = parse("annotate", "--layers all,times")
    assert.equal(true, v.layers.times)
    assert.equal("all", v.layers.entities)
  end)
end)
