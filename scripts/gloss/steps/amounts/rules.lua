--- Rules for amounts: a name, a pattern over classes of words (see
--- gloss.steps.times.phrases; the words are in words/LANG.lua), and a function
--- that makes a reading of what was captured, or refuses.
local values = require "gloss.steps.amounts.values"

local rules = {}

--- Classes that a language may leave empty.
rules.classes = { "CARD", "TENS", "HUNDRED", "SCALE", "BIGLETTER", "DOZEN",
  "HALF", "FRACTIONS", "ORD", "FRACMARK", "A", "ANDWORD", "POINT", "WORDNUM",
  "YEARWORD", "PERCENT", "POINTS", "MONEY", "CENTS", "POUNDS", "MEASURE",
  "UNIT", "APPROX", "NEARLY", "OVER", "UNDER", "MINUS", "BETWEEN", "FROM",
  "TO", "OR", "IN", "QUARTER", "SECOND", "LETTER", "SIGN", "CODE", "HASH",
  "NEAR", "OF", "PERCENTSIGN" }

rules.sets = {
  N = "INT2 YEAR4 NUM WORDNUM YEARWORD",
  DIGITS = "INT2 YEAR4 NUM",
  HEDGE = "APPROX NEARLY OVER UNDER",
  ANYPERCENT = "PERCENT PERCENTSIGN",
  ANYMEASURE = "MEASURE POINT UNIT POINTS LETTER POUNDS",
  ANYMONEY = "MONEY CODE",
  JOINT = "TO OR",
}

-- "About" belongs to the amount, "close to" stands before it.
local HEDGE = "(hedge:HEDGE|!hedge:NEAR)? "
-- Two numbers that make a range, with or without "between" and "from".
local RANGE = "(BETWEEN n:N ANDWORD m:N|!FROM n:N TO m:N|n:N JOINT m:N|n:N =m:N)"

--- In each row: name, pattern, builder. The longest match wins, then the row
--- that stands first.
rules.list = {
  { "money", HEDGE .. "sign:SIGN .n:N (+LETTER)? (.money:ANYMONEY)?", values.money },
  { "money", HEDGE .. "n:N (ANYMEASURE)? .sign:SIGN", values.money_after },
  { "money", HEDGE .. "n:N ~money:ANYMONEY", values.money },
  { "money", HEDGE .. "a:A money:MONEY", values.money },
  { "money", HEDGE .. "half:HALF A ~money:MONEY", values.half_money },
  { "money", HEDGE .. "money:CODE .n:N", values.money },
  { "money", HEDGE .. "n:N ~pounds:POUNDS", values.pounds },
  { "cents", HEDGE .. "n:N ~cents:CENTS", values.cents },
  { "money and cents",
    HEDGE .. "n:N money:MONEY (ANDWORD)? m:N cents:CENTS", values.money },
  { "money range",
    HEDGE .. "BETWEEN sign:SIGN .n:N (+letter:LETTER)? ANDWORD (SIGN)? .m:N (+letter:LETTER)?",
    values.money_range },
  -- "From $5 to $10" tells two amounts, "from 5 to 10 percent" a range.
  { "money", "!FROM sign:SIGN .n:N (+LETTER)? !TO !SIGN", values.money },
  { "money range",
    HEDGE .. "sign:SIGN .n:N (+letter:LETTER)? (JOINT m:N|JOINT SIGN .m:N|=m:N|=SIGN .m:N)"
      .. " (+letter:LETTER)?",
    values.money_range },
  { "money range", HEDGE .. RANGE .. " ~money:ANYMONEY", values.money_range },

  { "percent", HEDGE .. "n:N ~ANYPERCENT", values.percent },
  { "percent", HEDGE .. "half:HALF (A)? ANYPERCENT", values.half_percent },
  { "percent range", HEDGE .. RANGE .. " ~ANYPERCENT", values.percent_range },
  { "percent range",
    HEDGE .. "(BETWEEN n:N .ANYPERCENT ANDWORD m:N|n:N .ANYPERCENT JOINT m:N"
      .. "|n:N .ANYPERCENT =m:N) ~ANYPERCENT",
    values.percent_range },

  { "quantity", HEDGE .. "n:N ~unit:ANYMEASURE", values.quantity },
  { "quantity", HEDGE .. "half:HALF (A)? ~unit:MEASURE", values.half_unit },
  { "quantity range", HEDGE .. RANGE .. " ~unit:ANYMEASURE",
    values.quantity_range },

  { "ratio", HEDGE .. "(n:N|a:A) (~part:FRACTIONS|=part:FRACTIONS)", values.fraction },
  { "ratio", HEDGE .. "(n:N|a:A) (~part:(ORD|QUARTER)|=part:ORD)", values.one_part },
  { "ratio", HEDGE .. "n:N IN m:N", values.ratio },
  { "ratio", "n:N over:OVER m:N", values.quotient },
  { "ratio", HEDGE .. "half:HALF", values.half },

  { "range", HEDGE .. RANGE, values.range },
  { "count", HEDGE .. "n:N", values.count },
  { "ordinal", "nth:(ORD|ORDNUM|SECOND)", values.ordinal },
}

return rules
