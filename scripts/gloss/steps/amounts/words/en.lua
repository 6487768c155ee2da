--- Number words of English, and the words around amounts.
local words = {}

--- Words that make numbers: core/match/numerals.h says how.
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
    lakh = 1e5, lakhs = 1e5, lac = 1e5, crore = 1e7, crores = 1e7, cr = 1e7,
    mln = 1e6, mn = 1e6, mil = 1e6, bln = 1e9, bn = 1e9, tln = 1e12,
    trln = 1e12, tn = 1e12, trn = 1e12 },
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
  PC = { pc = true },                                  -- "3.4pc"; no "PC"
  POINTS = { ["percentage points"] = "percentage point",
    ["percentage point"] = "percentage point",
    ["percentage-point"] = "percentage point",
    ["percent points"] = "percentage point",
    ["basis points"] = "basis point", ["basis point"] = "basis point",
    ["basis-point"] = "basis point" },
  MONEY = {},                                            -- filled below
  CENTS = { cent = "cent", cents = "cent", ["¢"] = "cent",
    pence = "penny", pennies = "penny", penny = "penny", kopecks = "kopeck",
    kopeks = "kopeck" },
  PENCE = { p = "penny", c = "cent" },                   -- right behind digits
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
    ["square foot"] = "ft²", ["square-foot"] = "ft²", ["square-mile"] = "mi²",
    ["square metre"] = "m²", ["square meter"] = "m²", ["square-metre"] = "m²",
    ["square-meter"] = "m²", ["square kilometre"] = "km²",
    ["square kilometer"] = "km²", ["square-kilometre"] = "km²",
    ["square-kilometer"] = "km²", ["cubic metres"] = "m³",
    ["cubic meters"] = "m³", ["cubic feet"] = "ft³", ["nautical miles"] = "nmi",
    gram = "g", grams = "g", kilo = "kg", kilos = "kg", kilogram = "kg",
    kilograms = "kg", tonne = "t", tonnes = "t", ton = "ton", tons = "ton",
    ["metric tons"] = "t", ["metric ton"] = "t", ["metric tonnes"] = "t",
    milligram = "mg", milligrams = "mg", microgram = "μg", micrograms = "μg",
    ounce = "oz", ounces = "oz",
    millilitres = "ml", milliliters = "ml", litre = "l", litres = "l",
    liter = "l", liters = "l", gallon = "gal",
    gallons = "gal", barrel = "bbl", barrels = "bbl", degree = "degree",
    degrees = "degree", ["degrees celsius"] = "°C",
    ["degree celsius"] = "°C", ["degrees c"] = "°C",
    ["degrees fahrenheit"] = "°F", ["degree fahrenheit"] = "°F",
    ["degrees f"] = "°F",
    celsius = "°C", fahrenheit = "°F", megawatt = "MW", megawatts = "MW",
    gigawatt = "GW", gigawatts = "GW", kilowatt = "kW", kilowatts = "kW",
    watt = "W", watts = "W", volt = "V", volts = "V", megabyte = "MB",
    megabytes = "MB", gigabyte = "GB", gigabytes = "GB", terabytes = "TB",
    ["miles per hour"] = "mph", ["kilometres per hour"] = "km/h",
    ["kilometers per hour"] = "km/h", knot = "kn", knots = "kn",
    points = "point", calories = "cal", hertz = "Hz",
    ["kilowatt hours"] = "kWh",
    ["kilowatt-hours"] = "kWh", ["megawatt hours"] = "MWh",
    ["megawatt-hours"] = "MWh" },
  APPROX = { about = true, around = true, approximately = true,
    roughly = true, some = true, circa = true, ["an estimated"] = true,
    estimated = true, approx = true, ["approx."] = true, ["~"] = true },
  NEAR = { ["close to"] = true, ["something like"] = true,
    ["in the region of"] = true },
  NEARLY = { nearly = true, almost = true, ["just under"] = true },
  OVER = { ["more than"] = true, over = true, ["at least"] = true,
    above = true, ["upwards of"] = true, ["no less than"] = true,
    ["no fewer than"] = true, ["in excess of"] = true, exceeding = true,
    ["a minimum of"] = true, ["just over"] = true,
    ["not less than"] = true, ["a little over"] = true,
    ["slightly more than"] = true, ["as little as"] = true,
    ["as few as"] = true },
  UNDER = { ["less than"] = true, ["fewer than"] = true, under = true,
    below = true, ["up to"] = true, ["as much as"] = true,
    ["as many as"] = true, ["at most"] = true, ["no more than"] = true,
    ["a maximum of"] = true,
    ["not more than"] = true, ["slightly less than"] = true },
  MINUS = { minus = true, negative = true },
  BETWEEN = { between = true },
  FROM = { from = true },
  TO = { to = true },
  OR = { ["or"] = true },
  IN = { ["in"] = true, ["out of"] = true, ["in every"] = true,
    ["of every"] = true, ["out of every"] = true },
  QUARTER = { quarter = 4 },
  OF = { of = true },
  SECOND = { second = 2 },
  LETTER = { m = 1e6 },
}

