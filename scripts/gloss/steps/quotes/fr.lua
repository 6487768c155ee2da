--- French for the step `quotes`; the shape of the tables is that of en.lua.
local french = {}

french.verbs = [[
said        | quote clause that any     | dire déclarer affirmer indiquer
said        | quote clause that         | ajouter préciser souligner noter
said        | quote clause that         | estimer juger confier lancer glisser
said        | quote clause that         | poursuivre résumer rappeler observer
said        | quote clause that         | remarquer répéter conclure commenter
told        | quote clause that         | raconter informer
announced   | quote clause that object  | annoncer révéler confirmer
claimed     | quote clause that         | prétendre soutenir assurer
explained   | quote clause that         | expliquer détailler
denied      | quote that object         | nier démentir
denied      | object                    | rejeter
admitted    | quote that                | admettre reconnaître avouer
warned      | quote that                | avertir prévenir
asked       | quote that                | demander interroger
answered    | quote that                | répondre répliquer rétorquer
promised    | quote that                | promettre
demanded    | quote that object         | exiger réclamer
suggested   | quote that                | proposer suggérer
predicted   | quote that                | prédire prévoir
criticised  | quote that object         | critiquer dénoncer déplorer regretter
criticised  | quote                     | tonner fustiger
praised     | quote object              | saluer féliciter
described   | object                    | qualifier
joked       | quote                     | plaisanter ironiser
shouted     | quote                     | crier scander hurler
wrote       | quote that                | écrire
thought     | quote clause that         | penser croire espérer craindre
]]

french.irregular = [[
dire dit disait dit | soutenir soutient soutenait soutenu
prévenir prévient prévenait prévenu | prévoir prévoit prévoyait prévu
promettre promet promettait promis | admettre admet admettait admis
reconnaître reconnaît reconnaissait reconnu | répondre répond répondait répondu
écrire écrit écrivait écrit | croire croit croyait cru
craindre craint craignait craint | prédire prédit prédisait prédit
avertir avertit avertissait averti | démentir dément démentait démenti
poursuivre poursuit poursuivait poursuivi | conclure conclut concluait conclu
]]

french.regular = {
  { "^(.*)ger$", "%1ge", "%1geait", "%1geant", "%1gé" },
  { "^(.*)cer$", "%1ce", "%1çait", "%1çant", "%1cé" },
  { "^(.*)er$", "%1e", "%1ait", "%1ant", "%1é" },
  { "^(.*)ir$", "%1it", "%1issait", "%1issant", "%1i" },
  { "^(.*)$", "%1", "%1", "%1", "%1" },
}

french.doubled = ""
french.nouns_too = "note demande rappelle confirme critique dit"
french.pasts = [[
était étaient avait avaient fut furent avait avaient allait venait devait
pouvait voulait fera sera aura doit peut va vont
]]

-- How verbs of a clause end: le train circulait.
french.ends_finite = "+ait +aient !trait"

french.determiners = [[
le la les l' l’ un une des du au aux ce cet cette ces tout toute tous toutes
plusieurs quelques chaque aucun aucune deux trois quatre cinq six sept huit
neuf dix son sa ses leur leurs mon ma mes notre nos votre vos
]]
french.possessive = "son sa ses leur leurs mon ma mes notre nos votre vos"
french.subjects = [[
il elle ils elles on je j' j’ nous vous tu -t-il -t-elle -t-on -il -elle -ils
-elles -t-ils -t-elles personne chacun certains certaines beaucoup
]]
french.personal = { il = "m", elle = "f", ils = "p", elles = "p", on = "n",
  je = "w", nous = "w", vous = "w", ["-t-il"] = "m", ["-t-elle"] = "f",
  ["-il"] = "m", ["-elle"] = "f", ["-ils"] = "p", ["-elles"] = "p",
  ["-t-ils"] = "p", ["-t-elles"] = "p", ["-t-on"] = "n", son = "n",
  sa = "n", ses = "n" }
french.objects = "lui eux me m' m’ te t' t’ se s' s’ y en"
french.relatives = "qui"
french.auxiliaries = [[
a ont ai avons avez avait avaient est sont était étaient sera seront serait
seraient aura auront aurait auraient peut peuvent pouvait doit doivent devait
devrait pourrait va vont
]]
french.be = "est sont était étaient sera seront été"
french.have = "a ont ai avons avez avait avaient"
french.reported = ""
french.negations = "ne n' n’ pas jamais plus"
french.adverbs = [[
aussi également alors ensuite puis déjà encore toujours notamment toutefois
cependant pourtant ainsi d'ailleurs hier aujourd'hui aujourd’hui demain
néanmoins enfin jamais pas bien
]]
french.adverb_ending = "ment"
french.no_adverbs = [[
gouvernement parlement logement règlement document monument appartement
département armement mouvement traitement investissement financement
événement établissement paiement moment argument
]]
french.times = [[
lundi mardi mercredi jeudi vendredi samedi dimanche hier aujourd'hui
aujourd’hui demain
]]
french.time_nouns = "matin soir après-midi nuit semaine mois an année jour jours"
french.months = [[
janvier février mars avril mai juin juillet août septembre octobre novembre
décembre
]]
french.prepositions = [[
à de d' d’ en dans par pour sur sous avec sans chez vers contre depuis pendant
avant après entre devant derrière dès jusque jusqu' selon lors malgré parmi
]]
french.conjunctions = "et ou mais ni car donc &"
french.subordinators = [[
que qu' qu’ qui quand lorsque lorsqu' si comme parce puisque où dont quoi
comment pourquoi tandis alors
]]
french.openers = "que qu' qu’ si comment pourquoi"
french.venues = [[
interview entretien communiqué discours twitter facebook telegram télévision
radio lettre message conférence tribune déclaration
]]
french.nouns = [[
said      | que qu' | déclaration mot mots parole paroles
claimed   | que qu' | affirmation accusation
promised  | que de  | promesse
]]
french.capital_nouns = false
french.source_comma = true       -- Selon Roe, ...
french.comma_openers = false
french.small_months = true
french.inverted_auxiliary = true -- « ... », a déclaré Roe
french.sources = { { "selon" }, { "d'", "après" }, { "d’", "après" } }
french.owned = ""
french.works = [[
film livre roman chanson album série émission pièce journal magazine revue
intitulé intitulée
]]
french.shows_before = "tf1 arte"
french.nicknaming = "surnommé surnommée alias dit dite"
french.known = { "connu", "comme" }
french.elisions = ""
french.nobody = "il"
french.name_particles = "de du des la le d' d’"
french.male, french.female, french.human = "", "", ""
french.bodies = "union institut ministère banque conseil fonds parti agence"
french.definite = "le la les l' l’ ce cet cette ces"
french.clause_openers = ""
french.titles = { m = "m", ["m."] = "m", mme = "f", mlle = "f",
  monsieur = "m", madame = "f" }
french.roles = [[
président présidente ministre secrétaire sénateur sénatrice député députée
maire préfet préfète chancelier chancelière ambassadeur ambassadrice
porte-parole directeur directrice juge procureur procureure professeur
docteur avocat avocate chef cheffe roi reine prince princesse pape évêque
]]
french.men = [[
jean pierre michel philippe alain nicolas jacques bernard marcel daniel roger
paul claude christian henri françois andré louis luc marc antoine julien
thomas hugo éric olivier laurent emmanuel
]]
french.women = [[
marie jeanne françoise monique catherine nathalie isabelle jacqueline anne
sylvie martine nicole valérie hélène claire sophie claudine camille céline
vesna hanna élise julie inès
]]

return french
