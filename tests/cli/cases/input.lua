-- What is read, and what happens with input that is not as it should be.
local HEAD = "doc\tstart\tend\ttext\trule\n"

return {
  { name = "an empty file is a legal document",
    files = { ["a.txt"] = "" },
    run = "gloss tokens a.txt",
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n",
    stderr = "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "a binary file is refused, by its kind",
    files = { ["a.pdf"] = "%PDF-1.7\n", ["b.bin"] = ("\0\xFF\1\2"):rep(9),
              ["c.txt"] = "\xFF\xFEa\0b\0", ["d.txt"] = "Fine." },
    run = "gloss tokens a.pdf b.bin c.txt d.txt",
    exit = 3,
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n"
      .. "d.txt\t0\t4\tFine\tword\tfine\nd.txt\t4\t5\t.\tpunctuation\t.\n",
    stderr = "gloss: a.pdf: not a text: a PDF file\n"
      .. "gloss: b.bin: not a text: bytes that are no text\n"
      .. "gloss: c.txt: not a text: UTF-16; convert it to UTF-8\n"
      .. "gloss: 1 document ok, 3 failed, N MB, N s, N MB/s\n" },

  { name = "nothing but a binary file: stopped",
    files = { ["a.pdf"] = "%PDF-1.7\n" },
    run = "gloss tokens -o out.tsv a.pdf",
    exit = 4,
    after = { ["out.tsv"] = false, ["out.tsv.partial"] = false },
    stderr = "gloss: a.pdf: not a text: a PDF file\n"
      .. "gloss: no document could be processed\n"
      .. "gloss: 0 documents ok, 1 failed, N MB, N s, N MB/s\n" },

  { name = "invalid UTF-8 is named with its byte and replaced",
    files = { ["a.txt"] = "ab \xFF cd \xE2\x82 e." },
    run = "gloss sentences a.txt | cut -f2-4 | tail -1",
    stdout = "0\t16\tab \u{FFFD} cd \u{FFFD} e.\n",
    stderr = "gloss: a.txt: warning: invalid UTF-8 at byte 3 (0xFF), "
      .. "2 places; replaced by U+FFFD\n"
      .. "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "the byte at fault counts a byte order mark",
    files = { ["a.txt"] = "\xEF\xBB\xBFab\x80" },
    run = "gloss sentences a.txt | head -1",
    stdout = HEAD,
    stderr = "gloss: a.txt: warning: invalid UTF-8 at byte 5 (0x80); "
      .. "replaced by U+FFFD\n"
      .. "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "invalid UTF-8 is refused with --strict-utf8",
    files = { ["a.txt"] = "ab \xFF.", ["b.txt"] = "Fine" },
    run = "gloss tokens --strict-utf8 .",
    exit = 3,
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n"
      .. "b.txt\t0\t4\tFine\tword\tfine\n",
    stderr = "gloss: a.txt: invalid UTF-8 at byte 3 (0xFF)\n"
      .. "gloss: 1 document ok, 1 failed, N MB, N s, N MB/s\n" },

  { name = "surrogates and overlong forms are not UTF-8",
    files = { ["a.txt"] = "\xED\xA0\x80\xC0\xAF" },
    run = "gloss sentences a.txt | cut -f2-4 | tail -1",
    stdout = "0\t15\t" .. ("\u{FFFD}"):rep(5) .. "\n",
    stderr = "gloss: a.txt: warning: invalid UTF-8 at byte 0 (0xED), "
      .. "5 places; replaced by U+FFFD\n"
      .. "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "NUL bytes are part of a text",
    files = { ["a.txt"] = "one\0two three" },
    run = "gloss annotate -q --with-text --layers sentences -t jsonl a.txt"
      .. " | sed 's/\"sha256\":\"[0-9a-f]*\"/S/'",
    stdout = '{"gloss":1,"id":"a.txt",S,"offsets":"bytes","lang":"en",'
      .. '"date":null,"title":null,"text":"one\\u0000two three",'
      .. '"sentences":[{"start":0,"end":13}]}\n' },

  { name = "a byte order mark is removed, and that is recorded",
    files = { ["a.txt"] = "\xEF\xBB\xBFHi" },
    run = "gloss annotate -q --layers tokens -t jsonl a.txt"
      .. " | sed 's/\"sha256\":\"[0-9a-f]*\"/S/'",
    stdout = '{"gloss":1,"id":"a.txt",S,"offsets":"bytes","lang":"en",'
      .. '"date":null,"title":null,"repairs":["byte order mark removed"],'
      .. '"tokens":[{"start":0,"end":2,"kind":"word"}]}\n' },

  { name = "CRLF stays as it is",
    files = { ["a.txt"] = "One.\r\n\r\nTwo.\r\n" },
    run = "gloss sentences -q a.txt | cut -f1-4",
    stdout = "doc\tstart\tend\ttext\na.txt\t0\t4\tOne.\n"
      .. "a.txt\t8\t12\tTwo.\n" },

  { name = "one line of 100 MB",
    run = "yes 'a line without end ' | tr -d '\\n' | head -c 100000000"
      .. " | gloss annotate --to none --layers tokens,sentences",
    stderr = "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "a folder without texts",
    files = { ["news/a.doc"] = "x", ["news/.hidden.txt"] = "x" },
    run = "gloss tokens news",
    exit = 2,
    stderr = "gloss: news: no texts (.txt, .jsonl) in this folder\n" },

  { name = "a folder without texts, if that is fine",
    files = { ["news/a.doc"] = "x" },
    run = "gloss tokens -q --allow-empty news",
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n" },

  { name = "an input that is not there: nothing runs",
    files = { ["a.txt"] = "Hi" },
    run = "gloss tokens a.txt b.txt",
    exit = 2,
    stderr = "gloss: b.txt: No such file or directory\n" },

  { name = "a folder is read in order, names are paths in it",
    files = { ["n/b.txt"] = "B", ["n/a/z.txt"] = "Z", ["n/a.txt"] = "A",
              ["n/c.md"] = "C", ["n/.git/x.txt"] = "X" },
    run = "gloss tokens -q n/ | cut -f1,4",
    stdout = "doc\ttext\na/z.txt\tZ\na.txt\tA\nb.txt\tB\n" },

  { name = "standard input, named and not",
    stdin = "Hi",
    run = "gloss tokens -q - | tail -1; printf Ho | gloss tokens -q | tail -1",
    stdout = "-\t0\t2\tHi\tword\thi\n-\t0\t2\tHo\tword\tho\n" },

  { name = "-0 without a list", files = { ["a.txt"] = "Hi" },
    run = "gloss tokens -0 a.txt", exit = 2,
    stderr = "gloss: -0 is for --files-from\n" },
  { name = "names from a list",
    files = { ["n/a.txt"] = "A", ["n/b c.txt"] = "B",
              ["list"] = "n/a.txt\nn/b c.txt\n" },
    run = "gloss tokens -q --files-from list | cut -f1,4; "
      .. "printf 'n/b c.txt\\0n/a.txt\\0' | gloss tokens -q -0 --files-from -"
      .. " | cut -f1,4",
    stdout = "doc\ttext\nn/a.txt\tA\nn/b c.txt\tB\n"
      .. "doc\ttext\nn/b c.txt\tB\nn/a.txt\tA\n" },

  { name = "JSON lines, fields by other names",
    files = { ["a.jsonl"] = '{"url":"x/1","body":"Hi","pub":"2025-04-06T10:00",'
      .. '"n":3}\n\n{"body":"Ho","lang":"und"}\n' },
    run = "gloss annotate -q --layers tokens --text body --id url --date pub "
      .. "a.jsonl | sed 's/\"sha256\":\"[0-9a-f]*\"/S/'",
    stdout = '{"gloss":1,"id":"x/1",S,"offsets":"bytes","lang":"en",'
      .. '"date":"2025-04-06","title":null,"meta":{"n":3},'
      .. '"tokens":[{"start":0,"end":2,"kind":"word"}]}\n'
      .. '{"gloss":1,"id":"a.jsonl:3",S,"offsets":"bytes","lang":"und",'
      .. '"date":null,"title":null,'
      .. '"tokens":[{"start":0,"end":2,"kind":"word"}]}\n' },

  { name = "bad JSON lines are failed documents with their line",
    files = { ["a.jsonl"] = '{"text":"A"}\n{"text":\n{"txt":"B"}\n[1]\n'
      .. '{"text":5}\n{"text":"C"}\n' },
    run = "gloss tokens a.jsonl | cut -f1,4",
    stdout = "doc\ttext\na.jsonl:1\tA\na.jsonl:6\tC\n",
    stderr = false },

  { name = "dates are ISO or a warning",
    files = { ["a.jsonl"] = '{"id":"a","text":"A","date":"06/04/2025"}\n'
      .. '{"id":"b","text":"B","date":"2025-02-30"}\n'
      .. '{"id":"c","text":"C","date":"2025-04"}\n' },
    run = "gloss annotate --layers tokens --to jsonl a.jsonl"
      .. " | grep -o '\"date\":[^,]*'",
    stdout = '"date":null\n"date":null\n"date":"2025-04"\n',
    stderr = 'gloss: a.jsonl:1: warning: "06/04/2025" is no ISO date like '
      .. "2025-04-06; the document has none\n"
      .. 'gloss: a.jsonl:2: warning: "2025-02-30" is no ISO date like '
      .. "2025-04-06; the document has none\n"
      .. "gloss: 3 documents ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "--doc-date is for all",
    stdin = "Hi",
    run = "gloss annotate -q -t jsonl --doc-date 2025-04-06"
      .. " | grep -o '\"date\":[^,]*'",
    stdout = '"date":"2025-04-06"\n' },

  { name = "--doc-date is ISO",
    run = "gloss annotate --doc-date 6.4.2025 -",
    exit = 2,
    stderr = "gloss: --doc-date must be an ISO date like 2025-04-06, not "
      .. '"6.4.2025"\n' },

  { name = "--limit 0 reads nothing", files = { ["a.txt"] = "Hi" },
    run = "gloss tokens -q --limit 0 a.txt",
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n" },
  { name = "--limit stops early",
    files = { ["n/a.txt"] = "A", ["n/b.txt"] = "B", ["n/c.txt"] = "C" },
    run = "gloss tokens --limit 2 n | cut -f1",
    stdout = "doc\na.txt\nb.txt\n",
    stderr = "gloss: 2 documents ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "what annotate writes can be read again",
    stdin = '{"id":"x","text":"Hi there.","date":"2025-04-06","n":[1,2]}\n'
      .. '{"text":"It has no other fields."}\n',
    run = "gloss annotate -q -f jsonl --with-text -t jsonl - >1 && "
      .. "gloss annotate -q -f jsonl --with-text -t jsonl 1 >2 && cmp 1 2 && "
      .. "echo same",
    stdout = "same\n" },
  { name = "what annotate writes without the text cannot", stdin = "Hi",
    run = "gloss annotate -q -t jsonl >1; gloss tokens -f jsonl 1", exit = 4,
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n",
    stderr = 'gloss: 1:1: no field "text" (gloss annotate writes it with '
      .. "--with-text)\ngloss: no document could be processed\n"
      .. "gloss: 0 documents ok, 1 failed, N MB, N s, N MB/s\n" },

  { name = "two documents with one id",
    files = { ["x/a.txt"] = "A", ["y/a.txt"] = "B" },
    run = "gloss tokens x/a.txt y/a.txt | cut -f1,4",
    stdout = "doc\ttext\na.txt\tA\na.txt\tB\n",
    stderr = "gloss: a.txt: warning: another document has the same id\n"
      .. "gloss: 2 documents ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "a document's own language",
    files = { ["a.jsonl"] = '{"id":"a","text":"A","lang":"de-AT"}\n'
      .. '{"id":"b","text":"B","lang":"xx"}\n' },
    run = "gloss annotate -t jsonl a.jsonl | grep -o '\"lang\":[^,]*'",
    stdout = '"lang":"de"\n"lang":"und"\n',
    stderr = 'gloss: a.jsonl:2: warning: no language "xx"; read as und\n'
      .. "gloss: 2 documents ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "a language pack of one's own",
    files = { ["mine.lua"] = 'return { name = "Mine" }\n',
              ["bad.lua"] = "return {\n  abbreviatons = 1 }\n" },
    stdin = "Hi",
    run = "gloss tokens -q --lang-pack mine.lua | tail -1; "
      .. "gloss tokens -q --lang-pack no.lua; "
      .. "gloss tokens -q --lang-pack bad.lua 2>/dev/null",
    exit = 6,
    stdout = "-\t0\t2\tHi\tword\thi\n",
    stderr = "gloss: --lang-pack: no.lua: no such file\n" },

  { name = "one JSON line of 30 MB",
    run = "{ printf '{\"text\":\"'; yes 'a line without end ' | tr -d '\\n'"
      .. " | head -c 30000000; printf '\"}'; }"
      .. " | gloss annotate --from jsonl --to none --layers tokens",
    stderr = "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "JSON lines on stdin have to be called so",
    stdin = '{"body":"Hi"}\n',
    run = "gloss tokens --text body; gloss tokens -f jsonl --text body -q; "
      .. "gloss tokens -o x",
    exit = 0,
    stdout = "doc\tstart\tend\ttext\tkind\tfolded\n"
      .. "-:1\t0\t2\tHi\tword\thi\n",
    stderr = "gloss: --text is for JSON lines, and no input is "
      .. "(--from jsonl)\n"
      .. "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },

  { name = "JSON and HTML read as text are a warning",
    files = { ["a.json"] = '{ "text": "Hi" }', ["b.html"] = "<!DOCTYPE html>" },
    run = "gloss tokens -o x a.json b.html; gloss tokens -o x -f text a.json",
    stderr = "gloss: a.json: warning: looks like JSON, read as text (JSON "
      .. "lines: --from jsonl)\n"
      .. "gloss: b.html: warning: looks like HTML, read as text, tags and "
      .. "all\ngloss: 2 documents ok, 0 failed, N MB, N s, N MB/s\n"
      .. "gloss: 1 document ok, 0 failed, N MB, N s, N MB/s\n" },
}
