--- Within one unit: which words each cue reports, and whose they are.
local cues = require "gloss.steps.quotes.cues"
local reach = require "gloss.steps.quotes.reach"
local phrases = require "gloss.steps.quotes.phrases"
local verbs = require "gloss.steps.quotes.verbs"

local attribute = {}

---@class quotes.Attribution
---@field cue? { first: integer, last: integer } items
---@field class string said, denied, ...
---@field speaker? quotes.Phrase
---@field content integer[][] first and last items of what is reported
---@field stop integer the last item that it takes up
---@field rule string
---@field quoting? boolean does its content hold a quotation?
---@field alone? boolean nothing but quotations?
---@field weak? boolean without a cue of its own
---@field any? boolean by a verb of no table

local FINAL, DASH = reach.FINAL, verbs.DASH

---@class quotes.Work what one unit is worked on with
---@field list quotes.Items
---@field a integer
---@field b integer
---@field starts table<integer, quotes.Cue> see cues.starts
---@field done quotes.Attribution[]
local Work = {}
Work.__index = Work

function Work:add(cue, class, content, rule, stop)
  self.done[#self.done + 1] = {
    cue = cue, class = class, any = cue.any, speaker = cue.subject,
    content = content, rule = rule, stop = stop,
    -- room for what is found later
    alone = nil, quoting = nil, number = nil, cue_span = nil, span = nil,
    confidence = nil, id = nil, name = nil, unknown = nil }
end

--- What is reported from item `c` on, trimmed.
function Work:right_of(c, close_clause)
  local last = reach.right(self.list, c, self.b, self.starts,
                           close_clause or false)
  return reach.trim(self.list, c, last)
end

