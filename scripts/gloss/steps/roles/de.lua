--- German for the step `roles`; the shape of the tables is that of en.lua.
local german = {}

-- Does the noun come first: "frühere Präsidentin der Bank"?
german.head_first = true
-- Is the end of a word its noun: Finanzministerin?
german.compounds = true

german.persons = [[
präsident präsidentin minister ministerin sekretär sekretärin senator senatorin
abgeordneter abgeordnete bürgermeister bürgermeisterin kanzler kanzlerin
botschafter botschafterin konsul konsulin gesandter gesandte beauftragter
beauftragte unterhändler unterhändlerin vermittler vermittlerin kommissar
kommissarin sprecher sprecherin vorsitzender vorsitzende chef chefin leiter
leiterin direktor direktorin gründer gründerin mitgründer mitgründerin
geschäftsführer geschäftsführerin inhaber inhaberin eigentümer eigentümerin
aktionär aktionärin banker bankerin schatzmeister schatzmeisterin kandidat
kandidatin richter richterin staatsanwalt staatsanwältin anwalt anwältin notar
notarin general generalin oberst admiral hauptmann kommandeur leutnant
professor professorin lehrer lehrerin forscher forscherin historiker
historikerin ökonom ökonomin volkswirt volkswirtin analyst analystin
politologe politologin ingenieur ingenieurin architekt architektin arzt ärztin
chirurg chirurgin berater beraterin experte expertin fachmann journalist
journalistin korrespondent korrespondentin redakteur redakteurin herausgeber
herausgeberin kritiker kritikerin autor autorin schriftsteller
schriftstellerin dichter dichterin übersetzer übersetzerin maler malerin
fotograf fotografin schauspieler schauspielerin sänger sängerin musiker
musikerin komponist komponistin trainer trainerin spieler spielerin torwart
stürmer stürmerin landwirt landwirtin fischer fischerin bäcker bäckerin
händler händlerin wirt wirtin pfarrer pfarrerin bischof bischöfin erzbischof
papst könig königin prinz prinzessin aktivist aktivistin beamter beamtin
unternehmer unternehmerin
präsidenten vorsitzenden abgeordneten gesandten beauftragten kandidaten
]]
german.bodies = [[
konzern agentur firma unternehmen bank versicherer gewerkschaft zeitung
magazin partei institut universität hersteller betreiber fluglinie sender
fonds verband bündnis bewegung miliz tochter stiftung organisation ministerium
verein
]]
german.things = "straße platz allee brücke hotel schule krankenhaus kirche"
-- Between a role and the name behind it:
-- die Präsidentin | der Zentralbank, | Anna Roth.
german.numbers = { office_before = 14 }
german.fields = ""
german.ranks = [[
neue neuer neuen amtierende amtierender amtierenden damalige damaliger damaligen
erste erster ersten geschäftsführende geschäftsführender geschäftsführenden
kommissarische kommissarischer kommissarischen leitende leitender leitenden
langjährige langjähriger langjährigen stellvertretende stellvertretender
stellvertretenden zweite zweiter zweiten
]]
german.past = [[
früherer frühere früheren ehemaliger ehemalige ehemaligen einstiger einstige
ex
]]
german.coming = "künftiger künftige künftigen designierter designierte"
german.of = "der des von vom für in im bei beim am"
german.leading = {}
german.led = ""
german.becoming = "ist war wurde bleibt"
german.naming = ""
german.named = ""
german.joins = "und sowie"
german.was = "war"

return german
