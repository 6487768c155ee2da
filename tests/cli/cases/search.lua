-- match and kwic: what is found, why, and the exit status.
local FILES = {
  ["a.txt"] = "The chief of Acme met Ann Bell on 5 May 2025. "
    .. "The president of the World Bank left.\n",
  ["b.txt"] = "The president of Chad spoke.\n",
  ["ranks.txt"] = "chief\n\n  president\n",
  ["actors.tsv"] = "id\ttype\tname\norg:acme\tORG\tAcme\n"
    .. "per:bell\tPERSON\tAnn Bell\n",
}

local function case(name, run, stdout, more)
  local one = { name = name, files = FILES, run = run, stdout = stdout }
  for key, value in pairs(more or {}) do one[key] = value end
  return one
end

return {
  case("a line for each match, with its captures",
    "gloss match -q 'rank:$rank of the? x:[shape=Xx]+' --words "
      .. "rank=ranks.txt a.txt b.txt",
    "doc\tstart\tend\ttext\trank\tx\n"
      .. "a.txt\t4\t17\tchief of Acme\tchief\tAcme\n"
      .. "a.txt\t50\t77\tpresident of the World Bank\tpresident\tWorld Bank\n"
      .. "b.txt\t4\t21\tpresident of Chad\tpresident\tChad\n"),
  case("annotations are made",
    "gloss match -q -t jsonl -d actors.tsv 'who:<PERSON> on when:<times>' a.txt",
    '{"doc":"a.txt","start":22,"end":44,"text":"Ann Bell on 5 May 2025",'
      .. '"captures":{"when":{"end":44,"start":34,"text":"5 May 2025"},'
      .. '"who":{"end":30,"id":"per:bell","name":"Ann Bell","start":22,'
      .. '"text":"Ann Bell","type":"PERSON"}}}\n'),
  case("a part of a pattern, across sentences",
    "gloss match -q --across --part 'day=[kind=number] may [kind=number]' "
      .. "'$day . the president' a.txt",
    "doc\tstart\tend\ttext\na.txt\t34\t59\t5 May 2025. The president\n"),
  case("nothing found is 1", "gloss match -q nothing a.txt",
    "doc\tstart\tend\ttext\n", { exit = 1 }),
  case("why, and why not",
    "gloss match -q --explain 'president of the (world|european) x:[]' "
      .. "a.txt b.txt", [[
a.txt#50-77: "president of the World Bank"
    president  president
    of         of
    the        the
    world      World
    []         Bank
b.txt: no match
  nearest: b.txt#4-16 "president of"
  then 'the' is expected, and "Chad" stands there
]]),
  case("the end of a sentence is no word",
    "gloss match -q --explain 'spoke . again' b.txt", [[
b.txt: no match
  nearest: b.txt#22-28 "spoke."
  then 'again' is expected, and the sentence ends there
]], { exit = 1 }),
  case("a typo is an error", "gloss match 'a [kidn=word]' a.txt", "",
    { exit = 6, stderr = [[
gloss: pattern, line 1: no test "kidn" (did you mean "kind"?)
  a [kidn=word]
     ^
]] }),
  case("so is a name", "gloss match '$rnak' --words rank=ranks.txt a.txt", "",
    { exit = 6, stderr = [[
gloss: pattern, line 1: no word list or part "rnak" (did you mean "rank"?)
  $rnak
  ^
]] }),
  case("a layer that nothing makes", "gloss match '<tmes>' a.txt", "",
    { exit = 2, stderr = 'gloss: <tmes>: nothing makes a layer of that name '
      .. '(did you mean "times"?)\n' }),
  case("entities need a dictionary", "gloss match '<PERSON>' a.txt", "",
    { exit = 2, stderr = "gloss: entities need a dictionary: -d FILE\n" }),
  case("a concordance", "gloss kwic -q -w 2 'president of' a.txt b.txt", [[
== a.txt
. The [president of] the World
== b.txt
The [president of] Chad spoke
]]),
  case("by sentence, as a table",
    "gloss kwic -q -t tsv --by sentence bank a.txt",
    "doc\tstart\tend\tleft\tmatch\tright\n"
      .. "a.txt\t73\t77\tThe president of the World \tBank\t left.\n"),
  case("a concordance of nothing is 1", "gloss kwic -q nothing a.txt", "",
    { exit = 1 }),
}
