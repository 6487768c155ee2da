-- The step `clean`: pages of tests/data/clean, and what it must leave alone.
local gloss = require "gloss"
local clean = require "gloss.steps.clean"

local function cleaned(text, options)
  local doc = assert(gloss.doc(text, options))
  clean.run(doc, clean.options)
  return doc
end

--- Reads a page: its text and, for each line, the reason to mask it or "-".
local function page(path)
  local lines, reasons, title = {}, {}, nil
  for line in io.lines(path) do
    local reason, text = line:match("^([%l-]+)\t(.*)$")
    if reason == "title" then reason, title = "-", text end
    if reason then lines[#lines + 1], reasons[#reasons + 1] = text, reason end
  end
  return table.concat(lines, "\n\n"), lines, reasons, title
end

describe("clean", function()
  it("masks the furniture of a page and nothing else, with reasons", function()
    local text, lines, reasons, title = page("tests/data/clean/river.txt")
    local doc = cleaned(text)
    local masked = {}
    for n in doc.noise do
      masked[n.text] = n.reason
    end
    for i, line in ipairs(lines) do
      assert.equal(reasons[i], masked[line] or "-", line)
    end
    assert.equal(title, doc.title)
    assert.equal("Ida Morrow", doc.byline)
    assert.equal("2025-03-14", doc.date)
    assert.equal("dateline", doc.date_origin)
    assert.equal("SUND", doc.place)
  end)

  for _, name in ipairs { "list", "german", "russian", "short", "chinese", "arabic", "recipe", "comments" } do
    it("masks the furniture of the page " .. name, function()
      local text, lines, reasons, title = page("tests/data/clean/" .. name .. ".txt")
      local doc, masked = cleaned(text), {}
      for n in doc.noise do masked[n.text] = n.reason end
      for i, line in ipairs(lines) do assert.equal(reasons[i], masked[line] or "-", line) end
      assert.equal(title, doc.title)
    end)
  end

  it("keeps spans exact and masked text out of sentences", function()
    local text = page("tests/data/clean/river.txt")
    local doc = cleaned(text)
    for n in doc.noise do assert.equal(n.text, doc.text:sub(n.first, n.last)) end
    for s in doc.sentences do assert.is_nil(s.text:find("Advertisement", 1, true)) end
    assert.equal(text, doc.text)
  end)

  for _, text in ipairs {
    "A single line without a full stop",
    "Buy milk\nCall Ida\nPay the ferry",
    "One sentence only.",
    "The council met on Friday. It talked about hinges, gates and money, and went home late.\n\n"
      .. "Nothing was decided.\n\nA second meeting is planned for May, when the water is lower than today.",
    "",
  } do
    it("masks nothing in: " .. text:sub(1, 40):gsub("\n", " "), function()
      assert.equal(0, #cleaned(text).noise)
    end)
  end

  it("leaves what the input said of the head", function()
    local text = page("tests/data/clean/river.txt")
    local doc = cleaned(text, { title = "Mine", date = "2020-01-01", byline = "Me", place = "Here" })
    assert.same({ "Mine", "2020-01-01", "Me", "Here" }, { doc.title, doc.date, doc.byline, doc.place })
  end)

  it("says why: the phrase and its place, or what a line weighs", function()
    local doc = assert(gloss.doc((page("tests/data/clean/river.txt"))))
    local log = require "gloss.explain".start(doc)
    clean.run(doc, clean.options)
    local own = log:of("noise")
    local function of(map, text)
      for n in doc.noise do
        if n.text == text then return map[n.first .. "-" .. n.last] end
      end
    end
    assert.equal('says "read more:"', of(own.whys, "Read more: Why the hinges failed"))
    local place = of(own.places, "Read more: Why the hinges failed")
    assert.truthy(place:find "^scripts/gloss/steps/clean/furniture.lua:%d+$")
    assert.equal("has the form of a byline", of(own.whys, "By Ida Morrow, Rivers Correspondent"))
    assert.truthy(of(own.whys, "Ten walks along the Sund"):find "^[+-]%d+%.%d+ in the text: %l")
    for _, lost in ipairs(own.lost) do assert.equal("gap in the text", lost.rule) end
  end)

  it("understands CRLF", function()
    local text = page("tests/data/clean/river.txt")
    assert.equal(#cleaned(text).noise, #cleaned((text:gsub("\n", "\r\n"))).noise)
  end)
end)

describe("the lines that a source repeats", function()
  local learned = require "gloss.steps.clean.learned"
  local function pages(learner, source)
    for _, town in ipairs { "Ash", "Birch", "Cedar" } do
      local text = "The Mirror of every day\n%d comments\nThe harbour of %s opened.\n"
      learner:page(text:format(#town, town), source)
    end
  end

  it("are learned, and one text counts once", function()
    local learner = learned.new()
    pages(learner)
    pages(learner)
    assert.equal("line\tsource\tpages\treason\n0 comments\t\t3\tcomments\n"
      .. "the mirror of every day\t\t3\tfurniture\n", learner:table())
  end)

  it("are masked for their source", function()
    local learner, path = learned.new(), os.tmpname()
    pages(learner, "mirror")
    local file <close> = assert(io.open(path, "w"))
    file:write(learner:table())
    file:close()
    local step = clean { lines = path }
    local prepared = step.prepare(step.options)
    os.remove(path)
    local function noise(source)
      local text = "The Mirror of every day\nThe harbour of Dune opened."
      local doc = assert(gloss.doc(text, { meta = { source = source } }))
      step.run(doc, step.options, prepared)
      return doc.noise:texts()
    end
    assert.same({ "The Mirror of every day" }, noise "mirror")
    assert.same({}, noise "herald")
  end)

  it("come from a table that is one", function()
    assert.has_error(function() learned.open "tests/data/acronyms/en.tsv" end)
    assert.has_error(function() learned.open "/nowhere.tsv" end)
  end)
end)

describe("the head of an article", function()
  local function headed(line)
    return cleaned("The hinges of the gate\n" .. line .. "\nThe gates are fine, they told the council on Friday.")
  end

  for _, case in ipairs {
    { "April 2, 2025", "2025-04-02" }, { "Sept. 3, 2024 5:50 PM", "2024-09-03" },
    { "Stand: 02.04.2025", "2025-04-02" }, { "3. Mai 2024", "2024-05-03" }, { "6/7/2025" }, { "no date" },
  } do
    it("reads the date of " .. case[1], function() assert.equal(case[2], headed(case[1]).date) end)
  end

  for _, case in ipairs {
    { "GENEVA, April 2 (Meridian Press) - Talks began and went on for days.", "GENEVA" },
    { "Geneva, April 2, 2025 (Meridian Press) - Talks began and went on.", "Geneva" },
    { "Vardny, 1 December 2025", "Vardny" }, { "The minister - a lawyer - left." },
  } do
    it("reads the place of " .. case[1], function() assert.equal(case[2], headed(case[1]).place) end)
  end

  for _, case in ipairs {
    { "By Ida Morrow, Rivers Correspondent", "Ida Morrow" }, { "Von Lea Quist", "Lea Quist" }, { "Bylaws changed" },
    { "By Ida O\u{2019}Morrow on Friday", "Ida O\u{2019}Morrow" },
  } do
    it("reads the byline of " .. case[1], function() assert.equal(case[2], headed(case[1]).byline) end)
  end
end)

describe("the cleaner of the core", function()
  local core, cleaner = require "gloss.core", require "gloss.steps.clean.cleaner"

  it("says which list or sign is unknown", function()
    assert.has_error(function() core.cleaner({ { "wohle", "home", "navigation" } }, {}) end)
    local none, err = core.cleaner({}, { text = { wrods1 = 1 }, opening = {}, closing = {}, gap = {} })
    assert.is_nil(none)
    assert.matches('no sign is called "wrods1"', tostring(err))
  end)

  it("knows the document that it read last", function()
    local one, other = gloss.doc "One", gloss.doc "Other"
    local own = cleaner.new()
    assert.has_error(function() own:add(one, true, true) end)
    assert(own:read(one))
    assert(own:read(other))
    assert.has_error(function() own:decisions(one) end)
    assert.equal(1, #own:decisions(other))
    other:close()
    assert.has_error(function() own:decisions(other) end)
  end)

  it("tells lines and their signs", function()
    local doc = gloss.doc "Home\nThe gates are fine, they told the council on Friday."
    local own = cleaner.new()
    assert(own:read(doc))
    local line = own:decisions(doc)[1]
    assert.same({ 1, 4, "words", "navigation", false }, { line.first, line.last, line.rule, line.reason, line.text })
    assert.equal("home", own:said(doc, 1))
    local seen = {}
    for _, sign in ipairs(own:signs(doc)) do seen[table.concat(sign, " ", 1, 3)] = sign[4] end
    assert.equal(require "gloss.steps.clean.weights".text.says_navigation, seen["text 1 says_navigation"])
    assert.truthy(seen["opening 2 always"])
  end)
end)
