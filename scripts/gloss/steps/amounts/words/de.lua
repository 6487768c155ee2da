--- Number words of German, and the words around amounts.
local words = {}

local UNITS = { "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht",
                "neun" }
local TENS = { "zehn", "zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig",
               "siebzig", "achtzig", "neunzig" }

words.numbers = {
  CARD = { null = 0, eins = 1, zwei = 2, drei = 3, vier = 4, ["fünf"] = 5,
    sechs = 6, sieben = 7, acht = 8, neun = 9, zehn = 10, elf = 11,
    ["zwölf"] = 12, dreizehn = 13, vierzehn = 14, ["fünfzehn"] = 15,
    sechzehn = 16, siebzehn = 17, achtzehn = 18, neunzehn = 19 },
  TENS = {},
  HUNDRED = { hundert = 100 },
  SCALE = { tausend = 1000, million = 1e6, millionen = 1e6, milliarde = 1e9,
    milliarden = 1e9, billion = 1e12, billionen = 1e12, ["Mio."] = 1e6,
    ["Mio"] = 1e6, ["Mrd."] = 1e9, ["Mrd"] = 1e9 },
  DOZEN = { dutzend = 12 },
  HALF = { halb = 0.5, halbe = 0.5, halben = 0.5, halber = 0.5, halbes = 0.5 },
  FRACTIONS = { drittel = 3, viertel = 4, ["fünftel"] = 5, zehntel = 10 },
  ORD = { erste = 1, zweite = 2, dritte = 3, vierte = 4, ["fünfte"] = 5,
    sechste = 6, siebte = 7, achte = 8, neunte = 9, zehnte = 10, elfte = 11,
    ["zwölfte"] = 12 },
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { ein = 1, eine = 1, einen = 1, einem = 1, einer = 1, eines = 1 },
  ANDWORD = { und = true },
}

for t, ten in ipairs(TENS) do
  if t > 1 then words.numbers.TENS[ten] = 10 * t end
  for u, unit in ipairs(UNITS) do            -- einundzwanzig
    if t > 1 then words.numbers.CARD[unit .. "und" .. ten] = 10 * t + u end
  end
end
for u, unit in ipairs(UNITS) do              -- zweihundert, zweitausend
  words.numbers.CARD[unit .. "hundert"] = 100 * u
  words.numbers.CARD[unit .. "tausend"] = 1000 * u
end
local HALVES = { anderthalb = 1.5, eineinhalb = 1.5, einundeinhalb = 1.5 }
for word, value in pairs(words.numbers.CARD) do        -- fünfeinhalb
  if value >= 2 and value <= 12 then HALVES[word .. "einhalb"] = value + 0.5 end
end
for word, value in pairs(HALVES) do words.numbers.CARD[word] = value end
words.numbers.CARD["zehntausend"] = 10000
words.numbers.CARD["hunderttausend"] = 100000
local plain = {}
for word, value in pairs(words.numbers.ORD) do plain[word] = value end
for word, value in pairs(plain) do
  for _, ending in ipairs { "n", "r", "s", "m" } do
    words.numbers.ORD[word .. ending] = value
  end
end

words.digits = { decimal_comma = true, ordinals = { "." },
                 decades = { "ern?" }, hour_mark = "[Uu]hr",
                 glued = { CODE = true, SIGN = true } }

words.classes = {
  PERCENT = { prozent = true },
  POINTS = { prozentpunkte = "percentage point",
    prozentpunkten = "percentage point", basispunkte = "basis point" },
  MONEY = { euro = "EUR", euros = "EUR", dollar = "USD", ["us-dollar"] = "USD",
    ["schweizer franken"] = "CHF", franken = "CHF", ["britische pfund"] = "GBP",
    ["pfund sterling"] = "GBP", yen = "JPY", yuan = "CNY", rubel = "RUB",
    rupien = false, zloty = "PLN", kronen = false, peso = false,
    pesos = false, lira = false },
  CENTS = { cent = "cent", rappen = "cent" },
  MEASURE = { meter = "m", metern = "m", kilometer = "km", kilometern = "km",
    zentimeter = "cm", millimeter = "mm", meilen = "mi", hektar = "ha",
    quadratmeter = "m²", quadratkilometer = "km²", kubikmeter = "m³",
    gramm = "g", kilogramm = "kg", kilo = "kg", tonne = "t", tonnen = "t",
    liter = "l", litern = "l", grad = "°", ["grad celsius"] = "°C",
    megawatt = "MW", gigawatt = "GW", punkte = "point", punkten = "point",
    ["stundenkilometer"] = "km/h", fass = "bbl" },
  APPROX = { etwa = true, rund = true, ["ungefähr"] = true, ca = true,
    ["ca."] = true, circa = true, zirka = true, ["schätzungsweise"] = true },
  NEARLY = { fast = true, knapp = true, beinahe = true },
  OVER = { ["mehr als"] = true, ["über"] = true, mindestens = true,
    ["gut"] = true },
  UNDER = { ["weniger als"] = true, ["bis zu"] = true, ["höchstens"] = true,
    unter = true },
  MINUS = { minus = true },
  BETWEEN = { zwischen = true },
  FROM = { von = true },
  TO = { bis = true },
  OR = { oder = true },
  IN = { aus = true },
}
words.triggers = { "CARD", "TENS", "HUNDRED", "SCALE", "DOZEN", "ORD",
  "FRACTIONS", "FRACMARK", "SIGN", "CODE", "MONEY" }
words.no_count = { seite = true, s = true, nr = true, nummer = true,
  zimmer = true, flug = true, artikel = true, kapitel = true, absatz = true,
  version = true, band = true, tabelle = true, linie = true, punkt = true,
  paragraf = true, gleis = true, raum = true, platz = true, kanal = true }
words.plain = {}
for word in ([[ am an auch auf aus bei bis da das dass dem den der des die doch
  dort ein eine einen einem einer er es etwa fast für gut hat haben ich im in
  ist ihr ihre insgesamt knapp mehr mit mindestens nach noch nur ob oder rund
  seit sich sie sind so über um und unter vom von vor war waren was weil wenn
  wer wie wir wird wurden zu zum zur zwischen allein alle ]]):gmatch "%S+" do
  words.plain[word] = true
end
-- Nouns are capitals here, so that a capital before a number tells nothing.
words.capital_nouns = true
words.one_after, words.one_before = {}, {}
words.no_half = { erste = true, zweite = true, ersten = true, zweiten = true }
words.no_ordinal, words.pronouns = {}, {}
--- Before "5.", so that it is an ordinal.
words.before_ordinal = { der = true, die = true, das = true, dem = true,
  den = true, am = true, im = true, zum = true, vom = true, des = true,
  seinen = true, ihren = true, seinem = true, ihrem = true }

return words
