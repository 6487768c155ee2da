--- German words of time, in the classes of gloss.steps.times.rules.
local numbers = require "gloss.steps.amounts.words.de"

local words = { digits = numbers.digits, date_order = "dmy", capital_nouns = true }

--- A table from every form of an adjective to one value.
local function forms(stems, value)
  local list = {}
  for stem in stems:gmatch "%S+" do
    for _, ending in ipairs { "e", "en", "er", "es", "em" } do
      list[stem .. ending] = value
    end
  end
  return list
end

words.classes = {
  MONTH = { januar = 1, ["jänner"] = 1, februar = 2, ["märz"] = 3, april = 4,
    mai = 5, juni = 6, juli = 7, august = 8, september = 9, oktober = 10,
    november = 11, dezember = 12, ["Jan."] = 1, ["Feb."] = 2, ["Apr."] = 4,
    ["Aug."] = 8, ["Sept."] = 9, ["Okt."] = 10, ["Nov."] = 11, ["Dez."] = 12 },
  WDAY = { montag = 1, dienstag = 2, mittwoch = 3, donnerstag = 4,
    freitag = 5, samstag = 6, sonnabend = 6, sonntag = 7 },
  WDAYS = { montags = 1, dienstags = 2, mittwochs = 3, donnerstags = 4,
    freitags = 5, samstags = 6, sonntags = 7 },
  UNIT = { minute = "TM", stunde = "TH", tag = "D", woche = "W", monat = "M",
    jahr = "Y", jahrzehnt = "10Y", monats = "M", jahres = "Y", tages = "D" },
  UNITS = { sekunden = "TS", minuten = "TM", stunden = "TH", tage = "D",
    tagen = "D", wochen = "W", monate = "M", monaten = "M", jahre = "Y",
    jahren = "Y", jahrzehnte = "10Y", jahrzehnten = "10Y",
    jahrhunderte = "100Y", jahrhunderten = "100Y" },
  CENTURY = { jahrhundert = "100Y", jahrhunderts = "100Y" },
  QUARTER = { quartal = "3M", quartals = "3M" },
  WEEKEND = { wochenende = true },
  PART = { ["Morgen"] = "MO", vormittag = "MO",
    nachmittag = "AF", abend = "EV" },
  NIGHT = { nacht = "NI" },
  ONTO = { zum = true, auf = true },             -- in der Nacht zum Sonntag
  EDGEYEAR = { jahresbeginn = "START", jahresanfang = "START",
    jahresmitte = "MID", jahresende = "END" },
  EDGEMONTH = { monatsbeginn = "START", monatsanfang = "START",
    monatsmitte = "MID", monatsende = "END" },
  EDGEWEEK = { wochenbeginn = "START", wochenanfang = "START",
    wochenmitte = "MID" },
  WDAYPART = {},                                 -- filled below
  NOON = { mittag = 12, mitternacht = 0 },
  DEICTIC = { heute = 0, gestern = -1, morgen = 1, vorgestern = -2,
    ["übermorgen"] = 2 },
  NOW = { jetzt = "PRESENT_REF", derzeit = "PRESENT_REF",
    ["zurzeit"] = "PRESENT_REF", momentan = "PRESENT_REF",
    ["kürzlich"] = "PAST_REF", ["neulich"] = "PAST_REF" },
  LAST = forms("letzt vergangen vorig", -1),
  NEXT = forms("nächst kommend", 1),
  THIS = { diese = 0, dieser = 0, dieses = 0, diesen = 0, diesem = 0 },
  AGOFIRST = { vor = true },
  INFIRST = { ["in"] = 1 },
  LATER = { ["später"] = 1, danach = 1 },
  EARLIER = { ["früher"] = -1, zuvor = -1 },
  EARLY = { anfang = "START", ende = "END", mitte = "MID" },
  SEASON = { ["frühling"] = "SP", ["frühjahr"] = "SP", sommer = "SU",
    herbst = "FA", winter = "WI" },
  YEAROLD = forms("jährig", "Y"),
  FREQUENCY = { ["täglich"] = "P1D", ["wöchentlich"] = "P1W",
    monatlich = "P1M", ["jährlich"] = "P1Y", ["stündlich"] = "PT1H" },
  EVERY = { jeden = true, jede = true, jedes = true, alle = true },
  VAGUE = { mehrere = true, einige = true, wenige = true, mehreren = true,
    einigen = true, wenigen = true, viele = true, vielen = true },
  THE = { der = true, die = true, das = true, dem = true, den = true,
    des = true },
  TO = { bis = true },
  PREP = { am = true, im = true, um = true, seit = true, ab = true,
    vom = true, gegen = true },
  FORPREP = { ["für"] = true, ["während"] = true },
  FROM = { von = true },
  APPROX = { fast = "LESS_THAN", knapp = "LESS_THAN", rund = "APPROX",
    etwa = "APPROX", ["mehr als"] = "MORE_THAN", ["mindestens"] =
    "EQUAL_OR_MORE", ["weniger als"] = "LESS_THAN" },
  OCLOCK = { uhr = true },
  ZONE = { ["MEZ"] = "+01:00", ["MESZ"] = "+02:00", ["UTC"] = "Z",
    ["GMT"] = "Z", ["Ortszeit"] = "" },
  ERA = { ["v. Chr."] = -1, ["n. Chr."] = 1 },
  HOLIDAY = { weihnachten = { 12, 25 }, heiligabend = { 12, 24 },
    silvester = { 12, 31 }, neujahr = { 1, 1 }, ostern = { easter = 0 },
    karfreitag = { easter = -2 }, ostermontag = { easter = 1 },
    pfingsten = { easter = 49 }, ["tag der deutschen einheit"] = { 10, 3 } },
}
-- Dienstagabend: the weekday and the part of it.
local PARTS = { morgen = "MO", ["früh"] = "MO", vormittag = "MO",
  mittag = "MI", nachmittag = "AF", abend = "EV", nacht = "NI" }
