--- Cases of a step in a file: a line of text, and below it, two spaces in, what
--- is to be found. `# name` begins a group, a blank line says nothing.
local case_lines = {}

--- Reads the cases of a file.
---@param path string
---@return { group: string, text: string, lines: string[] }[]
function case_lines.read(path)
  local list, group = {}, nil
  for line in io.lines(path) do
    if line:find "^#" then
      group = line:match "^#%s*(.*)"
    elseif line:find "^  " then
      table.insert(list[#list].lines, line)
    elseif line:find "%S" then
      list[#list + 1] = { group = group, text = line, lines = {} }
    end
  end
  return list
end

return case_lines
