--- What a job's `finish(tables, out, p)` sees: rows by the names of their
--- columns, and files to write to. It gets no more of a file than `write`.
local output = require "gloss.output"
local suggest = require "gloss.suggest"

local finish = {}

-- The rows of one table: rows[i].column, pairs(row), `for row in rows do`.
local function as_records(def, rows)
  local index, columns = {}, def.columns
  for i, name in ipairs(columns) do index[name] = i end
  local Record = {}
  function Record.__index(row, name)
    local i = index[name]
    if i then return rawget(row, i) end
    if type(name) == "number" then return nil end
    error(('table %s: no column "%s"%s'):format(def.name, tostring(name),
      suggest.hint(tostring(name), columns)), 2)
  end
  function Record.__pairs(row)
    local i = 0
    return function()
      i = i + 1
      return columns[i], rawget(row, i)
    end
  end
  local place, records = {}, {}
  for i, row in ipairs(rows) do
    records[i] = setmetatable(row, Record)
    place[row] = i
  end
  return setmetatable(records, { __call = function(_, _, last)
    return records[last and place[last] + 1 or 1]
  end })
end

--- The tables of a job, finished; an unknown one raises.
---@param job gloss.Job
---@param rows table<string, table[]> lists of values by table
---@return table<string, table>
function finish.tables(job, rows)
  local all = {}
  for name, list in pairs(rows) do
    all[name] = as_records(job.tables[name], list)
  end
  return setmetatable(all, { __index = function(_, name)
    error(('the job has no table "%s"%s'):format(tostring(name),
      suggest.hint(tostring(name), job.table_names)), 2)
  end })
end

-- Writes strings, numbers and spans to a file, for a script.
local function write(file, ...)
  local parts = table.pack(...)
  for i = 1, parts.n do
    local part = parts[i]
    local meta = getmetatable(part)
    if type(meta) == "table" and meta.__name == "gloss.span" then
      parts[i] = part.text
    elseif type(part) ~= "string" and type(part) ~= "number" then
      error(("write takes strings, numbers and spans, not a %s"):format(
        type(part)), 3)
    end
  end
  file:write(table.concat(parts))
end

-- A file of a script lies in the folder, beside those of the tables.
local function check_name(results, name)
  if not output.is_name(name) then
    error(('out:file: "%s" cannot be the name of a file'):format(
      tostring(name)), 3)
  end
  for _, file in pairs(results.files) do
    if file.name == results.plan.folder .. name then
      error(('out:file: "%s" is the file of a table'):format(name), 3)
    end
  end
end

--- The files of `finish`, which appear when all is done: out:write(...) and
--- out:file(name):write(...).
---@param results gloss.Results its `extra` keeps them, by name
---@return table
function finish.out(results)
  local out, plan = {}, results.plan
  local function open(key)
    results.extra[key] = results.extra[key] or output.open(
      plan.folder and plan.folder .. key or plan.path)
    return results.extra[key]
  end
  function out.file(_, name)
    if plan.folder then check_name(results, name) end
    local file = open(plan.folder and name or "")
    return { write = function(self, ...)
      write(file, ...)
      return self
    end }
  end
  function out.write(self, ...)
    if plan.folder then
      error("with -o FOLDER/ say which file: out:file(NAME):write(text)", 2)
    end
    write(open "", ...)
    return self
  end
  return out
end

return finish
