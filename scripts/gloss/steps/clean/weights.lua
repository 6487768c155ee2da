--- What each sign of a line weighs, in nats: above zero for, below against.
---
--- `text`: that the line is in the article; `opening`: that the article begins
--- with it; `closing`: that it is over before it; `gap`: what a gap in the article
--- costs. around.lua says what the signs are. Written by
--- scripts/dev/fit_clean.lua: docs/clean.md says from what.
local weights = {}

weights.text = {
  above2_caption = -0.14, above2_cut = -0.63, above2_dateline = -0.54,
  above2_edge = 0.48, above2_furniture = -0.26, above2_marks = 0.76,
  above2_o1 = -0.12, above2_o2 = -0.46, above2_o3 = -0.11, above2_o4 = 0.68,
  above2_s2 = -0.05, above2_s3 = -0.33, above2_s4 = -0.32,
  above2_section = -0.83, above_byline = -0.32, above_caption = 1.45,
  above_cut = -0.4, above_dateline = -0.2, above_furniture = 1.43,
  above_o1 = 0.29, above_o2 = 0.51, above_o3 = 0.15, above_o4 = 0.06,
  above_s1 = 0.36, above_s2 = 0.17, above_s4 = -0.63, above_titled = -0.22,
  below2_byline = -2.02, below2_caption = -0.27, below2_cut = -0.68,
  below2_dateline = -0.23, below2_furniture = 0.06, below2_marks = -0.08,
  below2_o1 = -0.14, below2_o2 = -0.49, below2_o3 = -0.13, below2_o4 = 0.06,
  below2_s2 = -0.23, below2_s3 = -0.23, below2_s4 = -0.5,
  below2_section = -0.76, below2_titled = -0.18, below_byline = -0.77,
  below_caption = -0.99, below_colon = -0.59, below_cut = -0.32,
  below_dateline = -0.9, below_edge = 0.11, below_furniture = 0.26,
  below_marks = -0.2, below_o1 = -0.08, below_o2 = 0.06, below_o4 = 0.63,
  below_s1 = 0.18, below_s2 = 0.3, below_s3 = -0.07, below_s4 = -0.23,
  below_section = 0.17, below_titled = -0.35, bio = -1.37, capitals0 = 0.34,
  capitals1 = 0.23, capitals2 = -0.13, capitals3 = -0.07, capitals4 = 0.27,
  caseless = 0.09, colon = 1.08, comma = -1.04, commas = 0.16,
  commas_long = 0.74, core_behind = 0.25, core_next = 0.26, core_none = 1.59,
  free32 = 0.18, furniture_near1 = -0.16, head_digit = 0.5, head_quote = 0.52,
  head_small = -0.09, is_byline = -1.41, is_caption = -4.4, is_cut = -0.65,
  is_dateline = -1.05, is_furniture = -1.35, is_marks = 0.51, is_o1 = -0.1,
  is_o2 = 0.05, is_o4 = -0.28, is_s1 = -1.21, is_s2 = -0.79, is_s3 = -0.46,
  is_s4 = 0.23, is_section = -0.11, is_titled = 0.52, link = -0.85,
  link_alone = -0.56, list1 = -0.61, list10 = 0.12, list2 = -0.2,
  list20 = -0.26, list4 = 0.5, many = 0.84, numbers = 0.13,
  numbers_alone = -0.07, open_long = -1.23, open_middle = 0.3,
  open_short = -0.15, prose_above4 = 0.11, prose_below4 = 0.17,
  says_advertisement = -4.79, says_comments = -0.42, says_cookies = -1.45,
  says_copyright = -0.91, says_legal = -1.74, says_navigation = -1.1,
  says_newsletter = -1.87, says_share = -1.94, says_teaser = -1.21,
  several = 0.33, share_above1 = 0.43, share_above100 = -0.22,
  share_above5 = 0.34, share_above80 = -0.19, share_above95 = -0.19,
  shouted = -0.93, signs = -0.05, signs_many = -0.28, stamps_near2 = -0.63,
  stop_long = 0.38, stop_middle = 0.61, stop_short = 0.1,
  titles_near2 = -0.12, topic1 = 0.05, topic3 = 0.42, twin_far = -0.16,
  twin_near = -0.43, words1 = -0.12, words12 = 0.27, words2 = -0.18,
  words20 = 0.26, words40 = 0.6, words6 = -0.24,
}

