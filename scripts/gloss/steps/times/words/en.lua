--- English words of time, in the classes of gloss.steps.times.rules.
local numbers = require "gloss.steps.amounts.words.en"

local words = {}

words.digits = { ordinals = numbers.digits.ordinals,
                 glued = { ERA = true, MONTH = true, QN = true } }

-- Which part of an ambiguous date like 03/04/2015 comes first.
words.date_order = "mdy"

words.classes = {
  -- Months whose names are nothing else; names of people and common words.
  MONTH = { january = 1, february = 2, july = 7, september = 9, october = 10,
    november = 11, december = 12, ["Jan."] = 1, ["Feb"] = 2,
    ["Feb."] = 2, ["Apr"] = 4, ["Apr."] = 4, ["Jun."] = 6, ["Jul."] = 7,
    ["Jul"] = 7, ["Aug"] = 8, ["Aug."] = 8, ["Sep"] = 9, ["Sep."] = 9,
    ["Sept"] = 9, ["Sept."] = 9, ["Oct"] = 10, ["Oct."] = 10, ["Nov"] = 11,
    ["Nov."] = 11, ["Dec"] = 12, ["Dec."] = 12, ["Mar."] = 3 },
  NAMEMONTH = { ["April"] = 4, ["June"] = 6, ["August"] = 8, ["APRIL"] = 4,
    ["JUNE"] = 6, ["AUGUST"] = 8, april = 4, june = 6 },
  WORDMONTH = { ["May"] = 5, ["March"] = 3, ["MAY"] = 5, ["MARCH"] = 3, ["Jan"] = 1 },
  WEAKMONTH = { may = 5, march = 3, august = 8, ["Mar"] = 3, ["Jun"] = 6,
    jan = 1, feb = 2, apr = 4, jun = 6, jul = 7, aug = 8, sept = 9, oct = 10,
    nov = 11, dec = 12 },
  WDAY = { monday = 1, tuesday = 2, wednesday = 3, thursday = 4, friday = 5,
    saturday = 6, sunday = 7, ["Tues"] = 2, ["Thurs"] = 4, ["Weds"] = 3,
    ["Tues."] = 2, ["Thurs."] = 4 },
  WDAYS = { mondays = 1, tuesdays = 2, wednesdays = 3, thursdays = 4,
    fridays = 5, saturdays = 6, sundays = 7 },
  WDABBR = { ["Mon"] = 1, ["Tue"] = 2, ["Wed"] = 3, ["Thu"] = 4, ["Fri"] = 5,
    ["Sat"] = 6, ["Sun"] = 7, ["Mon."] = 1, ["Tue."] = 2, ["Wed."] = 3,
    ["Thu."] = 4, ["Fri."] = 5, ["Sat."] = 6, ["Sun."] = 7, ["Su"] = 7 },
  UNIT = { minute = "TM", hour = "TH", day = "D", week = "W", fortnight = "2W",
    month = "M", year = "Y", decade = "10Y", yr = "Y", min = "TM" },
  UNITS = { seconds = "TS", minutes = "TM", hours = "TH", days = "D",
    weeks = "W", fortnights = "2W", months = "M", years = "Y",
    decades = "10Y", centuries = "100Y", hr = "TH", mins = "TM",
    secs = "TS", yrs = "Y", nights = "D", weekends = "W", semesters = "6M" },
  SECOND = { second = 2 },
  CENTURY = { century = "100Y" },
  QUARTER = { quarter = "3M" },
  QUARTERS = { quarters = "3M" },
  HALFYEAR = { semester = true },
  QN = { Q1 = 1, Q2 = 2, Q3 = 3, Q4 = 4 },
  WEEKEND = { weekend = true },
  NIGHT = { night = "NI" },
  PART = { morning = "MO", afternoon = "AF", evening = "EV" },
  PARTS = { mornings = "MO", afternoons = "AF", evenings = "EV" },
  NOON = { noon = 12, midday = 12, midnight = 0 },
  DEICTIC = { today = 0, yesterday = -1, tomorrow = 1,
    ["the day before yesterday"] = -2, ["the day after tomorrow"] = 2,
    ["day before yesterday"] = -2, ["day after tomorrow"] = 2 },
  TONIGHT = { tonight = true },
  OVERNIGHT = { overnight = true },
  FISCAL = { fiscal = true, ["fiscal year"] = true, ["financial year"] = true },
  NOW = { now = "PRESENT_REF", currently = "PRESENT_REF",
    ["right now"] = "PRESENT_REF", ["just now"] = "PRESENT_REF",
    ["at the moment"] = "PRESENT_REF", nowadays = "PRESENT_REF",
    ["at present"] = "PRESENT_REF", recently = "PAST_REF",
    ["more recently"] = "PAST_REF",
    ["the future"] = "FUTURE_REF", ["the near future"] = "FUTURE_REF",
    ["the long term"] = "FUTURE_REF", ["the near term"] = "FUTURE_REF",
    ["the short term"] = "FUTURE_REF" },
  LAST = { last = -1, previous = -1, prior = -1, preceding = -1 },
  PAST = { past = -1 },
  NEXT = { next = 1, coming = 1, upcoming = 1, following = 1 },
  THIS = { this = 0, current = 0 },
  THAT = { that = 0, ["the same"] = 0, ["that same"] = 0, ["the very"] = 0 },
  AGO = { ago = -1, back = -1 },
  LATER = { later = 1, afterwards = 1, afterward = 1 },
  AFTER = { after = 1 },
  EARLIER = { earlier = -1, previously = -1 },
  BEFORE = { before = -1 },
  FROMNOW = { ["from now"] = 1, hence = 1 },
  FROM = { from = true },
  EARLY = { early = "START", late = "END", mid = "MID" },
  EDGE = { beginning = "START", start = "START", ["end"] = "END",
    middle = "MID", close = "END", midst = "MID" },
  REST = { rest = true, remainder = true },
  SEASON = { summer = "SU", winter = "WI", autumn = "FA" },
  SEASONS = { summers = "SU", winters = "WI", autumns = "FA" },
  WEAKSEASON = { spring = "SP", fall = "FA" },
  DECADEWORD = { twenties = 20, thirties = 30, forties = 40, fifties = 50,
    sixties = 60, seventies = 70, eighties = 80, nineties = 90 },
  FREQUENCY = { daily = "P1D", weekly = "P1W", monthly = "P1M", yearly = "P1Y",
    annually = "P1Y", annual = "P1Y", quarterly = "P3M", hourly = "PT1H",
    nightly = "P1D", biweekly = "P2W", everyday = "P1D" },
  EVERY = { every = true, each = true },
  TIMES = { times = true, once = 1, twice = 2 },
  PER = { per = true },
  OTHER = { other = 2 },
  VAGUE = { several = true, few = true, many = true, some = true,
    numerous = true, ["a couple of"] = 2, ["couple of"] = 2, couple = 2 },
  THE = { the = true },
  OF = { of = true },
  IN = { ["in"] = true },
  TO = { to = true, till = true, ["until"] = true, untill = true,
    through = true, thru = true },
  PREP = { on = true, at = true, by = true, since = true,
    between = true, around = true, about = true, ["as of"] = true,
    circa = true, ["ca."] = true },
  FORPREP = { ["for"] = true, within = true, during = true,
    throughout = true },
  OVER = { over = "MORE_THAN" },
  SINGLE = { single = 1 },
  LONG = { long = true },
  RECENT = { recent = true },
  JUST = { just = true, only = true, mere = true },
  FINAL = { final = 4 },
  APPROX = { nearly = "LESS_THAN", almost = "LESS_THAN",
    approximately = "APPROX", roughly = "APPROX",
    ["more than"] = "MORE_THAN", ["less than"] = "LESS_THAN",
    ["at least"] = "EQUAL_OR_MORE", ["at most"] = "EQUAL_OR_LESS",
    ["up to"] = "EQUAL_OR_LESS" },
  ADJ = { consecutive = true, straight = true, trading = true, working = true,
    business = true, full = true, additional = true, extra = true,
    calendar = true, whole = true, successive = true },
  OLD = { old = true, olds = true },
  AMPM = { am = "am", pm = "pm", ["a.m."] = "am", ["p.m."] = "pm",
    ["a.m"] = "am", ["p.m"] = "pm" },
  OCLOCK = { ["o'clock"] = true, oclock = true },
  HOURS = { hrs = true },
  ZONE = { ["UTC"] = "Z", ["GMT"] = "Z", ["EST"] = "-05:00", ["EDT"] = "-04:00",
    ["CST"] = "-06:00", ["CDT"] = "-05:00", ["MST"] = "-07:00",
    ["MDT"] = "-06:00", ["PST"] = "-08:00", ["PDT"] = "-07:00",
    ["CET"] = "+01:00", ["CEST"] = "+02:00", ["BST"] = "+01:00",
    ["ET"] = "", ["PT"] = "", ["CT"] = "", ["MSK"] = "+03:00",
    ["IST"] = "+05:30", ["JST"] = "+09:00", ["HKT"] = "+08:00",
    ["AEST"] = "+10:00", ["EET"] = "+02:00", ["EEST"] = "+03:00",
    ["local time"] = "", ["Moscow time"] = "+03:00",
    ["Eastern time"] = "", ["Pacific time"] = "" },
  ERA = { ["BC"] = -1, ["BCE"] = -1, ["B.C."] = -1, ["B.C.E."] = -1,
    ["AD"] = 1, ["CE"] = 1, ["A.D."] = 1, ["C.E."] = 1 },
  YEARWORDS = { ["year end"] = true, ["year-end"] = true },
  HOLIDAY = {
    christmas = { 12, 25 }, ["christmas day"] = { 12, 25 },
    xmas = { 12, 25 }, ["christmas eve"] = { 12, 24 },
    ["boxing day"] = { 12, 26 }, ["new year's eve"] = { 12, 31 },
    ["new years eve"] = { 12, 31 }, ["new year's day"] = { 1, 1 },
    ["new years day"] = { 1, 1 }, ["new year's"] = { 1, 1 },
    ["valentine's day"] = { 2, 14 }, halloween = { 10, 31 },
    ["st patrick's day"] = { 3, 17 }, ["st. patrick's day"] = { 3, 17 },
    ["saint patrick's day"] = { 3, 17 }, ["all saints' day"] = { 11, 1 },
    ["april fools' day"] = { 4, 1 }, ["april fool's day"] = { 4, 1 },
    ["may day"] = { 5, 1 }, ["bastille day"] = { 7, 14 },
    ["veterans day"] = { 11, 11 }, juneteenth = { 6, 19 },
    ["international women's day"] = { 3, 8 }, ["waitangi day"] = { 2, 6 },
    ["anzac day"] = { 4, 25 }, ["australia day"] = { 1, 26 },
    ["canada day"] = { 7, 1 }, ["inauguration day"] = { 1, 20 },
    thanksgiving = { 11, weekday = 4, nth = 4 },
    ["thanksgiving day"] = { 11, weekday = 4, nth = 4 },
    ["black friday"] = { 11, weekday = 5, nth = 4, after = 4 },
    ["memorial day"] = { 5, weekday = 1, nth = -1 },
    ["labor day"] = { 9, weekday = 1, nth = 1 },
    ["martin luther king day"] = { 1, weekday = 1, nth = 3 },
    ["mlk day"] = { 1, weekday = 1, nth = 3 },
    ["mother's day"] = { 5, weekday = 7, nth = 2 },
    ["father's day"] = { 6, weekday = 7, nth = 3 },
    easter = { easter = 0 }, ["easter sunday"] = { easter = 0 },
    ["easter monday"] = { easter = 1 }, ["good friday"] = { easter = -2 },
    ["ash wednesday"] = { easter = -46 }, ["palm sunday"] = { easter = -7 },
  },
}

