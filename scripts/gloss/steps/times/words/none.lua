--- No words: what is left of times in a language that has no table yet, that is
--- ISO dates, and dates and times in digits.
return {
  digits = {},
  date_order = "dmy",
  classes = { AMPM = { am = "am", pm = "pm" }, ZONE = { ["UTC"] = "Z" } },
  triggers = {},
  tense = {},
  before_year = {}, sure_before_year = {}, before_month = {}, no_year = {},
  no_year_after = {}, before_clock = {}, before_the = {}, not_after_the = {},
  ages = {}, comparing = {},
}
