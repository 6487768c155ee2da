-- English.
return {
  name = "English",

  abbreviations = {
    -- Something always follows: a name, a number, the rest of a phrase.
    never = [[
      mr mrs ms messrs dr prof rev fr hon gen lt ltc col maj capt cmdr cpl sgt adm
      pvt brig sen rep reps sens gov pres supt insp det amb atty asst ass't
      st ste mt mts ft pt ph.d rs
      vs v.s viz cf e.g i.e f.e ca drs
      jan feb mar apr jun jul aug sept sep oct nov dec
      mon tue tues wed weds thu thur thurs fri
      univ dept bros attn re approx esp incl excl
    ]],
    -- Something may follow, or the sentence ends.
    may = [[
      inc ltd co corp cos llc l.l.c plc llp jr sr esq al eg ie ps
      ave blvd rd hwy pkwy sq bldg apt ste
      min mins hr hrs sec secs yr yrs mo mos wk wks lb lbs oz ft in.ch
      ala ariz ark calif colo conn del fla ill ind kans kan ky la mass md mich
      minn miss mont neb nebr nev okla ore penn pa tenn tex va vt wash wis wyo
      que ont alta
      ed eds vol vols div dist intl natl govt mfg mgr dir ext rec info med
      b.c a.d n.d abbr adj adv
    ]],
    -- The sentence ends, where a capital follows.
    ["end"] = [[ etc a.m p.m ]],
    number = [[
      no nos n° p pp fig figs sec secs art arts ch chap vol vols n ext cl par para
      paras eq eqs pg pgs r tel ver c b m d circa
    ]],
    name = [[ sat sun ]],
  },

  clitics = {
    endings = [[ 's 'll 're 've 'm 'd n't ]],
    possessive = true,
    keep = [[
      o'clock ma'am y'all 'em 'til 'till 'cause 'cos 'coz 'bout 'round 'n 'tis
      'twas 'twill 'twere 'nuff ol' o' d'you rock'n'roll
    ]],
    split = [[
      can|not gon|na wan|na got|ta lem|me gim|me du|n|no
      do|nt ca|nt wo|nt did|nt does|nt is|nt are|nt was|nt were|nt have|nt
      has|nt had|nt could|nt would|nt should|nt ai|nt
      that|s what|s there|s here|s you|re they|re you|ll they|ll
      you|ve they|ve we|ve
    ]],
  },

  hyphen = {
    cut = true,
    keep_first = [[
      e a u x agro ante anti arch be bi bio co counter cross cyber de eco ex
      extra hyper inter intra macro mega meta micro mid mini multi neo non over
      pan para peri post pre pro proto pseudo quasi re semi sub super supra trans
      tri ultra un under uni vice
    ]],
    keep_last = [[ able ahol aholic ation centric cracy esque ette fest fold
      gate itis ish less most rama wise ]],
    keep = [[ uh-huh uh-uh uh-oh mm-hm mm-hmm hm-m huh-uh x-ray x-rays ]],
  },

  slash = {
    cut = true,
    keep = [[ s/he w/o n/a a/c l/c i/c k/psu km/h m/s tcp/ip ]],
  },

  units = [[ k m mm cm km kg mg g ft lb lbs oz mph kph mb gb tb kb hz khz mhz
    ghz kw mw gw kwh mwh am pm a.m p.m ]],
  ["units.money"] = [[ m mm b ]],

  names_with_mark = [[ yahoo! jeopardy! ]],

  lower_after = { period = true, mark = true },

  after_time = [[
    monday tuesday wednesday thursday friday saturday sunday eastern central
    mountain pacific gmt utc est edt cst cdt mst mdt pst pdt et ct mt pt cet
  ]],

  pronouns = [[ i you he she it we they ]],

  speech = [[
    said says say asked asks asking replied replies answered answers cried
    cries shouted shouts yelled yells whispered whispers thought thinks wondered
    exclaimed muttered murmured screamed called added continued began went
    demanded inquired insisted explained remarked observed repeated responded
    sighed laughed growled snapped gasped
  ]],

  starters = [[
    the a an this that these those it he she they we you i there here his her
    their our my your its in on at by for from with without as if when while
    although though because since after before during however but and or so yet
    nor then thus therefore moreover furthermore meanwhile also still even
    what who why how where which is are was were do does did has have had can
    could will would should may might must no not yes all some many most one
    two another other both each every please thanks thank let oh well ok okay see
    yeah
  ]],
}
