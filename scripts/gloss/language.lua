--- Language packs: pure tables that are read in a sandbox without functions
--- and built once a process.
local core = require "gloss.core"
local resource = require "gloss.resource"

local language = {}

--- The codes there are, sorted. One without a pack inherits und.
local codes = {
  "am", "ar", "bg", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "hi",
  "hy", "it", "ja", "kk", "my", "nb", "nl", "pl", "pt", "ru", "sv", "tr", "uk",
  "und", "ur", "zh",
}

---@return string[] codes sorted
function language.codes() return { table.unpack(codes) } end

--- Keys of a pack that are no field of the core: what it inherits, and which
--- lists it replaces instead of adding to them.
local own_keys = { inherits = true, replaces = true }

local function fail(message, ...)
  return nil, core.error("bad_language", message:format(...))
end

--- The line of a pack on which a word stands, for messages.
local function line_of(source, word)
  local at = word and source:find(word, 1, true)
  if not at then return 1 end
  return select(2, source:sub(1, at):gsub("\n", "\n")) + 1
end

--- How many instructions a pack may take, and how much memory in KB: it is a
--- table, not a program.
local STEPS, MEMORY = 1000000, 65536

--- Runs the chunk of a pack, which sees nothing.
local function evaluate(source, name)
  local chunk, message = load(source, "@" .. name, "t", {})
  if not chunk then return nil, message end
  local thread, steps = coroutine.create(chunk), 0
  local before = collectgarbage "count"
  debug.sethook(thread, function()
    steps = steps + 10
    if steps > STEPS or collectgarbage "count" - before > MEMORY then
      error(("%s:1: a pack is no program"):format(name), 0)
    end
  end, "", 10)
  local ok, pack = coroutine.resume(thread)
  if not ok then return nil, tostring(pack) end
  if type(pack) ~= "table" then
    return nil, ("%s:1: a pack returns a table"):format(name)
  end
  return pack
end

local function field_kinds()
  local kinds = {}
  for _, field in ipairs(core.language_fields()) do
    kinds[field.name] = field.kind
  end
  return kinds
end

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  return core.sort(keys)
end

