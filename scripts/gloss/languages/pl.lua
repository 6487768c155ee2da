-- Polish.
return {
  name = "Polski",

  abbreviations = {
    never = [[
      dr hab prof inż mgr lek lic doc ks o św bł gen płk ppłk mjr kpt por ppor
      sierż plut kpr st ul al pl os pan p pp im m.in np tzn tj tzw ww wg zob por
      ok red oprac tłum wyd rys tab ryc zał pkt ust art par poz godz min maks
      tel fax nr dyr kier zast z-ca woj pow gm dz jw b cd cdn ang niem franc łac
      gr ros wł hiszp r.p płn płd wsch zach śp
    ]],
    may = [[ itd itp etc r w tys mln mld zł gr km kg sp z.o.o s.a n.e p.n.e jr
      ltd inc proc szt egz ]],
    number = [[ s str nr art ust pkt t rozdz r ]],
  },

  hyphen = { cut = false },
  slash = { cut = true },
  numbers = { range = true },

  ordinal_period = true,

  months = [[ stycznia lutego marca kwietnia maja czerwca lipca sierpnia września
    października listopada grudnia wieku ]],

  speech = [[ powiedział powiedziała mówi zapytał zapytała odpowiedział
    odpowiedziała krzyknął krzyknęła dodał dodała pomyślał pomyślała szepnął
    szepnęła rzekł ]],
  pronouns = [[ ja ty on ona ono my wy oni one ]],

  starters = [[
    w we na z ze do od po za o u przy przez dla bez pod nad przed między i a ale
    lecz oraz lub albo czy jednak jeśli jeżeli gdy kiedy ponieważ bo więc
    dlatego zatem to ten ta te ci tego tej tych on ona ono oni one ja ty my wy
    jego jej ich mój twój nasz wasz swój kto co gdzie jak dlaczego który która
    które tam tu teraz dziś wczoraj jutro potem wtedy już jeszcze także też
    również nie tak wszyscy każdy wiele niektóre po był była było były jest są
  ]],
}