for day, number in pairs(words.classes.WDAY) do
  for part, value in pairs(PARTS) do
    words.classes.WDAYPART[day .. part] = { number, value }
  end
end
for class, list in pairs(numbers.numbers) do
  words.classes[class] = words.classes[class] or list
end

words.triggers = { "MONTH", "WDAY", "WDAYS", "UNIT", "UNITS", "CENTURY",
  "QUARTER", "WEEKEND", "PART", "NIGHT", "NOON", "DEICTIC", "NOW", "LATER",
  "EARLIER", "SEASON", "FREQUENCY", "OCLOCK", "ERA", "HOLIDAY", "WDAYPART",
  "EDGEYEAR", "EDGEMONTH", "EDGEWEEK" }

-- Verbs of the past: strong ones by their stems, weak ones by their end, in
-- lower case, as nouns have capitals; and what only looks like them, such as
-- "zweite", and "sie beraten", "sie warten", which are present.
local PREFIXES = "(?:ab|an|auf|aus|be|bei|durch|ein|emp|ent|er|fest|ge|hin|her"
  .. "|mit|nach|statt|über|um|unter|ver|vor|weg|wider|zer|zu|zurück)?"
local STRONG = "(?:aß|bat|bot|blieb|brach|brachte|dachte|drang|fand|fiel|fing"
  .. "|flog|floh|fuhr|gab|galt|gann|ging|griff|grub|half|hielt|hing|hob|kam"
  .. "|kannte|klang|lag|lang|las|lief|ließ|litt|log|lor|lud|musste|nahm|nannte"
  .. "|rannte|rief|riet|riss|sah|sang|sank|saß|schied|schien|schlief|schloss"
  .. "|schlug|schnitt|schoss|schrieb|schuf|schwand|schwieg|sprach|sprang|stahl"
  .. "|stand|starb|stieg|stieß|stritt|traf|trank|trat|trieb|trug|wann|warf"
  .. "|wies|wog|wuchs|wusste|zog)(?:en|n)?"
