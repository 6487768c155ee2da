-- gloss run: jobs, plain scripts, and what can be wrong with them.
local TWO = { ["n/a.txt"] = "One two. Three.", ["n/b.txt"] = "Four five six." }

local function with(files)
  local all = {}
  for _, set in ipairs { TWO, files } do
    for path, text in pairs(set) do all[path] = text end
  end
  return all
end

local WORDS = [[
local gloss = require "gloss"
return gloss.job {
  params = { least = 1, upper = false },
  tables = { words = { "doc", "word" }, counts = { "doc", n = "sum" } },
  map = function(doc, out, p)
    local n = 0
    for t in doc.tokens:where { kind = "word" } do
      if #t >= p.least then
        local word = p.upper and t.text:upper() or t
        out.words { doc = doc.id, word = word }
        n = n + 1
      end
    end
    out.counts { doc = doc.id, n = n }
  end,
}
]]

local ONE = [[
local gloss = require "gloss"
return gloss.job {
  tables = { sizes = { "doc", "words" } },
  map = function(doc, out)
    out.sizes { doc = doc.id, words = #doc.tokens:where { kind = "word" } }
  end,
}
]]

-- A job of one table whose map is `body`, which begins at line 4.
local function job(body)
  return 'local gloss = require "gloss"\nreturn gloss.job { tables = '
    .. '{ t = { "a", n = "sum" } },\nmap = function(doc, out)\n'
    .. body .. "\nend }\n"
end

return {
  { name = "a job with one table",
    files = with { ["job.lua"] = ONE },
    run = "gloss run -q job.lua n; gloss run -q -t csv job.lua n; "
      .. "gloss run -q -t markdown job.lua n; gloss run -q -t text job.lua n; "
      .. "gloss run -q -o x.tsv job.lua n; cat x.tsv",
    stdout = '{"doc":"a.txt","words":3}\n{"doc":"b.txt","words":3}\n'
      .. "doc,words\na.txt,3\nb.txt,3\n"
      .. "| doc | words |\n| --- | ---: |\n| a.txt | 3 |\n| b.txt | 3 |\n"
      .. "doc    words\na.txt      3\nb.txt      3\n"
      .. "doc\twords\na.txt\t3\nb.txt\t3\n" },

  { name = "a script of gloss is never taken from where the command stands",
    files = { ["gloss/steps/evil.lua"] = "os.remove 'victim'",
              ["s.lua"] = "require 'gloss.steps.evil'",
              victim = "" },
    run = "gloss run s.lua; gloss run --sandbox off s.lua; ls victim",
    stdout = "victim\n",
    stderr = "gloss: s.lua:1: module 'gloss.steps.evil' is not part of gloss\n"
      .. "gloss: module 'gloss.steps.evil' is not part of this gloss\n" },

  { name = "files that a script names stay in its folder",
    files = with {
      ["up.lua"] = job("end, finish = function(t, out)\n"
        .. 'out:file("../up.txt"):write "x"'),
      ["twice.lua"] = job("end, finish = function(t, out)\n"
        .. 'out:file("t.csv"):write "x"'),
      ["late.lua"] = 'local j = require "gloss".job { map = print,\n'
        .. 'tables = { t = { "a" } } }\nj.tables["../t"] = j.tables.t\n'
        .. 'j.table_names = { "../t" }\nreturn j',
      ["name.lua"] = 'return require "gloss".job { map = print,\n'
        .. 'tables = { ["../t"] = { "a" } } }\n' },
    run = "gloss run -q up.lua n -o o/ -t csv; "
      .. "gloss run -q twice.lua n -o o/ -t csv; "
      .. "gloss run late.lua n -o o/; gloss run name.lua n -o o/",
    exit = 5, after = { ["up.txt"] = false, ["t.jsonl"] = false },
    stderr = 'gloss: up.lua:5: out:file: "../up.txt" cannot be the name of a '
      .. "file\n"
      .. 'gloss: twice.lua:5: out:file: "t.csv" is the file of a table\n'
      .. "gloss: ../t: no file can be called like the table\n"
      .. 'gloss: name.lua:1: gloss.job: "../t" cannot be the name of a table, '
      .. "which is also that of a file\n" },

  { name = "what cannot be written fails its document alone",
    files = with { ["job.lua"] = job "out.t { a = 1, n = #doc.text / 0 }",
      ["some.lua"] = job [[if doc.id == "a.txt" then
      out.t { a = doc.text .. "\xFF", n = 1 } end out.t { a = "b", n = 2 }]] },
    run = "gloss run -q job.lua n; echo $?; gloss run some.lua n",
    exit = 3, stdout = '5\n{"a":"b","n":2}\n',
    stderr = 'gloss: job.lua:4: table t: the column "n" must be a finite '
      .. "number, not infinite\nall of 2 documents failed there\n"
      .. 'gloss: a.txt: some.lua:5: table t: the column "a" holds text that is '
      .. "not UTF-8 (cut inside a character?)\n"
      .. "gloss: 1 document ok, 1 failed, N MB, N s, N MB/s\n" },

  { name = "a reducer that fails, or gives what cannot be written, ends the run",
    files = with { ["bad.lua"] = [[
return require "gloss".job { tables = { t = { "k", n = function(a, b)
  error "no" end } },
map = function(_, out) out.t { k = 1, n = 1 } end }]],
      ["sum.lua"] = job "out.t { a = 1, n = 1e308 }" },
    run = "gloss run -q bad.lua n; echo $?; gloss run -q sum.lua n",
    exit = 5, stdout = "5\n",
    stderr = "gloss: bad.lua:2: no\n"
      .. 'gloss: table t: the value of column "n" must be a finite number, not '
      .. "NaN\n" },

  { name = "an empty list is a list",
    files = with { ["job.lua"] = [[
return require "gloss".job { tables = { t = { "k", l = "list" } },
map = function(_, out) out.t { k = 1 } end }]] },
    run = "gloss run -q job.lua n", stdout = '{"k":1,"l":[]}\n' },

  { name = "an error that is no string is named without an address",
    files = with { ["job.lua"] = job "error {}", ["nil.lua"] = job "error()" },
    run = "gloss run -q job.lua n; gloss run -q nil.lua n", exit = 5,
    stderr = "gloss: job.lua:4: an error that is a table\n"
      .. "all of 2 documents failed there\n"
      .. "gloss: nil.lua:4: an error that is a nil\n"
      .. "all of 2 documents failed there\n" },

  { name = "a script is a program",
    files = with { ["job.lua"] = "#!/usr/bin/env -S gloss run\n" .. ONE },
    run = "chmod +x job.lua && ./job.lua -q n -t csv",
    stdout = "doc,words\na.txt,3\nb.txt,3\n" },

  { name = "two tables go to a folder, parameters are set",
    files = with { ["job.lua"] = WORDS },
    run = "gloss run job.lua n -o out/ -t csv --set least=4 --set upper=true",
    after = { ["out/words.csv"] = "doc,word\na.txt,THREE\nb.txt,FOUR\n"
                .. "b.txt,FIVE\n",
              ["out/counts.csv"] = "doc,n\na.txt,1\nb.txt,2\n" },
    stderr = "gloss: 2 documents ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "two tables do not fit into one file",
    files = with { ["job.lua"] = WORDS },
    run = "gloss run job.lua n", exit = 2,
    stderr = "gloss: the job has 2 tables (counts, words): choose -o FOLDER/\n"
  },

  { name = "a file without a format in its name",
    files = with { ["job.lua"] = ONE },
    run = "gloss run job.lua n -o sizes.dat", exit = 2,
    stderr = "gloss: -o sizes.dat: no format has this suffix; choose one "
      .. "with -t\n" },

  { name = "an unknown parameter",
    files = with { ["job.lua"] = WORDS },
    run = "gloss run job.lua n -o out/ --set leats=4", exit = 2,
    after = { ["out/words.jsonl"] = false },
    stderr = 'gloss: the script has no parameter "leats" (did you mean '
      .. '"least"?)\n' },

  { name = "a parameter of another type",
    files = with { ["job.lua"] = WORDS },
    run = "gloss run job.lua n -o out/ --set least=few", exit = 2,
    stderr = 'gloss: --set least must be a number, not "few"\n' },

  { name = "a dictionary that the script names and nobody has",
    files = with { ["s/job.lua"] = [[
local gloss = require "gloss"
return gloss.job { params = { dict = "d.gdict" }, tables = { t = { "doc" } },
steps = function(p) return gloss.news { dict = p.dict } end,
map = function(doc, out) out.t { doc = doc.id } end }]] },
    run = "gloss run s/job.lua n; echo $?; gloss run -q --set dict= s/job.lua n",
    stdout = '2\n{"doc":"a.txt"}\n{"doc":"b.txt"}\n',
    stderr = "gloss: no dictionary s/d.gdict; choose one with -d FILE\n" },

  { name = "a dictionary where the job takes none",
    files = with { ["job.lua"] = ONE },
    run = "gloss run job.lua n -d n/a.txt", exit = 2,
    stderr = "gloss: -d: the script has no parameter dict\n" },

  { name = "a folder for a script", run = "mkdir s; gloss run s", exit = 2,
    stderr = "gloss: s is a folder, not a script\n" },
  { name = "a script that is not there",
    run = "gloss run job.lua n", exit = 2,
    stderr = "gloss: job.lua: No such file or directory\n" },

  { name = "a script with a syntax error",
    files = with { ["job.lua"] = "local gloss =\nreturn return\n" },
    run = "gloss run job.lua n", exit = 5,
    stderr = "gloss: job.lua:2: unexpected symbol near 'return'\n" },

  { name = "a script that raises",
    files = with { ["job.lua"] = "\nlocal x = nil\nreturn x.y\n" },
    run = "gloss run job.lua n", exit = 5,
    stderr = "gloss: job.lua:3: attempt to index a nil value (local 'x')\n" },

  { name = "a script that returns something else",
    files = with { ["job.lua"] = "return { map = print }" },
    run = "gloss run job.lua n", exit = 5,
    stderr = "gloss: job.lua returned a table, not a job: "
      .. "return gloss.job {...}\n" },

  { name = "an unknown field of a job",
    files = with { ["job.lua"] = 'local gloss = require "gloss"\n'
      .. "return gloss.job { mapp = print }\n" },
    run = "gloss run job.lua n", exit = 5,
    stderr = 'gloss: job.lua:2: gloss.job has no field "mapp" (did you mean '
      .. '"map"?)\n' },

  { name = "an unknown reducer",
    files = with { ["job.lua"] = 'local gloss = require "gloss"\n'
      .. 'return gloss.job { tables = { t = { n = "avg" } }, map = print }\n' },
    run = "gloss run job.lua n", exit = 5,
    stderr = 'gloss: job.lua:2: gloss.job: tables.t.n: no reducer "avg"; '
      .. "there are: count, distinct, first, list, max, min, stats, sum, "
      .. "top:10\n" },

  { name = "steps in the wrong order",
    files = with { ["job.lua"] = [[
local gloss = require "gloss"
local a = gloss.step { name = "a", gives = { "x" }, run = print }
local b = gloss.step { name = "b", needs = { "x" }, run = print }
return gloss.job { steps = { b, a }, map = print }
]] },
    run = "gloss run job.lua n", exit = 5,
    stderr = 'gloss: job.lua:4: step b needs the layer "x": put step a '
      .. "before it\n" },

  { name = "an unknown column",
    files = with { ["job.lua"] = job "out.t { b = 1 }" },
    run = "gloss run job.lua n", exit = 5,
    stderr = 'gloss: a.txt: job.lua:4: table t: no column "b"\n'
      .. 'gloss: b.txt: job.lua:4: table t: no column "b"\n'
      .. 'gloss: job.lua:4: table t: no column "b"\n'
      .. "all of 2 documents failed there\n"
      .. "gloss: 0 documents ok, 2 failed, N MB, N s, N MB/s\n" },

  { name = "nil in a key column",
    files = with { ["job.lua"] = job "out.t { n = 1 }" },
    run = "gloss run -q job.lua n", exit = 5,
    stderr = 'gloss: job.lua:4: table t: the column "a" is part of the key '
      .. "and must not be nil\nall of 2 documents failed there\n" },

  { name = "an unknown table",
    files = with { ["job.lua"] = job "out.tt { n = 1 }" },
    run = "gloss run -q job.lua n", exit = 5,
    stderr = 'gloss: job.lua:4: the job has no table "tt" (did you mean "t"?)\n'
      .. "all of 2 documents failed there\n" },

  { name = "one document that fails does not hurt the rest",
    files = with { ["job.lua"] = job [[
out.t { a = "all", n = #doc.tokens }
if doc.id == "a.txt" then error "no" end]] },
    run = "gloss run job.lua n", exit = 3,
    stdout = '{"a":"all","n":4}\n',
    stderr = "gloss: a.txt: job.lua:5: no\n"
      .. "gloss: 1 document ok, 1 failed, N MB, N s, N MB/s\n" },

  { name = "ten documents that fail at one line end the run",
    files = { ["job.lua"] = job "local x = nil + 1" },
    stdin = ('{"text":"x"}\n'):rep(30),
    run = "gloss run -q -f jsonl job.lua", exit = 5,
    stderr = "gloss: job.lua:4: attempt to perform arithmetic on a nil value\n"
      .. "all of 10 documents failed there\n" },

  { name = "print goes to stderr with the document's id",
    files = with { ["job.lua"] = job 'print("at", #doc.tokens)' },
    run = "gloss run -q job.lua n",
    stderr = "a.txt: at\t5\nb.txt: at\t4\n" },

  { name = "finish writes what rows cannot say",
    files = with { ["job.lua"] = [[
local gloss = require "gloss"
return gloss.job {
  tables = { t = { "kind", n = "count" } },
  map = function(doc, out)
    for t in doc.tokens do out.t { kind = t.kind } end
  end,
  finish = function(tables, out)
    for row in tables.t do out:write(row.kind .. "=" .. row.n .. "\n") end
    out:write(#tables.t .. " " .. tables.t[1].kind .. "\n")
  end,
}
]] },
    run = "gloss run -q job.lua n; gloss run -q job.lua n -o x; cat x; "
      .. "gloss run -q job.lua n -o d/",
    exit = 5,
    after = { ["d/t.jsonl"] = false },
    stdout = ("punctuation=3\nword=6\n2 punctuation\n"):rep(2),
    stderr = "gloss: job.lua:8: with -o FOLDER/ say which file: "
      .. "out:file(NAME):write(text)\n" },

  { name = "finish writes all that it is given, and sees columns",
    files = with { ["job.lua"] = [[
return require "gloss".job { tables = { t = { "k", n = "count" } },
map = function(doc, out) out.t { k = doc.id } end,
finish = function(tables, out)
  out:write(tables.t[1].k, " ", 1, "\n"):write "end\n"
  for name, value in pairs(tables.t[2]) do print(name, value) end
  local file = out:file "x"
  print(pcall(out.write, out, {}), file.handle, file.name)
  print(pcall(function() return tables.tt end))
end }]] },
    run = "gloss run -q job.lua n",
    stdout = "a.txt 1\nend\n",
    stderr = "k\tb.txt\nn\t1\nfalse\tnil\tnil\n"
      .. 'false\tjob.lua:8: the job has no table "tt" (did you mean "t"?)\n' },

  { name = "finish with a folder: its files and the tables",
    files = with { ["job.lua"] = [[
local gloss = require "gloss"
return gloss.job {
  tables = { t = { "doc" } },
  map = function(doc, out) out.t { doc = doc.id } end,
  finish = function(tables, out)
    out:file "n.txt":write(#tables.t .. "\n")
  end,
}
]] },
    run = "mkdir d; gloss run -q job.lua n -o d; gloss run -q job.lua n -o x",
    after = { ["d/n.txt"] = "2\n", ["x"] = "2\n",
              ["d/t.jsonl"] = '{"doc":"a.txt"}\n{"doc":"b.txt"}\n' } },

  { name = "a plain script",
    files = with { ["s.lua"] = [[
local gloss = require "gloss"
for doc in gloss.docs(arg) do
  print(doc.id, #doc.sentences)
end
]] },
    run = "gloss run s.lua n; gloss run s.lua nowhere",
    exit = 2,
    stdout = "a.txt\t2\nb.txt\t1\n",
    stderr = "gloss: nowhere: No such file or directory\n" },

  { name = "a plain script says by its exit code that documents failed",
    files = with { ["s.lua"] = "for doc in require 'gloss'.docs(arg) do\n"
                     .. "print(doc.id) end", ["x.txt"] = "%PDF-" },
    run = "gloss run -q s.lua x.txt n; echo $?; gloss run -q --partial-ok s.lua "
      .. "x.txt n/a.txt; echo $?; gloss run s.lua x.txt", exit = 4,
    stdout = "a.txt\nb.txt\n3\na.txt\n0\n",
    stderr = "gloss: x.txt: not a text: a PDF file\n"
      .. "gloss: no document could be processed\n" },

  { name = "a plain script with steps of its own",
    files = with { ["s.lua"] = [[
local gloss = require "gloss"
local shout = gloss.step { name = "shout", gives = { "shouts" },
  run = function(doc)
    local rows = {}
    for t in doc.tokens:where { kind = "word" } do
      if #t == 3 then rows[#rows + 1] = { t, loud = t.text:upper() } end
    end
    doc:add("shouts", rows, { "loud" })
  end }
for doc in gloss.docs(arg, { steps = { shout } }) do
  for s in doc.shouts do print(s:ref(), s.loud) end
end
]] },
    run = "gloss run s.lua n",
    stdout = "a.txt#0-3\tONE\na.txt#4-7\tTWO\nb.txt#10-13\tSIX\n" },

  { name = "a plain script takes no options of jobs",
    files = with { ["s.lua"] = "for doc in require'gloss'.docs(arg) do "
      .. "print(doc.id) end" },
    run = "gloss run s.lua n --limit 1; gloss run s.lua n -o x.csv", exit = 2,
    stdout = "a.txt\n",
    stderr = "gloss: --output is for jobs; this is a plain script\n" },

  { name = "a wrong order of steps leaves no file",
    files = with { ["job.lua"] = [[
local gloss = require "gloss"
local b = gloss.step { name = "b", needs = { "x" }, run = print }
return gloss.job { steps = { b }, tables = { t = { "a" } }, map = print }
]] },
    run = "gloss run job.lua n -o t.csv", exit = 5,
    after = { ["t.csv"] = false, ["t.csv.partial"] = false },
    stderr = 'gloss: job.lua:3: step b needs the layer "x", which no step '
      .. "gives\n" },

  { name = "a job whose finish writes has no format",
    files = with { ["job.lua"] = [[
local gloss = require "gloss"
return gloss.job { tables = { t = { "a" } }, map = function() end,
                   finish = function(_, out) out:write "x" end }
]] },
    run = "gloss run job.lua n -t csv", exit = 2,
    stderr = "gloss: -t csv: what this job writes is not a table; tables go "
      .. "to -o FOLDER/\n" },

  { name = "a table beside the script",
    files = with { ["jobs/s.lua"] = [[
local gloss = require "gloss"
local sources = gloss.table "sources.tsv"
for row in sources do print(row.host, row.name, row.country) end
print(#sources, sources["b.org"].name, sources["c.org"])
print(pcall(function() sources["b.org"].name = "x" end))
print(pcall(function() return sources["b.org"].nam end))
print(pcall(function() return gloss.table "../n/a.txt" end))
print(pcall(function() return gloss.table "no.tsv" end))
]], ["jobs/sources.tsv"] = "host\tname\tcountry\na.org\tA\tNO\n"
      .. "b.org\tB\t\n" },
    run = "gloss run jobs/s.lua",
    stdout = "a.org\tA\tNO\nb.org\tB\tnil\n2\tB\tnil\n"
      .. "false\tjobs/s.lua:5: a table of gloss.table is read-only\n"
      .. 'false\tjobs/s.lua:6: jobs/sources.tsv: no column "nam" (did you '
      .. 'mean "name"?)\n'
      .. "false\tjobs/s.lua:7: gloss.table: only files beside the script: "
      .. "../n/a.txt\n"
      .. "false\tjobs/s.lua:8: gloss.table: jobs/no.tsv: No such file or "
      .. "directory\n" },

  { name = "limits stop a document, not the run",
    files = { ["n/a.txt"] = "loop", ["n/b.txt"] = "eat", ["n/c.txt"] = "fine",
              ["n/d.txt"] = ("long "):rep(100), ["job.lua"] = job [[
if doc.text == "loop" then pcall(function() while true do end end) end
if doc.text == "eat" then
  local t = {}
  while true do t[#t + 1] = ("x"):rep(1000) .. #t end
end
out.t { a = doc.id, n = 1 }]] },
    run = "gloss run job.lua n --max-steps 10M --max-memory 20M "
      .. "--max-bytes 400; gloss run -q job.lua n/a.txt --max-time 100ms",
    exit = 4,
    stdout = '{"a":"c.txt","n":1}\n',
    stderr = "gloss: a.txt: limit reached: --max-steps\n"
      .. "gloss: b.txt: limit reached: --max-memory\n"
      .. "gloss: d.txt: 500 bytes: more than --max-bytes\n"
      .. "gloss: 1 document ok, 3 failed, N MB, N s, N MB/s\n"
      .. "gloss: no document could be processed\n" },

  { name = "--profile of a job: its steps, its map",
    files = { ["job.lua"] = 'local gloss = require "gloss"\n'
      .. 'return gloss.job { steps = function() return { gloss.amounts } end,\n'
      .. '  tables = { t = { "x" } },\n'
      .. '  map = function(doc, out) out.t { x = #doc.amounts } end }\n' },
    run = "printf '5 men' | gloss run -q --profile job.lua 2>&1 >/dev/null "
      .. "| awk '{print $1}'",
    stdout = "part\nread\ntokens\nsentences\namounts\nmap\nwrite\n"
      .. "other\nall\n" },
  { name = "a pattern of a script that does not compile",
    files = { ["job.lua"] = 'local gloss = require "gloss"\n\n'
      .. 'local p = gloss.pattern "the [fodled=fund]"\n' },
    run = "printf x | gloss run job.lua", exit = 6, stderr = [[
gloss: job.lua:3: pattern, line 1: no test "fodled" (did you mean "folded"?)
  the [fodled=fund]
       ^
]] },
  { name = "word classes and a set of a script that do not compile",
    files = {
      ["a.lua"] = 'local gloss = require "gloss"\n'
        .. 'gloss.classes { A = "[kind=numbr]" }\n',
      ["b.lua"] = 'local gloss = require "gloss"\nreturn gloss.job {\n'
        .. '  tables = { t = { "x" } },\n  steps = function()\n'
        .. '    return gloss.patterns { a = "b" .. "(" }\n  end,\n'
        .. '  map = function() end }\n' },
    run = "for s in a b; do printf x | gloss run $s.lua; echo $?; done",
    stdout = "6\n6\n", stderr = [[
gloss: a.lua:2: pattern A, line 1: no kind "numbr" (did you mean "number"?)
  [kind=numbr]
        ^
gloss: b.lua:5: pattern a, line 1: a word or a test is expected here
  b(
    ^
]] },
  { name = "a regular expression that does not compile",
    files = with { ["job.lua"] = '\nlocal gloss = require "gloss"\n'
      .. 'local r = assert(gloss.regex "(x")\n' },
    run = "gloss run job.lua n", exit = 6,
    stderr = "gloss: job.lua:3: missing closing parenthesis\n" },

  { name = "nothing of that name in gloss",
    files = with { ["job.lua"] = '\nlocal gloss = require "gloss"\n'
      .. "local q = gloss.quotess\n" },
    run = "gloss run job.lua n", exit = 5,
    stderr = 'gloss: job.lua:3: no "gloss.quotess" (did you mean "quotes"?)\n'
  },

  { name = "an error value in map has its line",
    files = with { ["job.lua"] = job 'assert(gloss.doc "\\xFF")' },
    run = "gloss run -q job.lua n/a.txt", exit = 5,
    stderr = "gloss: job.lua:4: byte 0xFF is not valid UTF-8\n"
      .. "the only document failed there\n" },
}
