-- gloss dict import, gloss dict export, and the dictionaries that come with gloss.
local RULER = '{"label":"ORG","pattern":"Acme","id":"org:acme"}\n'
  .. '{"label":"ORG","pattern":[{"IS_DIGIT":true}]}\n'

return {
  { name = "an import is a folder that is a dictionary; what is left out is told",
    files = { ["p.jsonl"] = RULER },
    run = "gloss dict import --format entityruler p.jsonl -o d/ && "
      .. "printf 'Acme left.' | gloss entities -q -d d | cut -f4-6",
    stdout = "text\ttype\tid\nAcme\tORG\torg:acme\n",
    stderr = "gloss: warning: p.jsonl:2: the token attribute IS_DIGIT: "
      .. '{"label":"ORG","pattern":[{"IS_DIGIT":true}]}\n'
      .. "gloss: d/: 1 entities, 1 aliases, 0 roles, 0 excludes; 1 not imported\n",
    after = { ["d/aliases.tsv"] = "id\talias\tcase\tfrom\tto\tnote\n"
        .. "org:acme\tAcme\texact\t\t\t\n",
      ["d/not-imported.log"] = "p.jsonl:2: the token attribute IS_DIGIT: "
        .. '{"label":"ORG","pattern":[{"IS_DIGIT":true}]}\n' } },
  { name = "an import needs a format", files = { ["p.jsonl"] = RULER },
    run = "gloss dict import p.jsonl -o d", exit = 2,
    stderr = "gloss: dict import needs a format: --format csv|entityruler|"
      .. "flashtext|gate|liwc|petrarch|quanteda|regexner|wikidata\n" },
  { name = "a format that there is not", files = { ["p.jsonl"] = RULER },
    run = "gloss dict import --format entityrulr p.jsonl -o d", exit = 2,
    stderr = "gloss: --format must be one of csv, entityruler, flashtext, gate, "
      .. 'liwc, petrarch, quanteda, regexner, wikidata, not "entityrulr" '
      .. '(did you mean "entityruler"?)\n' },
  { name = "a map is for tables", files = { ["p.jsonl"] = RULER },
    run = "gloss dict import --format gate --map id=x p.jsonl -o d", exit = 2,
    stderr = "gloss: --map is for --format csv, not gate\n" },
  { name = "a column that is a slip", files = { ["p.csv"] = "name,alaises\nA B,x\n" },
    run = "gloss dict import --format csv p.csv -o d", exit = 2,
    stderr = 'gloss: the column "alaises" looks like a slip for "aliases": '
      .. "--map aliases=alaises, or --map another=alaises\n" },
  { name = "nothing in it", files = { ["p.jsonl"] = "\n" },
    run = "gloss dict import --format entityruler p.jsonl -o d", exit = 6,
    stderr = "gloss: nothing in it is an entry\n",
    after = { ["d/entities.tsv"] = false } },
  { name = "an export says what it leaves out",
    files = { ["d.jsonl"] = '{"id":"a","type":"ORG","name":"Acme","roles":'
      .. '[{"role":"r"}]}\n' },
    run = "gloss dict export --format entityruler d.jsonl",
    stdout = '{"label":"ORG","pattern":"Acme","id":"a"}\n',
    stderr = "gloss: warning: the format has no place for 1 roles\n" },
  { name = "a dictionary that comes with gloss",
    run = "printf 'The UN met in Vienna.' | gloss entities -q -d builtin:all"
      .. " | cut -f4-7",
    stdout = "text\ttype\tid\tname\nUN\tORG\torg:un\tUnited Nations\n"
      .. "Vienna\tGPE\tgpe:at-vienna\tVienna\n" },
  { name = "one that does not come with it",
    run = "printf x | gloss entities -q -d builtin:contries", exit = 6,
    stderr = 'gloss: no dictionary "contries" comes with gloss (did you mean '
      .. '"countries"?); there are: agencies, countries, currencies, demonyms, '
      .. "organisations, titles, all\n" },
}
