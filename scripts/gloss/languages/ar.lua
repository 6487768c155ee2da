-- Arabic.
return {
  name = "العربية",

  abbreviations = {
    -- Doctor, professor, engineer; before and after Christ; page, number.
    never = [[ د أ م أ.د ص ق.م ق.ب ت ط ج ]],
    may = [[ م هـ الخ إلخ ]],
  },

  goes_on = [[ أو أم ]],

  hyphen = { cut = true },
  slash = { cut = true },
}
