-- gloss dict export, and there and back: export, import, the same dictionary.
local export = require "gloss.dictionary.export"
local gloss = require "gloss"
local import = require "gloss.dictionary.import"

local made = {}

local function write(suffix, text)
  local path = os.tmpname()
  os.remove(path)
  path = path .. suffix
  made[#made + 1] = path
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
  return path
end

local SOURCE = table.concat({
  '{"id":"org:mif","type":"ORG","name":"Meridian Fund","from":"2011",'
    .. '"was":["org:old"],"home":"Oslo, Norway","aliases":["The Fund",'
    .. '{"alias":"MIF","case":"exact","avoid":["exam"]}]}',
  '{"id":"per:bell","type":"PERSON","name":"Ann \\"x",'
    .. '"aliases":["A|B",{"alias":"ann bell","case":"fold"}],'
    .. '"roles":[{"role":"head","from":"2020"}]}',
  '{"id":"org:at","type":"ORG","name":"C++ (Works) a.b"}',
  '{"exclude":"Fund manager","id":"org:mif"}',
}, "\n")

local function source() return write(".jsonl", SOURCE) end

local function exported(format, path)
  local parts = {}
  local lost = export.write(export.open { path or source() }, format,
                            function(bytes) parts[#parts + 1] = bytes end)
  return table.concat(parts), lost
end

-- What is left of the dictionary after it went there and came back.
local function returned(format, suffix, options)
  local folder = os.tmpname()
  os.remove(folder)
  made[#made + 1] = folder
  import.run(format, { write(suffix, exported(format)) }, folder, options or {})
  local dict = assert(gloss.dict.open(folder))
  local entries = {}
  for e in dict:all() do entries[#entries + 1] = e end
  return entries, dict
end

describe("export", function()
  teardown(function()
    for _, path in ipairs(made) do os.execute("rm -rf '" .. path .. "'") end
  end)

  it("writes EntityRuler patterns", function()
    local text, lost = exported "entityruler"
    assert.equal([[
{"label":"ORG","pattern":"C++ (Works) a.b","id":"org:at"}
{"label":"ORG","pattern":"Meridian Fund","id":"org:mif"}
{"label":"ORG","pattern":"MIF","id":"org:mif"}
{"label":"ORG","pattern":"The Fund","id":"org:mif"}
{"label":"PERSON","pattern":"Ann \"x","id":"per:bell"}
{"label":"PERSON","pattern":"A|B","id":"per:bell"}
{"label":"PERSON","pattern":[{"LOWER":"ann"},{"LOWER":"bell"}],"id":"per:bell"}
]], text)
    assert.same({ roles = 1, context = 1, dates = 0, excludes = 1 }, lost)
  end)

  it("writes RegexNER mappings", function()
    local text = exported "regexner"
    assert.truthy(text:find("C\\+\\+ \\(Works\\) a\\.b\tORG\n", 1, true))
    assert.truthy(text:find("(?i)ann (?i)bell\tPERSON\n", 1, true))
  end)

  it("writes one table, with every column", function()
    assert.equal([[
id,type,name,aliases,from,to,was,home
org:at,ORG,C++ (Works) a.b,,,,,
org:mif,ORG,Meridian Fund,MIF|The Fund,2011-01-01,,org:old,"Oslo, Norway"
per:bell,PERSON,"Ann ""x",A\|B|ann bell,,,,
]], (exported "csv"))
  end)

  it("and import keep ids, types, names and aliases (csv)", function()
    local entries = returned("csv", ".csv")
    assert.equal(3, #entries)
    assert.equal("org:mif", entries[2].id)
    assert.equal("Oslo, Norway", entries[2].home)
    assert.equal("2011-01-01", entries[2].from)
    assert.same({ "org:old" }, entries[2].former)
    assert.same({ 'Ann "x', "A|B", "ann bell" }, entries[3].aliases)
  end)

  it("and import keep ids, types and aliases (entityruler)", function()
    local entries, dict = returned("entityruler", ".jsonl")
    assert.equal(3, #entries)
    for i, id in ipairs { "org:at", "org:mif", "per:bell" } do
      assert.equal(id, entries[i].id)
    end
    assert.same({ "MIF", "Meridian Fund", "The Fund" }, entries[2].aliases)
    local doc = assert(gloss.doc "ANN BELL of the MIF works with C++ (Works) a.b.")
    local found = {}
    for _, hit in ipairs(dict:find(doc)) do
      found[#found + 1] = hit.entries[1].id
    end
    assert.same({ "per:bell", "org:mif", "org:at" }, found)
  end)

  it("and import keep types and aliases (regexner)", function()
    local entries = returned("regexner", ".tab")
    local texts = {}
    for _, e in ipairs(entries) do
      for _, alias in ipairs(e.aliases) do texts[#texts + 1] = e.type .. " " .. alias end
    end
    table.sort(texts)
    assert.same({ "ORG C++ (Works) a.b", "ORG MIF", "ORG Meridian Fund", "ORG The Fund",
                  'PERSON Ann "x', "PERSON A|B", "PERSON ann bell" }, texts)
  end)
end)
