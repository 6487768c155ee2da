--- JSON: read by jansson, written by gloss itself, so that the same value is
--- always the same bytes.
local core = require "gloss.core"

local json = {
  null = core.json_null,
  array = core.json_array,
  encode = core.json_encode,
}

--- Reads one JSON value.
---@param text string
---@return any value
---@return gloss.Error? err bad_json, with `first` and `line`
function json.decode(text)
  return require "gloss.edge".load "json".decode(text, json.null)
end

--- The lines of an open file, each one JSON value; blank ones are left out.
---@param file file*
---@return table lines `lines:next(json.null)` gives the number of the next
--- line, its bytes and its value, or nil and an error; `lines:line()` its text
function json.lines(file)
  return require "gloss.edge".load "json".lines(file)
end

return json
