-- Chinese.
return {
  name = "中文",

  slash = { cut = true },
}
