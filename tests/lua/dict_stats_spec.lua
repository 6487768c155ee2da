-- dict stats: counts of a dictionary, and what its entries do in texts.
local opened = require "gloss.dictionary.opened"
local records = require "gloss.dictionary.records"
local stats = require "gloss.dictionary.stats"

local function write(name, text)
  local path = os.tmpname()
  os.remove(path)
  assert(require "gloss".edge "files".mkdir(path))
  local file = assert(io.open(path .. "/" .. name, "wb"))
  file:write(text)
  file:close()
  return path
end

local function sources(text)
  return { { name = "e.tsv", bytes = (text:gsub(";", "\t")) } }
end

local function on(table_text, text)
  local list = sources(table_text)
  local dict = assert(opened.compile(list))
  return stats.on(dict, stats.entries(list), { write("a.txt", text) })
end

describe("dict stats", function()
  it("counts what sources hold", function()
    local result = stats.count(stats.entries(
      records.sources { "tests/data/dictionaries/good" }))
    assert.same({
      entities = 5, aliases = 14, with_context = 3, fuzzy = 1,
      dated_aliases = 1, roles = 4, dated_roles = 4, dated_entities = 1,
      former_ids = 1, types = { GOV = 1, ORG = 2, PERSON = 2 },
      cases = { smart = 12, exact = 2 }, columns = { country = 3, founded = 1 },
    }, result)
  end)

  it("counts the same of what is compiled", function()
    local list = records.sources { "tests/data/dictionaries/good" }
    local dict = assert(opened.compile(list))
    assert.same(stats.count(stats.entries(list)),
                stats.count(stats.entries(nil, dict)))
  end)

  it("finds dead entries", function()
    local result = on("id;name\no:a;Arden Works\no:b;Bryne Works\n",
                      "Arden Works grew. Arden Works shrank.")
    assert.same({ 1, 2, 2, 0 }, { result.documents, result.mentions,
                                  result.linked, result.ambiguous_mentions })
    assert.equal(1, #result.dead)
    assert.same({ "o:b", "Bryne Works", "e.tsv:3" },
      { result.dead[1].id, result.dead[1].name, result.dead[1].place })
  end)

  it("finds noisy forms: those met in lower case as often", function()
    local result = on("id;name\no:a;Gate\no:b;Bryne\n",
      "Gate grew. The gate and the gate. Bryne. Bryne. A bryne.")
    assert.equal(1, #result.noisy)
    assert.same({ "Gate", 2, "2 times in lower case, 1 times as a name" },
      { result.noisy[1].text, result.noisy[1].count, result.noisy[1].reason })
  end)

  it("takes words that are listed in small letters for no noise", function()
    assert.same({}, on("id;name;aliases\no:a;chief;Head Of\n",
                       "The chief and another chief. Chief!").noisy)
  end)

  it("finds noisy forms: those that are mostly not linked", function()
    local list = sources "id;name\no:a;Arden Works\n"
    list[2] = { name = "a.tsv", bytes = "id\talias\tcase\tavoid\n"
                .. "o:a\tAW\texact\texam\n" }
    local dict = assert(opened.compile(records.sort(list)))
    local result = stats.on(dict, stats.entries(list),
      { write("a.txt", "The AW exam. An AW exam. AW grew.") })
    assert.same({ 1, 1, 2 }, { #result.noisy, result.mentions,
                               result.unlinked })
    assert.equal("2 of 3 not linked (avoid)", result.noisy[1].reason)
  end)

  it("finds forms that stay ambiguous", function()
    local result = on("id;name;aliases\no:a;Arden Works;Ashby\n"
      .. "o:b;Bryne Works;Ashby\n", "Ashby grew. Ashby shrank.")
    assert.equal(2, result.ambiguous_mentions)
    assert.same({ "Ashby", 2, { "o:a", "o:b" } },
      { result.ambiguous[1].text, result.ambiguous[1].count,
        { table.unpack(result.ambiguous[1].ids) } })
  end)
end)
