-- Commands, options, output files, exit codes.
return {
  { name = "no command", run = "gloss 2>&1 | head -1", stderr = "",
    stdout = "gloss - tokens, sentences, names and quotes of texts, for Lua "
      .. "scripts\n" },
  { name = "an unknown command", run = "gloss anotate x", exit = 2,
    stderr = 'gloss: no command "anotate" (did you mean "annotate"?)\n'
      .. "Try: gloss help\n" },
  { name = "an unknown second word", run = "gloss dict bild x", exit = 2,
    stderr = 'gloss: no command "dict bild" (did you mean "dict build"?)\n'
      .. "Try: gloss help\n" },
  { name = "an unknown option", run = "gloss tokens --offset chars x",
    exit = 2,
    stderr = "gloss: no option --offset (did you mean --offsets?)\n"
      .. "Try: gloss tokens --help\n" },
  { name = "an unknown layer",
    run = "gloss annotate --layers tokens,sentense x 2>&1"
      .. " | sed 's/; there are: tokens.*//'",
    stdout = 'gloss: --layers knows no layer "sentense" (did you mean '
      .. '"sentences"?)\n' },
  { name = "an unknown language", run = "gloss tokens --lang enn x", exit = 2,
    stderr = 'gloss: --lang knows no language "enn" (did you mean "en"?); '
      .. "see: gloss languages\n" },
  { name = "a language to be guessed",
    files = { ["a.txt"] = "Der Mann kam am 3. Mai. Die Frau blieb.\n",
              ["b.txt"] = "The man came in May. The woman stayed.\n",
              ["c.jsonl"] = '{"text":"The man came.","lang":"fr"}\n' },
    run = "gloss annotate --lang auto --layers sentences a.txt b.txt c.jsonl "
      .. "2>log | sed 's/.*\"lang\":\"\\(..\\)\".*/\\1/'; head -1 log",
    stdout = "de\nen\nfr\ngloss: languages guessed: de 1, en 1\n" },
  { name = "help of a command", run = "gloss tokens --help | head -3; "
      .. "gloss help tokens | sed -n 3p; gloss help dict build | head -1",
    stdout = "gloss tokens - list words, numbers and marks\n\n"
      .. "usage: gloss tokens [options] [INPUT...]\n"
      .. "usage: gloss tokens [options] [INPUT...]\n"
      .. "gloss dict build - compile a dictionary\n" },
  { name = "help of an unknown command", run = "gloss help toekns", exit = 2,
    stderr = 'gloss: no command "toekns" (did you mean "tokens"?)\n' },
  { name = "commands that begin with one word",
    run = "gloss help dict | grep -c 'dict build'; gloss dict -h | head -1; "
      .. "gloss dict 2>&1 | head -1; gloss dict 2>/dev/null", exit = 2,
    stdout = "1\n" .. ("usage: gloss dict COMMAND [options] ...\n"):rep(2) },
  { name = "the version", run = "gloss version; gloss --version",
    stdout = "gloss 0.1.0\ngloss 0.1.0\n" },
  { name = "the version, and of what it is made", run = "gloss version -v",
    stdout = "gloss 0.1.0\nUnicode 15.0.0\nLua 5.4\n" },
  { name = "languages", run = "gloss languages | grep -E '^(code|en)\t'",
    stdout = "code\tname\trules\nen\tEnglish\town\n" },

  { name = "tokens", stdin = "It's 5.",
    run = "gloss tokens -q",
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n-\t0\t2\tIt\tword\tit\n"
      .. "-\t2\t4\t's\tword\t's\n-\t5\t6\t5\tnumber\t5\n"
      .. "-\t6\t7\t.\tpunctuation\t.\n" },
  { name = "tokens are JSON lines, too", stdin = "It's",
    run = "gloss tokens -q -t jsonl | grep -o '\"tokens.*'",
    stdout = '"tokens":[{"start":0,"end":2,"kind":"word"},'
      .. '{"start":2,"end":4,"kind":"word","clitic":true}]}\n' },
  { name = "offsets in characters and UTF-16",
    run = "for u in bytes chars utf16; do printf 'é 😀 x' | gloss tokens -q "
      .. "--offsets $u | cut -f2-4 | tail -1; done",
    stdout = "8\t9\tx\n4\t5\tx\n5\t6\tx\n" },
  { name = "the unit of offsets is named", stdin = "é x",
    run = "gloss annotate -q -t jsonl --offsets chars --layers tokens"
      .. " | grep -o '\"offsets.*'",
    stdout = '"offsets":"chars","lang":"en","date":null,"title":null,'
      .. '"tokens":[{"start":0,"end":1,"kind":"word"},'
      .. '{"start":2,"end":3,"kind":"word"}]}\n' },
  { name = "TSV is one layer", stdin = "x",
    run = "gloss annotate -t tsv", exit = 2,
    stderr = "gloss: --to tsv writes one layer, not 2: --layers tokens\n" },
  { name = "none computes and writes nothing", stdin = "Hi there.",
    run = "gloss annotate -t none",
    stderr = "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },
  { name = "text marks sentences and tokens", stdin = "Hi you. Go.\n",
    run = "gloss annotate -q -t text --layers sentences; "
      .. "gloss annotate -q -t text --layers tokens --color always"
      .. " </dev/null",
    stdout = "Hi you.| Go.|\n\n" },
  { name = "a tab in a text does not break a line",
    stdin = "a\tb\\",
    run = "gloss sentences -q | cut -f4 | tail -1", stdout = "a\\tb\\\\\n" },

  { name = "the rule of each place where a sentence might end",
    stdin = "Mr. Ray left. So?",
    run = "gloss sentences -q --explain | cut -f2,3,5,6",
    stdout = "at\tboundary\tbefore\tafter\n3\tno\tMr.\t Ray\n"
      .. "13\tyes\tleft.\t So?\n17\tyes\tSo?\t\n" },
  { name = "the rule of each token", stdin = "Mr. Ray won't.",
    run = "gloss tokens -q --explain | cut -f4- | head -3",
    stdout = "text\tkind\trule\nMr.\tword\tabbreviation\n"
      .. "Ray\tword\tword\n" },

  { name = "the rule of each row, and what lost",
    stdin = "The Meridian Investment Fund (MIF) left. So did (WHO).",
    run = "gloss acronyms -q --explain | cut -f2,7-9 "
      .. "| sed 's|scripts/.*lua:[0-9].*|PLACE|'",
    stdout = "short\tverdict\trule\tplace\n"
      .. "MIF\tkept\tlong (short)\tPLACE\n"
      .. "\tlost\tlong (short)\tPLACE\n" },
  { name = "--explain of annotate explains one layer", stdin = "Hi",
    run = "gloss annotate --explain --layers times,amounts", exit = 2,
    stderr = "gloss: --explain explains one layer, not 2: --layers amounts\n" },
  { name = "--explain is off again without it",
    stdin = "The Meridian Investment Fund (MIF) left.",
    run = "gloss annotate -q --layers acronyms --explain -t tsv | head -1",
    stdout = "doc\tshort\tlong\tstart\tend\ttext\tverdict\trule\tplace\twhy\n" },
  { name = "--profile says where the time goes",
    stdin = "The Meridian Investment Fund (MIF) left.",
    run = "gloss acronyms -q --profile 2>&1 >/dev/null | awk '{print $1}'",
    stdout = "part\nread\ntokens\nsentences\nacronyms\nwrite\nother\nall\n" },
  { name = "--profile in --summary", stdin = "Hi.",
    run = "gloss tokens -q --profile --summary s 2>/dev/null >/dev/null; "
      .. "tr -d '0-9.e-' <s",
    stdout = '{"ok":,"faild":,"byts":,"sconds":,"mb_pr_scond":,"xit":,'
      .. '"profil":[' .. ('{"cpu":,"mb_pr_scond":,"nam":"rad","sconds":,"shar":},'
      .. '{"cpu":,"mb_pr_scond":,"nam":"tokns","sconds":,"shar":},'
      .. '{"cpu":,"mb_pr_scond":,"nam":"writ","sconds":,"shar":},'
      .. '{"cpu":,"mb_pr_scond":,"nam":"othr","sconds":,"shar":}') .. ']}\n' },

  { name = "-o appears when it is complete", stdin = "Hi",
    run = "gloss tokens -q -o out.tsv",
    after = { ["out.tsv"] = "doc\tstart\tend\ttext\tkind\tfolded\n"
                .. "-\t0\t2\tHi\tword\thi\n",
              ["out.tsv.partial"] = false } },
  { name = "-o where nothing can be", stdin = "Hi",
    run = "gloss tokens -q -o no/where.tsv", exit = 2,
    stderr = "gloss: cannot write: no/where.tsv.partial: No such file or "
      .. "directory\n" },
  { name = "-o without a name", stdin = "Hi", run = "gloss tokens -o ''",
    exit = 2, stderr = "gloss: --output needs the name of a file\n" },
  { name = "-o of a file that gets a folder's name meanwhile", stdin = "Hi",
    run = "(for i in 1 2 3 4 5 6 7 8 9; do test -e out.partial && break; "
      .. "sleep 0.3; done; mkdir -p out/x; echo Hi) | "
      .. "gloss tokens -q -o out",
    exit = 7, after = { ["out.partial"] = false },
    stderr = "gloss: out: Is a directory\n" },
  { name = "-o of a pipe or device writes into it", stdin = "Hi",
    run = "mkfifo p; timeout 5 cat p & gloss sentences -q -o p; wait; "
      .. "test -p p && gloss tokens -q -o /dev/stdout | cat",
    stdout = "doc\tstart\tend\ttext\trule\n-\t0\t2\tHi\tend of text\n"
      .. "doc\tstart\tend\ttext\tkind\tfolded\n" },
  { name = "a full disk", stdin = "Hi",
    run = "gloss tokens -q >/dev/full", exit = 7,
    stderr = "gloss: standard output: No space left on device\n" },
  { name = "a closed pipe is quiet",
    run = "yes 'A sentence.' | head -200000 | { gloss sentences -q; "
      .. "echo $? >&2; } | head -1",
    stdout = "doc\tstart\tend\ttext\trule\n", stderr = "0\n" },
  { name = "a reader of the talk that has gone costs no output",
    run = "for i in $(seq 200); do printf 'X\\377.' >$i.txt; done; "
      .. "{ gloss tokens -o out *.txt 2>&1; echo $? >code; } | head -1"
      .. " | cut -c1-14; cat code; wc -l <out",
    stdout = "gloss: 1.txt: \n0\n601\n" },
  { name = "a closed pipe ends a plain script, and help",
    files = { ["s.lua"] = "while true do print 'line' end" },
    run = "{ gloss run s.lua; echo $? >&2; } | head -1; "
      .. "{ sleep 0.2; gloss help; echo $? >&2; } | true",
    stdout = "line\n", stderr = "0\n0\n" },
  { name = "--summary has the figures as JSON",
    files = { ["a.txt"] = "Hi", ["b.txt"] = "%PDF-" },
    run = "gloss tokens -q --summary s.json a.txt b.txt >/dev/null; "
      .. "sed 's/\"seconds.*exit/X/' s.json",
    stdout = '{"ok":1,"failed":1,"bytes":7,X":3}\n' },
  { name = "--summary where nothing can be: nothing runs", stdin = "Hi",
    run = "gloss tokens -q --summary no/s.json -o out", exit = 2,
    after = { out = false, ["out.partial"] = false },
    stderr = "gloss: cannot write: no/s.json.partial: No such file or "
      .. "directory\n" },
  { name = "--summary when the reader of the output has gone",
    run = "yes 'A sentence.' | head -200000 | gloss sentences -q --summary s"
      .. " | head -1; sed 's/.*exit/X/' s; ls",
    stdout = 'doc\tstart\tend\ttext\trule\nX":0}\ns\n' },
  { name = "--partial-ok",
    files = { ["a.txt"] = "Hi", ["b.txt"] = "%PDF-" },
    run = "gloss tokens -q --partial-ok a.txt b.txt >/dev/null" },
  { name = "--max-failed stops, and nothing appears",
    files = { ["a.txt"] = "Hi", ["b.txt"] = "%PDF-", ["c.txt"] = "%PDF-" },
    run = "gloss tokens --max-failed 1 -o out a.txt b.txt c.txt", exit = 4,
    after = { out = false, ["out.partial"] = false },
    stderr = "gloss: b.txt: not a text: a PDF file\n"
      .. "gloss: c.txt: not a text: a PDF file\n"
      .. "gloss: too many documents failed: 2 of 3\n"
      .. "gloss: 1 document ok, 2 failed, N MB, N s, N MB/s\n" },
  { name = "--max-failed is not above 100%",
    run = "gloss tokens --max-failed 101%", exit = 2,
    stderr = 'gloss: --max-failed must be like 20 or 0.5%, not "101%"\n' },
  { name = "--quarantine where a file is", files = { bad = "" }, stdin = "Hi",
    run = "gloss tokens --quarantine bad", exit = 2,
    stderr = 'gloss: --quarantine needs the name of a folder, not "bad"\n' },
  { name = "--max-bytes is about the text, not its line",
    files = { ["a.jsonl"] = '{"text":"Hi","id":"0123456789"}\n'
                .. '{"text":"Hi there."}\n' },
    run = "gloss tokens -q --max-bytes 5 a.jsonl | cut -f1,4", exit = 0,
    stdout = "doc\ttext\n0123456789\tHi\n",
    stderr = "" },
  { name = "--lang may name a region", stdin = "It's",
    run = "gloss tokens -q --lang en-GB | wc -l; gloss tokens -q --lang EN "
      .. "| wc -l", stdout = "3\n1\n" },
  { name = "--quarantine keeps what failed",
    files = { ["a.txt"] = "Hi", ["b.jsonl"] = '{"text":1}\n' },
    run = "gloss tokens -q --quarantine bad a.txt b.jsonl >/dev/null; ls bad",
    stdout = "000002-b.jsonl_1.json\n000002-b.jsonl_1.jsonl\n",
    after = { ["bad/000002-b.jsonl_1.jsonl"] = '{"text":1}',
              ["bad/000002-b.jsonl_1.json"] = '{"id":"b.jsonl:1",'
                .. '"input":"b.jsonl","line":1,"number":2,'
                .. '"error":"field \\"text\\" is no string"}\n' } },
  { name = "no input at all", files = { list = "" },
    run = "gloss tokens -q --files-from list", exit = 4,
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n",
    stderr = "gloss: no document to read\n" },

  { name = "-o where a folder is", files = { ["out/x"] = "" }, stdin = "Hi",
    run = "gloss tokens -q -o out", exit = 2,
    stderr = "gloss: cannot write: out is a folder\n" },
  { name = "--explain is TSV", stdin = "Hi",
    run = "gloss tokens --explain -t jsonl", exit = 2,
    stderr = "gloss: --explain writes TSV, not jsonl\n" },
  { name = "--explain counts bytes", stdin = "Hi",
    run = "gloss sentences --explain --offsets chars", exit = 2,
    stderr = "gloss: --explain counts bytes, not chars\n" },
  { name = "help into a full disk", run = "gloss help >/dev/full", exit = 7,
    stderr = "gloss: standard output: No space left on device\n" },
  { name = "on a terminal text is marked in colour",
    files = { ["a.txt"] = "Hi there. Go.\n" },
    run = "script -qec 'gloss annotate -q a.txt' /dev/null"
      .. " | tr -d '\\033\\r'",
    stdout = "[1ma.txt[0m\nHi there.[2m|[0m Go.[2m|[0m\n" },
  { name = "interrupted",
    run = "sleep 0.4 | timeout --preserve-status -s INT 0.2 gloss tokens -q",
    exit = 130, stdout = false },
  { name = "terminated",
    run = "sleep 0.4 | timeout --preserve-status -s TERM 0.2 gloss tokens -q",
    exit = 143, stdout = false },
}