-- Names of money: false where several countries have it. Behind the name of a
-- people it is that country's.
local MONEY = { dollar = "USD", dollars = "USD", ["us dollars"] = "USD",
  ["us dollar"] = "USD", ["u.s. dollars"] = "USD", ["u.s. dollar"] = "USD",
  usd = "USD", bucks = "USD", buck = "USD", euro = "EUR", euros = "EUR",
  eur = "EUR", gbp = "GBP", chf = "CHF", yen = "JPY", yuan = "CNY",
  renminbi = "CNY", rmb = "CNY", ruble = "RUB", rubles = "RUB", rouble = "RUB",
  roubles = "RUB", rupee = false, rupees = false, peso = false, pesos = false,
  franc = false, francs = false, ["pounds sterling"] = "GBP",
  ["pound sterling"] = "GBP", krona = false, kronor = "SEK", kroner = false,
  krone = false, koruna = false, lira = false, liras = false, dinar = false,
  dinars = false, dirham = false, dirhams = false, riyal = false,
  riyals = false, rial = false, rials = false, shilling = false,
  shillings = false, shekel = "ILS", shekels = "ILS", zloty = "PLN",
  zlotys = "PLN", rand = "ZAR", baht = "THB", ringgit = "MYR",
  ringgits = "MYR", hryvnia = "UAH", hryvnias = "UAH", naira = "NGN",
  cedis = "GHS", reais = "BRL", forint = "HUF", forints = "HUF",
  rupiah = "IDR", taka = "BDT", tenge = "KZT", tugrik = "MNT",
  tugriks = "MNT", markka = "FIM", ["deutsche marks"] = "DEM",
  guilder = false, guilders = false, pesetas = "ESP", bitcoin = "BTC",
  bitcoins = "BTC" }
