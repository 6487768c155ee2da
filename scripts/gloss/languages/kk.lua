-- Kazakh.
return {
  name = "Қазақша",

  abbreviations = {
    never = [[ проф акад доц г-н г-жа сур кесте қар т.б т.с.с б.з.д ж.ж м.а.е ]],
    may = [[ т.б б ж ғ км кг млн млрд мың тг т.с.с ]],
    number = [[ б бет № ]],
  },

  hyphen = { cut = false },
  slash = { cut = true },
  lower_after = { period = true },

  starters = [[ бұл ол біз сіз мен сен олар осы сол бірақ және ал егер қазір содан
    кейін ]],
}
