--- Runs documents through a worker, in order: counts, failures, quarantine,
--- progress, the last line.
--
-- A worker is made from the values of a command line alone and hands plain
-- strings back, so that each thread can have a worker in a Lua state of its
-- own. worker:process(record) returns what is to be written for the record,
-- or nil, failure { message =, at = "file:line" }.
local caller = require "gloss.caller"
local exits = require "gloss.contract.exits"
local profile = require "gloss.profile"
local reader = require "gloss.reader"

local runner = {}

local SAME_LINE = 10  -- so many documents that fail at one line end a run

local function clock() return require "gloss".edge "files".clock() end

---- Talk -----------------------------------------------------------------------

local function say(run, ...)
  if run.values.quiet then return end
  if run.shown then
    io.stderr:write "\r\27[K"
    run.shown = false
  end
  io.stderr:write("gloss: ", ...)
  io.stderr:write "\n"
end

local function rate(run, seconds)
  return seconds > 0 and run.bytes / 1e6 / seconds or 0
end

local function show_progress(run)
  if not run.progress or run.ok % 16 ~= 0 then return end
  local now = clock()
  if now - run.last_shown < 0.2 then return end
  run.last_shown, run.shown = now, true
  io.stderr:write(("\r%d documents, %d failed, %.1f MB, %.1f MB/s\27[K")
    :format(run.ok, run.failed, run.bytes / 1e6, rate(run, now - run.start)))
end

