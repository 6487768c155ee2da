-- Czech.
return {
  name = "Čeština",

  abbreviations = {
    never = [[
      p pí sl dr mudr judr phdr rndr ing mgr bc prof doc csc arch gen plk pplk
      mjr kpt npor por sv ul nám tř č čl čp odst obr tab str s sv vol např tzv
      tj tzn tj mj mmj resp popř příp event cca ca asi kol zn vyd red překl
      srov viz pozn min max tel fax j.č r zv zvl angl něm franc lat řec rus am
      jan led ún břez dub květ červ srp zář říj list pros st ml kpt
    ]],
    may = [[ atd apod aj etc hod min tis mil mld kč km kg s.r.o a.s spol př.n.l
      n.l jr ltd inc ]],
    number = [[ č s str čl odst obr tab r sv ]],
  },

  hyphen = { cut = false },
  slash = { cut = true },
  numbers = { range = true },

  ordinal_period = true,

  months = [[ ledna února března dubna května června července srpna září října
    listopadu prosince století ]],

  speech = [[ řekl řekla říká zeptal zeptala odpověděl odpověděla křikl vykřikl
    dodal dodala pomyslel zašeptal ]],
  pronouns = [[ já ty on ona ono my vy oni ony ]],

  starters = [[
    v ve na z ze do od po za o u při přes pro bez pod nad před mezi i a ale nebo
    či však jestli když protože proto tedy to ten ta ti ty tato tento toto on
    ona ono oni já ty my vy jeho její jejich můj tvůj náš váš svůj kdo co kde
    jak proč který která které tam tady teď dnes včera zítra potom pak už ještě
    také též ne ano všichni každý mnoho někteří byl byla bylo byli je jsou
  ]],
}
