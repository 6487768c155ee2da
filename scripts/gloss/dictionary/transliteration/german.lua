--- German names without their own letters, and with them again.
return {
  romanise = {
    { "ä", "ae" }, { "ö", "oe" }, { "ü", "ue" }, { "ß", "ss" },
  },
  -- Between consonants, where u-e are not two sounds as in Samuel.
  umlauts = { ae = "ä", oe = "ö", ue = "ü", Ae = "Ä", Oe = "Ö", Ue = "Ü" },
}
