--- Words that the rules of the steps `quotes` and `roles` ask for by what they
--- do. A language whose table (en.lua) has a list of the same name has its own;
--- the others are read with these, which are English.
--- Data only.
local common = {}

---- One by one ----------------------------------------------------------------

common.of_words = "of"
common.and_words = "and"
common.for_words = "for"
common.to_words = "to"
common.on_words = "on"
common.as_words = "as"
common.that_words = "that"
common.by_words = "by"
common.but_words = "but"
common.which_words = "which"
common.who_words = "who"
common.not_words = "not"
common.one_words = "one"
common.articles = "the"
common.so_called = "so-called"
common.clitics = "'s ’s"           -- Roe's

---- Several that do the same --------------------------------------------------

common.about = "about of"          -- told him | about
common.infinitives = "be have"     -- told him to | be
-- Before a determiner: all the men, half his money.
common.predeterminers = "all both half such many of"
common.whole = "all both"          -- of those, behind a pronoun: they all
common.before_object = "to for on" -- behind a verb whose form is a noun, too
common.people = "people police women men"       -- plurals without -s
common.shares = "and but or then"  -- behind these a verb shares a subject
-- Before a time: said | late Monday, on Monday, this week.
common.near_times = "last this next late early"
common.time_before = "on in late early"
common.time_words = "last this earlier late next"
-- Before a place: said | in Oslo that; near Low Fen.
common.places = "in at on from near"
common.places_at = "in at near outside inside"
common.venue_goes_on = "with to on in"          -- an interview | with
-- Behind a comma, before a second report; those that tell another's.
common.joins = "while as before though although but"
common.against = "while but"
common.before_ing = "while before after by"     -- before | adding
-- Behind a cue: where and when, not what.
common.settings = "of to in at during when as after while"
-- Prepositions that are given names, too: the envoy | Per Roe.
common.names_too = "per"
-- Of a language that has such: Sen. Roe, D-Ill.; Ann Roe of Norby, Ohio.
common.parties = ""
common.title_ends = ""             -- Chief Executive | Ann Roe
common.single_subjects = ""        -- | another | said
common.regions = ""
-- Small letters in a title.
common.title_small = [[
a an the of and in on for to with at from by & or as is your my
]]

---- By how they end -----------------------------------------------------------

-- An ending; with + something stands before it; with ! words that end so are
-- not meant.
common.ends_past = "ed"
common.ends_regular = "+ed !eed"
common.ends_ing = "ing"
common.ends_self = "self selfs selfe selfes selv selvs selve selves"
common.ends_s = "s"
common.ends_plural = "s !ss"
common.ends_long_plural = "+s !ss"
common.ends_finite = ""             -- of a finite verb behind its subject
common.ends_verb = "+d +s !sd !ss"  -- of a verb of no table: surmised

-- Behind a place and a comma: the Norby, Ohio|-based fund.
common.ends_placed = "+-based +-born +-area +-headquartered"

---- Of the step roles ---------------------------------------------------------

common.office_bare = "became becomes"           -- Roe became | envoy
common.office_degrees = "dr dr. doctor"         -- no office

return common
