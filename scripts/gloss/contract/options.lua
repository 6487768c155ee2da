--- The options of all commands: each means the same wherever it stands.
--
-- kind: flag (no value), text, file, folder, dictionary (must be there),
-- integer, size (N, NK, NM, NG), duration, date, language, layers, failures
-- (N or P%), assign (NAME=VALUE), choice.
-- `many`: may be given more than once. `value`: what help calls the value.

local list = {
  { name = "layers", kind = "layers", value = "LIST",
    help = "layers to make, separated by commas" },
  { name = "dict", short = "d", kind = "dictionary", value = "FILE", many = true,
    help = "dictionary, compiled or a source; later ones win ties" },
  { name = "overlay", kind = "flag",
    help = "an entity may stand in several sources; the last one counts" },
  { name = "set", kind = "assign", value = "NAME=VALUE", many = true,
    help = "a parameter of the script" },
  { name = "sandbox", kind = "choice", choices = { "standard", "off" },
    value = "LEVEL", help = "what the script may do" },

  { name = "output", short = "o", kind = "file", value = "FILE",
    help = "where to write; the file appears when it is complete" },
  { name = "to", short = "t", kind = "choice", value = "FORMAT",
    help = "format of the output" },
  { name = "offsets", kind = "choice", value = "UNIT",
    choices = { "bytes", "chars", "utf16" },
    help = "unit of the positions in the output" },
  { name = "with-text", kind = "flag", help = "write the text, too" },
  { name = "keep-noise", kind = "flag",
    help = "find boilerplate, but do not mask it" },
  { name = "explain", kind = "flag",
    help = "name the rule of every place where a boundary was considered" },

  { name = "from", short = "f", kind = "choice", value = "FORMAT",
    choices = { "text", "jsonl" },
    help = "format of the input (default: jsonl for *.jsonl, else text)" },
  { name = "text", kind = "text", value = "FIELD", default = "text",
    help = "field of JSONL that holds the text" },
  { name = "id", kind = "text", value = "FIELD", default = "id",
    help = "field of JSONL that holds the document's id" },
  { name = "date", kind = "text", value = "FIELD", default = "date",
    help = "field of JSONL that holds the document's date" },
  { name = "source", kind = "text", value = "FIELD", default = "source",
    help = "field of JSONL that holds the source" },
  { name = "lang-field", kind = "text", value = "FIELD", default = "lang",
    help = "field of JSONL that holds the language" },
  { name = "doc-date", kind = "date", value = "DATE",
    help = "date of all documents, ISO: 2025-04-06" },
  { name = "lang", kind = "language", value = "CODE",
    help = "language (default: the document's own, else en; und: none)" },
  { name = "lang-pack", kind = "file", value = "FILE",
    help = "language pack of your own" },
  { name = "strict-utf8", kind = "flag",
    help = "refuse texts that are not valid UTF-8" },
  { name = "files-from", kind = "file", value = "FILE",
    help = "read the names of inputs from a file, one a line (-: stdin)" },
  { name = "null", short = "0", kind = "flag",
    help = "names in --files-from end in NUL" },

  { name = "limit", kind = "integer", value = "N",
    help = "stop after N documents" },
  { name = "max-failed", kind = "failures", value = "N|P%", default = "1%",
    help = "stop when more documents fail; P% never stops before ten" },
  { name = "quarantine", kind = "folder", value = "FOLDER",
    help = "put documents that fail here, with the reason" },
  { name = "partial-ok", kind = "flag",
    help = "exit 0, not 3, where some documents failed" },
  { name = "allow-empty", kind = "flag",
    help = "exit 0, not 2 or 4, where there is no document" },
  { name = "max-bytes", kind = "size", value = "N",
    help = "a longer text fails; 10M is 10,000,000" },
  { name = "max-steps", kind = "size", value = "N",
    help = "instructions of Lua for one document: 500M" },
  { name = "max-memory", kind = "size", value = "N",
    help = "bytes of Lua's memory for one document: 200M" },
  { name = "max-time", kind = "duration", value = "TIME",
    help = "for one document: 500ms, 10s, 2m" },

  { name = "progress", kind = "choice", choices = { "auto", "none" },
    value = "WHEN", default = "auto",
    help = "show progress on a terminal, or never" },
  { name = "summary", kind = "file", value = "FILE",
    help = "write the counts of the last line as JSON" },

  { name = "color", kind = "choice", choices = { "auto", "always", "never" },
    value = "WHEN", default = "auto",
    help = "use colours; NO_COLOR in the environment means never" },
  { name = "quiet", short = "q", kind = "flag",
    help = "no warnings, no summary" },
  { name = "verbose", short = "v", kind = "flag", help = "say more" },
  { name = "help", short = "h", kind = "flag", help = "show this help" },
}

local options = { list = list, by_name = {} }
for _, option in ipairs(list) do options.by_name[option.name] = option end

--- Sets of options that belong together. Commands name them like options, so
--- no option may be called like a group.
options.groups = {
  input = { title = "Input",
    "from", "text", "id", "date", "source", "lang-field", "doc-date", "lang",
    "lang-pack", "strict-utf8", "files-from", "null" },
  batch = { title = "Batch", "limit", "max-failed", "quarantine", "partial-ok",
    "allow-empty", "progress", "summary" },
  limits = { title = "Limits", "max-bytes", "max-steps", "max-memory",
    "max-time" },
  talk = { title = "Talk", "color", "quiet", "verbose", "help" },
}

return options
