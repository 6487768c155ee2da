--- Number words of English, and the words around amounts.
local words = {}

--- Words that make numbers: gloss.steps.amounts.numerals says how.
words.numbers = {
  CARD = { zero = 0, nought = 0, one = 1, two = 2, three = 3, four = 4,
    five = 5, six = 6, seven = 7, eight = 8, nine = 9, ten = 10, eleven = 11,
    twelve = 12, thirteen = 13, fourteen = 14, fifteen = 15, sixteen = 16,
    seventeen = 17, eighteen = 18, nineteen = 19 },
  TENS = { twenty = 20, thirty = 30, forty = 40, fourty = 40, fifty = 50,
    sixty = 60, seventy = 70, eighty = 80, ninety = 90 },
  HUNDRED = { hundred = 100 },
  SCALE = { thousand = 1000, million = 1e6, billion = 1e9, trillion = 1e12,
    thousands = 1000, millions = 1e6, billions = 1e9, trillions = 1e12,
    lakh = 1e5, lakhs = 1e5, crore = 1e7, crores = 1e7, mln = 1e6, bln = 1e9,
    tln = 1e12, bn = 1e9, tn = 1e12, trn = 1e12, mil = 1e6 },
  BIGLETTER = { k = 1000, ["K"] = 1000, ["M"] = 1e6, b = 1e9, ["B"] = 1e9 },
  DOZEN = { dozen = 12, dozens = 12, doz = 12, dozs = 12 },
  HALF = { half = 0.5 },
  FRACTIONS = { halves = 2, thirds = 3, quarters = 4, fourths = 4, fifths = 5,
    sixths = 6, sevenths = 7, eighths = 8, ninths = 9, tenths = 10,
    twelfths = 12, twentieths = 20, hundredths = 100, thousandths = 1000,
    millionths = 1e6, billionths = 1e9, trillionths = 1e12 },
  ORD = { first = 1, third = 3, fourth = 4, fifth = 5, sixth = 6, seventh = 7,
    eighth = 8, ninth = 9, tenth = 10, eleventh = 11, twelfth = 12,
    thirteenth = 13, fourteenth = 14, fifteenth = 15, sixteenth = 16,
    seventeenth = 17, eighteenth = 18, nineteenth = 19, twentieth = 20,
    thirtieth = 30, fortieth = 40, fiftieth = 50, sixtieth = 60,
    seventieth = 70, eightieth = 80, ninetieth = 90, hundredth = 100,
    thousandth = 1000, millionth = 1e6, billionth = 1e9, trillionth = 1e12 },
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4, ["⅕"] = 1 / 5, ["⅖"] = 2 / 5, ["⅗"] = 3 / 5, ["⅘"] = 4 / 5,
    ["⅙"] = 1 / 6, ["⅚"] = 5 / 6, ["⅛"] = 1 / 8, ["⅜"] = 3 / 8, ["⅝"] = 5 / 8,
    ["⅞"] = 7 / 8 },
  A = { a = 1, an = 1 },
  ANDWORD = { ["and"] = true },
  POINT = { point = "point" },
}

--- How numbers in digits are written.
words.digits = { ordinals = { "st", "nd", "rd", "th" },
                 glued = { CODE = true, SIGN = true } }

