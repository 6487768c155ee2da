--- What a job does in one Lua state: documents in, rows out as strings, groups
--- kept until they are asked for. Strings and plain values are all that goes
--- in and out, so that several states can share the work.
local exits = require "gloss.contract.exits"
local pack = require "gloss.pack"
local profile = require "gloss.profile"
local reader = require "gloss.reader"
local runner = require "gloss.runner"
local sandbox = require "gloss.sandbox"
local step = require "gloss.step"
local tables = require "gloss.tables"
local writers = require "gloss.writers"

local worker = {}

---@class gloss.JobWorker
---@field p table the parameters
local Worker = {}
Worker.__index = Worker

-- Codes of errors that mean: a dictionary, pattern or language does not load.
local DATA = { bad_dict = true, bad_entry = true, bad_source = true,
               bad_regex = true, bad_pattern = true, bad_language = true }

--- Calls f(...) for a script; what it raises ends the command.
---@param f function
function worker.call(f, ...)
  local ok, result = xpcall(f, function(err)
    if exits.is_fault(err) then return err end
    local data = type(err) ~= "string" and DATA[err.code]
    return { exit = data and "data" or "script", message = runner.message(err) }
  end, ...)
  if ok then return result end
  if exits.is_fault(result) then error(result, 0) end
  exits.stop(result.exit, "%s", result.message)
end

-- What a script prints while it works is talk: it goes to stderr.
local function print_as(head)
  sandbox.print = function(...)
    local words = table.pack(...)
    for i = 1, words.n do words[i] = tostring(words[i]) end
    io.stderr:write(head, table.concat(words, "\t"), "\n")
  end
  sandbox.write = function(...) io.stderr:write(...) end
end

local function one_document(self, record)
  local doc, why = reader.document(record)
  if not doc then return nil, why end
  print_as(doc.id .. ": ")
  sandbox.seed(doc.id)
  self.rows = {}
  self.apply(doc)
  profile.time("map", self.job.map, doc, self.out, self.p)
  doc:close()
  return true
end

-- Rows of tables without reducers by table; the others go to their groups.
local function sort_rows(self, record)
  local result = {}
  for name in pairs(self.plain) do result[name] = {} end
  for order, row in ipairs(self.rows) do
    local name = row.def.name
    if self.groups[name] then
      self.groups[name]:add(row.values, record.number, order)
    else
      table.insert(result[name], row.values)
    end
  end
  return result
end

-- Rows go out, or stay here in groups. Nothing of a document that failed
-- half-way comes this far. Where a reducer of the script fails, groups are half
-- done, and the run ends.
local function settle(self, record)
  local result = worker.call(sort_rows, self, record)
  for name, rows in pairs(result) do result[name] = self.encode(name, rows) end
  return result
end

--- Runs the job on one record.
---@param record gloss.Record
---@return table<string, string>? rows by table, as the worker was told
---@return table? failure
function Worker:process(record)
  local ok, failure = runner.guard(one_document, self, record)
  print_as ""
  if not ok then return nil, failure end
  return settle(self, record)
end

--- The groups of this worker, packed, by table.
---@return table<string, string>
function Worker:dump()
  local dumps = {}
  for name, groups in pairs(self.groups) do dumps[name] = groups:dump() end
  return dumps
end

-- How rows leave the worker: as lines of a format, or packed.
local function encoder(job, format)
  local writer = format and writers.get(format)
  if not (writer and writer.streams) then
    return function(_, rows) return pack.pack(rows) end
  end
  return function(name, rows)
    local lines, columns = {}, job.tables[name].columns
    for i, values in ipairs(rows) do lines[i] = writer.row(columns, values) end
    return table.concat(lines)
  end
end

-- The dictionary of the parameters must be there, if it is a file.
local function check_dict(job, p)
  local path = job.params.dict ~= nil and p.dict
  if type(path) ~= "string" or path == "" or path:find "^builtin:" then return end
  if not require "gloss".edge "files".stat(path) then
    exits.stop("usage", "no dictionary %s; choose one with -d FILE", path)
  end
end

--- A worker for a job; raises a fault where parameters or steps are wrong.
---@param job gloss.Job
---@param values table of the command line
---@param folder string of the script, with "/" at its end
---@param format? string of the lines that it makes; nil: packed rows
---@return gloss.JobWorker
function worker.new(job, values, folder, format)
  local self = setmetatable({ job = job, groups = {}, plain = {} }, Worker)
  self.p = job:parameters(values, folder)
  check_dict(job, self.p)
  self.apply = worker.call(function()
    return step.prepare(job:checked_steps(self.p))
  end)
  self.encode = encoder(job, format)
  self.out = job:outputs(function(def, row)
    self.rows[#self.rows + 1] = { def = def, values = row }
  end)
  for name, def in pairs(job.tables) do
    if #def.reduced > 0 then
      self.groups[name] = tables.groups(def)
    else
      self.plain[name] = true
    end
  end
  return self
end

return worker
