-- Armenian.
return {
  name = "Հայերեն",

  abbreviations = {
    never = [[ դոկտ պրոֆ ակադ տիկ պրն հտ էջ նկ ]],
    may = [[ թ թթ դ դդ մ կմ կգ հազ մլն մլրդ ]],
  },

  hyphen = { cut = false },
  slash = { cut = true },
}
