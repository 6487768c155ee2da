--- Number words of German, and the words around amounts.
local words = {}

local function set(list)
  local members = {}
  for word in list:gmatch "%S+" do members[word] = true end
  return members
end

-- Numbers: words of up to 999 and of round thousands are one word each --------

local UNITS = { "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben",
  "acht", "neun" }
local TENS = { "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig",
  "siebzig", "achtzig", "neunzig" }
local SMALL = { null = 0, eins = 1, zwei = 2, drei = 3, vier = 4,
  ["fünf"] = 5, sechs = 6, sieben = 7, acht = 8, neun = 9, zehn = 10, elf = 11,
  ["zwölf"] = 12, dreizehn = 13, vierzehn = 14, ["fünfzehn"] = 15,
  sechzehn = 16, siebzehn = 17, achtzehn = 18, neunzehn = 19 }
local ORDINALS = { erste = 1, zweite = 2, dritte = 3, vierte = 4,
  ["fünfte"] = 5, sechste = 6, siebte = 7, siebente = 7, achte = 8,
  neunte = 9, zehnte = 10, elfte = 11, ["zwölfte"] = 12, hundertste = 100,
  tausendste = 1000 }

local function cardinals()
  local list = {}
  for word, value in pairs(SMALL) do list[word] = value end
  for t = 2, 9 do
    list[TENS[t]] = 10 * t
    for u, unit in ipairs(UNITS) do          -- einundzwanzig
      list[unit .. "und" .. TENS[t]] = 10 * t + u
    end
  end
  return list
end

-- Zweihundertfünfzig, hundertzwanzig; zweitausend, zweitausendfünfhundert.
local function with_hundreds(below)
  local list = {}
  for word, value in pairs(below) do
    list[word] = value
    if value > 0 then list["hundert" .. word] = 100 + value end
    for u, unit in ipairs(UNITS) do
      if value > 0 then list[unit .. "hundert" .. word] = 100 * u + value end
    end
    if value > 1 then list[word .. "tausend"] = 1000 * value end
    for u = 1, value > 1 and value < 20 and 9 or 0 do
      list[word .. "tausend" .. UNITS[u] .. "hundert"] = 1000 * value + 100 * u
    end
  end
  for u, unit in ipairs(UNITS) do
    list[unit .. "hundert"] = 100 * u
    list[unit .. "hunderttausend"] = 1e5 * u
  end
  list.eintausend, list.hunderttausend = 1000, 100000
  return list
end

-- Anderthalb, fünfeinhalb.
local function add_halves(list)
  for word, value in pairs(SMALL) do
    if value >= 2 and value <= 12 then list[word .. "einhalb"] = value + 0.5 end
  end
  list.anderthalb, list.eineinhalb, list.einundeinhalb = 1.5, 1.5, 1.5
  return list
end

-- Erste, zwanzigste, einundzwanzigste; with all endings.
local function ordinals(below)
  local list = {}
  for word, value in pairs(below) do
    if value > 12 then list[word .. (value < 20 and "te" or "ste")] = value end
  end
  for word, value in pairs(ORDINALS) do list[word] = value end
  local all = {}
  for word, value in pairs(list) do
    for _, ending in ipairs { "", "n", "r", "s", "m" } do
      all[word .. ending] = value
    end
  end
  return all
end

words.numbers = {
  CARD = add_halves(with_hundreds(cardinals())),
  HUNDREDS = { hundert = 100 },
  THOUSAND = { tausend = 1000 },
  SCALE = { million = 1e6, millionen = 1e6, milliarde = 1e9,
    milliarden = 1e9, billion = 1e12, billionen = 1e12, ["Mio."] = 1e6,
    ["Mio"] = 1e6, ["Mill."] = 1e6, ["Mrd."] = 1e9, ["Mrd"] = 1e9,
    ["Tsd."] = 1000, ["Tsd"] = 1000 },
  DOZEN = { dutzend = 12 },
  HALF = { halb = 0.5, halbe = 0.5, halben = 0.5, halber = 0.5, halbes = 0.5 },
  HALFNOUN = { ["die hälfte"] = 0.5, ["der hälfte"] = 0.5, ["hälfte"] = 0.5 },
  FRACTIONS = { drittel = 3, dritteln = 3, drittels = 3, viertel = 4,
    vierteln = 4, ["fünftel"] = 5, ["fünfteln"] = 5, sechstel = 6,
    siebtel = 7, achtel = 8, neuntel = 9, zehntel = 10, zwanzigstel = 20,
    hundertstel = 100 },
  ORD = ordinals(cardinals()),
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { ein = 1, eine = 1, einen = 1, einem = 1, einer = 1, eines = 1 },
  ANDWORD = { und = true },
}

