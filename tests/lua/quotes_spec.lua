--- The step `quotes`: cases as data, and what no case can say.
local gloss = require "gloss"
local case_lines = require "case_lines"
local step = require "gloss.step"

local BLANK, BREAK = " ¶ ", "↵"

local function annotate(text, options, more, lang)
  local doc = assert(gloss.doc(text, { id = "t", lang = lang or "en" }))
  if more then more(doc) end
  step.prepare { gloss.quotes(options) }(doc)
  return doc
end

local function dash(value)
  return value == nil and "-" or tostring(value)
end

--- A row as it stands in a case.
local function line_of(q)
  local speaker, cue = dash(q.speaker), dash(q.cue)
  if q.speaker and q.speaker_name ~= speaker then
    speaker = speaker .. " = " .. q.speaker_name
  end
  if q.cue then cue = ("%s (%s)"):format(cue, q.cue_class) end
  local words = q.text:gsub("\n\n", BLANK):gsub("\n", " ¶ "):gsub("%s+", " ")
  return ("  %s | %s | %s | %s | %s"):format(q.kind, words, speaker, cue,
                                             dash(q.attribution))
end

local function lines_of(doc)
  local lines = {}
  for q in doc.quotes do lines[#lines + 1] = line_of(q) end
  return lines
end

for name, code in pairs { english = "en", german = "de", french = "fr",
                          spanish = "es" } do
  describe("quotes in " .. name, function()
    local list = case_lines.read("tests/data/quotes/" .. name .. ".txt")

    it("has cases", function() assert.is_true(#list >= 7) end)

    for i, case in ipairs(list) do
      it(("%d %s: %s"):format(i, case.group, case.text:sub(1, 40)), function()
        local text = case.text:gsub(BLANK, "\n\n"):gsub(BREAK, "\n")
        local doc = annotate(text, nil, nil, code)
        assert.same(case.lines, lines_of(doc))
      end)
    end
  end)
end

describe("quotes", function()

  it("gives columns that can be asked for, and spans", function()
    local doc = annotate("“We are ready,” John Roe told Reuters.")
    local q = doc.quotes[1]
    assert.equal("We are ready,", q.text)
    assert.equal(doc.text:find("John", 1, true), q.speaker.first)
    assert.equal("told", q.cue.text)
    assert.is_nil(q.unknown)
    assert.is_nil(q.speaker_id)
    assert.is_true(q.confidence > 0.5 and q.confidence < 1)
    assert.equal("quote before cue", q.rule)
  end)

  it("says why nobody is named", function()
    assert.equal("nobody named", annotate("“Go.”").quotes[1].unknown)
    assert.equal("not speech", annotate("The “experts” left.").quotes[1].unknown)
  end)

  it("is less sure of a pronoun than of a name", function()
    local doc = annotate("Ann Low spoke. “Go,” she said. “Go,” Low said.")
    assert.equal("Ann Low", doc.quotes[1].speaker_name)
    assert.is_true(doc.quotes[1].confidence < doc.quotes[2].confidence)
  end)

  it("gives ids and names of entities", function()
    local doc = annotate("RDIF chief John Roe spoke. “Go,” he said.", nil,
      function(d)
        local first, last = d.text:find("John Roe", 1, true)
        d:add("entities", { { first = first, last = last, id = "per:roe",
          name = "John E. Roe", type = "PERSON" } }, { "id", "name", "type" })
      end)
    assert.equal("per:roe", doc.quotes[1].speaker_id)
    assert.equal("John E. Roe", doc.quotes[1].speaker_name)
    assert.equal("he", doc.quotes[1].speaker.text)
  end)

  it("takes entities that have neither id nor name", function()
    local doc = annotate("“Go,” Roe said.", nil, function(d)
      d:add("entities", { { first = d.text:find("Roe", 1, true),
                            last = d.text:find("Roe", 1, true) + 2 } })
    end)
    assert.equal("Roe", doc.quotes[1].speaker_name)
  end)

  it("does not give the id of a country to its officials", function()
    local doc = annotate("Norland officials said the ship had sunk.", nil,
      function(d)
        d:add("entities", { { first = 1, last = 7, id = "gpe:nor",
          name = "Norland" } }, { "id", "name" })
      end)
    assert.is_nil(doc.quotes[1].speaker_id)
  end)

  it("leaves masked text out, and pairs no marks across it", function()
    local text = "“One,\n\nAdvertisement “two” said Roe\n\nthree,” Low said."
    local doc = annotate(text, nil, function(d)
      local first, last = text:find("Advertisement[^\n]*")
      d:add("noise", { { first = first, last = last, reason = "ad" } },
            { "reason" })
      assert(d:mask(d.noise))
    end)
    for q in doc.quotes do
      assert.is_nil(q.text:find("Advertisement", 1, true))
      assert.is_nil(q.text:find("two", 1, true))
    end
  end)

  it("reports doubled apostrophes as direct speech on request", function()
    local text = "''We are ready,'' Roe said."
    assert.equal("indirect", annotate(text).quotes[1].kind)
    assert.equal("direct",
                 annotate(text, { doubled = "direct" }).quotes[1].kind)
  end)

  it("leaves clauses out on request", function()
    local doc = annotate("Roe said the plan was “dead.” Low agreed with him.",
                         { indirect = false })
    assert.equal(1, #doc.quotes)
    assert.equal("mixed", doc.quotes[1].kind)
  end)

  it("reads quotations inside quotations and turns on request", function()
    local text = "ANN: He said, “Go home.” I stayed.\n\nBOB: Why “home”?\n\n"
      .. "“My aunt used to say, ‘Count the spoons.’ I did,” Roe said."
    assert.same({
      "  direct | He said, “Go home.” I stayed. | ANN | : (said) | 1",
      "  direct | Go home. | He | said (said) | 4",
      "  direct | Why “home”? | BOB | : (said) | 2",
      "  direct | My aunt used to say, ‘Count the spoons.’ I did, | Roe "
        .. "| said (said) | 3",
      "  direct | Count the spoons. | My aunt | to say (said) | 5",
    }, lines_of(annotate(text, { nested = true })))
  end)

  it("refuses an unknown option", function()
    assert.has_error(function() gloss.quotes { kinds = true } end)
    assert.has_error(function() gloss.quotes { doubled = "mixed" } end)
  end)

  it("gives an empty layer where there is nothing", function()
    for _, text in ipairs { "", " \n", "\0", ".", "said", "\"", "“", ",,,:",
                            "“” ‘’ '' \"\"" } do
      assert.equal(0, #annotate(text).quotes)
    end
  end)

  it("keeps spans exact around NUL bytes and odd text", function()
    local doc = annotate("“We\0are ready,” J\0hn said.\0 “Café,” Zoë Roe said.")
    for q in doc.quotes do
      assert.equal(doc.text:sub(q.first, q.last), q.text)
    end
    assert.equal("Zoë Roe", doc.quotes[#doc.quotes].speaker_name)
  end)

  it("never reads words it did not get: any text, any marks", function()
    local pieces = { "“", "”", "\"", "'", "’", "‘", "''", "«", "»", "„", "said",
      "Roe", " ", " ", "\n", "\n\n", ".", ",", ":", "—", "the", "that", "and",
      "he", "(", ")", "told", "according", "to", "ROE:", "who", "-", "U.S." }
    local state = 7
    local function pick()
      state = (state * 1103515245 + 12345) % 2147483648
      return pieces[state // 65536 % #pieces + 1]
    end
    for _ = 1, 400 do
      local parts = {}
      for i = 1, 60 do parts[i] = pick() end
      local doc = annotate(table.concat(parts))
      for q in doc.quotes do
        assert.is_true(q.first <= q.last)
        assert.is_true((q.speaker == nil) == (q.unknown ~= nil))
      end
    end
  end)

  it("is linear in the text", function()
    local shapes = { "“", "'a ", "\"a ", "said ", "Roe said that ", "“a”, ",
      "the ", "Roe, ", "( ", "A: b\n", "“a\n\n", "'s ", "Roe and ", "on “a” " }
    local function seconds(text)
      local doc = assert(gloss.doc(text, { lang = "en" }))
      local _ = #doc.sentences
      local began = os.clock()
      step.prepare { gloss.quotes }(doc)
      return os.clock() - began
    end
    for _, shape in ipairs(shapes) do
      local small = seconds(shape:rep(1000)) + 0.01
      local large = seconds(shape:rep(10000))
      assert.is_true(large < 40 * small, ("%q %.3f %.3f"):format(shape, small, large))
    end
  end)
end)

describe("quotes explained", function()
  local explain = require "gloss.explain"

  --- What lost in a text: rule: words: why.
  local function lost(text, made, layer)
    local doc = assert(gloss.doc(text, { id = "t", lang = "en" }))
    local log = explain.start(doc)
    step.prepare { made or gloss.quotes }(doc)
    local lines = {}
    for _, one in ipairs(log:of(layer or "quotes").lost) do
      lines[#lines + 1] = ("%s: %s: %s"):format(one.rule,
        text:sub(one.first, one.last), one.why)
    end
    return lines
  end

  it("tells of verbs that report nothing", function()
    assert.same({ "reporting verb: plan: a noun here",
                  "cue: to report: nothing stands where it reports" },
                lost "The plan was to report on it.")
    assert.same({
      "reporting verb: Asked: a participle at the beginning: nobody says so",
    }, lost "Asked about it, Roe left.")
  end)

  it("tells of what was not said", function()
    assert.same({ "quote after cue: “War and Peace”: what stands there was "
                  .. "not said: beside reads" }, lost "He reads “War and Peace”")
  end)

  it("tells of roles found twice", function()
    assert.same({}, lost("Ann Roe, the envoy, left.", gloss.roles, "roles"))
  end)
end)

describe("quotes behind names", function()
  local function speakers_of(text, with_names)
    local doc = assert(gloss.doc(text, { id = "t", lang = "en" }))
    local steps = with_names and { gloss.names, gloss.quotes } or { gloss.quotes }
    step.prepare(steps)(doc)
    return doc.quotes[1].speaker_name
  end

  it("call a speaker by the full name of the cluster", function()
    local text = "The Meridian Fund (MF) pays Ann Bell. “We pay,” the MF said."
    assert.equal("MF", speakers_of(text))
    assert.equal("Meridian Fund", speakers_of(text, true))
    assert.equal("Kirill Oranov", speakers_of(
      "Kirill Oranov met Ann Bell. “We talked,” Mr Oranov said.", true))
  end)

  it("take a name that is known to be a place for no person", function()
    local text = "Ann Bell flew to Oslo. “We talked,” she said."
    assert.equal("Ann Bell", speakers_of(text, true))
  end)

  it("come before quotes where both are asked for", function()
    local steps = step.sort { gloss.quotes, gloss.names }
    assert.equal("names", steps[1].name or steps[1]().name)
  end)
end)
