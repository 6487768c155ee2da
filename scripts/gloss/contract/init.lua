--- The contract of the command line: what the tables beside this file say,
--- with the options of each command spelt out.
local commands = require "gloss.contract.commands"
local layers = require "gloss.contract.layers"
local options = require "gloss.contract.options"

local contract = {
  layers = layers.list,
  layer = layers.by_name,
  columns = layers.columns,
  options = options.list,
  exits = require "gloss.contract.exits".list,
}

local function exists(module)
  return require "gloss.steps".exists(module)
end

--- Is what the command or layer stands on part of this program?
---@param thing { step?: string, needs?: string }
---@return boolean
function contract.available(thing)
  return (not thing.step or exists("gloss.steps." .. thing.step))
    and (not thing.needs or exists(thing.needs))
end

local function only_available(list)
  local found = {}
  for _, thing in ipairs(list) do
    if contract.available(thing) then found[#found + 1] = thing end
  end
  return found
end

--- The commands there are.
---@return table[]
function contract.commands() return only_available(commands.list) end

--- The layers there are.
---@return table[]
function contract.layers_here() return only_available(layers.list) end

--- A command by its name ("dict build"), or nil.
---@param name string
---@return table?
function contract.command(name)
  local command = commands.by_name[name]
  return command and contract.available(command) and command or nil
end

--- The options of a command, in groups for help; what a command narrows
--- (the formats of --to, --format) is filled in.
---@param command table
---@return { title: string, [integer]: table }[]
function contract.options_of(command)
  local own, groups = { title = "Options" }, {}
  for _, name in ipairs(command.options) do
    local group = options.groups[name]
    if group then
      local full = { title = group.title }
      for i, member in ipairs(group) do full[i] = options.by_name[member] end
      groups[#groups + 1] = full
    else
      local option = assert(options.by_name[name], name)
      if name == "to" or name == "format" then
        local narrow = {}
        for key, value in pairs(option) do narrow[key] = value end
        narrow.choices = assert(command.formats, command.name)
        option = narrow
      end
      own[#own + 1] = option
    end
  end
  if #own > 0 then table.insert(groups, 1, own) end
  return groups
end

--- The names of the commands that take an option.
---@param name string
---@return string[]
function contract.takers(name)
  local takers = {}
  for _, command in ipairs(contract.commands()) do
    for _, group in ipairs(contract.options_of(command)) do
      for _, option in ipairs(group) do
        if option.name == name then takers[#takers + 1] = command.name end
      end
    end
  end
  return takers
end

return contract
