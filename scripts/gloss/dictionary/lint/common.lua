--- Words that occur in any text: an alias that is one of them finds too much.
local common = {}

local function set(words)
  local t = {}
  for word in words:gmatch "%S+" do t[word] = true end
  return t
end

--- Words that begin sentences, or stand in headings: with a capital they are
--- no sign of a name.
common.grammar = set [[
  a an the this that these those my your his her its our their some any no
  every each all both either neither another such what which whose much many
  more most few fewer little less least several own same other others
  i you he she it we they me him us them who whom mine yours hers ours theirs
  one ones none nobody nothing somebody something anyone anything everyone
  everything myself himself herself itself themselves
  and or but nor so yet for if unless until while when whenever where wherever
  because since although though whereas whether than as once
  of in on at by to from with without within into onto over under above below
  between among through during before after against about across along around
  behind beside besides beyond despite down up off out near per plus toward
  towards upon via like
  is am are was were be been being do does did done has have had having can
  could may might must shall should will would ought
  not only also just even still too very well here there then now again ever
  never always often perhaps maybe however therefore thus hence meanwhile
  moreover otherwise instead indeed yes please today tomorrow yesterday
  how why let
  der die das den dem des ein eine einen einem einer und oder aber nicht von
  mit bei aus nach auf ist sind war im am zum zur es er sie wir ihr ich du
  le la les un une des du de et ou mais dans sur par pour avec sans est sont
  il elle nous vous ils elles ce cette ces que qui
  el los las una unos unas y o pero en con sin por para es son al del se lo
  il lo gli uno e ma nel nella con non sono
  и в на не что он она они мы вы я это как по но из за от до же бы
]]

--- Frequent words with a meaning of their own.
common.content = set [[
  able accept account act action add age agree air allow amount animal answer
  appear apple area arm army article ask attack baby back bad bag ball bank bar
  base bear beat beautiful bed begin believe best better big bill bird bit
  black block blood blue board boat body book border born bottom box boy break
  bridge bring brother brown build building burn business buy call camp capital
  car card care carry case cat catch cause cell center central centre century
  certain chair chance change charge check chief child children choose church
  city claim class clean clear close coast cold collect color come common
  company compare complete condition congress consider contain continue control
  cook cool copy corn corner cost council count country couple course court
  cover cross crowd cry cup current cut dark data date daughter day dead deal
  dear death decide deep defence defense degree deny depend describe design
  develop die differ difficult dinner direct discuss distance divide doctor
  dog dollar door double draw dream dress drink drive drop dry due duty ear
  early earth ease east eastern easy eat edge effect egg eight election else
  end enemy energy engine english enough enter equal event exact example except
  expect experience eye face fact fair fall false family famous far farm fast
  fat father favor fear federal feed feel feet field fight figure fill final
  find fine finger finish fire first fish fit five flag flat floor flow flower
  fly focus follow food foot force foreign forest form forward four free
  freedom french fresh friend front fruit full fun fund future gain game garden
  gas gather general gentle get girl give glad glass global go god gold good
  govern government grand grass gray great green ground group grow guess guide
  gun hair half hand happen happy hard hat head health hear heart heat heavy
  help high hill history hit hold hole home hope horse hospital hot hotel hour
  house huge human hundred hunt hurry husband ice idea image include industry
  insect interest iron island issue jet job join joy judge jump justice keep
  key kill kind king know labor labour lady lake land language large last late
  laugh law lead leader learn leave left leg letter level lie life lift light
  line list listen live local long look lord lose loss lost lot loud love low
  machine magazine main major make man manner map march mark market mass master
  match matter mean measure meat media meet member men metal meter method
  middle mile military milk million mind mine minister minor minute miss model
  modern moment money month moon morning mother motion mount mountain mouth
  move movement museum music name nation national native nature near neck need
  network new news next nice night nine noise noon north northern nose note
  notice number object observe ocean office officer official oil old open
  opera operate opposite orange order organ original own page pain paint pair
  paper parent park parliament part party pass past path pattern pay peace
  people period person phone photo phrase pick picture piece place plain plan
  plane planet plant play point police policy poor popular population port
  pose position possible post pound power prepare present president press
  pretty price print private prize probable problem process produce product
  program project promise proper property protect prove provide public pull
  push put quality queen question quick quiet quite race radio rail rain raise
  range rate reach read ready real reason receive record red region release
  remain remember repeat reply report represent republic require rest result
  rice rich ride right ring rise river road rock roll room root rope rose round
  row rule run safe sail salt sand save say scale school science sea season
  seat second secret section security see seed seem select self sell senate
  send senior sense sentence separate serve service set settle seven shape
  share sharp sheet shell shine ship shoe shop shore short shot shoulder shout
  show side sight sign silent silver similar simple sing single sister sit six
  size skill skin sky sleep slip slow small smell smile snow social society
  soft soil soldier solution solve son song soon sound source south southern
  space speak special speech speed spell spend spirit spoke spot spread spring
  square staff stage stand standard star start state station stay steel step
  stick stone stop store storm story straight strange stream street strength
  strong student study subject success sudden sugar suit summer sun supply
  support sure surface surprise swim system table tail take talk tall target
  teach team tell temperature ten term test thank thick thin thing think third
  thought thousand three time tiny tire title together tone tool top total touch
  town track trade train travel treaty tree triangle trip trouble truck true
  trust truth try tube turn twenty two type union unit university use usual
  valley value vary view village visit voice vote wait walk wall want war warm
  wash watch water wave way weapon wear weather week weight west western wheel
  white whole wide wife wild win wind window wing winter wire wish woman women
  wonder wood word work world write wrong yard year yellow young zero
  january february april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday
]]

return common
