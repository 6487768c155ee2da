--- Sources as they stood in a revision of git: REV, or REV:PATH.
local exits = require "gloss.contract.exits"

local revision = {}

local function quote(s) return "'" .. s:gsub("'", "'\\''") .. "'" end

-- What git prints in a folder; nil where it fails.
local function git(folder, ...)
  local words = { "git -C " .. quote(folder) }
  for i, word in ipairs { ... } do words[i + 1] = quote(word) end
  local pipe = io.popen(table.concat(words, " ") .. " 2>/dev/null", "r")
  if not pipe then return nil end
  local text = pipe:read "a"
  return pipe:close() and text or nil
end

-- Where git is to be asked about a path, and what the path is called there:
-- the working directory may be in another tree than the path.
local function locate(path)
  local info = require "gloss".edge "files".stat(path)
  if info and info.kind == "directory" then return path, "." end
  local folder, name = path:match "^(.*)/([^/]+)/*$"
  if not folder then return ".", path end
  return folder == "" and "/" or folder, name
end

--- Does git know the revision, in the tree of a path?
---@param name string
---@param path string? the working directory
---@return boolean
function revision.exists(name, path)
  return name:sub(1, 1) ~= "-" and git(locate(path or "."), "rev-parse",
    "--verify", "--quiet", name .. "^{tree}") ~= nil
end

--- The kinds of file that a folder of sources may hold.
local READ = { tsv = true, csv = true, txt = true, jsonl = true,
               ndjson = true, lua = true }

local function is_source(path)
  local name = "/" .. path
  return READ[(path:match "%.(%w+)$" or ""):lower()]
    and not name:find "/%."
end

-- Paths of the files below `name` in a revision, seen from the folder.
local function list_files(rev, folder, name)
  local listed = git(folder, "ls-tree", "-r", "-z", "--name-only", rev, "--",
                     name)
  local files = {}
  for file in (listed or ""):gmatch "[^\0]+" do files[#files + 1] = file end
  return files
end

--- The sources that stood at `path` in a revision; empty where none did.
---@param rev string
---@param path string a file or a folder, seen from the working directory
---@return { name: string, bytes: string }[]
function revision.sources(rev, path)
  local list = {}
  local folder, name = locate(path)
  local before = folder == "." and "" or folder:gsub("/*$", "/")
  for _, file in ipairs(list_files(rev, folder, name)) do
    local bytes = (file == name or is_source(file))
      and git(folder, "cat-file", "blob", rev .. ":./" .. file)
    if bytes then
      list[#list + 1] = { name = rev .. ":" .. before .. file, bytes = bytes }
    end
  end
  return require "gloss.dictionary.records".sort(list)
end

--- What an argument that may be REV:PATH stands for; nil where it is a path.
---@param argument string
---@return { name: string, bytes: string }[]? sources
function revision.parse(argument)
  local rev, path = argument:match "^([^:]+):(.+)$"
  if not rev or argument:match "^builtin:" or not revision.exists(rev, path) then
    return nil
  end
  local list = revision.sources(rev, path)
  if #list == 0 then
    exits.stop("usage", "%s: no such file in that revision", argument)
  end
  return list
end

return revision