words.digits = { decimal_comma = true, ordinals = { "." },
                 decades = { "ern", "er" }, hours = { "Uhr", "uhr" },
                 glued = { CODE = true, SIGN = true } }

-- Names of money; behind the name of a people that country's.
local MONEY = { euro = "EUR", euros = "EUR", dollar = "USD",
  ["us-dollar"] = "USD", franken = "CHF", ["pfund sterling"] = "GBP",
  yen = "JPY", yuan = "CNY", renminbi = "CNY", rubel = "RUB", rupien = false,
  rupie = false, zloty = "PLN", kronen = false, krone = false, peso = false,
  pesos = false, lira = false, dinar = false, rand = "ZAR", real = "BRL",
  forint = "HUF", hrywnja = "UAH", schekel = "ILS", ["d-mark"] = "DEM",
  mark = "DEM", ["deutsche mark"] = "DEM", gulden = false,
  bitcoin = "BTC", bitcoins = "BTC" }
local OF_A_PEOPLE = {
  franken = { schweizer = "CHF" }, pfund = { britische = "GBP",
    ["ägyptische"] = "EGP", britischen = "GBP" },
  dollar = { kanadische = "CAD", australische = "AUD", amerikanische = "USD" },
  kronen = { schwedische = "SEK", ["dänische"] = "DKK", norwegische = "NOK",
    tschechische = "CZK" },
  lira = { ["türkische"] = "TRY" }, rupien = { indische = "INR",
    pakistanische = "PKR" },
  pesos = { mexikanische = "MXN", argentinische = "ARS" },
  rubel = { russische = "RUB" }, yuan = { chinesische = "CNY" },
  yen = { japanische = "JPY" }, rand = { ["südafrikanische"] = "ZAR" },
}
for name, peoples in pairs(OF_A_PEOPLE) do
  for people, code in pairs(peoples) do
    MONEY[people .. " " .. name] = code
    MONEY[people:gsub("e$", "en") .. " " .. name] = code
  end
end

words.classes = {
  PERCENT = { prozent = true, ["v.h."] = true },
  PC = { prozentige = true, prozentigen = true, prozentiger = true,
    prozentiges = true, prozentigem = true },
  POINTS = { prozentpunkt = "percentage point",
    prozentpunkte = "percentage point", prozentpunkten = "percentage point",
    basispunkt = "basis point", basispunkte = "basis point",
    basispunkten = "basis point" },
  MONEY = MONEY,
  CENTS = { cent = "cent", rappen = "cent", pence = "penny" },
  POUNDS = { pfund = true },
  MEASURE = { meter = "m", metern = "m", kilometer = "km", kilometern = "km",
    zentimeter = "cm", zentimetern = "cm", millimeter = "mm",
    millimetern = "mm", meile = "mi", meilen = "mi", hektar = "ha",
    quadratmeter = "m²", quadratmetern = "m²", quadratkilometer = "km²",
    quadratkilometern = "km²", kubikmeter = "m³", kubikmetern = "m³",
    gramm = "g", kilogramm = "kg", kilo = "kg", milligramm = "mg",
    tonne = "t", tonnen = "t", liter = "l", litern = "l", grad = "°",
    ["grad celsius"] = "°C", ["grad fahrenheit"] = "°F", watt = "W",
    kilowatt = "kW", megawatt = "MW", gigawatt = "GW",
    kilowattstunde = "kWh", kilowattstunden = "kWh",
    megawattstunden = "MWh", terawattstunden = "TWh", punkte = "point",
    punkten = "point", stundenkilometer = "km/h", stundenkilometern = "km/h",
    fass = "bbl", barrel = "bbl", zoll = "in" },
  APPROX = { etwa = true, rund = true, ["ungefähr"] = true, ca = true,
    ["ca."] = true, circa = true, zirka = true, ["schätzungsweise"] = true,
    ["um die"] = true, ["an die"] = true },
  NEARLY = { fast = true, knapp = true, beinahe = true, nahezu = true,
    ["annähernd"] = true },
  OVER = { ["mehr als"] = true, ["über"] = true, mindestens = true,
    wenigstens = true, ["gut"] = true, ["nicht weniger als"] = true },
  UNDER = { ["weniger als"] = true, ["bis zu"] = true, ["höchstens"] = true,
    maximal = true, unter = true, ["nicht mehr als"] = true },
  EACH = { jeder = true, jede = true, jedes = true, jeden = true,
    jedem = true },
  MINUS = { minus = true },
  BETWEEN = { zwischen = true },
  FROM = { von = true },
  TO = { bis = true },
  OR = { oder = true },
  IN = { aus = true },
}
words.triggers = { "CARD", "TENS", "HUNDREDS", "THOUSAND", "SCALE", "DOZEN",
  "HALFNOUN", "ORD", "FRACTIONS", "FRACMARK", "SIGN", "CODE", "MONEY" }
