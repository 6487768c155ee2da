--- Exact sums: the same result in any order, rounded once at the end.
--
-- Whole numbers are kept in two limbs, other numbers as Shewchuk's partial
-- sums (numbers that do not overlap, smallest first). A state is plain data.
-- Only where a sum passes 1.8e308 on the way is its result infinite.
local exact = {}

local abs, huge = math.abs, math.huge

---@class gloss.Exact
---@field high integer whole part: high * 2^32 + low
---@field low integer 0 to 2^32 - 1
---@field partials number[] the rest
---@field special? number infinity or NaN, once one was added
---@field real boolean was anything but an integer added?

---@return gloss.Exact
function exact.new()
  return { high = 0, low = 0, partials = {}, real = false }
end

-- Adds x to numbers that do not overlap, so that nothing is lost.
local function grow(partials, x)
  local n = 0
  for i = 1, #partials do
    local y = partials[i]
    if abs(x) < abs(y) then x, y = y, x end
    local sum = x + y
    local rest = y - (sum - x)
    if rest ~= 0.0 then
      n = n + 1
      partials[n] = rest
    end
    x = sum
  end
  for i = #partials, n + 2, -1 do partials[i] = nil end
  partials[n + 1] = x
end

local function add_limbs(state, high, low)
  low = state.low + low
  state.high = state.high + high + (low >> 32)
  state.low = low & 0xffffffff
end

--- Adds a number.
---@param state gloss.Exact
---@param x number
function exact.add(state, x)
  if math.type(x) == "integer" then
    add_limbs(state, x // 0x100000000, x & 0xffffffff)
    return
  end
  state.real = true
  if x ~= x or x == huge or x == -huge then
    state.special = (state.special or 0.0) + x
  elseif x ~= 0.0 then
    grow(state.partials, x)
  end
end

-- a * b as two numbers whose sum is exact (Dekker, Veltkamp).
local function product(a, b)
  local p = a * b
  local c, d = a * 134217729.0, b * 134217729.0
  local a1, b1 = c - (c - a), d - (d - b)
  local a2, b2 = a - a1, b - b1
  return p, ((a1 * b1 - p) + a1 * b2 + a2 * b1) + a2 * b2
end

--- Adds the product of two numbers, exactly (below about 1e300).
---@param state gloss.Exact
---@param a number
---@param b number
function exact.add_product(state, a, b)
  local p, rest = product(a + 0.0, b + 0.0)
  exact.add(state, p)
  if rest == rest then exact.add(state, rest) end
end

--- Adds another state to `state`.
---@param state gloss.Exact
---@param other gloss.Exact
function exact.merge(state, other)
  add_limbs(state, other.high, other.low)
  state.real = state.real or other.real
  if other.special then
    state.special = (state.special or 0.0) + other.special
  end
  for _, x in ipairs(other.partials) do grow(state.partials, x) end
end

--- The numbers, smallest first, that add up to the sum without rounding.
---@param state gloss.Exact
---@return number[]
function exact.parts(state)
  local parts = table.move(state.partials, 1, #state.partials, 1, {})
  for _, x in ipairs { (state.high // 0x100000) * 0x1p52,
                       (state.high & 0xfffff) * 0x1p32, state.low + 0.0 } do
    if x ~= 0.0 then grow(parts, x) end
  end
  return parts
end

-- The sum of numbers that do not overlap, rounded half to even.
local function round(parts)
  local n = #parts
  if n == 0 then return 0.0 end
  local sum, rest = parts[n], 0.0
  n = n - 1
  while n > 0 do
    local x, y = sum, parts[n]
    n = n - 1
    sum = x + y
    rest = y - (sum - x)
    if rest ~= 0.0 then break end
  end
  if n > 0 and ((rest < 0.0 and parts[n] < 0.0)
                or (rest > 0.0 and parts[n] > 0.0)) then
    local twice = rest * 2.0
    local next_sum = sum + twice
    if next_sum - sum == twice then sum = next_sum end
  end
  return sum
end

--- The sum: an integer where all were and it fits, else the nearest float.
---@param state gloss.Exact
---@return number
function exact.result(state)
  if state.special then return state.special end
  local fits = state.high >= -0x80000000 and state.high <= 0x7fffffff
  if not state.real and fits then return (state.high << 32) | state.low end
  return round(exact.parts(state))
end

return exact
