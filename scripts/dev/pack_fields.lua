-- Prints a language pack as lines FIELD<TAB>ITEM, as the core takes them: for
-- programs in C that have no Lua.
--
--   lua5.4 scripts/dev/pack_fields.lua scripts/gloss/languages/en.lua

local function put(name, value)
  if type(value) == "table" then
    local keys = {}
    for key in pairs(value) do keys[#keys + 1] = key end
    table.sort(keys)
    for _, key in ipairs(keys) do
      put(name == "" and key or name .. "." .. key, value[key])
    end
  elseif type(value) == "string" and name ~= "name" then
    for word in value:gmatch("%S+") do print(name .. "\t" .. word) end
  else
    print(name .. "\t" .. tostring(value))
  end
end

local pack, err = loadfile(arg[1], "t", {})
if not pack then error(err, 0) end
put("", pack())
