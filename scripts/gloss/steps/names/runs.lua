--- Where names may stand in a document: runs of words with a capital, cut into
--- names; and which of them are names by what the document shows.
---
--- The names that a document may have stand in one list, as m:runs writes it:
--- STRIDE values for each, at the offsets below.
local core = require "gloss.core"
local cut = require "gloss.steps.names.cut"
local form = require "gloss.steps.names.form"
local join = require "gloss.steps.names.join"
local words = require "gloss.steps.names.words"

local runs = {}

runs.STRIDE = 10
local STRIDE = runs.STRIDE
-- FIRST and LAST: tokens; START and STOP: bytes, as of a span; ANY and ALL:
-- bits that any, that all of its words with a capital have; BEFORE and AFTER:
-- bits of the tokens beside it in its sentence; FORM: its form
-- (names/form.lua), false where it is no name; TITLE, or false.
local FIRST, LAST, START, STOP, ANY, ALL, BEFORE, AFTER, FORM, TITLE =
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9

-- Runs that are remembered, at most; then all are forgotten.
local MOST = 50000

---@class names.Finder what is kept from document to document, for a language
---@field lang string
---@field classes gloss.Classes
---@field forms names.Forms
---@field runs userdata finds the runs, without those that surely are no names
---@field all_runs userdata finds all
---@field known table<string, names.Form|false> by the text of a run that is one
---  name, or none, whatever stands around it
---@field cuts table<string, names.Piece[]> by the text of a run
---@field count integer of texts that are known
---@field list any[] of the document at hand
---@field n integer valid values of it
---@field asked integer[] places in it
---@field doubtful integer[]
local Finder = {}
Finder.__index = Finder

-- What asks for a closer look: what a name may go on over, and what may stand
-- before one, or be no part of it.
local function questions_of(c, lang)
  return {
    { after = c.PART | c.MONTH | c.HYPHEN | c.AMPERSAND | c.PARTICLE },
    { before = c.LEADING | c.OFFICE_END | c.HYPHEN | c.BIG_ARTICLE },
    { any = c.HEAD, after = c.LINK }, { after = c.COMMA, next = c.ENDING },
    { any = c.MONTH }, { any = c.OPENS, also = c.ALSO_SMALL, several = true },
    lang ~= "en" and { any = c.CAP } or nil,
  }
end

---@param classes gloss.Classes
---@return names.Finder
function runs.finder(lang, classes)
  local c = classes
  local none = c.ACRONYM | c.HEADING
  local query = { start = c.START, part = c.PART, ask = questions_of(c, lang) }
  local all_runs = core.runs(query)
  query.skip = { { all = c.RATHER_SMALL, none = none } }
  return setmetatable({ lang = lang, classes = c, forms = form.of(lang),
    runs = core.runs(query), all_runs = all_runs, known = {}, cuts = {},
    count = 0, list = {}, n = 0, asked = {}, doubtful = {} }, Finder)
end

-- ---- The list ---------------------------------------------------------------

-- Makes the place k that of the piece from token first to last, whose bits are
-- still to be found; those of the tokens beside it are given.
local function put(self, m, k, piece, first, last, before, after)
  local list, cap, any, all = self.list, self.classes.CAP, 0, -1
  for i = first, last do
    local bits = m[i]
    any = any | bits
    if bits & cap ~= 0 then all = all & bits end
  end
  list[k + FIRST], list[k + LAST] = first, last
  list[k + START], list[k + STOP] = m:first(first), m:last(last)
  list[k + ANY], list[k + ALL] = any, all
  list[k + BEFORE], list[k + AFTER] = before, after
  local known = piece.form
  if not known then
    known = self.forms:get(m:text(first, last), first == last)
    piece.form = known
  end
  list[k + FORM], list[k + TITLE] = known, piece.title or false
end

-- Makes room for `more` names behind the place k.
local function widen(self, k, more)
  table.move(self.list, k + STRIDE, self.n, k + STRIDE * (more + 1))
  self.n = self.n + STRIDE * more
end

