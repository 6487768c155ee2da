--- Spanish for the step `quotes`; the shape of the tables is that of en.lua.
local spanish = {}

spanish.verbs = [[
said        | quote clause that any     | decir declarar afirmar señalar
said        | quote clause that         | indicar añadir agregar precisar
said        | quote clause that         | subrayar apuntar comentar recordar
said        | quote clause that         | manifestar expresar opinar considerar
told        | quote clause that         | contar informar
announced   | quote that object         | anunciar revelar confirmar
claimed     | quote clause that         | asegurar sostener
argued      | quote that                | argumentar insistir
explained   | quote that                | explicar detallar
denied      | quote that object         | negar desmentir
denied      | object                    | rechazar
admitted    | quote that                | admitir reconocer
warned      | quote that                | advertir alertar
asked       | quote that                | preguntar
answered    | quote that                | responder contestar replicar
promised    | quote that                | prometer
demanded    | quote that                | exigir reclamar
suggested   | quote that                | proponer sugerir
predicted   | quote that                | pronosticar predecir
criticised  | quote that object         | criticar denunciar lamentar
praised     | quote object              | elogiar celebrar
described   | object                    | calificar
joked       | quote                     | bromear ironizar
shouted     | quote                     | gritar exclamar
wrote       | quote that                | escribir
thought     | quote clause that         | pensar creer esperar temer
]]

spanish.irregular = [[
decir dice dijo dicho | predecir predice predijo predicho
sostener sostiene sostuvo sostenido | contar cuenta contó contado
negar niega negó negado | desmentir desmiente desmintió desmentido
reconocer reconoce reconoció reconocido | advertir advierte advirtió advertido
proponer propone propuso propuesto | sugerir sugiere sugirió sugerido
escribir escribe escribió escrito | creer cree creyó creído
pensar piensa pensó pensado | recordar recuerda recordó recordado
]]

spanish.regular = {
  { "^(.*)ar$", "%1a", "%1ó", "%1ando", "%1ado" },
  { "^(.*)er$", "%1e", "%1ió", "%1iendo", "%1ido" },
  { "^(.*)ir$", "%1e", "%1ió", "%1iendo", "%1ido" },
  { "^(.*)$", "%1", "%1", "%1", "%1" },
}

spanish.doubled = ""
spanish.nouns_too = "cuenta informa denuncia critica pregunta comenta temer"
spanish.pasts = [[
fue fueron era eran tenía tenían había habían estaba estaban hizo hicieron
puede pueden debe deben será serán
]]

spanish.determiners = [[
el la los las un una unos unas este esta estos estas ese esa esos esas todo
toda todos todas varios varias algunos algunas cada ningún ninguna dos tres
cuatro cinco seis siete ocho nueve diez su sus mi mis nuestro nuestra al del
]]
spanish.possessive = "su sus mi mis nuestro nuestra nuestros nuestras"
spanish.subjects = "él ella ellos ellas yo nosotros usted ustedes nadie alguien"
spanish.personal = { ["él"] = "m", ella = "f", ellos = "p", ellas = "p",
  yo = "w", nosotros = "w", usted = "w", su = "n", sus = "n" }
spanish.objects = "me te se nos le les lo"
spanish.relatives = "quien"
spanish.auxiliaries = [[
ha han había habían he hemos es son era eran está están fue fueron será serán
sería serían puede pueden podría podrían debe deben debería va van
]]
spanish.be = "es son era eran fue fueron será sido"
spanish.have = "ha han había habían he hemos"
spanish.reported = ""
spanish.negations = "no nunca jamás"
spanish.adverbs = [[
también además luego después ya aún todavía siempre entonces ayer hoy mañana
nunca no asimismo
]]
spanish.adverb_ending = "mente"
spanish.no_adverbs = ""
spanish.times = [[
lunes martes miércoles jueves viernes sábado domingo ayer hoy mañana
]]
spanish.time_nouns = "noche tarde semana mes año día días"
spanish.months = [[
enero febrero marzo abril mayo junio julio agosto septiembre octubre
noviembre diciembre
]]
spanish.prepositions = [[
a de en con por para sin sobre entre hacia hasta desde contra durante ante
bajo tras según
]]
spanish.conjunctions = "y e o u pero ni sino &"
spanish.subordinators = [[
que si cuando mientras porque aunque como donde quien cual cuyo
]]
spanish.openers = "que si cómo"
spanish.venues = [[
entrevista comunicado discurso twitter facebook telegram televisión radio
carta mensaje conferencia rueda declaración
]]
spanish.nouns = [[
said      | que    | declaración palabra palabras
claimed   | que    | afirmación acusación
promised  | que de | promesa
]]
spanish.capital_nouns = false
spanish.source_comma = true      -- Según Roe, ...
spanish.comma_openers = false
spanish.small_months = true
spanish.inverted_auxiliary = true -- «...», ha dicho Roe
spanish.sources = { { "según" }, { "de", "acuerdo", "con" } }
spanish.owned = ""
spanish.works = [[
película libro novela canción álbum serie programa obra periódico revista
titulado titulada
]]
spanish.shows_before = "tve"
spanish.nicknaming = "apodado apodada alias"
spanish.known = { "conocido", "como" }
spanish.elisions = ""
spanish.nobody = "hay"
spanish.name_particles = "de del la las los y"
spanish.male, spanish.female, spanish.human = "", "", ""
spanish.bodies = "unión instituto ministerio banco consejo fondo partido agencia"
spanish.definite = "el la los las este esta ese esa"
spanish.clause_openers = ""
spanish.titles = { ["sr."] = "m", ["sra."] = "f", don = "m", ["doña"] = "f",
  ["señor"] = "m", ["señora"] = "f" }
spanish.roles = [[
presidente presidenta ministro ministra secretario secretaria senador senadora
diputado diputada alcalde alcaldesa gobernador gobernadora canciller embajador
embajadora portavoz director directora juez jueza fiscal profesor profesora
doctor doctora abogado abogada jefe jefa rey reina príncipe princesa papa
]]
spanish.men = [[
antonio josé manuel francisco juan david javier daniel carlos jesús alejandro
miguel rafael pedro pablo ángel sergio fernando luis jorge alberto álvaro
diego andrés mario
]]
spanish.women = [[
maría carmen ana isabel laura cristina marta lucía elena pilar rosa paula
mercedes julia beatriz silvia teresa patricia raquel inés sofía hanna vesna
]]

return spanish
