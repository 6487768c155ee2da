--- Quotation marks that are no speech: titles, nicknames, words kept at arm's
--- length.
local kinds = {}

local SHORT = 4  -- words of a scare quote, at most

local SMALL = { ["a"] = true, ["an"] = true, ["the"] = true, ["of"] = true, ["and"] = true, ["in"] = true,
  ["on"] = true, ["for"] = true, ["to"] = true, ["with"] = true, ["at"] = true, ["from"] = true, ["by"] = true, ["&"] = true,
  ["or"] = true, ["as"] = true, ["is"] = true, ["your"] = true, ["my"] = true }

--- Words of a content, and whether each begins with a capital but small ones.
local function shape_of(content)
  local count, capitals, small = 0, 0, 0
  for word in content:gmatch("[^%s]+") do
    count = count + 1
    if word:find("^[%u%d@#&\xC3-\xDF]") then
      capitals = capitals + 1
    elseif SMALL[word:lower()] then
      small = small + 1
    end
    if count > 14 then break end
  end
  return count, capitals > 0 and capitals + small == count and content:find("^[%u%d@#]") ~= nil
end

local function is_capital(list, k)
  return list.kind[k] == "name"
end

--- The kind of a quotation that is no speech, by what stands around it; nil
--- where it may be speech. `governed`: a cue reports it.
---@param list quotes.Items
---@param k integer the item of the quotation
---@param governed boolean
---@return string? kind
---@return string? rule
function kinds.not_speech(list, k, text, governed)
  local stretch, lex = list.quote[k], list.lexicon
  if stretch.family == "turn" then return nil end
  local content = text:sub(stretch.from, stretch.to)
  local count, titled = shape_of(content)
  if count == 0 then return "scare", "empty" end
  local ends_open = not content:find("[%.!%?]$")
  local before, after = k - 1, k + 1
  local before_low, after_low = list.low[before] or "", list.low[after] or ""
  local joined = stretch.last + 1 == (list.first[after] or 0)
  if count <= 2 and titled and ends_open and is_capital(list, before) and is_capital(list, after)
    and not content:find(",$") and list.last[before] + 2 >= stretch.first then
    return "nickname", "between names"
  end
  if titled and count <= 9 then
    if lex.works[before_low] or (lex.works[after_low] and ends_open and not joined) then
      return "title", "beside " .. (lex.works[before_low] and before_low or after_low)
    end
    if before_low == "'s" or before_low == "’s" then
      if count >= 2 then return "title", "possessive" end
    end
    if count >= 2 and (list.kind[before] == "det" or list.kind[before] == "number") and not content:find("[!%?]$") then
      return "title", "named thing"
    end
    if list.kind[before] == "prep" and count >= 2 and lex.shows_before[before_low] and not governed then return "title", "on a programme" end
    if lex.shows_before[list.low[before - 1] or ""] and before_low == "'s" then return "title", "of a channel" end
  end
  if governed then return nil end
  if before_low == "to" then return nil end                        -- wants to "embrace" it
  local linked = list.quote[k - 2]
  if linked and not linked.not_speech and (list.kind[before] == "conj" or before_low == ",") then return nil end
  for i = before, math.max(1, k - 4), -1 do
    if list.kind[i] == "point" or list.kind[i] == "quote" then break end
    if lex.nouns[list.low[i]] then return nil end                   -- the phrase "...", a call for a "..."
  end
  if before_low == "so-called" or before_low == "dubbed" then return "scare", before_low end
  if count <= SHORT and not content:find("[%.!%?]$") then
    local kind = list.kind[before]
    local next_kind = list.kind[after]
    if kind == "det" or kind == "possessive" or next_kind == "word" or kind == "word" or kind == "prep" or kind == "conj" then
      return "scare", "short, in a phrase"
    end
  end
end

return kinds
