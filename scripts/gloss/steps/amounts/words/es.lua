--- Number words of Spanish, and the words around amounts.
local words = {}

local function set(list)
  local members = {}
  for word in list:gmatch "%S+" do members[word] = true end
  return members
end

words.numbers = {
  CARD = { cero = 0, dos = 2, tres = 3, cuatro = 4, cinco = 5, seis = 6,
    siete = 7, ocho = 8, nueve = 9, diez = 10, once = 11, doce = 12,
    trece = 13, catorce = 14, quince = 15, ["dieciséis"] = 16,
    diecisiete = 17, dieciocho = 18, diecinueve = 19, veintiuno = 21,
    ["veintiún"] = 21, veintiuna = 21, ["veintidós"] = 22,
    ["veintitrés"] = 23, veinticuatro = 24, veinticinco = 25,
    ["veintiséis"] = 26, veintisiete = 27, veintiocho = 28,
    veintinueve = 29 },
  TENS = { veinte = 20, treinta = 30, cuarenta = 40, cincuenta = 50,
    sesenta = 60, setenta = 70, ochenta = 80, noventa = 90 },
  HUNDREDS = { cien = 100, ciento = 100, doscientos = 200, doscientas = 200,
    trescientos = 300, trescientas = 300, cuatrocientos = 400,
    cuatrocientas = 400, quinientos = 500, quinientas = 500,
    seiscientos = 600, seiscientas = 600, setecientos = 700,
    setecientas = 700, ochocientos = 800, ochocientas = 800,
    novecientos = 900, novecientas = 900 },
  THOUSAND = { mil = 1000 },
  SCALE = { ["millón"] = 1e6, millones = 1e6, ["billón"] = 1e12,
    billones = 1e12, ["millardo"] = 1e9, millardos = 1e9 },
  DOZEN = { docena = 12, docenas = 12 },
  -- About so many.
  ROUND = { decena = 10, quincena = 15, veintena = 20, treintena = 30,
    cincuentena = 50, centenar = 100, millar = 1000 },
  HALF = { medio = 0.5, media = 0.5 },
  HALFNOUN = { ["la mitad"] = 0.5 },
  FRACTIONS = { tercio = 3, tercios = 3, cuartos = 4, ["cuartas partes"] = 4,
    quintos = 5, ["quintas partes"] = 5, ["terceras partes"] = 3,
    ["décimos"] = 10, ["tercera parte"] = 3, ["cuarta parte"] = 4,
    ["quinta parte"] = 5, ["décima parte"] = 10 },
  ORD = { primer = 1, primero = 1, primera = 1, primeros = 1, primeras = 1,
    segundo = 2, segunda = 2, tercer = 3, tercero = 3, tercera = 3,
    cuarto = 4, cuarta = 4, quinto = 5, quinta = 5, sexto = 6, sexta = 6,
    ["séptimo"] = 7, ["séptima"] = 7, octavo = 8, octava = 8, noveno = 9,
    novena = 9, ["décimo"] = 10, ["décima"] = 10, ["undécimo"] = 11,
    ["undécima"] = 11, ["duodécimo"] = 12, ["vigésimo"] = 20,
    ["vigésima"] = 20, ["centésimo"] = 100 },
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { un = 1, una = 1, uno = 1 },
  ANDWORD = { y = "tens",           -- joins tens and units, too
    ["y el"] = true, ["y los"] = true, ["y las"] = true },
}

words.digits = { decimal_comma = true, thin_space = true, hours = { "hora" },
                 hour_letter = true,
                 ordinals = { "º", "ª", "er", "o", "a" },
                 glued = { CODE = true, SIGN = true } }

-- Names of money; behind a million with "de".
local MONEY = { euro = "EUR", euros = "EUR", ["dólar"] = "USD",
  ["dólares"] = "USD", ["libras esterlinas"] = "GBP", yen = "JPY",
  yenes = "JPY", yuan = "CNY", yuanes = "CNY", rublo = "RUB", rublos = "RUB",
  peso = false, pesos = false, reales = "BRL", rupias = false, francos = false,
  coronas = false, dinares = false, soles = "PEN",
  ["bolívares"] = false, quetzales = "GTQ", lempiras = "HNL", guaranies = "PYG",
  ["guaraníes"] = "PYG", pesetas = "ESP", bitcoin = "BTC", bitcoins = "BTC" }
local OF_A_PEOPLE = {
  ["dólares"] = { estadounidenses = "USD", canadienses = "CAD",
    australianos = "AUD" },
  pesos = { mexicanos = "MXN", argentinos = "ARS", chilenos = "CLP",
    colombianos = "COP", cubanos = "CUP", uruguayos = "UYU",
    dominicanos = "DOP", filipinos = "PHP" },
  francos = { suizos = "CHF" }, rupias = { indias = "INR",
    ["paquistaníes"] = "PKR" },
  coronas = { suecas = "SEK", danesas = "DKK", noruegas = "NOK",
    checas = "CZK" },
  libras = { egipcias = "EGP", libanesas = "LBP", turcas = "TRY" },
}
for name, peoples in pairs(OF_A_PEOPLE) do
  for people, code in pairs(peoples) do MONEY[name .. " " .. people] = code end