for class, list in pairs(numbers.numbers) do
  words.classes[class] = words.classes[class] or list
end
words.classes.FRACTIONS = {}
for word, value in pairs(numbers.numbers.FRACTIONS) do
  if word ~= "quarters" then words.classes.FRACTIONS[word] = value end
end
words.classes.POINT = {}

-- What looks for a phrase of time around it.
words.triggers = { "MONTH", "NAMEMONTH", "WORDMONTH", "WEAKMONTH", "WDAY",
  "WDAYS", "WDABBR", "UNIT", "UNITS", "SECOND", "CENTURY", "QUARTER", "QUARTERS", "QN",
  "WEEKEND", "NIGHT", "PART", "PARTS", "NOON", "DEICTIC", "TONIGHT", "NOW",
  "SEASON", "SEASONS", "WEAKSEASON", "DECADEWORD", "FREQUENCY", "HOLIDAY", "ERA",
  "YEARWORDS", "OVERNIGHT", "LATER", "EARLIER", "OCLOCK", "HALFYEAR" }

--- Words that tell when a sentence happens: the nearest one counts.
words.tense = {
  -- Before these words' infinitives: "will put", "would have".
  modals = { "will", "wo", "shall", "would", "should", "could", "can",
    "may", "might", "must", "'ll" },
  -- Right before the phrase.
  ahead = { "until", "till", "by" },
  behind = { "since" },
  either = { "before" },
  future = { "will", "wo", "shall", "'ll", "would", "expected",
    "expects", "expect", "scheduled", "due", "plans", "planned", "plan",
    "planning", "set", "upcoming", "tomorrow", "deadline", "must",
    "hopes", "hoped", "hoping", "wants", "wanted", "vowed", "promised",
    "seeks", "sought", "intends", "aims", "going", "should", "could", "might",
    "can", "ahead",
    "forthcoming", "slated", "propose", "next", "hinted", "hints",
    "signalled", "signaled", "predicted", "predicts", "forecast", "forecasts",
    "pledged", "pledges" },
  past = { "was", "were", "had", "did", "said", "told", "went", "came", "took",
    "made", "fell", "rose", "began", "met", "gave", "got", "held", "left",
    "lost", "won", "paid", "sent", "saw", "became", "found", "kept", "ran",
    "grew", "led", "brought", "built", "bought", "sold", "spoke", "wrote",
    "died", "been", "struck", "hit", "drew", "broke", "began", "known",
    "shot", "put", "cut", "shut", "spent", "stood", "thought", "felt", "flew",
    "since", "ago", "last", "has", "have", "signed", "born", "earlier",
    "beat" },
  -- Behind these a past is to come ("to be held", "is to"), behind `to` none.
  be = { "be" }, is = { "is", "are", "be" }, to = { "to" },
  -- Any other word like this is past.
  past_test = [=[[folded=/\p{L}{3,}ed/]]=],
}

