--- Sources as they stood in a revision of git: REV, or REV:PATH.
local exits = require "gloss.contract.exits"

local revision = {}

local function quote(s) return "'" .. s:gsub("'", "'\\''") .. "'" end

-- What git prints; nil where it fails.
local function git(...)
  local words = { "git" }
  for i, word in ipairs { ... } do words[i + 1] = quote(word) end
  local pipe = io.popen(table.concat(words, " ") .. " 2>/dev/null", "r")
  if not pipe then return nil end
  local text = pipe:read "a"
  return pipe:close() and text or nil
end

--- Does git know the revision?
---@param name string
---@return boolean
function revision.exists(name)
  return name:sub(1, 1) ~= "-"
    and git("rev-parse", "--verify", "--quiet", name .. "^{tree}") ~= nil
end

--- The kinds of file that a folder of sources may hold.
local READ = { tsv = true, csv = true, txt = true, jsonl = true,
               ndjson = true, lua = true }

local function is_source(path)
  local name = "/" .. path
  return READ[(path:match "%.(%w+)$" or ""):lower()]
    and not name:find "/%."
end

-- git's own form of a path: relative to the working directory.
local function relative(path)
  if path:sub(1, 1) == "/" then
    local top = (git("rev-parse", "--show-toplevel") or ""):gsub("\n", "")
    if path:sub(1, #top + 1) == top .. "/" then
      return ":(top)" .. path:sub(#top + 2)
    end
    return path
  end
  return path:gsub("/+$", "")
end

-- Paths of the files below `path` in a revision, from the top of the tree.
local function list_files(rev, path)
  local listed = git("ls-tree", "-r", "-z", "--name-only", "--full-name", rev,
                     "--", (relative(path):gsub("^:%(top%)", "")))
  local files = {}
  for name in (listed or ""):gmatch "[^\0]+" do files[#files + 1] = name end
  return files
end

--- The sources that stood at `path` in a revision; empty where none did.
---@param rev string
---@param path string a file or a folder, seen from the working directory
---@return { name: string, bytes: string }[]
function revision.sources(rev, path)
  local list = {}
  local files = list_files(rev, path)
  for _, name in ipairs(files) do
    if #files == 1 or is_source(name) then
      local bytes = git("cat-file", "blob", rev .. ":" .. name)
      if bytes then
        list[#list + 1] = { name = rev .. ":" .. name, bytes = bytes }
      end
    end
  end
  return require "gloss.dictionary.records".sort(list)
end

--- What an argument that may be REV:PATH stands for; nil where it is a path.
---@param argument string
---@return { name: string, bytes: string }[]? sources
function revision.parse(argument)
  local rev, path = argument:match "^([^:]+):(.+)$"
  if not rev or argument:match "^builtin:" or not revision.exists(rev) then
    return nil
  end
  local list = revision.sources(rev, path)
  if #list == 0 then
    exits.stop("usage", "%s: no such file in that revision", argument)
  end
  return list
end

return revision
