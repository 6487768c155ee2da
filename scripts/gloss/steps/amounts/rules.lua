--- Rules for amounts: a name, a pattern over classes of words (see
--- docs/grammars.md; the words are in words/LANG.lua), and what becomes of the
--- words that it captures. The words with which that is said are functions of
--- the core: those of `value` are in core/amounts/values.c, those of `unless`
--- in core/amounts/checks.c, each with an example.
local rules = {}

--- Classes that a language may leave empty.
rules.classes = { "CARD", "TENS", "HUNDRED", "HUNDREDS", "SCALE", "THOUSAND",
  "BIGLETTER", "DOZEN", "ROUND", "HALF", "HALFNOUN", "FRACTIONS", "ORD",
  "FRACMARK", "A", "EACH", "ANDWORD", "POINT", "WORDNUM", "YEARWORD", "PERCENT",
  "PC", "POINTS", "MONEY", "CENTS", "PENCE", "POUNDS", "MEASURE", "UNIT",
  "TEMPERATURE", "APPROX", "NEARLY", "OVER", "UNDER", "MINUS", "BETWEEN",
  "FROM", "TO", "OR", "IN", "QUARTER", "SECOND", "LETTER", "SIGN", "CODE",
  "MCODE", "HASH", "NEAR", "OF", "PERCENTSIGN" }

rules.sets = {
  N = "INT2 YEAR4 NUM WORDNUM YEARWORD",
  DIGITS = "INT2 YEAR4 NUM",
  HEDGE = "APPROX NEARLY OVER UNDER",
  ANYPERCENT = "PERCENT PERCENTSIGN PC",
  ANYMEASURE = "MEASURE POINT UNIT POINTS",
  ANYMONEY = "MONEY CODE",
  JOINT = "TO OR",
}

-- "About" belongs to the amount, "close to" stands before it.
local HEDGE = "(hedge:HEDGE|!hedge:NEAR)? "
-- Two numbers that make a range, with or without "between" and "from".
local RANGE = "(BETWEEN n:N ANDWORD m:N|!FROM n:N TO m:N|n:N JOINT m:N"
  .. "|n:N =m:N)"
-- A sign and its number, with a scale: "$5", "£5m"; the second of a range may
-- leave its sign out.
local LOW = "sign:SIGN .n:N (+letter_low:LETTER)? "
local HIGH = " (+letter:LETTER)?"

-- What speaks against a number beside a unit, and against that unit.
local NUMBER = { "comma", "no number" }
local MONEY = { "comma", "no number", "code in name" }
local UNIT = { "comma", "mark before unit", "letter of word", "in capitals" }
local QUANTITY = { "comma", "mark before unit", "letter of word",
                   "in capitals", "no number", "moment" }

