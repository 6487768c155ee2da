-- run.lua - runs gloss from outside and compares byte for byte.
--
-- A file of cases/ returns a list of cases, each a table:
--   name    what it is about
--   files   path -> content, written to an empty folder in which it runs
--   run     a line for sh; `gloss` is in the path
--   stdin   what it reads ("")
--   stdout, stderr, exit   what must come out ("", "", 0); the figures of the
--           last line on stderr read N; false: whatever comes
--   after   path -> content (false: must not be there) when it has ended
-- GLOSS names the program. `lua5.4 tests/cli/run.lua [WORD]`: the cases whose
-- name or file has WORD in it. Ends with the line N passed, N failed.

local gloss = os.getenv "GLOSS" or "build/gloss"
local wanted = arg[1] or ""

local function output_of(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read "a"
  pipe:close()
  return text
end

local function quote(s) return "'" .. s:gsub("'", "'\\''") .. "'" end

local top = output_of "pwd":gsub("\n", "")
if gloss:sub(1, 1) ~= "/" then gloss = top .. "/" .. gloss end
local work = output_of "mktemp -d":gsub("\n", "")

local function read(path)
  local file = io.open(path, "rb")
  if not file then return nil end
  local text = file:read "a"
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  file:close()
end

-- An empty folder with the files of a case in it.
local function prepare(case)
  local folders = { quote(work .. "/in") }
  for path in pairs(case.files or {}) do
    local folder = path:match "^(.*)/"
    if folder then folders[#folders + 1] = quote(work .. "/in/" .. folder) end
  end
  os.execute(("rm -rf %s/in; mkdir -p %s"):format(
    work, table.concat(folders, " ")))
  for path, text in pairs(case.files or {}) do
    if path:sub(-1) ~= "/" then write(work .. "/in/" .. path, text) end
  end
  write(work .. "/stdin", case.stdin or "")
end

local function run(case)
  local line = ("cd %s/in && PATH=%s:$PATH NO_COLOR= && export PATH && "
    .. "{ %s\n} <../stdin >../stdout 2>../stderr"):format(
    work, quote(gloss:match "^(.*)/"), case.run)
  local _, how, code = os.execute(line)
  return how == "signal" and 128 + code or code
end

-- The figures of the last line differ from run to run.
local function settle(text)
  return (text:gsub("%d+%.%d MB, %d+%.%d%d s, %d+%.%d MB/s",
                    "N MB, N s, N MB/s"))
end

local function show(what, expected, got)
  return ("  %s should be %q\n  %s is        %q\n"):format(
    what, expected, (" "):rep(#what - 3) .. "it", got or "(no file)")
end

-- What differs from what a case says; "" where nothing does.
local function faults(case, code)
  local list = {}
  local function compare(what, expected, got)
    if expected ~= got then list[#list + 1] = show(what, expected, got) end
  end
  compare("exit code", case.exit or 0, code)
  if case.stdout ~= false then
    compare("stdout", case.stdout or "", read(work .. "/stdout"))
  end
  if case.stderr ~= false then
    compare("stderr", case.stderr or "", settle(read(work .. "/stderr")))
  end
  for path, text in pairs(case.after or {}) do
    compare(path, text, read(work .. "/in/" .. path) or false)
  end
  return table.concat(list)
end

local KNOWN = { name = true, files = true, run = true, stdin = true,
                stdout = true, stderr = true, exit = true, after = true }

local function check(file, case)
  for key in pairs(case) do assert(KNOWN[key], file .. ": " .. key) end
  prepare(case)
  local what = faults(case, run(case))
  if what == "" then return true end
  print(("%s: %s\n  %s\n%s"):format(file, case.name, case.run, what))
  return false
end

local passed, failed = 0, 0
for path in output_of "ls tests/cli/cases/*.lua":gmatch "[^\n]+" do
  local file = path:match "[^/]+$"
  for _, case in ipairs(assert(loadfile(path))()) do
    if (file .. " " .. case.name):find(wanted, 1, true) then
      if check(file, case) then
        passed = passed + 1
      else
        failed = failed + 1
      end
    end
  end
end
os.execute("rm -rf " .. quote(work))
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0)
