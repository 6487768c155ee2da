--- Given names that tell a person from a place or a firm. A name that is not
--- here is not less of a name; it is only less of a hint.
local given = {}
for name in ([[
  aaron abdul abdullah abigail abraham adam adrian agnes ahmad ahmed aisha
  akira alan albert alberto alejandro aleksandr alessandro alex alexander
  alexandra alexei alexey alexis alfred ali alice alicia alison amanda amina
  amir amit amy ana anastasia anatoly anders andrea andreas andrei andrew
  andrey andrzej andy angela ann anna anne annie anthony anton antonio antony
  anwar ariel arnold arthur arun ashley ashraf astrid audrey barack barbara
  bashar bashir beatrice ben benjamin bernard bernhard bernie beth betty bill
  billy björn bob boris brandon brenda brett brian bruce bruno carl carla
  carlo carlos carmen carol caroline catherine cecilia charles charlie
  charlotte chen chloe chris christian christina christine christoph
  christopher claire clara claude claudia colin craig cristina cynthia daniel
  daniela daniele danny dave david dean deborah denis dennis diana diane
  diego dieter dirk dmitri dmitry dominic donald donna doris dorothy douglas
  duncan dylan eduardo edward edwin eileen elaine elena eleanor elias
  elisabeth elizabeth ella ellen emily emma emmanuel enrique eric erik ernest
  erwin esther ethan eugene eva evan evelyn fatima felix ferdinand fernando
  fiona florence florian frances francesca francesco francis francisco
  franco frank frans franz fred frederick friedrich gabriel gary gavin
  geoffrey george georg gerald gerard gerhard giorgio giovanni giuseppe
  gordon grace graham greg gregory guido guillermo gustav guy hamid hannah
  hans harold harriet harry hassan heather hector heidi heinrich helen helena
  helmut henri henrik henry herbert hermann hillary hiroshi holly howard hugh
  hugo hussein ian ibrahim igor ines ingrid irene isabel isabella ivan jack
  jackie jacob jacques jake jakob james jamie jan jane janet jason javier
  jean jeff jeffrey jennifer jeremy jerry jesse jessica jill jim jimmy jin
  joan joanna joe joel johann johannes john johnny jon jonas jonathan jorge
  jose josé josef joseph joshua josh joyce juan judith judy julia julian
  julie jürgen justin kai karen karin karl kate katharina katherine kathleen
  kathryn kathy katie keith kelly ken kenneth kenji kerry kevin khalid kim
  kirill klaus konstantin kristina kurt kyle lara larry lars laura lauren
  laurent lawrence lee lena leo leon leonard leonardo leonid leslie lewis
  linda lindsay lisa liz lorenzo louis louise luca lucas lucia lucy ludwig
  luigi luis lukas lydia lynn magnus mahmoud manuel marc marcel marco marcos
  marcus margaret maria maría marie marina mario mariana mark markus martha
  martin martina mary massimo mateusz matteo matthew matthias maurice max
  maxim megan mehmet melanie melissa michael michel michelle miguel mikhail
  mike milan miriam mohamed mohammad mohammed moritz muhammad mustafa nadia
  nancy naomi natalia natalie nathan neil nicholas nick nicola nicolas nicole
  nigel nikita nikolai nikolay nils nina noah norman olaf oleg olga oliver
  olivia omar oscar otto owen pablo paolo pamela patricia patrick paul paula
  paulo pavel pedro peggy peter petra phil philip philippe pierre piotr rachel
  rafael rahul raj ralph ramón rana raymond rebecca reinhard ricardo richard
  rick rita rob robert roberto robin roger roland roman ron ronald rosa rose
  ross roy rudolf rupert russell ruth ryan sabine sally sam samantha samuel
  sandra sanjay sara sarah scott sean sebastian sergei sergey sergio seth
  shane sharon shaun sheila shinzo simon simone sofia sonia sophia sophie
  stan stanley stefan stefano stella stephan stephanie stephen steve steven
  stuart susan suzanne svetlana sven sylvia takashi tamara tanya tara tariq
  tatiana ted teresa terry theo theodore theresa thomas tim timothy tina todd
  tom tomas tommy tony tracy trevor tyler ulrich umar ursula valentina
  valerie vanessa vera veronica victor victoria viktor vincent virginia
  vitaly vivian vladimir volodymyr walter wang warren wayne wendy werner
  wilhelm will william willy wolfgang yasmin yuri yusuf yves zachary zhang zoe
  andré andrés angel antoine aurélie benoît camille cédric céline didier
  dominique elon émile ernesto étienne fabien fabio federico françois
  françoise frédéric gérard gilles guillaume hélène hervé jesús jérôme
  juliette julien khaled léa luc ludovic mathieu mathilde mauro mónica
  nathalie nicolás noémie odile óscar pascal patrice quentin raphaël raúl
  rémi rené roberta rodrigo sébastien silvia silvio simón stéphane sylvie
  thierry théo valérie véronique vittorio yann yannick zoé álvaro
]]):gmatch "%S+" do given[name] = true end

return given
