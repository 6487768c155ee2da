--- gloss dict diff: what changes from one dictionary to another.
local diff = require "gloss.dictionary.diff"
local exits = require "gloss.contract.exits"
local opened = require "gloss.dictionary.opened"
local output = require "gloss.output"
local writers = require "gloss.dictionary.diff_write"

local dict_diff = {}

-- Is the change larger than --max-change allows?
local function too_large(on, allowed)
  if allowed.percent then return on.share * 100 > allowed.number end
  return on.changed > allowed.number
end

local function on_corpus(old, new, values)
  require "gloss.reader".sources { inputs = values.on }
  return diff.on(opened.dictionary(old), opened.dictionary(new), values.on)
end

local function format_of(values)
  if values.json and values.to and values.to ~= "jsonl" then
    exits.stop("usage", "--json and --to %s: one of them", values.to)
  end
  return values.json and "jsonl" or values.to or "text"
end

function dict_diff.run(values)
  local format = format_of(values)
  if values.max_change and #values.on == 0 then
    exits.stop("usage", "--max-change is of mentions: give texts with --on")
  end
  local old = opened.beside(values.OLD, values.NEW)
  local new = opened.beside(values.NEW, values.OLD)
  local changed = diff.entries(diff.read(old), diff.read(new))
  local on = #values.on > 0 and on_corpus(old, new, values) or nil
  local out = output.open(nil)
  writers[format](changed, on, function(text) out:write(text) end)
  out:flush()
  if values.max_change then
    return too_large(on, values.max_change) and exits.code.negative
      or exits.code.done
  end
  return (#changed > 0 or on and on.changed > 0) and exits.code.negative
    or exits.code.done
end

return dict_diff