--- In each row: name, pattern; `kind`; `value`: how its numbers are made;
--- `unit`: "currency" is that of what is captured as sign, money or code, "unit"
--- what the word captured so stands for, else a name; `other_unit` where the
--- words around tell another kind; `unless`: what speaks against it, in the order
--- in which it is asked. The longest match wins, then the row that stands first.
rules.list = {
  { "money", HEDGE .. "sign:SIGN .n:N (+letter:LETTER)? (.money:ANYMONEY)?",
    kind = "money", value = "money", unit = "currency",
    unless = { "sign in code", "code in name" } },
  { "money", HEDGE .. "n:N (ANYMEASURE)? .sign:SIGN",
    kind = "money", value = "money", unit = "currency",
    unless = { "words between", "no number", "sign of next" } },
  { "money", HEDGE .. "n:N ~money:ANYMONEY",
    kind = "money", value = "money", unit = "currency", unless = MONEY },
  { "money", HEDGE .. "n:N +letter:LETTER ~money:ANYMONEY",
    kind = "money", value = "money", unit = "currency", unless = MONEY },
  { "money", HEDGE .. "a:A money:MONEY",
    kind = "money", value = "money", unit = "currency",
    unless = { "no currency", "longer noun" } },
  { "money", HEDGE .. "half:HALF A ~money:MONEY",
    kind = "money", value = "half", unit = "currency" },
  { "money", HEDGE .. "money:CODE .n:N (+letter:LETTER)?",
    kind = "money", value = "money", unit = "currency", unless = MONEY },
  { "money", HEDGE .. "n:N .money:CODE scale:SCALE",
    kind = "money", value = "money", unit = "currency",
    unless = { "no number" } },
  { "money in millions", HEDGE .. "(n:N .code:MCODE|code:MCODE .n:N)",
    kind = "money", value = "millions", unit = "currency",
    unless = { "no number" } },
  -- Of many pounds, and of a price: money; else a weight.
  { "pounds", HEDGE .. "n:N ~unit:POUNDS",
    kind = "money", value = "weight or money", unit = "GBP",
    other_unit = "pound", unless = { "no number" } },
  { "pounds", HEDGE .. RANGE .. " ~unit:POUNDS",
    kind = "money", value = "weight or money", unit = "GBP",
    other_unit = "pound", unless = { "no number" } },
  { "cents", HEDGE .. "n:N ~unit:CENTS",
    kind = "money", value = "number", unit = "unit",
    unless = { "no number" } },
  { "cents", HEDGE .. "n:DIGITS +unit:PENCE",
    kind = "money", value = "number", unit = "unit",
    unless = { "lines of screen", "no number" } },
  { "money and cents",
    HEDGE .. "n:N money:MONEY (ANDWORD)? m:N unit:CENTS",
    kind = "money", value = "money", unit = "currency",
    unless = { "no number", "too many cents" } },
  { "money range",
    HEDGE .. "BETWEEN " .. LOW .. "ANDWORD (SIGN)? .m:N" .. HIGH,
    kind = "money", value = "money range", unit = "currency" },
  -- "From $5 to $10" tells two amounts, "from 5 to 10 percent" a range.
  { "money", "!FROM sign:SIGN .n:N (+letter:LETTER)? !TO !SIGN",
    kind = "money", value = "money", unit = "currency",
    unless = { "sign in code" } },
  { "money range",
    HEDGE .. LOW .. "(JOINT m:N|JOINT SIGN .m:N|=m:N|=SIGN .m:N)" .. HIGH,
    kind = "money", value = "money range", unit = "currency" },
  { "money range", HEDGE .. RANGE .. " ~money:ANYMONEY",
    kind = "money", value = "range", unit = "currency" },
  { "money in doubt",
    "(sign:SIGN .junk:JUNK (scale:SCALE)? (+letter:LETTER)?"
      .. "|junk:JUNK (scale:SCALE)? ~money:ANYMONEY|junk:JUNK .sign:SIGN)",
    kind = "money", value = "decimals", unit = "currency" },

  { "percent", HEDGE .. "n:N ~percent:ANYPERCENT",
    kind = "percent", value = "number with minus", unless = NUMBER },
  { "percent", HEDGE .. "half:HALF (A)? ANYPERCENT",
    kind = "percent", value = "half" },
  { "percent range", HEDGE .. RANGE .. " ~ANYPERCENT",
    kind = "percent", value = "range" },
  { "percent", "!FROM n:N ~percent:ANYPERCENT !TO !N !~ANYPERCENT",
    kind = "percent", value = "number with minus", unless = NUMBER },
  { "percent range",
    HEDGE .. "(BETWEEN n:N .ANYPERCENT ANDWORD m:N|n:N .ANYPERCENT JOINT m:N"
      .. "|n:N .ANYPERCENT =m:N) ~ANYPERCENT",
    kind = "percent", value = "range" },
  { "percent in doubt", "junk:JUNK ~ANYPERCENT",
    kind = "percent", value = "decimals" },

  { "quantity", HEDGE .. "n:N ~unit:ANYMEASURE",
    kind = "quantity", value = "number with minus", unit = "unit",
    unless = QUANTITY },
  { "quantity", HEDGE .. "n:N +letter:LETTER unit:MEASURE",
    kind = "quantity", value = "number with minus", unit = "unit",
    unless = QUANTITY },
  { "quantity in doubt", "junk:JUNK (scale:SCALE)? ~unit:(MEASURE|POINTS)",
    kind = "quantity", value = "decimals", unit = "unit",
    unless = { "unreadable" } },
  { "metres or millions", HEDGE .. "n:DIGITS .letter:LETTER",
    kind = "quantity", value = "metres or millions", unit = "m",
    unless = { "no number" } },
  { "metres or millions", HEDGE .. RANGE .. " .letter:LETTER",
    kind = "quantity", value = "metres or millions", unit = "m",
    unless = { "no number" } },
  { "temperature", HEDGE .. "n:DIGITS +unit:TEMPERATURE",
    kind = "quantity", value = "number with minus", unit = "unit",
    unless = { "no number", "no temperature" } },
  { "quantity", HEDGE .. "half:HALF (A)? ~unit:(MEASURE|POINTS)",
    kind = "quantity", value = "half", unit = "unit" },
  { "quantity", HEDGE .. "(n:N|A) unit:(MEASURE|POINTS) ANDWORD A HALF",
    kind = "quantity", value = "and a half", unit = "unit" },
  { "part of a unit",
    HEDGE .. "(n:N|n:N ~part:FRACTIONS|A part:QUARTER) OF A "
      .. "~unit:(MEASURE|POINTS)",
    kind = "quantity", value = "part", unit = "unit",
    unless = { "no number" } },
  { "quantity range", HEDGE .. RANGE .. " ~unit:ANYMEASURE",
    kind = "quantity", value = "range", unit = "unit", unless = UNIT },

  { "ratio", HEDGE .. "(n:N|a:A) (~part:FRACTIONS|=part:FRACTIONS)",
    kind = "quantity", value = "part with minus", unit = "ratio",
    unless = { "year in words", "no number" } },
  { "ratio", HEDGE .. "(n:N|a:A) (~part:(ORD|QUARTER)|=part:ORD)",
    kind = "quantity", value = "part", unit = "ratio",
    unless = { "no part", "third in row" } },
  { "part range",
    "(BETWEEN (A part:(ORD|QUARTER)|n:N ~part:FRACTIONS) ANDWORD "
      .. "|(A part:(ORD|QUARTER)|n:N ~part:FRACTIONS) JOINT )"
      .. "(half:HALF|A half:HALF|A other:(ORD|QUARTER)|m:N ~other:FRACTIONS)",
    kind = "quantity", value = "part range", unit = "ratio" },
  { "ratio", HEDGE .. "(n:N|a:A) (IN|from:FROM) m:N",
    kind = "quantity", value = "quotient", unit = "ratio",
    unless = { "article", "movement", "not of whole", "in a place",
               "no count of whole" } },
  { "ratio", HEDGE .. "EACH part:ORD",
    kind = "quantity", value = "part", unit = "ratio",
    unless = { "each first" } },
  { "ratio", "n:N over:OVER m:N",
    kind = "quantity", value = "quotient with minus", unit = "ratio",
    unless = { "no quotient" } },
  { "ratio", HEDGE .. "half:HALF",
    kind = "quantity", value = "half", unit = "ratio",
    unless = { "half of next", "half of match" } },
  { "ratio", "(hedge:(NEARLY|OVER|UNDER))? half:HALFNOUN",
    kind = "quantity", value = "half", unit = "ratio",
    unless = { "half of next", "half of match" } },

  { "range", HEDGE .. RANGE,
    kind = "count", value = "range", unless = { "no count", "score" } },
  -- A price where the words say so; "una de cada cinco" is a part.
  { "count", HEDGE .. "n:N",
    kind = "count", value = "count", other_unit = "ratio",
    unless = { "no count" } },
  -- "The bottom fifth" is a part.
  { "ordinal", "nth:(ORD|ORDNUM|SECOND)",
    kind = "ordinal", value = "ordinal", other_unit = "ratio",
    unless = { "no ordinal" } },
}

return rules
