-- Hindi.
return {
  name = "हिन्दी",

  abbreviations = {
    -- Doctor, Mr., Mrs., professor, engineer, number, about.
    never = [[ डॉ डा श्री सुश्री प्रो इंजी पं मो कु सं क्र लग बी सी डी पी जी ए के एस एम
      आर एल एन वी टी ]],
    may = [[ आदि ई ]],
  },

  goes_on = [[ या ]],

  ends = { ellipsis = true },
  hyphen = { cut = true },
  slash = { cut = true },
  numbers = { range = true },
}
