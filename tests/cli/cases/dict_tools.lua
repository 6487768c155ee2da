-- gloss dict check, lint, test, fmt, grep, stats, diff.
local GOOD = "id\ttype\tname\taliases\norg:acme\tORG\tAcme Works\tAcme\n"
  .. "per:lee\tPERSON\tAnn Lee\t\n"
local LOOSE = "type\tid\tname\taliases\r\nPERSON\tper:lee\tAnn Lee\t\r\n"
  .. '"ORG"\torg:acme\tAcme Works\tAcme \r\n'
local TESTS = "test\texpect\tonly\nAnn Lee left Acme.\tper:lee|org:acme\t\n"
  .. "It grew.\t\t-\n"
local DATED = "id\ttype\tname\tfrom\norg:acme\tORG\tAcme Works\t23/02/2025\n"
local WARNED = GOOD:gsub("Acme\n", "Acme|AC\n")

-- Actors as PETRARCH writes them, with what goes wrong there.
local ACTORS = [[
ANNA_BERG_  # a minister twice
+BERG_A.
+BERG_A.
	[XAAGOV 010203-050607]
	[XAAGOV 040101-]
OLAF_LUND_
	[XABMIL 990101-980101]
	[XABGOV >201005011]
OLAF_LUND_ [XAC]
BAY_OF_(OLD_HARBOUR_ [XAD]
ERIK_MOE_
	[XAEGOV 010203-050230]
	[XAEGOV <040101]
	[XAEBUS 030101-050101]
]]

-- A folder in which git knows GOOD, and d.tsv has been changed since.
local function in_git(text, line)
  return "git init -q . && git add d.tsv && "
    .. "git -c user.name=a -c user.email=a@b.c commit -q -m one && "
    .. "printf '" .. text:gsub("\n", "\\n"):gsub("\t", "\\t") .. "' >d.tsv && "
    .. line
end

return {
  { name = "dict lint has nothing to say", files = { ["d.tsv"] = GOOD },
    run = "gloss dict lint d.tsv",
    stderr = "gloss: lint: 0 errors, 0 warnings\n" },
  { name = "dict lint names file and line of an error",
    files = { ["d.tsv"] = DATED }, run = "gloss dict lint d.tsv", exit = 1,
    stdout = 'd.tsv:2: error: from: "23/02/2025" is no ISO date: write '
      .. "2025-02-23 [date]\n",
    stderr = "gloss: lint: 1 error, 0 warnings\n" },
  { name = "warnings are no failure",
    files = { ["d.tsv"] = WARNED }, run = "gloss dict lint -q d.tsv",
    stdout = 'd.tsv:2: warning: "AC" is so short that it means other things, '
      .. "too [short]\n" },
  { name = "but with --strict", files = { ["d.tsv"] = WARNED }, exit = 1,
    run = "gloss dict lint -q --strict d.tsv", stdout = false },
  { name = "dict lint writes JSON", files = { ["d.tsv"] = WARNED },
    run = "gloss dict lint -q --json d.tsv",
    stdout = '{"tool":"lint","file":"d.tsv","line":2,"level":"warning",'
      .. '"rule":"short","id":"org:acme","message":"\\"AC\\" is so short that '
      .. 'it means other things, too"}\n' },
  { name = "dict lint --since tells what is new", files = { ["d.tsv"] = WARNED },
    run = in_git(WARNED:gsub("Lee", "Lee (") .. "x\tORG\tXylo\t?\n",
                 "gloss dict lint --since HEAD d.tsv"), exit = 1,
    stdout = 'd.tsv:3: warning: "Ann Lee (" opens ( and does not close it '
      .. '[bracket]\nd.tsv:4: error: "?" has no letter and no digit '
      .. "[unreachable]\n",
    stderr = "gloss: lint: 1 error, 1 warning since HEAD\n" },
  { name = "--since needs a revision", files = { ["d.tsv"] = GOOD },
    run = "gloss dict lint --since 2001 d.tsv", exit = 2,
    stderr = "gloss: --since: git knows no revision 2001 here\n" },
  { name = "dict lint verifies what is compiled", files = { ["d.tsv"] = GOOD },
    run = "gloss dict build -q d.tsv -o d.gdict && gloss dict lint d.gdict && "
      .. "printf X | dd of=d.gdict bs=1 seek=700 conv=notrunc 2>/dev/null; "
      .. "gloss dict lint d.gdict 2>/dev/null", exit = 6,
    stderr = "gloss: d.gdict: whole, 2 entities\n" },
  { name = "a source that is not there is named", exit = 2,
    run = "gloss dict lint none.tsv",
    stderr = "gloss: none.tsv: No such file or directory\n" },

  { name = "dict lint names what an import could not set right",
    files = { ["My.actors.txt"] = ACTORS }, exit = 1,
    run = "gloss dict import -q --format petrarch My.actors.txt -o my/ && "
      .. "gloss dict lint -q my",
    stdout = [[
my/entities.tsv:2: warning: "Berg A." stands here twice [doubled]
my/entities.tsv:3: warning: "Olaf Lund" is an alias of actor:olaf-lund~2 (my/entities.tsv:4), too [shared]
my/entities.tsv:5: warning: "Bay of (Old Harbour" opens ( and does not close it [bracket]
my/roles.tsv:1: warning: the column "of" is empty in every row [unused]
my/roles.tsv:3: warning: "XAAGOV" (2004-01-01 to ...) overlaps "XAAGOV" (2001-02-03 to 2005-06-07, line 2) [overlap]
my/roles.tsv:4: error: it ends (1998-01-01) before it begins (1999-01-01) [reversed]
my/roles.tsv:5: error: from: "201005011" is no ISO date (as in 2025, 2025-04, 2025-04-06) [date]
my/roles.tsv:6: error: to: "050230" has a year of two digits: write all four [century]
my/roles.tsv:8: warning: "XAEBUS" (2003-01-01 to 2005-01-01) overlaps "XAEGOV" (... to 2004-01-01, line 7) [overlap]
]] },

  { name = "dict test passes, and counts", run = "gloss dict test d",
    files = { ["d/d.tsv"] = GOOD, ["d/t.tsv"] = TESTS },
    stderr = "gloss: test: 2 tests, 0 failed; 2 of 3 aliases have a test\n" },
  { name = "dict test names what fails", exit = 1,
    run = "gloss dict test d.tsv t.tsv",
    files = { ["d.tsv"] = GOOD, ["t.tsv"] = TESTS:gsub("%-", "per:lee") },
    stdout = "t.tsv:3: error: per:lee is not found (found: nothing) [test]\n",
    stderr = "gloss: test: 2 tests, 1 failed; 2 of 3 aliases have a test\n" },
  { name = "dict test of what does not compile", exit = 6,
    run = "gloss dict test d.tsv", files = { ["d.tsv"] = DATED },
    stderr = 'gloss: d.tsv:2: "23/02/2025" is no ISO date: write '
      .. "2025-02-23\n" },

  { name = "dict fmt --check changes nothing", files = { ["d.tsv"] = LOOSE },
    run = "gloss dict fmt --check d.tsv", exit = 1,
    stdout = "d.tsv:1: error: not formatted (gloss dict fmt d.tsv) [fmt]\n",
    stderr = "gloss: fmt: 1 file, 1 not formatted\n",
    after = { ["d.tsv"] = LOOSE } },
  { name = "dict fmt writes files", files = { ["d.tsv"] = LOOSE },
    run = "gloss dict fmt d.tsv && gloss dict fmt d.tsv",
    stderr = "gloss: fmt: 1 file, 1 written\ngloss: fmt: 1 file, 0 written\n",
    after = { ["d.tsv"] = GOOD } },
  { name = "dict fmt is a filter", stdin = LOOSE, run = "gloss dict fmt -",
    stdout = GOOD },
  { name = "the filter gives nothing of what it cannot read", exit = 1,
    stdin = "id\tnmae\na\tb\n", run = "gloss dict fmt -",
    stderr = 'gloss: standard input:1: no column "nmae" (did you mean '
      .. '"name"?)\n' },
  { name = "dict fmt leaves what it cannot read", exit = 1,
    files = { ["d.tsv"] = "id\tname\na\tb\tc\n" }, run = "gloss dict fmt d.tsv",
    stdout = "d.tsv:2: error: 3 cells under 2 columns [fmt]\n",
    stderr = "gloss: fmt: 1 file, 0 written\n",
    after = { ["d.tsv"] = "id\tname\na\tb\tc\n" } },

  { name = "dict check is the three", run = "gloss dict check d",
    files = { ["d/d.tsv"] = GOOD, ["d/t.tsv"] = TESTS },
    stderr = "gloss: fmt: 2 files, 0 not formatted\n"
      .. "gloss: lint: 0 errors, 0 warnings\n"
      .. "gloss: test: 2 tests, 0 failed; 2 of 3 aliases have a test\n" },
  { name = "dict check goes on after a failure", exit = 1,
    run = "gloss dict check -q d | cut -d' ' -f1,2; exit 1",
    files = { ["d/d.tsv"] = LOOSE:gsub("Ann Lee", "Ann Lee )"),
              ["d/t.tsv"] = TESTS:gsub("Ann", "Joe") },
    stdout = "d/d.tsv:1: error:\nd/d.tsv:2: warning:\nd/d.tsv:3: warning:\n"
      .. "d/t.tsv:2: error:\n" },

  { name = "dict grep shows an entry", files = { ["d.tsv"] = GOOD },
    run = "gloss dict grep ACME d.tsv",
    stdout = "org:acme  ORG  Acme Works  d.tsv:2\n  alias    Acme\n" },
  { name = "dict grep finds nothing", files = { ["d.tsv"] = GOOD }, exit = 1,
    run = "gloss dict grep oslo d.tsv" },
  { name = "dict grep names what is wrong with an expression", exit = 2,
    files = { ["d.tsv"] = GOOD }, run = "gloss dict grep '/(/' d.tsv",
    stderr = false },
  { name = "dict grep reads what is compiled", files = { ["d.tsv"] = GOOD },
    run = "gloss dict build -q d.tsv -o d.gdict && "
      .. "gloss dict grep per:lee d.gdict",
    stdout = "per:lee  PERSON  Ann Lee\n" },

  { name = "dict stats counts", files = { ["d.tsv"] = GOOD },
    run = "gloss dict stats d.tsv | grep -v ' 0 '",
    stdout = "         2  entities\n         3  aliases, names too\n"
      .. "         1  of type ORG\n         1  of type PERSON\n"
      .. "         3  case=smart\n" },
  { name = "dict stats --on finds what is dead and noisy",
    files = { ["d.tsv"] = GOOD .. "org:gate\tORG\tGate\t\n",
              ["a.txt"] = "Gate and Ann Lee: a gate." },
    run = "gloss dict stats d.tsv --on a.txt | sed '1,/case/d'",
    stdout = "\n         1  documents\n         2  mentions\n"
      .. "         2  linked\n         0  ambiguous\n         0  not linked\n"
      .. "\nnoisy: 1\n       1  Gate: 1 times in lower case, 1 times as a name "
      .. "(org:gate)\n\nambiguous: 0\n\ndead: 1\n"
      .. "  org:acme  Acme Works  d.tsv:2\n" },
  { name = "dict stats --on needs texts", files = { ["d.tsv"] = GOOD },
    run = "gloss dict stats d.tsv --on news", exit = 2,
    stderr = "gloss: news: No such file or directory\n" },

  { name = "dict diff of the same is quiet", files = { ["d.tsv"] = GOOD },
    run = "gloss dict diff d.tsv d.tsv" },
  { name = "dict diff with a revision of git", files = { ["d.tsv"] = GOOD },
    run = in_git(GOOD:gsub("Acme\n", "Acme|Acme Mill\n"),
                 "gloss dict diff HEAD d.tsv; gloss dict diff HEAD:d.tsv d.tsv"),
    exit = 1,
    stdout = ("~ org:acme  Acme Works  d.tsv:2\n    alias +Acme Mill\n"):rep(2) },
  { name = "dict diff of folders, from outside their tree",
    files = { ["r/d/d.tsv"] = GOOD, ["r/d/e.tsv"] = "id\tname\no:e\tErlan\n",
              ["r/x.tsv"] = "id\tname\no:x\tXylo\n" },
    run = "(cd r && git init -q . && git add . && git -c user.name=a -c "
      .. "user.email=a@b.c commit -q -m one && rm d/e.tsv) && "
      .. "gloss dict diff HEAD r/d; gloss dict diff HEAD \"$PWD/r/d\" | "
      .. "grep -c Erlan; cd r/d && gloss dict diff HEAD:../x.tsv d.tsv | "
      .. "grep Xylo; exit 1",
    exit = 1,
    stdout = "- o:e  Erlan  HEAD:r/d/e.tsv:2\n1\n- o:x  Xylo  HEAD:../x.tsv:2\n" },
  { name = "dict diff --on tells what changes in texts", exit = 1,
    files = { ["a.tsv"] = GOOD, ["b.tsv"] = GOOD:gsub("Acme\n", "\n"),
              ["t/1.txt"] = "Acme grew. Acme!", ["t/2.txt"] = "Ann Lee left." },
    run = "gloss dict diff a.tsv b.tsv --on t",
    stdout = "~ org:acme  Acme Works  b.tsv:2\n    alias -Acme\n\n"
      .. "     2  vanishes  Acme  org:acme  1.txt#0-4\n"
      .. "mentions that change: 2 of 3 (66.67%); after it 1; documents: 2\n" },
  { name = "dict diff --max-change", stdout = false,
    files = { ["a.tsv"] = GOOD, ["b.tsv"] = GOOD:gsub("Acme\n", "\n"),
              ["t/1.txt"] = "Acme grew. Acme!", ["t/2.txt"] = "Ann Lee left." },
    run = "gloss dict diff a.tsv b.tsv --on t --max-change 70% && "
      .. "gloss dict diff a.tsv b.tsv --on t --max-change 2 && "
      .. "gloss dict diff a.tsv b.tsv --on t --max-change 66%", exit = 1 },
  { name = "--max-change needs texts", files = { ["d.tsv"] = GOOD }, exit = 2,
    run = "gloss dict diff d.tsv d.tsv --max-change 1%",
    stderr = "gloss: --max-change is of mentions: give texts with --on\n" },
  { name = "dict diff of a file that a revision does not have",
    files = { ["d.tsv"] = GOOD }, exit = 2,
    run = in_git(GOOD, "gloss dict diff HEAD:e.tsv d.tsv"),
    stderr = "gloss: HEAD:e.tsv: no such file in that revision\n" },
}
