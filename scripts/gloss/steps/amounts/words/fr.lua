--- Number words of French, and the words around amounts.
local words = {}

local function set(list)
  local members = {}
  for word in list:gmatch "%S+" do members[word] = true end
  return members
end

local UNITS = { "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit",
  "neuf" }
local TEENS = { "onze", "douze", "treize", "quatorze", "quinze", "seize",
  "dix-sept", "dix-huit", "dix-neuf" }
local TENS = { vingt = 20, trente = 30, quarante = 40, cinquante = 50,
  soixante = 60, septante = 70, huitante = 80, octante = 80, nonante = 90 }
local ORDINALS = { premier = 1, ["première"] = 1, premiers = 1,
  ["premières"] = 1, second = 2, seconde = 2, ["cinquième"] = 5,
  ["neuvième"] = 9 }

-- From 2 to 99: vingt et un, soixante et onze, quatre-vingt-dix-neuf.
local function cardinals()
  local list = { ["zéro"] = 0, dix = 10, ["soixante-dix"] = 70,
    ["quatre-vingt"] = 80, ["quatre-vingts"] = 80, ["quatre-vingt-un"] = 81,
    ["quatre-vingt-une"] = 81, ["quatre-vingt-dix"] = 90,
    ["soixante et onze"] = 71, ["soixante-et-onze"] = 71 }
  for u = 2, 9 do
    list[UNITS[u]] = u
    list["quatre-vingt-" .. UNITS[u]] = 80 + u
    for ten, value in pairs(TENS) do
      list[ten .. "-" .. UNITS[u]] = value + u
    end
  end
  for t, teen in ipairs(TEENS) do
    list[teen] = 10 + t
    if t > 1 then list["soixante-" .. teen] = 70 + t end
    list["quatre-vingt-" .. teen] = 90 + t
  end
  for ten, value in pairs(TENS) do
    for _, one in ipairs { "un", "une" } do
      list[ten .. " et " .. one] = value + 1
      list[ten .. "-et-" .. one] = value + 1
    end
  end
  return list
end

-- Deuxième, quatrième, vingtième, vingt et unième.
local function ordinals(below)
  local list = {}
  local function add(word, value)
    if value < 2 or word:find "une?$" or word:find "s$" and value > 9 then
      return
    end
    local stem = word:gsub("e$", "")
    list[stem .. "ième"], list[stem .. "ièmes"] = value, value
  end
  for word, value in pairs(below) do add(word, value) end
  for word, value in pairs(TENS) do add(word, value) end
  add("cent", 100)
  add("mill", 1000)
  for ten, value in pairs(TENS) do                       -- vingt et unième
    list[ten .. " et unième"], list[ten .. "-et-unième"] = value + 1, value + 1
  end
  for word, value in pairs(ORDINALS) do list[word] = value end
  return list
end

words.numbers = {
  CARD = cardinals(),
  TENS = TENS,
  HUNDRED = { cents = 100 },
  HUNDREDS = { cent = 100 },
  THOUSAND = { mille = 1000 },
  SCALE = { million = 1e6, millions = 1e6, milliard = 1e9, milliards = 1e9,
    billion = 1e12, billions = 1e12, ["M"] = 1e6, ["Md"] = 1e9,
    ["Mds"] = 1e9, ["Mrd"] = 1e9 },
  DOZEN = { douzaine = 12, douzaines = 12 },
  -- About so many.
  ROUND = { dizaine = 10, quinzaine = 15, vingtaine = 20, trentaine = 30,
    quarantaine = 40, cinquantaine = 50, soixantaine = 60, centaine = 100,
    millier = 1000 },
  HALF = { demi = 0.5, demie = 0.5 },
  HALFNOUN = { ["la moitié"] = 0.5 },
  FRACTIONS = { tiers = 3, quarts = 4, ["cinquièmes"] = 5, ["sixièmes"] = 6,
    ["huitièmes"] = 8, ["dixièmes"] = 10, ["centièmes"] = 100 },
  ORD = {},
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { un = 1, une = 1 },
  ANDWORD = { et = true },
}
for word, value in pairs(ordinals(words.numbers.CARD)) do
  if not words.numbers.FRACTIONS[word] then words.numbers.ORD[word] = value end
