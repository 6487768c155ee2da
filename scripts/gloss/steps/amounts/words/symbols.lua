--- Signs of money and units that mean the same in every language.
local symbols = {}

-- A sign, and the currency it stands for; false where it may be several.
symbols.signs = {
  ["$"] = "USD", ["US$"] = "USD", ["U.S.$"] = "USD", ["USD$"] = "USD",
  ["A$"] = "AUD", ["AU$"] = "AUD", ["C$"] = "CAD", ["CA$"] = "CAD",
  ["CAN$"] = "CAD", ["HK$"] = "HKD", ["NZ$"] = "NZD", ["S$"] = "SGD",
  ["US $"] = "USD", ["AU $"] = "AUD", ["NZ $"] = "NZD",
  ["HK $"] = "HKD", ["MX$"] = "MXN", ["AR$"] = "ARS",
  ["NT$"] = "TWD", ["R$"] = "BRL", ["Z$"] = "ZWL", ["J$"] = "JMD",
  ["£"] = "GBP", ["GB £"] = "GBP", ["GB£"] = "GBP", ["UK£"] = "GBP",
  ["€"] = "EUR", ["¥"] = false, ["JP¥"] = "JPY", ["CN¥"] = "CNY",
  ["₹"] = "INR", ["₽"] = "RUB", ["₩"] = "KRW", ["₺"] = "TRY", ["₴"] = "UAH",
  ["₪"] = "ILS", ["₫"] = "VND", ["₦"] = "NGN", ["₱"] = "PHP", ["₸"] = "KZT",
  ["฿"] = "THB", ["₡"] = "CRC", ["₿"] = "BTC", ["৳"] = "BDT", ["₮"] = "MNT",
  ["₾"] = "GEL", ["Rs"] = false, ["Rs."] = false, ["RM"] = "MYR", ["Rp"] = "IDR",
}

-- ISO 4217 codes that stand in running text; each for itself.
symbols.codes = [[
  AED ARS AUD BDT BGN BRL CAD CHF CLP CNY COP CZK DKK EGP ETB EUR GBP GEL
  GHS HKD HRK HUF IDR ILS INR IRR ISK JPY KES KRW KWD KZT LBP MAD MNT MXN
  MYR NGN NOK NZD OMR PEN PHP PKR PLN PYG QAR RON RSD RUB SAR SEK SGD THB
  TND TRY TWD UAH UGX USD UYU UZS VND ZAR ]]

-- Codes that are also words or names: a number has to be large beside them.
symbols.codes_that_are_words = { COP = true, MAD = true, PEN = true,
  TRY = true, RON = true, ALL = true }

-- Before a number that is then a label: "n° 5", "§ 7".
symbols.labels = { "n°", "nº", "№", "§" }

-- Right behind digits alone: "40C".
symbols.temperatures = { C = "°C", F = "°F" }

-- What may stand right behind digits or a space later.
symbols.units = {
  m = "m", km = "km", dm = "dm", cm = "cm", mm = "mm", kg = "kg", g = "g",
  mg = "mg", mcg = "μg", ["μg"] = "μg", ["µg"] = "μg", ["µm"] = "μm",
  t = "t", l = "l", bp = "basis point", bps = "basis point",
  ["kmh"] = "km/h", kmph = "km/h", ["km/hr"] = "km/h", ["sq m"] = "m²",
  ["sq miles"] = "mi²",
  ["km²"] = "km²", ["km2"] = "km²", ["m²"] = "m²", ["m2"] = "m²",
  ["m³"] = "m³", ["m3"] = "m³", ["km/h"] = "km/h", kph = "km/h", mph = "mph",
  ["GB"] = "GB", ["MB"] = "MB", ["TB"] = "TB", ["KB"] = "KB", kB = "KB",
  ["kW"] = "kW", ["MW"] = "MW", ["GW"] = "GW", ["TW"] = "TW",
  ["kWh"] = "kWh", ["MWh"] = "MWh", ["GWh"] = "GWh", ["TWh"] = "TWh",
  ["Hz"] = "Hz", ["kHz"] = "kHz", ["MHz"] = "MHz", ["GHz"] = "GHz",
  lb = "lb", lbs = "lb", oz = "oz", ft = "ft", ["sq km"] = "km²",
  ["sq ft"] = "ft²", ha = "ha", ["°C"] = "°C", ["°F"] = "°F", ["°"] = "°",
  ["ml"] = "ml", ["cl"] = "cl", dB = "dB", ["hp"] = "hp", ["bpd"] = "bbl/d",
  ["kbps"] = "kbit/s", ["Mbps"] = "Mbit/s", ["Gbps"] = "Gbit/s",
  ["μm"] = "μm", ["nm"] = "nm", ["kt"] = "kt", ["Mt"] = "Mt", ["mAh"] = "mAh",
}

return symbols
