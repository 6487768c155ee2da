--- Spanish for the step `roles`; the shape of the tables is that of en.lua.
local spanish = {}

-- Does the noun come first: "antiguo presidente del fondo"?
spanish.head_first = true

spanish.persons = [[
presidente presidenta vicepresidente vicepresidenta ministro ministra
viceministro viceministra secretario secretaria senador senadora diputado
diputada alcalde alcaldesa gobernador gobernadora canciller embajador
embajadora enviado enviada emisario emisaria negociador negociadora mediador
mediadora delegado delegada comisario comisaria portavoz jefe jefa líder
director directora codirector codirectora fundador fundadora cofundador
cofundadora dueño dueña propietario propietaria accionista banquero banquera
tesorero tesorera candidato candidata juez jueza fiscal abogado abogada notario
notaria magistrado magistrada general coronel almirante capitán capitana
comandante teniente sargento profesor profesora maestro maestra investigador
investigadora historiador historiadora economista analista politólogo
politóloga ingeniero ingeniera arquitecto arquitecta médico médica cirujano
cirujana enfermero enfermera asesor asesora consejero consejera asistente
experto experta especialista periodista reportero reportera corresponsal
redactor redactora editor editora crítico crítica autor autora escritor
escritora novelista poeta traductor traductora pintor pintora escultor
escultora fotógrafo fotógrafa actor actriz cantante músico compositor
compositora entrenador entrenadora jugador jugadora portero delantero
delantera defensor agricultor agricultora pescador pescadora estibador
conductor conductora panadero panadera comerciante hotelero hotelera sacerdote
obispo arzobispo papa rey reina príncipe princesa activista militante
funcionario funcionaria empresario empresaria
expresidente expresidenta exministro exministra exalcalde exalcaldesa
exgobernador exgobernadora exjugador exjugadora exdirector exdirectora exsenador
exsenadora exdiputado exdiputada exvicepresidente exvicepresidenta exentrenador
]]
spanish.bodies = [[
grupo agencia empresa compañía banco aseguradora sindicato diario semanario
revista partido instituto universidad escuela fabricante operador aerolínea
cadena emisora fondo asociación federación alianza movimiento milicia filial
consorcio fundación organización ministerio organismo
]]
spanish.things = "calle plaza avenida puente hotel escuela hospital estadio"
-- Between a role and the name behind it:
-- la presidenta | del fondo, | Ana Ruiz.
spanish.numbers = { office_before = 14 }
spanish.fields = ""
spanish.ranks = [[
primer primera segundo segunda nuevo nueva actual joven vice
]]
spanish.past = [[
ex antiguo antigua difunto difunta
expresidente expresidenta exministro exministra exalcalde exalcaldesa
exgobernador exgobernadora exjugador exjugadora exdirector exdirectora exsenador
exsenadora exdiputado exdiputada exvicepresidente exvicepresidenta exentrenador
]]
spanish.coming = "futuro futura"
spanish.of = "de del en para ante"
spanish.leading = { dirige = "director", ["dirigía"] = "director",
  preside = "presidente", ["presidía"] = "presidente",
  representa = "representante" }
spanish.led = "dirigía presidía"
spanish.becoming = "es era fue sigue"
spanish.naming = ""
spanish.named = "nombrado nombrada elegido elegida designado designada"
spanish.joins = "y e"
spanish.was = "era"

return spanish