-- Puts the names of a run at the place k and, where there are several, behind
-- it; the last place. before and after are the bits beside the run.
local function put_pieces(self, m, k, pieces, first, last, before, after)
  if #pieces == 0 then
    self.list[k + FORM] = false
    return k
  end
  if #pieces > 1 then widen(self, k, #pieces - 1) end
  for i, piece in ipairs(pieces) do
    local at, to = first + piece.first - 1, first + piece.last - 1
    put(self, m, k + (i - 1) * STRIDE, piece, at, to,
        at > first and m[at - 1] or before, to < last and m[to + 1] or after)
  end
  return k + (#pieces - 1) * STRIDE
end

-- ---- Cutting ----------------------------------------------------------------

local function around_of(self, m, first, nouns)
  local c, bits = self.classes, m[first]
  local says = bits & (c.OPENS | c.HEADING | c.INSIDE | c.ALSO_SMALL)
  return { lang = self.lang, opens = bits & c.OPENS ~= 0, nouns = nouns,
           droppable = says == c.OPENS | c.ALSO_SMALL }
end

-- Counts a text that is known; of too many all are forgotten.
local function count(self)
  if self.count == MOST then self.cuts, self.known, self.count = {}, {}, 0 end
  self.count = self.count + 1
end

-- How a run is cut, remembered by its text where that says all.
local function pieces_of(self, r, first, last, nouns)
  local around = around_of(self, r.m, first, nouns)
  if self.lang ~= "en" then
    return cut.pieces(join.words(r, first, last), around)
  end
  local text = r.m:text(first, last)
  if around.droppable and first < last then text = "\0" .. text end
  local pieces = self.cuts[text]
  if not pieces then
    pieces = cut.pieces(join.words(r, first, last), around)
    count(self)
    self.cuts[text] = pieces
  end
  return pieces
end

-- "The Hague" is one, "the Fund" is not.
local function is_place_with_article(m, first, last)
  local known = words.known().places
  local low = core.text.lower(m:text(first, last))
  return known[low] and not known[low:match "^%S+%s(.*)$"]
end

-- Where the run's first name begins and its title, with what stands before the
-- run: particles, a title in small letters.
local function with_before(self, r, piece, first, from)
  local m, c, before = r.m, r.c, first > from and r.m[first - 1] or 0
  if before & c.BIG_ARTICLE ~= 0
     and is_place_with_article(m, first - 1, first + piece.last - 1) then
    return first - 1, piece.title
  end
  local at, title = first, piece.title
  if before & (c.LEADING | c.HYPHEN) ~= 0 then
    at = join.particle(r, first, from, self.lang)
    before = at > from and m[at - 1] or 0
  end
  if not title and before & c.OFFICE_END ~= 0 then
    title = join.title_before(r, at, from)
  end
  return at, title
end

-- The same pieces with another beginning of the first one.
local function moved(pieces, first, at, title)
  local list, shift = {}, first - at
  for i, piece in ipairs(pieces) do
    list[i] = { first = piece.first + shift, last = piece.last + shift,
                title = piece.title }
  end
  list[1].first, list[1].title = 1, title
  return list
end

-- The names of a run that goes on, or has something before it, at the place k
-- and behind it; the last place, and the last token.
local function put_joined(self, m, k, nouns, joins)
  local first, last = self.list[k + FIRST], self.list[k + LAST]
  local from, stop = m:bounds(m:sentence(first))
  local r = { m = m, c = self.classes, stop = stop }
  if joins then
    if not join.is_part(r, first) then
      self.list[k + FORM] = false
      return k, first
    end
    last = join.run(r, first, last)
  end
  local pieces = pieces_of(self, r, first, last, nouns)
  local own = pieces[1]
  if own and own.first == 1 then
    local at, title = with_before(self, r, own, first, from)
    if at ~= first or title ~= own.title then
      pieces, first = moved(pieces, first, at, title), at
    end
  end
  return put_pieces(self, m, k, pieces, first, last,
                    first > from and m[first - 1] or 0,
                    last < stop and m[last + 1] or 0), last
end

-- ---- Finding ----------------------------------------------------------------

--- Words behind an article: in a language that writes all nouns with a capital,
--- nouns.
local function nouns_of(self, m)
  local c = self.classes
  if not words.articles[self.lang] then return nil end
  local nouns = {}
  for i in m:each(c.NOUN_ARTICLE) do
    local bits = m[i + 1]
    if bits and bits & c.CAP ~= 0
       and (i == 1 or m[i - 1] & c.LEADING == 0) then  -- von der Leyen
      nouns[core.text.lower(m:text(i + 1))] = true
    end
  end
  return nouns
end

-- May the run at the place k go on behind its last token?
local function goes_on(list, k, m, c, behind)
  local after = list[k + AFTER]
  return after & behind ~= 0 or list[k + ANY] & c.MONTH ~= 0
    or after & c.LINK ~= 0 and list[k + ANY] & c.HEAD ~= 0
    or after & c.COMMA ~= 0 and (m[list[k + LAST] + 2] or 0) & c.ENDING ~= 0
end

-- Drops the runs behind the place k that begin up to the token `last`.
local function drop_up_to(self, k, last)
  local list = self.list
  k = k + STRIDE
  while k < self.n and list[k] <= last do
    list[k + FORM] = false
    k = k + STRIDE
  end
end

-- Reads the run at the place k.
local function read_run(self, r, k, nouns, behind, before)
  local list, m, c = self.list, r.m, self.classes
  local first, last = list[k], list[k + LAST]
  local joins = goes_on(list, k, m, c, behind)
  if joins or list[k + BEFORE] & before ~= 0 then
    local to
    k, to = put_joined(self, m, k, nouns, joins)
    if to > last then drop_up_to(self, k, to) end
    return
  end
  local any, is_en = list[k + ANY], self.lang == "en"
  local drops = first < last and any & c.OPENS ~= 0 and any & c.ALSO_SMALL ~= 0
  local special = first < last and c.SPECIAL or c.SPECIAL | c.WEAK
  if any & special == 0 and is_en and not drops then
    list[k + FORM] = self.forms:get(m:text(first, last), first == last)
  else
    put_pieces(self, m, k, pieces_of(self, r, first, last, nouns), first, last,
               list[k + BEFORE], list[k + AFTER])
  end
  -- what is one name, or none, whatever stands around it
  if is_en and not drops and not list[k + TITLE]
     and (first == last or list[k + FORM] and list[k] == first
                           and list[k + LAST] == last) then
    count(self)
    self.known[m:text(first, last)] = list[k + FORM]
  end
end

--- Finds all that may be names, those in headings too: in self.list, the first
--- self.n values.
---@param m gloss.Reading
---@param all boolean? also what surely is none
---@return table<string, boolean>? nouns
function Finder:find(m, all)
  local c, asked = self.classes, self.asked
  local nouns, r = nouns_of(self, m), { m = m, c = c }
  local query = all and self.all_runs or self.runs
  local values, count_asked = query:find(m, self.list, self.known, asked)
  self.n = values
  local behind = c.PART | c.MONTH | c.HYPHEN | c.AMPERSAND | c.PARTICLE
  local before = c.LEADING | c.OFFICE_END | c.HYPHEN | c.BIG_ARTICLE
  -- from the last one on, so that places stay as they are
  for i = count_asked, 1, -1 do
    read_run(self, r, asked[i], nouns, behind, before)
  end
  return nouns
end

-- ---- Which of them are names ------------------------------------------------

-- German writes nouns with a capital: two of them are no name yet.
local function is_german_noun(known, nouns)
  for _, part in ipairs(known.parts) do
    if nouns[part] then return true end
    for _, ending in ipairs(words.noun_endings.de) do
      if part:sub(-#ending) == ending and #part > #ending + 2 then
        return true
      end
    end
  end
  return false
end

-- What speaks against a name of several words, or nil.
local function against_full(list, k, c, nouns)
  local known = list[k + FORM]
  if nouns and not list[k + TITLE] and is_german_noun(known, nouns) then
    return "a noun"
  end
  if list[k + ALL] & c.RATHER_SMALL ~= 0 and not known.head then
    return "small letters elsewhere"
  end
end

-- What speaks against a single word that is no short form, or nil.
local function against_single(list, k, c, nouns, surnames)
  local known, bits = list[k + FORM], list[k + ANY]
  if known.letter then return "a letter" end
  if nouns and nouns[known.low] then
    return not known.place and "a noun" or nil
  end
  if known.common or bits & c.SMALL == 0 then
    return "a common short form"
  end
  if bits & c.RATHER_SMALL ~= 0
     or bits & c.ALSO_SMALL ~= 0 and bits & c.OPENS ~= 0 then
    return "small letters elsewhere"
  end
  if list[k + TITLE] or surnames[known.low] or known.place then return nil end
  if bits & c.INSIDE ~= 0 then return nouns and "may be a noun" or nil end
  if list[k + AFTER] & (c.SPEECH | c.OWN) == 0 then
    return "only where a sentence begins"
  end
end

-- The bits that speak for a single word in a language whose nouns are small,
-- and those that may speak against it.
local function bits_of_single(c)
  return c.INSIDE | c.SMALL, c.RATHER_SMALL | c.ALSO_SMALL
end

-- Drops names of several words that are none. The last words of the others, the
-- places of single words that may be none; and are there headings?
local function drop_full(self, nouns, lost)
  local list, c, surnames, doubtful = self.list, self.classes, {}, self.doubtful
  local heading, small, headings, n = c.HEADING, c.RATHER_SMALL, false, 0
  local pro, contra = bits_of_single(c)
  local both = pro | contra
  for k = 1, self.n, STRIDE do
    local known = list[k + FORM]
    if known then
      local any = list[k + ANY]
      if any & heading ~= 0 then headings = true
      elseif not known.single then
        local why = (nouns or list[k + ALL] & small ~= 0)
          and against_full(list, k, c, nouns)
        if why then
          if lost then lost(k, why) end
          list[k + FORM] = false
        else surnames[known.last] = true end
      elseif (any & both ~= pro or nouns or known.common)
             and not known.acronym then
        n = n + 1
        doubtful[n] = k
      end
    end
  end
  return surnames, n, headings
end

--- Drops what is no name by what the document shows; headings are left as they
--- are. The last word of a full name is one by itself, too.
---@param nouns table<string, boolean>?
---@param lost fun(k: integer, why: string)?
---@return boolean headings are there any?
function Finder:drop(nouns, lost)
  local list, c, doubtful = self.list, self.classes, self.doubtful
  local surnames, n, headings = drop_full(self, nouns, lost)
  for i = 1, n do
    local k = doubtful[i]
    local why = against_single(list, k, c, nouns, surnames)
    if why then
      if lost then lost(k, why) end
      list[k + FORM] = false
    end
  end
  return headings
end

-- ---- Headings ---------------------------------------------------------------

-- The parts of a run that are names in the body, the longest first, of so many
-- tokens at most. Where all is in capitals, US is a common word.
local function parts_in_body(m, first, last, title, texts, longest, is_loud)
  local pieces, at = {}, first
  while at <= last do
    local found
    for to = math.min(last, at + longest - 1), at, -1 do
      local low = core.text.lower((m:text(at, to):gsub("%s+", " ")))
      if texts[low] and not (is_loud and words.common[low]) then
        found = to
        break
      end
    end
    if found then
      pieces[#pieces + 1] = { first = at - first + 1, last = found - first + 1,
                              title = at == first and title or nil }
      at = found + 1
    else at = at + 1 end
  end
  return pieces
end

--- What the body calls a name a heading may have, too; all else in headings is
--- dropped.
---@param m gloss.Reading
function Finder:find_in_headings(m)
  local list, heading, texts = self.list, self.classes.HEADING, {}
  local longest, sentence, is_loud = 0, nil, nil
  for k = 1, self.n, STRIDE do
    if list[k + FORM] and list[k + ANY] & heading == 0 then
      texts[list[k + FORM].low] = true
      longest = math.max(longest, list[k + LAST] - list[k] + 1)
    end
  end
  local k = 1
  while k < self.n do
    if list[k + FORM] and list[k + ANY] & heading ~= 0 then
      local first, last = list[k], list[k + LAST]
      if m:sentence(first) ~= sentence then
        sentence = m:sentence(first)
        local from, stop = m:bounds(sentence)
        is_loud = not m:next(from, self.classes.SMALL, stop)
      end
      local pieces = parts_in_body(m, first, last, list[k + TITLE], texts,
                                   longest, is_loud)
      k = put_pieces(self, m, k, pieces, first, last, list[k + BEFORE],
                     list[k + AFTER])
    end
    k = k + STRIDE
  end
end

return runs
