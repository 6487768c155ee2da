--- Dictionaries as the tools open them: compiled files, sources, and sources
--- as they stood in a revision of git.
local compiler = require "gloss.dictionary.compiler"
local exits = require "gloss.contract.exits"
local gloss = require "gloss"
local records = require "gloss.dictionary.records"
local revision = require "gloss.dictionary.revision"
local source = require "gloss.dictionary.source"

local opened = {}

--- Is it a compiled dictionary?
---@param path string
---@return boolean
function opened.is_compiled(path)
  local file = io.open(path, "rb")
  local head = file and file:read(8)
  if file then file:close() end
  return head == "gloss\ndc"
end

--- Compiles sources in memory.
---@param list { name: string, bytes: string }[]
---@param overlay boolean?
---@return gloss.Dictionary?
---@return table|gloss.Error tests of the sources, or what is wrong
function opened.compile(list, overlay)
  local new = gloss.dict.new()
  new.sink = compiler.new { overlay = overlay }
  for _, one in ipairs(list) do
    source.read_bytes(one.name, one.bytes, new.sink)
  end
  local tests = new.sink.tests
  local dict, err = new:open()
  if not dict then return nil, err end
  return dict, tests
end

--- What an argument stands for: sources (of a path or a revision), or nothing
--- where it is a compiled file.
---@param argument string
---@return { name: string, bytes: string }[]?
function opened.sources(argument)
  local list = revision.parse(argument)
  if list then return list end
  if opened.is_compiled(argument) then return nil end
  return records.sources { argument }
end

--- An argument that is a revision alone, made REV:PATH by what it is compared
--- with; any other as it is.
---@param argument string
---@param other string
---@return string
function opened.beside(argument, other)
  if not gloss.edge "files".stat(argument) and not argument:find(":", 1, true)
     and revision.exists(argument, other) then
    return argument .. ":" .. other
  end
  return argument
end

--- Opens what an argument stands for; stops the program where it cannot.
---@param argument string
---@return gloss.Dictionary
function opened.dictionary(argument)
  local list = opened.sources(argument)
  local dict, err
  if list then dict, err = opened.compile(list)
  else dict, err = gloss.dict.open(argument) end
  if not dict then exits.stop("data", "%s", tostring(err)) end
  return dict
end

--- A function that links documents with a dictionary, as `gloss entities` does.
---@param dict gloss.Dictionary
---@return fun(doc: gloss.Document)
function opened.linker(dict)
  local step = require "gloss.step"
  return step.prepare(assert(step.check { gloss.link { dict = dict } }))
end

return opened