local OF_A_PEOPLE = {
  [{ "dollar", "dollars" }] = { american = "USD", australian = "AUD",
    canadian = "CAD", ["hong kong"] = "HKD", ["new zealand"] = "NZD",
    singapore = "SGD", taiwan = "TWD", jamaican = "JMD", namibian = "NAD",
    zimbabwe = "ZWL", zimbabwean = "ZWL", fijian = "FJD" },
  [{ "pound", "pounds" }] = { british = "GBP", egyptian = "EGP",
    lebanese = "LBP", syrian = "SYP", sudanese = "SDG" },
  [{ "rupee", "rupees" }] = { indian = "INR", pakistani = "PKR",
    ["sri lankan"] = "LKR", nepalese = "NPR", nepali = "NPR",
    mauritian = "MUR" },
  [{ "peso", "pesos" }] = { mexican = "MXN", argentine = "ARS",
    chilean = "CLP", colombian = "COP", philippine = "PHP", cuban = "CUP",
    uruguayan = "UYU", dominican = "DOP" },
  [{ "franc", "francs" }] = { swiss = "CHF", french = "FRF",
    belgian = "BEF" },
  [{ "krona", "kronor", "kronas" }] = { swedish = "SEK", icelandic = "ISK" },
  [{ "krone", "kroner", "kroners" }] = { danish = "DKK", norwegian = "NOK" },
  [{ "koruna", "korunas", "crowns" }] = { czech = "CZK" },
  [{ "crowns", "crown" }] = { swedish = "SEK", danish = "DKK",
    norwegian = "NOK" },
  [{ "lira", "liras", "lire" }] = { turkish = "TRY", italian = "ITL" },
  [{ "dinar", "dinars" }] = { kuwaiti = "KWD", iraqi = "IQD",
    jordanian = "JOD", algerian = "DZD", tunisian = "TND", libyan = "LYD",
    bahraini = "BHD", serbian = "RSD" },
  [{ "dirham", "dirhams" }] = { emirati = "AED", uae = "AED",
    moroccan = "MAD" },
  [{ "riyal", "riyals" }] = { saudi = "SAR", qatari = "QAR" },
  [{ "rial", "rials" }] = { iranian = "IRR", omani = "OMR",
    yemeni = "YER" },
  [{ "shilling", "shillings" }] = { kenyan = "KES", ugandan = "UGX",
    tanzanian = "TZS", somali = "SOS" },
  [{ "guilders" }] = { dutch = "NLG" },
  [{ "won" }] = { korean = "KRW", ["south korean"] = "KRW",
    ["north korean"] = "KPW" },
  [{ "yen" }] = { japanese = "JPY" }, [{ "yuan" }] = { chinese = "CNY" },
  [{ "rand" }] = { ["south african"] = "ZAR" },
  [{ "baht" }] = { thai = "THB" },
  [{ "real", "reais" }] = { brazilian = "BRL" },
  [{ "rubles", "roubles" }] = { russian = "RUB", belarusian = "BYN" },
  [{ "lei", "leu" }] = { romanian = "RON", moldovan = "MDL" },
  [{ "lev", "leva" }] = { bulgarian = "BGN" },
  [{ "dong" }] = { vietnamese = "VND" },
  [{ "zloty", "zlotys" }] = { polish = "PLN" },
  [{ "shekels" }] = { israeli = "ILS" },
  [{ "forints" }] = { hungarian = "HUF" },
  [{ "ringgit", "ringgits" }] = { malaysian = "MYR", malaysia = "MYR" },
  [{ "hryvnia", "hryvnias" }] = { ukrainian = "UAH" },
  [{ "naira" }] = { nigerian = "NGN" }, [{ "cedis" }] = { ghanaian = "GHS" },
  [{ "markka" }] = { finnish = "FIM" },
}
for names, peoples in pairs(OF_A_PEOPLE) do
  for _, name in ipairs(names) do
    for people, code in pairs(peoples) do
      MONEY[people .. " " .. name] = code
    end
  end
end
words.classes.MONEY = MONEY

local function set(list)
  local members = {}
  for word in list:gmatch "%S+" do members[word] = true end
  return members
end

words.triggers = { "CARD", "TENS", "HUNDRED", "SCALE", "DOZEN", "HALF", "ORD",
  "SECOND", "FRACTIONS", "FRACMARK", "QUARTER", "SIGN", "CODE",
  "MONEY" }

words.streets = { street = true, st = true, avenue = true, ave = true,
  road = true, rd = true, boulevard = true, blvd = true, lane = true,
  drive = true, square = true, place = true, way = true, court = true,
  terrace = true, highway = true, parkway = true, plaza = true }
--- Before a number that is then a name's or a place in a list.
words.no_count = set [[ page p pp no nos number nr room flight route highway
  channel article section chapter paragraph line version vol volume figure fig
  table bus appendix resolution act grade level phase type model series season
  episode option step exit gate platform track area zone league division
  formula group day week category stage tier point box lot ward pier verse
  clause annex schedule unit class block row seat size item case docket title
  psalm lane magazine isbn issn ch court jersey shirt train tram bay cell sector district
  precinct ]]
