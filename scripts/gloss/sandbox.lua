--- The sandbox: what a script sees, and how it is loaded. A standard script
--- computes; it cannot reach files, programs, the clock or the machine but
--- through gloss, and it cannot swallow a limit. docs/sandbox.md has the list.
local core = require "gloss.core"

local sandbox = {}

local found, host = pcall(require, "gloss.host")
if not found then host = nil end  -- stock Lua has no limits

--- Where print and io.write of a script go; the runner may replace them.
sandbox.print = print
sandbox.write = function(...) io.stdout:write(...) end

-- ---- Errors that a script cannot keep --------------------------------------

--- Passes on what a protected call returned, unless a limit was hit.
local function guard(ok, ...)
  if not ok and host and host.hit() then error((...), 0) end
  return ok, ...
end

local function safe_pcall(f, ...) return guard(pcall(f, ...)) end

--- The handler runs after the error, not inside it: there no limit could
--- stop it.
local function safe_xpcall(f, handler, ...)
  local results = table.pack(safe_pcall(f, ...))
  if results[1] then return table.unpack(results, 1, results.n) end
  return false, select(2, safe_pcall(handler, results[2]))
end

--- A coroutine is counted, too, whenever it was made.
local function watch(thread)
  if host and type(thread) == "thread" then host.watch(thread) end
  return thread
end

local function safe_resume(thread, ...)
  return guard(coroutine.resume(watch(thread), ...))
end

local function safe_close(thread)
  return guard(coroutine.close(watch(thread)))
end

--- As coroutine.wrap: an error goes on to the caller.
local function unwrap(thread, ok, ...)
  if ok then return ... end
  safe_close(thread)
  error((...), 0)
end

local function safe_wrap(f)
  local thread = coroutine.create(f)
  return function(...) return unwrap(thread, safe_resume(thread, ...)) end
end

-- ---- Functions that are not quite Lua's ------------------------------------

--- Finalizers would run outside every limit.
local function safe_setmetatable(t, metatable)
  if type(metatable) == "table" and rawget(metatable, "__gc") ~= nil then
    error("a script has no finalizers (__gc)", 2)
  end
  return setmetatable(t, metatable)
end

--- Only tables show theirs: strings and gloss's values share one each.
local function safe_getmetatable(value)
  if type(value) ~= "table" then return nil end
  return getmetatable(value)
end

--- Without addresses, which differ from run to run.
local function safe_tostring(value)
  local kind = type(value)
  if kind == "table" or kind == "function" or kind == "thread"
     or kind == "userdata" then
    local metatable = getmetatable(value)
    if type(metatable) ~= "table" then return kind end
    if metatable.__tostring == nil then
      return type(metatable.__name) == "string" and metatable.__name or kind
    end
  end
  return tostring(value)
end

local function safe_print(...)
  local words = table.pack(...)
  for i = 1, words.n do words[i] = safe_tostring(words[i]) end
  return sandbox.print(table.unpack(words, 1, words.n))
end

local function copy(t, names)
  local kept = {}
  for name in names:gmatch "%S+" do kept[name] = t[name] end
  return kept
end

--- Names a script might look for, and why it finds nothing.
local absent = {
  debug = "debug is", dofile = "dofile is", loadfile = "loadfile is",
  os = "os is", package = "package is", collectgarbage = "collectgarbage is",
}

local function explain_absent(_, name)
  if absent[name] then
    error(absent[name] .. " not in the sandbox (--sandbox off)", 2)
  end
  return nil
end

--- Text only: bytecode could do anything.
local function make_load(env)
  return function(chunk, name, mode, environment)
    if mode ~= nil and not tostring(mode):find("t", 1, true) then
      return nil, "a script loads no bytecode"
    end
    if environment == nil then environment = env end
    return load(chunk, name or "=(load)", "t", environment)
  end
end

-- ---- require ---------------------------------------------------------------

