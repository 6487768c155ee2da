--- What linking costs: the step `link` over many documents with a dictionary of
--- NAMES made-up people, microseconds a mention and megabytes a second, and as
--- a ratio to tokens and sentences of the same documents in the same round.
local gloss = require "gloss"

local ROUNDS, NAMES, DOCUMENTS, SENTENCES = 7, 50000, 300, 40

local STARTS = { "Bel", "Tor", "Mar", "Lin", "Os", "Ver", "Kal", "Dun", "Hal",
                 "Ris", "Sel", "Von", "Wes", "Yar", "Zel", "Cam" }
local MIDDLES = { "a", "o", "i", "en", "er", "is", "ova", "ani" }
local ENDS = { "ton", "ski", "man", "vale", "dor", "berg", "lin", "mond" }

local function pick(list) return list[math.random(#list)] end
local function word() return pick(STARTS) .. pick(MIDDLES) .. pick(ENDS) end

local function make_names()
  local names = {}
  for i = 1, NAMES do names[i] = word() .. " " .. word() end
  return names
end

local function make_dictionary(names)
  local rows = { "id\ttype\tname" }
  for i, name in ipairs(names) do
    rows[i + 1] = ("per:%d\tPERSON\t%s"):format(i, name)
  end
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write(table.concat(rows, "\n"), "\n")
  file:close()
  local dict = assert(gloss.dict.open(path))
  os.remove(path)
  return dict
end

--- A few people a document: named in full once, then by their surnames.
local function compose(names)
  local sentences, people = {}, {}
  for i = 1, 6 do people[i] = pick(names) end
  for i = 1, SENTENCES do
    local name = pick(people)
    sentences[i] = ("On Monday %s told the board that nobody from the fund "
      .. "could say when the talks would begin."):format(
      i > #people and name:match "%S+$" or people[i])
  end
  return table.concat(sentences, " ")
end

math.randomseed(5)
local names = make_names()
local step = gloss.link { dict = make_dictionary(names) }
local linker = step.prepare(step.options)
local texts, bytes = {}, 0
for i = 1, DOCUMENTS do
  texts[i] = compose(names)
  bytes = bytes + #texts[i]
end

local function round()
  local segment, link, mentions = 0, 0, 0
  for _, text in ipairs(texts) do
    local start = os.clock()
    local doc <close> = assert(gloss.doc(text, { lang = "en" }))
    local _ = #doc.sentences
    local middle = os.clock()
    step.run(doc, step.options, linker)
    link = link + os.clock() - middle
    segment = segment + middle - start
    mentions = mentions + #doc.entities
  end
  return link, segment, mentions
end

local times, ratios, mentions = {}, {}, 0
for i = 1, ROUNDS do
  local link, segment, found = round()
  times[i], ratios[i], mentions = link, link / segment, found
end
local function median(list) return gloss.sort(list)[#list // 2 + 1] end

print(("%d documents, %d bytes, %d mentions, %d names, %d rounds"):format(
  DOCUMENTS, bytes, mentions, NAMES, ROUNDS))
print(("link: %.2f us a mention, %.0f MB/s, %.2f times tokens and sentences")
  :format(median(times) * 1e6 / mentions, bytes / median(times) / 1e6,
          median(ratios)))
