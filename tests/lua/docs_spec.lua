-- gloss.docs under stock Lua: plain scripts.
local gloss = require "gloss"
local files = gloss.edge "files"

local function raised(f)
  local ok, message = pcall(f)
  assert.is_false(ok)
  return tostring(message):match "^.-docs_spec%.lua:%d+: (.*)$"
    or tostring(message)
end

describe("gloss.docs", function()
  local folder

  setup(function()
    folder = os.tmpname()
    os.remove(folder)
    assert(files.mkdir(folder))
    assert(files.replace(folder .. "/a.txt", "One two."))
    assert(files.replace(folder .. "/b.jsonl",
      '{"body":"Three.","url":"x","date":"2025-04-06"}\n'))
  end)

  teardown(function() os.execute("rm -rf " .. folder) end)

  it("names the line of what it cannot take", function()
    local function fails(...)
      local inputs, options = ...
      return raised(function() return gloss.docs(inputs, options) end)
    end
    assert.equal("gloss.docs takes a list of inputs, and a table of options",
                 fails(nil))
    assert.equal('gloss.docs has no field "stpes" (did you mean "steps"?)',
                 fails({ folder }, { stpes = {} }))
    assert.equal('gloss.docs: doc_date must be an ISO date like 2025-04-06, '
                 .. 'not "May"', fails({ folder }, { doc_date = "May" }))
    assert.equal('gloss.docs: no language "xx"', fails({ folder }, { lang = "xx" }))
    assert.matches("^tests/lua/docs_spec.lua:%d+: ", select(2, pcall(function()
      return gloss.docs({ folder }, { lang = 5 })
    end)))
    for doc in gloss.docs({ folder .. "/a.txt" }, { lang = "DE-at" }) do
      assert.equal("de", doc.lang)
    end
  end)

  it("gives documents one by one, with steps", function()
    local shout = gloss.step { name = "shout", gives = { "shouts" },
      options = { mark = "!" },
      run = function(doc, options)
        doc:add("shouts", { { doc.tokens[1], loud = doc.tokens[1].text
          .. options.mark } })
      end }
    local seen = {}
    for doc in gloss.docs({ folder }, { steps = { shout { mark = "?" } },
                                        text = "body", id = "url" }) do
      seen[#seen + 1] = { doc.id, doc.date or false, doc.shouts[1].loud }
    end
    assert.same({ { "a.txt", false, "One?" }, { "x", "2025-04-06", "Three?" } },
                seen)
  end)

  it("takes one input as a string, and a language and date for all", function()
    for doc in gloss.docs(folder .. "/a.txt", { lang = "und",
                                                doc_date = "2025" }) do
      assert.same({ "und", "2025" }, { doc.lang, doc.date })
    end
  end)

  it("raises, with the line, for mistakes of the caller", function()
    assert.equal('gloss.docs has no field "step" (did you mean "steps"?)',
      raised(function() gloss.docs({}, { step = {} }) end))
    assert.equal("gloss.docs: steps[1] is no step but a string",
      raised(function() gloss.docs({}, { steps = { "x" } }) end))
    assert.truthy(raised(function() gloss.docs { folder .. "/no.txt" } end)
      :match "^gloss%.docs: .*/no%.txt: No such file or directory$")
  end)
end)
