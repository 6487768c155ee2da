--- What each sign of a line weighs, in nats: above zero for, below against.
---
--- `text`: that the line is in the article; `opening`: that the article begins
--- with it; `closing`: that it is over before it; `gap`: what a gap in the article
--- costs. core/clean/signs.c says what the signs are. Written by
--- scripts/dev/fit_clean.lua: docs/clean.md says from what.
local weights = {}

weights.text = {
  above2_caption = -0.14, above2_cut = -0.61, above2_dateline = -0.56,
  above2_edge = 0.5, above2_furniture = -0.25, above2_marks = 0.75,
  above2_o1 = -0.12, above2_o2 = -0.47, above2_o3 = -0.1, above2_o4 = 0.69,
  above2_s2 = -0.05, above2_s3 = -0.33, above2_s4 = -0.32,
  above2_section = -0.85, above_byline = -0.48, above_caption = 1.47,
  above_cut = -0.36, above_dateline = -0.2, above_furniture = 1.43,
  above_o1 = 0.3, above_o2 = 0.5, above_o3 = 0.14, above_s1 = 0.38,
  above_s2 = 0.17, above_s4 = -0.63, above_titled = -0.22,
  below2_byline = -1.86, below2_caption = -0.27, below2_cut = -0.69,
  below2_dateline = -0.27, below2_furniture = 0.08, below2_marks = -0.09,
  below2_o1 = -0.15, below2_o2 = -0.49, below2_o3 = -0.12, below2_o4 = 0.06,
  below2_s2 = -0.23, below2_s3 = -0.24, below2_s4 = -0.49,
  below2_section = -0.75, below2_titled = -0.17, below_byline = -0.67,
  below_caption = -0.88, below_colon = -0.58, below_cut = -0.31,
  below_dateline = -0.9, below_edge = 0.11, below_furniture = 0.26,
  below_marks = -0.2, below_o1 = -0.06, below_o2 = 0.05, below_o4 = 0.62,
  below_s1 = 0.2, below_s2 = 0.31, below_s3 = -0.06, below_s4 = -0.23,
  below_section = 0.18, below_titled = -0.35, bio = -1.21, capitals0 = 0.37,
  capitals1 = 0.26, capitals2 = -0.09, capitals3 = -0.05, capitals4 = 0.27,
  caseless = 0.06, colon = 1.06, comma = -1.19, commas = 0.21,
  commas_long = 0.74, core_behind = 0.25, core_next = 0.29, core_none = 1.58,
  free32 = 0.18, furniture_near1 = -0.15, head_digit = 0.5, head_quote = 0.51,
  head_small = -0.07, is_byline = -1.26, is_caption = -4.45, is_cut = -0.63,
  is_dateline = -1.07, is_furniture = -1.38, is_marks = 0.51, is_o1 = -0.1,
  is_o2 = 0.06, is_o4 = -0.25, is_s1 = -1.21, is_s2 = -0.8, is_s3 = -0.47,
  is_s4 = 0.22, is_section = -0.11, is_titled = 0.53, link = -0.85,
  link_alone = -0.57, list1 = -0.61, list10 = 0.13, list2 = -0.2,
  list20 = -0.27, list4 = 0.5, many = 0.85, numbers = 0.14, open_long = -1.23,
  open_middle = 0.31, open_short = -0.15, prose_above4 = 0.11,
  prose_below4 = 0.17, says_advertisement = -4.77, says_comments = -0.43,
  says_cookies = -1.36, says_copyright = -0.92, says_legal = -1.75,
  says_navigation = -1.11, says_newsletter = -1.89, says_share = -1.94,
  says_teaser = -1.22, several = 0.31, share_above1 = 0.43,
  share_above100 = -0.24, share_above5 = 0.35, share_above80 = -0.2,
  share_above95 = -0.17, shouted = -0.91, signs_many = -0.27,
  stamps_near2 = -0.62, stop_long = 0.38, stop_middle = 0.59,
  stop_short = 0.08, titles_near2 = -0.13, topic1 = 0.06, topic3 = 0.34,
  twin_far = -0.14, twin_near = -0.42, words1 = -0.13, words12 = 0.26,
  words2 = -0.23, words20 = 0.27, words40 = 0.61, words6 = -0.23,
}

