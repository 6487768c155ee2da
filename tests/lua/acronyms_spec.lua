-- The step `acronyms`: every case of tests/data/acronyms.
local gloss = require "gloss"
local acronyms = require "gloss.steps.acronyms"

local function definitions(text, options)
  local doc = assert(gloss.doc(text))
  local step = acronyms(options)
  step.run(doc, step.options)
  local found = {}
  for a in doc.acronyms do found[#found + 1] = a.short.text .. "=" .. a.long.text end
  return #found > 0 and table.concat(found, "|") or "-"
end

describe("acronyms", function()
  for line in io.lines("tests/data/acronyms/en.tsv") do
    local text, expected = line:match("^([^#\t][^\t]*)\t(.*)$")
    if text then
      it("in: " .. text, function() assert.equal(expected, definitions(text)) end)
    end
  end

  it("reads the keys of tables when asked to", function()
    local text = "MIF = Meridian Investment Fund, ATF = Alpine Trade Forum"
    assert.equal("-", definitions(text))
    assert.equal("MIF=Meridian Investment Fund|ATF=Alpine Trade Forum", definitions(text, { legends = true }))
  end)

  it("says how each one was found, and where", function()
    local doc = assert(gloss.doc("Näheres: the Alpine Trade Forum (ATF) met."))
    acronyms.run(doc, acronyms.options)
    local a = doc.acronyms[1]
    assert.equal("long (short)", a.rule)
    assert.equal("Alpine Trade Forum (ATF", a.text)
    assert.is_true(a.score > 1.5)
  end)

  it("reads brackets that end behind a sentence, whatever the next begins with", function()
    assert.equal("-", definitions("He came (so he said. Ärzte too) there."))
  end)

  it("does not look across a sentence or into endless brackets", function()
    assert.equal("-", definitions("Forum. Trade opened (FT) late."))
    assert.equal("-", definitions("Alpine Trade Forum " .. ("("):rep(5000) .. "ATF"))
  end)
end)
