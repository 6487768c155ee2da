--- Words that stand before a name and are no part of it, by language: titles
--- (President Orlan), and words with a capital that begin a sentence or always
--- have one (Despite Orlan, On Monday Orlan). Where nouns have capitals they
--- count as titles, also at the end of a longer word: Außenminister, SPD-Chef.
local words = {}

local titles = {
  en = [[Mr Mr. Mrs Mrs. Ms Ms. Miss Dr Dr. Prof Prof. Professor Sir Dame
    Lord Lady President Vice-President Chancellor Minister Premier Senator Sen.
    Sen Representative Rep. Rep Congressman Congresswoman Governor Gov. Gov Mayor
    Judge Justice Chairman Chairwoman Chair Secretary Ambassador Envoy Director
    General Gen. Gen Colonel Col. Col Major Maj. Captain Capt. Lieutenant Lt.
    Admiral Adm. Sergeant Sgt. King Queen Prince Princess Pope Bishop Archbishop
    Cardinal Father Sister Brother Rabbi Imam Sheikh Saint St. St Coach Officer
    Commissioner Spokesman Spokeswoman Chief Leader Attorney Detective Inspector
    Aunt Uncle Baron Baroness Count Countess Duke Duchess Earl Emperor Empress
    Tsar Sultan Shah Emir Ayatollah Marshal Commander Corporal Constable
    Superintendent Sheriff Brigadier Councillor Councilman Councilwoman Delegate
    Speaker Dean Provost Pastor Reverend Rev. Rev Monsignor Deputy Vice
    Ex-President Republican Democrat Democratic Labour Conservative Herr Frau
    Monsieur Madame Mme Mlle Señor Señora Don Doña Signor Signora]],
  de = [[Kanzler Kanzlerin Präsident Präsidentin Ministerin Chef Chefin Doktor
    Direktor Direktorin König Königin Kaiser Kaiserin Prinz Prinzessin Papst
    Kardinal Bischof Pfarrer Oberst Hauptmann Richter Richterin Anwalt Anwältin
    Sprecher Sprecherin Vorsitzender Vorsitzende Vorsitzenden Trainer Trainerin
    Autor Autorin Regisseur Regisseurin Schauspieler Schauspielerin Sänger
    Sängerin Politiker Politikerin Abgeordneter Abgeordnete Abgeordneten Senatorin
    Bürgermeister Bürgermeisterin Staatssekretär Staatssekretärin Botschafter
    Botschafterin Beauftragter Beauftragte Experte Expertin Forscher Forscherin
    Professorin Historiker Historikerin Journalist Journalistin Unternehmer
    Unternehmerin Gouverneur Gouverneurin Premierministerin Regierungschef
    Regierungschefin Parteichef Parteichefin Staatschef Kollege Kollegin]],
  fr = [[Mme. MM. Maître Docteur Ministre Président Présidente]],
  es = [[Sr. Sra. Srta. Dr. Dra. Presidente Presidenta Ministro Ministra]],
}

local openers = {
  en = [[The A An In On At By For From With Without To As If When While
    After Before Since Until Because Though Although And But Or So Yet Then Now
    Once Like Unlike Both Did Does Was Is Were Has Had Can Could Would Will
    Should Why How What Where Who That This His Her Their Our My Its Even Only
    Also Not Yes No About Under Over Between Among Against According Despite
    During Through Throughout Amid Around Behind Beyond Besides Toward Towards
    Upon Via Within Whether Whereas Whose Whom Which Never Always Often Sometimes
    Soon Still Instead Perhaps Maybe Meanwhile However Nevertheless Nonetheless
    Moreover Furthermore Therefore Thus Hence Together Currently Recently Later
    Earlier Eventually Finally Initially Originally Previously Subsequently
    Suddenly Apparently Certainly Clearly Fortunately Unfortunately Additionally
    Today Yesterday Tomorrow Tonight Here There These Those Each Every Either
    Neither Nor All Some Many Most Few Several Another Other Such Just Let Do Are
    Am Be May Might Must Shall Your Monday Tuesday Wednesday Thursday Friday
    Saturday Sunday January February March July September October November
    December]],
  de = [[Der Die Das Den Dem Des Ein Eine Einem Einen Einer Eines Und Aber Als
    Auch Auf Aus Bei Da Dann Denn Dass Doch Durch Für Im Ist Ja Mit Nach Nicht
    Noch Nur Ob Oder Seit Sie Er Es Wir Ihr Ihre Ihren Sein Seine Seinen Um Unter
    Von Vom Vor Was Weil Wenn Wer Wie Wo Zu Zum Zur Über Gegen Während Trotz Laut
    Zwischen Ohne Bis Dabei Damit Danach Dagegen Dennoch Deshalb Daher Jetzt Heute
    Gestern Morgen Nun Schon Sogar So Später Zuvor Zudem Außerdem Allerdings Wegen
    Am An Ab Neben Statt Sollte Hat Hatte War Wird Kann Will Montag Dienstag
    Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März April Mai Juni
    Juli August Oktober Dezember]],
  fr = [[Le La Les Un Une Des Du De Et Mais Ou Donc Or Ni Car Si Quand Comme Pour
    Par Sur Sous Dans Avec Sans Selon Après Avant Depuis Pendant En À Au Aux Ce
    Cet Cette Ces Son Sa Ses Leur Leurs Il Elle Ils Elles Nous Vous Je Que Qui Où
    Dont Chez Contre Entre Vers Malgré Aussi Alors Ainsi Puis Enfin Cependant
    Pourtant Hier Quant Lorsque Tandis Même Seul Monsieur]],
  es = [[El La Los Las Un Una Unos Unas Y Pero O Si Cuando Como Para Por Sobre En
    De Del Al Con Sin Según Tras Desde Durante Ante Antes Después Hasta Entre
    Contra Hacia Su Sus Este Esta Estos Estas Ese Esa Ayer Hoy Mientras Aunque
    Además También Así Entonces Luego Que Quien Donde Ya No Sí]],
}

local function add(list, text)
  for word in (text or ""):gmatch "%S+" do list[#list + 1] = word end
  return list
end

local function of(table_of, lang)
  local list = add({}, table_of.en)
  return lang == "en" and list or add(list, table_of[lang])
end

--- The language whose words are used for a document; those of English count in
--- all of them.
---@param lang string?
---@return string
function words.language(lang)
  local base = (lang or "en"):match "^%a+" or "en"
  return titles[base] and base or "en"
end

--- The words of a language, and those of English.
---@param lang string of words.language
---@return { titles: string[], openers: string[] }
function words.of(lang)
  return { titles = of(titles, lang), openers = of(openers, lang) }
end

--- Every title of every language.
---@return table<string, boolean>
function words.titles()
  local set = {}
  for _, text in pairs(titles) do
    for word in text:gmatch "%S+" do set[word] = true end
  end
  return set
end

return words
