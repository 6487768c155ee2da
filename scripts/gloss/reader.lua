--- Reads documents: files, folders, standard input; text and JSON lines.
--
-- One record at a time, in the order of the inputs, folders sorted. What can
-- be repaired is repaired and recorded; what cannot is a failed record.
local exits = require "gloss.contract.exits"
local profile = require "gloss.profile"
local repair = require "gloss.repair"
local suggest = require "gloss.suggest"

local reader = {}

---@class gloss.Record
---@field number integer from 1
---@field id string
---@field input string the path, or "-"
---@field line? integer of JSON lines, from 1
---@field text string as read, without a byte order mark
---@field bytes integer read for it
---@field date? string
---@field lang? string a code, or "auto"
---@field picked? string the language that was guessed
---@field title? string
---@field meta? table
---@field warnings string[]
---@field repairs string[] what was changed in the text
---@field failure? string why there is no text

local function files() return require "gloss".edge "files" end

--- An ISO date (a time behind it is cut off), or nil.
---@param value any
---@return string?
function reader.date(value)
  if type(value) ~= "string" then return nil end
  local date, rest = value:match "^(%d%d%d%d[%d-]*)(.*)$"
  if not date or not (rest == "" or rest:match "^[T ]%d%d") then return nil end
  return require "gloss".date.valid(date) and date or nil
end

--- The code of a language that gloss knows, without a region ("en-GB"), or nil.
---@param value string
---@return string?
function reader.language(value)
  local code = value:lower():match "^%a+"
  for _, known in ipairs(require "gloss".languages()) do
    if known == code then return code end
  end
end

---- What to read ------------------------------------------------------------

local function format_of(path, values)
  if values.from then return values.from end
  local suffix = path:match "%.(%w+)$"
  return (suffix == "jsonl" or suffix == "ndjson") and "jsonl" or "text"
end

local function is_text_name(path)
  if path:match "^%." or path:match "/%." then return false end
  return path:match "%.txt$" ~= nil or path:match "%.jsonl$" ~= nil
end

-- Adds a source; one whose id another has already is marked, because citations
-- of the two look alike.
local function add_source(sources, path, id, format)
  local twice = format == "text" and sources.ids[id]
  sources.ids[id] = true
  sources[#sources + 1] = { path = path, id = id, format = format,
                            twice = twice }
end

local function add_folder(sources, path, values)
  local names, err = files().walk(path)
  if not names then exits.stop("usage", "%s: %s", path, tostring(err)) end
  local found = false
  local folder = path:gsub("/+$", "")
  for _, name in ipairs(names) do
    if is_text_name(name) then
      found = true
      local full = folder .. "/" .. name
      add_source(sources, full, name, format_of(full, values))
    end
  end
  if not found and not values.allow_empty then
    exits.stop("usage", "%s: no texts (.txt, .jsonl) in this folder", path)
  end
end

local function add_input(sources, path, id, values)
  if path == "-" then
    add_source(sources, "-", "-", values.from or "text")
    return
  end
  local stat, err = files().stat(path)
  if not stat then exits.stop("usage", "%s", tostring(err)) end
  if stat.kind == "directory" then
    add_folder(sources, path, values)
  else
    add_source(sources, path, id, format_of(path, values))
  end
end

