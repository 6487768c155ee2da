--- English for the step `quotes`: which words report, and what follows them.
--- Data only: another language is another file of the same shape.
local english = {}

-- Verbs that report. A line is: class | frames | verbs. Frames say where the
-- content stands:
--   quote   the words themselves, in marks          said: "..."
--   clause  a clause without a word before it       said he would go
--   that    a clause with "that", "whether", ...    showed that it works
--   object  whatever follows, to the clause's end   criticised the plan
--   to      an infinitive                           vowed to fight
--   any     a clause, even one whose verb is not recognised
--   passive the verb stands in the passive           was quoted as saying
--   heard   first comes who is addressed            told Reuters that ...
-- A verb of several words has its particles joined by "_".
english.verbs = [[
said        | quote clause that any     | say
said        | quote clause that         | state remark observe mention comment
said        | quote clause that         | add opine
said        | quote clause that         | continue interject interrupt
said        | quote clause that         | go_on_to_say chime_in put_it
said        | quote                     | sum_up
said        | object                    | speak_of speak_about talk_about
said        | object                    | talk_up mention discuss comment_on
said        | object                    | refer_to allude_to reference say_of
said        | object                    | weigh_in_on reflect_on touch_on
said        | object                    | highlight emphasize emphasise stress
said        | object                    | underscore underline outline
said        | quote that object         | recount relate recall recollect
said        | quote that object         | reiterate repeat echo
said        | quote clause that object  | point_out note stress emphasize
said        | quote clause that object  | emphasise underscore underline
said        | quote clause that passive | quote_as_saying
told        | quote clause that any heard | tell
told        | that heard                | inform notify brief remind assure
told        | that heard                | reassure convince persuade
told        | object                    | talk_to_about
announced   | quote clause that object  | announce declare proclaim disclose
announced   | quote clause that object  | reveal
announced   | quote that object         | release unveil publicize confirm
claimed     | quote clause that         | claim allege assert maintain contend
claimed     | quote clause that         | profess charge purport
claimed     | object                    | claim allege assert
argued      | quote clause that         | argue reason insist contend submit
argued      | quote clause that         | protest
argued      | object                    | argue_for argue_against advocate
argued      | object                    | advocate_for make_the_case
argued      | quote clause that         | make_clear make_it_clear
explained   | quote that object         | explain clarify elaborate expound
explained   | quote that object         | spell_out lay_out
denied      | quote that object         | deny dispute refute rebut contradict
denied      | quote that object         | disavow
denied      | object                    | dismiss reject rebuff brush_off
denied      | object                    | brush_aside rule_out push_back_on
denied      | object                    | push_back_against
denied      | to object                 | refuse decline
admitted    | quote clause that         | admit acknowledge concede confess
admitted    | quote clause that         | recognize recognise
admitted    | object                    | acknowledge concede recognize
admitted    | object                    | recognise admit_to apologize_for
admitted    | object                    | apologise_for
warned      | quote clause that heard   | warn caution
warned      | object                    | warn_of warn_against warn_about
warned      | object                    | caution_against threaten
warned      | to                        | threaten
asked       | quote that heard to       | ask
asked       | quote that heard          | query
asked       | quote that                | wonder inquire enquire demand_to_know
asked       | object                    | ask_about ask_for question challenge
asked       | object                    | raise_questions_about press_on
asked       | that object               | question
answered    | quote that                | answer reply respond retort counter
answered    | quote that                | shoot_back fire_back hit_back
answered    | object                    | respond_to reply_to answer
promised    | quote clause that to      | promise vow pledge swear guarantee
promised    | object                    | promise pledge vow commit_to offer
promised    | to                        | offer agree commit
demanded    | quote that to object      | demand
demanded    | object                    | call_for call_on push_for press_for
demanded    | object                    | lobby_for appeal_for appeal_to
urged       | quote that object         | urge implore exhort beseech
urged       | quote that object         | plead_with
urged       | quote that object         | recommend advise propose suggest
urged       | quote that object         | request
urged       | object                    | encourage tout promote champion pitch
urged       | object                    | press pressure
suggested   | quote clause that         | suggest imply hint insinuate indicate
suggested   | quote clause that         | signal
suggested   | object                    | suggest hint_at indicate signal imply
predicted   | quote clause that object  | predict forecast foresee prophesy
predicted   | quote that object         | estimate project speculate anticipate
criticised  | object                    | criticize criticise condemn denounce
criticised  | object                    | blast slam attack bash decry
criticised  | object                    | assail lambaste lambast rip berate
criticised  | object                    | chide scold rebuke chastise deride
criticised  | object                    | mock ridicule taunt blame accuse
criticised  | object                    | bemoan lament knock hammer skewer
criticised  | object                    | disparage belittle malign castigate
criticised  | object                    | excoriate pan deplore lash_out_at
criticised  | object                    | take_aim_at take_issue_with
criticised  | object                    | complain_about rail_against go_after
criticised  | object                    | hit_out_at
criticised  | object                    | object_to fault slap savage pillory
criticised  | object                    | pooh-pooh downplay criticise_for
criticised  | quote clause that         | complain lament grumble gripe bemoan
criticised  | quote clause that         | protest fume
praised     | object                    | praise hail laud applaud commend
praised     | object                    | salute congratulate thank welcome
praised     | object                    | celebrate admire compliment credit
praised     | object                    | cheer extol
praised     | quote that                | boast brag enthuse gush
described   | object                    | describe call label brand
described   | object                    | characterize characterise portray
described   | object                    | depict
described   | object                    | dub term liken compare paint
described   | object                    | refer_to_as cast deem tag
described   | object                    | consider regard view see_as rate
joked       | quote that                | joke quip kid tease deadpan
joked       | object                    | joke_about poke_fun_at
shouted     | quote that                | shout yell scream exclaim cry chant
shouted     | quote that                | whisper mutter murmur bark snap
shouted     | quote that                | cry_out call_out thunder bellow sing
shouted     | quote that                | roar blurt
shouted     | object                    | chant
wrote       | quote clause that         | write tweet post blog email e-mail
wrote       | quote clause that         | retweet
wrote       | object                    | tweet_about write_about retweet
wrote       | quote clause that         | read
reported    | quote clause that         | report
reported    | that object               | report detail document chronicle cite
reported    | that object               | quote
reported    | object                    | cite quote point_to
testified   | quote that                | testify attest vouch swear
ruled       | quote that                | rule decree conclude determine
agreed      | quote that                | agree concur
agreed      | object                    | agree_with agree_on agree_to
agreed      | object                    | side_with concur_with
disagreed   | quote that                | disagree object
disagreed   | object                    | disagree_with clash_with
showed      | that                      | show demonstrate find reveal suggest
showed      | that                      | indicate discover prove illustrate
showed      | that                      | learn establish
thought     | quote clause that         | think believe feel suppose reckon
thought     | quote clause that         | figure suspect assume
thought     | that                      | know understand realize realise doubt
thought     | that                      | notice decide conclude remember
thought     | clause that               | hope fear worry expect wish imagine
thought     | clause that               | bet
thought     | object                    | believe_in doubt think_of worry_about
thought     | object                    | fear know_about hope_for care_about
thought     | object                    | know_of
thought     | to                        | expect hope
wanted      | to                        | want seek plan intend aim aspire wish
wanted      | object                    | want favor favour prefer seek
wanted      | object                    | consider look_for
supported   | object                    | support endorse back defend embrace
supported   | object                    | stand_by stick_up_for stand_up_for
supported   | object                    | rally_behind espouse
opposed     | object                    | oppose resist condemn fight
opposed     | object                    | come_out_against campaign_against
opposed     | object                    | protest_against
opposed     | object                    | vote_against denounce
accused     | object                    | accuse
]]

