--- The step `clean`: masks what a pasted news page holds beside the article, and
--- reads the article's head.
---
--- Masked lines become the layer `noise` with the columns reason and rule; they
--- are never deleted, and every later step passes them over. It sets doc.title,
--- .byline, .date (origin "dateline"), .place where the input did not say them.
---
--- The words of furniture are data (clean/furniture.lua, abroad.lua, words.lua),
--- and so is what each sign of a line weighs (clean/weights.lua). The core reads
--- pages with them: what lines say (core/clean/phrases.c, authors.c, dates.c),
--- what their form and neighbours tell (around.c, signs.c), which of them are
--- the text (segment.c), and what to mask (masks.c). The lines that a source
--- repeats on every page are learned from many pages (clean/learned.lua) and
--- given as the option `lines`.
---
--- What it does not do: cut furniture out of the middle of a line.
local gloss = require "gloss"
local cleaner = require "gloss.steps.clean.cleaner"
local explain = require "gloss.explain"
local learned = require "gloss.steps.clean.learned"

-- The rules by which a line is masked are decided in core/clean/masks.c:
-- what it says is furniture;
-- rule: words
-- its source says it on every page;
-- rule: learned
-- the line right above says the same: a caption;
-- rule: repeated
-- it stands above the text, below it, in a gap of it.
-- rule: before the text
-- rule: behind the text
-- rule: gap in the text

return gloss.step {
  name = "clean",
  gives = { "noise" },
  options = { mask = true,               -- false: find it, but hide nothing
              parts = { "all", "head" }, -- head: title, date, byline alone
              lines = false },           -- a table made by gloss clean --learn
  prepare = function(options) return learned.open(options.lines) or cleaner.shared() end,
  run = function(doc, options, prepared)
    local own = prepared or cleaner.shared()
    assert(own:read(doc, doc.meta.source))
    assert(own:add(doc, options.parts == "all", options.mask))
    local log = explain.of(doc)
    if log then require "gloss.steps.clean.explained".tell(log, own, doc) end
  end,
}
