--- core/unicode/breaks_table.c is what its maker makes of the database.
local function read(command)
  local pipe = assert(io.popen(command))
  local text = pipe:read "a"
  return text, pipe:close()
end

describe("scripts/dev/make_breaks.lua", function()
  it("makes the committed table, byte for byte", function()
    local file <close> = assert(io.open("core/unicode/breaks_table.c", "rb"))
    local made, ok = read "lua5.4 scripts/dev/make_breaks.lua"
    assert.is_true(ok)
    assert.is_true(made == file:read "a", "make it anew, and commit it")
  end)

  it("names the package where the database is missing", function()
    local said, ok = read "lua5.4 scripts/dev/make_breaks.lua /nowhere 2>&1"
    assert.is_nil(ok)
    assert.matches("unicode%-data", said)
  end)

  it("refuses another version of Unicode", function()
    local directory = os.tmpname()
    os.remove(directory)
    assert(os.execute("mkdir -p " .. directory .. "/auxiliary"))
    local name = directory .. "/auxiliary/WordBreakProperty.txt"
    local file = assert(io.open(name, "w"))
    file:write "# WordBreakProperty-14.0.0.txt\n"
    file:close()
    local said, ok = read("lua5.4 scripts/dev/make_breaks.lua " .. directory
                          .. " 2>&1")
    os.execute("rm -r " .. directory)
    assert.is_nil(ok)
    assert.matches("not of Unicode 15%.0%.0", said)
  end)
end)
