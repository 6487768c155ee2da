--- Rows that cannot be read, stray blanks in cells, columns without use.
local rows = {}

rows.rules = { row = "error", space = "warning", unused = "warning",
               bare = "warning" }

local YES_NO = { yes = true, no = true, ["true"] = true, ["false"] = true,
                 ["1"] = true, ["0"] = true, x = true, exact = true,
                 fold = true }
local CASES = { exact = true, smart = true, fold = true }
local FUZZY = { ["0"] = true, ["1"] = true, ["2"] = true }

local ALLOWED = {
  { "case", CASES, "exact, smart or fold" },
  { "fuzzy", FUZZY, "0, 1 or 2" },
  { "accents", YES_NO, "yes or no" },
  { "inside", YES_NO, "yes or no" },
  { "generated", YES_NO, "yes or no" },
}

local function check_alias(row, report)
  for _, option in ipairs(ALLOWED) do
    local value = row[option[1]]
    if value and not option[2][value] then
      report:add(row, "row", '%s is %s, not "%s"', option[1], option[3], value)
    end
  end
end

local NEEDED = {
  { "entities", "id", "an entity needs an id" },
  { "aliases", "alias", "an alias needs a text" },
  { "aliases", "id", "an alias needs the id of its entity" },
  { "roles", "role", "a role needs a text" },
  { "roles", "id", "a role needs the id of its entity" },
  { "excludes", "exclude", "an exclude needs its text" },
  { "tests", "test", "a test needs its text" },
}

local function check_needed(set, report)
  for _, need in ipairs(NEEDED) do
    for _, row in ipairs(set[need[1]]) do
      if not row[need[2]] then report:add(row, "row", need[3]) end
    end
  end
end

-- Entities without a name, or without a type where others have one.
local function check_bare(set, report)
  local typed = false
  for _, row in ipairs(set.entities) do typed = typed or row.type ~= nil end
  for _, row in ipairs(set.entities) do
    if row.id and not row.name then
      report:add(row, "bare", "no name: its id stands for it in texts")
    end
    if typed and row.id and not row.type then
      report:add(row, "bare", "no type")
    end
  end
end

local function check_columns(set, report)
  for _, t in ipairs(set.tables) do
    for _, name in ipairs(t.header) do
      if t.rows > 0 and not t.used[name] then
        report:add({ t.file, t.line }, "unused",
                   'the column "%s" is empty in every row', name)
      end
    end
  end
end

function rows.check(set, report)
  for _, fault in ipairs(set.faults) do
    report:add(fault, "row", "%s", fault.message)
  end
  for _, at in ipairs(set.spaces) do
    report:add(at, "space", 'blanks around the cell of "%s"', at.column)
  end
  check_needed(set, report)
  for _, row in ipairs(set.aliases) do
    if row[3] ~= "own" or row.case or row.fuzzy or row.accents or row.inside
    then
      check_alias(row, report)
    end
  end
  check_bare(set, report)
  check_columns(set, report)
end

return rows