-- Forms that the rules below would get wrong: base, he/she, past, participle.
english.irregular = [[
say says said said | tell tells told told | write writes wrote written
think thinks thought thought | know knows knew known | feel feels felt felt
understand understands understood understood | speak speaks spoke spoken
read reads read read | show shows showed shown | find finds found found
swear swears swore sworn | foresee foresees foresaw foreseen
begin begins began begun | go goes went gone | see sees saw seen
sing sings sang sung | hit hits hit hit | cast casts cast cast
put puts put put | make makes made made | take takes took taken
lay lays laid laid | shoot shoots shot shot | stand stands stood stood
seek seeks sought sought | come comes came come | fight fights fought fought
bet bets bet bet | stick sticks stuck stuck | spell spells spelled spelt
plead pleads pleaded pleaded | forecast forecasts forecast forecast
retell retells retold retold
]]

-- How a regular verb is inflected; the first row whose pattern fits: pattern,
-- what replaces its capture for he/she, past, -ing.
english.regular = {
  { "^(.*[^aeiou])y$", "%1ies", "%1ied", "%1ying" },
  { "^(.*e)e$", "%1es", "%1ed", "%1eing" },
  { "^(.*)ie$", "%1ies", "%1ied", "%1ying" },
  { "^(.*)e$", "%1es", "%1ed", "%1ing" },
  { "^(.*[sxz])$", "%1es", "%1ed", "%1ing" },
  { "^(.*[cs]h)$", "%1es", "%1ed", "%1ing" },
  { "^(.*)$", "%1s", "%1ed", "%1ing" },
}

