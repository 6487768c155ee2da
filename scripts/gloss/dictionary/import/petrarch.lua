--- PETRARCH, TABARI and Phoenix: actors with dated roles, agents, discards.
---
--- An actor's code with dates is a role; codes without are what counts
--- otherwise, and stand in the column code. Names in capitals are written as
--- names are, so that they match text as it is printed. Years of two digits
--- get a century (30 to 99: 19..), noted in the column note; dates that cannot
--- be read stay as they are, for `dict lint` to name. A table of name, alias
--- and codes (CODE@from-to) with tabs between is read, too.
local dates = require "gloss.dictionary.import.petrarch_dates"
local names = require "gloss.dictionary.import.names"

local petrarch = { help = "PETRARCH, TABARI, Phoenix actors, agents, discards" }

local function trim(s) return (s:match "^%s*(.-)%s*$") end

-- KOFI_ANNAN_ -> Kofi Annan
local function plain(text)
  return names.from_capitals(trim((text:gsub("_", " "))):gsub("%s+", " "))
end

-- ---- Codes ---------------------------------------------------------------------

local function add_code(out, actor, code, date, line)
  local where = ("%s:%d"):format(out.input.name, line)
  if not date or date == "" then
    actor.code = actor.code and actor.code .. " " .. code or code
    return
  end
  local from, to, note = dates.period(date)
  out:role { id = actor.id, role = code, from = from, to = to,
             source = where, note = note }
end

-- "AFGGOV >011222" of brackets, "AFGGOV@>011222" of tables.
local function read_code(out, actor, text, line)
  local code, date = text:match "^%s*([%w~]+)[%s@]*(.-)%s*$"
  if not code then
    if text:find "%S" and not text:find "^%s*%-+%s*$" then
      out:left(line, "no code", text)
    end
    return
  end
  for one in (date == "" and "" or date):gmatch "[^%s]+" do
    add_code(out, actor, code, one, line)
  end
  if date == "" then add_code(out, actor, code, nil, line) end
end

-- ---- Actors --------------------------------------------------------------------

-- The names of an actor are told apart by place: one that comes again is
-- another actor, and who owns a name twice is for lint to say.
local function new_actor(out, text, line)
  local name = plain(text)
  if name == "" then return nil end
  return out:entity(("%s\0%d"):format(out.input.path, line), function()
    return { name = name, type = out.options.type or "ACTOR",
             source = ("%s:%d"):format(out.input.name, line) }
  end)
end

-- What a line says, without the comment behind it.
local function without_comment(line)
  return (line:gsub("%s*[#;].*$", ""):gsub("%s+$", ""))
end

local function take_codes(out, actor, text, line)
  local rest = text:gsub("%[([^%[%]{}]*)[%]}]", function(inside)
    if actor then
      for part in inside:gmatch "[^/,]+" do read_code(out, actor, part, line) end
    else
      out:left(line, "a code before any name", text)
    end
    return " "
  end)
  if rest:find "[%[%]]" then
    out:left(line, "brackets that do not match", text)
    rest = rest:gsub("[%[%]].*$", "")
  end
  return rest
end

local function read_actors(input, out)
  local actor
  for line, number in input:lines() do
    local text = without_comment(line)
    local mark, rest = text:match "^%s*([+&]?)%s*(.*)$"
    local is_code = rest:find "^%["
    if mark == "" and rest ~= "" and not is_code then
      actor = new_actor(out, rest:match "^[^%[]*", number)
      if not actor then out:left(number, "no name", line) end
    end
    local name = take_codes(out, actor, rest, number)
    if mark == "+" and actor and name:find "%S" then
      actor.aliases[#actor.aliases + 1] = plain(name)
    elseif mark == "+" and not actor then
      out:left(number, "a synonym before any name", line)
    elseif mark == "&" then
      out:left(number, "a set of words", line)
    end
  end
end

-- ---- Agents --------------------------------------------------------------------

-- !PERSON! stands for each word of its set.
local function with_sets(text, sets)
  local before, set, after = text:match "^(.-)(!%u+!)(.*)$"
  if not set or not sets[set] then return { text } end
  local list = {}
  for _, word in ipairs(sets[set]) do list[#list + 1] = before .. word .. after end
  return list
end

local function read_agent(out, text, sets, line)
  local name, plural, code =
    text:match "^([^{%[]+)%s*({?[^%[]*)%[~?([^%]}]+)[%]}]"
  if not name then return out:left(line, "no agent", text) end
  local forms = with_sets(trim(name), sets)
  local agent = out:entity(("%s\0%d"):format(out.input.path, line), function()
    return { name = plain(forms[1]):lower(), type = "AGENT", code = code,
             source = ("%s:%d"):format(out.input.name, line) }
  end)
  for i = 2, #forms do agent.aliases[i - 1] = plain(forms[i]):lower() end
  plural = trim(plural:gsub("[{}]", ""))
  if plural ~= "" then
    agent.aliases[#agent.aliases + 1] = plain(plural):lower()
  end
  for _, alias in ipairs { agent.name, table.unpack(agent.aliases) } do
    out:alias { id = agent.id, alias = alias, case = "fold" }
  end
  agent.aliases = {}
end

local function read_agents(input, out)
  local sets = {}
  for line, number in input:lines() do
    local text = without_comment(line)
    local set, words = text:match "^(!%u+!)%s*=%s*(.*)$"
    if set then
      sets[set] = {}
      for word in words:gmatch "[^,%s]+" do sets[set][#sets[set] + 1] = word end
    elseif text:find "%S" then
      read_agent(out, text, sets, number)
    end
  end
end

-- ---- Discards and tables -------------------------------------------------------

local function read_discards(input, out)
  for line, number in input:lines() do
    local text = trim(without_comment(line):gsub("^%s*%+", ""):gsub("_", " "))
    if text ~= "" then
      out:exclude { exclude = text,
                    note = ("%s:%d"):format(input.name, number) }
    end
  end
end

local function read_table(input, out)
  local actor, head, codes
  for line, number in input:lines() do
    local name, alias, said = line:match "^([^\t]*)\t([^\t]*)\t?(.*)$"
    if not name then
      if line:find "%S" then out:left(number, "no columns", line) end
    else
      if name ~= head or said ~= codes then
        actor, head, codes = new_actor(out, name, number), name, said
        for code in said:gmatch "%S+" do
          if actor then read_code(out, actor, code, number) end
        end
      end
      if actor and plain(alias) ~= actor.name then
        actor.aliases[#actor.aliases + 1] = plain(alias)
      elseif actor then
        actor.named = (actor.named or 0) + 1
        if actor.named > 1 then
          actor.aliases[#actor.aliases + 1] = plain(alias)
        end
      end
    end
  end
end

-- ---- Which of them -------------------------------------------------------------

-- By what the first lines look like.
local function kind_of(input)
  local name = input.name:lower()
  if name:find "discard" then return read_discards end
  local tabs, agents, seen = 0, 0, 0
  for line in input:lines() do
    local text = without_comment(line)
    if text:find "%S" then
      seen = seen + 1
      if text:find "^[^\t%[]+\t[^\t%[]+" then tabs = tabs + 1 end
      if text:find "%[~" then agents = agents + 1 end
    end
    if seen == 200 then break end
  end
  if tabs * 2 > seen then return read_table end
  if agents * 2 > seen then return read_agents end
  return read_actors
end

function petrarch.read(input, out)
  out:columns { "code", "source" }
  kind_of(input)(input, out)
end

return petrarch
