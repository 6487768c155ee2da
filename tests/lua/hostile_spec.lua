-- Texts that are made to take long: every step comes to an end with them. Where
-- something is looked for again from each place to the end of the text or
-- sentence, a quarter of a megabyte takes minutes, and the runner of the tests
-- gives up; `make bench` tells how long each takes.
local gloss = require "gloss"
local step = require "gloss.step"

local SIZE = 250000   -- bytes of each text

local PIECES = { "(ABC) ", "[1] ", "ABC ", "Inc. ", "J. ", "Alpha Beta (AB) ",
  "123 ", "(", "Ann Bell ", "Jordan runs. " }

local LAYERS = { "entities", "times", "amounts", "quotes", "roles", "acronyms",
                 "names" }

-- What asks for words in the whole document at each place.
local dict = gloss.dict.new {
  { id = "per:jordan", type = "PERSON", name = "Michael Jordan",
    aliases = { { alias = "Jordan", require = { "doc:roadster",
                                                "doc:nurse" } } } } }

local annotate = step.prepare(step.sort { gloss.link { dict = dict },
  gloss.times(), gloss.amounts(), gloss.quotes(), gloss.roles(),
  gloss.acronyms(), gloss.names() })

describe("a hostile text", function()
  for _, piece in ipairs(PIECES) do
    it("comes to an end: " .. piece, function()
      local text = piece:rep(SIZE // #piece)
      local doc = assert(gloss.doc(text, { lang = "en" }))
      annotate(doc)
      for _, layer in ipairs(LAYERS) do
        local place = 0
        for first, last in doc:layer(layer):offsets() do
          assert.is_true(first >= place and last >= first and last <= #text)
          place = first
        end
      end
    end)
  end
end)