end

words.digits = { decimal_comma = true, thin_space = true, hours = { "heure" },
                 hour_letter = true,
                 ordinals = { "er", "re", "ère", "e", "ème", "es" },
                 glued = { CODE = true, SIGN = true } }

-- Names of money; behind a million with "de" or "d'".
local MONEY = { euro = "EUR", euros = "EUR", ["d'euros"] = "EUR",
  dollar = "USD", ["livres sterling"] = "GBP", ["livre sterling"] = "GBP",
  yens = "JPY", yen = "JPY", yuans = "CNY", yuan = "CNY", roubles = "RUB",
  rouble = "RUB", francs = false, franc = false, pesos = false, peso = false,
  roupies = false, roupie = false, dinars = false, dinar = false,
  dirhams = false, riyals = false, rials = false, couronnes = false,
  shekels = "ILS", zlotys = "PLN", zloty = "PLN",
  rands = "ZAR", reals = "BRL", bitcoins = "BTC", bitcoin = "BTC",
  dollars = "USD" }
local OF_A_PEOPLE = {
  dollars = { ["américains"] = "USD", canadiens = "CAD", australiens = "AUD",
    ["néo-zélandais"] = "NZD", ["de hong kong"] = "HKD" },
  francs = { suisses = "CHF", cfa = "XOF" },
  couronnes = { ["suédoises"] = "SEK", danoises = "DKK",
    ["norvégiennes"] = "NOK", ["tchèques"] = "CZK" },
  livres = { turques = "TRY", ["égyptiennes"] = "EGP", libanaises = "LBP" },
  dinars = { ["algériens"] = "DZD", tunisiens = "TND", ["koweïtiens"] = "KWD",
    irakiens = "IQD" },
  dirhams = { marocains = "MAD" }, roupies = { indiennes = "INR",
    pakistanaises = "PKR" },
  pesos = { mexicains = "MXN", argentins = "ARS" },
}
for name, peoples in pairs(OF_A_PEOPLE) do
  for people, code in pairs(peoples) do MONEY[name .. " " .. people] = code end
