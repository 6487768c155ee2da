--- The words by which names are told from other words: data.
local core = require "gloss.core"
local resource = require "gloss.resource"

local words = {}

local function set(text)
  local t = {}
  for word in text:gmatch "%S+" do t[word] = true end
  return t
end

-- Small words inside a name: Ursula von der Leyen, Osama bin Laden.
words.particles = set [[af al av bin bint da das de del della den der des di do
  dos du e el ibn la las le los ten ter van vom von y zu zum zur]]

-- In other languages some of them are common words.
words.particles_of = { de = set "van von zu de la bin ibn al",
  fr = set "bin da de del der di du ibn la van von",
  es = set "bin da de del der di du ibn la las los van von",
  it = set "da dal de dei del della di van von der",
  pt = set "da das de do dos van von der" }
-- Those that may stand behind one: von der Leyen, de la Cruz.
words.second = set "der den dem la las los el"

-- Those that speak for a person in any language; in English all do.
words.personal = set "al bin bint ibn van von"
-- Articles that may stand in front with a capital: La Banque.
words.heads_articles = set "le la les el los las il lo gli i der die das"

-- Those that may begin one in lower case: de Gaulle, van der Bellen, al-Sisi.
words.leading = set "al an ash bin bint de del el ibn ter van von"

-- What behind a word of an organisation leads on: Ministry of Foreign Affairs.
words.links = set "of for on de des du del della di do da und fur für"

-- Words that a sentence begins with and that are no names, and words that are
-- written with a capital and are none either.
words.common = set [[a about above according across additionally after again
  against ago ah all almost along already also although always amid among an
  and another any anyone anything apparently are aren't around as aside at
  away back based because been before behind being below beside besides
  between beyond both but by can can't come could dear despite did didn't do
  does don't down due during each earlier either else elsewhere even
  eventually ever every everybody everyone everything except few fewer finally
  following for formerly from further furthermore generally get given go had
  half has have having he hello hence her here hers herself hi him himself his
  historically hold how however i if immediately in including indeed initially
  inside instead into is isn't it its itself just later latest least less let
  like likewise look made make maybe me meanwhile might mine moreover mostly
  much must my myself near nearly neither never nevertheless no nobody none
  nonetheless nor not nothing notably now obviously of off often oh ok okay on
  once one ones only onto opposite or originally other others otherwise our
  ours out outside over overall own perhaps please possibly presumably
  previously probably put quite rather read recently regarding right said same
  say says see several shall she should similarly since so some somebody
  someone something sometimes somewhat soon speaking still subsequently such
  sure take than thank thanks that that's the their theirs them then there
  there's thereafter therefore these they thing things this those though
  through throughout thus till to today together tomorrow tonight too towards
  traditionally try twenty typically under unfortunately unless unlike until
  up upon us use used using usually very via was wasn't we welcome were what
  whatever when whenever where whereas wherever whether which while who
  whoever whole whom whose why will with within without won't worse would yes
  yesterday yet you your yours yourself christian christians muslim muslims
  islamic jewish jews jew catholic catholics protestant orthodox hindu
  buddhist islam christianity judaism latin english arabic hebrew covid
  covid-19 celsius fahrenheit
  tv ad bc am pm id cd dvd pdf ceo cfo faq note mr mrs ms dr prof sir
  getty www http https contact email phone fax tel anfang ende mitte prozent
  euro uhr dollar doch auch nach vor mit bei seit wenn wie wer wo wir sie er
  es ich du ihr nun aber denn nur noch schon damit dabei dazu dort hier heute
  gestern morgen laut trotz zwar sowie oder und aus auf für gegen ohne über
  unter zwischen während wegen weil dass ob il ils elle elles nous vous je tu
  ce cette ces son ses leur leurs mais ou donc pour par sur sous dans avec
  sans chez après avant selon depuis pendant lors quand comme si ainsi alors
  aussi cependant en au aux une un des les el los una unas unos pero como
  cuando según desde hasta para por con sin sobre entre tras durante ante este
  esta esto estos estas ese esa eso su sus también además así ya sí mientras
  aunque porque]]

