--- The section "Who said what": statements by speaker, each with its place.
local html = require "gloss.report.html"
local marks = require "gloss.report.marks"
local parts = require "gloss.report.parts"
local escape, element = html.escape, html.element

local statements = {}

-- What is compared when two documents report the same words.
local function words_of(statement)
  local out = {}
  for i, stretch in ipairs(statement.stretches) do
    out[i] = stretch.text:lower():gsub("[%p%s]+", " ")
  end
  return table.concat(out, " ")
end

-- Takes in another report of the same words. Within one document (a headline
-- that repeats a quote) the one with a cue stands for both.
local function take_in(first, statement)
  if first.statement.document ~= statement.document then
    table.insert(first.also, statement)
  elseif statement.cue and not first.statement.cue then
    first.statement = statement
  end
end

-- The same words of the same speaker, reported more than once, become one.
local function merge(list)
  local merged, known = {}, {}
  for _, statement in ipairs(list) do
    local key = (statement.speaker_id or statement.speaker or "") .. "\0"
      .. words_of(statement)
    if known[key] then
      take_in(known[key], statement)
    else
      known[key] = { statement = statement, also = {} }
      merged[#merged + 1] = known[key]
    end
  end
  return merged
end

-- Those that lie in no other: a reported clause holds its quoted words.
local function outermost(stretches)
  local list = {}
  for _, stretch in ipairs(stretches) do
    local last = list[#list]
    if not (last and last.first and stretch.first
            and stretch.last <= last.last
            and stretch.sentence == last.sentence) then
      list[#list + 1] = stretch
    end
  end
  return list
end

-- A sentence, one stretch of it standing out.
local function in_sentence(stretch)
  local text = stretch.sentence
  return element("span", { "class", "around" },
    escape(text:sub(1, stretch.first - 1)),
    element("b", {}, escape(stretch.text)),
    escape(text:sub(stretch.last + 1)))
end

local function words(statement)
  local out = {}
  local list = outermost(statement.stretches)
  for i, stretch in ipairs(list) do
    if #list == 1 and stretch.sentence then
      out[i] = in_sentence(stretch)
    elseif stretch.kind == "indirect" then
      out[i] = escape(stretch.text)
    else
      out[i] = parts.quoted(stretch.text)
    end
  end
  return table.concat(out, ' <span class="gap">\u{2026}</span> ')
end

-- How the text calls the speaker, where that is not the name, and the cue.
local function said(model, s)
  local name = s.speaker_id and model.names[s.speaker_id]
  local who = s.said_as and s.said_as:gsub("%s+", " ")
  if who == (name and name.name or s.named and s.speaker) then who = nil end
  local cue = s.cue and s.cue:find "%w" and s.cue
  if who and cue then return escape(who .. " \u{2013} " .. cue) end
  return escape(who or cue or "")
end

local function source_line(model, entry)
  local s, bits = entry.statement, {}
  local by = said(model, s)
  if by ~= "" then bits[1] = by end
  if not s.speaker and s.unknown then bits[#bits + 1] = escape(s.unknown) end
  bits[#bits + 1] = parts.link(s.place, parts.short_source(s.document))
  if #entry.also > 0 then
    local links = {}
    for i, other in ipairs(entry.also) do
      links[i] = parts.link(other.place, parts.short_source(other.document))
    end
    bits[#bits + 1] = "also in " .. table.concat(links, ", ")
  end
  return table.concat(bits, " \u{b7} ")
end

local function item(model, entry)
  local s = entry.statement
  local keys = { s.speaker_id }
  return element("li", { "class", "statement", "data-f",
                         parts.filter_keys(keys) },
    element("span", { "class", "when" }, escape(html.short_date(s.date))),
    element("div", {},
      element("blockquote", {}, words(s)),
      element("p", { "class", "src" }, source_line(model, entry))))
end

-- Speakers with an id first, by number of statements; then those that a text
-- names; then those that it only describes, together; then nobody.
local function speaker_groups(model)
  local groups, known = {}, {}
  local function group(key, rank)
    if not known[key] then
      known[key] = { key = key, rank = rank, entries = {} }
      groups[#groups + 1] = known[key]
    end
    return known[key]
  end
  for _, entry in ipairs(merge(model.statements)) do
    local s = entry.statement
    local target = s.speaker_id and group(s.speaker_id, 1)
      or s.named and group("name " .. s.speaker, 2)
      or s.speaker and group("described", 3) or group("nobody", 4)
    table.insert(target.entries, entry)
  end
  table.sort(groups, function(a, b)
    if a.rank ~= b.rank then return a.rank < b.rank end
    if #a.entries ~= #b.entries then return #a.entries > #b.entries end
    return a.key < b.key
  end)
  return groups
end

-- By date; undated ones last; then as they stand in the documents.
local function by_date(entries)
  local place = {}
  for i, entry in ipairs(entries) do place[entry] = i end
  table.sort(entries, function(a, b)
    local x = a.statement.date or "\u{10FFFF}"
    local y = b.statement.date or "\u{10FFFF}"
    if x ~= y then return x < y end
    return place[a] < place[b]
  end)
end

local TITLES = { described = "Speakers whom the text only describes",
                 nobody = "Nobody is named" }

local function speaker_title(model, group)
  if group.rank > 2 then return escape(TITLES[group.key]) end
  local name = model.names[group.key]
  local speaker = group.entries[1].statement.speaker
  if not name then return escape(speaker) end
  local roles = parts.roles(model, name)
  return element("a", { "href", "#" .. marks.name_anchor(group.key),
                        "class", "name " .. name.group }, escape(name.name))
    .. (roles ~= "" and " " .. element("span", { "class", "role" },
                                        escape(roles)) or "")
end

local function speaker_block(model, group)
  by_date(group.entries)
  local items = {}
  for i, entry in ipairs(group.entries) do items[i] = item(model, entry) end
  return element("div", { "class", "group speaker", "data-g", true },
    element("h3", {}, speaker_title(model, group), " ",
      element("span", { "class", "tally" }, html.number(#items))),
    "\n<ul>\n", table.concat(items, "\n"), "\n</ul>")
end

--- How many statements each speaker with an id has made, most first.
---@param model gloss.report.Model
---@return { key: string, count: integer }[]
function statements.speakers(model)
  local list = {}
  for _, group in ipairs(speaker_groups(model)) do
    if group.rank == 1 then
      list[#list + 1] = { key = group.key, count = #group.entries }
    end
  end
  return list
end

---@param model gloss.report.Model
---@return string? HTML; nil where nobody says anything
function statements.section(model)
  if #model.statements == 0 then return nil end
  local blocks = {}
  for i, group in ipairs(speaker_groups(model)) do
    blocks[i] = speaker_block(model, group)
  end
  if model.unlisted > 0 then
    blocks[#blocks + 1] = element("p", { "class", "lead" }, "Not listed: ",
      html.count(model.unlisted, "report"), " without quoted words, of "
      .. "speakers whom the text only describes.")
  end
  blocks[#blocks + 1] = parts.more(model, "statements", "statement")
  return parts.section("statements", "Who said what",
    "By speaker and date. Words in quotation marks are the text's own; each "
      .. "link leads to the sentence.", table.unpack(blocks))
end

return statements
