--- The standard steps: which there are, and the usual list for news.
local suggest = require "gloss.suggest"
local step = require "gloss.step"

local steps = {}

-- In the order in which they usually run.
local NAMES = { "clean", "link", "aliases", "acronyms", "names", "roles",
                "quotes", "times", "amounts" }

--- Is there a module of gloss of that name? Looks it up without running it.
---@param module string
---@return boolean
function steps.exists(module)
  if not module:find "^gloss%." then return false end
  if package.loaded[module] then return true end
  for _, searcher in ipairs(package.searchers) do
    local ok, loader = pcall(searcher, module)
    if not ok then return false end  -- the program looks no further
    if type(loader) == "function" then return true end
  end
  return false
end

--- The names of the standard steps, in their usual order.
---@return string[]
function steps.names()
  local names = {}
  for _, name in ipairs(NAMES) do
    if steps.exists("gloss.steps." .. name) then names[#names + 1] = name end
  end
  return names
end

--- A standard step, or nil where there is none of that name.
---@param name string
---@return gloss.Step?
function steps.get(name)
  for _, known in ipairs(steps.names()) do
    if known == name then
      local made = require("gloss.steps." .. name)
      return made
    end
  end
end

--- The usual list for news: clean link aliases acronyms quotes times amounts.
--- Without a dictionary, link and aliases are left out.
---@param options? { dict?: string|gloss.Dictionary|(string|gloss.Dictionary)[] }
---@return gloss.Step[]
function steps.news(options)
  options = options or {}
  suggest.check_keys(options, { dict = true }, "gloss.news", 2)
  local dict = options.dict ~= "" and options.dict  -- a parameter left empty
  local list = {}
  for _, name in ipairs(steps.names()) do
    if name == "link" then
      if dict then
        list[#list + 1] = require "gloss.steps.link" { dict = dict }
      end
    elseif name ~= "names" and (name ~= "aliases" or dict) then
      list[#list + 1] = require("gloss.steps." .. name)
    end
  end
  return step.sort(list)
end

--- `gloss.clean`, `gloss.quotes`: a standard step by its name.
return setmetatable(steps, { __index = function(_, name)
  return steps.get(name)
    or error(('no step "%s"%s'):format(tostring(name),
      suggest.hint(tostring(name), steps.names())), 2)
end })
