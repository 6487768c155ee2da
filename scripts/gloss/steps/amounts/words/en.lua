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
  POINT = { point = true },
}

--- How numbers in digits are written.
words.digits = { ordinals = { "st", "nd", "rd", "th" } }

return words