weights.opening = {
  above_byline = 0.26, above_caption = 0.28, above_cut = 0.68,
  above_dateline = 0.78, above_furniture = -0.56, above_marks = -2.37,
  above_o1 = -0.27, above_o2 = -0.11, above_o3 = 0.66, above_o4 = -0.37,
  above_s1 = -0.59, above_s2 = -1.74, above_s3 = 0.62, above_s4 = 0.14,
  above_section = -0.44, above_titled = 0.61, always = 0.78, core_0 = 0.75,
  core_before = 1.17, core_behind = -1.82, core_early = 0.4,
  core_late = -0.67, furniture_above1 = 0.65, headline = 0.12,
  headline_above = 1.02, is_byline = 0.06, is_caption = 2.09, is_cut = 0.14,
  is_dateline = -1.22, is_furniture = -0.29, is_marks = -0.63, is_o1 = -0.26,
  is_o2 = -1.31, is_o3 = -0.73, is_o4 = 0.62, is_s1 = -0.08, is_s2 = 0.9,
  is_s3 = 0.64, is_s4 = 0.68, is_section = -2.03, is_titled = -0.56,
  place = 3.4, prose_above = -0.66, prose_ahead1 = 0.27, prose_ahead2 = 0.9,
  prose_ahead4 = 0.1, stamp_above = 1.37, words_ahead1 = -0.73,
  words_ahead100 = 0.14, words_ahead30 = 0.23,
}

weights.closing = {
  above_byline = 0.17, above_caption = 4.69, above_cut = 0.1,
  above_dateline = 0.88, above_furniture = 0.51, above_marks = 2.2,
  above_o1 = -1.93, above_o2 = -1.23, above_o3 = -1.5, above_o4 = -0.6,
  above_s1 = 0.44, above_s2 = 0.58, above_s3 = -0.08, above_s4 = -0.66,
  above_section = -2.52, above_titled = -1.13, always = 0.19,
  below_byline = 1.47, below_caption = -1.19, below_cut = -1.01,
  below_dateline = -0.17, below_furniture = -0.22, below_marks = -0.07,
  below_o1 = 0.14, below_o2 = -0.21, below_o3 = 0.09, below_o4 = -0.14,
  below_s1 = -0.06, below_s2 = -0.53, below_s3 = 0.19, below_s4 = 0.13,
  below_section = 2, below_titled = -0.06, bio = 2.88, core_0 = 0.54,
  core_before = 0.78, core_behind = -1.46, core_early = 0.59,
  core_late = 0.07, ends = 1.2, furniture_ahead1 = 0.76,
  furniture_ahead2 = 0.22, furniture_ahead4 = 0.38, headline = 1.08,
  is_byline = 2.35, is_caption = 0.27, is_cut = -0.79, is_dateline = 2.09,
  is_furniture = 0.21, is_marks = -0.4, is_o1 = 0.27, is_o2 = -0.46,
  is_o3 = -0.26, is_o4 = -0.84, is_s1 = -2.29, is_s2 = -0.61, is_s3 = -0.93,
  is_s4 = -0.87, is_section = 0.25, is_titled = 0.68, prose_far1 = -0.52,
  prose_far3 = -0.96, says_advertisement = 0.96, says_comments = 0.35,
  says_cookies = -1.03, says_copyright = 0.23, says_furniture = -2.36,
  says_legal = -1.45, says_navigation = -1.17, says_newsletter = -1.04,
  says_share = 0.31, says_teaser = 0.2, stamps_ahead1 = 0.26,
  stamps_ahead3 = 0.75, titles_ahead2 = 0.11, titles_ahead4 = 0.55,
}

weights.gap = {
  closing = -2.03, line = -0.2, opening = -2.03, reason = 0.7,
}

return weights
