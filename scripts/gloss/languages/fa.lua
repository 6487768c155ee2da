-- Persian.
return {
  name = "فارسی",

  abbreviations = {
    never = [[ دکتر ص ج م ق.م ر.ک ]],
    may = [[ غیره ]],
  },

  hyphen = { cut = true },
  slash = { cut = true },
}
