--- The program's own string patterns do what Lua's do, result for result and
--- message for message, and can be stopped.
local GLOSS = os.getenv "GLOSS" or "build/gloss"

local SCRIPT = [==[
math.randomseed(42)
local atoms = { "a", "b", ".", "%a", "%d", "[ab]", "[^a]", "[a-c%d]", "[]]",
  "[^]]", "%s", "%w", "%A", "(", ")", "()", "%1", "%2", "*", "+", "-", "?", "^",
  "$", "%b()", "%bab", "%f[%a]", "%f[^%w]", "x", "%%", "%.", "[%a-]", "1", "[",
  "%", "%f", "%b", " ", "\0", "[\0-b]", "%c", "%g", "%l", "%p", "%u", "%x",
  "%S", "%W", "%P", "%L", "[%l%u]", "[^%p%c]", "[\127-\255]", "%f[%u]", "%z" }
local chars = { "a", "b", "c", "1", " ", "(", ")", "x", "]", "-", "\0", "A",
  "%", ".", "\200", "\127", "_", "F", "\t" }
local replacements = { "<%0>", "%1", "", "%2", "x%%", "%", "%1%1", 5,
  function(...) return select("#", ...) .. tostring((...)) end,
  function() end, function(a) return a == "a" and "Z" end,
  { a = "q", b = false, [1] = "n" } }
local function pick(t) return t[math.random(#t)] end
local function make(t, n)
  local out = {}
  for i = 1, math.random(0, n) do out[i] = pick(t) end
  return table.concat(out)
end
local out = io.open((...), "wb")
local function show(...)
  local t = table.pack(...)
  for i = 1, t.n do t[i] = tostring(t[i]) end
  out:write(table.concat(t, "|"), "\n")
end
for i = 1, 9000 do
  local p, s = make(atoms, 7), make(chars, 12)
  local init = math.random(-14, 14)
  show(p, s)
  show(pcall(string.find, s, p, init))
  show(pcall(string.match, s, p))
  show(pcall(string.find, s, p, init, true))
  show(pcall(string.gsub, s, p, replacements[i % #replacements + 1],
             i % 5 == 0 and math.random(0, 3) or nil))
  show(pcall(function()
    local found = {}
    for a, b in s:gmatch(p, init) do
      found[#found + 1] = tostring(a) .. tostring(b)
    end
    return table.concat(found, ";")
  end))
end
for _, p in ipairs { ("("):rep(40) .. "a" .. (")"):rep(40), ("a?"):rep(300),
                     ("(a"):rep(33) } do
  show(pcall(string.find, ("a"):rep(100), p))
end
out:close()
]==]

local function read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read "a"
  file:close()
  os.remove(path)
  return bytes
end

describe("string patterns in the program", function()
  it("do what Lua's do", function()
    local script, one, two = os.tmpname(), os.tmpname(), os.tmpname()
    local file = assert(io.open(script, "w"))
    file:write(SCRIPT)
    file:close()
    assert(os.execute(("lua5.4 %s %s"):format(script, one)))
    assert(os.execute(("timeout 60 %s run --sandbox off %s %s")
                      :format(GLOSS, script, two)))
    os.remove(script)
    local expected, got = read(one), read(two)
    assert.is_true(#expected > 100000)
    if expected ~= got then  -- name the first line that differs
      local lines = expected:gmatch "[^\n]*\n"
      for line in got:gmatch "[^\n]*\n" do assert.equal(lines(), line) end
    end
    assert.is_true(expected == got)
  end)
end)
