--- What the rules of the steps `quotes` and `roles` reckon with: how sure they
--- are, how far they look. A language whose table (en.lua) has `numbers` has its
--- own. Data only.
local numbers = {}

---- How sure ------------------------------------------------------------------

-- The column `confidence`, by the way in which a speaker is found.
numbers.inverted = 0.95     -- “...,” said | Roe
numbers.phrase = 0.9        -- Roe | said
numbers.pronoun = 0.9       -- she | said; but see `resolved`
numbers.source = 0.9        -- according to | Roe
numbers.apposition = 0.85   -- Roe |, head of the fund, said
numbers.relative = 0.8      -- Roe, | who | said
numbers.agent = 0.8         -- was criticised by | Roe
numbers.signed = 0.8        -- “...” — | Roe
numbers.shared = 0.7        -- Roe | left and said
numbers.guess = 0.5         -- the subject of the sentence
numbers.nobody = 0.5        -- there is no speaker

-- Times this: where no cue names the speaker; where a pronoun, or a role alone,
-- stands for a person; where it may stand for something else.
numbers.no_cue = 0.5
numbers.resolved = 0.8
numbers.guessed = 0.5

---- How far -------------------------------------------------------------------

-- In sentences.
numbers.pronoun_units = 8   -- a pronoun reaches back
numbers.pronoun_chain = 40  -- the same, where it stands in those between
numbers.turn_units = 3      -- a turn may be away

-- In words and marks.
numbers.name_words = 6      -- a name, behind its first word
numbers.who_words = 12      -- what "who" stands behind
numbers.told_words = 8      -- Roe |, a 41-year-old father of two,
numbers.common_words = 5    -- a tired docker
numbers.label_words = 4     -- Ann Roe |: bridge is safe
numbers.labelled_words = 30 -- all of such a heading

-- Of what is no sentence, and no speech.
numbers.attribution_words = 9 -- behind a quotation: | the minister Ann Roe said
numbers.dateline_words = 16 -- OSLO, April 2, 2025 (Agency) -
numbers.heading_words = 30
numbers.short_heading = 9   -- a line alone, that is a heading for sure
numbers.heading_capitals = 0.7 -- the part of its words with a capital
numbers.scare_words = 4     -- a “friend”
numbers.title_words = 9     -- the film “Low Tide”
numbers.nickname_words = 2  -- Juan “Chico” Roe
numbers.known_words = 6     -- known to his friends as | “Captain”
numbers.announced_words = 4 -- a call for new | “talks”

-- Of the step roles.
numbers.office_words = 10   -- chief executive officer
numbers.office_of_words = 12 -- head of | the River Fund
numbers.office_before = 4   -- between a role and the name behind it
numbers.office_behind = 20  -- between a name and the role behind it
numbers.offices = 3         -- roles of one phrase; at most 8

-- ... in the sentence of a verb that reports; all in words.
numbers.phrase_words = 24       -- of a noun phrase
numbers.fronted_words = 40      -- In Oslo, where it rains | , Roe said
numbers.insertion_words = 30    -- Roe, | head of the fund |, said
numbers.tail_words = 14         -- teilte | das Ministerium am Montag | mit
numbers.shared_words = 20       -- after | the bank left its rate | and hinted
numbers.reduced_words = 10      -- people briefed | on the talks | said
numbers.heard_words = 16        -- told | The Post of Ohio | that
numbers.apposition_words = 10   -- told Low, | his deputy |, that
numbers.venue_words = 12        -- said | in an interview with the paper | that
numbers.comment_words = 5       -- said so, | a bold claim | that
numbers.clause_words = 25       -- said | the bridge in Oslo | was safe
numbers.source_words = 30       -- According to Roe, | who left |, it works
numbers.agent_words = 8         -- was criticised | on Monday | by Roe
numbers.quote_words = 30        -- “A,” said Roe, | head of the fund |. “B.”

return numbers
