--- The commands: what they do, take, and how they are called.
--
-- module: of gloss.commands; its run(options, inputs) returns an exit code.
-- args: what follows the options; `inputs` for files, folders and "-".
-- options: names, or names of groups (contract/options.lua).
-- formats: what --to knows here. layer: the one layer it writes.

local layers = require "gloss.contract.layers"

local BATCH = { "input", "batch", "limits", "talk" }

local list = {
  { name = "run", help = "run a job, or a plain script",
    module = "run",
    args = { { name = "SCRIPT", help = "a Lua file that returns a job" },
             { name = "INPUT", inputs = true } },
    options = { "set", "dict", "sandbox", "output", "to", "profile",
                table.unpack(BATCH) },
    formats = { "jsonl", "csv", "tsv", "markdown", "text" },
    about = "A job fills tables from documents (docs/jobs.md). Without "
      .. "INPUT it reads stdin. A plain script gets the inputs in `arg`. "
      .. "Several tables go to a folder, a file each: -o FOLDER/.",
    examples = {
      { "gloss run who.lua news/ -o who.csv", "one table, as CSV" },
      { "gloss run who.lua news/ -o out/ -t tsv", "a file for each table" },
      { "gloss run who.lua --set since=2025-03-01 news/", "a parameter" },
    } },
  { name = "annotate", help = "mark layers in texts",
    module = "annotate", args = { { name = "INPUT", inputs = true } },
    options = { "layers", "dict", "output", "to", "offsets", "with-text",
                "keep-noise", "explain", "profile", table.unpack(BATCH) },
    formats = { "jsonl", "tsv", "text", "none" },
    about = "JSONL has one object a document (docs/formats.md). `text` "
      .. "marks the layers in the text itself and is the default on a "
      .. "terminal; `none` computes and writes nothing. The default layers "
      .. "are tokens (not for `text`), sentences, and with a dictionary "
      .. "entities.",
    examples = {
      { "gloss annotate news/ -o news.jsonl", "tokens and sentences" },
      { "gloss annotate --layers sentences --to tsv a.txt", "as a table" },
      { "gloss annotate --from jsonl --text body --id url in.jsonl",
        "other names of fields" },
    } },
}

local VERBS = {
  tokens = "list words, numbers and marks",
  sentences = "list sentences",
  entities = "list what a dictionary finds",
  roles = "list who holds which office",
  quotes = "list who said what",
  times = "list dates and times, with values",
  amounts = "list money, percents and counts",
  acronyms = "list acronyms and what they stand for",
  names = "list names that no dictionary links",
  noise = "list boilerplate: what clean leaves out",
}