-- Verbs that double their last letter.
english.doubled = [[
admit quip brag label kid refer submit commit forget pan rip slam tag dub chat
snap plan bet begin put hit concur knit rebut rebuff_no rap
]]

-- Past forms of other verbs that do not end in -ed: they show a clause.
english.pasts = [[
ran came went took gave made got had won lost left kept held met paid sent
spent built bought brought caught taught fought sought stood sat set put cut
let led fed fell rose grew drew threw flew blew wore bore tore broke spoke
stole chose froze drove rode wrote began drank sang swam sank shut cost hit
hurt became knew saw heard felt found thought told said struck stuck hung
dealt meant slept crept swept bent lent spread sold shot ate beat bit hid lay
lied bound ground wound fled sped bled bred read understood shook woke rang swung
slid clung flung strode arose withdrew undertook overtook forgave forgot dug
strove knelt wept wove sprang shrank stole swore
]]

-- Forms that are nouns as often as verbs: they report only behind a speaker
-- and before something that a verb takes.
english.nouns_too = [[
claims claim report reports calls call hopes hope fears fear plans plan
comment comments notes note promises promise demands demand questions question
answer answers reply replies warning praise blame charges charge charged
attack attacks support supports backs back pledge pledges vow vows estimate
estimates forecast forecasts project projects view views post posts tweet
tweets state states rates rate rating request requests challenge challenges
remark remarks vote votes label labels brand brands terms term blast worry
worries doubt doubts wish wishes guess bet thanks welcome cheers shows show
finds findings press presses rules rule ruling read reads reading feeling
feelings thought thoughts cast casts highlights highlight document documents
details detail quotes quote pitch pan pans faults fault credit credits point
points open opens go goes figure figures aim aims seat cry cries favor favors
favour favours issue issues fights fight offer offers speaking campaign
campaigns reference references thank talk talks look looks stand stands stick
snap bark object objects counter counters chant chants whisper whispers murmur
boast brag rebuke salute protest protests delight speculation rally rallies
advocate advocates champion champions address backing opening beginning
meaning understanding casting cheering posting
dispute disputes release releases brief briefs reason reasons query queries
appeal appeals pressure hint hints signal signals joke jokes decree decrees tag
tags email emails e-mail e-mails blog blogs lament laments shout shouts scream
screams roar roars stress slap slaps lobby
]]

-- Words before a noun that make the word after them no verb.
english.determiners = [[
the a an this these those his her its their our my your some many most several
few all both any no each every another other such half more one two three four
five six seven eight nine ten
]]
english.possessive = "his her its their our my your"
english.subjects = [[
he she they we i you it everyone everybody someone somebody nobody many others
some most both one none several few neither
]]
-- Words before a noun that are subjects, too, where a past form follows.
english.single_subjects = "another each"
english.personal = { he = "m", she = "f", they = "p", we = "w", i = "w",
  you = "w",
  it = "n", his = "m", her = "f", their = "p", its = "n", my = "w",
  our = "w",  your = "w", who = "r" }
