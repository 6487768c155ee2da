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
}