weights.opening = {
  above_byline = 0.21, above_caption = 0.45, above_cut = 0.69,
  above_dateline = 0.85, above_furniture = -0.6, above_marks = -2.33,
  above_o1 = -0.21, above_o2 = -0.12, above_o3 = 0.69, above_o4 = -0.6,
  above_s1 = -0.56, above_s2 = -1.63, above_s3 = 0.64, above_s4 = 0.15,
  above_section = -0.49, above_titled = 0.66, always = 0.77, core_0 = 0.75,
  core_before = 1.2, core_behind = -1.79, core_early = 0.38, core_late = -0.7,
  furniture_above1 = 0.7, headline = 0.11, headline_above = 0.99,
  is_byline = -0.23, is_caption = 2.11, is_cut = 0.17, is_dateline = -1.15,
  is_furniture = -0.3, is_marks = -0.56, is_o1 = -0.2, is_o2 = -1.3,
  is_o3 = -0.71, is_o4 = 0.58, is_s1 = -0.09, is_s2 = 0.81, is_s3 = 0.65,
  is_s4 = 0.67, is_section = -2.04, is_titled = -0.52, place = 3.39,
  prose_above = -0.67, prose_ahead1 = 0.28, prose_ahead2 = 0.93,
  prose_ahead4 = 0.08, stamp_above = 1.26, words_ahead1 = -0.72,
  words_ahead100 = 0.15, words_ahead30 = 0.19,
}

weights.closing = {
  above_byline = 0.73, above_caption = 4.68, above_cut = 0.14,
  above_dateline = 0.83, above_furniture = 0.51, above_marks = 2.19,
  above_o1 = -1.94, above_o2 = -1.25, above_o3 = -1.55, above_o4 = -0.64,
  above_s1 = 0.41, above_s2 = 0.55, above_s3 = -0.1, above_s4 = -0.66,
  above_section = -2.59, above_titled = -1.13, always = 0.17,
  below_byline = 1.79, below_caption = -1.23, below_cut = -1.03,
  below_dateline = -0.21, below_furniture = -0.25, below_marks = -0.08,
  below_o1 = 0.11, below_o2 = -0.24, below_o3 = 0.06, below_o4 = -0.16,
  below_s1 = -0.08, below_s2 = -0.53, below_s3 = 0.15, below_s4 = 0.13,
  below_section = 2, below_titled = -0.15, bio = 2.86, core_0 = 0.54,
  core_before = 0.75, core_behind = -1.41, core_early = 0.56,
  core_late = 0.08, ends = 1.21, furniture_ahead1 = 0.85,
  furniture_ahead2 = 0.22, furniture_ahead4 = 0.34, headline = 0.96,
  is_byline = 2.34, is_caption = 0.22, is_cut = -0.73, is_dateline = 2.04,
  is_furniture = 0.18, is_marks = -0.41, is_o1 = 0.25, is_o2 = -0.47,
  is_o3 = -0.27, is_o4 = -0.81, is_s1 = -2.28, is_s2 = -0.59, is_s3 = -0.92,
  is_s4 = -0.84, is_section = 0.24, is_titled = 0.69, prose_far1 = -0.5,
  prose_far3 = -0.94, says_advertisement = 0.95, says_comments = 0.4,
  says_cookies = -1.1, says_copyright = 0.18, says_furniture = -2.52,
  says_legal = -1.38, says_navigation = -1.17, says_newsletter = -1.01,
  says_share = 0.3, says_teaser = 0.2, stamps_ahead1 = 0.3,
  stamps_ahead3 = 0.87, titles_ahead2 = 0.14, titles_ahead4 = 0.67,
}

weights.gap = {
  closing = -2.03, line = -0.21, opening = -2.03, reason = 0.69,
}

return weights
