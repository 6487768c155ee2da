--- gloss run: a job over documents, or a plain script.
local exits = require "gloss.contract.exits"
local job = require "gloss.job"
local reader = require "gloss.reader"
local results = require "gloss.results"
local runner = require "gloss.runner"
local sandbox = require "gloss.sandbox"
local worker = require "gloss.worker"

local run = {}

local function load_script(values)
  local path = values.SCRIPT
  local stat, err = require "gloss".edge "files".stat(path)
  if not stat then exits.stop("usage", "%s", tostring(err)) end
  if stat.kind == "directory" then
    exits.stop("usage", "%s is a folder, not a script", path)
  end
  local globals = { arg = values.inputs }
  if values.sandbox == "off" then
    globals.print = function(...) return sandbox.print(...) end
  end
  local chunk, why = sandbox.load(path, values.sandbox, nil, globals)
  if not chunk then exits.stop("script", "%s", tostring(why)) end
  return chunk
end

--- Runs a job over the inputs of a command line.
---@param made gloss.Job
---@param values table
---@param folder string of the script, with "/" at its end
---@return integer exit code
function run.job(made, values, folder)
  local plan = results.plan(made, values)
  local sources = reader.sources(values)
  local hand = worker.new(made, values, folder,
                          results.line_format(made, plan))
  local out = results.open(made, plan)  -- last: all else is known to be right
  return runner.run(values, {
    worker = hand,
    emit = function(result) out:emit(result) end,
    finish = function()
      out:merge(hand:dump())
      out:finish(hand.p)
    end,
    abort = function() out:abort() end,
  }, sources)
end

-- What a plain script prints is data.
local function print_data()
  local say = require "gloss.output".say
  sandbox.write = say
  sandbox.print = function(...)
    local words = table.pack(...)
    for i = 1, words.n do words[i] = tostring(words[i]) end
    say(table.concat(words, "\t"), "\n")
  end
end

function run.run(values)
  print_data()
  local chunk = load_script(values)
  require "gloss.docs".values = values
  local made = worker.call(chunk, table.unpack(values.inputs))
  if made == nil then return require "gloss.docs".exit_code(values) end
  if not job.is(made) then
    exits.stop("script", "%s returned a %s, not a job: return gloss.job {...}",
               values.SCRIPT, type(made))
  end
  return run.job(made, values, values.SCRIPT:match "^(.*/)" or "")
end

return run