--- The same for several numbers: "sections 3 and 4".
words.no_count_many = set [[ pages pp nos numbers rooms flights routes channels
  articles sections chapters paragraphs lines versions volumes figures tables
  verses clauses annexes gates platforms lots seats ]]
words.of = set "of"
words.joints = set "and or to through"
words.phones = set "tel telephone phone fax hotline helpline dial whatsapp"
--- What stands before the numbers of bills.
words.bills = { "h.r.", "s." }
--- Names of what has versions: "Python 3.12".
words.versions = set [[ version release windows android ios ipados macos linux
  ubuntu debian chrome firefox safari python java php bluetooth usb wifi fi
  web gpt llama gemini claude directx opengl unicode ]]
--- Names that look like numbers, but before what is counted: "3M people".
words.number_names = set "3M"
--- "The Group of 77", "the Class of 96".
words.name_of = { joints = set "of", heads = set "group gang class" }
--- "A six-figure sum", "a one-off", "one-way": no numbers of anything.
words.no_count_tail = set [[ figure figures digit digits off offs on sided stop
  liner liners way upmanship to ]]
--- Behind a number in words that is then a size: "six figures".
words.figures = set "figures digits"
--- Right behind a number, with a hyphen: "100-plus", "20-odd".
words.tails = { low = set "plus", approx = set "odd" }
--- Around a zero that counts nothing: "net zero", "zero tolerance".
words.zero_after = set "ground net patient absolute year from day sub"
words.zero_before = set "tolerance hour sum carbon emissions emission day in"
--- Before digits that are then the name of one thing: "a 737", "a 911 call".
words.one_thing = set "a an"
--- Around "1-3" and "48-52" where they are scores or votes.
words.scores = {
  nouns = set [[ win victory triumph defeat loss draw tie lead deficit rout
    scoreline aggregate stalemate thrashing drubbing hammering shutout vote
    decision ruling majority setback upset ]],
  verbs = set [[ won win wins beat beats beaten lost lose loses drew draw draws
    defeated defeat led lead leads trailed trail trails edged thrashed hammered
    score scored scoreline vote voted votes passed tied level rout routed
    overcame eliminated victory ahead behind aggregate halftime ]],
  joints = set [[ at on in after against to over away and with from by thanks
    before behind up down but as win home last this to for when while ]],
}
--- Behind "5m": what is long or far, and what is counted in millions.
words.metres = {
  lengths = set [[ high tall deep long wide thick away above below from off
    north south east west inland underwater apart high-rise race sprint final
    finals pool wall waves wave freestyle hurdles relay butterfly backstroke
    breaststroke medley telescope tower yacht hole drop cable dash range radius
    tsunami by x across up down record title champion gold heats underground
    tide tides individual run walk ]],
  measured = set [[ height length width depth distance altitude elevation
    outreach swam sprinted jumped threw drilled ]],
  plurals = set [[ people men women children users copies households homes
    families countries companies cattle sheep fish police shares votes jobs ]],
}
--- Behind "a dollar", which is then not one dollar.
words.money_things = set [[ amount amounts figure figures value values sign store
  stores bill bills term terms crisis zone area note coin peg account accounts
  bond bonds denominated based trader traders exit bloc ]]
--- Before "one point", which is then a moment.
words.moments = { before = set "at", words = set "point points" }
--- Before "40C", so that it is a temperature.
words.before_temperature = set [[ at of to above below around about near hit
  hits reached reach reaches exceed exceeded topped over under is was and from
  between by or minus than touched ]]
