-- Danish.
return {
  name = "Dansk",

  abbreviations = {
    never = [[
      hr fr dr prof ing mag sct skt bl.a f.eks fx dvs ca eks ekskl inkl mht mfl
      pga iflg jf jvf kl nr tlf adv afd afs alm ang bd bl ed eng fhv flg forf
      forts frk følg gl gr hhv iht ifm jan feb mar apr jun jul aug sep okt nov
      dec kap kgl kst kbh maks min mill mio md mv nuv opr p.g.a p.t p.a pkt pr
      red s.u st str stk sml tidl u.a udg vedr vha vs årg ang st
    ]],
    may = [[ osv mv m.v m.m m.fl etc a/s aps inc ltd jr sr kr f.kr e.kr mia mio
      km kg o.l o.s.v o.a ]],
    number = [[ nr s kl kap fig bd str pkt ]],
  },

  clitics = { keep = [[ 's 'en 'et ]] },
  hyphen = { cut = false, hanging = true },
  slash = { cut = false },

  ordinal_period = true,

  months = [[ januar februar marts april maj juni juli august september oktober
    november december århundrede århundredes klasse division gang ]],

  speech = [[ sagde siger spurgte spørger svarede svarer råbte råber tænkte
    hviskede mente ]],
  pronouns = [[ jeg du han hun den det vi i de man ]],

  starters = [[
    den det de en et denne dette disse han hun jeg du vi man der i på af til fra
    med for om ved under over efter før mellem mod uden siden og men eller så
    da når hvis fordi selvom mens som at hvad hvem hvor hvordan hvorfor her nu
    også ikke kun alle mange nogle ingen hans hendes deres vores min din sin
    derfor desuden dog derefter ifølge trods
  ]],
}