--- Words before a bare month or year that show that it is one.
words.before_year = { ["in"] = true, since = true, by = true, from = true,
  ["until"] = true, till = true, during = true, of = true, to = true,
  before = true, after = true, circa = true, between = true, ["and"] = true,
  through = true, early = true, late = true, mid = true, year = true,
  around = true, about = true, ["for"] = true, on = true, ["or"] = true,
  ["ca"] = true, c = true, ["as"] = true }
words.sure_before_year = { ["in"] = true, since = true, during = true,
  ["until"] = true, circa = true, year = true, early = true, late = true,
  before = true, after = true }
words.before_month = { ["in"] = true, since = true, by = true, from = true,
  ["until"] = true, till = true, during = true, of = true, to = true,
  before = true, after = true, between = true, through = true, early = true,
  late = true, mid = true, ["this"] = true, last = true, next = true,
  on = true, around = true, ["for"] = true, each = true, every = true }
-- Before a number that is then no year: "page 1990".
words.no_year = { page = true, p = true, pp = true, no = true, flight = true,
  room = true, number = true, nr = true, highway = true, route = true,
  boeing = true, airbus = true, model = true, article = true, section = true,
  paragraph = true, line = true, channel = true, windows = true, bus = true,
  than = true, over = true, nearly = true, almost = true, exactly = true,
  version = true, ["chapter"] = true, vol = true, volume = true,
  resolution = true, up = true, least = true, approximately = true,
  roughly = true, some = true, ["another"] = true }