-- What --lang auto took each text for, commonest first.
local function tell_picked(run)
  local list = {}
  for code, count in pairs(run.picked) do list[#list + 1] = { code, count } end
  if #list == 0 then return end
  table.sort(list, function(a, b)
    return a[2] > b[2] or a[2] == b[2] and a[1] < b[1]
  end)
  for i, entry in ipairs(list) do list[i] = entry[1] .. " " .. entry[2] end
  say(run, "languages guessed: " .. table.concat(list, ", "))
end

local function last_line(run)
  tell_picked(run)
  local seconds = clock() - run.start
  say(run, ("%d document%s ok, %d failed, %.1f MB, %.2f s, %.1f MB/s"):format(
    run.ok, run.ok == 1 and "" or "s", run.failed, run.bytes / 1e6, seconds,
    rate(run, seconds)))
end

-- --profile: a table, asked for and so not silenced by --quiet.
local function tell_profile(run)
  if not profile.is_on() then return end
  io.stderr:write(profile.table(clock() - run.start, run.bytes))
end

-- The parts of --profile for --summary; nil where it is off.
local function summary_parts(run, seconds)
  if not profile.is_on() then return nil end
  local parts = profile.parts(seconds)
  for _, part in ipairs(parts) do
    part.mb_per_second = part.seconds >= 1e-6
      and run.bytes / 1e6 / part.seconds or require "gloss".json.null
    part.share = seconds > 0 and part.seconds / seconds or 0
  end
  return require "gloss".json.array(parts)
end

-- --summary: the file is opened before the first document.
local function write_summary(run, code)
  if not run.summary then return end
  local seconds = clock() - run.start
  local bytes = require "gloss".json.encode({
    ok = run.ok, failed = run.failed, bytes = run.bytes, seconds = seconds,
    mb_per_second = rate(run, seconds), exit = code,
    profile = summary_parts(run, seconds),
  }, { "ok", "failed", "bytes", "seconds", "mb_per_second", "exit",
       "profile" })
  run.summary:write(bytes .. "\n")
  run.summary:commit()
end

---- Failures -------------------------------------------------------------------

local function quarantine(run, record, failure)
  local folder = run.values.quarantine
  if not folder then return end
  local files = require "gloss".edge "files"
  local made, why = files.mkdir(folder)
  if not made then exits.stop("io", "--quarantine: %s", tostring(why)) end
  local name = ("%s/%06d-%s"):format(folder, record.number,
    record.id:gsub("[^%w.-]", "_"):sub(-80))
  local bytes = record.raw or record.text
  local about = require "gloss".json.encode({
    id = record.id, input = record.input, line = record.line,
    number = record.number, error = failure.message, at = failure.at,
  }, { "id", "input", "line", "number", "error", "at" })
  for suffix, content in pairs {
    [record.raw and ".jsonl" or ".txt"] = bytes, [".json"] = about .. "\n" } do
    local ok, err = files.replace(name .. suffix, content)
    if not ok then exits.stop("io", "--quarantine: %s", tostring(err)) end
  end
end

local function place_of(record)
  if record.line then
    return ("%s:%d"):format(record.input, record.line)
  end
  return record.id
end

-- Stops where every document so far failed at one line of a script.
local function check_one_line(run, failure, enough)
  if run.ok > 0 or not failure.at or run.failed < enough then return end
  if run.one_line == failure.at then
    exits.stop("script", "%s\n%s", failure.message,
      run.failed == 1 and "the only document failed there"
      or ("all of %d documents failed there"):format(run.failed))
  end
end

local function check_too_many(run)
  local most = run.values.max_failed
  local total = run.ok + run.failed
  local over
  if most.percent then
    over = run.failed > 10 and run.failed * 100 > most.number * total
  else
    over = run.failed > most.number
  end
  if over then
    exits.stop("stopped", "too many documents failed: %d of %d", run.failed,
               total)
  end
end

local function note_failure(run, record, failure)
  run.failed = run.failed + 1
  say(run, place_of(record), ": ", failure.message)
  if run.values.verbose and failure.trace then say(run, failure.trace) end
  quarantine(run, record, failure)
  if run.failed == 1 then run.one_line = failure.at end
  if failure.at ~= run.one_line then run.one_line = nil end
  run.last_failure = failure
  check_one_line(run, failure, SAME_LINE)
  check_too_many(run)
end

---- The loop -------------------------------------------------------------------

-- Limits of one document, as gloss.host takes them; false: none.
local function limits_of(values)
  local limits = { steps = values.max_steps, memory = values.max_memory,
                   seconds = values.max_time }
  return next(limits) ~= nil and limits
end

-- Works on a record under the limits. Which one was hit is the message; where
-- is by chance.
local function process(run, record, worker)
  local most = run.values.max_bytes
  if most and #record.text > most then
    return nil, { message = ("%d bytes: more than --max-bytes"):format(
      #record.text) }
  end
  if not run.limits then return worker:process(record) end
  local host = require "gloss.host"
  host.limits(run.limits)
  local result, failure = worker:process(record)
  local hit = host.hit()
  host.limits {}
  if hit then
    return nil, { message = ("limit reached: --max-%s"):format(hit) }
  end
  return result, failure
end

local function take(run, record, task)
  run.bytes = run.bytes + record.bytes
  local result, failure
  if record.failure then
    failure = { message = record.failure }
  else
    result, failure = process(run, record, task.worker)
  end
  for _, warning in ipairs(record.warnings) do
    say(run, place_of(record), ": warning: ", warning)
  end
  if record.picked then
    run.picked[record.picked] = (run.picked[record.picked] or 0) + 1
  end
  if failure then return note_failure(run, record, failure) end
  run.ok = run.ok + 1
  profile.time("write", task.emit, result, record)
end

local function loop(run, task, sources)
  if run.values.limit == 0 then return end
  local records = reader.records(sources, run.values)
  while true do
    local record = profile.time("read", records)
    if not record then break end
    take(run, record, task)
    show_progress(run)
    if run.values.limit and run.ok + run.failed >= run.values.limit then
      break
    end
  end
end

local function exit_code(run)
  if run.ok == 0 and run.failed == 0 then
    if run.values.allow_empty or run.values.limit == 0 then return 0 end
    exits.stop("stopped", "no document to read")
  end
  if run.failed == 0 then return exits.code.done end
  check_one_line(run, run.last_failure, 1)
  if run.ok == 0 then
    exits.stop("stopped", "no document could be processed")
  end
  return run.values.partial_ok and exits.code.done or exits.code.some_failed
end

-- A language without rules of its own is a thing to know, if one asks.
local function tell_language(run)
  local code = run.values.lang
  if not run.values.verbose or not code then return end
  local language = code ~= "auto" and require "gloss".language(code)
  if language and not language.pack and code ~= "und" then
    say(run, ('language "%s" has no pack of its own; read as und'):format(code))
  end
end

local function go(run, task, sources)
  if run.values.summary then
    run.summary = require "gloss.output".open(run.values.summary)
  end
  tell_language(run)
  loop(run, task, sources)
  local code = exit_code(run)
  task.finish()
  return code
end

--- Runs all documents of a command line. `task.worker`; `task.emit(result,
--- record)` writes; `task.finish()` completes the output, `task.abort()`
--- gives it up. Raises the fault that ended the run.
---@param values table of the command line
---@param task { worker: table, emit: function, finish: function, abort: function }
---@param sources? table[] of reader.sources, where they are known already
---@return integer exit code
function runner.run(values, task, sources)
  sources = sources or reader.sources(values)
  if values.profile then profile.start() end
  local run = { values = values, ok = 0, failed = 0, bytes = 0,
                picked = {}, start = clock(), last_shown = 0, shown = false,
                limits = limits_of(values) }
  run.progress = values.progress == "auto" and not values.quiet
    and require "gloss".edge "files".isatty(2)
  local ok, result = xpcall(go, function(err)
    if exits.is_fault(err) then return err end
    return debug.traceback(err, 2)
  end, run, task, sources)
  if ok then
    last_line(run)
    tell_profile(run)
    write_summary(run, result)
    return result
  end
  task.abort()
  if exits.is_fault(result) then
    if result.exit ~= exits.code.done then
      if result.message ~= "" then say(run, result.message) end
      last_line(run)
      result.message = values.quiet and result.message or nil
    end
    write_summary(run, result.exit)
  elseif run.summary then
    run.summary:abort()
  end
  error(result, 0)
end

--- The task of a worker whose strings (one or a list for each record) go to
--- one output, in order.
---@param worker table
---@param out gloss.Output
---@return table
function runner.to_output(worker, out)
  return {
    worker = worker,
    emit = function(bytes, record)
      if type(bytes) == "string" then bytes = { bytes } end
      for _, part in ipairs(bytes) do out:write(part) end
      if record.input == "-" then out:flush() end
    end,
    finish = function() out:commit() end,
    abort = function() out:abort() end,
  }
end

--- Does standard output take colours?
---@param values table of the command line
---@return boolean
function runner.colour(values)
  if values.color ~= "auto" then return values.color == "always" end
  local no = os.getenv "NO_COLOR"
  return not values.output and not (no and no ~= "")
    and require "gloss".edge "files".isatty(1)
end

--- The message of an error, for a handler of xpcall. Errors that are values
--- (nil, err and then assert) mostly do not know their line (`err.place`): the
--- script's is put first.
---@param err any
---@return string
function runner.message(err)
  if type(err) == "string" then return err end
  local meta = getmetatable(err)
  local said = type(meta) == "table" and meta.__tostring and tostring(err)
    or type(err) == "number" and tostring(err)
    or "an error that is a " .. type(err)
  if type(err) == "table" and rawget(err, "place") then return said end
  local place = caller.place(2)
  return place and place .. ": " .. said or said
end

--- Calls f(...) for one document: its results, or nil, failure. Faults of the
--- command pass through.
---@param f function
---@return any result
---@return { message: string, at?: string, trace?: string }? failure
function runner.guard(f, ...)
  local ok, result, why = xpcall(f, function(err)
    if exits.is_fault(err) then return err end
    local message = runner.message(err)
    return { message = message, at = message:match "^(.-:%d+):",
             trace = debug.traceback(nil, 2) }
  end, ...)
  if ok then
    if result == nil then return nil, { message = why } end
    return result
  end
  if exits.is_fault(result) then error(result, 0) end
  -- Where memory has run out, no handler runs.
  return nil, type(result) == "table" and result
    or { message = tostring(result) }
end

return runner
