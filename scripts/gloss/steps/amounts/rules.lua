--- Rules for amounts: a name, a pattern over classes of words (see
--- gloss.steps.times.phrases; the words are in words/LANG.lua), and a function
--- that makes a reading of what was captured, or refuses.
local values = require "gloss.steps.amounts.values"

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

--- In each row: name, pattern, builder. The longest match wins, then the row
--- that stands first.
rules.list = {
  { "money", HEDGE .. "sign:SIGN .n:N (+letter:LETTER)? (.money:ANYMONEY)?",
    values.money },
  { "money", HEDGE .. "n:N (ANYMEASURE)? .sign:SIGN", values.money_after },
  { "money", HEDGE .. "n:N ~money:ANYMONEY", values.money },
  { "money", HEDGE .. "n:N +letter:LETTER ~money:ANYMONEY", values.money },
  { "money", HEDGE .. "a:A money:MONEY", values.money },
  { "money", HEDGE .. "half:HALF A ~money:MONEY", values.half_money },
  { "money", HEDGE .. "money:CODE .n:N (+letter:LETTER)?", values.money },
  { "money", HEDGE .. "n:N .money:CODE scale:SCALE", values.money_scaled },
  { "money in millions", HEDGE .. "(n:N .code:MCODE|code:MCODE .n:N)",
    values.money_in_millions },
  { "pounds", HEDGE .. "n:N ~pounds:POUNDS", values.pounds },
  { "pounds", HEDGE .. RANGE .. " ~pounds:POUNDS", values.pounds },
  { "cents", HEDGE .. "n:N ~cents:CENTS", values.cents },
  { "cents", HEDGE .. "n:DIGITS +cents:PENCE", values.pence },
  { "money and cents",
    HEDGE .. "n:N money:MONEY (ANDWORD)? m:N cents:CENTS", values.money },
  { "money range",
    HEDGE .. "BETWEEN " .. LOW .. "ANDWORD (SIGN)? .m:N" .. HIGH,
    values.money_range },
  -- "From $5 to $10" tells two amounts, "from 5 to 10 percent" a range.
  { "money", "!FROM sign:SIGN .n:N (+letter:LETTER)? !TO !SIGN", values.money },
  { "money range",
    HEDGE .. LOW .. "(JOINT m:N|JOINT SIGN .m:N|=m:N|=SIGN .m:N)" .. HIGH,
    values.money_range },
  { "money range", HEDGE .. RANGE .. " ~money:ANYMONEY", values.money_range },
  { "money in doubt",
    "(sign:SIGN .junk:JUNK (scale:SCALE)? (+letter:LETTER)?"
      .. "|junk:JUNK (scale:SCALE)? ~money:ANYMONEY|junk:JUNK .sign:SIGN)",
    values.money_in_doubt },

  { "percent", HEDGE .. "n:N ~percent:ANYPERCENT", values.percent },
  { "percent", HEDGE .. "half:HALF (A)? ANYPERCENT", values.half_percent },
  { "percent range", HEDGE .. RANGE .. " ~ANYPERCENT", values.percent_range },
  { "percent", "!FROM n:N ~percent:ANYPERCENT !TO !N !~ANYPERCENT",
    values.percent },
  { "percent range",
    HEDGE .. "(BETWEEN n:N .ANYPERCENT ANDWORD m:N|n:N .ANYPERCENT JOINT m:N"
      .. "|n:N .ANYPERCENT =m:N) ~ANYPERCENT",
    values.percent_range },
  { "percent in doubt", "junk:JUNK ~ANYPERCENT", values.percent_in_doubt },

  { "quantity", HEDGE .. "n:N ~unit:ANYMEASURE", values.quantity },
  { "quantity", HEDGE .. "n:N +letter:LETTER unit:MEASURE", values.quantity },
  { "quantity in doubt", "junk:JUNK (scale:SCALE)? ~unit:(MEASURE|POINTS)",
    values.quantity_in_doubt },
  { "metres or millions", HEDGE .. "n:DIGITS .letter:LETTER", values.letter },
  { "metres or millions", HEDGE .. RANGE .. " .letter:LETTER", values.letter },
  { "temperature", HEDGE .. "n:DIGITS +unit:TEMPERATURE", values.temperature },
  { "quantity", HEDGE .. "half:HALF (A)? ~unit:(MEASURE|POINTS)",
    values.half_unit },
  { "quantity", HEDGE .. "(n:N|A) unit:(MEASURE|POINTS) ANDWORD A HALF",
    values.unit_and_half },
  { "part of a unit",
    HEDGE .. "(n:N|n:N ~part:FRACTIONS|A part:QUARTER) OF A "
      .. "~unit:(MEASURE|POINTS)",
    values.part_of_unit },
  { "quantity range", HEDGE .. RANGE .. " ~unit:ANYMEASURE",
    values.quantity_range },

  { "ratio", HEDGE .. "(n:N|a:A) (~part:FRACTIONS|=part:FRACTIONS)",
    values.fraction },
  { "ratio", HEDGE .. "(n:N|a:A) (~part:(ORD|QUARTER)|=part:ORD)",
    values.one_part },
  { "part range",
    "(BETWEEN (A part:(ORD|QUARTER)|n:N ~part:FRACTIONS) ANDWORD "
      .. "|(A part:(ORD|QUARTER)|n:N ~part:FRACTIONS) JOINT )"
      .. "(half:HALF|A half:HALF|A other:(ORD|QUARTER)|m:N ~other:FRACTIONS)",
    values.part_range },
  { "ratio", HEDGE .. "(n:N|a:A) (IN|from:FROM) m:N", values.ratio },
  { "ratio", HEDGE .. "EACH part:ORD", values.every },
  { "ratio", "n:N over:OVER m:N", values.quotient },
  { "ratio", HEDGE .. "half:HALF", values.half },
  { "ratio", "(hedge:(NEARLY|OVER|UNDER))? half:HALFNOUN", values.half },

  { "range", HEDGE .. RANGE, values.range },
  { "count", HEDGE .. "n:N", values.count },
  { "ordinal", "nth:(ORD|ORDNUM|SECOND)", values.ordinal },
}

return rules
