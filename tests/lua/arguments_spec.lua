--- Every function of gloss.core, of documents, views, spans and regexes with
--- arguments that make no sense: an error or a result, never a crash. The
--- sanitizers watch.
local gloss = require "gloss"
local core = gloss.core

local CALLS, RENEW = 20000, 2000

--- Values of every kind, among them closed documents and their spans.
local function make_values()
  local doc = gloss.doc("Ann met Bob. He left\n\nIt was \u{201C}late\u{201D}.",
                        { id = "x" })
  doc:add("mine", { { doc.tokens[1], a = 1, b = "x", c = doc.tokens[2] } },
          { "z" })
  local masked = gloss.doc "one two three"
  masked:mask { masked:span(5, 7) }
  local closed = gloss.doc "closed"
  local lost_span, lost_view = closed.tokens[1], closed.tokens
  closed:close()
  local re = gloss.regex "(?<n>\\w+) (\\w)?"
  return {
    true, false, 0, 1, -1, 2, 3.5, 1e300, math.mininteger, math.maxinteger,
    0 / 0, "", "a", "tokens", "mine", "kind", "text", "id", "\xFF", "a\0b",
    ("x"):rep(300), doc, closed, masked, lost_span, lost_view, doc.tokens,
    doc.sentences[1], doc.mine, doc.mine[1], masked.tokens,
    masked:all "tokens", re, re:match(doc), gloss.language "en",
    core.error("c", "m"), {}, { 1, 2, 3 }, { "a", "b" }, { kind = "word" },
    { first = 1, last = 3 }, { { first = 1, last = 3, k = "v" } },
    { doc.tokens[1] }, { doc.mine[1], lost_span },
    { "start", "end", "text" }, { format = "tsv" },
    { format = "jsonl", offsets = "utf16", all = true },
    { "kind", { name = "q", ref = "c", fields = { "start", "a" } } },
    function(a, b) return a == b end, coroutine.create(function() end),
    setmetatable({}, { __index = function() return 1 end }), gloss.json.null,
  }
end

local function add_functions(functions, t, seen)
  if seen[t] then return end
  seen[t] = true
  for name, value in core.pairs(t) do
    if type(value) == "table" then
      add_functions(functions, value, seen)
    elseif type(value) == "function" and name ~= "clock" then
      functions[#functions + 1] = value
    end
  end
end

local function add_methods(functions, value, names)
  for name in names:gmatch "%S+" do
    functions[#functions + 1] = value[name]
  end
end

local function all_functions()
  local functions = {
    gloss.edge "json".decode, gloss.edge "hash".sha256,
    function(a, b) return a[b] end, function(a) return #a end,
    function(a, b) return a .. b end, function(a, b) return a == b end,
    function(a) return tostring(a) end,
    function(a, b, c) if type(a) == "userdata" then a[b] = c end end,
    function(a, b, c) if type(a) == "userdata" then return a(b, c) end end,
  }
  add_functions(functions, core, {})
  local doc = gloss.doc "a b"
  add_methods(functions, doc, "close layer all has layers span add mask")
  add_methods(functions, doc.tokens, [[where within overlapping texts ids names
    count values offsets]])
  add_methods(functions, doc.tokens[1], "ref why context")
  add_methods(functions, gloss.regex "a", "find match gmatch")
  return functions
end

describe("functions with senseless arguments", function()
  it("raise or return", function()
    math.randomseed(3)
    local functions, values = all_functions(), make_values()
    local returned = 0
    for call = 1, CALLS do
      if call % RENEW == 0 then values = make_values() end
      local arguments, count = {}, math.random(0, 4)
      for i = 1, count do arguments[i] = values[math.random(#values + 1)] end
      local ok, result = pcall(functions[math.random(#functions)],
                               table.unpack(arguments, 1, count))
      if ok then
        returned = returned + 1
        for _ = 1, type(result) == "function" and 20 or 0 do pcall(result) end
      end
    end
    assert.is_true(returned > 100 and returned < CALLS)
    assert.equal("Ann", gloss.doc("Ann met").tokens[1].text)
  end)
end)
