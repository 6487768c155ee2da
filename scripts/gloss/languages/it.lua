-- Italian.
return {
  name = "Italiano",

  abbreviations = {
    never = [[
      sig sigg sig.ra sig.na sig.ri dott dr d.ssa dott.ssa prof prof.ssa avv ing
      arch geom rag on sen gen col cap magg ten mons don p fra s ss sant st
      pag pagg p.es es cfr vs fig tab tav vol voll ca cap art artt n nn nr num
      lett co d.lgs d.l d.p.r c.so v.le p.za p.zza tel fax ecc.mo distr rist
      prov reg gg gen feb mar apr mag giu lug ago set sett ott nov dic ediz
      fasc trad l v dim meteor idraul psicol econ dir amm st d pres vicepres segr
      tecn scient filos teol mat fis chim biol ingegn giur polit amb min
    ]],
    may = [[ az ecc etc inc ltd jr s.p.a s.r.l s.a s.n.c spa srl a.c d.c a.m p.m ]],
    number = [[ n° n nn nr p pp pag art artt cap fig vol sez ]],
  },

  clitics = {
    cut_all = true,
    starts = [[
      l' un' d' c' s' m' t' v' n' dell' all' dall' nell' sull' coll' quest'
      quell' bell' sant' dov' com' cos' quant' tutt' anch' neanch' senz' mezz'
      trent' vent' nessun' ciascun' qualcun' gl'
    ]],
    keep = [[
      po' mo' be' di' fa' va' sta' da' e' è' perche' piu' cosi' puo' gia' giu'
      sara' citta' liberta' universita' attivita' societa' qualita' verita'
      pero' poiche' affinche' finche' benche' la' li' qui' si' ne' a' de' ne'
      ragion' o'
    ]],
  },

  hyphen = { cut = true, keep_first = [[ e ex vice super mini anti non by king
    pre post co ]], keep_last = [[ mail pass size ]] },
  slash = { cut = true, keep = [[ e/o km/h ]] },
  ends = { colon = true },
  lower_after = { period = true, mark = true },

  units = [[ km kg cm mm ml gb mb ghz mhz ]],

  months = [[
    gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre
    novembre dicembre
  ]],

  speech = [[ disse dice chiese chiede rispose risponde esclamò gridò pensò
    aggiunse spiegò mormorò ]],
  pronouns = [[ io tu lui lei egli ella noi voi loro essi ]],

  starters = [[
    il lo la i gli le l' un uno una un' questo questa questi queste quello
    quella quei quelle egli lui lei essi loro io tu noi voi in nel nella nei
    negli nelle nell' a al alla ai agli alle all' da dal dalla dai dall' di del
    della dei degli delle dell' con per su sul sulla tra fra ma e o anche se
    quando come dove perché mentre poi dopo prima così allora quindi dunque
    infatti inoltre tuttavia però invece ancora già non sì si ci vi mi ti è
    sono era erano ha hanno c' che chi cosa quale quanto ogni tutti tutte
    tutto molti alcuni alcune altri due secondo durante senza oggi ieri
  ]],
}
