-- The commands of one layer, and the layers in JSON lines.
local PAGE = [[
Advertisement

Envoy meets minister in Oslo

By Jane Doe

OSLO, April 6, 2025 - The National Ship Fund (NSF) spent $1.2 billion.

"We open next week," Kari Berg told Reuters.

Share This Post
]]

local function layer(name, ...)
  return { name = name, files = { ["page.txt"] = PAGE },
           run = "gloss " .. name .. " -q page.txt",
           stdout = table.concat({ ... }, "\n") .. "\n" }
end

return {
  layer("quotes",
    "doc\tdate\tstart\tend\tkind\tspeaker_id\tspeaker\tcue\ttext\tunknown",
    "page.txt\t\t131\t149\tdirect\t\tKari Berg\ttold\tWe open next week,\t"),
  layer("times", "doc\tstart\tend\ttext\ttype\tvalue\tfrom\tto",
    "page.txt\t64\t77\tApril 6, 2025\tDATE\t2025-04-06\t2025-04-06\t"
      .. "2025-04-06",
    "page.txt\t139\t148\tnext week\tDATE\t2025-W15\t2025-04-07\t2025-04-13"),
  { name = "amounts", stdin = "They spent around $1.2 billion, or 3 percent.",
    run = "gloss amounts -q",
    stdout = "doc\tstart\tend\ttext\tkind\tvalue\tlow\thigh\tunit\tapprox"
      .. "\tunknown\n"
      .. "-\t11\t30\taround $1.2 billion\tmoney\t1200000000\t\t\tUSD\ttrue\t\n"
      .. "-\t35\t44\t3 percent\tpercent\t3\t\t\t\t\t\n" },
  layer("acronyms", "doc\tshort\tlong\tstart\tend",
    "page.txt\tNSF\tNational Ship Fund\t84\t107"),
  layer("noise", "doc\tstart\tend\treason\ttext",
    "page.txt\t0\t13\tadvertisement\tAdvertisement",
    "page.txt\t45\t56\tbyline\tBy Jane Doe",
    "page.txt\t176\t191\tshare\tShare This Post"),

  { name = "clean leaves boilerplate out",
    files = { ["page.txt"] = PAGE }, run = "gloss clean -q page.txt",
    stdout = [[
Envoy meets minister in Oslo

OSLO, April 6, 2025 - The National Ship Fund (NSF) spent $1.2 billion.

"We open next week," Kari Berg told Reuters.
]] },
  { name = "clean as JSON lines keeps what the page said of itself",
    files = { ["page.txt"] = PAGE },
    run = "gloss clean -q -t jsonl page.txt | cut -c1-48",
    stdout = '{"id":"page.txt","lang":"en","date":"2025-04-06"\n' },

  { name = "clean learns the lines that a source repeats, and masks them",
    files = { ["pages.jsonl"] = [[
{"id":"a","source":"mirror","text":"The Mirror of every day\nThe harbour of Ash opened.\n4 comments"}
{"id":"b","source":"mirror","text":"The Mirror of every day\nThe harbour of Birch opened.\n17 comments"}
{"id":"c","source":"mirror","text":"The Mirror of every day\nThe harbour of Cedar opened."}
]] },
    run = "gloss clean -q --learn -o lines.tsv pages.jsonl && cat lines.tsv && "
      .. "gloss clean -q --lines lines.tsv pages.jsonl",
    stdout = "line\tsource\tpages\treason\n"
      .. "the mirror of every day\tmirror\t3\tfurniture\n"
      .. "The harbour of Ash opened.\nThe harbour of Birch opened.\n"
      .. "The harbour of Cedar opened.\n" },
  { name = "clean takes no table of another kind",
    files = { ["lines.tsv"] = "a\tb\n1\t2\n" }, stdin = "Ann left.\n",
    run = "gloss clean -q --lines lines.tsv", exit = 2,
    stderr = "gloss: --lines: lines.tsv:1: no column \"line\": not a table of gloss clean --learn\n" },

  { name = "masked spans are left out where noise is asked for",
    stdin = "Advertisement\n\nAnn left.\n",
    run = "cat >x; for o in '' --keep-noise; do "
      .. "gloss annotate -q -t jsonl --layers noise,sentences $o x"
      .. " | grep -o '\"sentences.*'; done",
    stdout = '"sentences":[{"start":15,"end":24}],'
      .. '"noise":[{"start":0,"end":13,"reason":"advertisement"}]}\n'
      .. '"sentences":[{"start":0,"end":13},{"start":15,"end":24}],'
      .. '"noise":[{"start":0,"end":13,"reason":"advertisement"}]}\n' },

  { name = "quotes in JSON lines", stdin = '"Go," Ann Lee said. "No!"\n',
    run = "gloss annotate -q -t jsonl --layers quotes - | grep -o '\"quotes.*'",
    stdout = '"quotes":[{"start":1,"end":4,"text":"Go,","kind":"direct",'
      .. '"attribution":1,"sentence":1,"speaker":{"start":6,"end":13,'
      .. '"text":"Ann Lee","id":null,"name":"Ann Lee"},'
      .. '"cue":{"start":14,"end":18,"text":"said"}},'
      .. '{"start":21,"end":24,"text":"No!","kind":"direct","attribution":1,'
      .. '"sentence":2,"speaker":{"start":6,"end":13,"text":"Ann Lee",'
      .. '"id":null,"name":"Ann Lee"},'
      .. '"cue":{"start":14,"end":18,"text":"said"}}]}\n' },
  { name = "text marks layers with brackets",
    stdin = '"Go," Ann Lee said on April 6, 2025.\n',
    run = "gloss annotate -q -t text --layers quotes,times -",
    stdout = '"[Go,|direct]" Ann Lee said on [April 6, 2025|2025-04-06].\n' },
  { name = "all layers, those without entities where no dictionary is",
    stdin = "x", run = "gloss annotate -q --layers all -t jsonl - "
      .. "| grep -o '\"[a-z]*\":\\[' | tr -d '\":[' | tr '\\n' ' '",
    stdout = "tokens sentences roles quotes times amounts acronyms names "
      .. "noise " },
  { name = "all layers and entities by name need a dictionary", stdin = "x",
    run = "gloss annotate --layers all,entities -", exit = 2,
    stderr = "gloss: entities need a dictionary: -d FILE\n" },
  { name = "entities need a dictionary", stdin = "x",
    run = "gloss annotate -q --layers entities", exit = 2,
    stderr = "gloss: entities need a dictionary: -d FILE\n" },
  { name = "a dictionary that nothing uses", stdin = "x",
    files = { ["d.tsv"] = "id\ttype\tname\nx\tX\tx\n" },
    run = "gloss annotate -q --layers tokens -d d.tsv", exit = 2,
    stderr = "gloss: -d: nothing in the layers tokens uses a dictionary\n" },
}
