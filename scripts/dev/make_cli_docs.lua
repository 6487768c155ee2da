-- make_cli_docs.lua - writes the generated parts of README.md, docs/cli.md
-- and docs/formats.md from the contract: what stands between
-- `<!-- begin NAME -->` and `<!-- end NAME -->`.
--
--   lua5.4 scripts/dev/make_cli_docs.lua            writes them
--   lua5.4 scripts/dev/make_cli_docs.lua --check    exit 1 where one differs
local contract = require "gloss.contract"
local commands = require "gloss.contract.commands"
local help = require "gloss.commands.help"

local parts = {}

local function cell(text) return (text:gsub("|", "\\|")) end

local function row(...)
  local cells = { ... }
  for i, text in ipairs(cells) do cells[i] = cell(text) end
  return "| " .. table.concat(cells, " | ") .. " |"
end

local function rows_of(head, list, make)
  local lines = { row(table.unpack(head)),
                  "|" .. ("---|"):rep(#head) }
  for _, thing in ipairs(list) do lines[#lines + 1] = row(make(thing)) end
  return table.concat(lines, "\n") .. "\n"
end

-- `page`: where the commands are told in full, "" on that page.
local function command_rows(page)
  return rows_of({ "command", "does" }, commands.list, function(command)
    return ("[`%s`](%s#gloss-%s)"):format(command.name, page,
      (command.name:gsub(" ", "-"))), command.help
  end)
end

function parts.commands() return command_rows "" end

parts["command-table"] = function() return command_rows "docs/cli.md" end

local function option_names(option)
  local long = "--" .. option.name
    .. (option.value and " " .. option.value or "")
  return "`" .. (option.short and "-" .. option.short .. ", " or "")
    .. long .. "`"
end

function parts.details()
  local out = {}
  for _, command in ipairs(commands.list) do
    out[#out + 1] = ("### gloss %s\n\n    %s\n\n%s\n"):format(
      command.name, help.usage(command), command.about)
    local own = contract.options_of(command)[1]
    if own.title == "Options" then
      out[#out + 1] = rows_of({ "option", "is" }, own, function(option)
        return option_names(option), help.option_text(option)
      end)
    end
    local lines = {}
    for _, example in ipairs(command.examples) do
      lines[#lines + 1] = (example[2] and "# " .. example[2] .. "\n" or "")
        .. example[1]
    end
    out[#out + 1] = "```sh\n" .. table.concat(lines, "\n") .. "\n```\n"
  end
  return table.concat(out, "\n")
end

function parts.options()
  local groups = require "gloss.contract.options".groups
  local by_name = require "gloss.contract.options".by_name
  local out = {}
  for _, name in ipairs { "input", "batch", "limits", "talk" } do
    local list = {}
    for i, member in ipairs(groups[name]) do list[i] = by_name[member] end
    out[#out + 1] = ("**%s**\n\n"):format(groups[name].title)
      .. rows_of({ "option", "is" }, list, function(option)
        return option_names(option), help.option_text(option)
      end)
  end
  return table.concat(out, "\n")
end

parts["exit-codes"] = function()
  return rows_of({ "code", "means" }, contract.exits, function(exit)
    return tostring(exit.code), exit.help
  end)
end

local function field_text(field)
  local text = field.help
  if field.values then
    text = text .. ". One of: `" .. table.concat(field.values, "` `") .. "`"
  end
  return text
end

function parts.layers()
  local out = {}
  for _, layer in ipairs(contract.layers) do
    out[#out + 1] = ("### %s\n\n%s. TSV: `%s`\n\n"):format(layer.name,
      layer.help:gsub("^%l", string.upper),
      table.concat(contract.columns(layer), " "))
      .. rows_of({ "field", "is" }, layer.fields, function(field)
        return "`" .. field.name .. "`", field_text(field)
      end)
  end
  return table.concat(out, "\n")
end

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- The page with its generated parts made anew.
local function fresh(text)
  return (text:gsub("(<!%-%- begin ([%w-]+) %-%->\n).-(<!%-%- end [%w-]+ %-%->)",
    function(begin, name, close)
      return begin .. assert(parts[name], name)() .. close
    end))
end

local stale = false
for _, path in ipairs { "README.md", "docs/cli.md", "docs/formats.md" } do
  local old = read(path)
  local new = fresh(old)
  if old ~= new then
    stale = true
    if arg[1] == "--check" then
      print(path .. " is not what the contract says: run "
        .. "lua5.4 scripts/dev/make_cli_docs.lua")
    else
      local file = assert(io.open(path, "wb"))
      file:write(new)
      file:close()
    end
  end
end
os.exit(not (stale and arg[1] == "--check"))
