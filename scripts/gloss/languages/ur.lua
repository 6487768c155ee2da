-- Urdu.
return {
  name = "اردو",

  abbreviations = { never = [[ ڈاکٹر ص م ]] },

  hyphen = { cut = true },
  slash = { cut = true },
}
