--- Plain data as a string and back: what goes from one Lua state to another.
--- The same data give the same bytes.
local pack = {}

local write = {}

local function put(out, value)
  local writer = write[math.type(value) or type(value)]
  if not writer then
    error("only plain data can be packed, not a " .. type(value))
  end
  return writer(out, value)
end

write["nil"] = function(out) out[#out + 1] = "n" end
function write.boolean(out, value) out[#out + 1] = value and "t" or "f" end
function write.integer(out, value)
  out[#out + 1] = string.pack("<c1i8", "i", value)
end
function write.float(out, value)
  out[#out + 1] = string.pack("<c1d", "d", value)
end
function write.string(out, value)
  out[#out + 1] = string.pack("<c1s4", "s", value)
end

local ORDER = { boolean = 1, number = 2, string = 3 }

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys, function(a, b)
    local kind_a, kind_b = ORDER[type(a)], ORDER[type(b)]
    if kind_a ~= kind_b then return kind_a < kind_b end
    if kind_a == 1 then return not a and b end
    return a < b
  end)
  return keys
end

-- First what is a list, then all other keys; a hole only moves the border.
function write.table(out, value)
  local count = #value
  out[#out + 1] = string.pack("<c1I4", "l", count)
  for i = 1, count do put(out, value[i]) end
  local rest = {}
  for _, key in ipairs(sorted_keys(value)) do
    if not (math.type(key) == "integer" and key >= 1 and key <= count) then
      rest[#rest + 1] = key
    end
  end
  out[#out + 1] = string.pack("<I4", #rest)
  for _, key in ipairs(rest) do
    put(out, key)
    put(out, value[key])
  end
end

---@param value any nil, booleans, numbers, strings, tables of these
---@return string
function pack.pack(value)
  local out = {}
  put(out, value)
  return table.concat(out)
end

local take

local read = {
  n = function(_, at) return nil, at end,
  t = function(_, at) return true, at end,
  f = function(_, at) return false, at end,
  i = function(bytes, at) return string.unpack("<i8", bytes, at) end,
  d = function(bytes, at) return string.unpack("<d", bytes, at) end,
  s = function(bytes, at) return string.unpack("<s4", bytes, at) end,
  l = function(bytes, at)
    local value = {}
    local count, next_at = string.unpack("<I4", bytes, at)
    for i = 1, count do value[i], next_at = take(bytes, next_at) end
    local rest
    rest, next_at = string.unpack("<I4", bytes, next_at)
    for _ = 1, rest do
      local key
      key, next_at = take(bytes, next_at)
      value[key], next_at = take(bytes, next_at)
    end
    return value, next_at
  end,
}

function take(bytes, at)
  return read[bytes:sub(at, at)](bytes, at + 1)
end

---@param bytes string as pack.pack made it
---@return any
function pack.unpack(bytes)
  return (take(bytes, 1))
end

return pack
