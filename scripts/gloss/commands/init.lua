--- The program: finds the command, runs it, turns what it raises into a
--- message and an exit code.
local exits = require "gloss.contract.exits"

local commands = {}

local CLOSED = require "gloss.output".CLOSED

local HELP = { ["-h"] = "help", ["--help"] = "help", ["--version"] = "version" }

-- The command that argv begins with ("dict build" has two words), and the rest.
local function find(argv)
  local contract = require "gloss.contract"
  local first = HELP[argv[1]] or argv[1]
  local two = argv[2] and contract.command(first .. " " .. argv[2])
  if two then return two, table.move(argv, 3, #argv, 1, {}) end
  local command = contract.command(first)
  if command then return command, table.move(argv, 2, #argv, 1, {}) end
  local names = require "gloss.commands.help".names()
  local said = argv[1]
  for _, name in ipairs(names) do
    if name:find(first .. " ", 1, true) == 1 then
      said = table.concat(argv, " ", 1, math.min(#argv, 2))
    end
  end
  exits.stop("usage", 'no command "%s"%s\nTry: gloss help', said,
             require "gloss.suggest".hint(said, names))
end

-- "gloss dict" and "gloss dict --help" list what there is. The exit code, or
-- nil where something else is meant.
local function show_group(argv)
  local asked = argv[2] == "--help" or argv[2] == "-h"
  if argv[2] and not asked then return nil end
  if require "gloss.contract".command(HELP[argv[1]] or argv[1]) then return nil end
  local text = require "gloss.commands.help".group(argv[1])
  if not text then return nil end
  if asked then
    io.stdout:write(text)
    return exits.code.done
  end
  io.stderr:write(text)
  return exits.code.usage
end

local function run(argv)
  if #argv == 0 then
    io.stderr:write(require "gloss.commands.help".overview())
    return exits.code.usage
  end
  local shown = show_group(argv)
  if shown then return shown end
  local command, rest = find(argv)
  local values = require "gloss.options".parse(command, rest)
  if values.help then
    io.stdout:write(require "gloss.commands.help".of(command))
    return exits.code.done
  end
  return require("gloss.commands." .. command.module).run(values, command)
end

-- A fault passes as it is; anything else is a mistake in gloss itself.
local function explain(err)
  if exits.is_fault(err) then return err end
  return { exit = exits.code.script, message =
    debug.traceback("internal error: " .. tostring(err), 2) }
end

--- Runs a command line.
---@param argv string[] what stands behind "gloss"
---@return integer exit code
function commands.main(argv)
  local ok, result = xpcall(run, explain, argv)
  if ok then
    local flushed, why, code = io.stdout:flush()
    if flushed or code == CLOSED then return result end
    result = { exit = exits.code.io, message = "standard output: " .. why }
  end
  if result.message and result.message ~= "" then
    io.stderr:write("gloss: ", result.message, "\n")
  end
  return result.exit
end

return commands