for _, layer in ipairs(layers.list) do
  local options = { "dict", "output", "to", "offsets", "explain", "profile" }
  if layer.name ~= "noise" then options[#options + 1] = "keep-noise" end
  list[#list + 1] = {
    name = layer.name, help = VERBS[layer.name], module = "annotate",
    layer = layer.name, step = layer.step,
    args = { { name = "INPUT", inputs = true } },
    options = table.move(BATCH, 1, #BATCH, #options + 1, options),
    formats = { "tsv", "jsonl", "text", "none" },
    about = ("The same as: gloss annotate --layers %s --to tsv. Columns: %s.")
      :format(layer.name, table.concat(layers.columns(layer), ", ")),
    examples = {
      { ("gloss %s %snews/"):format(layer.name,
          layer.name == "entities" and "-d actors.tsv " or "") },
    },
  }
end

local SOURCES = "tables, JSONL, Lua, or a folder of them"

local rest = {
  { name = "clean", help = "write texts without boilerplate",
    module = "clean", step = "clean",
    args = { { name = "INPUT", inputs = true } },
    options = { "output", "to", "learn", "lines", table.unpack(BATCH) },
    formats = { "text", "jsonl" },
    about = "What is masked is left out. JSONL keeps the documents apart. "
      .. "--learn reads many pages and writes the lines that they share; "
      .. "--lines masks those (docs/clean.md).",
    examples = { { "gloss clean page.txt" },
                 { "gloss clean --learn pages/ -o lines.tsv" },
                 { "gloss clean --lines lines.tsv pages/" },
                 { "gloss clean pages/ -t jsonl -o clean.jsonl" } } },
  { name = "match", help = "search texts for a pattern",
    module = "match", args = { { name = "PATTERN", help = "docs/patterns.md" },
                               { name = "INPUT", inputs = true } },
    options = { "words", "part", "across", "dict", "explain", "output", "to",
                table.unpack(BATCH) },
    formats = { "tsv", "jsonl" },
    about = "A line for each match: doc, start, end, text, and the captures "
      .. "of the pattern. <PERSON>, <times> make the layer that they name. "
      .. "Exit status 1 where nothing is found. With --explain: which part "
      .. "of the pattern took which words; where a text has no match, how "
      .. "near it came.",
    examples = {
      { "gloss match 'prime minister of []{0,3}' news/" },
      { "gloss match -d actors.tsv 'who:<PERSON> (said|told)' news/",
        "people of a dictionary who speak" },
      { "gloss match --words unit=units.txt '[kind=number] $unit' news/",
        "a word list" },
    } },
  { name = "kwic", help = "show what a pattern finds, with words around it",
    module = "kwic", args = { { name = "PATTERN", help = "docs/patterns.md" },
                              { name = "INPUT", inputs = true } },
    options = { "width", "by", "words", "part", "across", "dict", "output",
                "to", table.unpack(BATCH) },
    formats = { "text", "tsv" },
    about = "The concordance: each match in a line, in the middle. Exit "
      .. "status 1 where nothing is found.",
    examples = { { "gloss kwic -w 5 sanctions news/" },
                 { "gloss kwic --by sentence '$ship' --words ship=ships.txt "
                   .. "news/" } } },
  { name = "report", help = "make the standard briefing, one HTML page",
    module = "report", needs = "gloss.report",
    args = { { name = "INPUT", inputs = true } },
    options = { "dict", "set", "output", table.unpack(BATCH) },
    about = "Who and what is named, who said what, the timeline, and the "
      .. "texts with what was found and what was masked. The page needs no "
      .. "network. It is the ready job scripts/jobs/briefing.lua.",
    examples = {
      { "gloss report -d actors.tsv news/ -o news.html" },
      { "gloss report --set title=Talks news/ -o news.html",
        "another title" },
    } },
  { name = "dict build", help = "compile a dictionary",
    module = "dict_build", needs = "gloss.dictionary.build",
    args = { { name = "SOURCE", many = true,
               help = SOURCES } },
    options = { "overlay", "variants", "output", "talk" },
    about = "Writes a compiled dictionary, which opens at once at any size. "
      .. "An entity that two sources have is an error without --overlay. "
      .. "Spellings that --variants adds are marked as generated.",
    examples = {
      { "gloss dict build actors/ -o actors.gdict" },
      { "gloss dict build --overlay public.tsv ours.tsv -o all.gdict",
        "our own entries add to those of the public list" },
    } },
  { name = "dict check", help = "judge a dictionary: fmt, lint and test",
    module = "dict_check", needs = "gloss.dictionary.check",
    args = { { name = "SOURCE", many = true, help = SOURCES } },
    options = { "strict", "since", "overlay", "json", "talk" },
    about = "For CI: runs dict fmt --check, dict lint and dict test, and "
      .. "exits 1 where one of them would.",
    examples = { { "gloss dict check actors/" },
                 { "gloss dict check --strict --json actors/" } } },
  { name = "dict lint", help = "find what is wrong in a dictionary",
    module = "dict_lint", needs = "gloss.dictionary.lint",
    args = { { name = "SOURCE", many = true, help = SOURCES } },
    options = { "strict", "since", "overlay", "json", "talk" },
    about = "Errors exit 1, warnings do not, but with --strict. The column "
      .. "ok of a row accepts findings by the names of their rules. Of a "
      .. "compiled dictionary the checksum is verified.",
    examples = {
      { "gloss dict lint actors/" },
      { "gloss dict lint --since HEAD~1 actors/", "what the last commit "
        .. "brought in" },
    } },
  { name = "dict test", help = "run the examples of a dictionary",
    module = "dict_test", needs = "gloss.dictionary.test",
    args = { { name = "SOURCE", many = true, help = SOURCES } },
    options = { "overlay", "json", "talk" },
    about = "An example is a text with what must be found in it: expect, "
      .. "forbid, only, roles. Also counts the aliases that have one.",
    examples = { { "gloss dict test actors/" } } },
  { name = "dict fmt", help = "write sources in the one way",
    module = "dict_fmt", needs = "gloss.dictionary.fmt",
    args = { { name = "SOURCE", many = true,
               help = SOURCES .. "; -: standard input to output" } },
    options = { "check", "json", "talk" },
    about = "LF, no quotes where none are needed, known columns first, "
      .. "sorted by id; comments stay with the row below. Files are replaced.",
    examples = {
      { "gloss dict fmt actors/" },
      { "gloss dict fmt - < actors.tsv", "as a filter of git" },
    } },
  { name = "dict grep", help = "look entries up",
    module = "dict_grep", needs = "gloss.dictionary.grep",
    args = { { name = "PATTERN", help = "an id, a text, or /regex/" },
             { name = "SOURCE", many = true,
               help = SOURCES .. ", or a compiled dictionary" } },
    options = { "json", "talk" },
    about = "Shows the entry of that id, or else every entry that has the "
      .. "text in its id, names, aliases, roles or other columns.",
    examples = {
      { "gloss dict grep org:acme actors/" },
      { "gloss dict grep /^Mc[A-Z]/ actors.gdict" },
    } },
  { name = "dict stats", help = "count what a dictionary has and finds",
    module = "dict_stats", needs = "gloss.dictionary.stats",
    args = { { name = "SOURCE", many = true,
               help = SOURCES .. ", or a compiled dictionary" } },
    options = { "on", "json", "talk" },
    about = "With --on also what its entries do in texts: which are never "
      .. "found, which find what is no name, which stay ambiguous.",
    examples = {
      { "gloss dict stats actors/" },
      { "gloss dict stats actors/ --on news/" },
    } },
  { name = "dict diff", help = "compare two dictionaries",
    module = "dict_diff", needs = "gloss.dictionary.diff",
    args = { { name = "OLD", help = "sources, a compiled dictionary, REV or "
               .. "REV:PATH of git" },
             { name = "NEW", help = "the same" } },
    options = { "on", "max-change", "to", "json", "talk" },
    formats = { "text", "jsonl", "markdown" },
    about = "Entries that changed; with --on also the mentions that appear, "
      .. "vanish or change their id, the largest effect first. Exits 1 where "
      .. "there is a difference, with --max-change where it is larger.",
    examples = {
      { "gloss dict diff HEAD~1:actors.tsv actors.tsv" },
      { "gloss dict diff old.gdict actors/ --on news/ --max-change 2%",
        "for CI" },
      { "gloss dict diff HEAD~1 actors/ --on news/ -t markdown",
        "for a pull request" },
    } },
  { name = "dict import", help = "read another program's dictionary",
    module = "dict_import", needs = "gloss.dictionary.import",
    args = { { name = "FILE", many = true, help = "what to read" } },
    options = { "format", "map", "type", "lang", "output", "talk" },
    formats = { "csv", "entityruler", "flashtext", "gate", "liwc", "petrarch",
                "quanteda", "regexner", "wikidata" },
    about = "Writes tables into a folder (-o), which is a dictionary. What "
      .. "they cannot say is named on stderr and kept in not-imported.log "
      .. "there (docs/dictionary-exchange.md). --map is for csv, --lang for "
      .. "wikidata.",
    examples = {
      { "gloss dict import --format entityruler patterns.jsonl -o actors/" },
      { "gloss dict import --format csv --map id=QID,name=Label people.csv "
        .. "-o people/", "columns under other names" },
    } },
  { name = "dict export", help = "write a dictionary for another program",
    module = "dict_export", needs = "gloss.dictionary.export",
    args = { { name = "SOURCE", many = true,
               help = "a dictionary, compiled or its sources" } },
    options = { "format", "overlay", "output", "talk" },
    formats = { "csv", "entityruler", "regexner" },
    about = "What the format cannot say (dates, context, roles) is left out "
      .. "and counted on stderr.",
    examples = {
      { "gloss dict export --format entityruler actors/ -o patterns.jsonl" },
    } },
  { name = "dict suggest", help = "list names that no entry covers",
    module = "dict_suggest", needs = "gloss.dictionary.suggest",
    args = { { name = "INPUT", inputs = true } },
    options = { "dict", "min", "decided", "accept", "reject", "html", "json",
                "output", table.unpack(BATCH) },
    about = "The likeliest first, as a table of entities with what speaks for "
      .. "each: counts, dates, reason of the type, office, a known name that "
      .. "it nearly is, two examples. A table or a page (--html) for review; "
      .. "what --decided has is not asked again (docs/names.md).",
    examples = {
      { "gloss dict suggest -d actors/ news/ -o new.tsv" },
      { "gloss dict suggest -d actors/ --decided decided.tsv --html new.html "
        .. "news/", "with a page for review" },
      { 'gloss dict suggest --decided decided.tsv --reject "White Paper"',
        "never again" },
    } },
  { name = "languages", help = "list the languages", module = "languages",
    args = {}, options = { "talk" },
    about = "Code, name, and where the rules come from.",
    examples = { { "gloss languages" } } },
  { name = "version", help = "show the version", module = "version",
    args = {}, options = { "talk" },
    about = "With -v also the versions of Unicode and Lua.",
    examples = { { "gloss version" } } },
  { name = "help", help = "show help", module = "help",
    args = { { name = "COMMAND", many = true, optional = true,
               help = "a command" } },
    options = { "talk" },
    about = "Without COMMAND the list of commands.",
    examples = { { "gloss help annotate" } } },
}
table.move(rest, 1, #rest, #list + 1, list)

local commands = { list = list, by_name = {} }
for _, command in ipairs(list) do commands.by_name[command.name] = command end

return commands
