--- German for the step `quotes`; the shape of the tables is that of en.lua.
local german = {}

german.verbs = [[
said        | quote clause that any     | sagen meinen erklären betonen
said        | quote clause that         | ergänzen hinzufügen bemerken äußern
said        | quote clause that         | unterstreichen fortfahren mitteilen
told        | quote clause that heard   | erzählen berichten
announced   | quote that object         | ankündigen verkünden bekanntgeben
claimed     | quote clause that         | behaupten
argued      | quote clause that         | argumentieren
explained   | quote that                | erläutern
denied      | quote that object         | bestreiten dementieren
said        | quote clause that         | teilen_mit fügen_hinzu
announced   | quote clause that object  | kündigen_an geben_bekannt
denied      | object                    | zurückweisen ablehnen
denied      | object                    | weisen_zurück lehnen_ab streiten_ab
admitted    | quote clause that object  | räumen_ein geben_zu
suggested   | quote that object         | schlagen_vor
admitted    | quote that                | einräumen zugeben gestehen
warned      | quote that                | warnen
asked       | quote that                | fragen wollen_wissen
answered    | quote that                | antworten entgegnen erwidern
promised    | quote that object         | versprechen
demanded    | quote that object         | fordern verlangen
suggested   | quote that object         | vorschlagen
predicted   | quote that                | prognostizieren
criticised  | quote that object         | kritisieren klagen beklagen
praised     | object                    | loben begrüßen
described   | object                    | nennen bezeichnen
said        | object                    | sprechen_von
shouted     | quote                     | rufen schreien
wrote       | quote that                | schreiben
thought     | quote clause that         | glauben denken hoffen fürchten
]]

german.irregular = [[
geben gibt gab gegeben | weisen weist wies gewiesen
schlagen schlägt schlug geschlagen | streiten streitet stritt gestritten
wissen weiß wusste gewusst | bestreiten bestreitet bestritt bestritten
zugeben zugibt zugab zugegeben | versprechen verspricht versprach versprochen
rufen ruft rief gerufen | schreien schreit schrie geschrien
schreiben schreibt schrieb geschrieben | nennen nennt nannte genannt
denken denkt dachte gedacht | meinen meint meinte gemeint
sagen sagt sagte gesagt | erklären erklärt erklärte erklärt
antworten antwortet antwortete geantwortet
unterstreichen unterstreicht unterstrich unterstrichen
sprechen spricht sprach gesprochen
wollen will wollte gewollt | fragen fragt fragte gefragt
fordern fordert forderte gefordert | warnen warnt warnte gewarnt
zurückweisen zurückweist zurückwies zurückgewiesen
ablehnen ablehnt ablehnte abgelehnt | mitteilen mitteilt mitteilte mitgeteilt
ankündigen ankündigt ankündigte angekündigt
einräumen einräumt einräumte eingeräumt
vorschlagen vorschlägt vorschlug vorgeschlagen
hinzufügen hinzufügt hinzufügte hinzugefügt
bekanntgeben bekanntgibt bekanntgab bekanntgegeben
fortfahren fortfährt fortfuhr fortgefahren
betonen betont betonte betont | loben lobt lobte gelobt
glauben glaubt glaubte geglaubt | hoffen hofft hoffte gehofft
]]

german.regular = {
  { "^(.*[td])en$", "%1et", "%1ete", "%1end" },
  { "^(.*e[rl])n$", "%1t", "%1te", "%1nd" },
  { "^(.*)en$", "%1t", "%1te", "%1end" },
  { "^(.*)$", "%1", "%1", "%1" },
}

-- Does a particle end the clause: teilte ... mit?
german.separable = true
german.doubled = ""
german.nouns_too = ""
german.pasts = [[
war waren hatte hatten ging gingen kam kamen stand standen gab gaben nahm
nahmen blieb blieben lag lagen hielt hielten ließ ließen fand fanden
]]

-- How finite verbs end: der Schaden liege, der Minister kommt.
german.ends_finite = "+e +t +en !heit !keit"
german.as_words = "wie"          -- Wie Roe mitteilte
german.time_before = "am im in um seit"         -- sagte | am Montag

german.determiners = [[
der die das den dem des ein eine einen einem einer eines kein keine keinen
dieser diese dieses diesen diesem jener jene jenes alle viele einige mehrere
manche beide jeder jede jedes zwei drei vier fünf zum zur im am vom beim
]]
german.possessive = [[
sein seine seinen seinem seiner seines ihr ihre ihren ihrem ihrer ihres unser
unsere unseren mein meine meinen dein deine
]]
german.subjects = "er sie es wir ich du man wer jemand niemand"
german.personal = { er = "m", sie = "f", es = "n", wir = "w", ich = "w",
  du = "w", man = "p", sein = "m", seine = "m" }