english.objects = "him her them me us you it himself herself themselves itself"
english.relatives = "who which that whom"

english.auxiliaries = [[
is are was were be been being am has have had having do does did will would
can could may might must shall should 's 're 've 'll 'd ’s ’re ’ve ’ll ’d 'm
’m wo ca sha ai get gets got
]]
english.be = "is are was were be been being am 's 're 'm ’s ’re ’m get gets got"
english.have = "has have had having 've ’ve 'd ’d 's ’s"
english.reported = ""
english.negations = "not n't n’t never cannot"

english.adverbs = [[
also just then later now still even ever never already once again soon often
always sometimes recently not n't n’t first further repeatedly too instead
today yesterday tonight meanwhile thus however therefore nonetheless
nevertheless previously earlier long largely jokingly only simply almost
rather either alone twice famously moreover furthermore additionally perhaps
hopefully
]]
-- Those of several words.
english.adverb_phrases = { "so far", "thus far", "no longer", "at least",
  "at first", "at last", "at once", "at times", "of course", "in part",
  "in turn", "in fact", "in effect", "in private", "in public", "for now",
  "for once", "once again", "once more", "yet again", "as yet", "no doubt",
  "all but", "long since", "long ago", "for example", "for instance",
  "by contrast" }
-- How adverbs end, but for these.
english.adverb_ending = "ly"
english.no_adverbs = [[
family only supply reply ally italy july daily weekly monthly assembly apply
rely bully rally early likely friendly elderly kelly billy emily sally holly
molly
]]

english.times = [[
monday tuesday wednesday thursday friday saturday sunday today yesterday
tonight tomorrow
]]
english.time_nouns = [[
morning afternoon evening night week month year weekend day days weeks months
years hours ago
]]
english.months = [[
january february march april may june july august september october november
december jan feb mar apr jun jul aug sept sep oct nov dec jan. feb. aug. sept.
oct. nov. dec.
]]

english.prepositions = [[
in on at by for with from to of about into over under against during after
before between among through across toward towards upon within without near
since until outside inside despite around behind beyond like via amid per
]]
english.conjunctions = "and or but nor yet &"
english.subordinators = [[
that if whether when while because as since although though after before until
unless where why how what which who whom whose than so whereas
]]
-- Words that open a reported clause.
english.openers = "that whether if how why what who when where which"

-- "in a statement", "on Twitter": where something is said; no part of it.
english.venues = [[
statement statements interview interviews email e-mail emails tweet tweets
post posts speech speeches address conference briefing call letter memo press
release twitter facebook instagram telegram television tv radio rally rallies
event hearing court testimony podcast show program programme debate remarks
message messages video appearance filing report note op-ed column blog news
website townhall hall meeting conversation response reply part phone telephone
]]

-- Nouns that report, before a clause with "that", or an infinitive.
english.nouns = [[
said        | of         | word words phrase term
said        | of that    | slogan slogans chant chants motto
said        | that       | statement comment remark comments remarks
claimed     | that of    | claim claims allegation allegations accusation
claimed     | that of    | accusations assertion assertions contention
claimed     | that of    | insinuation charge charges
claimed     | that       | notion suggestion idea rumors rumours speculation
claimed     | that       | view
thought     | that of    | belief fear fears hope hopes concern concerns worry
thought     | that of    | worries expectation expectations doubts conviction
thought     | that of    | assumption
promised    | to that    | promise promises pledge pledges vow offer commitment
warned      | that of    | warning warnings threat threats
predicted   | that of    | prediction predictions forecast forecasts estimate
predicted   | that of    | estimates
asked       | about      | question questions
demanded    | to that for | demand demands call calls
criticised  | of         | criticism denunciation condemnation
supported   | of for     | endorsement support
]]

-- Phrases that name a source: the content is the rest of the sentence. One that
-- begins with a comma ends it: "..., so Roe."
english.capital_nouns = false    -- does every noun begin with a capital?
english.source_comma = true      -- According to Roe, it works
english.comma_openers = false    -- He said that; not: He said, that
english.sources = { { "according", "to" }, { "in", "the", "words", "of" },
  { "as", "per" } }
