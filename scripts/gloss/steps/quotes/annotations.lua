--- The rows of a layer by place: which entity, which name stands here?
local annotations = {}

---@class quotes.Annotations
---@field view gloss.View
---@field first integer[] bytes of its rows
---@field last integer[]
local Annotations = {}
Annotations.__index = Annotations

---@param view gloss.View
---@return quotes.Annotations
function annotations.of(view)
  local self = setmetatable({ view = view, first = {}, last = {} }, Annotations)
  for first, last in view:offsets() do
    self.first[#self.first + 1], self.last[#self.last + 1] = first, last
  end
  return self
end

--- The first row that shares a byte with first..last; nil.
---@return gloss.Span?
function Annotations:over(first, last)
  local low, high, ends = 1, #self.last, self.last
  while low <= high do
    local middle = (low + high) // 2
    if ends[middle] < first then
      low = middle + 1
    else
      high = middle - 1
    end
  end
  return self.first[low] and self.first[low] <= last and self.view[low] or nil
end

--- A column of a row; nil where its layer, which any step may give, has no such
--- column.
function annotations.column(row, name)
  local known, value = pcall(function() return row[name] end)
  return known and value or nil
end

return annotations
