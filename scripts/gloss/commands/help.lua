--- gloss help: from the contract, for all commands or one.
local contract = require "gloss.contract"
local exits = require "gloss.contract.exits"
local suggest = require "gloss.suggest"

local help = {}

local WIDTH = 79

-- Words of `text` in lines, each `indent` blanks in.
local function wrap(text, indent)
  local lines, line = {}, ""
  for word in text:gmatch "%S+" do
    if #line > 0 and indent + #line + 1 + #word > WIDTH then
      lines[#lines + 1] = (" "):rep(indent) .. line
      line = word
    else
      line = #line > 0 and line .. " " .. word or word
    end
  end
  if #line > 0 then lines[#lines + 1] = (" "):rep(indent) .. line end
  return table.concat(lines, "\n")
end

-- A name and, from column `at` on, what it is.
local function entry(name, text, at)
  local body = wrap(text, at)
  if #name + 2 < at then
    return "  " .. name .. (" "):rep(at - #name - 2) .. body:sub(at + 1)
  end
  return "  " .. name .. "\n" .. body
end

--- How a command is called, on one line.
---@param command table
---@return string
function help.usage(command)
  local words = { "gloss", command.name, "[options]" }
  for _, arg in ipairs(command.args) do
    if arg.inputs then
      words[#words + 1] = "[INPUT...]"
    else
      local name = arg.name .. (arg.many and "..." or "")
      words[#words + 1] = arg.optional and "[" .. name .. "]" or name
    end
  end
  return table.concat(words, " ")
end

local function option_name(option)
  return (option.short and "-" .. option.short .. ", " or "    ")
    .. "--" .. option.name .. (option.value and " " .. option.value or "")
end

--- What help says of an option, with its choices and default.
---@param option table
---@return string
function help.option_text(option)
  local text, choices = option.help, option.choices
  if option.kind == "layers" then
    choices = {}
    for i, layer in ipairs(contract.layers_here()) do choices[i] = layer.name end
    choices[#choices + 1] = "all"
  end
  if choices then text = text .. ": " .. table.concat(choices, ", ") end
  if option.default and option.kind ~= "flag" then
    text = text .. (" (default: %s)"):format(option.default)
  end
  return text .. (option.many and "; may be repeated" or "")
end

local function inputs_of(command)
  for _, arg in ipairs(command.args) do
    if arg.inputs then
      return wrap("INPUT is a file, a folder (its .txt and .jsonl files) "
        .. "or - for stdin, which is also read without any.", 0)
    end
  end
end

--- The help of one command.
---@param command table
---@return string
function help.of(command)
  local out = { ("gloss %s - %s\n"):format(command.name, command.help),
                "usage: " .. help.usage(command) .. "\n" }
  out[#out + 1] = wrap(command.about, 0) .. "\n"
  local inputs = inputs_of(command)
  if inputs then out[#out + 1] = inputs .. "\n" end
  for _, group in ipairs(contract.options_of(command)) do
    out[#out + 1] = group.title .. ":"
    for _, option in ipairs(group) do
      out[#out + 1] = entry(option_name(option), help.option_text(option), 28)
    end
    out[#out + 1] = ""
  end
  out[#out + 1] = "Examples:"
  for _, example in ipairs(command.examples) do
    local comment = example[2] and "  # " .. example[2] .. "\n" or ""
    out[#out + 1] = comment .. "  " .. example[1]
  end
  return table.concat(out, "\n") .. "\n"
end

--- The list of commands, and the exit codes.
---@return string
function help.overview()
  local out = { "gloss - tokens, sentences, names and quotes of texts, "
    .. "for Lua scripts\n", "usage: gloss COMMAND [options] [INPUT...]\n" }
  for _, command in ipairs(contract.commands()) do
    out[#out + 1] = entry(command.name, command.help, 16)
  end
  out[#out + 1] = "\nExit codes:"
  for _, exit in ipairs(exits.list) do
    out[#out + 1] = entry(("%3d"):format(exit.code), exit.help, 8)
  end
  out[#out + 1] = "\ngloss help COMMAND says more of one."
  return table.concat(out, "\n") .. "\n"
end

--- The commands that begin with a word ("dict"), or nil where none does.
---@param word string
---@return string?
function help.group(word)
  local out = { ("usage: gloss %s COMMAND [options] ...\n"):format(word) }
  for _, command in ipairs(contract.commands()) do
    if command.name:find(word .. " ", 1, true) == 1 then
      out[#out + 1] = entry(command.name, command.help, 16)
    end
  end
  if #out == 1 then return nil end
  out[#out + 1] = ("\ngloss help %s COMMAND says more of one."):format(word)
  return table.concat(out, "\n") .. "\n"
end

--- The names of the commands, for messages.
---@return string[]
function help.names()
  local names = {}
  for i, command in ipairs(contract.commands()) do names[i] = command.name end
  return names
end

function help.run(values)
  local name = table.concat(values.COMMAND, " ")
  if name == "" then
    io.stdout:write(help.overview())
    return exits.code.done
  end
  local command = contract.command(name)
  local group = not command and help.group(name)
  if group then
    io.stdout:write(group)
    return exits.code.done
  end
  if not command then
    exits.stop("usage", 'no command "%s"%s', name,
               suggest.hint(name, help.names()))
  end
  io.stdout:write(help.of(command))
  return exits.code.done
end

return help
