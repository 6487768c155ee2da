--- French words of time, in the classes of gloss.steps.times.rules.
local numbers = require "gloss.steps.amounts.words.fr"

local words = { digits = numbers.digits, date_order = "dmy",
                decade_after_unit = true }

words.classes = {
  MONTH = { janvier = 1, ["février"] = 2, mars = 3, avril = 4, mai = 5,
    juin = 6, juillet = 7, ["août"] = 8, aout = 8, septembre = 9,
    octobre = 10, novembre = 11, ["décembre"] = 12, ["janv."] = 1,
    ["févr."] = 2, ["juil."] = 7, ["sept."] = 9, ["oct."] = 10, ["nov."] = 11,
    ["déc."] = 12 },
  WORDMONTH = { ["Mars"] = 3 },
  WDAY = { lundi = 1, mardi = 2, mercredi = 3, jeudi = 4, vendredi = 5,
    samedi = 6, dimanche = 7 },
  WDAYS = { lundis = 1, mardis = 2, mercredis = 3, jeudis = 4, vendredis = 5,
    samedis = 6, dimanches = 7 },
  UNIT = { minute = "TM", heure = "TH", jour = "D", semaine = "W", an = "Y",
    ["année"] = "Y", ["décennie"] = "10Y", ["journée"] = "D" },
  UNITS = { secondes = "TS", minutes = "TM", heures = "TH", jours = "D",
    semaines = "W", mois = "M", ans = "Y", ["années"] = "Y",
    ["décennies"] = "10Y", ["siècles"] = "100Y" },
  CENTURY = { ["siècle"] = "100Y" },
  QUARTER = { trimestre = "3M" },
  WEEKEND = { ["week-end"] = true, weekend = true },
  PART = { matin = "MO", ["après-midi"] = "AF", soir = "EV", ["soirée"] = "EV" },
  NIGHT = { nuit = "NI" },
  NOON = { midi = 12, minuit = 0 },
  DEICTIC = { ["aujourd'hui"] = 0, hier = -1, demain = 1, ["avant-hier"] = -2,
    ["après-demain"] = 2 },
  NOW = { maintenant = "PRESENT_REF", actuellement = "PRESENT_REF",
    ["récemment"] = "PAST_REF" },
  SHIFTAFTER = { dernier = -1, ["dernière"] = -1, ["passé"] = -1,
    ["passée"] = -1, prochain = 1, prochaine = 1 },
  LAST = { derniers = -1, ["dernières"] = -1 },
  NEXT = { prochains = 1, prochaines = 1 },
  THIS = { ce = 0, cette = 0, cet = 0 },
  AGOFIRST = { ["il y a"] = true },
  INFIRST = { dans = 1 },
  LATER = { ["plus tard"] = 1, ["après"] = 1 },
  EARLIER = { ["plus tôt"] = -1, auparavant = -1 },
  EARLY = { ["début"] = "START", fin = "END", ["mi"] = "MID" },
  SEASON = { printemps = "SP", automne = "FA", hiver = "WI" },
  VERBSEASON = { ["été"] = "SU" },                   -- "a été" is no summer
  FREQUENCY = { quotidien = "P1D", quotidienne = "P1D",
    quotidiennement = "P1D", hebdomadaire = "P1W", mensuel = "P1M",
    mensuelle = "P1M", annuel = "P1Y", annuelle = "P1Y", trimestriel = "P3M" },
  EVERY = { chaque = true },
  VAGUE = { plusieurs = true, quelques = true },
  THE = { le = true, la = true, les = true, ["l'"] = true },
  OF = { de = true, du = true },
  TO = { ["à"] = true, au = true, ["jusqu'au"] = true },
  IN = { en = true },
  PREP = { depuis = true, vers = true, avant = true },
  FORPREP = { pendant = true, durant = true, pour = true },
  APPROX = { environ = "APPROX", presque = "LESS_THAN",
    ["près de"] = "LESS_THAN", ["plus de"] = "MORE_THAN",
    ["moins de"] = "LESS_THAN", ["au moins"] = "EQUAL_OR_MORE" },
  OCLOCK = { ["h"] = true },
  ZONE = { ["GMT"] = "Z", ["UTC"] = "Z", ["TU"] = "Z", ["heure locale"] = "" },
  ERA = { ["av. J.-C."] = -1, ["avant J.-C."] = -1, ["apr. J.-C."] = 1 },
  HOLIDAY = { ["noël"] = { 12, 25 }, ["nouvel an"] = { 1, 1 },
    ["jour de l'an"] = { 1, 1 }, ["saint-sylvestre"] = { 12, 31 },
    ["pâques"] = { easter = 0 }, ["toussaint"] = { 11, 1 },
    ["vendredi saint"] = { easter = -2 } },
}
for class, list in pairs(numbers.numbers) do
  words.classes[class] = words.classes[class] or list
