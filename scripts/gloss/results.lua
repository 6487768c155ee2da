--- The tables of a run on their way out: lines as they come, or all rows at
--- the end; then what the job's `finish` writes.
local exits = require "gloss.contract.exits"
local finish = require "gloss.finish"
local output = require "gloss.output"
local pack = require "gloss.pack"
local suggest = require "gloss.suggest"
local tables = require "gloss.tables"
local worker = require "gloss.worker"
local writers = require "gloss.writers"

local results = {}

local function files() return require "gloss".edge "files" end

local function is_folder(path)
  if path:sub(-1) == "/" then return true end
  local stat = files().stat(path)
  return stat ~= nil and stat.kind == "directory"
end

---@class gloss.Plan
---@field folder? string with "/" at its end: a file for each table
---@field path? string one file; neither: standard output
---@field format? string nil: `finish` alone writes

--- Where the results go and in which format; raises a fault where that cannot
--- be told.
---@param job gloss.Job
---@param values table of the command line
---@return gloss.Plan
function results.plan(job, values)
  local path = values.output
  if path and is_folder(path) then
    return { folder = path:gsub("/*$", "/"), format = values.to or "jsonl" }
  end
  if job.finish or #job.table_names == 0 then
    if values.to then
      exits.stop("usage", "-t %s: what this job writes is not a table; "
        .. "tables go to -o FOLDER/", values.to)
    end
    return { path = path }
  end
  if #job.table_names > 1 then
    exits.stop("usage", "the job has %d tables (%s): choose -o FOLDER/",
               #job.table_names, table.concat(job.table_names, ", "))
  end
  local format = values.to or path and writers.format_of(path)
  if path and not format then
    exits.stop("usage", "-o %s: no format has this suffix; choose one with "
      .. "-t", path)
  end
  return { path = path, format = format
           or files().isatty(1) and "text" or "jsonl" }
end

---@class gloss.Results
local Results = {}
Results.__index = Results

local function open_table(self, name)
  local def, plan = self.job.tables[name], self.plan
  local grouped = #def.reduced > 0
  if plan.folder and not output.is_name(name) then  -- changed since it was made
    exits.stop("script", "%s: no file can be called like the table", name)
  end
  if plan.format then
    self.files[name] = output.open(plan.folder
      and plan.folder .. name .. "." .. self.writer.suffix or plan.path)
  end
  if grouped then
    self.groups[name] = tables.groups(def)
  elseif self.streams then
    self.files[name]:write(self.writer.head(def.columns))
  else
    self.rows[name] = {}
  end
end

-- Does the format make lines, row by row?
local function streams(job, plan)
  return plan.format ~= nil and not job.finish
    and writers.get(plan.format).streams
end

--- The format in which workers make lines; nil: packed rows.
---@return string?
function results.line_format(job, plan)
  return streams(job, plan) and plan.format or nil
end

--- Opens the files of a plan.
---@param job gloss.Job
---@param plan gloss.Plan
---@return gloss.Results
function results.open(job, plan)
  local self = setmetatable({ job = job, plan = plan, files = {}, rows = {},
                              groups = {}, extra = {} }, Results)
  if plan.folder then
    local ok, err = files().mkdir(plan.folder)
    if not ok then exits.stop("usage", "cannot write: %s", tostring(err)) end
  end
  self.writer = plan.format and writers.get(plan.format)
  self.streams = streams(job, plan)
  for _, name in ipairs(job.table_names) do open_table(self, name) end
  return self
end

--- Takes what a worker made of one document.
---@param result table<string, string> by table
function Results:emit(result)
  for _, name in ipairs(self.job.table_names) do
    local bytes = result[name]
    if bytes and self.streams then
      self.files[name]:write(bytes)
    elseif bytes then
      local rows, new = self.rows[name], pack.unpack(bytes)
      table.move(new, 1, #new, #rows + 1, rows)
    end
  end
end

--- Takes the groups of a worker in.
---@param dumps table<string, string> by table
function Results:merge(dumps)
  for name, bytes in pairs(dumps) do
    worker.call(self.groups[name].merge, self.groups[name], bytes)
  end
end

local function write_rows(self, name, rows)
  local file, columns = self.files[name], self.job.tables[name].columns
  if self.writer.page then
    return file:write(self.writer.page(columns, rows))
  end
  file:write(self.writer.head(columns))
  for _, values in ipairs(rows) do
    file:write(self.writer.row(columns, values))
  end
end

local function each_file(self, f)
  for _, group in ipairs { self.files, self.extra } do
    for _, name in ipairs(suggest.keys(group)) do f(group[name]) end
  end
end

--- Writes what waited for the end and completes the files.
---@param p table the parameters
function Results:finish(p)
  local rows = self.rows
  for name, groups in pairs(self.groups) do
    rows[name] = worker.call(groups.rows, groups)
  end
  if self.plan.format then
    for _, name in ipairs(self.job.table_names) do
      if rows[name] then write_rows(self, name, rows[name]) end
    end
  end
  if self.job.finish then
    worker.call(self.job.finish, finish.tables(self.job, rows),
                finish.out(self), p)
  end
  each_file(self, function(file) file:commit() end)
end

--- Gives the files up.
function Results:abort()
  each_file(self, function(file) file:abort() end)
end

return results