--- What of gloss a script may require; the rest opens files or lifts limits.
local open_modules = {
  "^gloss%.core$", "^gloss%.date$", "^gloss%.explain$", "^gloss%.json$",
  "^gloss%.text$",
  "^gloss%.suggest$", "^gloss%.steps$", "^gloss%.steps%.", "^gloss%.report$",
  "^gloss%.report%.", "^gloss%.statistics%.",
}

local function is_open(name)
  for _, pattern in ipairs(open_modules) do
    if name:find(pattern) then return true end
  end
  return false
end

local function index(t, name) return t[name] end

--- What of gloss.core writes files or holds up other threads.
local closed = { dict_builder = true, dict_save = true, dict_claim = true }

--- gloss.core without that; nobody can put anything into it.
local core_facade = setmetatable({}, {
  __index = function(_, name)
    if closed[name] then
      error(('"gloss.core.%s" is not in the sandbox (--sandbox off)')
            :format(name), 2)
    end
    return core[name]
  end,
  __newindex = function(_, name)
    error(('"gloss.core.%s" cannot be assigned'):format(tostring(name)), 2)
  end,
  __metatable = false,
})

--- gloss without its doors to files.
local facade
local function open_gloss()
  if facade then return facade end
  local gloss = require "gloss"
  facade = setmetatable({}, {
    __index = function(_, name)
      if name == "edge" or name == "resource" then
        error(('"gloss.%s" is not in the sandbox (--sandbox off)')
              :format(name), 2)
      end
      if name == "core" then return core_facade end
      local value = rawget(gloss, name)
      if value ~= nil then return value end
      local ok, result = pcall(index, gloss, name)
      if ok then return result end
      -- The line at fault is the script's, not the one above.
      error((tostring(result):gsub("^[^\n]-:%d+: ", "")), 2)
    end,
    __newindex = function(_, name)
      error(('"gloss.%s" cannot be assigned'):format(tostring(name)), 2)
    end,
    __metatable = false,
  })
  return facade
end

