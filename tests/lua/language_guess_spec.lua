local guess = require "gloss.language_guess"

local texts = {
  en = "The minister said that he would not go to the meeting on Monday.",
  de = "Der Minister sagte, dass er am Montag nicht zu dem Treffen geht.",
  fr = "Le ministre a dit que les négociations ne sont pas dans une impasse.",
  es = "El ministro dijo que no iba a la reunión con los otros.",
  it = "Il ministro ha detto che non va alla riunione con gli altri.",
  pt = "O ministro disse que não vai à reunião com os outros em Lisboa.",
  nl = "De minister zei dat hij niet naar de vergadering van maandag gaat.",
  pl = "Minister powiedział, że nie pójdzie na spotkanie w poniedziałek.",
  ru = "Министр сказал, что он не поедет на встречу в понедельник.",
  uk = "Міністр сказав, що він не поїде на зустріч у понеділок.",
  tr = "Bakan bu toplantıya katılmayacağını ama görüşeceğini söyledi.",
  fi = "Ministeri sanoi, että hän ei mene kokoukseen ja se on hyvä.",
  cs = "Ministr řekl, že to nebylo možné a že se schůze nekonala.",
  el = "Ο υπουργός είπε ότι δεν θα πάει στη συνάντηση.",
  hy = "Նախարարը ասաց, որ չի գնա հանդիպման։",
  ar = "قال الوزير إنه لن يذهب إلى الاجتماع.",
  fa = "وزیر گفت که به جلسه نمی‌رود.",
  ur = "وزیر نے کہا کہ وہ اجلاس میں نہیں جائیں گے۔",
  hi = "मंत्री ने कहा कि वह बैठक में नहीं जाएंगे।",
  am = "ሚኒስትሩ ወደ ስብሰባው አይሄዱም።",
  my = "ဝန်ကြီးက အစည်းအဝေးသို့ မသွားပါ။",
  zh = "部长说他星期一不去参加会议。",
  ja = "大臣は月曜日の会議に行かないと言いました。",
}

describe("the guess of a language", function()
  for code, text in pairs(texts) do
    it("knows " .. code, function()
      assert.equal(code, guess.language(text))
    end)
  end

  it("says und where there are no letters", function()
    assert.equal("und", guess.language "12.5 %")
    assert.equal("und", guess.language "")
  end)

  it("looks at the beginning of a long text alone", function()
    local long = texts.de:rep(300) .. texts.fr:rep(3000)
    assert.equal("de", guess.language(long))
  end)
end)
