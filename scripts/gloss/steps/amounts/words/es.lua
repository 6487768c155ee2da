--- Number words of Spanish, and the words around amounts.
local words = {}

words.numbers = {
  CARD = { cero = 0, dos = 2, tres = 3, cuatro = 4, cinco = 5, seis = 6,
    siete = 7, ocho = 8, nueve = 9, diez = 10, once = 11, doce = 12,
    trece = 13, catorce = 14, quince = 15, ["dieciséis"] = 16,
    diecisiete = 17, dieciocho = 18, diecinueve = 19, veintiuno = 21,
    ["veintiún"] = 21, ["veintidós"] = 22, ["veintitrés"] = 23,
    veinticuatro = 24, veinticinco = 25, ["veintiséis"] = 26,
    veintisiete = 27, veintiocho = 28, veintinueve = 29, cien = 100,
    doscientos = 200, doscientas = 200, trescientos = 300,
    trescientas = 300, cuatrocientos = 400, quinientos = 500,
    seiscientos = 600, setecientos = 700, ochocientos = 800,
    novecientos = 900 },
  TENS = { veinte = 20, treinta = 30, cuarenta = 40, cincuenta = 50,
    sesenta = 60, setenta = 70, ochenta = 80, noventa = 90 },
  HUNDRED = {},
  SCALE = { mil = 1000, ["millón"] = 1e6, millones = 1e6,
    ["billón"] = 1e12, billones = 1e12, ["mil millones"] = 1e9 },
  DOZEN = { docena = 12, docenas = 12 },
  HALF = { medio = 0.5, media = 0.5 },
  FRACTIONS = { tercios = 3, cuartos = 4, quintos = 5, ["décimos"] = 10 },
  ORD = { primer = 1, primero = 1, primera = 1, segundo = 2, segunda = 2,
    tercer = 3, tercero = 3, tercera = 3, cuarto = 4, cuarta = 4, quinto = 5,
    quinta = 5, sexto = 6, sexta = 6, ["séptimo"] = 7, octavo = 8,
    noveno = 9, ["décimo"] = 10 },
  FRACMARK = { ["½"] = 1 / 2, ["⅓"] = 1 / 3, ["⅔"] = 2 / 3, ["¼"] = 1 / 4,
    ["¾"] = 3 / 4 },
  A = { un = 1, una = 1 },
  ANDWORD = { y = "tens" }          -- joins tens and units, too,
}

words.digits = { decimal_comma = true, thin_space = true, hour_mark = "horas?",
                 ordinals = { "º", "ª", "er", "o", "a" },
                 glued = { CODE = true, SIGN = true } }

words.classes = {
  PERCENT = { ["por ciento"] = true },
  POINTS = { ["puntos porcentuales"] = "percentage point" },
  MONEY = { euro = "EUR", euros = "EUR", ["de euros"] = "EUR", ["dólar"] = "USD",
    ["dólares"] = "USD", ["de dólares"] = "USD",
    ["dólares canadienses"] = "CAD", ["libras esterlinas"] = "GBP",
    ["francos suizos"] = "CHF", yenes = "JPY", yuanes = "CNY",
    ["de yuanes"] = "CNY", rublos = "RUB", ["de rublos"] = "RUB",
    pesos = false, ["de pesos"] = false, ["pesos mexicanos"] = "MXN",
    reales = "BRL", rupias = false, ["bolívares"] = false },
  CENTS = { ["céntimos"] = "cent", centavos = "cent", centavo = "cent" },
  MEASURE = { metro = "m", metros = "m", ["kilómetro"] = "km",
    ["kilómetros"] = "km", ["centímetros"] = "cm", ["milímetros"] = "mm",
    ["metros cuadrados"] = "m²", ["kilómetros cuadrados"] = "km²",
    ["hectárea"] = "ha", ["hectáreas"] = "ha", gramos = "g", kilo = "kg",
    kilos = "kg", kilogramos = "kg", tonelada = "t", toneladas = "t",
    litro = "l", litros = "l", grados = "°", barriles = "bbl",
    puntos = "point", megavatios = "MW", millas = "mi",
    ["de toneladas"] = "t", ["de barriles"] = "bbl" },
  APPROX = { unos = true, unas = true, ["cerca de"] = true,
    aproximadamente = true, ["alrededor de"] = true, ["en torno a"] = true },
  NEARLY = { casi = true },
  OVER = { ["más de"] = true, ["al menos"] = true, ["por lo menos"] = true },
  UNDER = { ["menos de"] = true, hasta = true, ["como máximo"] = true },
  MINUS = { menos = true },
  BETWEEN = { entre = true },
  FROM = { de = true },
  TO = { a = true },
  OR = { o = true, u = true },
  IN = { ["de cada"] = true },
}
words.triggers = { "CARD", "TENS", "SCALE", "ORD", "FRACTIONS", "FRACMARK",
  "SIGN", "CODE", "MONEY" }
words.no_count = { ["página"] = true, p = true, ["número"] = true, no = true,
  ["artículo"] = true, ["capítulo"] = true, vuelo = true, sala = true,
  ["versión"] = true, ["línea"] = true, canal = true, puerta = true,
  ruta = true, tomo = true, ["sección"] = true }
words.plain = {}
for word in ([[ a al algo ante aunque casi como con contra cuando de del desde
  donde dos durante e el ella ellos en entre era eran es esa ese esta este estos
  fue fueron ha han hasta hay la las le les lo los más menos mientras muy no nos
  o para pero por porque que quien se según ser si sin sobre son su sus también
  tras un una unos unas y ya ]]):gmatch "%S+" do
  words.plain[word] = true
end
words.one_after, words.one_before, words.no_half = {}, {}, {}
words.no_ordinal, words.pronouns = {}, {}
words.before_ordinal = {}

return words
