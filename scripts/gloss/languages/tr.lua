-- Turkish.
return {
  name = "Türkçe",

  abbreviations = {
    never = [[
      dr prof doç yrd av müh öğr gör sn bn alb yzb tğm org korg tuğg gen mar
      hz st cad sok mah apt no nr tel fax bkz krş örn yak çev der haz yay ed
      böl sf s ss md fık bs
    ]],
    may = [[ vb vs vd a.ş ltd şti co inc mad ö.s m.ö m.s ]],
    number = [[ no s ss sf md m ]],
  },

  hyphen = { cut = true },
  slash = { cut = true },
  lower_after = { period = true },

  ordinal_period = true,
  interjections = { join = true },

  months = [[
    ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık
    yüzyıl yüzyılda yüzyılın madde maddesi maddesinde maddesinin fıkra fıkrası
    fıkrasının sayı sayısı sayısında yıl yılı bölüm bölümü kat sınıf
  ]],

  speech = [[ dedi diye sordu söyledi bağırdı mırıldandı ]],
  pronouns = [[ ben sen o biz siz onlar ]],

  starters = [[
    bu şu o bir ve ama fakat ancak çünkü ben sen biz siz onlar ne nasıl neden
    niçin kim hangi her bütün tüm daha çok en şimdi sonra önce yine de
    böyle öyle ayrıca oysa eğer belki evet hayır
  ]],
}