local WEAK = "(?!ge|(?:alt|bekannt|best|bit|breit|bunt|direkt|dritt|echt|erst"
  .. "|fünft|gesamt|gut|hart|heu|kalt|konkret|lau|leicht|letzt|links?|meist"
  .. "|nächst|privat|recht|schlecht|spät|tot|viert|weit|zweit)e?t?e[nrs]?$"
  .. "|\\p{Ll}*(?:[aiouäöü]t|tt|wart|start|halt|richt|kost|leist|tret)en$)"
  .. "\\p{Ll}{2,}te[nt]?"
-- Verbs of the present: "entscheidet", not "nicht" or "gesagt".
local PRESENT = "(?:geht|gibt|gilt|gehört|gewinnt|gerät|sind"
  .. "|(?!ge|(?:alt|bekannt|bereit|damit|demnächst|dort|ernst|erst|fast|gut"
  .. "|hart|höchst|insgesamt|jetzt|jüngst|kalt|längst|laut|leicht|meist|mit"
  .. "|nicht|oft|recht|rot|schlecht|seit|selbst|somit|sonst|spät|statt|tot"
  .. "|überhaupt|womit|zuerst|zuletzt|zunächst|\\p{Ll}*weit|\\p{Ll}*wärts)$)"
  .. "\\p{Ll}{3,}t)"
-- "Beginnen am Montag", "am Montag beginnen": beside the phrase alone.
local PLURAL = "(?!(?:gegen|wegen|neben|zwischen|zusammen|morgen|gestern|oben"
  .. "|sondern|innen|außen|unten|drinnen|draußen)$)\\p{Ll}{3,}(?:en|ern|eln)"

words.tense = {
  ahead = { "bis" }, behind = { "seit" },
  future = { "wird", "werden", "soll", "sollen", "sollte", "sollten", "will",
    "wollen", "wollte", "wollten", "kann", "könnte", "könnten", "muss",
    "müssen", "geplant", "plant", "planen", "erwartet", "dürfte", "dürften",
    "möchte", "möchten", "kommende" },
  past = { "war", "waren", "hatte", "hatten", "hat", "haben", "wurde",
    "wurden", "ist", "worden", "gewesen" },
  past_test = "[text=/" .. PREFIXES .. STRONG .. "|" .. WEAK .. "/]",
  present_test = "[text=/" .. PRESENT .. "/]",
  present_beside = "[text=/" .. PLURAL .. "/]",
  -- Before these no word is a verb.
  determiners = { "der", "die", "das", "den", "dem", "des", "am", "im", "zum",
    "zur", "vom", "beim", "ins", "ans", "diese", "diesem", "diesen", "dieser",
    "jeden", "jeder", "kein", "keine", "keinen", "sein", "seine", "seinen",
    "seiner", "ihr", "ihre", "ihren", "ihrer", "sehr", "als" },
}
words.before_year = { im = true, jahr = true, seit = true, bis = true,
  von = true, ab = true, ["in"] = true, ["und"] = true, vor = true,
  nach = true, um = true, anfang = true, ende = true, mitte = true }
words.sure_before_year = { jahr = true, jahre = true, seit = true, ab = true,
  anfang = true, ende = true, mitte = true }
words.before_month = {}
words.no_year = { seite = true, nr = true, nummer = true, zimmer = true,
  flug = true, linie = true, als = true, rund = true, etwa = true,
  fast = true, knapp = true, ["über"] = true }
words.no_year_after = { menschen = true, euro = true, dollar = true,
  prozent = true, meter = true, kilometer = true, millionen = true,
  soldaten = true, stellen = true, mitarbeiter = true, tonnen = true,
  personen = true, punkte = true, besucher = true, teilnehmer = true,
  autos = true, jahre = true, tote = true }
-- "Nächsten Donnerstag", said on a Wednesday, is not tomorrow.
words.not_tomorrow = forms("nächst", true)
-- Ends of words that are many: "1250 Autos" is no year.
words.plurals = { "s" }
words.ages, words.comparing = {}, {}
words.before_clock = { um = true, gegen = true, bis = true, ab = true,
  von = true, seit = true }
words.before_the, words.not_after_the = {}, {}

return words
