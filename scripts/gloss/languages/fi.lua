-- Finnish.
return {
  name = "Suomi",

  abbreviations = {
    never = [[
      hra rva nti tri prof dos fil maist kand lis ins dipl esim mm muun ts eli
      huom ks vrt ns nk yms n noin puh os postios klo kpl kk v vk pv t toim suom
      s sivu siv tammi helmi maalis huhti touko kesä heinä elo syys loka marras
      joulu milj mrd min sek p fax tel st vs ent synt kuol ap ko ao em
    ]],
    may = [[ jne yms ym jms oy oyj ky inc ltd jr sr e.kr j.kr eaa jaa km kg eur
      a.k.a ]],
    number = [[ s n nro klo kpl kuva ]],
  },

  hyphen = { cut = false, hanging = true },
  slash = { cut = false },
  colon = { join = true },
  numbers = { range = true },

  ordinal_period = true,

  months = [[ tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta
    heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta vuosisadan
    vuosisadalla luokka ]],

  speech = [[ sanoi sanoo kysyi kysyy vastasi vastaa huusi ajatteli kuiskasi
    totesi ]],
  pronouns = [[ minä sinä hän se me te he ne ]],

  starters = [[
    se ne hän he minä sinä me te tämä tuo nämä nuo joka jotka mikä mitä kuka
    missä milloin miten miksi kun jos koska vaikka että ja mutta tai sekä vaan
    niin siis silti myös lisäksi kuitenkin sitten nyt tänään täällä siellä
    kaikki monet jotkut ei ole on oli olivat ovat vuonna hänen sen niiden
  ]],
}
