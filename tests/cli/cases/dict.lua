-- gloss dict build, and dictionaries given with -d.
local GOOD = "id\ttype\tname\taliases\norg:acme\tORG\tAcme Works\tAcme|AWKS\n"
  .. "per:lee\tPERSON\tAnn Lee\t\n"

return {
  { name = "a dictionary is compiled, the same bytes each time",
    files = { ["d.tsv"] = GOOD },
    run = "gloss dict build d.tsv -o a.gdict && "
      .. "gloss dict build -q d.tsv -o b.gdict && cmp a.gdict b.gdict && "
      .. "echo same",
    stdout = "same\n", stderr = false },
  { name = "a dictionary needs a name", files = { ["d.tsv"] = GOOD },
    run = "gloss dict build d.tsv", exit = 2,
    stderr = "gloss: dict build needs a file to write: -o NAME.gdict\n" },
  { name = "a source that is not there",
    run = "gloss dict build d.tsv -o d.gdict", exit = 2,
    stderr = "gloss: d.tsv: No such file or directory\n" },
  { name = "a source that is wrong leaves no file",
    files = { ["d.tsv"] = GOOD:gsub("PERSON", "PERSON\t\t2025/02/03") },
    run = "gloss dict build d.tsv -o d.gdict 2>/dev/null", exit = 6,
    after = { ["d.gdict"] = false } },
  { name = "a dictionary that is not there",
    run = "gloss entities -d d.tsv x", exit = 2,
    stderr = "gloss: --dict names no file: d.tsv: No such file or directory\n" },
  { name = "entities, from a source and compiled",
    files = { ["d.tsv"] = GOOD },
    run = "gloss dict build -q d.tsv -o d.gdict; for d in d.tsv d.gdict; do "
      .. "printf 'Ann Lee of Acme left.' | gloss entities -q -d $d"
      .. " | cut -f1-7,9; done",
    stdout = ("doc\tstart\tend\ttext\ttype\tid\tname\tsentence\n"
      .. "-\t0\t7\tAnn Lee\tPERSON\tper:lee\tAnn Lee\t1\n"
      .. "-\t11\t15\tAcme\tORG\torg:acme\tAcme Works\t1\n"):rep(2) },
  { name = "a damaged dictionary does not load",
    files = { ["d.gdict"] = "GLOSSDIC" .. ("x"):rep(200) }, stdin = "x",
    run = "gloss entities -q -d d.gdict 2>/dev/null", exit = 6 },
  { name = "entities, why", files = { ["d.tsv"] = GOOD },
    stdin = "Ann Lee came. Lee spoke with Bob Lee.",
    run = "gloss entities -q -d d.tsv --explain | cut -f4,6,10,11,13",
    stdout = "text\tid\tverdict\trule\twhy\n"
      .. "Ann Lee\tper:lee\tkept\tonly\tnothing else is called so\n"
      .. "Lee\tper:lee\tkept\tdocument\tthe document names it in another way, "
      .. "too: Ann Lee\n"
      .. 'Lee\t\tlost\tpart\tper:lee as "Ann Lee": it is a part of another '
      .. "name\n" },
  { name = "a pattern asks the dictionary",
    files = { ["d.tsv"] = "id\ttype\tname\tcountry\na\tPERSON\tAnn Lee\tRU\n"
      .. "b\tPERSON\tBob Roe\tAR\n",
      ["r.tsv"] = "id\trole\tto\nb\tminister\t2019\n" },
    stdin = "Ann Lee met Bob Roe.",
    run = "mkdir d && mv *.tsv d && for p in country=RU 'role=\"minister\"'; do "
      .. "printf 'Ann Lee met Bob Roe.' | gloss match -q -d d "
      .. "--doc-date 2018 \"<PERSON $p>\" | cut -f4; done",
    stdout = "text\nAnn Lee\ntext\nBob Roe\n" },
  { name = "the last dictionary wins ties",
    files = { ["a.tsv"] = "id\ttype\tname\na\tX\tTorva\n",
              ["b.tsv"] = "id\ttype\tname\nb\tX\tTorva\n" },
    run = "for n in a b; do gloss dict build -q $n.tsv -o $n.gdict; done; "
      .. "for d in '-d a.gdict -d b.tsv' '-d b.tsv -d a.gdict'; do "
      .. "printf Torva | gloss entities -q $d | cut -f6; done",
    stdout = "id\nb\nid\na\n" },
}
