-- Swedish.
return {
  name = "Svenska",

  abbreviations = {
    never = [[
      hr fr dr prof ing mag s:t s:ta st bl.a t.ex d.v.s dvs ca eg ex exkl inkl
      m.a.o m.h.a p.g.a pga resp s.k sk t.o.m tom fr.o.m from i.o.m o.d jfr kl
      nr tel tfn adj adv aug dec febr feb jan jun jul mars nov okt sept sep apr
      f.d fd fil kand lic doc kap kungl max min milj mkt obs red ref sid st st
      tidn uppl utg vol v vs övers
    ]],
    may = [[ osv o.s.v etc m.m m.fl mm mfl ab inc ltd jr sr kr f.kr e.kr mkr km
      kg o.dyl e.d ]],
    number = [[ nr s sid kl kap fig vol ]],
  },

  hyphen = { cut = false, hanging = true },
  slash = { cut = false },
  colon = { join = true },

  months = [[ januari februari mars april maj juni juli augusti september oktober
    november december ]],

  speech = [[ sade sa säger frågade frågar svarade svarar ropade tänkte viskade
    menade undrade ]],
  pronouns = [[ jag du han hon den det vi ni de man ]],

  starters = [[
    den det de en ett denna detta dessa han hon jag du vi ni man i på av till
    från med för om vid under över efter före mellan mot utan sedan och men
    eller så då när om eftersom trots medan som att vad vem var hur varför här
    nu också inte bara alla många några ingen hans hennes deras vår min din sin
    därför dessutom dock därefter enligt
  ]],
}
