-- Texts that are made to take long: no step takes much longer on them than on
-- news. Where something is looked for again from each place to the end of the
-- text or sentence, a quarter of a megabyte takes minutes.
local gloss = require "gloss"
local step = require "gloss.step"

local SIZE = 250000   -- bytes of each text
local MOST = 15       -- times as long as news

local NEWS = "The minister said on Monday that it would cost about $5 million. "
  .. '"We have no choice," Ann Bell, the head of the agency, told reporters. '
  .. "The Meridian Investment Fund (MIF) raised its rate by 0.25 percent.\n"

local PIECES = { "(ABC) ", "[1] ", "ABC ", "Inc. ", "J. ", "Alpha Beta (AB) ",
  "123 ", "(", "Ann Bell " }

local annotate = step.prepare(step.sort { gloss.times(), gloss.amounts(),
  gloss.quotes(), gloss.roles(), gloss.acronyms(), gloss.names() })

local function time(piece)
  local text = piece:rep(SIZE // #piece)
  local before = os.clock()
  annotate(assert(gloss.doc(text, { lang = "en" })))
  return os.clock() - before
end

describe("a hostile text", function()
  local most = MOST * time(NEWS)

  for _, piece in ipairs(PIECES) do
    it("takes no longer: " .. piece, function()
      assert.is_true(time(piece) < most)
    end)
  end
end)
