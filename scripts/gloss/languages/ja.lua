-- Japanese.
return {
  name = "日本語",

  -- Behind a quotation: 「行く。」と言った。
  goes_on = [[ と っ な の ]],

  slash = { cut = true },
}
