--- Other people's dictionaries as tables of gloss, in a folder.
---
--- A format is a module of this folder: help, columns (of metadata), and
--- read(input, out, options). What a reader cannot say in gloss's tables it
--- hands to out:left(line, why, text): nothing is lost in silence.
local gloss = require "gloss"
local exits = require "gloss.contract.exits"
local folder = require "gloss.dictionary.import.folder"
local tables = require "gloss.dictionary.tables"

local import = {}

--- In the order of help.
import.formats = { "csv", "entityruler", "flashtext", "gate", "liwc",
                   "petrarch", "quanteda", "regexner", "wikidata" }

---@class gloss.ImportInput
---@field path string
---@field name string without folders
local Input = {}
Input.__index = Input

--- The whole text as UTF-8 with LF. A file that is none ends the command.
---@return string
function Input:text()
  local bytes, err = gloss.edge "files".read(self.path)
  if not bytes then exits.stop("usage", "%s", tostring(err)) end
  local text, message, line = tables.decode(bytes)
  if not text then
    exits.stop("data", "%s:%d: %s", self.path, line or 1, message)
  end
  return text
end

--- Its lines, one at a time, without what ends them: line, number.
---@return fun(): string?, integer?
function Input:lines()
  local number, at, text = 0, 1, self:text()
  return function()
    if at > #text then return nil end
    local stop = text:find("\n", at, true) or #text + 1
    local line = text:sub(at, stop - 1)
    at, number = stop + 1, number + 1
    return line, number
  end
end

--- The same, read as they come: for files that do not fit into memory.
---@return fun(): string?, integer?
function Input:stream()
  local handle, err = io.open(self.path, "rb")
  if not handle then exits.stop("usage", "%s", err) end
  local number = 0
  return function()
    local line = handle:read "L"
    if not line then
      handle:close()
      return nil
    end
    number = number + 1
    return (line:gsub("\r?\n$", "")), number
  end
end

--- A file that this one names, or nil.
---@param name string relative to the folder of this one
---@return gloss.ImportInput?
function Input:beside(name)
  local path = (self.path:match "^.*/" or "") .. name
  local stat = gloss.edge "files".stat(path)
  return stat and stat.kind == "file" and import.input(path) or nil
end

---@param path string
---@return gloss.ImportInput
function import.input(path)
  return setmetatable({ path = path, name = path:match "[^/]*$" }, Input)
end

--- The module of a format.
---@param format string
---@return table
function import.get(format)
  return require("gloss.dictionary.import." .. format)
end

--- Reads files of a format and writes the tables of a folder.
---@param format string
---@param paths string[]
---@param target string the folder
---@param options { map?: table<string, string>, type?: string, lang?: string }
---@return gloss.ImportCounts counts
function import.run(format, paths, target, options)
  local reader = import.get(format)
  local out = folder.new(target, options)
  local ok, fault = xpcall(function()
    for _, path in ipairs(paths) do
      local input = import.input(path)
      out.input = input
      reader.read(input, out, options)
    end
    out:finish(reader.keep_order)
  end, function(err)
    return exits.is_fault(err) and err or debug.traceback(err, 2)
  end)
  if not ok then
    out:abort()
    error(fault, 0)
  end
  return out.counts
end

return import
