--- GATE gazetteers: a .lst file of names, one a line, or the .def file that
--- lists them: file.lst:majorType:minorType:language:annotationType.
---
--- What follows a name as features (name TAB key=value, name&key=value) is kept
--- as metadata. A feature called id is the id of the entity.
local gate = { help = "GATE gazetteers (.lst, .def)" }

local function trim(s) return (s:match "^%s*(.-)%s*$") end

-- The name of a line, and its features.
local function split(line)
  local name, rest = line:match "^([^\t]+)\t(.*)$"
  local between = "\t"
  if not name then
    name, rest = line:match "^(.-)&([%w_]+=.*)$"
    between = "&"
  end
  if not name then return trim(line), {} end
  local features = {}
  for part in rest:gmatch("[^" .. between .. "]+") do
    local key, value = part:match "^%s*([%w_]+)%s*=%s*(.-)%s*$"
    if key and value ~= "" then features[key] = value end
  end
  return trim(name), features
end

local RESERVED = { id = true, name = true, type = true, aliases = true,
                   from = true, to = true, was = true, ok = true }

-- Features as fields; gloss's own words get an underscore.
local function fields_of(features, types)
  local record = { major = types.major, minor = types.minor,
                   language = types.language }
  for key, value in pairs(features) do
    record[RESERVED[key] and key .. "_" or key] = value
  end
  return record
end

local function sorted_keys(record)
  local keys = {}
  for key in pairs(record) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

local function read_list(input, out, types)
  for line in input:lines() do
    local name, features = split(line)
    if name ~= "" then
      local id = features.id
      features.id = nil
      local record = fields_of(features, types)
      out:columns(sorted_keys(record))
      local entity = out:entity(types.type .. "\0" .. (id or name), function()
        record.id, record.name, record.type = id, name, types.type
        return record
      end)
      if entity.name ~= name then
        entity.aliases[#entity.aliases + 1] = name
      end
    end
  end
end

local function read_definition(input, out)
  for line, number in input:lines() do
    if line:find "%S" and not line:find "^%s*#" then
      local parts = {}
      for part in (line .. ":"):gmatch "([^:]*):" do
        parts[#parts + 1] = trim(part)
      end
      local list = input:beside(parts[1])
      if not list then
        out:left(number, "no such list", parts[1])
      else
        local annotation = parts[5] ~= "" and parts[5] or nil
        out.input = list
        read_list(list, out, {
          type = annotation or (parts[2] or ""):upper(), major = parts[2],
          minor = parts[3] ~= "" and parts[3] or nil,
          language = parts[4] ~= "" and parts[4] or nil })
        out.input = input
      end
    end
  end
end

function gate.read(input, out, options)
  if input.name:find "%.def$" then return read_definition(input, out) end
  local stem = input.name:gsub("%.%w+$", "")
  read_list(input, out, { type = options.type or stem:upper() })
end

return gate
