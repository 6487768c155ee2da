--- Quotations that no cue of their sentence reports: the turn that goes on, the
--- line before that ends in a colon, the name behind a dash.
local phrases = require "gloss.steps.quotes.phrases"
local verbs = require "gloss.steps.quotes.verbs"

local loose = {}

--- Does a unit hold nothing but quotations and marks?
local function only_quotes(list, unit)
  local any = false
  for k = unit[1], unit[2] do
    if list.kind[k] == "quote" then any = true elseif list.kind[k] ~= "point" then return false end
  end
  return any
end

local function last_quoting(attributions)
  for i = #attributions, 1, -1 do
    if attributions[i].quoting then return attributions[i] end
  end
end

--- "...“ — Ann Roe": the name behind the quotation.
local function signed(list, k, b)
  if k + 1 >= b or not verbs.DASH[list.low[k + 1]] then return nil end
  local last = phrases.right(list, k + 2, b, true)
  if not last or list.kind[k + 2] ~= "name" then return nil end
  if last < b and list.kind[last + 1] ~= "point" and list.kind[last + 1] ~= "quote" then return nil end
  return { cue = { first = k + 1, last = k + 1 }, class = "said", rule = "signed", alone = true,
           speaker = { first = k + 2, last = last, how = "signed" }, content = { { k, k } }, stop = last }
end

--- The unit's own subject as speaker.
local function by_subject(list, unit, k)
  local first, last = phrases.subject(list, unit[1], k - 1)
  if not first then return nil end
  local colon = list.low[k - 1] == ":"
  return { cue = colon and { first = k - 1, last = k - 1 } or nil, class = "said", alone = colon,
           rule = colon and "colon" or "subject of the sentence",
           speaker = { first = first, last = last, how = "guess" }, content = { { k, k } }, stop = k, weak = not colon }
end

--- Attributes what is left. `by_unit[u]` are the attributions of unit u, to
--- which new ones are added; `owner[k]` of a quotation's item is its own.
---@param list quotes.Items
---@param by_unit quotes.Attribution[][]
---@param owner table<integer, quotes.Attribution>
---@param skip table<integer, boolean> quotations that are no speech
function loose.assign(list, by_unit, owner, skip)
  local turn            -- the attribution whose speaker has the word
  local paragraph_quote -- the last quoting attribution of this paragraph
  for u, unit in ipairs(list.units) do
    if unit.paragraph or unit.line then paragraph_quote = nil end
    local own = by_unit[u]
    local alone
    for k = unit[1], unit[2] do
      if list.kind[k] == "quote" and not owner[k] and not skip[k] then
        if alone == nil then alone = only_quotes(list, unit) end
        local record
        local stretch = list.quote[k]
        local previous = k > 1 and list.quote[k - 1]
        local linked = list.quote[k - 2]
        if linked and owner[k - 2] and k - 2 >= unit[1] and (list.kind[k - 1] == "conj" or list.low[k - 1] == ",") then
          record = owner[k - 2]
        elseif previous and previous.continued and owner[k - 1] then
          record = owner[k - 1]
        elseif stretch.continued and list.quote[k + 1] and owner[k + 1] then
          record = owner[k + 1]
        elseif paragraph_quote and (alone or k == unit[1] and #own == 0) then
          record = paragraph_quote
        else
          record = signed(list, k, unit[2])
          if record then own[#own + 1] = record end
        end
        local ahead = list.units[u + 1]
        if not record and alone and ahead and not ahead.line and list.kind[ahead[1]] == "quote" then
          record = last_quoting(by_unit[u + 1])
        end
        local before = list.units[u - 1]
        if not record and alone and before and list.low[before[2]] == ":" then
          record = by_subject(list, before, before[2] + 1)
          if record then
            local cue = by_unit[u - 1][#by_unit[u - 1]]
            if cue then record.speaker, record.class = cue.speaker, cue.class end
            record.cue = cue and cue.cue or { first = before[2], last = before[2] }
            record.content = { { k, k } }
            own[#own + 1] = record
          end
        end
        if not record and alone and before then
          local said = by_unit[u - 1][#by_unit[u - 1]]
          if said and said.speaker and not said.quoting then
            record = { class = said.class, rule = "speaker before", alone = true, speaker = said.speaker, content = { { k, k } }, stop = k, weak = true }
            own[#own + 1] = record
          end
        end
        if not record and alone and turn and turn.speaker and u - turn.unit <= 3 then
          record = { class = turn.class, rule = "turn goes on", alone = true, speaker = turn.speaker, content = { { k, k } }, stop = k, weak = true }
          own[#own + 1] = record
        end
        if not record and not alone and not (unit.heading and stretch.family == "single") then
          record = by_subject(list, unit, k)
          if record then own[#own + 1] = record end
        end
        if record then
          owner[k] = record
          record.quoting = true
          record.extra = record.extra or {}
          if record.content[1][1] ~= k then record.extra[#record.extra + 1] = k end
        end
        stretch.loose = true
      end
      if list.kind[k] == "quote" and owner[k] then
        paragraph_quote = owner[k]
        if not owner[k].weak then
          turn = owner[k]
          turn.unit = u
        elseif turn then
          turn.unit = u
        end
      end
    end
  end
end

return loose
