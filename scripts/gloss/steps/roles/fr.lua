--- French for the step `roles`; the shape of the tables is that of en.lua.
local french = {}

-- Does the noun come first: "ancien président du fonds"?
french.head_first = true

french.persons = [[
président présidente vice-président vice-présidente ministre secrétaire
sénateur sénatrice député députée maire préfet préfète gouverneur gouverneure
chancelier chancelière premier-ministre ambassadeur ambassadrice envoyé envoyée
émissaire négociateur négociatrice médiateur médiatrice délégué déléguée
commissaire porte-parole chef cheffe patron patronne dirigeant dirigeante
directeur directrice codirecteur codirectrice fondateur fondatrice cofondateur
cofondatrice propriétaire actionnaire banquier banquière trésorier trésorière
candidat candidate juge procureur procureure avocat avocate notaire magistrat
magistrate général générale colonel colonelle amiral capitaine commandant
commandante lieutenant sergent professeur professeure enseignant enseignante
chercheur chercheuse historien historienne économiste analyste politologue
ingénieur ingénieure architecte médecin chirurgien chirurgienne infirmier
infirmière conseiller conseillère assistant assistante expert experte
spécialiste journaliste correspondant correspondante rédacteur rédactrice
éditeur éditrice critique auteur auteure autrice écrivain écrivaine romancier
romancière poète traducteur traductrice peintre sculpteur sculptrice
photographe acteur actrice comédien comédienne chanteur chanteuse musicien
musicienne compositeur compositrice entraîneur entraîneuse joueur joueuse
capitaine gardien attaquant attaquante défenseur agriculteur agricultrice
pêcheur pêcheuse docker chauffeur boulanger boulangère commerçant commerçante
hôtelier hôtelière prêtre évêque archevêque pape roi reine prince princesse
militant militante responsable fonctionnaire entrepreneur entrepreneuse
]]
french.bodies = [[
groupe agence société entreprise banque assureur syndicat quotidien
hebdomadaire magazine parti institut université école fabricant constructeur
opérateur compagnie chaîne radio fonds association fédération alliance
mouvement milice filiale consortium fondation organisation ministère organe
]]
french.things = "rue place avenue boulevard pont hôtel école lycée hôpital"
-- Between a role and the name behind it:
-- le président | de la région, | Jean Roux.
french.numbers = { office_before = 14 }
french.fields = ""
french.ranks = [[
premier première second seconde nouveau nouvel nouvelle actuel actuelle jeune
vice grand grande
]]
french.past = "ancien ancienne ex ex- feu"
french.coming = "futur future"
french.of = "de d' d’ du des à au aux pour chez"
french.leading = { dirige = "dirigeant", dirigeait = "dirigeant",
  ["préside"] = "président", ["présidait"] = "président",
  ["représente"] = "représentant" }
french.led = "dirigeait présidait"
french.becoming = "est était devient reste"
french.naming = ""
french.named = "devenu devenue nommé nommée élu élue désigné désignée"
french.joins = "et"
french.was = "était"

return french
