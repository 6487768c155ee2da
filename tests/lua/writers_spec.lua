-- Writers of rows: what each makes of the same values.
local writers = require "gloss.writers"

local COLUMNS = { "name", "n", "note" }
local ROWS = {
  { "Ann", 1, "plain" },
  { 'says "no", twice', 0.1, "two\nlines\tand a tab" },
  { nil, -3, "a|b\\c" },
  { "Zoë 日本", 1e300, { "x", 2 } },
  { "", nil, { { value = "y", n = 3 }, { value = 4, n = 1 } } },
  { " padded ", true, "" },
}

local function all(format)
  local writer = writers.get(format)
  if writer.page then return writer.page(COLUMNS, ROWS) end
  local lines = { writer.head(COLUMNS) }
  for i, row in ipairs(ROWS) do lines[i + 1] = writer.row(COLUMNS, row) end
  return table.concat(lines)
end

local expected = {
  csv = [[
name,n,note
Ann,1,plain
"says ""no"", twice",0.1,"two
lines	and a tab"
,-3,a|b\c
Zoë 日本,1e+300,x; 2
,,y (3); 4 (1)
" padded ",true,
]],
  tsv = "name\tn\tnote\nAnn\t1\tplain\n"
    .. 'says "no", twice\t0.1\ttwo\\nlines\\tand a tab\n'
    .. "\t-3\ta|b\\\\c\nZoë 日本\t1e+300\tx; 2\n\t\ty (3); 4 (1)\n"
    .. " padded \ttrue\t\n",
  jsonl = [[
{"name":"Ann","n":1,"note":"plain"}
{"name":"says \"no\", twice","n":0.1,"note":"two\nlines\tand a tab"}
{"name":null,"n":-3,"note":"a|b\\c"}
{"name":"Zoë 日本","n":1e+300,"note":["x",2]}
{"name":"","n":null,"note":[{"n":3,"value":"y"},{"n":1,"value":4}]}
{"name":" padded ","n":true,"note":""}
]],
  markdown = [[
| name | n | note |
| --- | --- | --- |
| Ann | 1 | plain |
| says "no", twice | 0.1 | two lines	and a tab |
|  | -3 | a\|b\\c |
| Zoë 日本 | 1e+300 | x; 2 |
|  |  | y (3); 4 (1) |
|  padded  | true |  |
]],
  text = [[
name              n       note
Ann               1       plain
says "no", twice  0.1     two lines and a tab
                  -3      a|b\c
Zoë 日本          1e+300  x; 2
                          y (3); 4 (1)
 padded           true
]],
}

describe("the writer", function()
  for format, text in pairs(expected) do
    it(format, function() assert.equal(text, all(format)) end)
  end

  it("of CSV keeps a line with one empty cell", function()
    assert.equal('""\n', writers.get "csv".row({ "a" }, { "" }))
  end)

  it("puts numbers to the right, if a column has nothing else", function()
    local columns, rows = { "a", "b" }, { { "x", 1 }, { "y" }, { "z", 100 } }
    assert.equal("a    b\nx    1\ny\nz  100\n",
                 writers.get "text".page(columns, rows))
    assert.equal("| a | b |\n| --- | ---: |\n| x | 1 |\n| y |  |\n"
      .. "| z | 100 |\n", writers.get "markdown".page(columns, rows))
  end)

  it("is named by the suffix of a file", function()
    assert.equal("jsonl", writers.format_of "a/b.json")
    assert.equal("markdown", writers.format_of "x.md")
    assert.equal("csv", writers.format_of "a.b.csv")
    assert.is_nil(writers.format_of "a.xlsx")
    assert.is_nil(writers.format_of "csv")
  end)
end)

describe("marked text", function()
  local gloss = require "gloss"
  local marked = require "gloss.writers.marked"

  local function doc()
    local d = assert(gloss.doc "Ann Lee of Acme. Go.")
    d:add("entities", { { first = 1, last = 7, type = "PERSON" },
                        { first = 1, last = 3, type = "NAME" },
                        { first = 12, last = 15, type = "ORG" } })
    return d
  end

  it("nests its brackets", function()
    assert.equal("[[Ann|NAME] Lee|PERSON] of [Acme|ORG].| Go.|\n",
                 marked.text(doc(), { "sentences", "entities" }, false))
  end)

  it("takes colours off where they end, and puts back what is open", function()
    assert.equal("\27[1;33m\27[4mAnn\27[0m\27[1;33m Lee\27[0m of "
      .. "\27[1;36mAcme\27[0m. Go.\n",
      marked.text(doc(), { "entities" }, true))
  end)

  it("without colours or brackets is the text", function()
    local text = marked.text(doc(), { "sentences", "entities" }, true)
    assert.equal("Ann Lee of Acme.| Go.|\n",
                 (text:gsub("\27%[[%d;]*m", "")))
  end)
end)