local function read_file(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local bytes, why = file:read "a"
  file:close()
  return bytes, why
end

--- A module beside the script: NAME.lua, or NAME/init.lua.
local function find_beside(folder, name)
  local path = folder .. name:gsub("%.", "/")
  for _, candidate in ipairs { path .. ".lua", path .. "/init.lua" } do
    local bytes = read_file(candidate)
    if bytes then return candidate, bytes end
  end
  return nil
end

local compile  -- below

local function make_require(env, folder)
  local loaded, loading = {}, {}
  return function(name)
    if type(name) ~= "string" then error("require: string expected", 2) end
    if name == "gloss" then return open_gloss() end
    if name:find "^gloss%." then
      if not is_open(name) then
        error(("module '%s' is not in the sandbox (--sandbox off)")
              :format(name), 2)
      end
      if not require "gloss.steps".exists(name) then
        error(("module '%s' is not part of gloss"):format(name), 2)
      end
      return name == "gloss.core" and core_facade or require(name)
    end
    if loaded[name] ~= nil then return loaded[name] end
    if loading[name] then
      error(("module '%s' requires itself"):format(name), 2)
    end
    if not name:find "^[%w_-]+[%w_.-]*$" or name:find("..", 1, true) then
      error(("'%s' is no name of a module"):format(name), 2)
    end
    local path, bytes = find_beside(folder, name)
    if not path then
      error(("no module '%s' beside the script (%s%s.lua)")
            :format(name, folder, name:gsub("%.", "/")), 2)
    end
    local chunk, message = compile(bytes, path, env)
    if not chunk then error(message, 2) end
    loading[name] = true
    local value = chunk(name, path)
    loading[name] = nil
    loaded[name] = value == nil and true or value
    return loaded[name]
  end
end

-- ---- The environment -------------------------------------------------------

--- A new environment of level standard for a script in `folder` ("" or with a
--- slash at its end).
local function standard(folder)
  local env = {
    _VERSION = _VERSION,
    assert = assert, error = error, ipairs = ipairs, rawequal = rawequal,
    rawget = rawget, rawlen = rawlen, rawset = rawset, select = select,
    tonumber = tonumber, type = type,
    next = core.next, pairs = core.pairs,
    getmetatable = safe_getmetatable, setmetatable = safe_setmetatable,
    pcall = safe_pcall, xpcall = safe_xpcall, tostring = safe_tostring,
    print = safe_print,
    io = {
      write = function(...) return sandbox.write(...) end,
      stderr = { write = function(_, ...) io.stderr:write(...) end },
    },
    math = copy(math, [[abs acos asin atan ceil cos deg exp floor fmod huge log
      max maxinteger min mininteger modf pi rad random sin sqrt tan tointeger
      type ult]]),
    string = copy(string, [[byte char find format gmatch gsub len lower match
      pack packsize rep reverse sub unpack upper]]),
    table = copy(table, "concat insert move pack remove sort unpack"),
    utf8 = copy(utf8, "char charpattern codepoint codes len offset"),
    coroutine = {
      create = coroutine.create, resume = safe_resume, wrap = safe_wrap,
      close = safe_close, isyieldable = coroutine.isyieldable,
      running = coroutine.running, status = coroutine.status,
      yield = coroutine.yield,
    },
  }
  env._G = env
  env.load = make_load(env)
  env.require = make_require(env, folder)
  return setmetatable(env, { __index = explain_absent, __metatable = false })
end

--- Lua as it is, which also finds modules beside the script.
local function off(folder)
  local path = ("%s?.lua;%s?/init.lua;"):format(folder, folder)
  if package.path:sub(1, #path) ~= path then
    package.path = path .. package.path
  end
  return _G
end

local levels = { standard = standard, off = off }

--- Compiles text; a first line with # and a BOM are passed over, and lines
--- keep their numbers.
function compile(text, path, env)
  text = text:gsub("^\xEF\xBB\xBF", ""):gsub("^#[^\n]*", "")
  return load(text, "@" .. path, "t", env)
end

-- ---- Files that gloss writes for a script ------------------------------------

--- Raises where a script of level standard may not write: it has the folder in
--- which the command runs, and those below. For functions that take a path.
---@param path string
---@param level integer as for `error`, seen from the caller
function sandbox.check_write(path, level)
  if sandbox.level ~= "standard" then return end
  if path:sub(1, 1) == "/" or ("/" .. path .. "/"):find("/../", 1, true) then
    error(("a script writes below the current folder, not to %s "
           .. "(--sandbox off)"):format(path), level + 1)
  end
end

-- ---- The door --------------------------------------------------------------

--- Random numbers repeat from run to run: the runner seeds them with what it
--- works on.
---@param text string an id of a document
function sandbox.seed(text)
  local a, b = 0x676c6f7373, #text
  for i = 1, #text do a = (a ~ text:byte(i)) * 0x100000001b3 end
  math.randomseed(a, b)
end

--- Loads a script. Every script goes through here.
---@param path string its file; messages begin with it
---@param level? "standard"|"off"
---@param chunk? string its text; read from the file when absent
---@param globals? table what it sees besides (arg, ...)
---@return function? script
---@return gloss.Error? err bad_script, with file:line
function sandbox.load(path, level, chunk, globals)
  local make = levels[level or "standard"]
  if not make then
    error(('no sandbox level "%s" (standard, off)'):format(tostring(level)), 2)
  end
  local message
  if chunk == nil then
    chunk, message = read_file(path)
    if not chunk then return nil, core.error("bad_script", message) end
  end
  sandbox.level = level or "standard"
  local env = make(path:match "^(.*/)" or "")
  for name, value in pairs(globals or {}) do rawset(env, name, value) end
  sandbox.seed ""
  local script
  script, message = compile(chunk, path, env)
  if not script then return nil, core.error("bad_script", message) end
  return script
end

return sandbox
