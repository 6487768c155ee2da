--- The finder of short forms: an engine in C that is told its words once.
local core = require "gloss.core"
local data = require "gloss.steps.acronyms.words"

return assert(core.acronyms(data))
