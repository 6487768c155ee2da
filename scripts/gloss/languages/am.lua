-- Amharic.
return {
  name = "አማርኛ",

  abbreviations = { never = [[ ዶ/ር አቶ ወ/ሮ ወ/ሪት ፕ/ር ]] },

  hyphen = { cut = false },
  slash = { cut = false },
}