-- Words that are none by themselves, but may begin one: New York, North Sea.
words.weak = set [[abstract act advertisement analysts answer appendix article
  background big black blue central chapter children christmas click
  conclusion contents copyright critics early earth east easter eastern eight
  eleven example exercise experts federal figure first five former four
  general god good grand great green high history hundreds image international
  internet introduction last late lesson listen little local long low lower
  major many may men millions moon more most national new next nine north
  northern officials old overview page part people photo police public
  published question red references reports researchers royal saint san
  scientists second section seven share six source sources south southern
  state step subscribe summary sun table ten third thousands three twelve two
  unit updated upper video watch web well west western white women young]]

-- Days and months are times. Some of the months are names of people as well.
words.calendar = set [[monday tuesday wednesday thursday friday saturday sunday
  january february july september october november december mon tue tues wed
  thu thurs fri sat jan feb mar apr jun jul aug sep sept oct nov dec
  montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend
  januar februar märz mai juni juli oktober dezember]]
-- Cut short, they may have a full stop: on Oct. 21.
for word in ("mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul"
  .. " aug sep sept oct nov dec okt dez"):gmatch "%S+" do
  words.calendar[word .. "."] = true
end
words.months = set "march april may june august"
words.before_months = set [[in on since by until of last next this early late
  from to and mid through before after during]]

-- Heads of names of organisations: at the end (Meridian Fund), or in front
-- (Ministry of Health).
words.organisations = set [[academy administration agency airlines airways
  alliance army assembly associates association authority bank board
  broadcasting brigade brothers bureau cabinet center centre chamber church
  club coalition college commission committee commonwealth communications
  company conference confederation congress consortium corporation corps
  council court department directorate electric electronics energy
  enterprises exchange faculty federation fellowship force forces forum
  foundation front fund gallery government group guard guild herald holding
  holdings hospital house industries initiative institute institution
  insurance journal laboratories laboratory league legion library media
  ministry mission motors movement museum navy network news newspaper
  observatory office orchestra organisation organization parliament
  partnership party petroleum pharmaceuticals police post press programme
  project railway railways records regiment register review school secretariat
  securities senate seminary service services society studios syndicate
  systems team technologies telegraph television theater theatre times
  tribune tribunal trust union united university ventures watch works
  agence agencia agenzia assemblée asamblea assemblea association asociación
  associazione bank banque banco banca bundesamt bundesbank bundesrat
  bundestag centre centro comité comisión commission commissione conseil
  consejo consiglio fondation fundación fondazione institut instituto istituto
  ministère ministerio ministero ministerium partei parti partido partito
  syndicat sindicato société sociedad società stiftung tribunal tribunale
  université universidad università universität verband verein]]

-- Endings of companies; always one of the name.
words.company = set [[inc inc. ltd ltd. llc llp plc corp corp. co co. gmbh ag
  kg ohg se sa s.a. s.a.s. sas spa s.p.a. nv n.v. bv b.v. ab as a/s oy kk
  pty bros bros. limited incorporated]]

words.places = { GPE = set [[city county province district village town
  borough prefecture municipality oblast state republic kingdom territory
  territories emirate township]],
  LOC = set [[river lake sea ocean strait gulf bay island islands mountain
  mountains mount hill hills valley desert peninsula coast beach park forest
  canal falls cape street avenue road square bridge airport station plateau
  basin delta glacier volcano canyon creek harbour harbor]] }
-- Those that stand in front: Lake Victoria, Mount Etna, Gulf of Aden.
words.place_heads = { GPE = set "city kingdom republic state province",
  LOC = set [[lake mount cape gulf bay strait isle sea river rio lago fort
  port]] }

-- Words at the end of a company's name that texts leave out, like its legal
-- form: Acme Capital Partners LLP is Acme.
words.tails = set [[capital companies company corporation group holding holdings
  international partners]]

