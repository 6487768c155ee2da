--- Places for the nodes of a small graph: those that belong together stand
--- near each other, none covers another. Only + - * / and square roots of
--- whole operations are used, so that every machine gets the same picture.
local layout = {}

local STEPS = 300
local PULL = 0.8     -- to the middle
local WIDE = 1.6     -- the picture is that much wider than high

-- n points on a circle, without sine: the square's rim drawn in to length 1.
local function circle(n)
  local points = {}
  for i = 0, n - 1 do
    local t = 4 * i / n
    local side, u = t // 1, 2 * (t % 1) - 1
    local x, y
    if side == 0 then x, y = u, -1
    elseif side == 1 then x, y = 1, u
    elseif side == 2 then x, y = -u, 1
    else x, y = -1, -u end
    local length = math.sqrt(x * x + y * y)
    points[i + 1] = { x = x / length, y = y / length }
  end
  return points
end

-- Nodes push each other away.
local function repel(points, k)
  for i = 1, #points do
    for j = i + 1, #points do
      local a, b = points[i], points[j]
      local dx, dy = a.x - b.x, (a.y - b.y)
      local square = dx * dx + dy * dy + 1e-6
      local force = k * k / square
      a.fx, a.fy = a.fx + dx * force, a.fy + dy * force
      b.fx, b.fy = b.fx - dx * force, b.fy - dy * force
    end
  end
end

-- Edges pull their ends together, the heavier the stronger; all are drawn a
-- little to the middle, so that nothing drifts away.
local function attract(points, edges, k)
  for _, edge in ipairs(edges) do
    local a, b = points[edge.a], points[edge.b]
    local dx, dy = a.x - b.x, a.y - b.y
    local force = math.sqrt(dx * dx + dy * dy) / k * edge.pull
    a.fx, a.fy = a.fx - dx * force, a.fy - dy * force
    b.fx, b.fy = b.fx + dx * force, b.fy + dy * force
  end
  for _, p in ipairs(points) do
    p.fx, p.fy = p.fx - p.x * PULL, p.fy - p.y * PULL * WIDE
  end
end

local function move(points, heat)
  for _, p in ipairs(points) do
    local length = math.sqrt(p.fx * p.fx + p.fy * p.fy)
    if length > 0 then
      local step = math.min(length, heat) / length
      p.x, p.y = p.x + p.fx * step, p.y + p.fy * step
    end
    p.fx, p.fy = 0, 0
  end
end

-- Pushes apart what would cover another: each node has half a width and half
-- a height, its label included.
local function separate(points, sizes)
  for _ = 1, 200 do
    local moved = false
    for i = 1, #points do
      for j = i + 1, #points do
        local a, b = points[i], points[j]
        local dx, dy = b.x - a.x, b.y - a.y
        local over_x = sizes[i].w + sizes[j].w - math.abs(dx)
        local over_y = sizes[i].h + sizes[j].h - math.abs(dy)
        if over_x > 0 and over_y > 0 then
          moved = true
          if over_x < over_y then
            local push = (dx < 0 and -over_x or over_x) / 2
            a.x, b.x = a.x - push, b.x + push
          else
            local push = (dy < 0 and -over_y or over_y) / 2
            a.y, b.y = a.y - push, b.y + push
          end
        end
      end
    end
    if not moved then return end
  end
end

local function bounds(points, sizes)
  local box = { left = 0, right = 0, top = 0, bottom = 0 }
  for i, p in ipairs(points) do
    box.left = math.min(box.left, p.x - sizes[i].w)
    box.right = math.max(box.right, p.x + sizes[i].w)
    box.top = math.min(box.top, p.y - sizes[i].h)
    box.bottom = math.max(box.bottom, p.y + sizes[i].h)
  end
  return box
end

--- Places `sizes` (a list of { w, h }: half of width and height in pixels, in
--- an order that says who comes first) and `edges` ({ a, b, weight }: numbers
--- of nodes) in a picture that is about `width` pixels wide.
---@return { x: number, y: number }[] points, number width, number height
function layout.place(sizes, edges, width)
  local n = #sizes
  local points = circle(n)
  local heaviest = 1
  for _, edge in ipairs(edges) do heaviest = math.max(heaviest, edge.weight) end
  for _, edge in ipairs(edges) do
    edge.pull = 0.3 + 0.7 * math.sqrt(edge.weight / heaviest)
  end
  local k = 1.3 / math.sqrt(math.max(n, 1))
  for _, p in ipairs(points) do p.fx, p.fy = 0, 0 end
  for step = 1, STEPS do
    repel(points, k)
    attract(points, edges, k)
    move(points, 0.12 * (1 - step / (STEPS + 1)))
  end
  local reach = 1e-9
  for _, p in ipairs(points) do
    reach = math.max(reach, math.abs(p.x), math.abs(p.y) * WIDE)
  end
  for _, p in ipairs(points) do
    p.x, p.y = p.x / reach * width / 2.6, p.y / reach * width / 2.6
  end
  separate(points, sizes)
  local box = bounds(points, sizes)
  for _, p in ipairs(points) do
    p.x, p.y = p.x - box.left, p.y - box.top
  end
  return points, box.right - box.left, box.bottom - box.top
end

return layout
