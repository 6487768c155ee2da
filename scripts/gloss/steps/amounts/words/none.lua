--- No words: what is left of amounts in a language that has no table yet, that
--- is signs and codes of money, percent and units beside digits.
return {
  digits = {},
  numbers = {},
  classes = {},
  triggers = { "SIGN", "CODE" },
  no_count = {}, plain = {}, one_after = {}, one_before = {}, no_half = {},
  no_ordinal = {}, pronouns = {}, of = {},
}
