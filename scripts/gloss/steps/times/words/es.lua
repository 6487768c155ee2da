--- Spanish words of time, in the classes of gloss.steps.times.rules.
local numbers = require "gloss.steps.amounts.words.es"

local words = { digits = numbers.digits, date_order = "dmy",
                decade_after_unit = true }

words.classes = {
  MONTH = { enero = 1, febrero = 2, marzo = 3, abril = 4, mayo = 5, junio = 6,
    julio = 7, agosto = 8, septiembre = 9, setiembre = 9, octubre = 10,
    noviembre = 11, diciembre = 12 },
  WDAY = { lunes = 1, martes = 2, ["miércoles"] = 3, jueves = 4, viernes = 5,
    ["sábado"] = 6, domingo = 7 },
  WDAYS = { ["sábados"] = 6, domingos = 7 },
  UNIT = { minuto = "TM", hora = "TH", ["día"] = "D", semana = "W", mes = "M",
    ["año"] = "Y", ["década"] = "10Y" },
  UNITS = { segundos = "TS", minutos = "TM", horas = "TH", ["días"] = "D",
    semanas = "W", meses = "M", ["años"] = "Y", ["décadas"] = "10Y",
    siglos = "100Y" },
  CENTURY = { siglo = "100Y" },
  QUARTER = { trimestre = "3M" },
  WEEKEND = { ["fin de semana"] = true },
  PART = { tarde = "AF", ["madrugada"] = "MO" },
  NIGHT = { noche = "NI" },
  NOON = { ["mediodía"] = 12, medianoche = 0 },
  DEICTIC = { hoy = 0, ayer = -1, ["mañana"] = 1, anteayer = -2,
    ["pasado mañana"] = 2 },
  NOW = { ahora = "PRESENT_REF", actualmente = "PRESENT_REF",
    recientemente = "PAST_REF" },
  SHIFTAFTER = { pasado = -1, pasada = -1, ["próximo"] = 1, ["próxima"] = 1 },
  LAST = { ["último"] = -1, ["última"] = -1, ["últimos"] = -1,
    ["últimas"] = -1 },
  NEXT = { ["próximos"] = 1, ["próximas"] = 1 },
  THIS = { este = 0, esta = 0 },
  AGOFIRST = { hace = true },
  INFIRST = { ["dentro de"] = 1 },
  LATER = { ["más tarde"] = 1, ["después"] = 1 },
  EARLIER = { antes = -1 },
  EARLY = { ["principios de"] = "START", ["finales de"] = "END",
    ["mediados de"] = "MID" },
  SEASON = { primavera = "SP", verano = "SU", ["otoño"] = "FA",
    invierno = "WI" },
  FREQUENCY = { diario = "P1D", diaria = "P1D", diariamente = "P1D",
    semanal = "P1W", mensual = "P1M", anual = "P1Y", trimestral = "P3M" },
  EVERY = { cada = true },
  VAGUE = { varios = true, varias = true, algunos = true, algunas = true,
    pocos = true, muchos = true },
  THE = { el = true, la = true, los = true, las = true },
  OF = { de = true, del = true },
  TO = { a = true, al = true, hasta = true },
  IN = { en = true },
  PREP = { desde = true, hacia = true },
  FORPREP = { durante = true, por = true, para = true },
  APPROX = { casi = "LESS_THAN", unos = "APPROX", unas = "APPROX",
    ["más de"] = "MORE_THAN", ["menos de"] = "LESS_THAN",
    ["al menos"] = "EQUAL_OR_MORE", aproximadamente = "APPROX" },
  OCLOCK = { ["h"] = true },
  ZONE = { ["GMT"] = "Z", ["UTC"] = "Z", ["hora local"] = "" },
  ERA = { ["a. C."] = -1, ["d. C."] = 1 },
  HOLIDAY = { navidad = { 12, 25 }, nochebuena = { 12, 24 },
    nochevieja = { 12, 31 }, ["año nuevo"] = { 1, 1 },
    ["viernes santo"] = { easter = -2 },
    ["domingo de pascua"] = { easter = 0 } },
  ROMAN = { ["I"] = 1, ["II"] = 2, ["III"] = 3, ["IV"] = 4, ["V"] = 5,
    ["VI"] = 6, ["VII"] = 7, ["VIII"] = 8, ["IX"] = 9, ["X"] = 10,
    ["XI"] = 11, ["XII"] = 12, ["XIII"] = 13, ["XIV"] = 14, ["XV"] = 15,
    ["XVI"] = 16, ["XVII"] = 17, ["XVIII"] = 18, ["XIX"] = 19, ["XX"] = 20,
    ["XXI"] = 21 },
  DECADEWORD = { veinte = 20, treinta = 30, cuarenta = 40, cincuenta = 50,
    sesenta = 60, setenta = 70, ochenta = 80, noventa = 90 },
  TENS = {},
}
for class, list in pairs(numbers.numbers) do
  words.classes[class] = words.classes[class] or list
end

words.triggers = { "MONTH", "WDAY", "WDAYS", "UNIT", "UNITS", "CENTURY",
  "QUARTER", "WEEKEND", "NOON", "DEICTIC", "NOW", "SEASON", "FREQUENCY",
  "ERA", "HOLIDAY" }
words.tense = {
  ahead = { "hasta" }, behind = { "desde" },
  future = { "será", "serán", "tendrá", "podría", "va", "van", "previsto",
    "prevista", "deberá", "viajará", "reunirá", "habrá" },
  -- Ends of the future: volverá, volverán.
  future_test = [=[[folded=/\p{L}+[aei]rán?/]]=],
  past = { "fue", "fueron", "era", "eran", "había", "habían", "dijo",
    "dijeron", "ha", "han", "sido", "hubo", "murió", "nació" },
  past_test = [=[[folded=/\p{L}{3,}ó/]]=],
}
words.before_year = { en = true, desde = true, de = true, del = true,
  hasta = true, a = true, ["año"] = true, y = true, entre = true }
words.sure_before_year = { desde = true, ["año"] = true, en = true }
words.before_month = {}
words.no_year = { ["página"] = true, ["número"] = true, vuelo = true,
  sala = true, unos = true, unas = true, casi = true }
words.no_year_after = { personas = true, euros = true, ["dólares"] = true,
  millones = true, hombres = true, mujeres = true, soldados = true,
  empleos = true, toneladas = true, puntos = true, habitantes = true,
  metros = true, ["kilómetros"] = true, ["años"] = true, votos = true,
  muertos = true, trabajadores = true, pesos = true }
-- "El próximo jueves", said on a Wednesday, is not tomorrow.
words.not_tomorrow = { ["próximo"] = true }
-- Ends of words that are many: "1250 viviendas" is no year.
words.plurals = { "s" }
words.ages, words.comparing = {}, {}
words.before_clock = { las = true, la = true, desde = true, hasta = true }
words.before_the, words.not_after_the = {}, {}

return words
