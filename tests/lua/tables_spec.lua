-- Tables of jobs: columns, reducers, merging, exact sums, packing.
local exact = require "gloss.exact"
local pack = require "gloss.pack"
local reducers = require "gloss.reducers"
local tables = require "gloss.tables"

-- A fixed sequence of numbers that looks like chance.
local function sequence(seed)
  local state = seed
  return function(n)
    state = (state * 1103515245 + 12345) % 2147483648
    return state // 65536 % n + 1
  end
end

local function shuffled(list, seed)
  local copy = table.move(list, 1, #list, 1, {})
  local chance = sequence(seed)
  for i = #copy, 2, -1 do
    local j = chance(i)
    copy[i], copy[j] = copy[j], copy[i]
  end
  return copy
end

describe("exact sums", function()
  local function sum(list)
    local state = exact.new()
    for _, x in ipairs(list) do exact.add(state, x) end
    return exact.result(state)
  end

  local cases = {
    { "nothing", {}, 0 },
    { "integers stay integers", { 1, 2, 3 }, 6 },
    { "negative integers", { -1, -2, 1 << 40 }, (1 << 40) - 3 },
    { "integers may pass 64 bits on the way",
      { math.maxinteger, math.maxinteger, math.mininteger, math.mininteger, 9 },
      7 },
    { "integers that end outside 64 bits",
      { math.maxinteger, math.maxinteger }, 2.0 ^ 64 },
    { "ten tenths are one",
      { .1, .1, .1, .1, .1, .1, .1, .1, .1, .1 }, 1.0 },
    { "what is large goes away again", { 1e100, 1.0, -1e100 }, 1.0 },
    { "integers and floats", { -7, 0.5 }, -6.5 },
    { "half-way cases go to the even neighbour", { 1.0, 2.0 ^ -53 }, 1.0 },
    { "but not if anything is left", { 1.0, 2.0 ^ -53, 1e-300 },
      1.0 + 2.0 ^ -52 },
    { "infinity", { 1.0, math.huge, 5 }, math.huge },
  }
  for _, case in ipairs(cases) do
    it(case[1], function()
      local result = sum(case[2])
      assert.equal(case[3], result)
      assert.equal(math.type(case[3]), math.type(result))
    end)
  end

  it("of infinity and its opposite is no number", function()
    local result = sum { math.huge, -math.huge }
    assert.is_true(result ~= result)
  end)

  it("do not depend on order or on where they are merged", function()
    local chance, list = sequence(7), {}
    for i = 1, 300 do
      list[i] = i % 3 == 0 and chance(1000) - 500
        or (chance(30000) - 15000) * 10.0 ^ (chance(40) - 20)
    end
    local expected = sum(list)
    for seed = 1, 10 do
      local parts = { exact.new(), exact.new(), exact.new() }
      for i, x in ipairs(shuffled(list, seed)) do
        exact.add(parts[i % 3 + 1], x)
      end
      exact.merge(parts[3], parts[1])
      exact.merge(parts[3], pack.unpack(pack.pack(parts[2])))
      assert.equal(expected, exact.result(parts[3]))
    end
  end)

  it("of products keep every digit", function()
    local state = exact.new()
    exact.add_product(state, 1e8 + 1, 1e8 + 1)
    exact.add(state, -1e16)
    assert.equal(200000001.0, exact.result(state))
  end)
end)

describe("packed data", function()
  it("comes back as it was", function()
    local value = { 1, -2, 1.5, "a\0b", true, false, { { } },
                    x = { y = "z", [3] = 4, [true] = "yes" } }
    assert.same(value, pack.unpack(pack.pack(value)))
    assert.is_nil(pack.unpack(pack.pack(nil)))
    assert.equal("integer", math.type(pack.unpack(pack.pack(3))))
    assert.equal("float", math.type(pack.unpack(pack.pack(3.0))))
  end)

  it("keeps rows with holes", function()
    local row = pack.unpack(pack.pack { 1, nil, 3, nil, nil, 6 })
    assert.same({ [1] = 1, [3] = 3, [6] = 6 }, row)
  end)

  it("is the same for the same data", function()
    local a, b = {}, {}
    for i = 1, 50 do a["key" .. i] = i end
    for i = 50, 1, -1 do b["key" .. i] = i end
    assert.equal(pack.pack(a), pack.pack(b))
  end)

  it("refuses what is no data", function()
    assert.has_error(function() pack.pack { print } end)
  end)
end)

describe("a table of a job", function()
  local bad = {
    { "quotes", "tables.x must be a table of columns, not a string" },
    { {}, "tables.x has no columns" },
    { { "a", "a" }, 'tables.x: the column "a" stands twice' },
    { { "a", 5 }, "tables.x[2]: a column is a string, not a number" },
    { { "a", a = "sum" }, 'tables.x: the column "a" stands twice' },
    { { "a", n = "summ" }, 'tables.x.n: no reducer "summ" (did you mean '
      .. '"sum"?); there are: count, distinct, first, list, max, min, stats, '
      .. "sum, top:10" },
    { { "a", n = "top:0" }, nil },
    { { "a", n = 5 }, "tables.x.n: a reducer is a name or a function, "
      .. "not a number" },
    { { "a", [3] = "c" }, "tables.x: the list of columns has a hole" },
  }
  for i, case in ipairs(bad) do
    it("is refused " .. i, function()
      local def, message = tables.define("x", case[1])
      assert.is_nil(def)
      assert.is_string(message)
      if case[2] then assert.equal(case[2], message) end
    end)
  end

  it("has its columns in order, those with reducers by name", function()
    local def = assert(tables.define("x",
      { "who", "day", n = "sum", length = "stats", m = "max" }))
    assert.same({ "who", "day", "length_n", "length_mean", "length_sd",
                  "length_min", "length_max", "m", "n" }, def.columns)
  end)

  local rows = {
    { { day = "x", wo = 1 },
      'table x: no column "wo" (did you mean "who"?)' },
    { { who = nil, day = "1" },
      'table x: the column "who" is part of the key and must not be nil' },
    { { who = 0 / 0, day = "1" },
      'table x: the column "who" must be a finite number, not NaN' },
    { { who = {}, day = "1" },
      'table x: the column "who" is part of the key, not a list' },
    { { who = print, day = "1" },
      'table x: the column "who" cannot hold a function' },
    { { who = "a", day = "1", n = "5" },
      'table x: the column "n" needs a number, not a string' },
    { { who = "a", day = "1", n = -1 / 0 },
      'table x: the column "n" must be a finite number, not infinite' },
    { { who = "caf\xC3", day = "1" }, 'table x: the column '
      .. '"who" holds text that is not UTF-8 (cut inside a character?)' },
    { "row", "table x: a row is { column = value }" },
  }
  for _, case in ipairs(rows) do
    it("refuses a row: " .. case[2], function()
      local def = assert(tables.define("x", { "who", "day", n = "sum" }))
      local values, message = tables.row(def, case[1])
      assert.is_nil(values)
      assert.equal(case[2], message)
    end)
  end

  it("keeps lists and tables with names, and nothing in between", function()
    local null = require "gloss.json".null
    local def = assert(tables.define("x", { "v" }))
    local function keep(v)
      local values, why = tables.row(def, { v = v })
      if values then return values[1] end
      return (why:gsub("^.- holds ", ""))
    end
    assert.same({ 1, { "a" } }, keep { 1, { "a" } })
    assert.same({ a = 1, b = {} }, keep { a = 1, b = {}, c = null })
    assert.is_nil(keep(null))
    assert.is_false(keep(false))
    assert.equal("a list that has names, too", keep { 1, a = 2 })
    assert.equal("a list with a hole in it", keep { 1, nil, 3 })
    assert.equal("a list with a null in it", keep { 1, null })
    assert.equal("a table with keys that are no names", keep { [1.5] = 1 })
  end)

  it("takes nil in a column that is no key", function()
    local def = assert(tables.define("x", { "who", "day" }))
    assert.same({ [2] = 5 }, tables.row(def, { day = 5.0 }))
  end)
end)

describe("a group-by", function()
  -- The rows that come out of rows put in, through one Lua state or three.
  local function reduce(spec, list, seed)
    local def = assert(tables.define("x", spec))
    local order = {}
    for i = 1, #list do order[i] = i end
    if seed then order = shuffled(order, seed) end
    local parts = {}
    for i = 1, seed and 3 or 1 do parts[i] = tables.groups(def) end
    for n, i in ipairs(order) do
      parts[n % #parts + 1]:add(assert(tables.row(def, list[i])), i, 1)
    end
    for i = 2, #parts do parts[1]:merge(parts[i]:dump()) end
    return parts[1]:rows()
  end

  local news = {
    { who = "b", n = 1, word = "x" }, { who = "a", n = 2.5, word = "y" },
    { who = "b", n = 4, word = "x" }, { who = "a", n = 2.5, word = "z" },
    { who = "b", n = 10, word = "y" }, { who = 7, word = "w" },
  }
  local cases = {
    { "sum", "n", { { 7, 0 }, { "a", 5 }, { "b", 15 } } },
    { "count", "n", { { 7, 1 }, { "a", 2 }, { "b", 3 } } },
    { "min", "n", { { 7 }, { "a", 2.5 }, { "b", 1 } } },
    { "max", "n", { { 7 }, { "a", 2.5 }, { "b", 10 } } },
    { "distinct", "word", { { 7, 1 }, { "a", 2 }, { "b", 2 } } },
    { "first", "word", { { 7, "w" }, { "a", "y" }, { "b", "x" } } },
    { "list", "word", { { 7, { "w" } }, { "a", { "y", "z" } },
                        { "b", { "x", "x", "y" } } } },
    { "top:1", "word", { { 7, { { value = "w", n = 1 } } },
                         { "a", { { value = "y", n = 1 } } },
                         { "b", { { value = "x", n = 2 } } } } },
    { "stats", "n", { { 7, 0 }, { "a", 2, 2.5, 0.0, 2.5, 2.5 },
                      { "b", 3, 5.0, 4.58258, 1, 10 } } },
    { function(a, b) return a * b end, "n",
      { { 7 }, { "a", 6.25 }, { "b", 40 } } },
  }
  for _, case in ipairs(cases) do
    it("with " .. tostring(case[1]):gsub(":.*", ""), function()
      local spec = { "who", [case[2]] = case[1] }
      local list = {}
      for i, row in ipairs(news) do
        list[i] = { who = row.who, [case[2]] = row[case[2]] }
      end
      assert.same(case[3], reduce(spec, list))
      for seed = 1, 5 do assert.same(case[3], reduce(spec, list, seed)) end
    end)
  end

  it("has one key for 1 and 1.0, two for 1 and \"1\"", function()
    assert.same({ { 1, 2 }, { "1", 1 } }, reduce({ "k", n = "count" },
      { { k = 1 }, { k = 1.0 }, { k = "1" } }))
  end)

  it("sorts by booleans, numbers, strings", function()
    assert.same({ { false, 1 }, { true, 1 }, { -1, 1 }, { 2, 1 }, { 10, 1 },
                  { "B", 1 }, { "a", 1 } },
      reduce({ "k", n = "count" }, { { k = "a" }, { k = 10 }, { k = true },
        { k = "B" }, { k = 2 }, { k = false }, { k = -1 } }))
  end)

  it("counts no row that says false", function()
    assert.same({ { "a", 1 } }, reduce({ "k", n = "count" },
      { { k = "a", n = false }, { k = "a", n = true } }))
  end)

  it("knows reducers by name only", function()
    local reducer, message = reducers.get "average"
    assert.is_nil(reducer)
    assert.truthy(message:find('no reducer "average"', 1, true))
  end)
end)