end
local many = {}
for name in pairs(MONEY) do
  if name:find "s%f[%s\0]" and not name:find "^d'" then
    many[#many + 1] = name
  end
end
for _, name in ipairs(many) do MONEY["de " .. name] = MONEY[name] end
words.classes = {
  PERCENT = { ["pour cent"] = true, ["p. 100"] = true, ["p.c."] = true },
  POINTS = { ["point de pourcentage"] = "percentage point",
    ["points de pourcentage"] = "percentage point",
    ["point de base"] = "basis point", ["points de base"] = "basis point" },
  MONEY = MONEY,
  CENTS = { centimes = "cent", centime = "cent", pence = "penny" },
  MEASURE = { ["mètre"] = "m", ["mètres"] = "m", ["kilomètre"] = "km",
    ["kilomètres"] = "km", ["centimètre"] = "cm", ["centimètres"] = "cm",
    ["millimètre"] = "mm", ["millimètres"] = "mm", ["mètre carré"] = "m²",
    ["mètres carrés"] = "m²", ["kilomètre carré"] = "km²",
    ["kilomètres carrés"] = "km²", ["mètres cubes"] = "m³",
    ["mètre cube"] = "m³", hectare = "ha", hectares = "ha", gramme = "g",
    grammes = "g", milligrammes = "mg", kilo = "kg", kilos = "kg",
    kilogramme = "kg", kilogrammes = "kg", tonne = "t", tonnes = "t",
    litre = "l", litres = "l", ["degré"] = "°", ["degrés"] = "°",
    ["degrés celsius"] = "°C", ["baril"] = "bbl", barils = "bbl",
    point = "point", points = "point", milles = "mi", pouces = "in",
    ["mégawatts"] = "MW", ["mégawatt"] = "MW", gigawatts = "GW",
    kilowatts = "kW", ["kilowattheures"] = "kWh", ["térawattheures"] = "TWh",
    ["kilomètres-heure"] = "km/h", ["kilomètres par heure"] = "km/h",
    ["de tonnes"] = "t", ["de barils"] = "bbl", ["d'hectares"] = "ha",
    ["de mètres"] = "m", ["de kilomètres"] = "km", ["de litres"] = "l",
    ["de mètres carrés"] = "m²", ["de mètres cubes"] = "m³" },
  APPROX = { environ = true, ["à peu près"] = true, quelque = true,
    ["autour de"] = true, ["aux alentours de"] = true,
    approximativement = true },
  NEARLY = { presque = true, ["près de"] = true, ["près d'"] = true,
    ["pas loin de"] = true },
  OVER = { ["plus de"] = true, ["plus d'"] = true, ["au moins"] = true,
    ["au minimum"] = true },
  UNDER = { ["moins de"] = true, ["moins d'"] = true, ["jusqu'à"] = true,
    ["au plus"] = true, ["au maximum"] = true },
  MINUS = { moins = true },
  BETWEEN = { entre = true },
  FROM = { de = true },
  TO = { ["à"] = true },
  OR = { ou = true },
  IN = { sur = true },
  QUARTER = { quart = 4 },
}
words.triggers = { "CARD", "TENS", "HUNDREDS", "THOUSAND", "SCALE", "DOZEN",
  "ROUND", "HALFNOUN", "ORD", "FRACTIONS", "FRACMARK", "QUARTER", "SIGN", "CODE",
  "MONEY" }
words.of = set "de du des d"
-- "Plus ou moins 5" is about five, not minus five.
words.plus_or = { "plus ou" }
-- "Un sur cinq" is a part.
words.one_is_a = true
-- "Un ouvrier sur quatre", too.
words.one_in = { articles = set "un une", joints = { "sur" } }
words.no_count = set [[ page p pp no n nos vol numéro numéros article articles
  chapitre section version ligne chambre salle porte quai route chaîne canal
  tome lot alinéa paragraphe art vol étage phase groupe catégorie type niveau
  classe saison épisode acte tableau figure annexe place boulevard rue métro
  bus tramway train rn rd dossier résolution loi
  départementale nationale autoroute trisomie matricule cote bp ]]
words.no_count_many = set [[ pages articles chapitres sections lignes chambres
  salles portes paragraphes alinéas numéros ]]
words.joints = set "et ou à"
words.streets_first = set [[ rue avenue boulevard place quai chemin allée impasse
  cours passage route bis ter ]]
words.needs_plural = set "neuf"                    -- or new
words.versions = set "windows android ios python version web playstation"
words.phones = set "tél tel téléphone fax télécopie numéro"
words.before_temperature = set "à de par sous entre et moins plus jusqu"
words.scores = {
  nouns = set "victoire défaite",
  verbs = set [[ gagné gagne battu bat battus perdu perd score mène menait
    s'impose imposé imposés incliné inclinés victoire défaite tirs vote ]],
  joints = set "à au contre face devant en grâce dans et sur après",
}
words.plain = set [[ à au aussi aux avec car ce ces cet cette comme contre dans
  de des depuis deux du elle elles en encore entre environ et il ils je la le les
  leur leurs lors mais moins ne nous on ou où par pas pendant plus pour près
  quand que quelque qui sa sans se selon ses son sont sous sur tous tout un une
  vers vous était étaient a ont est ]]
words.one_after, words.one_before, words.no_half = {}, {}, {}
words.no_ordinal, words.pronouns = {}, {}
-- "Le premier ministre", "la première dame" hold an office.
words.no_ordinal_after = set "ministre ministres dame"
words.before_ordinal = {}

return words
