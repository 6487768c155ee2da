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
    options = { "set", "dict", "sandbox", "output", "to", table.unpack(BATCH) },
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
                "keep-noise", table.unpack(BATCH) },
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
  quotes = "list who said what",
  times = "list dates and times, with values",
  amounts = "list money, percents and counts",
  acronyms = "list acronyms and what they stand for",
  noise = "list boilerplate: what clean leaves out",
}

local EXPLAINED = { tokens = true, sentences = true }

for _, layer in ipairs(layers.list) do
  local options = { "dict", "output", "to", "offsets" }
  if EXPLAINED[layer.name] then options[#options + 1] = "explain" end
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

local rest = {
  { name = "clean", help = "write texts without boilerplate",
    module = "clean", step = "clean",
    args = { { name = "INPUT", inputs = true } },
    options = { "output", "to", table.unpack(BATCH) },
    formats = { "text", "jsonl" },
    about = "What is masked is left out. JSONL keeps the documents apart.",
    examples = { { "gloss clean page.txt" },
                 { "gloss clean pages/ -t jsonl -o clean.jsonl" } } },
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
               help = "tables, JSONL, Lua, or a folder of them" } },
    options = { "overlay", "output", "talk" },
    about = "Writes a compiled dictionary, which opens at once at any size. "
      .. "An entity that two sources have is an error without --overlay.",
    examples = {
      { "gloss dict build actors/ -o actors.gdict" },
      { "gloss dict build --overlay public.tsv ours.tsv -o all.gdict",
        "our own entries add to those of the public list" },
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
