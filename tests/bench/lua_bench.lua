--- How much it costs to hand tokens to Lua: nanoseconds a token, and as a ratio
--- to string.gmatch(text, "%w+") in the same round. Medians of interleaved
--- rounds; a file given as argument is measured instead of composed prose.
local gloss = require "gloss"
local core = gloss.core

local ROUNDS = 7

--- Prose of a fixed vocabulary, the same each time.
local function compose(sentences)
  local words = {}
  for word in ([[the minister said on Monday that Ann Bell would meet investors
    in Berlin and talks about 150 companies were positive although nobody from
    the fund could say when the envoy returns]]):gmatch "%S+" do
    words[#words + 1] = word
  end
  math.randomseed(5)
  local out = {}
  for i = 1, sentences do
    local sentence = {}
    for j = 1, math.random(5, 25) do
      sentence[j] = words[math.random(#words)]
    end
    out[i] = table.concat(sentence, " "):gsub("^%l", string.upper) .. "."
  end
  return table.concat(out, " ")
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local text = arg[1] and read(arg[1]) or compose(20000)
local doc = assert(gloss.doc(text, { lang = "en" }))
local tokens = doc.tokens

local ways = {
  { "gmatch \"%w+\" (plain Lua)", function()
    for _ in text:gmatch "%w+" do end
  end },
  { "offsets()", function() for _, _ in tokens:offsets() do end end },
  { "texts()", function() return tokens:texts() end },
  { "for t in tokens", function() for _ in tokens do end end },
  { "for t in tokens, t.text", function()
    for t in tokens do local _ = t.text end
  end },
  { "for t in tokens, t.kind", function()
    for t in tokens do local _ = t.kind end
  end },
  { "where { kind = \"number\" }", function()
    return tokens:where { kind = "number" }
  end },
  { "count \"kind\"", function() return tokens:count "kind" end },
  { "sentences, their tokens", function()
    for s in doc.sentences do for _ in s.tokens do end end
  end },
  { "write tokens as JSON", function()
    return core.write(doc, "tokens", { "start", "end", "kind", "clitic?" })
  end },
  { "write tokens as TSV", function()
    return core.write(doc, "tokens", { "doc", "start", "end", "text", "kind" },
                      { format = "tsv" })
  end },
}

local times = {}
for i = 1, #ways do times[i] = {} end
for round = 1, ROUNDS do
  for i, way in ipairs(ways) do
    collectgarbage()
    local start = core.clock()
    way[2]()
    times[i][round] = core.clock() - start
  end
end

local function median(list)
  return gloss.sort({ table.unpack(list) })[#list // 2 + 1]
end

print(("%d bytes, %d tokens, %d rounds"):format(#text, #tokens, ROUNDS))
print(("%-28s %10s %8s"):format("", "ns/token", "ratio"))
for i, way in ipairs(ways) do
  local ratios = {}
  for round = 1, ROUNDS do ratios[round] = times[i][round] / times[1][round] end
  print(("%-28s %10.1f %8.2f"):format(way[1], median(times[i]) * 1e9 / #tokens,
                                      median(ratios)))
end
