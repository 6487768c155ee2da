-- Dictionaries that come with gloss: they compile, alone and together, and
-- find what their own tests say.
local builtin = require "gloss.dictionary.builtin"
local gloss = require "gloss"
local source = require "gloss.dictionary.source"
local step = require "gloss.step"

-- The records of a dictionary, by table.
local function records_of(name)
  local found = { tests = {}, entities = {}, aliases = {}, exclude = {},
                  faults = {} }
  local sink = {}
  function sink.test(_, r) found.tests[#found.tests + 1] = r end
  function sink.entity(_, r) found.entities[#found.entities + 1] = r end
  function sink.alias(_, r) found.aliases[#found.aliases + 1] = r end
  function sink.exclude(_, r) found.exclude[#found.exclude + 1] = r end
  function sink.fault(_, where, what)
    found.faults[#found.faults + 1] = where .. ": " .. what
  end
  for _, part in ipairs(assert(builtin.parts(name))) do
    source.read_bytes(part.name, part.bytes, sink)
  end
  return found
end

local function linked(dict, text)
  local doc = assert(gloss.doc(text))
  step.prepare { gloss.link { dict = dict } }(doc)
  local ids = {}
  for e in doc.entities do ids[e.id or "?"] = true end
  return ids
end

-- What a test expects and does not find, forbids and finds.
local function faults(dict, test)
  local ids, list = linked(dict, test.test), {}
  for _, id in ipairs(source.split(test.expect or "")) do
    if not ids[id] then list[#list + 1] = "not found: " .. id end
  end
  for _, id in ipairs(source.split(test.forbid or "")) do
    if ids[id] then list[#list + 1] = "found: " .. id end
  end
  return table.concat(list, ", ")
end

for _, name in ipairs(builtin.names()) do
  describe("the dictionary " .. name, function()
    local records = records_of(name)

    it("is sound: ids, types, and rows that belong to an entity", function()
      local ids = {}
      assert.same({}, records.faults)
      for _, e in ipairs(records.entities) do
        assert.is_nil(ids[e.id], e.id)
        assert.truthy(e.type and e.name, e.id)
        ids[e.id] = true
      end
      for _, list in ipairs { records.aliases, records.exclude } do
        for _, row in ipairs(list) do
          if row.id then assert.truthy(ids[row.id], row.id) end
        end
      end
    end)

    it("finds what its tests say", function()
      local dict = assert(gloss.dict.builtin(name))
      assert.is_true(#records.tests >= 8)
      for _, test in ipairs(records.tests) do
        assert.equal("", faults(dict, test), test.test)
      end
    end)
  end)
end

describe("the dictionaries together", function()
  it("are one dictionary, in which every test still holds", function()
    local all = assert(gloss.dict.builtin "all")
    local count = 0
    for _, name in ipairs(builtin.names()) do
      count = count + #assert(gloss.dict.builtin(name))
    end
    assert.equal(count, #all)
    for _, test in ipairs(records_of "all".tests) do
      assert.equal("", faults(all, test), test.test)
    end
  end)

  it("may be joined by commas", function()
    local two = assert(gloss.dict.builtin "titles,currencies")
    assert.truthy(two["title:envoy"] and two["cur:eur"])
    assert.is_nil(two["gpe:fr"])
  end)

  it("are named where one is asked for that there is not", function()
    local d, err = gloss.dict.builtin "contries"
    assert.is_nil(d)
    assert.equal("bad_source", err.code)
    assert.truthy(err.message:find('did you mean "countries"', 1, true))
  end)
end)

describe("countries", function()
  local d = assert(gloss.dict.builtin "countries")

  it("have codes, a capital that is an entry, no code twice", function()
    local seen, names, countries = {}, {}, 0
    for e in d:all() do names[e.name .. (e.iso2 or "")] = true end
    for e in d:all() do
      if e.kind ~= "capital" then
        assert.equal("gpe:" .. e.iso2:lower(), e.id)
        assert.is_nil(seen[e.iso3], e.id)
        seen[e.iso3] = true
        assert.equal(3, #e.iso3)
        if e.capital then
          assert.truthy(names[e.capital .. e.iso2], e.capital)
        end
        if e.kind == "country" then countries = countries + 1 end
      end
    end
    assert.equal(197, countries)
  end)

  it("are what demonyms lead to", function()
    for e in assert(gloss.dict.builtin "demonyms"):all() do
      assert.truthy(d[e.country], e.id)
    end
  end)
end)