-- What makes its owner a source, and the preposition before both: in Roe's view.
english.owned = [[
said        | in         | words telling
said        | by         | account accounts
thought     | in         | view views opinion eyes
]]

-- A word before or behind a quoted name that says it is a title.
english.works = [[
show film movie book novel song album series programme program podcast article
essay column commentary report magazine newspaper newsletter play musical
documentary comedy drama sitcom hit anthem ad ads memoir editorial headline band track
single poem painting episode broadcast edition issue host hosts hosted star
stars starring entitled titled named read reads reading watch watches watched watching wrote directed
sang sing sings
]]
english.shows_before = "on of abc cbs nbc cnn msnbc fox pbs npr bbc itv c-span"

-- Before a nickname: nicknamed “X”, known to friends as “X”.
english.nicknaming = "nickname nicknamed dubbed alias aka codenamed code-named"
english.known = { "known", "as" }

-- Subjects that nobody is: there is “...”.
english.nobody = "there it"

-- Short forms that look like an opening single mark.
english.elisions = "em til tis twas cause bout n cos round neath gainst nuff"

-- Small words inside a name.
english.name_particles = "de del della di da dos du la le van von der den bin"

-- Behind a name and a comma: the parties of Sen. Roe, | D-Ill.; states and
-- provinces, in short and in full, of Ann Roe of Norby, | Ohio |, said.
english.parties = "d r i"
english.regions = [[
ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md.
mass. mich. minn. miss. mo. mont. neb. nev. n.h. n.j. n.m. n.y. n.c. n.d.
okla. ore. pa. r.i. s.c. s.d. tenn. vt. va. wash. w.va. wis. wyo. d.c.
alabama alaska arizona arkansas california colorado connecticut delaware
florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine
maryland massachusetts michigan minnesota mississippi missouri montana nebraska
nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont
wisconsin wyoming ont. que. b.c. alta. man. sask. n.s. n.b. ontario quebec
alberta manitoba saskatchewan
]]

english.titles = { ["mr"] = "m", ["mr."] = "m", ["mrs"] = "f", ["mrs."] = "f",
  ["ms"] = "f", ["ms."] = "f", ["miss"] = "f", ["sir"] = "m", ["lord"] = "m",
  ["lady"] = "f", ["king"] = "m", ["queen"] = "f", ["prince"] = "m",
  ["princess"] = "f" }

-- Titles and roles before a name; they say that a person follows.
english.roles = [[
president minister secretary senator sen. sen rep. rep representative governor
gov. gov mayor congressman congresswoman chancellor premier ambassador envoy
spokesman spokeswoman spokesperson chairman chairwoman director gen. col.
capt. lt. sgt. judge professor prof. prof dr. dr doctor analyst economist
strategist adviser advisor aide lawyer host anchor reporter correspondent
editor author ceo founder commissioner sheriff king queen prince princess pope
bishop rabbi imam speaker leader candidate nominee coach captain prosecutor
attorney poet novelist colonel major sergeant lieutenant admiral inspector
detective officer chef pastor reverend father brother sister engineer
negotiator treasurer secretary-general
]]
-- What else may end a title before a full name: Chief Executive | Ann Roe.
english.title_ends = [[
executive manager mp mps msp mep lawmaker legislator councillor boss midfielder
striker goalkeeper defender winger historian scientist researcher activist emeritus
]]

-- Organisations that are of or for something: the Union of Skippers.
english.bodies = [[
union institute ministry bank department university council office committee
association federation board fund party agency centre center school college
court chamber house society foundation organisation organization league
alliance academy bureau church confederation congress conference guild
]]
-- What opens a clause with a subject of its own.
english.clause_openers = "after before because since while as although though"
english.definite = "the this that these those"

