-- Norwegian (Bokmål).
return {
  name = "Norsk bokmål",

  abbreviations = {
    never = [[
      hr fr dr prof ing mag st bl.a f.eks dvs d.v.s ca eks ekskl inkl mht mfl
      pga iht ifm jf jfr kl nr tlf adv avd ang bd eg eng fhv flg frk gl hhv jan
      feb mar apr jun jul aug sep okt nov des kap kgl maks min mill mrd md nåv
      opp oppr pkt pr red s.u stk tidl vs årg utg vedr el eventuelt f.o.m t.o.m
    ]],
    may = [[ osv o.s.v mv m.v m.m m.fl etc as a/s inc ltd jr sr kr f.kr e.kr km
      kg o.l ]],
    number = [[ nr s kl kap fig bd pkt ]],
  },

  hyphen = { cut = false, hanging = true },
  slash = { cut = false },

  ordinal_period = true,

  months = [[ januar februar mars april mai juni juli august september oktober
    november desember århundre århundret klasse divisjon gang ]],

  speech = [[ sa sier spurte spør svarte svarer ropte tenkte hvisket mente ]],
  pronouns = [[ jeg du han hun den det vi dere de man ]],

  starters = [[
    den det de en et ei denne dette disse han hun jeg du vi dere man i på av til
    fra med for om ved under over etter før mellom mot uten siden og men eller
    så da når hvis fordi selv mens som at hva hvem hvor hvordan hvorfor her nå
    også ikke bare alle mange noen ingen hans hennes deres vår min din sin
    derfor dessuten likevel deretter ifølge
  ]],
}
