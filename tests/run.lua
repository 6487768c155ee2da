-- run.lua - runs every test and ends with one line: N passed, N failed.
--
-- Environment: BUILD (build), SANITIZE (set: the Lua tests run with the
-- address sanitizer preloaded). Exit status 1 where anything failed.

local build = os.getenv("BUILD") or "build"
local sanitize = os.getenv("SANITIZE") == "1"

local passed, failed = 0, 0
local log_name = os.tmpname()

local function lines_of(command)
  local pipe = assert(io.popen(command))
  local lines = {}
  for line in pipe:lines() do lines[#lines + 1] = line end
  pipe:close()
  return lines
end

-- A test that hangs is a test that failed.
local PATIENCE = sanitize and 600 or 180

--- Runs a command; returns its whole output and whether it ended well.
local function run(command)
  local ok = os.execute(("timeout -k 5 %d sh -c '%s' >%s 2>&1"):format(PATIENCE, command:gsub("'", "'\\''"), log_name))
  local file = assert(io.open(log_name, "rb"))
  local output = file:read("a")
  file:close()
  return output, ok == true
end

--- Adds what a program counted; one that died without a failure counts one.
local function add(name, good, bad, output, ended_well)
  if bad == 0 and not ended_well then bad = 1 end
  if good + bad == 0 then bad = 1 end
  passed, failed = passed + good, failed + bad
  io.write(("%-44s %5d passed%s\n"):format(name, good,
    bad > 0 and (", %d FAILED"):format(bad) or ""))
  if bad > 0 then io.write(output, "\n") end
  io.flush()
end

local function sum(output, pattern)
  local n = 0
  for count in output:gmatch(pattern) do n = n + tonumber(count) end
  return n
end

local function cmocka(program)
  local output, ok = run(program)
  add(program:match("[^/]+$"), sum(output, "%[  PASSED  %] (%d+) test"),
    sum(output, "%[  FAILED  %] (%d+) test"), output, ok)
end

--- A program of ours whose last line is "N passed, N failed".
local function script(command, name)
  local output, ok = run(command)
  local good, bad = output:match("(%d+) passed, (%d+) failed%s*$")
  add(name, tonumber(good) or 0, tonumber(bad) or 0, output, ok and good ~= nil)
end

local preload = ""
if sanitize then
  preload = "ASAN_OPTIONS=detect_leaks=1:suppressions= LSAN_OPTIONS=report_objects=1 LD_PRELOAD="
    .. lines_of("gcc -print-file-name=libasan.so")[1] .. ":"
    .. lines_of("gcc -print-file-name=libubsan.so")[1] .. " "
end

local environment = ('GLOSS="%s/gloss" LUA_PATH="scripts/?.lua;scripts/?/init.lua;tests/?.lua;;" '
  .. 'LUA_CPATH="%s/lua/?.so;;" '):format(build, build)

local function busted(spec)
  local output, ok = run(environment .. preload .. "busted --lua=/usr/bin/lua5.4 -o plainTerminal " .. spec)
  local good, failures, errors = output:match("(%d+) success%w* / (%d+) failure%w* / (%d+) error")
  add(spec, tonumber(good) or 0, (tonumber(failures) or 0) + (tonumber(errors) or 0),
    output, ok and good ~= nil)
end

for _, source in ipairs(lines_of("ls tests/core/*_test.c")) do
  cmocka(build .. "/tests/core/" .. source:match("([^/]+)%.c$"))
end
for _, spec in ipairs(lines_of("ls tests/lua/*_spec.lua 2>/dev/null")) do busted(spec) end
-- Each of these counts for itself and ends with the same last line.
for _, name in ipairs { "layers", "cli/run", "docs" } do
  local path = "tests/" .. name .. ".lua"
  local file = io.open(path)
  if file then
    file:close()
    script(environment .. ('PRELOAD="%s" '):format(preload) .. "lua5.4 " .. path, path)
  end
end

os.remove(log_name)
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0 and 0 or 1, true)
