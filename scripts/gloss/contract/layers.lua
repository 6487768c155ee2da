--- The layers that commands can write: their fields, and what these may say.
--
-- step: the standard step that makes it (none: every document has it).
-- json, tsv: what is written, in order, as `gloss.core.write` takes it.
-- fields: what each means; `values` lists what a field may say.
-- rule: the field that says which rule made a row, where it is not "rule".

local function object(name, ...)
  return { name = name, ref = name, fields = { "start", "end", "text", ... } }
end

local list = {
  { name = "tokens", help = "words, numbers, marks",
    json = { "start", "end", "kind", "clitic?" },
    tsv = { "doc", "start", "end", "text", "kind", "folded" },
    fields = {
      { name = "kind", help = "what it is",
        values = { "word", "number", "punctuation", "symbol", "url", "email",
                   "mention", "hashtag", "emoji" } },
      { name = "folded", help = "the form in which dictionaries compare" },
      { name = "clitic",
        help = "true where it is cut from the token before: do|n't" },
    } },
  { name = "sentences", help = "sentences, each with the rule that ended it",
    json = { "start", "end" },
    tsv = { "doc", "start", "end", "text", "rule" },
    fields = {
      { name = "rule", help = "the rule that ended it (docs/sentences.md)" },
    } },
  { name = "entities", step = "link",
    help = "what the dictionaries know",
    json = { "start", "end", "text", "type", "id", "name", "via",
             "sentence" },
    tsv = { "doc", "start", "end", "text", "type", "id", "name", "via",
            "sentence" },
    fields = {
      { name = "type", help = "as the dictionary says: PERSON, ORG" },
      { name = "id", help = "of the dictionary entry" },
      { name = "name", help = "of the dictionary entry" },
      { name = "via", help = "how its name was found",
        values = { "alias", "fuzzy", "generated", "surname", "given", "variant",
                   "acronym", "short", "article" } },
      { name = "sentence", help = "its number, from 1" },
    } },
  { name = "roles", step = "roles", help = "who holds which office",
    json = { "start", "end", "text", "role", "past?", object "words",
             { name = "of?", ref = "of",
               fields = { "start", "end", "text", "id=of_id",
                          "name=of_name" } },
             "id?", "name", "rule", "sentence" },
    tsv = { "doc", "start", "end", "text", "role", "past", "of=of_name",
            "of_id", "id", "name", "rule" },
    fields = {
      { name = "role", help = "in the words of the text: special envoy" },
      { name = "past", help = "true where the text says former" },
      { name = "words", help = "where the role stands" },
      { name = "of", help = "what it is of: the fund" },
      { name = "of_id", help = "the id of that" },
      { name = "id", help = "of the holder's dictionary entry" },
      { name = "name", help = "of the holder" },
      { name = "rule", help = "the form in which it is told",
        values = { "title", "apposition", "before a comma", "relative",
                   "verb" } },
    } },
  { name = "quotes", step = "quotes", help = "who said what",
    json = { "start", "end", "text", "kind", "attribution", "sentence",
             object("speaker", "id=speaker_id", "name=speaker_name"),
             object "cue", "unknown?" },
    tsv = { "doc", "date", "start", "end", "kind", "speaker_id",
            "speaker=speaker_name", "cue", "text", "unknown" },
    fields = {
      { name = "kind", help = "direct: in quotation marks; mixed: marks "
          .. "inside a reported clause; indirect: the clause; the others are "
          .. "marks, but nobody's words",
        values = { "direct", "mixed", "indirect", "scare", "title",
                   "nickname" } },
      { name = "attribution",
        help = "stretches of one attribution share a number" },
      { name = "speaker", help = "the phrase that names the speaker" },
      { name = "cue", help = "the word that says that it was said" },
      { name = "unknown", help = "why there is no speaker",
        values = { "nobody named", "not speech" } },
    } },
  { name = "times", step = "times", help = "dates and times with values",
    json = { "start", "end", "text", "type", "value", "from", "to",
             "unknown?", "sentence" },
    tsv = { "doc", "start", "end", "text", "type", "value", "from", "to" },
    fields = {
      { name = "type", help = "of the expression",
        values = { "DATE", "TIME", "DURATION", "SET" } },
      { name = "value", help = "as TimeML has it: 2025-04-06, 2025-W15, P3D" },
      { name = "from", help = "first day" },
      { name = "to", help = "last day, included" },
      { name = "unknown", help = "why it has no value, or no whole one" },
    } },
  { name = "amounts", step = "amounts", help = "money, percents, counts",
    json = { "start", "end", "text", "kind", "value", "low?", "high?", "unit",
             "approx?", "unknown?", "sentence" },
    tsv = { "doc", "start", "end", "text", "kind", "value", "low", "high",
            "unit", "approx", "unknown" },
    fields = {
      { name = "kind", help = "of the amount",
        values = { "money", "percent", "quantity", "count", "ordinal" } },
      { name = "value", help = "the number" },
      { name = "low", help = "of a range" },
      { name = "high", help = "of a range" },
      { name = "unit", help = "currency or unit" },
      { name = "approx", help = "true where the text says about" },
      { name = "unknown", help = "what is in doubt: the value, or its unit" },
    } },
  { name = "acronyms", step = "acronyms", help = "acronyms and what they mean",
    json = { object "short", object "long" },
    tsv = { "doc", "short", "long", "start", "end" },
    fields = {
      { name = "short", help = "the acronym, where it is defined" },
      { name = "long", help = "what it stands for" },
    } },
  { name = "names", step = "names", help = "names that no dictionary links",
    rule = "via",
    json = { "start", "end", "text", "name", "type?", "reason?", "cluster",
             "via" },
    tsv = { "doc", "start", "end", "text", "name", "type", "cluster", "via",
            "reason" },
    fields = {
      { name = "name", help = "the fullest form in the document" },
      { name = "type", help = "a guess; empty where nothing speaks for one",
        values = { "PERSON", "ORG", "GPE", "LOC" } },
      { name = "cluster",
        help = "names of a document that mean the same share a number" },
      { name = "via", help = "how it belongs to its cluster",
        values = { "name", "surname", "given", "acronym", "firm" } },
      { name = "reason", help = "of the guess: title: President" },
    } },
  { name = "noise", step = "clean", help = "boilerplate, masked",
    json = { "start", "end", "reason" },
    tsv = { "doc", "start", "end", "reason", "text" },
    fields = {
      { name = "reason", help = "why it is masked",
        values = { "advertisement", "byline", "caption", "comments", "cookies",
                   "copyright", "dateline", "furniture", "legal", "links",
                   "navigation", "newsletter", "paywall", "share", "teaser" } },
    } },
}

local layers = { list = list, by_name = {} }
for _, layer in ipairs(list) do layers.by_name[layer.name] = layer end

--- The names of a row's columns in TSV: "speaker" for "speaker=speaker_name".
---@param layer table
---@return string[]
function layers.columns(layer)
  local names = {}
  for i, field in ipairs(layer.tsv) do names[i] = field:match "^[^=?]+" end
  return names
end

return layers