-- Plurals whose mark of an owner may stand inside the name of an organisation:
-- Workers' Union, Women's Institute.
words.plurals = set [[actors artists authors bankers boys builders carers
  children citizens consumers directors dockers doctors drivers employees
  employers engineers farmers fathers fishermen girls growers journalists ladies
  landlords lawyers men merchants miners mothers musicians nurses officers
  owners parents pensioners people physicians pilots players policemen producers
  publishers railwaymen residents sailors scientists seafarers seamen soldiers
  students surgeons taxpayers teachers tenants travellers veterans women workers
  writers]]

-- What people are: before a name (the architect Ann Bell; her lawyer, Ann
-- Bell,) and behind it (Ann Bell, a retired docker,).
words.roles = set [[activist actor actress adviser advisor analyst architect
  artist astronomer athlete attorney author banker barrister biologist
  bishop bookkeeper builder butcher campaigner captain carpenter chairman
  chairwoman chef chemist chief cleaner clerk coach columnist comedian
  commander commentator commissioner composer conductor consultant councillor
  councilman councilwoman critic curator dancer defendant designer
  detective director docker doctor driver economist editor
  electrician engineer executive expert farmer fisherman footballer founder
  geologist golfer grandmother guitarist headteacher historian inspector
  inventor investigator janitor journalist judge lawmaker lawyer leader lecturer
  librarian magistrate manager mathematician mayor mechanic midwife miner
  minister musician neighbour neighbor novelist nurse officer organiser
  organizer painter paramedic pastor pensioner philosopher photographer
  physician physicist pianist pilot playwright plumber poet politician pollster
  priest principal professor programmer prosecutor psychologist rapper
  reporter representative researcher resident scholar scientist sculptor
  secretary senator shopkeeper singer solicitor spokesman spokesperson
  spokeswoman statistician strategist striker student surgeon teacher teenager
  trader treasurer tutor veteran volunteer waiter waitress widow widower
  winemaker worker writer avocat avocate chercheur chercheuse directeur
  directrice journaliste maire porte-parole professeur abogado abogada alcalde
  alcaldesa director directora periodista portavoz profesor profesora]]
-- What leads to what somebody is, and what only people have behind them.
words.indefinite = set "a an"
words.relatives = set "who whose"
-- Behind these it is not of the name: a man of Westford, who came.
words.within = set "at from in near of on"
-- Ann Bell, then 26,
words.ages = set "aged now then"
-- What stands before who speaks: said Ann Bell.
words.says = set [[added argued concluded explained insisted joked predicted
  recalled replied said says warned wrote]]

-- Ends of German titles, which are one word with what they are of:
-- Umweltminister, Landesbischöfin, CSU-Sprecher.
words.title_ends = { de = { "minister", "ministerin", "sprecher", "sprecherin",
  "bürgermeister", "bürgermeisterin", "präsident", "präsidentin", "kanzler",
  "kanzlerin", "chef", "chefin", "chefs", "direktor", "direktorin", "leiter",
  "leiterin", "anwalt", "anwältin", "sekretär", "sekretärin", "experte",
  "expertin", "forscher", "forscherin", "vorsitzender", "vorsitzende",
  "vorsitzenden", "vorstand", "trainer", "trainerin", "bischof", "bischöfin",
  "professor", "professorin", "politiker", "politikerin", "abgeordnete",
  "abgeordneter", "abgeordneten", "beauftragte", "beauftragter", "rätin",
  "inspekteur", "kommissar", "kommissarin", "richterin", "rektor", "rektorin",
  "analyst", "analystin", "ökonom", "ökonomin", "landrat", "stadtrat" } }

-- What stands before places, and behind those who speak.
words.before_places = set "in near outside across throughout"
words.speech = set [[said says told added tweeted wrote argued insisted asked
  replied explained believes warned noted admitted recalled thinks joked
  denied claimed resigned died married]]

