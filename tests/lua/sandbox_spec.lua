--- The sandbox: what scripts see; and, in the program, its limits.
local sandbox = require "gloss.sandbox"

local GLOSS = os.getenv "GLOSS" or "build/gloss"

local dir = os.tmpname()
os.remove(dir)

local function write(name, text)
  local path = dir .. "/" .. name
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
  return path
end

--- Runs text as a script of level standard.
local function run(text, level, globals)
  local script = assert(sandbox.load(dir .. "/s.lua", level, text, globals))
  return script()
end

local function fails(text)
  local ok, message = pcall(run, text)
  assert.is_false(ok, text)
  return tostring(message)
end

describe("sandbox.load", function()
  setup(function() os.execute("mkdir " .. dir) end)
  teardown(function() os.execute("rm -r " .. dir) end)

  it("loads a file, or text in its place", function()
    local path = write("a.lua", "#!/usr/bin/env -S gloss run\nreturn 5, ...")
    assert.same({ 5, "x" }, { sandbox.load(path)("x") })
    assert.equal(6, sandbox.load(path, "standard", "return 6")())
    assert.equal(7, sandbox.load(path, "off", "\xEF\xBB\xBFreturn 7")())
    assert.equal(8, run("return arg", nil, { arg = 8 }))
  end)

  it("names file and line of what does not compile", function()
    local path = write("bad.lua", "#!x\n\nlocal x = = 1\n")
    local script, err = sandbox.load(path)
    assert.is_nil(script)
    assert.equal("bad_script", err.code)
    assert.matches("bad.lua:3: unexpected symbol near '='", err.message)
    script, err = sandbox.load(dir .. "/none.lua")
    assert.is_nil(script)
    assert.matches("none.lua: No such file", err.message)
    local bytecode = string.dump(function() end)
    script, err = sandbox.load(path, "standard", bytecode)
    assert.is_nil(script)
    assert.matches("attempt to load a binary chunk", err.message)
  end)

  it("knows its levels", function()
    assert.has_error(function() sandbox.load("x", "none") end)
  end)

  it("shows no way to files, programs, the clock or the machine", function()
    for _, name in ipairs { "os", "debug", "package", "dofile", "loadfile",
                            "collectgarbage" } do
      assert.matches("s.lua:1: " .. name .. " is not in the sandbox",
                     fails("return " .. name))
    end
    assert.is_nil(run "return io.open or io.popen or io.read or io.lines")
    assert.is_nil(run "return math.randomseed or string.dump or warn")
    assert.is_nil(run "return getmetatable('')")
    assert.is_false(run "return getmetatable(_G)")
    assert.equal(_VERSION, run "return _VERSION")
    run "leak = 1"
    assert.is_nil(rawget(_G, "leak"))
  end)

  it("loads text alone, into its own world", function()
    assert.same({ nil, "a script loads no bytecode" },
                { run "return load('x', 'x', 'b')" })
    assert.is_true(run "x = 1; return load('return x')() == 1")
    assert.is_nil(run "return (load('return x', 'n', 't', {}))()")
    assert.matches("binary chunk", select(2, run(
      "return load(" .. ("%q"):format(string.dump(function() end)) .. ")")))
    assert.matches("os is not in the sandbox",
                   fails "return load('return os')()")
  end)

  it("requires what lies beside the script", function()
    write("helper.lua", "return { n = 1, os = pcall(function() return os end) }")
    os.execute("mkdir " .. dir .. "/sub")
    write("sub/init.lua", "return 'init'")
    write("sub/deep.lua", "return ...")
    write("loop.lua", "return require 'loop'")
    write("broken.lua", "return = 1")
    assert.is_true(run [[local h = require "helper"
      return h == require "helper" and h.os == false]])
    assert.equal("init", run "return require 'sub'")
    assert.equal("sub.deep", run "return require 'sub.deep'")
    assert.matches("requires itself", fails "require 'loop'")
    assert.matches("broken.lua:1:", fails "require 'broken'")
    assert.matches("s.lua:1: no module 'none' beside the script",
                   fails "require 'none'")
    for _, name in ipairs { "../x", "/etc/passwd", "a..b", "", "os", "io" } do
      assert.is_false(pcall(run, ("require %q"):format(name)), name)
    end
  end)

  it("requires of gloss what opens no doors", function()
    assert.is_true(run [[local gloss = require "gloss"
      return gloss.doc("Ann.").tokens[1].text == "Ann"
        and gloss.date.month "2025-04-06" == "2025-04"
        and require "gloss.json".encode { 1 } == "[1]" ]])
    for _, name in ipairs { "gloss.host", "gloss.edge", "gloss.edge.files",
      "gloss.sandbox", "gloss.commands", "gloss.resource" } do
      assert.matches("is not in the sandbox",
                     fails(("require %q"):format(name)))
    end
    assert.matches("s.lua:1: module 'gloss.steps.none' is not part of gloss$",
                   fails "require 'gloss.steps.none'")
    assert.matches('"gloss.edge" is not in the sandbox',
                   fails "return require 'gloss'.edge")
    assert.matches("cannot be assigned", fails "require 'gloss'.doc = nil")
    assert.matches("cannot be assigned",
                   fails "require 'gloss.core'.doc = nil")
    for _, name in ipairs { "dict_builder", "dict_save", "dict_claim" } do
      for _, way in ipairs { "require 'gloss.core'", "require 'gloss'.core" } do
        assert.matches('s.lua:1: "gloss.core.' .. name .. '" is not in the '
                       .. "sandbox", fails(("return %s.%s"):format(way, name)))
      end
    end
    assert.matches("nil value", fails([[local d = require "gloss".dict.new {}
      d.sink.builder:save "x.gdict"]]))
    assert.matches('no "gloss.dcos"', fails "return require 'gloss'.dcos")
  end)

  it("lets a dictionary be saved below the current folder alone", function()
    for _, path in ipairs { "/tmp/x.gdict", "../x.jsonl" } do
      assert.matches("s.lua:1: a script writes below the current folder",
        fails(("local d = require 'gloss'.dict.new {} d:save(%q)")
              :format(path)))
    end
  end)

  it("lets a report be written below the current folder alone", function()
    for _, path in ipairs { "/tmp/x.html", "../x.html", "a/../../x" } do
      assert.matches("s.lua:1: a script writes below the current folder",
        fails(("local r = require 'gloss.report'.new() r:write(%q)")
              :format(path)))
    end
    assert.is_true(pcall(sandbox.check_write, "a/b..c/x.html", 1))
    assert(sandbox.load("s.lua", "off", ""))
    assert.is_true(pcall(sandbox.check_write, "/tmp/x.html", 1))
  end)

  it("visits tables in order, and prints no addresses", function()
    assert.equal("1 2 a b", run [[local keys = {}
      for k in pairs { b = 1, a = 1, [2] = 1, [1] = 1 } do
        keys[#keys + 1] = tostring(k)
      end
      return table.concat(keys, " ")]])
    assert.equal("table function thread named", run [[
      local named = setmetatable({}, { __tostring = function()
        return "named" end })
      return table.concat({ tostring {}, tostring(print),
        tostring(coroutine.create(print)), tostring(named) }, " ")]])
    local said
    local print_before = sandbox.print
    sandbox.print = function(...) said = table.concat({ ... }, " ") end
    run [[print({}, print, require "gloss".regex "a", 1)]]
    sandbox.print = print_before
    assert.equal("table function gloss.regex 1", said)
  end)

  it("repeats random numbers", function()
    local text = "return math.random(1000000)"
    assert.equal(run(text), run(text))
    sandbox.seed "a"
    local a = math.random(1000000)
    sandbox.seed "b"
    local b = math.random(1000000)
    sandbox.seed "a"
    assert.equal(a, math.random(1000000))
    assert.not_equal(a, b)
  end)

  it("takes no finalizers", function()
    assert.matches("no finalizers",
                   fails "setmetatable({}, { __gc = function() end })")
    assert.is_true(run [[local t = setmetatable({}, { __index = { x = 1 } })
      return t.x == 1 and getmetatable(t).__index.x == 1]])
  end)

  it("prints through the runner", function()
    local said = {}
    local old_print, old_write = sandbox.print, sandbox.write
    sandbox.print = function(...) said[#said + 1] = table.concat({ ... }, " ")
    end
    sandbox.write = sandbox.print
    run "print('a', 'b'); io.write('c')"
    sandbox.print, sandbox.write = old_print, old_write
    assert.same({ "a b", "c" }, said)
  end)

  it("wraps protected calls and coroutines as Lua has them", function()
    assert.is_true(run [[
      local ok, message = pcall(error, "x", 0)
      assert(not ok and message == "x")
      assert(select("#", pcall(function() return 1, nil, 3 end)) == 4)
      ok, message = xpcall(error, function(m) return m .. "!" end, "x")
      assert(not ok and message == "x!")
      local gen = coroutine.wrap(function(a)
        local b = coroutine.yield(a + 1)
        error("gone " .. b, 0)
      end)
      assert(gen(1) == 2)
      ok, message = pcall(gen, 5)
      assert(not ok and message == "gone 5")
      local thread = coroutine.create(function(...) return ... end)
      assert(select("#", coroutine.resume(thread, 1, 2)) == 3)
      assert(coroutine.status(thread) == "dead")
      return true]])
  end)

  it("leaves Lua as it is where it is off", function()
    write("helper2.lua", "return os and 'os'")
    assert.equal("os", run("return require 'helper2'", "off"))
    assert.equal(os, run("return os", "off"))
  end)
end)

describe("limits, in the program,", function()
  setup(function() os.execute("mkdir " .. dir) end)
  teardown(function() os.execute("rm -r " .. dir) end)

  --- Runs a script in the program, with the sandbox off: it sets limits and
  --- loads `inner` as a standard script. What it prints is returned.
  local function limited(limits, inner)
    write("inner.lua", inner)
    local outer = write("outer.lua", ([[
      local host, sandbox = require "gloss.host", require "gloss.sandbox"
      local script = assert(sandbox.load(%q))
      host.limits(%s)
      local ok, message = pcall(script)
      local hit = host.hit()
      host.limits {}
      print(ok, hit, tostring(message))
    ]]):format(dir .. "/inner.lua", limits))
    local pipe = assert(io.popen(("timeout 20 %s run --sandbox off %s 2>&1")
                                 :format(GLOSS, outer)))
    local output = pipe:read "a"
    pipe:close()
    return output
  end

  local loops = {
    short = "while true do end",
    pcall = "while true do pcall(function() while true do end end) end",
    xpcall = [[while true do
      xpcall(function() while true do end end, function() end) end]],
    coroutine = [[while true do
      coroutine.resume(coroutine.create(function() while true do end end))
      end]],
    wrap = [[while true do
      pcall(coroutine.wrap(function() while true do end end)) end]],
    metamethod = [[local t = setmetatable({}, { __index = function()
      while true do end end }) local x = t.x]],
    close = [[while true do pcall(function()
      local x <close> = setmetatable({}, { __close = function()
        while true do end end }) end) end]],
    handler = [[xpcall(error, function() while true do end end)]],
    sort = [[table.sort({ 3, 1, 2 }, function() while true do end end)]],
    gsub = [[("x"):gsub("x", function() while true do end end)]],
    find = [[return (("a"):rep(60):find(("a*"):rep(40) .. "b"))]],
    match = [[while true do pcall(string.match, ("a"):rep(60),
      ("a*"):rep(40) .. "b") end]],
    gmatch = [[for _ in ("a"):rep(60):gmatch(("a?"):rep(40) .. "b") do end]],
    replace = [[("a"):rep(200):gsub(("a-"):rep(30) .. "b", "")]],
    plain = [[local s = ("a"):rep(1000000)
      while true do s:find("b", 1, true) end]],
  }
  for name, loop in pairs(loops) do
    it("ends an endless loop in " .. name, function()
      assert.matches("^false\tsteps\t.*limit of steps reached",
                     limited("{ steps = 100000 }", loop))
    end)
  end

  it("reach coroutines that were made before them", function()
    write("early.lua", [[
      local early = coroutine.wrap(function() coroutine.yield()
        while true do end end)
        early()
      return function() while true do pcall(early) end end]])
    local outer = write("outer.lua", ([[
      local host, sandbox = require "gloss.host", require "gloss.sandbox"
      local run = sandbox.load(%q)()
      local thread = coroutine.create(function()
        host.limits { steps = 100000 }
        return pcall(run)
      end)
      local _, ok, message = coroutine.resume(thread)
      print(ok, host.hit(), message)]]):format(dir .. "/early.lua"))
    local pipe = assert(io.popen(("timeout 20 %s run --sandbox off %s 2>&1")
                                 :format(GLOSS, outer)))
    assert.matches("^false\tsteps\t", pipe:read "a")
    pipe:close()
  end)

  it("ends it by the clock, too", function()
    assert.matches("^false\ttime\t.*limit of time reached",
                   limited("{ seconds = 0.1 }", loops.pcall))
  end)

  it("ends what takes too much memory", function()
    for _, hungry in ipairs {
      "local t = {} while true do t[#t + 1] = ('x'):rep(1000) .. #t end",
      "local s = 'x' while true do s = s .. s end",
      "return ('x'):rep(1000000000)",
      "while true do pcall(string.rep, 'x', 1000000000) end",
    } do
      assert.matches("^false\tmemory\t", limited("{ memory = 10000000 }",
                                                 hungry), hungry)
    end
  end)

  it("lets pass what stays below", function()
    assert.equal("true\tnil\tdone\n", limited(
      "{ steps = 1000000, memory = 10000000, seconds = 10 }", [[
      local t = {}
      for round = 1, 20 do
        t = {}
        for i = 1, 1000 do t[i] = { tostring(i):rep(20) } end
      end
      return "done"]]):gsub("true\tnil\t[^\n]*", "true\tnil\tdone"))
  end)

  it("are set with what can be meant", function()
    assert.matches('limit "steps" must be above 0', limited("{ steps = 0 }", ""))
  end)
end)
