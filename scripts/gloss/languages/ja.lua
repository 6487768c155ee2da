-- Japanese.
return {
  name = "日本語",

  slash = { cut = true },
}
