--- gloss dict grep: entries with all that is known of them.
local entries = require "gloss.dictionary.entries"
local exits = require "gloss.contract.exits"
local grep = require "gloss.dictionary.grep"
local opened = require "gloss.dictionary.opened"
local output = require "gloss.output"
local records = require "gloss.dictionary.records"

local dict_grep = {}

-- The entries of all sources together that may be meant.
local function read_sources(sources, pattern)
  local set, err = grep.narrow(records.read(sources), pattern)
  if not set then exits.stop("usage", "%s", tostring(err)) end
  return entries.of_records(set)
end

-- The entries of compiled dictionaries, and of sources.
local function read(paths, pattern)
  local list, sources = {}, {}
  for _, path in ipairs(paths) do
    local of_path = opened.sources(path)
    if of_path then table.move(of_path, 1, #of_path, #sources + 1, sources)
    else
      local known, err = grep.of_dictionary(opened.dictionary(path), pattern)
      if not known then exits.stop("usage", "%s", tostring(err)) end
      table.move(known, 1, #known, #list + 1, list)
    end
  end
  if #sources > 0 then
    local known = read_sources(sources, pattern)
    table.move(known, 1, #known, #list + 1, list)
  end
  return list
end

function dict_grep.run(values)
  local found, err = grep.find(read(values.SOURCE, values.PATTERN),
                                  values.PATTERN)
  if not found then exits.stop("usage", "%s", tostring(err)) end
  local out, show = output.open(nil), values.json and grep.json or grep.text
  for _, entry in ipairs(found) do out:write(show(entry)) end
  out:flush()
  return #found > 0 and exits.code.done or exits.code.negative
end

return dict_grep
