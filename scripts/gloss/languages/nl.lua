-- Dutch.
return {
  name = "Nederlands",

  abbreviations = {
    never = [[
      dhr mevr mw dr drs mr ing ir prof ds mgr gen kol kapt st sint bijv bv ca
      v.chr n.chr vgl resp zgn zg evt incl excl max min nr nrs tel fax blz
      art afd jan febr mrt apr jun jul aug sept sep okt nov dec ma di wo do vr
      za zo jl o.a o.m d.w.z i.p.v i.v.m m.b.t m.a.w m.n n.a.v t.a.v t.b.v t.g.v
      t.o.v z.o.z a.u.b a.s v.d j.l t.w w.o vs dd hs
      g.b.j h v
    ]],
    ["end"] = [[ chr enz etc ]],
    may = [[ e.d e.a e.v inc ltd jr sr n.v b.v v.s kg km uur min sec
      rk co ]],
    number = [[ p pp blz nr no art hfst fig ]],
  },

  clitics = { keep = [[ l' 's 't 'n 'k 'm 'r 'ie ]] },

  hyphen = { cut = false, hanging = true },
  numbers = { range = true, percent = true },
  slash = { cut = false },

  ordinal_period = false,

  months = [[
    januari februari maart april mei juni juli augustus september oktober
    november december
  ]],

  speech = [[ zei zegt vroeg vraagt riep roept antwoordde antwoordt dacht denkt
    meende aldus fluisterde schreeuwde ]],
  pronouns = [[ ik hij zij ze wij we jij je u het men ]],

  starters = [[
    de het een deze dit die dat hij zij ze wij we ik jij je u er men in op aan
    bij met van voor naar uit om over onder tussen tegen tijdens na door tot
    sinds volgens zonder maar en of dus want als toen omdat terwijl hoewel
    zodat dan daar daarna daarom daarnaast hier nu ook nog wel niet geen zo
    zoals wat wie waar waarom hoe welke alle alleen veel vele sommige andere
    zijn haar hun ons onze mijn eerst later vervolgens uiteindelijk echter
    bovendien toch verder vooral volgend vorig gisteren vandaag morgen
  ]],
}
