--- What each sign of a line weighs, in nats: above zero for, below against.
---
--- `text`: that the line is in the article; `opening`: that the article begins
--- with it; `closing`: that it is over before it; `gap`: what a gap in the article
--- costs. lines.lua and around.lua say what the signs are. The weights were
--- fitted (as those of a conditional random field, with a margin) on pages that
--- people had marked; a sign that can only speak for the text, or only
--- against it, was held to that.
local weights = {}

weights.text = {
  at = -0.14, bio = -1.07, colon = 0.23, cut = -1.36, free32 = 0.24,
  furniture_near1 = -0.81, furniture_near3 = -0.31, furniture_near5 = -0.97,
  headline = -0.15, is_advertisement = -1.41, is_byline = -0.57,
  is_caption = -1.93, is_comments = -0.31, is_cookies = -0.09,
  is_dateline = -1.19, is_furniture = -0.15, is_legal = -0.11,
  is_navigation = -1.43, is_newsletter = -0.75, is_share = -0.79,
  is_teaser = -1.22, kin = 0.82, list1 = -0.69, list10 = 0.59, list2 = 0.12,
  list20 = -1, list4 = 1.05, lower = -0.64, marker = 0.8, menu = -1.18,
  numbers = 0.66, open_long = -0.92, open_middle = -0.7, open_short = -0.74,
  prose_above1 = 0.3, prose_above2 = 0.1, prose_below1 = 0.2, quote = 0.48,
  section = -0.97, small_few = 0.32, stamps_near2 = -1.57, stamps_near3 = -0.3,
  stamps_near5 = -0.57, stop_long = 1.2, stop_middle = 0.67, stop_short = 0.43,
  title = -0.59, titles_near2 = -0.17, topic3 = 0.31, twin_far = -0.03,
  twin_near = -0.33, upper = -0.13, url = 0.74, words1 = -1.44, words2 = -0.2,
  words3 = -0.04, words4 = -0.82, words5 = 0.1, words6 = 0.5, words7 = 1.15,
}

weights.opening = {
  below_caption = 0.64, below_dateline = -0.12, below_furniture = 0.8,
  below_other = -0.66, below_prose = -0.4, below_short = -0.24, first = -0.02,
  furniture_above1 = 0.29, furniture_above3 = -0.32, headline = 0.12,
  headline_above = 0.66, place = 1.4, prose = 1.14, prose_above = -1.13,
  prose_ahead1 = 0.64, prose_ahead2 = 0.56, prose_ahead4 = 0.21,
  stamp_above = 1.38,
}

weights.closing = {
  always = 0.04, below_open = -0.53, below_prose = -0.24, below_stop = 0.79,
  bio = 1.29, ends = 0.97, furniture_ahead1 = 0.3, furniture_ahead2 = 0.97,
  furniture_ahead4 = 1.42, headline = 0.54, is_advertisement = 0.28,
  is_byline = -0.11, is_caption = -0.02, is_comments = 0.9,
  is_copyright = 0.17, is_dateline = 0.87, is_legal = 0.14,
  is_navigation = -0.82, is_newsletter = -0.39, is_share = 0.7,
  is_teaser = 0.3, other = -0.47, prose = -0.77, prose_ahead1 = -0.35,
  prose_ahead3 = -0.14, short = -0.75, stamps_ahead1 = 1.45,
  stamps_ahead3 = -0.05, titles_ahead2 = -0.45, titles_ahead4 = -0.07,
}

weights.gap = { opening = -1.17, reason = 0.90, closing = -1.17, line = -1.05 }

return weights
