--- Quotations that hold others: each with what stands inside it.
local nested = {}

local function copy_of(stretch)
  local copy = {}
  for key, value in pairs(stretch) do copy[key] = value end
  copy.depth = stretch.depth - 1
  return copy
end

--- Goes through the outermost quotations that hold others.
---@param stretches quotes.Stretch[] sorted
---@return fun(): integer?, quotes.Stretch, quotes.Stretch[] next the place
---behind it, the quotation, and those inside, one level less deep
function nested.each(stretches)
  return function(_, i)
    while stretches[i] do
      local outer, inner = stretches[i], {}
      i = i + 1
      while stretches[i] and stretches[i].depth > 0 do
        local stretch = stretches[i]
        if stretch.first >= outer.from and stretch.last <= outer.to then
          inner[#inner + 1] = copy_of(stretch)
        end
        i = i + 1
      end
      if #inner > 0 then return i, outer, inner end
    end
  end, nil, 1
end

return nested