-- Other nouns that mean a person; those that tell man or woman.
english.human = [[
docker driver farmer fisherman worker banker trader teacher student nurse
soldier pilot sailor resident neighbour neighbor witness official diplomat
colleague deputy boss chief head writer singer actor player goalkeeper striker
manager publisher owner customer patient victim defendant suspect smuggler
expert scientist researcher historian pollster activist organiser organizer
volunteer passenger tourist friend cousin child person voter lawmaker
legislator politician councillor councilor rector plumber carpenter
shopkeeper hotelier skipper guard firefighter policeman policewoman detective
surgeon physician dentist translator interpreter broker investor entrepreneur
]]
english.male = [[
man boy father son brother husband uncle nephew grandfather grandson widower
spokesman chairman policeman businessman congressman gentleman fisherman
salesman fireman cameraman king prince duke actor boyfriend fiancé
brother-in-law father-in-law son-in-law stepfather stepson monk priest
]]
english.female = [[
woman girl mother daughter sister wife aunt niece grandmother granddaughter
widow spokeswoman chairwoman policewoman businesswoman congresswoman lady
queen princess duchess actress girlfriend fiancée sister-in-law mother-in-law
daughter-in-law stepmother stepdaughter nun waitress
]]

-- Given names whose bearers are nearly always men, or women.
english.men = [[
john james robert michael william david richard joseph thomas charles
christopher daniel matthew anthony mark donald steven paul andrew joshua
kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary
nicholas eric jonathan stephen larry justin scott brandon benjamin samuel
gregory alexander frank patrick raymond jack dennis jerry tyler aaron jose
adam nathan henry zachary douglas peter kyle noah ethan jeremy walter
christian keith roger terry austin sean gerald carl harold dylan arthur
lawrence jordan jesse bryan billy bruce gabriel joe logan alan juan albert
willie elijah wayne randy vincent mason roy ralph bobby russell bradley philip
eugene tim ted tom jim bob bill mike dan dave steve greg jeff ben sam ron don
rick ken matt nick chris tony joel marco bernie barack mitt newt rand chuck
hugh karl ivan vladimir dmitry sergei kirill boris igor oleg mikhail alexei
mohammed muhammad ahmed ali omar hassan ibrahim hans klaus wolfgang jean
pierre jacques carlos luis miguel pedro jorge antonio mario giuseppe emmanuel
olaf friedrich keir rishi gordon nigel stefan lukas tobias viktor victor pavel
anton tomas emil marek jan piotr andrzej rafael fernando pablo diego javier
francisco manuel giovanni marco paolo luca matteo antoine françois franz otto
jürgen werner dieter heinz uwe rainer rolf lars sven björn anders nils ole
gregor felix leon oscar hugo max simon dmitri nikolai andrei viktor yuri ilya
mehmet mustafa ahmet yusuf khalid hussein abdul samir owen rory liam callum
angus ewan gareth rhys colin graham trevor neil derek geoffrey clive rupert
edmund martin philippe michel alain hiroshi kenji takashi
]]
english.women = [[
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa
nancy betty sandra margaret ashley kimberly emily donna michelle carol amanda
melissa deborah stephanie rebecca sharon laura cynthia dorothy amy kathleen
angela shirley emma brenda pamela nicole anna samantha katherine christine
debra rachel carolyn janet maria catherine heather diane olivia julie joyce
victoria ruth virginia lauren kelly christina joan evelyn judith andrea hannah
megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn
abigail sophia frances jean alice judy isabella julia grace amber denise
danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
alexis lori hillary melania ivanka heidi carly elena natalia olga svetlana
irina tatiana ekaterina marine ursula claire anne marie isabel sofia fatima
aisha kate jane helen nikki jill kamala helena ingrid astrid greta rosa hanna
lena aline ines inês claudine bridie winifred vesna selin lea ida elin petra
monika sabine ursula brigitte birgit heike anja katja svenja johanna elisabeth
paula clara carla lucia luisa carmen pilar dolores mercedes beatriz camille
chloé céline sophie valérie nathalie isabelle giulia francesca chiara
alessandra agnieszka ewa magdalena zuzana jana ivana dragana milena ludmila
tatyana yelena galina nina vera zoë zoe fiona siobhan niamh aoife moira
gwen bronwen harriet edith agnes mabel freya sigrid solveig fatma ayşe leyla
mariam yasmin noor indira priya lakshmi yuki keiko
]]

return english
