--- From sources to a dictionary: in memory, or as a file.
local gloss = require "gloss"
local builtin = require "gloss.dictionary.builtin"
local compiler = require "gloss.dictionary.compiler"
local source = require "gloss.dictionary.source"

local build = {}

local BUILTIN = "^builtin:(.+)$"
--- Entities whose sources are better let go of before they are compiled.
local MANY = 100000

--- Reads sources into a sink: files, folders, "builtin:NAME".
---@param paths string[]
---@param sink table
---@return true? ok
---@return gloss.Error? err
function build.read(paths, sink)
  for _, path in ipairs(paths) do
    local name = path:match(BUILTIN)
    if name then
      local parts, err = builtin.parts(name)
      if not parts then return nil, err end
      for _, part in ipairs(parts) do
        source.read_bytes(part.name, part.bytes, sink)
      end
    else
      local files, err = source.files(path)
      if not files then return nil, err end
      for _, file in ipairs(files) do
        local ok
        ok, err = source.read_file(file, sink)
        if not ok then return nil, err end
      end
    end
  end
  return true
end

--- What the sources are now: a key under which their compiled form may be
--- shared. nil where one cannot be read.
---@param paths string[]
---@param overlay boolean?
---@return string? key
---@return gloss.Error? err
function build.key(paths, overlay)
  local files = gloss.edge "files"
  local parts = { "source", tostring(overlay or false) }
  for _, path in ipairs(paths) do
    if path:match(BUILTIN) then parts[#parts + 1] = path
    else
      local list, err = source.files(path)
      if not list then return nil, err end
      for _, file in ipairs(list) do
        local info = files.stat(file)
        parts[#parts + 1] = ("%s %s %s"):format(file, info and info.size,
                                                info and info.mtime)
      end
    end
  end
  return table.concat(parts, "\n")
end

--- Compiles sources.
---@param paths string[]
---@param options? { overlay?: boolean, variants?: boolean }
---@return table? compiler with its builder filled; nil on a fault
---@return gloss.Error? err bad_source, bad_entry, io
function build.compile(paths, options)
  local sink = compiler.new(options)
  local ok, err = build.read(paths, sink)
  if not ok then return nil, err end
  ok, err = sink:finish()
  if not ok then return nil, err end
  if sink.entities > MANY then collectgarbage() end
  return sink
end

--- Compiles sources to a file, which is replaced by rename.
---@param paths string[]
---@param output string
---@param options? { overlay?: boolean, variants?: boolean }
---@return { entities: integer, bytes: integer }? made
---@return gloss.Error? err
function build.file(paths, output, options)
  local sink, err = build.compile(paths, options)
  if not sink then return nil, err end
  local size
  size, err = gloss.core.dict_save(sink.builder, output)
  if not size then return nil, err end
  return { entities = sink.entities, bytes = size }
end

return build
