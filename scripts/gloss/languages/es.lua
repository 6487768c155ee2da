-- Spanish.
return {
  name = "Español",

  abbreviations = {
    never = [[
      sr sra srta sres sras srs d dña dra dr drs prof profa lic ing arq gral cnel
      col cap tte sgto mons fr sto sta san st pdte pdta excmo excma ilmo ilma
      hno hna rvdo av avda avd c/ ctra pza pl urb vda ud uds vd vds p.ej ej aprox
      cía bros mt ntra ntro admón atte máx mín núm nº n.º tel tfno depto dpto
      edo ene feb abr jun jul ago sept oct nov dic vs cf s.m s.a.r mons
      ee.uu rr.hh ff.aa jj.oo vv.aa m.a prov
      a.c d.c ee
    ]],
    may = [[
      etc inc ltd ltda jr s.a s.l s.r.l cía a.m p.m co corp hab km kg cts uu mar ed eds
      art arts pág págs cap caps vol vols bs
    ]],
    number = [[ no n° n cra ext lun mar mié jue vie sáb dom párrf núm art pág págs p pp cap t fig vol tel ]],
  },

  hyphen = { cut = false },
  numbers = { range = true, superscript = true },
  clitics = { keep = [[ 's ]] },
  slash = { cut = true },
  ends = { semicolon = true },

  units = [[ km kg cm mm ml gb mb ghz mhz ]],

  months = [[
    enero febrero marzo abril mayo junio julio agosto septiembre setiembre
    octubre noviembre diciembre
  ]],

  speech = [[ dijo dice preguntó pregunta respondió responde exclamó gritó
    contestó añadió murmuró pensó explicó ]],
  pronouns = [[ yo tú él ella ellos ellas nosotros usted ustedes ]],

  starters = [[
    el la los las un una unos unas lo este esta estos estas ese esa esos esas
    aquel aquella él ella ellos ellas yo tú nosotros usted ustedes en a al con
    de del desde durante entre hacia hasta para por según sin sobre tras ante
    bajo contra pero y o ni aunque como cuando donde mientras porque pues que
    quien si también tampoco además así entonces luego después antes ahora hoy
    ayer aquí allí ya no sí su sus mi mis tu tus nuestro nuestra todo toda todos
    todas algunos algunas muchos muchas otros otra varios cada es fue era son
    fueron está están hay había ha han se le les me nos te qué quién cómo
    cuándo dónde asimismo finalmente igualmente
  ]],
}