local function read_list(path, by_nul)
  local handle, err = io.stdin, nil
  if path ~= "-" then handle, err = io.open(path, "rb") end
  if not handle then exits.stop("usage", "--files-from: %s", err) end
  local text = handle:read "a" or ""
  if path ~= "-" then handle:close() end
  local names = {}
  for name in text:gmatch(by_nul and "[^\0]+" or "[^\r\n]+") do
    names[#names + 1] = name
  end
  return names
end

-- A language pack of one's own stands for the language of all documents.
local function use_pack(values)
  local path = values.lang_pack
  if not path then return end
  if not path:find("/", 1, true) then path = "./" .. path end
  if not files().stat(path) then
    exits.stop("usage", "--lang-pack: %s: no such file", values.lang_pack)
  end
  local language, err = require "gloss".language(path)
  if not language then exits.stop("data", "%s", tostring(err)) end
  values.lang = path
end

local FIELDS = { "text", "id", "date", "source", "lang_field" }

-- Names of fields say that JSON lines are expected.
local function check_fields(sources, values)
  for _, source in ipairs(sources) do
    if source.format == "jsonl" then return end
  end
  for _, name in ipairs(FIELDS) do
    local option = name:gsub("_", "-")
    local default = require "gloss.contract.options".by_name[option].default
    if values[name] and values[name] ~= default and #sources > 0 then
      exits.stop("usage", "--%s is for JSON lines, and no input is "
        .. "(--from jsonl)", option)
    end
  end
end

--- What the inputs of a command line stand for. Raises a fault where one is
--- missing or a folder has no texts.
---@param values table of the command line
---@return { path: string, id: string, format: string }[]
function reader.sources(values)
  local sources = { ids = {} }
  if values.null and not values.files_from then
    exits.stop("usage", "-0 is for --files-from")
  end
  use_pack(values)
  for _, path in ipairs(values.inputs or {}) do
    add_input(sources, path, path:match "[^/]*$", values)
  end
  if values.files_from then
    for _, path in ipairs(read_list(values.files_from, values.null)) do
      add_input(sources, path, path, values)
    end
  elseif #(values.inputs or {}) == 0 then
    if files().isatty(0) then
      exits.stop("usage", "no input: name files or folders, or - for stdin")
    end
    add_input(sources, "-", "-", values)
  end
  check_fields(sources, values)
  return sources
end

---- Texts ---------------------------------------------------------------------

-- What was done, for the document's record.
local function repaired(count)
  return ("invalid UTF-8 replaced by U+FFFD at %d place%s"):format(count,
    count > 1 and "s" or "")
end

-- Repairs a record's text, or makes the record a failed one.
local function check_text(record, strict)
  local text, skipped = record.text, 0
  if text:sub(1, 3) == "\xEF\xBB\xBF" then
    text, skipped = text:sub(4), 3
    record.repairs[1] = "byte order mark removed"
  end
  local what = not record.line and repair.binary(text)
  if what then
    record.failure = "not a text: " .. what
    return
  end
  record.text, record.skipped, record.strict = text, skipped, strict
end

--- Called with a record whose text the core has refused as bad UTF-8: repairs
--- it with a warning, or refuses it, too.
---@param record gloss.Record
---@return boolean repaired
function reader.mend(record)
  local text, count, first = repair.utf8(record.text)
  local where = ("invalid UTF-8 at byte %d (0x%02X)"):format(
    first - 1 + record.skipped, record.text:byte(first))
  if count > 1 then where = where .. (", %d places"):format(count) end
  if record.strict then
    record.failure = where
    return false
  end
  record.text = text
  record.warnings[#record.warnings + 1] = where .. "; replaced by U+FFFD"
  record.repairs[#record.repairs + 1] = repaired(count)
  return true
end

local function new_record(source, id, line)
  return { id = id, input = source.path, line = line, warnings = {},
           repairs = {}, bytes = 0, text = "" }
end

-- The whole of a file as one record.
local function text_record(source, values)
  local record = new_record(source, source.id)
  if source.twice then
    record.warnings[1] = "another document has the same id"
  end
  local handle, err = io.stdin, nil
  if source.path ~= "-" then handle, err = io.open(source.path, "rb") end
  local text
  if handle then text, err = handle:read "a" end
  if handle and source.path ~= "-" then handle:close() end
  if not text then
    record.failure = "cannot be read: " .. tostring(err)
    return record
  end
  record.text, record.bytes = text, #text
  if not values.from then
    record.warnings[#record.warnings + 1] = repair.markup(text)
  end
  check_text(record, values.strict_utf8)
  return record
end

---- JSON lines ----------------------------------------------------------------

-- Fields of a line that have a place of their own in a document.
local OWN = { "title", "byline", "place" }

-- A field as a string; nil where it is absent.
local function take_string(record, object, field)
  local value = object[field]
  if value == nil then return nil end
  object[field] = nil
  if value == "" or value == require "gloss".json.null then return nil end
  if type(value) == "string" then return value end
  if type(value) == "number" then return require "gloss.core".number(value) end
  record.warnings[#record.warnings + 1] =
    ('field "%s" is no string; left out'):format(field)
end

local function take_date(record, object, values)
  local said = take_string(record, object, values.date)
  if not said then return nil end
  local date = reader.date(said)
  if date then return date end
  record.warnings[#record.warnings + 1] =
    ('"%s" is no ISO date like 2025-04-06; the document has none'):format(said)
end

-- The language of a record; one that gloss does not know is read by the rules
-- for all languages.
local function take_language(record, object, values)
  local said = take_string(record, object, values.lang_field)
  if not said then return nil end
  local code = reader.language(said)
  if code then return code end
  if not values.lang then
    record.warnings[#record.warnings + 1] =
      ('no language "%s"; read as und'):format(said)
  end
  return "und"
end

local function is_annotated(object)
  return object.gloss == 1 and object.sha256 ~= nil and object.offsets ~= nil
end

-- Takes the lines of `gloss annotate` apart again: what it wrote stays out of
-- the other fields, and these come back from "meta".
local function undo_annotate(object)
  if not is_annotated(object) then return object end
  local plain = {}
  if type(object.meta) == "table" then
    for key, value in pairs(object.meta) do plain[key] = value end
  end
  for _, key in ipairs { "id", "text", "date", "lang", "source", "title" } do
    if object[key] ~= nil then plain[key] = object[key] end
  end
  return plain
end

local function fill(record, given, values)
  local object = undo_annotate(given)
  local text = object[values.text]
  if type(text) ~= "string" then
    record.failure = text == nil
      and ('no field "%s"%s'):format(values.text, is_annotated(given)
            and " (gloss annotate writes it with --with-text)"
            or suggest.hint(values.text, suggest.keys(object)))
      or ('field "%s" is no string'):format(values.text)
    return
  end
  object[values.text] = nil
  record.text = text
  record.id = take_string(record, object, values.id) or record.id
  record.date = take_date(record, object, values)
  record.source = take_string(record, object, values.source)
  record.lang = take_language(record, object, values)
  for _, field in ipairs(OWN) do
    record[field] = take_string(record, object, field)
  end
  if next(object) ~= nil then record.meta = object end
  check_text(record, values.strict_utf8)
end

-- A line that is not UTF-8 is read again, repaired.
local function decode_mended(record, line)
  local mended, count, first = repair.utf8(line)
  record.warnings[1] = ("invalid UTF-8 at byte %d of the line, %d place%s; "
    .. "replaced by U+FFFD"):format(first - 1, count, count > 1 and "s" or "")
  record.repairs[1] = repaired(count)
  return require "gloss".json.decode(mended)
end

-- The record of the line that was read last.
local function json_record(source, values, lines, number, bytes, object, err)
  local record = new_record(source, ("%s:%d"):format(source.id, number),
                            number)
  record.bytes = bytes
  if values.quarantine then record.raw = lines:line() end
  if object == nil and not values.strict_utf8 then
    local line = lines:line()
    if number == 1 then line = line:gsub("^\xEF\xBB\xBF", "") end
    if not utf8.len(line) then object, err = decode_mended(record, line) end
  end
  if type(object) ~= "table" or object[1] ~= nil then
    record.failure = object == nil and "bad JSON: " .. tostring(err)
      or "the line is no JSON object"
  else
    fill(record, object, values)
  end
  return record
end

local function json_records(source, values)
  local handle, err = io.stdin, nil
  if source.path ~= "-" then handle, err = io.open(source.path, "rb") end
  if not handle then
    local record = new_record(source, source.id)
    record.failure = "cannot be read: " .. tostring(err)
    local given = false
    return function()
      if given then return nil end
      given = true
      return record
    end
  end
  local json = require "gloss".json
  local lines = json.lines(handle)
  return function()
    local number, bytes, object, why = lines:next(json.null)
    if number then
      return json_record(source, values, lines, number, bytes, object, why)
    end
    if source.path ~= "-" then handle:close() end
    return nil
  end
end

---- All of them ---------------------------------------------------------------

local function once(record)
  return function()
    local this = record
    record = nil
    return this
  end
end

--- Every record of the sources, one at a time.
---@param sources table[] of reader.sources
---@param values table of the command line
---@return fun(): gloss.Record?
function reader.records(sources, values)
  local index, number, next_record = 0, 0, nil
  return function()
    while true do
      local record = next_record and next_record()
      if record then
        number = number + 1
        record.number = number
        record.date = values.doc_date or record.date
        if values.lang ~= "auto" then record.lang = values.lang or record.lang end
        record.lang = record.lang or values.lang
        return record
      end
      index = index + 1
      local source = sources[index]
      if not source then return nil end
      next_record = source.format == "jsonl" and json_records(source, values)
        or once(text_record(source, values))
    end
  end
end

--- The document of a record, repaired where that is allowed; nil, message.
---@param record gloss.Record
---@return gloss.Document?
---@return string? message
function reader.document(record)
  local gloss = require "gloss"
  if record.failure then return nil, record.failure end
  local meta = record.meta or {}
  local options = { id = record.id, lang = record.lang, date = record.date,
                    date_origin = record.date and "given" or nil,
                    title = record.title, byline = record.byline,
                    place = record.place, meta = meta }
  meta.source = record.source
  local doc, err = profile.time("tokens", gloss.doc, record.text, options)
  if not doc and err.code == "bad_utf8" then
    if not reader.mend(record) then return nil, record.failure end
    doc, err = gloss.doc(record.text, options)
  end
  if not doc then return nil, tostring(err) end
  if record.lang == "auto" then record.picked = doc.lang end
  return doc
end

return reader
