--- English for the step `roles`: the nouns that name an office or a trade.
--- Data only: another language is another file of the same shape.
local english = {}

-- What a person may be.
english.persons = [[
president vice-president minister secretary undersecretary senator
representative congressman congresswoman lawmaker legislator governor mayor
councillor councilor chancellor premier ambassador envoy consul diplomat
attaché commissioner negotiator mediator delegate emissary spokesman
spokeswoman spokesperson chairman chairwoman chairperson chair chief head boss
leader deputy director co-director manager executive officer ceo cfo coo cto
founder co-founder owner co-owner partner shareholder banker governor
treasurer trustee president-elect candidate nominee speaker whip judge justice
magistrate prosecutor attorney lawyer solicitor barrister advocate notary
sheriff policeman policewoman detective inspector constable general admiral
colonel captain commander sergeant lieutenant soldier pilot professor
lecturer teacher headmaster rector dean principal scientist researcher
historian economist analyst strategist pollster statistician engineer
architect doctor physician surgeon nurse dentist vet psychologist
psychiatrist adviser advisor aide assistant consultant expert specialist
scholar journalist reporter correspondent editor editor-in-chief publisher
columnist critic host anchor presenter broadcaster author writer novelist poet
playwright screenwriter translator interpreter artist painter sculptor
photographer designer actor actress singer musician composer conductor
pianist violinist dancer coach trainer player captain goalkeeper striker
defender midfielder referee champion athlete farmer fisherman docker driver
carpenter plumber baker brewer trader broker merchant shopkeeper hotelier
skipper priest bishop archbishop pastor imam rabbi pope king queen prince
princess duke duchess emperor sultan emir activist campaigner organiser
organizer secretary-general director-general attorney-general firefighter
official regulator investor entrepreneur businessman businesswoman
industrialist oligarch billionaire millionaire
]]

-- What an organisation may be.
english.bodies = [[
group agency broadcaster company firm bank lender insurer union newspaper
daily weekly magazine website charity party think-tank institute university
college maker manufacturer producer operator airline carrier shipper retailer
supermarket chain brewer miner developer contractor supplier provider
regulator watchdog ministry department fund investor exporter importer
refiner publisher studio club team association federation alliance coalition
movement militia network station channel newswire subsidiary arm affiliate
consortium venture start-up startup lobby body organisation organization
non-profit nonprofit foundation
]]

-- Things that are named after holders of offices: Bishop Street.
english.things = [[
street square avenue road lane drive hotel palace bridge house airport park
hall university college hospital school church cathedral stadium station
theatre theater island islands mountain river lake bay cup trophy prize award
day
]]

-- Words that belong to a role's noun where they begin a sentence, too, and look
-- like a name there: Finance director, Opposition leader.
english.fields = [[
agriculture army banking board business campaign church city climate
coalition committee communications community company council county culture
defence defense development district economy education election energy
environment family farm finance fire food foreign general government group
health home housing human immigration industry information infrastructure
intelligence interior investment investor justice labor labour law legal
local marketing media medical military mine national navy news operations
opposition parish parliamentary party peace planning police policy political
press prison provincial public regional religious research resources sales
school science security sports staff state strategy student tax team
technology tourism town trade transport transportation treasury union
university village works
]]
-- The same, but that no name begins with them: top | Norland official.
english.ranks = [[
acting assistant associate caretaker chief co-chief deputy executive first
founding incoming interim junior key lead leading longtime managing prime
prominent senior star top veteran vice
]]
-- Behind the noun of a title: Attorney General | Ann Poe.
english.tails = "general elect designate emeritus"

-- Before a role that is over.
english.past = [[
former ex then late onetime one-time outgoing retired formerly previously
]]
-- Before a role that has not begun.
english.coming = "future incoming designate"

-- Between a role and what it is of: envoy to, spokesman for, chief at.
english.of = "of at for to with in from on"

-- "Ann Roe, who leads the union": the verb, and the role that it tells.
english.leading = { leads = "leader", led = "leader", heads = "head",
  headed = "head", runs = "head", ran = "head", chairs = "chair",
  chaired = "chair", founded = "founder", owns = "owner", edits = "editor",
  coaches = "coach", manages = "manager", represents = "representative",
  commands = "commander" }
english.led = "led headed ran chaired founded"  -- of these, past forms

-- "Roe became envoy": between a name and its role.
english.becoming = "is was became becomes remains remained"
-- Verbs of headings before a role: Norland names fund chief envoy.
-- "serves as envoy", "resigned as envoy", the latter for what is over.
english.serving = [[
serves serve served serving works worked working acts acted acting continues
continued
]]
english.leaving = [[
resigned resigns quit quits retired retires stepped steps stood ousted fired
sacked removed replaced
]]
english.naming = "names appoints elects picks hires fires sacks ousts taps"
english.named = "named appointed elected made chosen"
-- Between two roles of one holder.
english.joins = "and"
-- Of `becoming` and `serving`: what says that it is over.
english.was = "was served worked acted"

return english