--- Appends field and item pairs; each in order, so that a pack always builds
--- the same way.
local function add_list(items, field, value)
  if type(value) == "string" then
    for word in value:gmatch "%S+" do
      items[#items + 1], items[#items + 2] = field, word
    end
  elseif type(value) == "table" then
    for i, word in ipairs(value) do
      if type(word) ~= "string" then
        error(("%s: item %d is no string"):format(field, i), 0)
      end
      items[#items + 1], items[#items + 2] = field, word
    end
  else
    error(("%s: words, or a list of words, expected"):format(field), 0)
  end
end

local expected = { flag = "boolean", text = "string", numbers = "table" }

local function add_field(items, field, kind, value)
  if kind == "list" then return add_list(items, field, value) end
  if type(value) ~= expected[kind] then
    error(("%s: %s expected"):format(field, expected[kind]), 0)
  end
  if kind ~= "numbers" then
    items[#items + 1], items[#items + 2] = field, tostring(value)
    return
  end
  for _, name in ipairs(sorted_keys(value)) do
    if type(value[name]) ~= "number" then
      error(("%s.%s: number expected"):format(field, name), 0)
    end
    items[#items + 1] = field
    items[#items + 1] = ("%s=%s"):format(name, core.number(value[name]))
  end
end

--- Raises for a name that is neither a field nor a group of fields.
local function unknown(kinds, name)
  local known = {}
  for field in pairs(kinds) do
    known[field], known[field:match "^[^.]+"] = true, true
  end
  local near = core.suggest(name, known)
  error(('no field "%s"%s'):format(name, near and
    (' (did you mean "%s"?)'):format(near) or ""), 0)
end

--- Do fields begin with this name and a point?
local function is_group(kinds, name)
  for field in pairs(kinds) do
    if field:sub(1, #name + 1) == name .. "." then return true end
  end
  return false
end

--- Flattens { clitics = { endings = "'s" } } into "clitics.endings".
local function flatten(items, kinds, prefix, pack)
  for _, key in ipairs(sorted_keys(pack)) do
    local value, name = pack[key], prefix .. tostring(key)
    if type(value) == "function" then
      error(("%s: a pack holds no functions"):format(name), 0)
    elseif kinds[name] then
      add_field(items, name, kinds[name], value)
    elseif type(value) == "table" and is_group(kinds, name) then
      flatten(items, kinds, name .. ".", value)
    elseif not (prefix == "" and own_keys[key]) then
      unknown(kinds, name)
    end
  end
  return items
end

--- The items of a pack; cleared lists first.
local function items_of(pack)
  local kinds, items = field_kinds(), {}
  local replaced = pack.replaces or {}
  if type(replaced) == "string" then replaced = { replaced } end
  for _, names in ipairs(replaced) do
    for name in names:gmatch "%S+" do
      items[#items + 1], items[#items + 2] = name, false
    end
  end
  return flatten(items, kinds, "", pack)
end

--- Builds a language out of the source of a pack.
local function build(key, code, source, name)
  local pack, message = evaluate(source, name)
  if not pack then return fail("%s", message) end
  local parent, err
  if pack.inherits ~= nil then
    parent, err = language.open(tostring(pack.inherits))
    if not parent then
      return fail("%s:%d: %s", name, line_of(source, "inherits"), err.message)
    end
  end
  local ok, items = pcall(items_of, pack)
  if not ok then
    local last = items:match "([%w_]+)[:\" ]" or items
    local field = items:match '"([^"]+)"' or items:match "^([^:]+):"
    last = field and field:match "([%w_]+)$" or last
    return fail("%s:%d: %s", name, line_of(source, last), items)
  end
  local built, at
  built, err, at = core.build_language(key, code, parent, items,
    { name = pack.name or code, pack = name })
  if built then return built end
  local item = at and items[2 * at]
  return fail("%s:%d: %s", name, line_of(source, item or nil),
              item and ("%s: '%s': %s"):format(items[2 * at - 1], item,
                                               err.message) or err.message)
end

local function is_path(code) return code:find "[/\\]" or code:find "%.lua$" end

local function open_file(path)
  local file, message = io.open(path, "rb")
  if not file then return fail("%s", message) end
  local source = file:read "a"
  file:close()
  local code = path:match "([%w_-]+)%.lua$" or "und"
  -- Two files of one name, or one that has changed, are two languages.
  return build(path .. "\0" .. source, code, source, path)
end

local function is_code(code)
  for _, known in ipairs(codes) do
    if known == code then return true end
  end
  return false
end

local function open_code(code)
  if not is_code(code) then
    local near = core.suggest(code, codes)
    return fail('no language "%s"%s', code, near and
      (' (did you mean "%s"?)'):format(near) or " (see gloss languages)")
  end
  local name = ("gloss/languages/%s.lua"):format(code)
  local source = resource.read(name)
  local fields = { name = code, pack = source and name or false }
  local found = core.find_language(code, fields)
  if found then return found end
  if source then return build(code, code, source, name) end
  return core.build_language(code, code, nil, {}, fields)
end

--- Languages of this Lua state, by code: kept as long as it lives.
local opened = {}

--- The language of a code ("en"), or of a pack in a file (a path).
---@param code string
---@return gloss.Language?
---@return gloss.Error? err bad_language
function language.open(code)
  if type(code) ~= "string" then
    error(("language code expected, got %s"):format(type(code)), 2)
  end
  if opened[code] then return opened[code] end
  local found, err
  if is_path(code) then
    found, err = open_file(code)
  else
    found, err = open_code(code)
  end
  if not is_path(code) then opened[code] = found end
  return found, err
end

return language
