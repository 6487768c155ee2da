-- The contract: whole, without doubles, and true of the program.
local commands = require "gloss.contract.commands"
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local layers = require "gloss.contract.layers"
local options = require "gloss.contract.options"

local KINDS = { flag = true, text = true, file = true, folder = true, dictionary = true,
                integer = true, date = true, language = true, layers = true,
                failures = true, assign = true, choice = true }

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
