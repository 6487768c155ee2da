-- gloss names, gloss dict suggest.
local NEWS = { ["c/a.txt"] = "Kirill Oranov, head of MIF, met Ann Bell.\n",
  ["c/b.txt"] = "Then Kirill Oranov left.\n",
  ["d.tsv"] = "id\ttype\tname\nper:bell\tPERSON\tAnn Bell\n" }

local HEAD = "id\ttype\tname\taliases\tcount\tdocuments\tearliest\tlatest\t"
  .. "reason\toffice\tnear\texample1\texample2\n"
local ORANOV = "per:kirill-oranov\tPERSON\tKirill Oranov\t\t2\t2\t\t\t"
  .. "given name: Kirill\thead of MIF\t\t"
  .. "Kirill Oranov, head of MIF, met Ann Bell.\tThen Kirill Oranov left.\n"

return {
  { name = "names without a dictionary", stdin = "Then Ann Bell left. Bell ran.",
    run = "gloss names -q",
    stdout = "doc\tstart\tend\ttext\tname\ttype\tcluster\tvia\treason\n"
      .. "-\t5\t13\tAnn Bell\tAnn Bell\tPERSON\t1\tname\tgiven name: Ann\n"
      .. "-\t20\t24\tBell\tAnn Bell\tPERSON\t1\tsurname\tgiven name: Ann\n" },
  { name = "names beside a dictionary", files = NEWS,
    run = "gloss names -q -d d.tsv c | cut -f1,4",
    stdout = "doc\ttext\na.txt\tKirill Oranov\na.txt\tMIF\nb.txt\tKirill Oranov\n" },
  { name = "suggestions are a table of entities", files = NEWS,
    run = "gloss dict suggest -q -d d.tsv c -o new.tsv && cat new.tsv && "
      .. "gloss dict build -q new.tsv -o x.gdict",
    stdout = HEAD .. ORANOV },
  { name = "suggestions as JSON", files = NEWS,
    run = "gloss dict suggest -q --json -d d.tsv c",
    stdout = '{"id":"per:kirill-oranov","type":"PERSON","name":"Kirill Oranov",'
      .. '"aliases":[],"count":2,"documents":2,"reason":"given name: Kirill",'
      .. '"office":"head of MIF",'
      .. '"example1":"Kirill Oranov, head of MIF, met Ann Bell.",'
      .. '"example2":"Then Kirill Oranov left."}\n' },
  { name = "what is rejected is not asked again", files = NEWS,
    run = "gloss dict suggest --decided m.tsv --reject 'Kirill Oranov' && "
      .. "gloss dict suggest -q -d d.tsv --decided m.tsv c", stdout = HEAD,
    after = { ["m.tsv"] = "name\tdecision\nKirill Oranov\treject\n" } },
  { name = "a decision needs a file",
    run = "gloss dict suggest --reject X", exit = 2,
    stderr = "gloss: --accept and --reject need the file: --decided FILE\n" },
  { name = "a page for review", files = NEWS,
    run = "gloss dict suggest -q --min 1 --html p.html c >/dev/null && "
      .. "grep -c 'id=\"data\">{' p.html", stdout = "1\n" },
}
