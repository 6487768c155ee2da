-- Portuguese.
return {
  name = "Português",

  abbreviations = {
    never = [[
      sr sra srta srs sras dr dra drs prof profa eng arq exmo exma ilmo ilma d
      gen cel cap ten sgt maj alm adv av r al trav pça rod est st sto sta pe fr
      dep sen min gov pres vol vols ed pág págs cf vs p.ex ex art arts fig figs
      tab cap inc máx mín aprox tel ramal depto univ mons cia bros
      jan fev mar abr mai jun jul ago set out nov dez
    ]],
    may = [[ etc ltda ltd inc jr s.a a.m p.m a.c d.c km kg min seg séc obs ]],
    number = [[ n no nº n° núm p pp pág págs art arts cap fig vol séc ]],
  },

  clitics = { keep = [[ d'água copo-d'água d'oeste 's ]] },
  hyphen = { cut = false },
  numbers = { range = true },
  slash = { cut = true },

  units = [[ km kg cm mm ml gb mb ]],

  months = [[ janeiro fevereiro março abril maio junho julho agosto setembro
    outubro novembro dezembro ]],

  speech = [[ disse diz perguntou pergunta respondeu responde exclamou gritou
    acrescentou pensou explicou murmurou ]],
  pronouns = [[ eu tu ele ela nós vós eles elas você vocês ]],

  starters = [[
    o a os as um uma uns umas este esta estes estas esse essa esses essas aquele
    aquela isto isso ele ela eles elas eu você nós em no na nos nas de do da dos
    das por pelo pela para com sem sobre entre até desde durante após antes
    depois mas e ou porém contudo no entanto embora quando enquanto como onde
    porque pois se já não sim também ainda assim então agora hoje ontem aqui
    seu sua seus suas meu minha todo toda todos todas alguns muitas muitos
    outro outra outros cada é foi era são foram está há qual quem quanto
  ]],
}
