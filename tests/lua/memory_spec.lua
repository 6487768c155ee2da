--- Memory that runs out, at each place in turn: an error and nothing else. The
--- sanitizers see to it that nothing leaks.
local GLOSS = os.getenv "GLOSS" or "build/gloss"

local SCRIPT = [==[
local host = require "gloss.host"
local gloss = require "gloss"
local core, json, regex = gloss.core, gloss.json, gloss.regex
local files, hash = gloss.edge "files", gloss.edge "hash"

local function documents()
  local doc = gloss.doc("Ann met Bob. It was late. He said \u{201C}no\u{201D}. "
                        .. ("word "):rep(30), { id = "x", date = "2025-01-01" })
  doc:mask { doc:span(1, 3) }
  doc:add("mine", { { doc.tokens[3], a = "x", b = 1, c = doc.tokens[4] },
                    { first = 5, last = 7, d = true } }, { "a", "z" })
  for s in doc.sentences do
    local _ = s.tokens, s:context(2), s.entities, s:ref(), s.folded, s:why()
  end
  local _ = doc.tokens:where { kind = { "word", "x" } }:texts()
  _ = doc.mine:count "a", doc.mine:names(), doc.mine:values "d", doc:layers()
  _ = core.write(doc, "tokens", { "start", "end", "text", "kind", "folded" },
                 { offsets = "chars" })
  _ = core.write(doc, "mine", { "a", "b",
    { name = "c", ref = "c", fields = { "start", "text" } } })
  _ = pcall(function() return doc.toknes end)
  _ = pcall(doc.add, doc, "bad", { { doc.tokens[1], x = {} } })
  return doc
end

local function others(doc)
  local re = regex("(?<one>\\w+) (\\w+)", "i")
  for m in re:gmatch(doc) do local _ = m.one, m[2] end
  for m in re:gmatch "some string here" do local _ = m.one end
  local _ = json.encode(json.decode
    '{"a":[1,2,{"b":"\\ud800"}],"c":null,"d":[],"e":1.5}')
  gloss.sort { 3, 1, 2, "x" }
  for k in core.pairs { b = 1, a = 2 } do _ = k end
  _ = gloss.text.graphemes "abc", gloss.text.upper "abc", hash.sha256 "x"
  _ = files.list "/usr", files.read "/etc/passwd", ("abc"):gsub("%w", "%0%0")
  core.build_language("key" .. math.random(1000000000), "xx", nil,
                      { "name", "Mine", "starters", "a" }, {})
end

others(documents())  -- everything is loaded once
local failed, done = 0, 0
for n = 1, 1200 do
  collectgarbage()
  host.limits { memory = n * 256 }
  local ok, err = pcall(function() others(documents()) end)
  host.limits {}
  if ok then
    done = done + 1
  else
    failed = failed + 1
    assert(tostring(err):find("memory", 1, true), err)
  end
end
assert(failed > 50 and done > 50, failed .. " failed, " .. done .. " done")
print "done"
]==]

describe("memory that runs out", function()
  it("is an error, wherever it happens", function()
    local script = os.tmpname()
    local file = assert(io.open(script, "w"))
    file:write(SCRIPT)
    file:close()
    local pipe = assert(io.popen(("timeout 120 %s run --sandbox off %s 2>&1")
                                 :format(GLOSS, script)))
    local output = pipe:read "a"
    pipe:close()
    os.remove(script)
    assert.equal("done\n", output)
  end)
end)