-- After a number that is then no year: "2000 people".
words.no_year_after = { people = true, men = true, women = true,
  children = true, percent = true, million = true,
  billion = true, thousand = true, hundred = true, troops = true,
  tons = true, tonnes = true, metres = true, meters = true, feet = true,
  foot = true, miles = true, km = true, dollars = true, euros = true,
  pounds = true, points = true, jobs = true, units = true, soldiers = true,
  workers = true, times = true, homes = true, kilometres = true,
  kilometers = true, acres = true, votes = true, copies = true,
  employees = true, members = true, students = true, cars = true,
  passengers = true, rpm = true, mhz = true, m = true, kg = true, lb = true,
  mm = true, cm = true, watts = true, barrels = true,
  calories = true, seats = true, words = true, pages = true, refugees = true,
  residents = true, hectares = true, guests = true, species = true,
  yards = true }
-- "The 1829 map", "the sixties"; "the city's 1829 map".
words.year_articles = { the = true, this = true }
words.decade_articles = { the = true }
words.genitives = { "'s ", "’s " }
-- Ends of words that are many: "1500 soldiers" is no year.
words.plurals = { "s", "children", "people", "men" }
-- "3 million euros a year", "4 percent a year" tell how often.
words.rates = { million = true, billion = true }
words.percents = { "percent", "per cent" }
-- Words of APPROX that compare end so.
words.comparisons = { " than" }
-- "An overnight train": it tells what the train is like.
words.before_noun = { a = true, an = true, the = true, this = true, his = true,
  her = true, their = true, its = true, our = true, my = true, your = true }
