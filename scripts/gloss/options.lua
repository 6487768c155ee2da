--- Command lines, checked against the contract. argparse does the parsing;
--- values are converted here, so that messages are alike everywhere.
local argparse = require "argparse"
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local suggest = require "gloss.suggest"

local options = {}

local kinds = {}

function kinds.integer(value)
  local number = math.tointeger(tonumber(value))
  if number and number >= 0 and value:match "^%d+$" then return number end
  return nil, ('must be a whole number, not "%s"'):format(value)
end

local SIZES = { [""] = 1, K = 1e3, M = 1e6, G = 1e9, T = 1e12 }

function kinds.size(value)
  local number, unit = value:upper():match "^(%d+%.?%d*)([KMGT]?)B?$"
  local size = number and math.tointeger(tonumber(number) * SIZES[unit])
  if size and size > 0 then return size end
  return nil, ('must be a size like 10M, not "%s"'):format(value)
end

local SECONDS = { ms = 1e-3, s = 1, m = 60, h = 3600 }

function kinds.duration(value)
  local number, unit = value:match "^(%d+%.?%d*)(%a*)$"
  local seconds = number and SECONDS[unit == "" and "s" or unit]
  if seconds and tonumber(number) > 0 then return tonumber(number) * seconds end
  return nil, ('must be like 500ms, 10s or 2m, not "%s"'):format(value)
end

function kinds.date(value)
  local date = require "gloss.reader".date(value)
  if date then return date end
  return nil, ('must be an ISO date like 2025-04-06, not "%s"'):format(value)
end

function kinds.failures(value)
  local number, percent = value:match "^(%d+%.?%d*)(%%?)$"
  if number and (percent == "%" and tonumber(number) <= 100
                 or percent == "" and not number:find(".", 1, true)) then
    return { number = tonumber(number), percent = percent == "%" }
  end
  return nil, ('must be like 20 or 0.5%%, not "%s"'):format(value)
end

function kinds.assign(value)
  local name, rest = value:match "^([%a_][%w_]*)=(.*)$"
  if name then return { name = name, value = rest } end
  return nil, ('must be like since=2025-03-01, not "%s"'):format(value)
end

function kinds.file(value)
  if value ~= "" then return value end
  return nil, "needs the name of a file"
end

--- A folder need not be there, but nothing else may have its name.
function kinds.folder(value)
  local stat = require "gloss".edge "files".stat(value)
  if value ~= "" and (not stat or stat.kind == "directory") then
    return value
  end
  return nil, ('needs the name of a folder, not "%s"'):format(value)
end

--- A dictionary must be there before anything runs.
function kinds.dictionary(value)
  if value:match "^builtin:" then return value end
  local stat, err = require "gloss".edge "files".stat(value)
  if stat then return value end
  return nil, ("names no file: %s"):format(tostring(err))
end

function kinds.choice(value, option)
  for _, choice in ipairs(option.choices) do
    if value == choice then return value end
  end
  return nil, ('must be one of %s, not "%s"%s'):format(
    table.concat(option.choices, ", "), value,
    suggest.hint(value, option.choices))
end

function kinds.layers(value)
  local names, asked = {}, {}
  for _, layer in ipairs(contract.layers_here()) do
    names[#names + 1] = layer.name
  end
  local known = {}
  for _, name in ipairs(names) do known[name] = true end
  for name in value:gmatch "[^,%s]+" do
    if name == "all" then
      for _, each in ipairs(names) do asked[each] = asked[each] or "all" end
    elseif known[name] then
      asked[name] = true
    else
      return nil, ('knows no layer "%s"%s; there are: %s, all'):format(
        name, suggest.hint(name, names), table.concat(names, ", "))
    end
  end
  if not next(asked) then return nil, "needs the name of a layer" end
  return asked
end

function kinds.language(value)
  if value == "auto" then return value end
  local code = require "gloss.reader".language(value)
  if code then return code end
  return nil, ('knows no language "%s"%s; see: gloss languages'):format(
    value, suggest.hint(value, require "gloss".languages()))
end

local function convert(option, value)
  local kind = kinds[option.kind]
  if not kind then return value end
  local converted, why = kind(value, option)
  if converted == nil then
    exits.stop("usage", "--%s %s", option.name, why)
  end
  return converted
end

local function key_of(name) return (name:gsub("-", "_")) end

-- argparse's message on one line, with where an option belongs otherwise.
local function explain(message)
  local unknown = message:match "^unknown option '(.-)'"
  if not unknown then return message end
  local takers = contract.takers(unknown:gsub("^%-+", ""))
  if #takers > 0 then
    return ("no option %s here; it belongs to: gloss %s"):format(
      unknown, table.concat(takers, ", gloss "))
  end
  local near = unknown:match "^%-%-" and message:match "Did you mean (.-)%?"
  near = near and near:match "'(.-)'"
  return ("no option %s%s"):format(
    unknown, near and (" (did you mean %s?)"):format(near) or "")
end

local function build(command)
  local parser = argparse("gloss " .. command.name):add_help(false)
  function parser.error(_, message)
    exits.stop("usage", "%s\nTry: gloss %s --help", explain(message),
               command.name)
  end
  for _, arg in ipairs(command.args) do
    local several = arg.inputs or arg.many
    local least = (arg.inputs or arg.optional) and 0 or 1
    parser:argument(arg.name):target(arg.inputs and "inputs" or arg.name)
      :args(several and least .. "+" or least)
  end
  for _, group in ipairs(contract.options_of(command)) do
    for _, option in ipairs(group) do
      local names = (option.short and "-" .. option.short .. " " or "")
        .. "--" .. option.name
      local made = option.kind == "flag" and parser:flag(names)
        or parser:option(names)
      made:target(key_of(option.name)):count "*"
    end
  end
  return parser
end

-- `--help` wins over everything else that may be wrong before a "--".
local function wants_help(argv)
  for _, word in ipairs(argv) do
    if word == "--" then return false end
    if word == "--help" or word == "-h" then return true end
  end
  return false
end

local function take(option, given)
  if option.kind == "flag" then return given and given > 0 or false end
  given = given or {}
  if option.many then
    for i, value in ipairs(given) do given[i] = convert(option, value) end
    return given
  end
  if #given > 1 then
    exits.stop("usage", "--%s is given %d times, once is enough",
               option.name, #given)
  end
  if given[1] == nil then
    return option.default and convert(option, option.default)
  end
  return convert(option, given[1])
end

--- The options of a command line; raises a fault where it is wrong.
---@param command table of the contract
---@param argv string[] what stands behind the command
---@return table<string, any> values by name, "-" as "_"; arguments too
function options.parse(command, argv)
  if wants_help(argv) then return { help = true } end
  local raw = build(command):parse(argv)
  local values = {}
  for _, group in ipairs(contract.options_of(command)) do
    for _, option in ipairs(group) do
      local key = key_of(option.name)
      values[key] = take(option, raw[key])
    end
  end
  for _, arg in ipairs(command.args) do
    local key = arg.inputs and "inputs" or arg.name
    values[key] = raw[key]
  end
  return values
end

return options