--- Where the words before a cue begin: behind the attribution before.
function Work:left_start()
  local last = self.done[#self.done]
  return last and last.stop + 1 or self.a
end

--- Cuts what earlier attributions claimed at and behind item `from`.
function Work:cut_earlier(from)
  for _, record in ipairs(self.done) do
    local content = record.content
    for i = #content, 1, -1 do
      local range = content[i]
      if range[2] >= from then
        local last = math.min(range[2], from - 1)
        range[1], range[2] = reach.trim(self.list, range[1], last)
        if range[1] > range[2] then table.remove(content, i) end
      end
    end
  end
end

---- Words before the cue ------------------------------------------------------

--- Where the attribution begins that ends before item `p`, as part of what
--- "said Roe" reports: "The court ruled that it was void|, said Roe"; nil.
function Work:within(cue, p)
  local last = self.done[#self.done]
  if not (cue.inverted and last and last.stop + 1 >= p) then return end
  local subject, begin = last.speaker, last.cue.first
  if subject and subject.how ~= "shared" then
    begin = math.min(begin, subject.edge or subject.first)
  end
  return begin
end

--- "CONTENT, Roe said": the words before the cue, whether they end with a
--- quotation, and do they hold another attribution? nil where nothing parts
--- them from the cue.
function Work:left_of(cue)
  local list, a, edge = self.list, self.a, cue.first
  local subject = cue.subject
  if subject and subject.how ~= "shared" then
    edge = math.min(edge, subject.edge or subject.first)
  end
  local p = edge - 1
  while p >= a and list.kind[p] == "adv" do p = p - 1 end
  if p < a then return end
  local q = list.quote[p] and p
    or p > a and list.quote[p - 1] and list.kind[p] == "point" and p - 1
  if not q then
    if list.low[p] ~= "," and not DASH[list.low[p]] then return end
    if subject and subject.how == "relative" then return end
  end
  local outer = not q and self:within(cue, p)
  local from = outer or self:left_start()
  if q and from > q then from = q end
  local to
  from, to = reach.trim(list, from, p)
  if from <= to then return { from, to }, q and true or false, outer end
end

--- The first item behind a cue, its addressee, time and place.
function Work:behind(cue)
  local c = cue.last + 1
  if cue.inverted then
    c = cue.subject.last + 1
  elseif cue.sense.frames.heard then
    c = reach.after_heard(self.list, c, self.b)
  end
  c = reach.after_setting(self.list, c, self.b)
  return cue.tail and cue.tail >= c and cue.tail + 1 or c
end

local QUOTE_REACH = 30   -- items between "said Roe, head of ...," and "..."

--- A quotation that goes on behind "Roe said," or "said Roe, its head,".
function Work:quote_behind(c)
  local list = self.list
  for k = c, math.min(self.b, c + QUOTE_REACH) do
    if list.kind[k] == "quote" then
      if k == c then return k end
      local before = list.low[list.kind[k - 1] == "conj" and k - 2 or k - 1]
      local parted = before == "," or before == ":" or DASH[before]
        or FINAL[before]
      return parted and k or nil
    end
    if k > c and self.starts[k] and not self.starts[k].source then return end
  end
end

--- What is reported from the quotation at `q` on: it and those joined to it,
--- and the rest of the clause where it does not end one.
function Work:goes_on(q)
  local list, last = self.list, q
  while list.quote[last + 1] do last = last + 1 end
  if list.quote[last].closing then return { q, last } end
  return { self:right_of(q) }
end

--- "CONTENT, Roe said(, CONTENT)". True where there was content.
function Work:trailing(cue, class)
  local left, quoted, outer = self:left_of(cue)
  if not left then return false end
  local content, c = { left }, self:behind(cue)
  if quoted then
    local q = self:quote_behind(c)
    if q then content[2] = self:goes_on(q) end
  elseif c < self.b and self.list.low[c] == "," and not self.starts[c + 1]
    and (self.list.kind[c + 1] ~= "conj" or self.list.quote[c + 2]) then
    local from, to = self:right_of(c + 1)
    if to > from then content[2] = { from, to } end
  end
  if not outer then self:cut_earlier(left[1]) end
  local stop = cue.last
  if cue.inverted then stop = cue.subject.last end
  self:add(cue, class, content,
           quoted and "quote before cue" or "clause before cue", stop)
  return true
end

---- Words behind the cue ------------------------------------------------------

-- What a verb's object begins with.
local OBJECT = { name = true, word = true, det = true, number = true,
                 object = true, pron = true, quote = true }

local CLAUSE_REACH = 25   -- items in which the verb of a clause must come

--- Does the mood of the clause from..to say that it is reported?
local function is_reported(list, from, to)
  for k = from, to do
    if list.lexicon.reported[list.low[k]] then return true end
    if list.kind[k] == "point" then return false end
  end
  return false
end

--- Does what stands at `c` fit the frames of a sense? How, and the first item
--- of content.
local function fit(list, frames, c, heard, b)
  local low, kind = list.low[c], list.kind[c]
  local opener = list.lexicon.openers[low]
  if (low == "," or low == ":" or DASH[low]) and c < b then
    local following = list.low[c + 1]
    if low == "," and list.lexicon.comma_openers and frames.that
      and list.lexicon.openers[following] then
      return "that", c + 1                                -- sagte, dass
    end
    if low == "," and list.lexicon.comma_openers and frames.clause
      and is_reported(list, c + 1, math.min(b, c + CLAUSE_REACH)) then
      return "clause", c + 1                              -- sagte, er wolle
    end
    if (list.quote[c + 1] or low == ":") and (frames.quote or frames.object) then
      return "quote", c + 1
    end
  elseif kind == "quote" then
    if frames.quote or frames.clause or frames.object then return "quote", c end
  elseif opener and (frames.that or frames.clause)
    and not (low == "which" or low == "who" and not frames.quote) then
    return "that", c
  elseif low == "to" or low == "not" and list.low[c + 1] == "to" then
    if frames.to or heard then return "to", c end
  elseif OBJECT[kind] then
    if frames.any or frames.clause
      and phrases.has_verb(list, c, math.min(b, c + CLAUSE_REACH)) then
      return "clause", c
    end
    if frames.object then return "object", c end
  elseif frames.object and opener then
    return "object", c
  elseif heard and (low == "about" or low == "of") then
    return "object", c + 1
  end
end

--- The sense of the cue that fits what follows it, how, and where that begins.
function Work:choose(cue)
  local list, b = self.list, self.b
  for _, sense in ipairs(cue.senses) do
    local c, heard = cue.behind, cue.heard
    if not c or sense.frames.heard ~= cue.sense.frames.heard then
      local from = (cue.tail or cue.last) + 1
      c = from
      if sense.frames.heard then c = reach.after_heard(list, c, b) end
      heard = c > from
      c = reach.after_setting(list, c, b)
    end
    if c <= b then
      local mode, from = fit(list, sense.frames, c, heard, b)
      if mode then return sense, mode, from end
    end
  end
end

--- "While Roe says so, Low left": is the cue in a clause before the main one?
function Work:in_fronted_clause(cue)
  local list, a = self.list, self.a
  if list.kind[a] == "conj" or list.kind[a] == "adv" then a = a + 1 end
  if list.kind[a] ~= "sub" then return false end
  for k = a, cue.first do
    if list.low[k] == "," then return false end
  end
  return true
end

--- Where the object of an inserted participle ends: "said, citing two sources|,
--- that".
function Work:before_that(from, to)
  for k = from + 1, to - 1 do
    if self.list.low[k] == "," and self.list.low[k + 1] == "that" then
      return k - 1
    end
  end
  return to
end

--- "wies CONTENT zurück": what stands before a particle far behind. True where
--- that is an object.
function Work:bracketed(cue)
  local list, to = self.list, (cue.tail or 0) - 1
  if to <= cue.last or not cue.sense.frames.object then return false end
  local c = reach.after_setting(list, cue.last + 1, to)
  if c > to or not OBJECT[list.kind[c]] then return false end
  -- rule: object after cue
  self:add(cue, cue.sense.class, { { c, to } }, "object after cue", cue.tail)
  return true
end

--- Where what is quoted ends, if another clause follows: "said: “Go!” | and she
--- went".
function Work:end_of_quotes(c, to)
  local list, last = self.list, c
  while list.quote[last + 1] do last = last + 1 end
  local following = last + 2
  if list.kind[last + 1] ~= "conj" or not list.quote[last]
    or not list.quote[last].closing or list.quote[following] then
    return to
  end
  local stop = phrases.right(list, following, to)
  local new = stop and list.kind[following] ~= "word"
    and not list.quote[stop + 1] and phrases.has_verb(list, stop + 1, to)
  return new and last or to
end

function Work:leading(cue)
  local sense, mode, c = self:choose(cue)
  if not sense then
    self:bracketed(cue)
    return
  end
  local subject = cue.subject
  local before = subject and self.list.low[subject.first - 1]
  local close_clause = cue.fronted or self:in_fronted_clause(cue)
    or subject and subject.how == "relative" and before == ","
    or subject and subject.how ~= "shared" and before ~= "that"
      and self.list.lexicon.relatives[before]       -- which she called
  local _, to = self:right_of(c, close_clause)
  if cue.ing and mode == "object" then to = self:before_that(c, to) end
  if mode == "quote" then to = self:end_of_quotes(c, to) end
  if c <= to then
    -- rule: quote after cue
    -- rule: clause after cue
    -- rule: that after cue
    -- rule: to after cue
    -- rule: object after cue
    self:add(cue, sense.class, { { c, to } }, mode .. " after cue", to)
  end
end

---- The forms of attributions -------------------------------------------------

--- Do items from..to behind a source go on with what it says, rather than say who
--- it is?
function Work:holds_more(from, to)
  for k = from, to do
    if self.list.quote[k] then return true end
  end
  return to - from >= 2 and phrases.has_verb(self.list, from, to)
end

local SOURCE = 30   -- items between a source and the comma behind it

--- The comma from item `k` on, or where it should have come.
function Work:comma_from(k)
  local stop = math.min(self.b + 1, k + SOURCE)
  while k < stop and self.list.low[k] ~= "," do k = k + 1 end
  return k
end

--- The comma behind a source that ends at item `stop`, and behind what is said
--- of it: "According to Roe, who left, | CONTENT".
function Work:behind_source(stop)
  local list, comma = self.list, self:comma_from(stop + 1)
  if comma >= self.b then return comma end
  local following = self:comma_from(comma + 1)
  if list.low[following] ~= "," or following >= self.b then return comma end
  local apart = list.lexicon.relatives[list.low[comma + 1]]
    or list.kind[comma + 1] == "det"
      and not phrases.has_verb(list, comma + 1, following - 1)
  return apart and following or comma
end

--- "According to Roe, CONTENT" and "CONTENT, according to Roe(, CONTENT)".
function Work:source(cue)
  local list, a = self.list, self.a
  local stop = math.max(cue.last, cue.subject.last)
  local content = {}
  if cue.first == a or cue.first == a + 1 and list.kind[a] == "conj" then
    local comma = self:behind_source(stop)
    if list.low[comma] ~= "," or comma >= self.b then
      if list.lexicon.source_comma or stop >= self.b then return end
      comma = stop                                        -- Laut Roe ist
    end
    content[1] = { self:right_of(comma + 1) }
  else
    content[1] = { reach.trim(list, self:left_start(), cue.first - 1) }
    if list.low[stop + 1] == "," and stop + 1 < self.b then
      local from, to = self:right_of(stop + 2)
      if self:holds_more(from, to) then content[2] = { from, to } end
    end
    self:cut_earlier(content[1][1])
  end
  if content[1][1] <= content[1][2] then
    self:add(cue, cue.class or "said", content, "according to", stop)
  end
end

--- "Roe's promise to CONTENT".
function Work:noun(cue)
  local list, from = self.list, cue.last + 1
  if list.low[from] ~= "that" and list.low[from] ~= "to" then
    from = from + 1
  end
  local first, to = self:right_of(from, true)
  if list.low[from] ~= "that" then
    -- "his promise to go | was kept": a finite verb is no part of it
    for k = first + 1, to do
      local low = list.low[k]
      if list.kind[k] == "aux" and low ~= "be" and low ~= "have" then
        to = k - 1
        break
      end
    end
  end
  if first <= to then
    self:add(cue, cue.sense.class, { { first, to } }, "noun", to)
  end
end

local AGENT_REACH = 8   -- items between a passive and its "by"

--- "CONTENT was criticised by Roe": who speaks stands behind "by".
function Work:passive(cue)
  local list = self.list
  for k = cue.last + 1, math.min(self.b - 1, cue.last + AGENT_REACH) do
    if list.kind[k] == "point" then return end
    if list.low[k] == "by" then
      local last = phrases.right(list, k + 1, self.b, true)
      local about = cue.subject
      if last and about then
        cue.subject = phrases.apposed_name(list, last, self.b)
          or { first = k + 1, last = last }
        cue.subject.how, last = "agent", cue.subject.last
        self:add(cue, cue.sense.class, { { about.first, about.last } },
                 "passive", last)
      end
      return
    end
  end
end

--- "As Roe noted, CONTENT". True where it is that.
function Work:as(cue)
  local subject, list = cue.subject, self.list
  if not (cue.trailing and subject and subject.how ~= "shared"
          and subject.first > self.a
          and list.low[subject.first - 1] == "as") then
    return false
  end
  local c = self:behind(cue)
  if c >= self.b or list.low[c] ~= "," then return false end
  local from, to = self:right_of(c + 1)
  if from <= to then
    self:add(cue, cue.sense.class, { { from, to } }, "as", cue.last)
  end
  return true
end

--- Does the subject stand right behind a quotation: "...," Roe told reporters?
function Work:behind_quotation(cue)
  local subject, list = cue.subject, self.list
  if cue.that or not (cue.quoting and subject and subject.how ~= "shared"
                      and subject.first < cue.first) then
    return false
  end
  local p = (subject.edge or subject.first) - 1
  if p < self.a then return false end
  return list.quote[p] ~= nil
    or list.low[p] == "," and list.quote[p - 1] ~= nil
end

function Work:take(cue)
  if cue.source then return self:source(cue) end
  if cue.noun then return self:noun(cue) end
  if cue.passive then return self:passive(cue) end
  if self:as(cue) then return end
  if cue.inverted then
    self:trailing(cue, cue.quoting.class)
    return
  end
  if self:behind_quotation(cue) and self:trailing(cue, cue.quoting.class) then
    return
  end
  if cue.trailing and not cue.ing and self:trailing(cue, cue.sense.class) then
    return
  end
  self:leading(cue)
end

--- The attributions of a unit, in the order of their cues.
---@param list quotes.Items
---@param unit quotes.Unit
---@return quotes.Attribution[]? nil: none
function attribute.unit(list, unit)
  local found = cues.find(list, unit)
  if not found[1] then return nil end
  local work = setmetatable({ list = list, a = unit[1], b = unit[2], done = {},
                              starts = cues.starts(found) }, Work)
  for _, cue in ipairs(found) do
    local before = #work.done
    work:take(cue)
    if #work.done == before then
      list:lost(cue.first, cue.last, "cue", "nothing stands where it reports")
    end
  end
  local kept = {}
  for _, record in ipairs(work.done) do
    if #record.content > 0 then
      kept[#kept + 1] = record
    else
      list:lost(record.cue.first, record.cue.last, record.rule,
                "another cue reports these words")
    end
  end
  return kept[1] and kept or nil
end

return attribute
