-- The contract: whole, without doubles, and true of the program.
local commands = require "gloss.contract.commands"
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local layers = require "gloss.contract.layers"
local options = require "gloss.contract.options"

local KINDS = { flag = true, text = true, file = true, folder = true, dictionary = true,
                integer = true, date = true, language = true, layers = true,
                failures = true, assign = true, choice = true, size = true,
                duration = true }

describe("the contract's options", function()
  it("have a name, a kind, help; names and letters are used once", function()
    local seen = {}
    for _, option in ipairs(options.list) do
      for _, name in ipairs { option.name, option.short } do
        assert.is_nil(seen[name], name)
        seen[name] = true
      end
      assert.is_true(KINDS[option.kind], option.name)
      assert.truthy(option.help:match "^%S.*%S$", option.name)
      assert.is_nil(option.help:match "%.$", option.name)
      assert.equal(option.kind == "flag", option.value == nil, option.name)
      if option.short then assert.equal(1, #option.short) end
    end
  end)

  it("are all taken by a command", function()
    for _, option in ipairs(options.list) do
      assert.is_true(#contract.takers(option.name) > 0, option.name)
      assert.is_nil(options.groups[option.name], option.name)
    end
  end)
end)

describe("the contract's commands", function()
  it("have a module that runs, options that exist, examples", function()
    local names = {}
    for _, command in ipairs(commands.list) do
      assert.is_nil(names[command.name], command.name)
      names[command.name] = true
      assert.truthy(command.help:match "^%l", command.name)
      assert.truthy(command.about:match "%.$", command.name)
      assert.is_true(#command.examples > 0, command.name)
      assert.equal("table", type(contract.options_of(command)))
      if contract.available(command) then
        local module = require("gloss.commands." .. command.module)
        assert.equal("function", type(module.run), command.name)
      end
    end
  end)

  it("show examples that the parser takes", function()
    local parse = require "gloss.options".parse
    for _, command in ipairs(contract.commands()) do
      for _, example in ipairs(command.examples) do
        local rest = assert(example[1]:match("^gloss " .. command.name
          .. "(.*)$"), example[1])
        local argv = {}
        for word in rest:gmatch "%S+" do argv[#argv + 1] = word end
        -- Only the dictionaries of examples need not be there.
        local ok, result = pcall(parse, command, argv)
        assert.is_true(ok or tostring(result):find("names no file", 1, true)
                       ~= nil, example[1] .. ": " .. tostring(result))
      end
    end
  end)

  it("have help that fits in 80 columns", function()
    local help = require "gloss.commands.help"
    local pages = { help.overview() }
    for _, command in ipairs(contract.commands()) do
      pages[#pages + 1] = help.of(command)
    end
    for _, page in ipairs(pages) do
      for line in page:gmatch "[^\n]+" do
        assert.is_true(#line <= 80, line)
        assert.is_nil(line:match "%s$", line)
      end
    end
  end)
end)

describe("the contract's layers", function()
  it("write columns that have names, each once", function()
    for _, layer in ipairs(layers.list) do
      local seen = {}
      for _, name in ipairs(layers.columns(layer)) do
        assert.is_nil(seen[name], layer.name .. " " .. name)
        seen[name] = true
      end
      assert.equal("doc", layers.columns(layer)[1])
      for _, field in ipairs(layer.fields) do
        assert.is_string(field.help, layer.name .. "." .. field.name)
      end
    end
  end)
end)

-- The values that a field may have, or nil where any will do.
local function listed(field)
  if not field.values then return nil end
  local set = {}
  for _, value in ipairs(field.values) do set[value] = true end
  return set
end

describe("our news articles", function()
  local gloss = require "gloss"
  local reader = require "gloss.reader"
  local step = require "gloss.step"
  local data = "tests/data/news/"

  it("have no value in a layer that the contract does not list", function()
    local values = { inputs = { data .. "articles" }, text = "text",
                     id = "id", date = "date", source = "source",
                     lang_field = "lang" }
    local apply = step.prepare(gloss.news { dict = data .. "dictionary" })
    local seen = 0
    for record in reader.records(reader.sources(values), values) do
      local doc = assert(reader.document(record))
      apply(doc)
      for _, layer in ipairs(contract.layers_here()) do
        for _, field in ipairs(layer.fields) do
          local set = listed(field)
          for _, span in ipairs(set and doc:all(layer.name) or {}) do
            local value = span[field.name]
            seen = seen + 1
            assert.is_true(value == nil or set[value] == true,
              ("%s.%s: %s"):format(layer.name, field.name, tostring(value)))
          end
        end
      end
    end
    assert.is_true(seen > 1000)
  end)
end)

describe("the contract's exit codes", function()
  it("rise, and a fault carries one", function()
    local last = -1
    for _, exit in ipairs(exits.list) do
      assert.is_true(exit.code > last)
      last = exit.code
    end
    local ok, fault = pcall(exits.stop, "data", "no %s", "such")
    assert.is_false(ok)
    assert.is_true(exits.is_fault(fault))
    assert.equal(6, fault.exit)
    assert.equal("no such", tostring(fault))
    assert.is_false(exits.is_fault({ exit = 6 }))
  end)
end)

describe("docs/cli.md and docs/formats.md", function()
  it("say what the contract says", function()
    assert.is_true(os.execute "lua5.4 scripts/dev/make_cli_docs.lua --check")
  end)
end)
