--- gloss dict stats: counts, and what entries do in a corpus.
local exits = require "gloss.contract.exits"
local gloss = require "gloss"
local opened = require "gloss.dictionary.opened"
local output = require "gloss.output"
local records = require "gloss.dictionary.records"
local stats = require "gloss.dictionary.stats"
local suggest = require "gloss.suggest"

local dict_stats = {}

-- What counts of the dictionary are called, in the order in which they stand.
local COUNTS = {
  { "entities", "entities" }, { "aliases", "aliases, names too" },
  { "with_context", "with require or avoid" }, { "fuzzy", "fuzzy" },
  { "dated_aliases", "aliases with dates" }, { "roles", "roles" },
  { "dated_roles", "roles with dates" },
  { "dated_entities", "entities with dates" }, { "former_ids", "former ids" },
}

local IN_CORPUS = {
  { "documents", "documents" }, { "mentions", "mentions" },
  { "linked", "linked" }, { "ambiguous_mentions", "ambiguous" },
  { "unlinked", "not linked" },
}

local SHOWN = 20 -- lines of a list for people; JSON has them all

local function write_counts(out, result, counts)
  for _, row in ipairs(counts) do
    out:write(("%10d  %s\n"):format(result[row[1]], row[2]))
  end
end

local function write_groups(out, result)
  local groups = { { "types", "of type " }, { "cases", "case=" },
                   { "columns", "with " } }
  for _, group in ipairs(groups) do
    for _, key in ipairs(suggest.keys(result[group[1]])) do
      out:write(("%10d  %s%s\n"):format(result[group[1]][key], group[2], key))
    end
  end
end

local function write_list(out, title, list, line)
  out:write(("\n%s: %d\n"):format(title, #list))
  for i, item in ipairs(list) do
    if i > SHOWN then
      out:write(("  ... and %d more (--json has all)\n"):format(#list - SHOWN))
      break
    end
    out:write("  " .. line(item) .. "\n")
  end
end

local function write_corpus(out, result)
  out:write "\n"
  write_counts(out, result, IN_CORPUS)
  write_list(out, "noisy", result.noisy, function(item)
    return ("%6d  %s: %s (%s)"):format(item.count, item.text, item.reason,
                                      table.concat(item.ids, ", "))
  end)
  write_list(out, "ambiguous", result.ambiguous, function(item)
    return ("%6d  %s (%s)"):format(item.count, item.text,
                                   table.concat(item.ids, ", "))
  end)
  write_list(out, "dead", result.dead, function(item)
    return ("%s  %s%s"):format(item.id, item.name or "-",
                               item.place and "  " .. item.place or "")
  end)
end

-- What the arguments name: sources, or one compiled dictionary; opened only
-- where it is needed.
local function read(values)
  local sources = {}
  for _, path in ipairs(values.SOURCE) do
    local list = opened.sources(path)
    if not list then
      if #values.SOURCE > 1 then
        exits.stop("usage", "%s: a compiled dictionary stands alone", path)
      end
      return nil, opened.dictionary(path)
    end
    table.move(list, 1, #list, #sources + 1, sources)
  end
  return records.sort(sources)
end

local function compile(sources)
  local dict, err = opened.compile(sources)
  if not dict then exits.stop("data", "%s", tostring(err)) end
  return dict
end

function dict_stats.run(values)
  if #values.on > 0 then
    require "gloss.reader".sources { inputs = values.on }
  end
  local sources, dict = read(values)
  local list = stats.entries(sources, dict)
  local result = stats.count(list)
  if #values.on > 0 then
    result.on = stats.on(dict or compile(sources), list, values.on)
    for _, name in ipairs { "dead", "noisy", "ambiguous" } do
      gloss.json.array(result.on[name])
    end
  end
  local out = output.open(nil)
  if values.json then out:write(gloss.json.encode(result) .. "\n")
  else
    write_counts(out, result, COUNTS)
    write_groups(out, result)
    if result.on then write_corpus(out, result.on) end
  end
  out:flush()
  return exits.code.done
end

return dict_stats