german.objects = "ihn ihm mich mir uns euch dich dir sich ihnen"
german.relatives = ""
german.auxiliaries = [[
ist sind war waren wird werden wurde wurden hat haben hatte hatten sei seien
wäre wären habe hätte hätten kann können konnte könne müsse muss müssen musste
soll sollen sollte dürfe darf dürfen will wolle werde würde würden
]]
-- Forms in which what somebody else said is reported: Er sei krank.
german.reported = "sei seien habe werde könne müsse solle dürfe wolle gebe"
german.be = "wird werden wurde wurden worden"
german.have = "hat haben hatte hatten habe hätte hätten"
german.negations = "nicht nie niemals kaum"
german.adverbs = [[
auch dann nun jetzt schon noch später früher wieder erneut zuvor zudem
allerdings jedoch aber dagegen bereits weiter nicht nie heute gestern dabei
daraufhin außerdem hingegen zuerst zunächst anschließend danach deshalb
deswegen trotzdem leider inzwischen mittlerweile schließlich damals
]]
german.adverb_ending = "erweise"
german.no_adverbs = ""
german.times = [[
montag dienstag mittwoch donnerstag freitag samstag sonntag heute gestern
morgen
]]
german.time_nouns = "abend morgen mittag nachmittag nacht woche monat jahr"
german.months = [[
januar februar märz april mai juni juli august september oktober november
dezember
]]
german.prepositions = [[
in im an am auf bei mit nach von vom vor zu zum zur aus für über unter gegen
ohne um durch während seit bis zwischen hinter neben wegen laut gegenüber
]]
german.conjunctions = "und oder doch sondern denn &"
german.subordinators = [[
dass daß ob wenn weil als da obwohl nachdem bevor damit wie warum wo was wann
]]
german.openers = "dass daß ob wie warum wo was wann"
german.venues = [[
interview erklärung mitteilung rede gespräch twitter facebook telegram
fernsehen radio sendung brief e-mail pressekonferenz
]]
german.nouns = [[
said      | dass | aussage äußerung wort worte
claimed   | dass | behauptung vorwurf
thought   | dass | hoffnung sorge befürchtung ansicht meinung
]]
german.capital_nouns = true
german.source_comma = false      -- Laut Roe ist es so
german.comma_openers = true      -- Er sagte, dass es so ist
german.sources = { { "laut" }, { "nach", "angaben" }, { ",", "so" } }
german.owned = ""
german.works = [[
film buch roman lied album serie sendung zeitung zeitschrift artikel
]]
german.shows_before = "ard zdf rtl arte"
german.elisions = "s n ne nem nen"
german.nicknaming = "genannt alias namens"
german.known = { "bekannt", "als" }
german.male, german.female, german.human = "", "", ""
german.bodies, german.definite, german.clause_openers = "", "", ""
german.nobody = "es"
german.name_particles = "de del della di da du la le van von der den zu"
german.titles = { herr = "m", frau = "f", herrn = "m" }
german.roles = [[
präsident präsidentin unterhändler unterhändlerin staatssekretär
staatssekretärin ökonom ökonomin minister ministerin kanzler kanzlerin
bundeskanzler bundeskanzlerin sprecher sprecherin chef chefin vorsitzende
vorsitzender bürgermeister bürgermeisterin sondergesandte sondergesandter
beauftragte beauftragter botschafter botschafterin direktor direktorin professor professorin dr. dr
anwalt anwältin abgeordnete abgeordneter senator senatorin außenminister
außenministerin finanzminister finanzministerin ministerpräsident
ministerpräsidentin
]]
german.men = [[
hans klaus wolfgang peter michael thomas andreas stefan martin markus frank
jürgen uwe ralf bernd olaf friedrich karl anton paul max felix jan tim lukas
daniel ilja david tobias viktor oskar otto emil georg heinrich wilhelm kurt
walter günter günther dieter heinz werner manfred helmut gerhard horst rolf
jens sven lars matthias christian sebastian alexander philipp florian johannes
josef franz robert richard rudolf konrad jonas lothar
]]
german.women = [[
anna maria petra sabine monika ursula angela annalena claudia susanne andrea
birgit gabriele karin heike katrin julia laura lena sarah helena ingrid
claudine aline johanna elisabeth christina christine katharina franziska eva
renate ute uta ilse gisela brigitte ulrike anja silke tanja nadine stefanie
melanie sandra barbara martina kerstin beate jana hannah clara klara marie
]]

return german
