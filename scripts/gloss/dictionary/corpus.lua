--- Texts on which dictionaries are tried: `--on`.
local gloss = require "gloss"

local corpus = {}

--- Every document of the inputs, as often as there are dictionaries: each copy
--- is linked with one of them.
---@param inputs string[] files, folders
---@param linkers (fun(doc: gloss.Document))[]
---@param act fun(...: gloss.Document) one document a linker; closed after it
---@return integer documents
function corpus.each(inputs, linkers, act)
  local count = 0
  for doc in gloss.docs(inputs, {}) do
    local copies = { doc }
    for i = 2, #linkers do
      copies[i] = assert(gloss.doc(doc.text, { id = doc.id, date = doc.date,
                                               lang = doc.lang }))
    end
    for i, link in ipairs(linkers) do link(copies[i]) end
    act(table.unpack(copies))
    for _, copy in ipairs(copies) do copy:close() end
    count = count + 1
  end
  return count
end

return corpus
