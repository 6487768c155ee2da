--- How the rows of a group become one: sum count min max distinct first list
--- top:N stats, or a function. States are plain data: they can be packed,
--- sent to another Lua state and merged there, in any order, with the same
--- result.
--
-- A reducer has new() -> state, add(state, value, doc, row) -> state,
-- merge(state, other) -> state, result(state) -> value (or a value for each
-- of its `columns`), and check(value) -> what is wrong with it, or nil.
-- `doc` and `row` are numbers: the order of input.
local exact = require "gloss.exact"
local suggest = require "gloss.suggest"

local reducers = {}

local function same(x) return x end

local function is_number(value)
  if type(value) == "number" then return nil end
  return "needs a number, not a " .. type(value)
end

local function is_scalar(value)
  local kind = type(value)
  if kind == "number" or kind == "string" or kind == "boolean" then
    return nil
  end
  return "needs a number, string or boolean, not a " .. kind
end

--- Does value a come before b? Booleans, then numbers, then strings by bytes.
---@return boolean
function reducers.less(a, b)
  local kind_a, kind_b = type(a), type(b)
  if kind_a ~= kind_b then return kind_a < kind_b end
  if kind_a == "boolean" then return not a and b end
  return a < b
end
local less = reducers.less

local function earlier(a, b)
  if a[1] ~= b[1] then return a[1] < b[1] end
  return a[2] < b[2]
end

-- Keeps the better of two; `better(a, b)`.
local function keep(better)
  local function pick(state, value)
    if state == nil or better(value, state) then return value end
    return state
  end
  return { new = function() end, add = pick, result = same, check = is_scalar,
           merge = function(state, other)
             if other == nil then return state end
             return pick(state, other)
           end }
end

local named = {}

named.sum = {
  new = exact.new, check = is_number, result = exact.result,
  add = function(state, value)
    exact.add(state, value)
    return state
  end,
  merge = function(state, other)
    exact.merge(state, other)
    return state
  end,
}

-- Counts rows; a row that says false is not counted.
named.count = {
  absent = true,  -- the row need not give a value
  new = function() return 0 end, result = same,
  check = function() end,
  add = function(state, value) return value == false and state or state + 1 end,
  merge = function(state, other) return state + other end,
}

named.min = keep(less)
named.max = keep(function(a, b) return less(b, a) end)

-- { value -> how often }, as two lists so that 1 and "1" stay apart.
local function tally_add(state, value, n)
  if math.type(value) == "float" then
    value = math.tointeger(value) or value
  end
  state[value] = (state[value] or 0) + n
  return state
end

local tally = {
  new = function() return {} end, check = is_scalar,
  add = function(state, value) return tally_add(state, value, 1) end,
  merge = function(state, other)
    for value, n in pairs(other) do tally_add(state, value, n) end
    return state
  end,
}

named.distinct = {
  new = tally.new, check = is_scalar,
  add = function(state, value)
    tally_add(state, value, 0)
    return state
  end,
  merge = function(state, other)
    for value in pairs(other) do tally_add(state, value, 0) end
    return state
  end,
  result = function(state)
    local n = 0
    for _ in pairs(state) do n = n + 1 end
    return n
  end,
}

named.first = {
  new = function() end,
  check = function() end,
  add = function(state, value, doc, row)
    local new = { doc, row, value }
    if state and not earlier(new, state) then return state end
    return new
  end,
  merge = function(state, other)
    if not state or (other and earlier(other, state)) then return other end
    return state
  end,
  result = function(state) return state and state[3] end,
}

named.list = {
  new = function() return {} end,
  check = function() end,
  add = function(state, value, doc, row)
    state[#state + 1] = { doc, row, value }
    return state
  end,
  merge = function(state, other)
    return table.move(other, 1, #other, #state + 1, state)
  end,
  result = function(state)
    table.sort(state, earlier)
    local values = {}
    for i, entry in ipairs(state) do values[i] = entry[3] end
    return values
  end,
}

-- Six significant digits: what a statistic is worth.
local function digits(x)
  return x and tonumber(("%.6g"):format(x))
end

-- Sum of squared distances from the mean, from exact sums.
local function spread(state, mean)
  local total = exact.new()
  exact.merge(total, state.squares)
  for _, part in ipairs(exact.parts(state.sum)) do
    exact.add_product(total, -2.0 * mean, part)
  end
  local square = exact.new()
  exact.add_product(square, mean, mean)
  for _, part in ipairs(exact.parts(square)) do
    exact.add_product(total, part, state.n)
  end
  local square_sum = exact.result(total)
  return square_sum < 0 and 0.0 or square_sum  -- NaN where squares overflow
end

named.stats = {
  columns = { "n", "mean", "sd", "min", "max" },
  check = is_number,
  new = function()
    return { n = 0, sum = exact.new(), squares = exact.new() }
  end,
  add = function(state, value)
    state.n = state.n + 1
    exact.add(state.sum, value)
    exact.add_product(state.squares, value, value)
    if not state.min or value < state.min then state.min = value end
    if not state.max or value > state.max then state.max = value end
    return state
  end,
  merge = function(state, other)
    state.n = state.n + other.n
    exact.merge(state.sum, other.sum)
    exact.merge(state.squares, other.squares)
    state.min = named.min.merge(state.min, other.min)
    state.max = named.max.merge(state.max, other.max)
    return state
  end,
  result = function(state)
    if state.n == 0 then return 0 end
    local mean = exact.result(state.sum) / state.n
    local sd = state.n > 1
      and math.sqrt(spread(state, mean) / (state.n - 1)) or nil
    return state.n, digits(mean), digits(sd), state.min, state.max
  end,
}

-- The N most frequent values: { { value =, n = }, ... }; ties by value.
local function top(n)
  return {
    new = tally.new, add = tally.add, merge = tally.merge, check = is_scalar,
    result = function(state)
      local list = {}
      for value, count in pairs(state) do
        list[#list + 1] = { value = value, n = count }
      end
      table.sort(list, function(a, b)
        if a.n ~= b.n then return a.n > b.n end
        return less(a.value, b.value)
      end)
      return table.move(list, 1, math.min(n, #list), 1, {})
    end,
  }
end

-- A function (a, b) -> c, associative and commutative.
local function custom(f)
  return {
    new = function() end, result = same,
    check = function() end,
    add = function(state, value)
      if state == nil then return value end
      return f(state, value)
    end,
    merge = function(state, other)
      if state == nil or other == nil then return state == nil and other or state end
      return f(state, other)
    end,
  }
end

--- The reducer that a column of a table asks for, or nil, message.
---@param spec any "sum", "top:10", a function
---@return table? reducer
---@return string? message
function reducers.get(spec)
  if type(spec) == "function" then return custom(spec) end
  if type(spec) ~= "string" then
    return nil, "a reducer is a name or a function, not a " .. type(spec)
  end
  local n = spec:match "^top:(%d+)$"
  if n and tonumber(n) > 0 then return top(tonumber(n)) end
  if named[spec] then return named[spec] end
  local names = suggest.keys(named)
  names[#names + 1] = "top:10"
  return nil, ('no reducer "%s"%s; there are: %s'):format(
    spec, suggest.hint(spec, names), table.concat(names, ", "))
end

return reducers