end
-- "The XIXth century", in Roman numerals.
local ROMAN = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X",
  "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX", "XXI" }
words.classes.ORD = {}
for word, value in pairs(numbers.numbers.ORD) do words.classes.ORD[word] = value end
for value, roman in ipairs(ROMAN) do
  for _, ending in ipairs { "e", "ème" } do
    words.classes.ORD[roman .. ending] = value
  end
end

words.triggers = { "MONTH", "WORDMONTH", "WDAY", "WDAYS", "UNIT", "UNITS",
  "CENTURY", "QUARTER", "WEEKEND", "PART", "NIGHT", "NOON", "DEICTIC", "NOW",
  "SEASON", "VERBSEASON", "FREQUENCY", "ERA", "HOLIDAY" }
words.tense = {
  ahead = { "jusqu" }, behind = { "depuis" },
  future = { "sera", "seront", "aura", "auront", "devrait", "devraient", "va",
    "vont", "doit", "doivent", "prévu", "prévue", "prévus", "pourrait",
    "rencontrera", "aller" },
  -- Ends of the future: rencontrera, commenceront.
  future_test = [=[[folded=/\p{L}{2,}[eidtvr]r(?:a|ont)/]]=],
  past = { "a", "ont", "était", "étaient", "avait", "avaient", "été", "fut",
    "furent", "est", "sont", "dit", "annoncé", "déclaré" },
}
words.before_year = { en = true, depuis = true, de = true, ["à"] = true,
  ["jusqu"] = true, fin = true, ["début"] = true, mi = true, et = true,
  vers = true, avant = true, ["après"] = true, ["année"] = true, du = true }
words.sure_before_year = { depuis = true, fin = true, ["début"] = true,
  ["année"] = true, en = true }
words.before_month = { en = true, fin = true, ["début"] = true, de = true }
words.no_year = { page = true, no = true, ["numéro"] = true, vol = true,
  chambre = true, ["environ"] = true, ["près"] = true, presque = true,
  quelque = true }
words.no_year_after = { personnes = true, euros = true, dollars = true,
  millions = true, hommes = true, femmes = true, soldats = true,
  emplois = true, postes = true, tonnes = true, points = true,
  habitants = true, ["mètres"] = true, ["kilomètres"] = true, ans = true,
  voix = true, morts = true, ["employés"] = true, ["salariés"] = true }
-- "Jeudi prochain", said on a Wednesday, is not tomorrow.
words.not_tomorrow = { prochain = true }
-- Before what is to come: "jusqu'à vendredi".
words["until"] = { "jusqu'à ", "jusqu’à ", "jusqu'au ", "jusqu’au " }
-- Ends of words that are many: "1250 logements" is no year.
words.plurals = { "s" }
words.ages, words.comparing = {}, {}
words.before_clock = { ["à"] = true, vers = true, avant = true, de = true,
  ["après"] = true, ["dès"] = true }
words.before_the, words.not_after_the = {}, {}

return words