end
local many = {}
for name in pairs(MONEY) do
  if name:find "s%f[%s\0]" then many[#many + 1] = name end
end
for _, name in ipairs(many) do MONEY["de " .. name] = MONEY[name] end
--- Here "$" is the sign of many countries' money.
words.signs = { ["$"] = false }

words.classes = {
  PERCENT = { ["por ciento"] = true, porciento = true },
  POINTS = { ["punto porcentual"] = "percentage point",
    ["puntos porcentuales"] = "percentage point",
    ["puntos básicos"] = "basis point", ["punto básico"] = "basis point" },
  MONEY = MONEY,
  CENTS = { ["céntimo"] = "cent", ["céntimos"] = "cent", centavos = "cent",
    centavo = "cent", peniques = "penny" },
  POUNDS = { libra = true, libras = true },
  MEASURE = { metro = "m", metros = "m", ["kilómetro"] = "km",
    ["kilómetros"] = "km", ["centímetro"] = "cm", ["centímetros"] = "cm",
    ["milímetro"] = "mm", ["milímetros"] = "mm", ["metro cuadrado"] = "m²",
    ["metros cuadrados"] = "m²", ["kilómetros cuadrados"] = "km²",
    ["metros cúbicos"] = "m³", ["hectárea"] = "ha", ["hectáreas"] = "ha",
    gramo = "g", gramos = "g", miligramos = "mg", kilo = "kg", kilos = "kg",
    kilogramo = "kg", kilogramos = "kg", tonelada = "t", toneladas = "t",
    litro = "l", litros = "l", grado = "°", grados = "°",
    ["grados centígrados"] = "°C", ["grados celsius"] = "°C",
    ["grados fahrenheit"] = "°F", barril = "bbl", barriles = "bbl",
    punto = "point", puntos = "point", megavatio = "MW", megavatios = "MW",
    gigavatios = "GW", kilovatios = "kW", ["kilovatios hora"] = "kWh",
    milla = "mi", millas = "mi", ["kilómetros por hora"] = "km/h",
    pulgadas = "in", ["de toneladas"] = "t", ["de barriles"] = "bbl",
    ["de hectáreas"] = "ha", ["de metros"] = "m", ["de kilómetros"] = "km",
    ["de litros"] = "l", ["de metros cuadrados"] = "m²",
    ["de metros cúbicos"] = "m³" },
  APPROX = { unos = true, unas = true, ["cerca de"] = true,
    aproximadamente = true, ["alrededor de"] = true, ["en torno a"] = true },
  NEARLY = { casi = true },
  OVER = { ["más de"] = true, ["al menos"] = true, ["por lo menos"] = true,
    ["como mínimo"] = true },
  UNDER = { ["menos de"] = true, ["como máximo"] = true },
  MINUS = { menos = true },
  BETWEEN = { entre = true, ["entre el"] = true, ["entre los"] = true,
    ["entre las"] = true },
  FROM = { de = true, del = true },
  TO = { a = true, al = true },
  OR = { o = true, u = true },
  IN = { ["de cada"] = true },
}
words.triggers = { "CARD", "TENS", "HUNDREDS", "THOUSAND", "SCALE", "DOZEN",
  "ROUND", "HALFNOUN", "ORD", "FRACTIONS", "FRACMARK", "SIGN", "CODE",
  "MONEY" }
words.of = set "de del"
-- "Más o menos 5" is about five, not minus five.
words.plus_or = { "más o" }
-- "Uno de cada cinco" is a part.
words.one_is_a = true
-- "Una mujer de cada cinco", too.
words.one_in = { articles = set "un una", joints = { "de cada" } }
words.no_count = set [[ página pág págs p número núm no artículo art capítulo
  vuelo sala versión línea canal puerta ruta tomo sección apartado calle carrera
  avenida habitación piso grupo categoría fase nivel tipo temporada episodio
  jornada autopista carretera resolución ley expediente clase kilómetro
  convocatoria año años fila kilométrico ]]
words.no_count_many = set [[ páginas artículos capítulos salas líneas puertas
  secciones números apartados ]]
words.joints = set "y o a"
words.versions = set "windows android ios python versión web playstation"
-- "16,356" are thousands in Mexico, decimals in Spain.
words.comma_doubt = true
words.phones = set "tel tfno teléfono fax móvil celular"
words.before_temperature = set "a de los hasta entre y menos más con bajo"
words.scores = {
  nouns = set "victoria derrota empate",
  verbs = set [[ ganó gana ganaron venció vencieron perdió perdieron empató
    empataron derrotó goleó marcador resultado tanteo votación ]],
  joints = set "a al ante contra en frente con y por tras",
}
words.plain = set [[ a al algo ante aunque casi como con contra cuando de del
  desde donde dos durante e el ella ellos en entre era eran es esa ese esta este
  estos fue fueron ha han hasta hay la las le les lo los más menos mientras muy
  no nos o para pero por porque que quien se según ser si sin sobre son su sus
  también tras un una unos unas y ya ]]
words.one_after, words.one_before, words.no_half = {}, {}, {}
words.no_ordinal, words.pronouns = {}, {}
-- "El primer ministro", "la primera dama" hold an office.
words.no_ordinal_after = set "ministro ministra ministros dama dirigente"
words.before_ordinal = {}

return words
