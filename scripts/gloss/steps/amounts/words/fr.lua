--- Number words of French, and the words around amounts.
local words = {}

words.numbers = {
  CARD = { ["zéro"] = 0, deux = 2, trois = 3, quatre = 4, cinq = 5, six = 6,
    sept = 7, huit = 8, neuf = 9, dix = 10, onze = 11, douze = 12,
    treize = 13, quatorze = 14, quinze = 15, seize = 16, ["dix-sept"] = 17,
    ["dix-huit"] = 18, ["dix-neuf"] = 19, ["vingt et un"] = 21,
    ["trente et un"] = 31, ["soixante-dix"] = 70, ["soixante et onze"] = 71,
    ["quatre-vingts"] = 80, ["quatre-vingt"] = 80, ["quatre-vingt-dix"] = 90,
    ["soixante-quinze"] = 75, ["quatre-vingt-quinze"] = 95 },
  TENS = { vingt = 20, trente = 30, quarante = 40, cinquante = 50,
    soixante = 60, septante = 70, huitante = 80, nonante = 90 },
  HUNDRED = { cent = 100, cents = 100 },
  SCALE = { mille = 1000, million = 1e6, millions = 1e6, milliard = 1e9,
    milliards = 1e9, ["M"] = 1e6, ["Md"] = 1e9, ["Mds"] = 1e9 },
  DOZEN = { douzaine = 12 },
  HALF = { demi = 0.5, demie = 0.5 },
  FRACTIONS = { tiers = 3, quarts = 4, ["cinquièmes"] = 5, ["dixièmes"] = 10 },
  ORD = { premier = 1, ["première"] = 1, premiers = 1, ["premières"] = 1,
    ["deuxième"] = 2, second = 2, ["troisième"] = 3,
    ["quatrième"] = 4, ["cinquième"] = 5, ["sixième"] = 6, ["septième"] = 7,
    ["huitième"] = 8, ["neuvième"] = 9, ["dixième"] = 10 },
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { un = 1, une = 1 },
  ANDWORD = { et = true },
}

words.digits = { decimal_comma = true, thin_space = true, hour_mark = "heures?",
                 ordinals = { "er", "re", "ère", "e", "ème", "es" },
                 glued = { CODE = true, SIGN = true } }

words.classes = {
  PERCENT = { ["pour cent"] = true },
  POINTS = { ["points de pourcentage"] = "percentage point" },
  MONEY = { euro = "EUR", euros = "EUR", ["d'euros"] = "EUR", dollar = "USD",
    dollars = "USD", ["de dollars"] = "USD", ["dollars américains"] = "USD",
    ["dollars canadiens"] = "CAD", ["livres sterling"] = "GBP",
    ["francs suisses"] = "CHF", francs = false, yens = "JPY", yuans = "CNY",
    roubles = "RUB", ["de roubles"] = "RUB",
    ["de yuans"] = "CNY", ["de yens"] = "JPY", pesos = false,
    roupies = false, dinars = false },
  CENTS = { centimes = "cent", centime = "cent" },
  MEASURE = { ["mètre"] = "m", ["mètres"] = "m", ["kilomètre"] = "km",
    ["kilomètres"] = "km", ["centimètres"] = "cm", ["millimètres"] = "mm",
    ["mètres carrés"] = "m²", ["kilomètres carrés"] = "km²", hectare = "ha",
    hectares = "ha", gramme = "g", grammes = "g", kilo = "kg", kilos = "kg",
    kilogrammes = "kg", tonne = "t", tonnes = "t", litre = "l",
    litres = "l", ["degrés"] = "°", barils = "bbl", points = "point",
    ["mégawatts"] = "MW", ["de tonnes"] = "t", ["de barils"] = "bbl" },
  APPROX = { environ = true, ["à peu près"] = true, quelque = true,
    ["autour de"] = true },
  NEARLY = { presque = true, ["près de"] = true },
  OVER = { ["plus de"] = true, ["au moins"] = true },
  UNDER = { ["moins de"] = true, ["jusqu'à"] = true, ["au plus"] = true },
  MINUS = { moins = true },
  BETWEEN = { entre = true },
  FROM = { de = true },
  TO = { ["à"] = true },
  OR = { ou = true },
  IN = { sur = true },
  QUARTER = { quart = 4 },
}
words.triggers = { "CARD", "TENS", "HUNDRED", "SCALE", "ORD", "FRACTIONS",
  "FRACMARK", "QUARTER", "SIGN", "CODE", "MONEY" }
words.no_count = { page = true, p = true, no = true, n = true, vol = true,
  ["numéro"] = true, article = true, chapitre = true, section = true,
  version = true, ligne = true, chambre = true, salle = true, porte = true,
  quai = true, route = true, ["chaîne"] = true, tome = true, lot = true }
words.plain = {}
for word in ([[ à au aussi aux avec car ce ces cet cette comme contre dans de des
  depuis deux du elle elles en encore entre environ et il ils je la le les leur
  leurs lors mais moins ne nous on ou où par pas pendant plus pour près quand que
  quelque qui sa sans se selon ses son sont sous sur tous tout un une vers vous
  était étaient a ont est ]]):gmatch "%S+" do
  words.plain[word] = true
end
words.one_after, words.one_before, words.no_half = {}, {}, {}
words.no_ordinal, words.pronouns = {}, {}
words.before_ordinal = {}

return words
