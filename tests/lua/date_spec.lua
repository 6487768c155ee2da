--- Calendar arithmetic.
local date = require "gloss.date"

local function raises(pattern, f, ...)
  local ok, message = pcall(f, ...)
  assert.is_false(ok)
  assert.matches(pattern, tostring(message))
end

describe("gloss.date", function()
  it("knows what is a date", function()
    for _, good in ipairs { "2025", "2025-04", "2025-04-06", "2024-02-29",
      "2025-04-06T10:00", "2025-04-06T10:00Z", "2025-04-06 10:00:05.5+01:00",
      "2025-04-06T24:00", "0001-01-01", "2000-02-29", "2025-04-06T10:00+01" } do
      assert.is_true(date.valid(good), good)
    end
    for _, bad in ipairs { "", "25", "2025-4-6", "2025-13", "2025-00",
      "2025-02-29", "1900-02-29", "2025-04-31", "06/04/2025", "2025-04-06T",
      "2025-04-06T25:00", "2025-04-06x", " 2025", "2025-04-06T10:60" } do
      assert.is_false(date.valid(bad), bad)
    end
    assert.is_false(date.valid(nil))
    assert.is_false(date.valid(2025))
  end)

  it("names year, month, day and week", function()
    assert.equal("2025", date.year "2025-04-06T10:00")
    assert.equal("2025-04", date.month "2025-04-06")
    assert.equal("2025-04", date.month "2025-04")
    assert.equal("2025-04-06", date.day "2025-04-06T10:00Z")
    for _, f in ipairs { "year", "month", "day", "week" } do
      assert.equal("undated", date[f](nil))
    end
    assert.equal("undated", date.month "2025")
    assert.equal("undated", date.week "2025-04")
    assert.equal("undated", date.day "2025-04")
  end)

  it("names ISO weeks at the turn of the year", function()
    local weeks = { ["2025-04-06"] = "2025-W14", ["2025-04-07"] = "2025-W15",
      ["2024-12-30"] = "2025-W01", ["2021-01-03"] = "2020-W53",
      ["2021-01-04"] = "2021-W01", ["2016-01-01"] = "2015-W53",
      ["2008-12-28"] = "2008-W52", ["2008-12-29"] = "2009-W01" }
    for day, week in pairs(weeks) do assert.equal(week, date.week(day)) end
  end)

  it("knows the day of the week", function()
    assert.equal(7, date.weekday "2025-04-06")
    assert.equal(1, date.weekday "2025-04-07")
    assert.equal(4, date.weekday "1970-01-01")
    assert.equal(6, date.weekday "2000-01-01")
  end)

  it("counts days", function()
    assert.equal(0, date.days("2025-04-06", "2025-04-06"))
    assert.equal(365, date.days("2025-01-01", "2026-01-01"))
    assert.equal(-366, date.days("2025-01-01", "2024-01-01"))
    assert.equal(146097, date.days("1600-01-01", "2000-01-01"))
  end)

  it("adds days, weeks, months and years", function()
    assert.equal("2025-04-07", date.add("2025-04-06", 1))
    assert.equal("2025-03-31", date.add("2025-04-06", -6))
    assert.equal("2025-04-20", date.add("2025-04-06", 2, "weeks"))
    assert.equal("2025-02-28", date.add("2025-01-31", 1, "months"))
    assert.equal("2024-12-31", date.add("2025-01-31", -1, "months"))
    assert.equal("2025-02-28", date.add("2024-02-29", 1, "years"))
    assert.equal("2024-01-01", date.add("2023-12-31", 1))
    assert.equal("2026-01", date.add("2025-12", 1, "months"))
    assert.equal("2026", date.add("2025", 1, "years"))
  end)

  -- Adding and counting undo each other, over four centuries.
  it("agrees with itself", function()
    local day = "1899-12-31"
    for n = -146097, 146097, 977 do
      local other = date.add(day, n)
      assert.is_true(date.valid(other))
      assert.equal(n, date.days(day, other))
      assert.equal((7 + n - 1) % 7 + 1, date.weekday(other))
    end
  end)

  it("raises for what is no date", function()
    raises("date_spec.lua:%d+: 'x' is no ISO date",
           function() date.month "x" end)
    raises("date expected, got number", function() date.month(5) end)
    raises("'2025' names no day", function() date.days("2025", "2026") end)
    raises("'2025' names no day", function() date.add("2025", 1) end)
    raises("'2025' names no month",
           function() date.add("2025", 1, "months") end)
    raises('no unit "moons"', function() date.add("2025-01-01", 1, "moons") end)
    raises("whole number", function() date.add("2025-01-01", 1.5) end)
    raises("four digits", function() date.add("9999-12-31", 1) end)
  end)
end)
