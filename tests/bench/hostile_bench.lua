--- What hostile texts cost: a quarter of a megabyte of one piece, again and
--- again, through every step that reads words, beside as much news: seconds of
--- the processor, and times as long as the news.
local gloss = require "gloss"
local step = require "gloss.step"

local SIZE = 250000   -- bytes of each text

local NEWS = "The minister said on Monday that it would cost about $5 million. "
  .. '"We have no choice," Ann Bell, the head of the agency, told reporters. '
  .. "The Meridian Investment Fund (MIF) raised its rate by 0.25 percent.\n"

local PIECES = { "(ABC) ", "[1] ", "ABC ", "Inc. ", "J. ", "Alpha Beta (AB) ",
  "123 ", "1 to ", "(", "Ann Bell ", "said ", "said: ", '"a" ', "\u{4E2D}" }

local annotate = step.prepare(step.sort { gloss.times(), gloss.amounts(),
  gloss.quotes(), gloss.roles(), gloss.acronyms(), gloss.names() })

local function time(piece)
  local text = piece:rep(SIZE // #piece)
  local best = math.huge
  for _ = 1, 3 do
    local before = os.clock()
    annotate(assert(gloss.doc(text, { lang = "en" })))
    best = math.min(best, os.clock() - before)
  end
  return best
end

local news = time(NEWS)
print(("%-18s %8.3f s"):format("news", news))
for _, piece in ipairs(PIECES) do
  local seconds = time(piece)
  print(("%-18s %8.3f s %8.1f times"):format(piece, seconds, seconds / news))
end