--- Around pounds that are paid, and pounds that are weighed.
words.pounds = {
  costs = set [[ pay pays paid paying cost costs price priced prices fine fined
    fines worth spend spends spent spending earn earns earned bill bills salary
    wage wages fee fees sold sell sells buy bought charge charged charges
    donate donated raise raised tax taxes debt debts loan loans budget ticket
    tickets rent owe owes owed stole stolen cash coin coins note notes reward
    pension grant invest invested borrowed savings saved damages compensation
    market value valued pays profit profits ]],
  costs_after = set [[ a per each sterling fine note notes prize in apiece ]],
  weighs = set [[ weigh weighs weighed weighing weight lost lose gained gain
    heavy bomb bombs caught boxer ]],
  weighs_after = set [[ heavier lighter heavy overweight underweight lighter
    of ]],
}
--- Around "a third" and "a quarter" that are parts: "by a third", "a third
--- more".
words.parts = {
  before = set "by nearly almost than to another",
  after = set [[ more less fewer higher lower cheaper larger smaller bigger
    faster below above ]],
  -- behind "about a tenth": the part does something, an ordinal would have a
  -- noun
  verbs = set [[ had have has were was are is would will did do does said say
    voted want wanted live lives ]],
}
--- Capitals before a number that are no names.
words.plain = set [[ a about above after all almost also an and another any are
  around as at because before between both but by can could despite did do does
  during each even every exactly for from had has have he her his how i if in
  into is it its just last least less like many may more most my nearly next no
  nor not now of on one only or our out over per roughly said says she since so
  some still such than that the their them then there these they this those
  through to under until up us was we were what when where which while who why
  will with would you your yet however according approximately meanwhile only
  total sold killed only including plus minus aged january february march april
  may june july august september october november december monday tuesday
  wednesday thursday friday saturday sunday
  kills killing injures wounds hits wins loses cuts adds raises buys sells jails
  arrests fires hires evacuates rescues frees charges seizes claims detains
  leaves takes gets nets pays costs orders launches closes opens kill ]]
--- "one" as a pronoun: after these, and before these.
words.ones = set "one"
words.one_after = set [[
  the this that which each every no any another other new next last first old
  big good some such right wrong same my his her their our your current
  previous latest everyone a loved little young second third number s t ]]
--- Behind "one-" that is no number either; a "one-page letter" has one page.
words.one_tail = set "time times of two and more"
words.articles = set "the a an this that any every each no"
words.one_before = set [[
  point among after he she they we i you it who that which can should is was
  has had must would could another might may of side thing way will does
  wants and day on by at to s ]]
--- "12 in 40 towns": behind a number in digits the second may count places.
words.place_words = set "in"
--- "One over three" is a quotient, "one more than three" is none.
words.quotient_words = set "over"
--- Before a "minus" that is then none: "plus or minus 5".
words.plus_or = { "plus or", "plus/", "plus-" }
--- "Half" stands for a part by itself.
words.half_alone = true
--- Words before "half" that make it a part of a match or a year.
words.no_half = { first = true, second = true, other = true, the = true,
  latter = true, better = true, one = true, final = true }
--- After an ordinal that begins a sentence and counts nothing.
words.pronouns = { he = true, she = true, they = true, we = true, i = true,
  you = true, it = true, the = true, a = true, there = true, ["let"] = true }
--- Ordinals that open a clause: "at first", "first of all".
words.no_ordinal = { at = true }
words.no_ordinal_after = set [[ lady minister aid name names responder
  responders hand party thoughts nature ]]
--- "Second-guess" and "third-world" count nothing; in "the bottom fifth" a
--- fifth is a part.
words.no_ordinal_tail = set [[ guess guesses guessed guessing hand world rate
  class string ]]
words.part_before = set "top bottom middle upper lower poorest richest"
words.ordinal_idioms = { { "in the ", " place" },
  { "", " of all", "first" } }
--- What shows a price: "at 200 million per aircraft", "at 2 million each"; but
--- not "at 2 million per year".
words.price = { before = set "at", per = set "per", each = set "each apiece",
  not_per = set [[ day week month year hour minute second capita cent
    quarter ]] }

return words