-- "Next Thursday", said on a Wednesday, is not tomorrow.
words.not_tomorrow = { next = true }
-- "On Thursday week", and what a duration is not: "not a day to".
words.week_after = { on = true }
words.copulas = { is = true, was = true, be = true, been = true, ["not"] = true,
  s = true }
words.after_a_day = { to = true, when = true, that = true, of = true,
  like = true }
-- After "for a second", which then is no ordinal.
words.after_second = { he = true, she = true, it = true, they = true, we = true,
  I = true, i = true, you = true, ["or"] = true, ["and"] = true }
-- Before "more than", which then compares.
words.comparing = { far = true, much = true, even = true, times = true,
  percent = true, points = true, no = true }
-- "her 80s" is an age.
words.ages = { his = true, her = true, their = true, my = true, our = true,
  your = true, the = false, its = true }
-- Before a bare clock time: "at 10:30".
words.before_clock = { at = true, by = true, ["until"] = true, till = true,
  from = true, to = true, before = true, after = true, since = true,
  around = true, about = true, between = true, daily = true, past = true,
  approximately = true, through = true, begins = true, starts = true }
-- Before "the day", where it is the document's; and what must not follow.
words.before_the = { ["end"] = true, ending = true, ended = true,
  finish = true, finishing = true, finished = true, close = true,
  closed = true, closing = true, ["for"] = true, over = true, during = true,
  ["in"] = true }
words.not_after_the = { of = true, that = true, when = true, to = true,
  before = true, after = true, he = true, she = true, they = true, we = true,
  it = true, the = true, I = true, which = true }

return words
