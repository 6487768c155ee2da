--- Which line of a script is at work: the nearest one that is not gloss's own.
local caller = {}

--- "job.lua:4", or nil where no script is at work.
---@param level integer from which on to look, as for `error`
---@return string?
function caller.place(level)
  level = level + 1
  while true do
    local info = debug.getinfo(level, "Sl")
    if not info then return nil end
    if info.currentline > 0 and not info.source:find "^@gloss/"
       and not info.source:find "/gloss/[%w_/]+%.lua$" then
      return ("%s:%d"):format(info.short_src, info.currentline)
    end
    level = level + 1
  end
end

return caller
