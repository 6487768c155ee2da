-- French.
return {
  name = "Français",

  abbreviations = {
    never = [[
      m mm mme mmes mlle mlles dr drs pr prof me mgr st ste sts stes cie av boul
      bd éd ed coll chap cf vs env fig ill max min p.ex réf tél trad vol resp
      gén col cap lt sgt adj hon janv févr sept oct nov déc j.-c art al
      s.a.r dép
    ]],
    may = [[ etc inc ltd jr sr co corp ex s.a a.m p.m apr n.b ap ]],
    number = [[ no n° n p pp art t fig chap vol par ]],
  },

  clitics = {
    starts = [[ c' d' j' l' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu' ]],
    keep = [[ c'est-à-dire l'on 's aujourd'hui quelqu'un quelqu'une presqu'île prud'homme
      prud'hommes entr'acte d'abord' rock'n'roll grand'mère ]],
  },

  hyphen = {
    cut = false,
    cut_last = [[
      je tu il elle on nous vous ils elles ce t-il t-elle t-on moi toi lui le la
      les leur leurs y en
    ]],
    keep = [[
      celui-là celui-ci rendez-vous quelques-uns chez-moi chez-toi chez-lui
      va-t-en non-lui ceux-là vis-à-vis soi-même
    ]],
  },
  slash = { cut = true, keep = [[ km/h m/s ]] },
  numbers = { range = true },
  ends = { semicolon = true },

  units = [[ h km kg cm mm ml go mo ko ghz mhz kw kwh ]],

  months = [[
    janvier février mars avril mai juin juillet août septembre octobre novembre
    décembre
  ]],

  speech = [[ dit-il dit-elle demanda demande répondit répond dit cria crie
    murmura s'écria ajouta ajoute expliqua explique lança lance ]],
  pronouns = [[ je tu il elle on nous vous ils elles ]],

  starters = [[
    le la les l' un une des du de au aux ce cet cette ces il elle ils elles on
    nous vous je tu c' qu' d' j' n' s' en à dans par pour sur sous avec sans
    chez vers après avant depuis pendant selon entre mais ou et donc or ni car
    si quand lorsque comme puis ensuite enfin ainsi alors aussi cependant
    toutefois pourtant néanmoins son sa ses leur leurs mon ma mes notre nos
    votre vos tout tous toute toutes plusieurs certains certaines quelques
    aucun aucune qui que quoi où comment pourquoi voici voilà ici là malgré
    grâce lors afin plus très bien
  ]],
}
