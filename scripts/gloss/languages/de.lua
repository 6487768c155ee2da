-- German.
return {
  name = "Deutsch",

  abbreviations = {
    never = [[
      hr fr frl dr prof dipl ing mag st ste sr jr hl bzw ca vgl z zB z.b d.h
      i.d.r u.a.m m.e o.g s.o s.u u.u v.a z.t zzt zzgl inkl exkl evtl ggf gem
      geb gest verh bes bspw sog insb mind max min std stk st.p med phil jur rer nat u tel fax abt
      bd bde hrsg hg jg jh jhd kap nr nrn art abs abb tab anm aufl bearb
      vorm ehem ehm ev kath röm österr schweiz dt engl franz lat griech russ
      jan feb mrz apr jun jul aug sep sept okt nov dez mo di mi do fr sa so
      az betr bez int intern nat allg eig eigtl ing verw vs v chr n.chr v.chr
      a.d b.d i.d i.v i.a i.r i.s u.d d.i d.j d.m d.ä h.c k.o r.k
      str pl gebr kl gr s.a ind
    ]],
    may = [[
      usw etc ect u.a u.ä u.v.a u.v.m u.dgl dgl u.s.w o.ä p.a p.m n.b mio mrd
      tsd co ltd inc corp st.g a.m jhs uä uvm
    ]],
    number = [[ s f ff p pp r z no fig § ziff rz rn ]],
    name = [[ a b c ]],
  },

  clitics = { keep = [[ 's 'n 'ne 'nen 'ner 'nem 'rum 'rein 'raus 'rauf ]] },

  hyphen = {
    cut = true,
    keep = [[ e-mail e-mails ]],
  },
  slash = { cut = true },
  marks = { single = true },

  ordinal_period = true,
  nouns_capital = true,

  units = [[ km kg cm mm m ml kb mb gb ghz mhz kw kwh uhr ]],

  months = [[
    januar februar märz april mai juni juli august september oktober november
    dezember jänner jahrhundert jahrhunderts jan feb mrz apr jun jul aug sep
    sept okt nov dez
  ]],

  speech = [[
    sagte sagt fragte fragt rief ruft meinte meint antwortete antwortet erklärte
    erklärt flüsterte schrie dachte denkt erwiderte betonte betont sagten
    fragten riefen so
  ]],
  pronouns = [[ ich er sie es wir ihr du man ]],

  starters = [[
    der die das den dem des ein eine einer einem einen dieser diese dieses
    diesen diesem er sie es wir ihr ich man in im am an auf aus bei beim bis
    durch für gegen mit nach ohne seit um und unter von vom vor während wegen
    zu zum zur zwischen über aber als also auch da dabei dafür dagegen daher
    damit dann daran darauf darum dass dazu denn doch dort ob obwohl oder
    schon sehr so sobald sogar somit sonst sowie später trotz trotzdem
    weil weiter weitere wenn wer wie wieder wird wo zudem zunächst hier heute
    jetzt nun nur noch nicht kein keine was warum alle alles viele einige
    seine seinen seiner ihre ihren ihrer unser unsere mein meine nachdem
    insgesamt allerdings außerdem bereits dennoch deshalb jedoch leider
  ]],
}
