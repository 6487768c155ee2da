--- Aliases: doubled, shared, shadowed, never reached, too common, too short.
local common = require "gloss.dictionary.lint.common"
local gloss = require "gloss"
local records = require "gloss.dictionary.records"

local aliases = {}

aliases.rules = { doubled = "warning", shadowed = "warning",
                  shared = "warning", unreachable = "error",
                  common = "warning", short = "warning" }

local place = records.place
local find = string.find

-- ---- The forms under which an entity is found ----------------------------------

-- All rows with a form: the aliases, and the names (which are aliases as they
-- stand). A row of the table of aliases that repeats the name says how the
-- name is matched: it is no double of it.
local function collect(set)
  local list, explicit = {}, {}
  for _, row in ipairs(set.aliases) do
    if row.alias and row.id then
      list[#list + 1] = row
      if row[3] ~= "own" then explicit[row.id .. "\0" .. row.alias] = true end
    end
  end
  local any = next(explicit) ~= nil
  for _, row in ipairs(set.entities) do
    if row.id and row.name
       and not (any and explicit[row.id .. "\0" .. row.name]) then
      list[#list + 1] = { row[1], row[2], "name", id = row.id,
                          alias = row.name, ok = row.ok }
    end
  end
  return list
end

-- ---- How an alias is matched -----------------------------------------------------

local function letters_of(alias)
  local n = 0
  for _ in alias:gsub("[%s%p%d]", ""):gmatch(utf8.charpattern) do n = n + 1 end
  return n
end

local function no_small_letters(alias)
  if not find(alias, "[\128-\255]") then return not find(alias, "%l") end
  return gloss.core.text.upper(alias) == alias
end

-- "any": in every case; "same": as it stands; "raised": in capitals, too, and
-- with a capital where it has small letters; "titled": and where it has none.
local function rule_of(row)
  local case, alias = row.case or "smart", row.alias
  if case == "fold" then return "any" end
  if case == "exact" then return "same" end
  local one, capitals = not find(alias, "%s"), no_small_letters(alias)
  if one and (capitals or letters_of(alias) <= 3) then return "same" end
  return capitals and "titled" or "raised"
end

-- With plain apostrophes, hyphens and blanks, which texts use for each other.
local function plain_marks(text)
  if not find(text, "[\xC2\xE2]") then return text end
  return (text:gsub("\u{2019}", "'"):gsub("\xE2\x80[\x90-\x95]", "-")
    :gsub("\u{A0}", " "))
end

-- Does a word of a text stand for one of an alias that is raised or titled:
-- the same, in capitals, or with a capital at its beginning alone?
local function word_fits(alias, text, titled)
  local core = gloss.core.text
  if alias == text or core.upper(text) == text then return true end
  local first = text:match("^" .. utf8.charpattern)
  local rest = text:sub(#first + 1)
  return core.upper(first) == first and core.lower(rest) == rest
    and (titled or core.upper(alias) ~= alias)
end

-- Does an alias find a text that has the same folded form?
local function finds(row, text)
  local rule, alias = rule_of(row), plain_marks(row.alias)
  text = plain_marks(text)
  if rule == "any" or alias == text then return true end
  if rule == "same" then return false end
  local words = text:gmatch "[^%s%-']+"
  for word in alias:gmatch "[^%s%-']+" do
    local other = words()
    if not other or not word_fits(word, other, rule == "titled") then
      return false
    end
  end
  return words() == nil
end

local function plain_options(row)
  return not (row.require or row.avoid or row.from or row.to or row.accents)
end

-- Does `a` find all that `b` finds? Both have one folded form.
local function covers(a, b)
  if not plain_options(a) then return false end
  local wide, narrow = rule_of(a), rule_of(b)
  if wide == "any" then return true end
  if wide == narrow and a.alias == b.alias then return true end
  return narrow ~= "any" and finds(a, b.alias)
    and (narrow == "same" or finds(a, gloss.core.text.title(b.alias)))
end

-- ---- Within one entity -----------------------------------------------------------

-- Are they valid at different times?
local function at_other_times(a, b)
  return a.to and b.from and a.to < b.from or b.to and a.from and b.to < a.from
end

local function check_pair(first, row, report)
  if first.alias == row.alias and rule_of(first) == rule_of(row) then
    if place(first) == place(row) then
      report:add(row, "doubled", '"%s" stands here twice', row.alias)
    elseif not at_other_times(first, row) then
      report:add(row, "doubled", '"%s" stands at %s, too', row.alias,
                 place(first))
    end
    return true
  end
  local wide, narrow
  if covers(first, row) then wide, narrow = first, row
  elseif covers(row, first) then wide, narrow = row, first end
  if not wide then return false end
  if narrow[3] == "name" then return true end -- which stands anyhow
  report:add(narrow, "shadowed", '"%s" adds nothing to "%s" (case=%s, %s)',
             narrow.alias, wide.alias, wide.case or "smart", place(wide))
  return true
end

-- Aliases of one entity that have one folded form.
local function check_group(group, report)
  for i = 2, #group do
    for k = 1, i - 1 do
      if check_pair(group[k], group[i], report) then break end
    end
  end
end

-- ---- Several owners --------------------------------------------------------------

local NAMED = 3

local function owners_text(group, row)
  local names, more = {}, 0
  for _, other in ipairs(group) do
    if other.id ~= row.id then
      if #names < NAMED then
        names[#names + 1] = ("%s (%s)"):format(other.id, place(other))
      else
        more = more + 1
      end
    end
  end
  local list = table.concat(names, ", ")
  return more > 0 and ("%s and %d more"):format(list, more) or list
end

-- Rows, one for each owner, of one form: one finding, at the first of them
-- that does not accept it, so that a new owner is seen.
local function check_shared(group, report)
  local first
  for _, row in ipairs(group) do
    if not report:accepted(row, "shared") then first = first or row end
  end
  if first then
    report:add(first, "shared", '"%s" is an alias of %s, too', first.alias,
               owners_text(group, first))
  else
    report.accepted_count = report.accepted_count + 1
  end
end

local IN_CAPITALS = { raised = true, titled = true, any = true }

-- Can one text mean both? Two that are found in capitals, too, meet there.
local function can_meet(a, b)
  return IN_CAPITALS[rule_of(a)] and IN_CAPITALS[rule_of(b)]
    or finds(a, b.alias) or finds(b, a.alias)
end

-- ---- One alias -------------------------------------------------------------------

-- Letters and digits; of scripts without spaces a letter counts as two.
local function width_of(alias)
  if not find(alias, "[\128-\255]") then
    return select(2, alias:gsub("%w", ""))
  end
  local n = 0
  for char in alias:gmatch(utf8.charpattern) do
    local code = utf8.codepoint(char)
    if code >= 0x2E80 and code < 0xFF00 then n = n + 2
    elseif code < 128 and find(char, "%w")
      or code >= 0xAA and code ~= 0xB7 and (code < 0x2000 or code > 0x206F)
    then
      n = n + 1
    end
  end
  return n
end

local FUZZY_NEEDS = { ["1"] = 5, ["2"] = 8 }

local function check_length(row, report, width)
  local least = FUZZY_NEEDS[row.fuzzy or "0"]
  if least and width < least then
    report:add(row, "short", '"%s" is too short for %s edit%s (%d letters)',
               row.alias, row.fuzzy, row.fuzzy == "1" and "" or "s", least)
  elseif row.require then
    return
  elseif width <= 2 then
    report:add(row, "short", '"%s" is so short that it means other things, too',
               row.alias)
  elseif width == 3 and row.case == "fold" then
    report:add(row, "short", '"%s" is too short for case=fold', row.alias)
  end
end

local function check_common(row, report, folded)
  if row.require or find(folded, " ", 1, true) then return end
  local grammar = common.grammar[folded]
  if not grammar and not common.content[folded] then return end
  if row.case == "fold" or row.alias == folded then
    report:add(row, "common", '"%s" is a common word, and finds it in '
               .. 'lower case', row.alias)
  elseif grammar and not no_small_letters(row.alias) then
    report:add(row, "common", '"%s" begins sentences that do not mean it',
               row.alias)
  end
end

local FEW = 12 -- bytes that three letters have at most

local function check_one(row, report, folded, excluded)
  local alias = row.alias
  if not find(alias, "[^%p%s]") then
    report:add(row, "unreachable", '"%s" has no letter and no digit', alias)
    return
  end
  local by = excluded[alias]
  if by and (not by.id or by.id == row.id) then
    report:add(row, "unreachable", '"%s" is excluded at %s', alias, place(by))
  end
  if row.require and row.require == row.avoid then
    report:add(row, "unreachable", '"%s" requires what it avoids', alias)
  end
  if row.fuzzy or #alias <= FEW then
    check_length(row, report, width_of(alias))
  end
  check_common(row, report, folded)
end

-- ---- All -------------------------------------------------------------------------

local function exclude_index(set)
  local excluded = {}
  for _, row in ipairs(set.excludes) do
    if row.exclude and not excluded[row.exclude] then
      excluded[row.exclude] = row
    end
  end
  return excluded
end

-- Takes the groups of one folded form apart: by entity, and across them.
local function check_form(group, report)
  local by_id, ids, first_of = {}, {}, {}
  for _, row in ipairs(group) do
    if not by_id[row.id] then
      by_id[row.id], ids[#ids + 1], first_of[#first_of + 1] = {}, row.id, row
    end
    table.insert(by_id[row.id], row)
  end
  for _, id in ipairs(ids) do
    if #by_id[id] > 1 then check_group(by_id[id], report) end
  end
  if #ids < 2 then return end
  local meeting = {}
  for i, row in ipairs(first_of) do
    for k, other in ipairs(first_of) do
      if i ~= k and can_meet(row, other) then
        meeting[#meeting + 1] = row
        break
      end
    end
  end
  if #meeting > 1 then check_shared(meeting, report) end
end

-- Was the alias looked at with the same entity?
local function stands_before(group, row)
  for _, other in ipairs(group) do
    if other.id == row.id and other.alias == row.alias
       and other.case == row.case then
      return true
    end
  end
  return false
end

function aliases.check(set, report, about)
  local list, groups, order = collect(set), {}, {}
  local excluded = exclude_index(set)
  local fold = about.fold
  for _, row in ipairs(list) do
    local folded = fold(row.alias)
    local group = groups[folded]
    if not group then
      groups[folded] = row
      check_one(row, report, folded, excluded)
    else
      if group.alias then
        group = { group }
        groups[folded], order[#order + 1] = group, group
      end
      if not stands_before(group, row) then
        check_one(row, report, folded, excluded)
      end
      group[#group + 1] = row
    end
  end
  for _, group in ipairs(order) do check_form(group, report) end
end

return aliases