words.of = set "von der des"
-- "Plus oder minus 5" is not minus five.
words.plus_or = { "plus oder", "plus/", "plus-" }
-- "Drei von fünf" is a part.
words.from_is_of = true
words.no_count = set [[ seite s nr nummer zimmer flug artikel kapitel absatz
  version band tabelle linie punkt paragraf paragraph gleis raum platz kanal
  abs art ziffer halle saal tor typ modell kategorie klasse stufe phase gruppe
  staffel folge haus etage bundesstraße autobahn zug bus postfach hausnummer ]]
words.no_count_many = set "seiten nummern artikel absätze gleise räume zimmer"
words.joints = set "und oder bis"
-- What has numbers for names. Nouns are capitals here, so that a capital before
-- a number tells little.
words.versions = set [[ boeing airbus embraer cessna tupolew iljuschin suchoi
  windows android ios python formel apollo rtl kanal sender agenda bayern
  hannover schalke mainz covid hartz iphone galaxy version playstation dax
  mdax nikkei stoxx ]]
words.phones = set "tel telefon fax telefax hotline rufnummer mobil"
words.before_temperature = set [[ bei auf von um bis über unter zu mit minus
  plus und etwa rund fast ]]
words.scores = {
  nouns = set "sieg niederlage unentschieden erfolg führung rückstand",
  verbs = set [[ gewann gewonnen siegte besiegte verlor verloren unterlag führte
    führt traf spielte spielten endete schlug ]],
  joints = set "in im am gegen bei vor nach zu auf durch und",
}
words.pounds = {
  costs = set [[ kosten kostet kostete zahlte zahlen zahlt bezahlte preis wert
    strafe umsatz gewinn verlust kurs ]],
  costs_after = set "pro je", weighs = set "wiegt wog gewicht schwer",
  weighs_after = set "schwer leichter schwerer mehl butter fleisch",
}
words.plain = set [[ am an auch auf aus bei bis da das dass dem den der des die
  doch dort ein eine einen einem einer er es etwa fast für gut hat haben ich im
  in ist ihr ihre insgesamt knapp mehr mit mindestens nach noch nur ob oder rund
  seit sich sie sind so über um und unter vom von vor war waren was weil wenn
  wer wie wir wird wurden zu zum zur zwischen allein alle nur bereits bislang
  weitere ]]
words.capital_nouns = true
words.one_after, words.one_before, words.no_half = {}, {}, {}
words.no_ordinal, words.pronouns = {}, {}
--- Before "5.", so that it is an ordinal.
words.before_ordinal = set [[ der die das dem den am im zum vom des seinen ihren
  seinem ihrem seine ihre ]]

return words