--- Words around amounts.
words.classes = {
  PERCENT = { percent = true, ["per cent"] = true, pct = true,
    percentage = true },
  POINTS = { ["percentage points"] = "percentage point",
    ["percentage point"] = "percentage point", ["percent points"] =
    "percentage point", ["basis points"] = "basis point",
    ["basis point"] = "basis point" },
  -- Names of money; false where several countries have it.
  MONEY = { dollar = "USD", dollars = "USD", ["us dollars"] = "USD",
    ["us dollar"] = "USD", ["u.s. dollars"] = "USD", ["u.s. dollar"] = "USD",
    ["american dollars"] = "USD", ["australian dollars"] = "AUD",
    ["canadian dollars"] = "CAD", ["hong kong dollars"] = "HKD",
    ["new zealand dollars"] = "NZD", ["singapore dollars"] = "SGD",
    bucks = "USD", buck = "USD", euro = "EUR", euros = "EUR", yen = "JPY",
    yuan = "CNY", renminbi = "CNY", rmb = "CNY", ruble = "RUB", rubles = "RUB",
    rouble = "RUB", roubles = "RUB", rupee = false, rupees = false,
    ["indian rupees"] = "INR", ["pakistani rupees"] = "PKR", peso = false,
    pesos = false, ["mexican pesos"] = "MXN", franc = false, francs = false,
    ["swiss francs"] = "CHF", ["pounds sterling"] = "GBP",
    ["pound sterling"] = "GBP", ["british pounds"] = "GBP",
    ["egyptian pounds"] = "EGP", ["lebanese pounds"] = "LBP",
    krona = false, kronor = "SEK", ["swedish kronor"] = "SEK",
    kroner = false, ["danish kroner"] = "DKK", ["norwegian kroner"] = "NOK",
    krone = false, ["south korean won"] = "KRW", ["korean won"] = "KRW",
    lira = false, liras = false, ["turkish lira"] = "TRY",
    ["turkish liras"] = "TRY", dinar = false, dinars = false,
    ["kuwaiti dinars"] = "KWD", riyal = false, riyals = false, rial = false,
    rials = false, ["saudi riyals"] = "SAR", shekel = "ILS", shekels = "ILS",
    zloty = "PLN", zlotys = "PLN", rand = "ZAR", baht = "THB",
    ringgit = "MYR", ringgits = "MYR", hryvnia = "UAH", hryvnias = "UAH",
    naira = "NGN", reais = "BRL", forint = "HUF", forints = "HUF",
    rupiah = "IDR", dirham = false, dirhams = false, tenge = "KZT",
    tugrik = "MNT", tugriks = "MNT", ["finnish markka"] = "FIM",
    ["deutsche marks"] = "DEM", koruna = false, bitcoin = "BTC",
    bitcoins = "BTC" },
  CENTS = { cent = "cent", cents = "cent", pence = "penny", pennies = "penny",
    penny = "penny", kopecks = "kopeck", kopeks = "kopeck" },
  -- Weight or money: told by what is around.
  POUNDS = { pound = true, pounds = true },
  MEASURE = { metre = "m", metres = "m", meter = "m", meters = "m",
    kilometre = "km", kilometres = "km", kilometer = "km", kilometers = "km",
    centimetre = "cm", centimetres = "cm", centimeter = "cm",
    centimeters = "cm", millimetres = "mm", millimeters = "mm", mile = "mi",
    miles = "mi", yard = "yd", yards = "yd", foot = "ft", feet = "ft",
    inch = "in", inches = "in", acre = "acre", acres = "acre",
    hectare = "ha", hectares = "ha", ["square metres"] = "m²",
    ["square meters"] = "m²", ["square kilometres"] = "km²",
    ["square kilometers"] = "km²", ["square miles"] = "mi²",
    ["square mile"] = "mi²", ["square feet"] = "ft²",
    ["square foot"] = "ft²", ["cubic metres"] = "m³",
    ["cubic meters"] = "m³", ["cubic feet"] = "ft³", ["nautical miles"] = "nmi",
    gram = "g", grams = "g", kilo = "kg", kilos = "kg", kilogram = "kg",
    kilograms = "kg", tonne = "t", tonnes = "t", ton = "ton", tons = "ton",
    ["metric tons"] = "t", ["metric ton"] = "t", ounce = "oz", ounces = "oz",
    litre = "l", litres = "l", liter = "l", liters = "l", gallon = "gal",
    gallons = "gal", barrel = "bbl", barrels = "bbl", degree = "degree",
    degrees = "degree", ["degrees celsius"] = "°C", ["degrees fahrenheit"] = "°F",
    celsius = "°C", fahrenheit = "°F", megawatt = "MW", megawatts = "MW",
    gigawatt = "GW", gigawatts = "GW", kilowatt = "kW", kilowatts = "kW",
    watt = "W", watts = "W", volt = "V", volts = "V", megabyte = "MB",
    megabytes = "MB", gigabyte = "GB", gigabytes = "GB", terabytes = "TB",
    ["miles per hour"] = "mph", ["kilometres per hour"] = "km/h",
    ["kilometers per hour"] = "km/h", knot = "kn", knots = "kn",
    points = "point", calories = "cal", hertz = "Hz" },
  APPROX = { about = true, around = true, approximately = true,
    roughly = true, some = true, circa = true, ["an estimated"] = true,
    ["~"] = true },
  NEAR = { ["close to"] = true, ["something like"] = true,
    ["in the region of"] = true },
  NEARLY = { nearly = true, almost = true, ["just under"] = true },
  OVER = { ["more than"] = true, over = true, ["at least"] = true,
    above = true, ["upwards of"] = true, ["no less than"] = true,
    ["no fewer than"] = true, ["in excess of"] = true, exceeding = true,
    ["a minimum of"] = true, ["just over"] = true },
  UNDER = { ["less than"] = true, ["fewer than"] = true, under = true,
    below = true, ["up to"] = true, ["as much as"] = true,
    ["as many as"] = true, ["at most"] = true, ["no more than"] = true,
    ["a maximum of"] = true },
  MINUS = { minus = true, negative = true },
  BETWEEN = { between = true },
  FROM = { from = true },
  TO = { to = true },
  OR = { ["or"] = true },
  IN = { ["in"] = true, ["out of"] = true },
  QUARTER = { quarter = 4 },
  OF = { of = true },
  SECOND = { second = 2 },
  LETTER = { m = 1e6 },
}