-- Nouns before an organisation ("carmaker Ford"), and behind its name ("Ford
-- shares", "Ford's shares"); with an office there ("Ford spokesman") it is one,
-- too.
words.before_organisations = set [[airline automaker band bank broadcaster
  carmaker company conglomerate corporation developer distributor firm giant
  insurer lender maker manufacturer newspaper operator party producer
  publisher retailer startup subsidiary supplier website]]
words.behind_organisations = set [[customers employees executives factory
  factories headquarters investors management products profit revenue sales
  shareholders shares stock stores subsidiary workers]]
-- Offices of firms and of states alike: "Kent's president" says nothing.
words.either_office = set "president"
-- "the city of Westford", and what is the capital or the south of a place.
words.before_of = set [[capital city coast coasts district island north outskirts
  port province region south east west state streets suburb town village]]

-- Regions of the world, and states that texts name without their country.
words.regions = { GPE = set [[alabama alaska arizona arkansas california
  colorado connecticut delaware florida hawaii idaho illinois indiana iowa
  kansas kentucky louisiana maine maryland massachusetts michigan minnesota
  mississippi missouri montana nebraska nevada ohio oklahoma oregon
  pennsylvania tennessee texas utah vermont wisconsin wyoming ontario quebec
  alberta manitoba saskatchewan england scotland wales catalonia bavaria
  crimea kashmir tibet]],
  LOC = set [[africa antarctica asia europe america americas eurasia oceania
    atlantic pacific arctic caribbean mediterranean balkans sahara siberia
    sahel scandinavia alps himalayas]] }
for name in ("new york,new jersey,new hampshire,new mexico,north carolina,"
  .. "south carolina,north dakota,south dakota,rhode island,west virginia,"
  .. "british columbia,nova scotia,northern ireland"):gmatch "[^,]+" do
  words.regions.GPE[name] = true
end
for name in ("middle east,latin america,central america,south america,"
  .. "north america,western europe,eastern europe,central asia,"
  .. "southeast asia,east asia,north africa,west africa,east africa,"
  .. "persian gulf,black sea,red sea,baltic sea"):gmatch "[^,]+" do
  words.regions.LOC[name] = true
end

-- Marks of party and state: Sen. Ann Bell, D-Ill., and Tom Moor (R-Texas).
words.parties = set "d r i l"
words.party_states = set [[ala. ariz. ark. calif. colo. conn. d.c. del. fla. ga.
  ill. ind. kan. kans. ky. la. mass. md. me. mich. minn. miss. mo. mont. n.c.
  n.d. n.h. n.j. n.m. n.y. neb. nebr. nev. okla. ore. pa. r.i. s.c. s.d. tenn.
  tex. va. vt. w.va. wash. wis. wyo. al ak az ar ca co ct de dc fl ga hi id il
  in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
  sc sd tn tx ut vt va wa wv wi wy georgia]]

-- With a full stop the states are places by themselves: in Flint, Mich. But
-- what is a form of address, too, is none.
for word in pairs(words.party_states) do
  if word:find "%.$" and word ~= "miss." then words.regions.GPE[word] = true end
end

-- Adjectives of larger regions and peoples: no names by themselves.
words.adjectives = "european,europeans,african,africans,asian,asians,arab,arabs,"
  .. "kurdish,kurds,scottish,welsh,english,soviet,nordic,baltic,balkan,"
  .. "scandinavian,caribbean,hispanic,latino,north american,south american,"
  .. "latin american,central american,anglo,slavic,persian,ottoman,roman,"
  .. "western,tibetan,uyghur,catalan,basque,bavarian,californian,texan"

-- What stands before titles: Deputy Prime Minister.
words.before_titles = set [[acting assistant associate chief deputy ex first
  former incoming interim late longtime outgoing retired senior then vice]]

-- What in the second place tells a place: City of Kent.
words.of = set "of"

words.suffixes = set "jr jr. sr sr. ii iii iv phd ph.d. md m.d. esq mp"

--- Articles of languages that write every noun with a capital: what follows
--- one is a noun.
words.articles = { de = set [[der die das den dem des ein eine einen einem
  einer eines kein keine keinen keinem keiner mein meine sein seine seinen
  seinem seiner ihr ihre ihren ihrem ihrer unser unsere dieser diese dieses
  diesem diesen jeder jede jedes jedem jeden im am zum zur vom beim ins ans
  viele mehrere einige alle beide wenige]] }

-- Endings of German nouns that are no names.
words.noun_endings = { de = { "ung", "ungen", "heit", "heiten", "keit",
  "keiten", "schaft", "schaften", "tion", "tionen", "ität", "ismus", "nis",
  "nisse", "tum", "chen", "ling", "linge", "ment", "mente" } }

-- Short forms that are no names.
words.not_acronyms = set [[i a ok tv am pm id cd dvd pdf ceo cfo coo cto faq ad
  bc bce url gps dna rna usb html ii iii iv vi vii viii ix xi xii mr ms mp mps
  pr hr it utc gmt bst cet cest edt pst pdt]]

-- Words that make a run of words a name of something with parts: over "of" and
-- its like it goes on.
words.heads = set "cathedral duke treaty battle"
for _, list in ipairs { words.organisations, words.place_heads.GPE,
                        words.place_heads.LOC } do
  for word in pairs(list) do words.heads[word] = true end
end

-- ---- From the dictionaries that come with gloss -----------------------------

-- The number of the column in the first line of a table.
local function column_of(bytes, column)
  local number = 0
  for name in bytes:match "^[^\n]*":gmatch "[^\t]+" do
    number = number + 1
    if name == column then return number end
  end
end

-- Calls add(text, next) for each cell of a column that is not empty, of a table
-- that comes with gloss, in lower case; for its parts, where bars divide it.
-- `next` is what stands behind it, at most eight bytes.
local function each_cell(path, column, add)
  local bytes = core.text.lower(resource.read(path))
  local number = column_of(bytes, column)
  local at = number and bytes:find("\n", 1, true) + 1 or #bytes + 1
  while at <= #bytes do
    local stop = bytes:find("\n", at, true) or #bytes + 1
    for _ = 2, number do at = bytes:find("\t", at, true) + 1 end
    local to = bytes:find("\t", at, true)
    if not to or to > stop then to = stop end
    local cell = bytes:sub(at, to - 1)
    if cell:find("|", 1, true) then
      for part in cell:gmatch "[^|]+" do add(part:match "^%s*(.-)%s*$", "") end
    elseif cell ~= "" then add(cell, bytes:sub(to + 1, to + 8)) end
    at = stop + 1
  end
end

-- Calls add(text, next) for each name and alias of a dictionary.
local function each_name(name, add)
  local entities = ("dictionaries/%s/entities.tsv"):format(name)
  each_cell(entities, "name", add)
  each_cell(entities, "aliases", add)
  each_cell(("dictionaries/%s/aliases.tsv"):format(name), "alias", add)
end

local loaded

--- Sets of lower-case texts: titles, title_starts (their first words),
--- offices (titles in small letters, too), demonyms, places, organisations; and
--- longest, the most tokens of a title.
---@return table<string, table<string, boolean>|integer> sets
function words.known()
  if loaded then return loaded end
  loaded = { titles = {}, title_starts = {}, offices = {}, demonyms = {},
             places = {}, organisations = {}, longest = 1 }
  each_name("titles", function(text, case)
    loaded.titles[text] = true
    loaded.title_starts[text:match "^[^%s%-]+"] = true
    -- what is a title in small letters, too, has its case behind it
    if case:find "^fold%f[%s]" then loaded.offices[text] = true end
    local _, blanks = text:gsub("[ -]", "")
    loaded.longest = math.max(loaded.longest, blanks * 2 + 1)
  end)
  each_name("demonyms", function(text)
    loaded.demonyms[text], loaded.demonyms[text .. "s"] = true, true
  end)
  for name in words.adjectives:gmatch "[^,]+" do
    loaded.demonyms[name] = true
  end
  each_name("countries", function(text) loaded.places[text] = true end)
  for _, name in ipairs { "organisations", "agencies" } do
    each_name(name, function(text) loaded.organisations[text] = true end)
  end
  return loaded
end

return words
