-- docs.lua - what README.md and docs/*.md show is run, and must be so.
--
-- ```lua            with `-->` in it: run under stock lua5.4; what it prints
--                   must be what follows each `-->`, line by line.
-- ```lua name.lua   (or any language and a file name) is written to a file.
-- ```console        `$ command` is run by sh with gloss in the path; the lines
--                   up to the next `$` are what it prints. `...` alone on a
--                   line stands for any lines.
-- PRELOAD (of the sanitizers) stands before lua5.4.
-- Each page has an empty folder of its own as its working directory, in which
-- `tests` and `scripts` lead to those of gloss.

local build = os.getenv("BUILD") or "build"
local passed, failed = 0, 0

local function output_of(command)
  local pipe = assert(io.popen(command, "r"))
  local text = pipe:read("a")
  pipe:close()
  return text
end

local top = output_of("pwd"):gsub("\n", "")
if build:sub(1, 1) ~= "/" then build = top .. "/" .. build end
local environment = ('export PATH="%s:$PATH" GLOSS="%s/gloss" '
  .. 'LUA_PATH="%s/scripts/?.lua;%s/scripts/?/init.lua;;" LUA_CPATH="%s/lua/?.so;;"; unset NO_COLOR; ')
  :format(build, build, top, top, build)

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local function lines_of(text)
  local lines = {}
  for line in (text:gsub("\n*$", "") .. "\n"):gmatch("(.-)\n") do lines[#lines + 1] = (line:gsub("%s+$", "")) end
  if #lines == 1 and lines[1] == "" then lines[1] = nil end
  return lines
end

--- Does `got` fit `wanted`, in which "..." stands for any lines?
local function fits(wanted, got, i, j)
  i, j = i or 1, j or 1
  while i <= #wanted do
    if wanted[i] == "..." then
      for skip = j, #got + 1 do
        if fits(wanted, got, i + 1, skip) then return true end
      end
      return false
    end
    if wanted[i] ~= got[j] then return false end
    i, j = i + 1, j + 1
  end
  return j == #got + 1
end

local function check(place, wanted, got)
  if fits(wanted, got) then
    passed = passed + 1
  else
    failed = failed + 1
    print(place .. ": shown is not what comes out")
    for _, line in ipairs(wanted) do print("  shown: " .. line) end
    for _, line in ipairs(got) do print("  is:    " .. line) end
  end
end

local function run(folder, command)
  return lines_of(output_of(environment .. "cd " .. folder .. " && { " .. command .. "\n} 2>&1"))
end

local function lua_block(place, folder, code)
  local wanted = {}
  for line in code:gmatch("%-%->%s?([^\n]*)") do wanted[#wanted + 1] = (line:gsub("%s+$", "")) end
  if #wanted == 0 then return end
  write(folder .. "/block.lua", code)
  check(place, wanted, run(folder, (os.getenv "PRELOAD" or "") .. " lua5.4 block.lua"))
end

local function console_block(place, folder, text)
  local command, wanted
  local function finish()
    if command then check(place .. ": " .. command, wanted, run(folder, command)) end
  end
  for _, line in ipairs(lines_of(text)) do
    if line:sub(1, 2) == "$ " then
      finish()
      command, wanted = line:sub(3), {}
    elseif command and #wanted == 0 and command:sub(-1) == "\\" then
      command = command .. "\n" .. line
    elseif wanted then
      wanted[#wanted + 1] = line
    end
  end
  finish()
end

local function page(path)
  local folder = output_of("mktemp -d"):gsub("\n", "")
  os.execute(("ln -s %s/tests %s/scripts %s/"):format(top, top, folder))
  local number, fence, info, body, start = 0, nil, nil, nil, nil
  for line in (read(path) .. "\n"):gmatch("(.-)\n") do
    number = number + 1
    local mark, what = line:match("^(```+)(.*)$")
    if not fence and mark then
      fence, info, body, start = mark, what, {}, number
    elseif fence and line == fence then
      local place, text = ("%s:%d"):format(path, start), table.concat(body, "\n") .. "\n"
      local language, name = info:match("^(%S*)%s*(%S*)")
      if name ~= "" then
        write(folder .. "/" .. name, text)
      elseif language == "lua" then
        lua_block(place, folder, text)
      elseif language == "console" then
        console_block(place, folder, text)
      end
      fence = nil
    elseif fence then
      body[#body + 1] = line
    end
  end
  os.execute("rm -rf " .. folder)
end

for path in output_of("ls README.md docs/*.md 2>/dev/null"):gmatch("[^\n]+") do page(path) end
print(("%d passed, %d failed"):format(passed, failed))
os.exit(failed == 0)
