--- The briefing page: what it shows, that it is safe, that it is the same each
--- time. Records are plain tables, so no engine is needed here.
local report = require "gloss.report"
local html = require "gloss.report.html"
local layout = require "gloss.report.layout"
local pack = require "gloss.pack"

-- The place of `part` in `text`, with other fields.
local function at(text, part, fields)
  local first, last = text:find(part, 1, true)
  local span = { first = first, last = last }
  for key, value in pairs(fields or {}) do span[key] = value end
  return span
end

local function record(id, text, layers)
  local new = { id = id, text = text, words = 5, date = "2025-04-02",
                paragraphs = { { first = 1, last = #text } },
                sentences = { { first = 1, last = #text } }, entities = {},
                quotes = {}, times = {}, amounts = {}, acronyms = {},
                noise = {}, roles = {} }
  for key, value in pairs(layers or {}) do new[key] = value end
  return new
end

local TEXT = 'Ann Vale told Bob Reed on Friday: "We paid $5."'

local function example()
  return record("a.txt", TEXT, {
    title = "Payment",
    entities = { at(TEXT, "Ann Vale", { id = "per:ann", type = "PERSON",
                                        name = "Ann Vale", via = "name" }),
                 at(TEXT, "Bob Reed", { id = "per:bob", type = "PERSON",
                                        name = "Robert Reed",
                                        via = "alias" }) },
    quotes = { at(TEXT, "We paid $5.", { kind = "direct", attribution = 1,
      speaker = at(TEXT, "Ann Vale"), speaker_id = "per:ann",
      speaker_name = "Ann Vale", cue = at(TEXT, "told") }) },
    times = { at(TEXT, "Friday", { type = "DATE", value = "2025-03-28",
                                   from = "2025-03-28", to = "2025-03-28" }) },
    amounts = { at(TEXT, "$5", { kind = "money", value = 5, unit = "USD" }) },
  })
end

local function page(...)
  local r = report.new()
  for _, one in ipairs { ... } do r:add(one) end
  return r:html()
end

local function has(text, part)
  return text:find(part, 1, true) ~= nil
end

-- Every start tag is closed, in order.
local VOID = { meta = true, input = true, br = true }
local function unbalanced(text)
  text = text:gsub("<script>.-</script>", ""):gsub("<style>.-</style>", "")
    :gsub("<!DOCTYPE html>", "")
  local open = {}
  for slash, name, attributes in text:gmatch "<(/?)([%w]+)([^>]*)>" do
    if slash == "/" then
      if table.remove(open) ~= name then return "</" .. name .. ">" end
    elseif not VOID[name] and attributes:sub(-1) ~= "/" then
      open[#open + 1] = name
    end
  end
  return open[#open]
end

describe("the briefing", function()
  it("shows names, statements, dates and amounts with their places", function()
    local text = page(example())
    assert.is_true(has(text, '<tr id="n-per_3aann"'))
    assert.is_true(has(text, "\u{201c}We paid $5.\u{201d}"))
    assert.is_true(has(text, 'href="#d1s1"'))
    assert.is_true(has(text, '<span id="d1s1"'))
    assert.is_true(has(text, "28 Mar 2025"))
    assert.is_true(has(text, "5 USD\nmoney"))
    assert.is_true(has(text, "Ann Vale and Robert Reed: 1 sentence"))
  end)

  it("closes every element it opens", function()
    assert.is_nil(unbalanced(page(example(), example())))
    assert.is_nil(unbalanced(page()))
  end)

  it("leads every link inside the page to a place that exists, once", function()
    local text, ids = page(example(), example()), {}
    for id in text:gmatch ' id="([^"]*)"' do
      assert.is_nil(ids[id], id .. " stands twice")
      ids[id] = true
    end
    for target in text:gmatch 'href="#([^"]*)"' do
      assert.is_true(ids[target], "no place " .. target)
    end
  end)

  it("loads nothing", function()
    local text = page(example())
    assert.is_nil(text:find 'src="')
    assert.is_nil(text:find "url%(")
    assert.is_nil(text:find "@import")
    assert.is_nil(text:find 'href="[^#]')
  end)

  it("escapes whatever a text, a name or an id says", function()
    local evil = '<script>alert("x")</script>\0&\'<!--]]>'
    local one = record(evil, evil .. " said.", {
      title = evil, source = evil, byline = evil, date = evil,
      entities = { { first = 1, last = 4, id = evil, name = evil, type = evil,
                     via = evil } },
      quotes = { { first = 1, last = 8, kind = evil, unknown = evil } },
      times = { { first = 1, last = 3, type = "DATE",
                  value = "2025" .. evil } },
      amounts = { { first = 2, last = 3, kind = evil, unit = evil,
                    value = 1 } },
      noise = { { first = 10, last = 12, reason = evil } },
      acronyms = { { short = evil, long = evil } },
      roles = { [evil] = { { role = evil, of = evil } } },
    })
    local text = report.new({ title = evil, footer = evil, subtitle = evil })
      :add(one):html()
    assert.is_nil(text:find("<script>alert", 1, true))
    assert.is_nil(text:find("<!--", 1, true))
    assert.is_nil(text:find("\0", 1, true))
    assert.is_nil(unbalanced(text))
  end)

  it("says what was set aside and leaves it in the text", function()
    local text = page(record("a", "Advertisement\n\nNews.", {
      sentences = { { first = 16, last = 20 } },
      noise = { { first = 1, last = 13, reason = "advertisement" } } }))
    assert.is_true(has(text, 'aria-description="set aside: advertisement"'))
    assert.is_true(has(text, ">Advertisement</p>"))
  end)

  it("says what is in doubt", function()
    local one = record("a", "He paid soon. 'Yes.'", {
      quotes = { { first = 16, last = 19, kind = "direct",
                   unknown = "no cue" } },
      times = { { first = 9, last = 12, type = "DATE" } },
      entities = { { first = 1, last = 2, candidates = 2 } } })
    one.date = nil
    local text = page(one)
    assert.is_true(has(text, "Without a date:"))
    assert.is_true(has(text, "Dates that could not be resolved:"))
    assert.is_true(has(text, "Quoted words whose speaker is not named:"))
    assert.is_true(has(text, "Names that fit several entries:"))
  end)

  it("shows the same statement of two documents once", function()
    local second = example()
    second.id = "b.txt"
    local text = page(example(), second)
    assert.is_true(has(text, "also in <a"))
    local _, count = text:gsub("<blockquote>", "")
    assert.equal(1, count)
  end)

  it("lists the finest of the dates of a sentence that lie in each other",
    function()
      local text = "They met in May, on Friday, at noon."
      local page_text = page(record("a", text, { date = "2025-01-01", times = {
        at(text, "May", { type = "DATE", value = "2025-05" }),
        at(text, "Friday", { type = "DATE", value = "2025-05-02" }),
        at(text, "noon", { type = "TIME", value = "2025-05-02T12:00" }),
      } }))
      assert.is_true(has(page_text, "2 May 2025, 12:00"))
      assert.is_false(has(page_text, '"when">May 2025<'))
      assert.is_true(has(page_text, "<b>Friday</b>, at <b>noon</b>"))
      assert.is_true(has(page_text, "<dt>dated event</dt><dd>1</dd>"))
    end)

  it("nests marks that cross each other", function()
    local text = page(record("a", "one two three four", {
      quotes = { { first = 1, last = 13, kind = "direct" } },
      times = { { first = 5, last = 18, type = "DATE", value = "2025" } } }))
    assert.is_nil(unbalanced(text))
    local body = text:match 'class="s">(.-)</p>':gsub("<[^>]*>", "")
    assert.equal("one two three four", body)
  end)

  it("puts no link into a link", function()
    local text = page(record("a", "University of York", { entities = {
      { first = 1, last = 18, id = "org:uni", type = "ORG" },
      { first = 15, last = 18, id = "gpe:york", type = "GPE" } } }))
    local depth = 0
    for slash in text:gmatch "<(/?)a[ >]" do
      depth = depth + (slash == "/" and -1 or 1)
      assert.is_true(depth <= 1)
    end
  end)

  it("keeps the words of the text as they are", function()
    local one = example()
    local body = page(one):match '<div class="text">(.-)</div>'
    body = body:gsub("<[^>]*>", ""):gsub("&quot;", '"')
    assert.equal(TEXT, body:match "^%s*(.-)%s*$")
  end)

  it("shows as many texts as it is told", function()
    local r = report.new { texts = 1 }
    r:add(example()):add(example())
    local text = r:html()
    assert.is_true(has(text, 'id="d1"'))
    assert.is_false(has(text, 'id="d2"'))
    assert.is_true(has(text, "1 more document"))
    assert.is_nil(unbalanced(text))
  end)

  it("lists as many rows as it is told, and counts the others", function()
    local text = report.new { rows = 1 }:add(example()):add(record("b", TEXT, {
      times = { at(TEXT, "Friday", { type = "DATE", value = "2025" }) },
      quotes = { at(TEXT, "told Bob Reed on Friday", { kind = "direct" }) },
    })):html()
    assert.is_true(has(text, "Not shown for want of room: 1 more statement."))
    assert.is_true(has(text, "Not shown for want of room: 1 more dated event."))
    assert.is_true(has(text, "<dt>statements</dt><dd>2</dd>"))
  end)

  it("is the same from records that were packed, and each time", function()
    local packed = pack.unpack(pack.pack(example()))
    assert.equal(page(example()), page(packed))
  end)

  it("writes a file, or says why it cannot", function()
    local path = os.tmpname()
    local r = report.new():add(example())
    assert.is_true(r:write(path))
    local file = assert(io.open(path, "rb"))
    assert.equal(r:html(), file:read "a")
    file:close()
    os.remove(path)
    local ok, err = r:write(path .. "/no/such/folder.html")
    assert.is_nil(ok)
    assert.equal("not_found", err.code)
  end)

  it("refuses an unknown option", function()
    assert.has_error(function() report.new { titel = "x" } end)
  end)
end)

describe("escaping", function()
  it("changes the five signs and control characters, nothing else", function()
    local safe = {}
    for c = 32, 126 do
      local char = string.char(c)
      if not char:find "[&<>\"']" then safe[#safe + 1] = char end
    end
    local text = table.concat(safe) .. "\t\n\r\u{e9}\u{4e2d}\u{1f600}"
    assert.equal(text, html.escape(text))
    assert.equal("&amp;&lt;&gt;&quot;&#39;", html.escape "&<>\"'")
    for c = 0, 31 do
      local char = string.char(c)
      local kept = c == 9 or c == 10 or c == 13
      assert.equal(kept and char or "\u{FFFD}", html.escape(char))
    end
    assert.equal("\u{FFFD}", html.escape "\127")
  end)

  it("makes different anchors of different names", function()
    assert.equal("per_3aann-lee", html.anchor "per:ann-lee")
    assert.are_not.equal(html.anchor "a_b", html.anchor "a b")
    assert.equal("_c3_a9", html.anchor "\u{e9}")
  end)
end)

describe("dates and numbers in the briefing", function()
  local cases = {
    { html.date, "2025-04-02", "2 April 2025" },
    { html.date, "2025-04-02T15:00", "2 April 2025, 15:00" },
    { html.date, "2025-04", "April 2025" },
    { html.date, "2025", "2025" },
    { html.date, "2025-W15", "2025-W15" },
    { html.date, "2025-13", "2025-13" },
    { html.date, nil, "undated" },
    { html.short_date, "2025-09-02", "2 Sep 2025" },
    { html.number, 1234567, "1,234,567" },
    { html.number, 0.5, "0.5" },
    { html.number, -1200, "-1,200" },
    { html.number, 999, "999" },
    { html.number, 1e20, "1e+20" },
  }
  for _, case in ipairs(cases) do
    it(("writes %s as %s"):format(case[2], case[3]), function()
      assert.equal(case[3], case[1](case[2]))
    end)
  end

  it("writes periods without a year twice", function()
    assert.equal("31 March to 18 June 2025",
                 html.period("2025-03-31", "2025-06-18"))
    assert.equal("31 March 2024 to 18 June 2025",
                 html.period("2024-03-31", "2025-06-18"))
    assert.equal("2 April 2025", html.period("2025-04-02", "2025-04-02"))
    assert.equal("24 to 30 March 2025",
                 html.period("2025-03-24", "2025-03-30"))
    assert.equal("24 March to 3 April 2025",
                 html.period("2025-03-24", "2025-04-03"))
    assert.equal("2024 to 2025", html.period("2024", "2025"))
  end)
end)

describe("the picture of the network", function()
  it("lets no label cover another", function()
    local sizes, edges = {}, {}
    for i = 1, 24 do
      sizes[i] = { w = 40 + i % 5 * 8, h = 16 }
      if i > 1 then edges[#edges + 1] = { a = i // 2, b = i, weight = i } end
    end
    local points, width, height = layout.place(sizes, edges, 860)
    for i = 1, 24 do
      assert.is_true(points[i].x >= 0 and points[i].x <= width)
      assert.is_true(points[i].y >= 0 and points[i].y <= height)
      for j = i + 1, 24 do
        local apart = math.abs(points[i].x - points[j].x) + 0.01
            >= sizes[i].w + sizes[j].w
          or math.abs(points[i].y - points[j].y) + 0.01
            >= sizes[i].h + sizes[j].h
        assert.is_true(apart, i .. " covers " .. j)
      end
    end
  end)

  it("stands a single node", function()
    local points = layout.place({ { w = 10, h = 10 } }, {}, 860)
    assert.equal(1, #points)
    assert.equal(points[1].x, points[1].x)
  end)
end)

describe("the colours of the briefing", function()
  local file = assert(io.open("scripts/gloss/report/page.css"))
  local css = file:read "a"
  file:close()

  local function palette(block)
    local colours = {}
    for name, value in block:gmatch "%-%-(%a+): (#%x+);" do
      colours[name] = value
    end
    return colours
  end

  local function channel(hex)
    local c = tonumber(hex, 16) / 255
    return c <= 0.03928 and c / 12.92 or ((c + 0.055) / 1.055) ^ 2.4
  end

  local function luminance(colour)
    local r, g, b = colour:match "^#(%x%x)(%x%x)(%x%x)$"
    return 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b)
  end

  -- As WCAG 2.1 defines it; 4.5 is enough for text.
  local function contrast(a, b)
    a, b = luminance(a), luminance(b)
    return (math.max(a, b) + 0.05) / (math.min(a, b) + 0.05)
  end

  local blocks = { css:match ":root (%b{})",
                   css:match "dark%) %{%s*:root (%b{})" }
  for i, name in ipairs { "light", "dark" } do
    it("can be read, " .. name, function()
      local c = palette(blocks[i])
      for _, text in ipairs { "ink", "soft", "accent", "person", "org",
                              "media", "place", "other", "time" } do
        for _, ground in ipairs { "paper", "raised", "hit" } do
          if ground ~= "hit" or text == "ink" then
            assert.is_true(contrast(c[text], c[ground]) >= 4.5,
                           text .. " on " .. ground)
          end
        end
      end
      for _, ground in ipairs { "quote", "report" } do
        assert.is_true(contrast(c.ink, c[ground]) >= 4.5, ground)
      end
    end)
  end
end)

describe("a speaker whom no dictionary knows", function()
  local is_named = require "gloss.report.speaker".is_named

  it("is named, or only described", function()
    for _, case in ipairs {
      { "Lena Ortiz", "she" }, { "Reuters", "Reuters" }, { "the Guardian" },
      { "\u{D8}rsted", "he" }, { "Al-Sharq" }, { "Ministry of Labour" },
      { "Officials", "officials" },
    } do
      assert.is_true(is_named(case[1], case[2] or case[1], false), case[1])
    end
    for _, name in ipairs { "she", "She", "the spokesman", "A spokesman",
        "A spokesman for the Ministry", "Two officials", "police", "" } do
      assert.is_false(is_named(name, name, false), name)
    end
    assert.is_false(is_named("Officials", "Officials", true))
    assert.is_true(is_named("Reuters", "it", true))
  end)

  it("has a place of its own on the page where it is named", function()
    local text = 'Lena Ortiz said it was over. "Yes," she said.'
    local function quote(part, kind, who)
      return at(text, part, { kind = kind, attribution = #part,
                              speaker = at(text, who),
                              speaker_name = "Lena Ortiz" })
    end
    local shown = page(record("a.txt", text, {
      quotes = { quote("it was over", "indirect", "Lena Ortiz"),
                 quote("Yes,", "direct", "she") } }))
    assert.is_true(has(shown, '<h3>Lena Ortiz <span class="tally">2</span>'))
    assert.is_false(has(shown, "only describes"))
  end)
end)
