--- gloss as a module of stock Lua: what it loads, its edges, its languages.
local gloss = require "gloss"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

describe("the module", function()
  it("knows its versions", function()
    assert.matches("^%d+%.%d+%.%d+$", gloss.version)
    assert.equal("15.0.0", gloss.unicode)
  end)

  it("loads what is asked for, lazily", function()
    local lua = "lua5.4 -e '%s'"
    local pipe = assert(io.popen(lua:format [[
      local gloss = require "gloss"
      local before = 0
      for name in pairs(package.loaded) do
        if name:find "^gloss" then before = before + 1 end
      end
      print(before, package.loaded["gloss.edge.json"] == nil)
      print(gloss.json.decode("[1]")[1])
    ]]))
    local out = pipe:read "a"
    pipe:close()
    assert.equal("2\ttrue\n1\n", out)
  end)

  it("outlives its values, in finalizers of others", function()
    local pipe = assert(io.popen([[lua5.4 -e '
      local gloss = require "gloss"
      local doc, re = gloss.doc "Ann met Bob.", gloss.regex "(Ann) (?<v>met)"
      local m, language = re:match(doc), gloss.language "en"
      local first = setmetatable({}, { __gc = function()
        for _, f in ipairs { function() return m.v end, function() return m[1]
          end, function() return re:match "Ann met" end, function()
          return #doc.tokens end, function() return language.code end,
          function() return m.text end } do
          pcall(f)
        end
        print "done"
      end })
      keep = { first, doc, re, m, language }' 2>&1]]))
    local output = pipe:read "a"
    pipe:close()
    assert.equal("done\n", output)
  end)

  it("makes errors that are values", function()
    local err = gloss.core.error("code", "what happened", 5)
    assert.same({ "code", "what happened", 5 },
                { err.code, err.message, err.first })
    assert.equal("what happened", tostring(err))
    assert.equal("tokens", gloss.core.suggest("tokns", { "tokens", "times" }))
    assert.equal("tokens", gloss.core.suggest("tokns", { tokens = 1 }))
    assert.is_nil(gloss.core.suggest("zebra", { "tokens", "times" }))
  end)
end)

describe("languages", function()
  local path = os.tmpname() .. ".lua"
  local function open(text)
    write(path, text)
    return gloss.language(path)
  end
  teardown(function() os.remove(path) end)

  it("have a code, and a pack or not", function()
    local en = gloss.language "en"
    assert.equal("en", en.code)
    assert.equal("English", en.name)
    assert.equal("gloss/languages/en.lua", en.pack)
    assert.equal("language en", tostring(en))
    assert.equal(en, gloss.language "en")
    raises('no field of a language "cod"', function() return en.cod end)
    local codes = gloss.languages()
    assert.same(gloss.sort { table.unpack(codes) }, codes)
    local none, err = gloss.language "ne"
    assert.is_nil(none)
    assert.matches('no language "ne"', err.message)
    assert.equal("bad_language", err.code)
  end)

  it("are read from files", function()
    local pack = assert(open [[return { name = "Mine",
      clitics = { endings = { "'s" }, split = "can|not gon|na" },
      hyphen = { cut = true } }]])
    assert.equal("Mine", pack.name)
    local doc = gloss.doc("Ann's cannot well-known", { lang = pack })
    assert.same({ "Ann", "'s", "can", "not", "well", "-", "known" },
                doc.tokens:texts())
    assert.same({ false, true }, { doc.tokens[1].clitic, doc.tokens[2].clitic })
  end)

  it("inherit, and replace lists", function()
    local doc = gloss.doc("x", { lang = assert(open [[return {
      inherits = "en", replaces = "clitics.endings" }]]) })
    assert.equal("x", doc.text)
    local kept = gloss.doc("Ann's", { lang = assert(open
      [[return { inherits = "en" }]]) })
    assert.same({ "Ann", "'s" }, kept.tokens:texts())
  end)

  it("say file and line of what is wrong", function()
    local function fault(text)
      local pack, err = open(text)
      assert.is_nil(pack)
      assert.equal("bad_language", err.code)
      assert.equal(path, err.message:sub(1, #path))
      return err.message:sub(#path + 1)
    end
    assert.matches("^:3: ", fault "return {\n\n  name = = 1 }")
    assert.matches("^:1: a pack returns a table", fault "return 5")
    assert.matches('^:2: no field "abbrevs"', fault "return {\n abbrevs = {} }")
    assert.matches('did you mean "clitics.endings"',
                   fault "return { clitics = {\n ending = 'x' } }")
    assert.matches("^:2: name: string expected", fault "return {\n name = 5 }")
    assert.matches("^:2: .*boolean expected",
                   fault "return {\n hyphen = { cut = 'yes' } }")
    assert.matches("holds no functions",
                   fault "return { name = function() end }")
    assert.matches("^:1: attempt to index a nil value",
                   fault "return { name = os.getenv 'HOME' }")
    assert.matches("a pack is no program", fault "while true do end")
    assert.matches("a pack is no program",
                   fault "local t = 'x' while true do t = t .. t end")
    assert.matches('did you mean "abbreviations"',
                   fault "return { abbreviation = { never = 'Mr.' } }")
    assert.matches("^:2: clitics.split: 'cannot': ",
                   fault "return { clitics = {\n split = 'can|not cannot' } }")
    assert.matches('no language "xx"', fault "return { inherits = 'xx' }")
    local none, err = gloss.language "/nowhere/x.lua"
    assert.is_nil(none)
    assert.matches("/nowhere/x.lua", err.message)
  end)

  it("do not confuse two packs in one file", function()
    local first = assert(open [[return { name = "One" }]])
    local second = assert(open [[return { name = "Two" }]])
    assert.same({ "One", "Two" }, { first.name, second.name })
  end)
end)

describe("the edge files", function()
  local files = gloss.edge "files"
  local dir = os.tmpname()
  os.remove(dir)
  setup(function()
    assert(files.mkdir(dir .. "/b/c"))
    assert(files.mkdir(dir .. "/b/c"))  -- again is no fault
    write(dir .. "/b/c/z.txt", "z")
    write(dir .. "/b/a.txt", "a")
    write(dir .. "/B.txt", "")
    write(dir .. "/b.txt", "\0x")
    os.execute(("ln -s . %s/loop; ln -s nothing %s/dead"):format(dir, dir))
  end)
  teardown(function() os.execute("rm -r " .. dir) end)

  it("walks in the order of bytes", function()
    assert.same({ "B.txt", "b", "b.txt", "dead", "loop" }, files.list(dir))
    assert.same({ "B.txt", "b/a.txt", "b/c/z.txt", "b.txt" }, (files.walk(dir)))
    assert.same({}, select(2, files.walk(dir)))
  end)

  it("reads whole files", function()
    assert.equal("\0x", files.read(dir .. "/b.txt"))
    assert.equal("", files.read(dir .. "/B.txt"))
    assert.same({ "file", 2 }, { files.stat(dir .. "/b.txt").kind,
                                 files.stat(dir .. "/b.txt").size })
    assert.equal("directory", files.stat(dir).kind)
    write(dir .. "/long", ("0123456789"):rep(50000))
    assert.equal(("0123456789"):rep(50000), files.read(dir .. "/long"))
    os.remove(dir .. "/long")
  end)

  it("replaces files whole", function()
    local path = dir .. "/new"
    assert.is_true(files.replace(path, "one"))
    os.execute("chmod 600 " .. path)
    assert.is_true(files.replace(path, "two\0"))
    assert.equal("two\0", files.read(path))
    local pipe = io.popen("stat -c %a " .. path)
    assert.equal("600", pipe:read())
    pipe:close()
    assert.is_true(files.sync(path))
    assert.is_true(files.rename(path, path .. "2"))
    assert.is_nil(files.stat(path))
    assert.is_true(files.remove(path .. "2"))
    local temporary = files.temporary(dir)
    assert.equal("", files.read(temporary))
    files.remove(temporary)
    assert.equal(5, #files.list(dir))  -- nothing is left behind
  end)

  it("reports faults as values", function()
    for _, call in ipairs {
      { files.read, dir .. "/none" }, { files.list, dir .. "/none" },
      { files.walk, dir .. "/B.txt" }, { files.stat, dir .. "/none" },
      { files.replace, dir .. "/none/x", "x" }, { files.remove, dir .. "/none" },
      { files.rename, dir .. "/none", dir .. "/y" }, { files.read, dir },
      { files.mkdir, dir .. "/B.txt/x" }, { files.temporary, dir .. "/none" },
    } do
      local value, err = call[1](table.unpack(call, 2))
      assert.is_nil(value)
      assert.is_true(err.code == "io" or err.code == "not_found")
      assert.matches(dir, err.message, 1, true)
    end
    raises("no NUL byte", files.read, "a\0b")
    assert.is_false(files.isatty(99))
  end)
end)

describe("the edge hash", function()
  it("is SHA-256", function()
    local sha256 = gloss.edge("hash").sha256
    assert.equal("e3b0c44298fc1c149afbf4c8996fb924"
                 .. "27ae41e4649b934ca495991b7852b855", sha256 "")
    assert.equal("ba7816bf8f01cfea414140de5dae2223"
                 .. "b00361a396177a9cb410ff61f20015ad", sha256 "abc")
    assert.equal(sha256 "abc", sha256("a", "b", "c"))
  end)

  it("is the only one of its name", function()
    raises('no edge "hsah"', gloss.edge, "hsah")
  end)
end)
