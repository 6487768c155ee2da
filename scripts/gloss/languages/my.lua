-- Burmese.
return {
  name = "မြန်မာဘာသာ",

  slash = { cut = true },
}
