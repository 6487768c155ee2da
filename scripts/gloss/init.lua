--- gloss: documents, their layers, and what to do with them. Everything that
--- is not needed at once is loaded on first use.
local core = require "gloss.core"

---@class gloss
local gloss = { version = core.version, unicode = core.unicode }

--- Where a name is found: a module, or a function of one.
local places = {
  classes = { "gloss.classes", "new" },
  core = { "gloss.core" },
  date = { "gloss.date" },
  dict = { "gloss.dict" },
  docs = { "gloss.docs", "docs" },
  edge = { "gloss.edge", "load" },
  job = { "gloss.job", "new" },
  json = { "gloss.json" },
  language = { "gloss.language", "open" },
  languages = { "gloss.language", "codes" },
  news = { "gloss.steps", "news" },
  pattern = { "gloss.pattern", "new" },
  patterns = { "gloss.pattern", "set" },
  regex = { "gloss.core", "regex" },
  resource = { "gloss.resource", "read" },
  sort = { "gloss.core", "sort" },
  step = { "gloss.step", "new" },
  table = { "gloss.table", "open" },
  text = { "gloss.text" },
}
--- The steps, each a function that makes one: gloss.clean(), gloss.link{...}.
for _, name in ipairs { "clean", "link", "aliases", "acronyms",
                        "roles", "quotes", "times", "amounts", "dedupe" } do
  places[name] = { "gloss.steps", name }
end
places.names = { "gloss.steps.names" } -- steps.names() lists the steps

setmetatable(gloss, {
  __index = function(_, name)
    local place = places[name]
    if not place then
      local near = core.suggest(tostring(name), places)
      error(('no "gloss.%s"%s'):format(tostring(name), near and
        (' (did you mean "%s"?)'):format(near) or ""), 2)
    end
    local value = require(place[1])
    if place[2] then value = value[place[2]] end
    gloss[name] = value
    return value
  end,
})

--- The options of gloss.doc: what type each has.
local options_of_doc = {
  lang = "string", id = "string", date = "string", title = "string",
  byline = "string", place = "string", date_origin = "string", meta = "table",
}

local function check_option(name, value)
  local expected = options_of_doc[name]
  if not expected then
    local near = core.suggest(tostring(name), options_of_doc)
    error(('no option "%s" of gloss.doc%s'):format(tostring(name), near and
      (' (did you mean "%s"?)'):format(near) or ""), 5)
  end
  if type(value) ~= expected and not (name == "lang"
                                      and type(value) == "userdata") then
    error(('option "%s" of gloss.doc: %s expected, got %s')
          :format(name, expected, type(value)), 5)
  end
end

--- What the document keeps of the options, in a table of its own.
local function read_options(options)
  local fields = {}
  for name, value in pairs(options or {}) do
    check_option(name, value)
    fields[name] = value
  end
  fields.meta = fields.meta or {}
  fields.lang = fields.lang or "en"
  return fields
end

--- Makes a document of a text, which is not copied and never changes.
---@param text string valid UTF-8
---@param options? { lang?: string, id?: string, date?: string, title?: string,
---  byline?: string, place?: string, date_origin?: string, meta?: table }
---@return gloss.Document? doc
---@return gloss.Error? err bad_utf8, too_large, bad_language, bad_date
local function new_document(text, options)
  if type(text) ~= "string" then
    error(("gloss.doc: string expected, got %s"):format(type(text)), 3)
  end
  if options ~= nil and type(options) ~= "table" then
    error(("gloss.doc: options are a table, not a %s"):format(type(options)), 3)
  end
  local fields = read_options(options)
  if fields.date and not gloss.date.valid(fields.date) then
    return nil, core.error("bad_date", ("'%s' is no ISO date (as in "
                           .. "2025-04-06)"):format(fields.date))
  end
  local language, err = fields.lang
  if language == "auto" then
    language = gloss.text.valid(text)
      and require "gloss.language_guess".language(text) or "und"
  end
  if type(language) == "string" then
    language, err = gloss.language(language)
    if not language then return nil, err end
  end
  fields.lang = language.code
  local doc
  doc, err = core.doc(text, language, fields)
  if not doc then
    err.doc = fields.id
    return nil, err
  end
  return doc
end

gloss.doc = core.framed(new_document)

return gloss