words.triggers = { "CARD", "TENS", "HUNDRED", "SCALE", "DOZEN", "HALF", "ORD",
  "SECOND", "FRACTIONS", "FRACMARK", "QUARTER", "SIGN", "CODE",
  "MONEY" }

words.streets = { street = true, st = true, avenue = true, ave = true,
  road = true, rd = true, boulevard = true, blvd = true, lane = true,
  drive = true, square = true, place = true, way = true, court = true,
  terrace = true, highway = true, parkway = true, plaza = true }
--- Before a number that is then a name's or a place in a list.
words.no_count = { page = true, p = true, pp = true, no = true, nos = true,
  number = true, nr = true, room = true, flight = true, route = true,
  highway = true, channel = true, article = true, section = true,
  chapter = true, paragraph = true, line = true, version = true, vol = true,
  volume = true, figure = true, fig = true, table = true, bus = true,
  appendix = true, resolution = true, act = true, grade = true, level = true,
  phase = true, type = true, model = true, series = true, season = true,
  episode = true, option = true, step = true, exit = true, gate = true,
  platform = true, track = true, area = true, zone = true, league = true,
  division = true, formula = true, group = true, day = true, week = true }
--- Capitals before a number that are no names.
words.plain = {}
for word in ([[ a about above after all almost also an and another any are
  around as at because before between both but by can could despite did do does
  during each even every exactly for from had has have he her his how i if in
  into is it its just last least less like many may more most my nearly next no
  nor not now of on one only or our out over per roughly said says she since so
  some still such than that the their them then there these they this those
  through to under until up us was we were what when where which while who why
  will with would you your yet however according approximately meanwhile only
  total sold killed only including plus minus aged january february march april
  may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday ]]):gmatch "%a+" do
  words.plain[word] = true
end
--- "one" as a pronoun: after these, and before these.
words.one_after = { the = true, this = true, that = true, which = true,
  each = true, every = true, no = true, any = true, another = true,
  other = true, new = true, next = true, last = true, first = true,
  old = true, big = true, good = true, only = true, some = true, such = true,
  right = true, wrong = true, same = true, my = true, his = true, her = true,
  their = true, our = true, your = true, current = true, previous = true,
  latest = true, everyone = true, a = true, loved = true, little = true,
  young = true, second = true, third = true, number = true,
  s = true, t = true }
words.one_before = { who = true, that = true, which = true, can = true,
  should = true, is = true, was = true, has = true, had = true, must = true,
  would = true, could = true, another = true, might = true, may = true,
  of = true, side = true, thing = true, way = true, will = true,
  does = true, wants = true, ["and"] = true, day = true, on = true,
  by = true, at = true, to = true, s = true }
--- Words before "half" that make it a part of a match or a year.
words.no_half = { first = true, second = true, other = true, the = true,
  latter = true, better = true, one = true, final = true }
--- After an ordinal that begins a sentence and counts nothing.
words.pronouns = { he = true, she = true, they = true, we = true, i = true,
  you = true, it = true, the = true, a = true, there = true, ["let"] = true }
--- Ordinals that open a clause: "at first", "first of all".
words.no_ordinal = { at = true }
--- What shows a price: "at 200 million per aircraft", "at 2 million each"; but
--- not "at 2 million per year".
words.price = { before = "at", per = "per", each = { each = true,
  apiece = true }, not_per = { day = true, week = true, month = true,
  year = true, hour = true, minute = true, second = true, capita = true,
  cent = true, quarter = true } }

return words
