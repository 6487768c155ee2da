-- Other spellings of names: made on request, marked as generated.
local gloss = require "gloss"
local transliteration = require "gloss.dictionary.transliteration"

-- All spellings of a name, as a set, and how many.
local function spellings(name, languages)
  local set, count = {}, 0
  transliteration.each(name, languages, function(other)
    assert.is_nil(set[other], other .. " comes twice")
    set[other], count = true, count + 1
  end)
  return set, count
end

local CASES = {
  -- name, languages, some that must be there, some that must not
  { "Kirill Dmitriev", nil, { "Kirill Dmitriyev", "Кирилл Дмитриев" } },
  { "Kirill Dmitriyev", nil, { "Kirill Dmitriev", "Кирилл Дмитриев" } },
  { "Кирилл Дмитриев", nil, { "Kirill Dmitriev", "Kirill Dmitriyev",
                              "Kirill Dmitrijew" } },
  { "Dmitry Lozovoy", nil, { "Dmitri Lozovoy", "Дмитрий Лозовой" } },
  { "Пётр Щукин", nil, { "Pyotr Shchukin" }, { "Petr Щукин" } },
  { "ВЕРА", nil, { "VERA" } },
  { "Alexei Stolny", nil, { "Aleksey Stolny", "Алексей Столный" } },
  { "Andrei Kapitalny", nil, { "Андрей Капитальный" } },
  { "Володимир Гнатенко", nil, { "Volodymyr Hnatenko" } },
  { "Ївга Гуляй", nil, { "Yivha Huliai" }, { "Yivga Guliai" } },
  { "Serhiy Lozynsky", { "ukrainian" },
    { "Serhii Lozynskyi", "Сергій Лозинський" } },
  { "Γιώργος Μελάς", nil, { "Giorgos Melas", "Yorgos Melas" } },
  { "Mohammed al-Rashid", nil, { "Muhammad al-Rashid", "Mohamed Al-Rashid" } },
  { "Abdul Hakim", nil, { "Abdel Hakim", "Abd al-Hakim" } },
  { "Jürgen Köhler", nil, { "Juergen Koehler" } },
  { "Ämter Groß", nil, { "Aemter Gross" } },
  { "Juergen Koehler", { "german" }, { "Jürgen Köhler" } },
}

describe("spellings of names", function()
  for _, case in ipairs(CASES) do
    it("writes " .. case[1] .. " otherwise", function()
      local set = spellings(case[1], case[2])
      for _, other in ipairs(case[3]) do
        assert.is_true(set[other], "no " .. other)
      end
      for _, other in ipairs(case[4] or {}) do assert.is_nil(set[other]) end
      assert.is_nil(set[case[1]])
    end)
  end

  it("leaves names alone that tell of no language", function()
    for _, name in ipairs { "John Carter", "Victor Marsh", "El Dorado",
                            "Ben Ali Street", "Manuel Samuel", "Georgia" } do
      assert.equal(0, select(2, spellings(name)), name)
    end
    assert.is_nil(spellings("Manuel Samuel", { "german" })["Manül Samül"])
  end)

  it("makes 32 at most", function()
    assert.equal(32, select(2, spellings "Mohammed Hussein Ibrahim Saleh"))
  end)
end)

local function dictionary(record, options)
  local sink = require "gloss.dictionary.compiler".new(options)
  record.id, record.type = "per:a", "PERSON"
  sink:entity(record, "test:1")
  return sink:finish()
end

local function generated(record, options)
  local builder = assert(dictionary(record, options))
  local path = os.tmpname()
  assert(gloss.core.dict_save(builder, path))
  local dict <close> = assert(gloss.dict.open(path))
  os.remove(path)
  local set = {}
  for _, number in ipairs(dict.core:aliases(1)) do
    local alias = dict:alias(number)
    set[alias.text] = alias.generated and "generated" or "listed"
  end
  return set
end

describe("dictionaries with spellings", function()
  it("are made by the column variants", function()
    local set = generated { name = "Kirill Dmitriev", variants = "yes" }
    assert.equal("listed", set["Kirill Dmitriev"])
    assert.equal("generated", set["Кирилл Дмитриев"])
    assert.is_nil(generated { name = "Kirill Dmitriev" }["Кирилл Дмитриев"])
  end)

  it("are made for all by an option, but those that say no", function()
    local option = { variants = true }
    local name = "Kirill Dmitriev"
    assert.truthy(generated({ name = name }, option)["Кирилл Дмитриев"])
    assert.is_nil(generated({ name = name, variants = "no" },
                            option)["Кирилл Дмитриев"])
    assert.is_nil(generated({ name = name, variants = "german" },
                            option)["Кирилл Дмитриев"])
  end)

  it("leave listed names as they are", function()
    local set = generated { name = "Kirill Dmitriev", variants = "russian",
                            aliases = { "Kirill Dmitriyev" } }
    assert.equal("listed", set["Kirill Dmitriyev"])
  end)

  it("name a language that is not known", function()
    local _, err = dictionary { name = "A", variants = "rusian" }
    assert.matches('variants are yes, no or languages, not "rusian"', err.message, 1,
                   true)
    assert.matches("russian", err.message, 1, true)
  end)
end)
