#!/usr/bin/env lua5.4
--- make_man.lua - the man page gloss(1), made from the contract, on stdout.
-- Run with the Lua library in LUA_PATH; `make install` does.
local contract = require "gloss.contract"
local help = require "gloss.commands.help"

local version = ...

--- Text as roff wants it: no line begins with a dot, backslashes doubled.
local function roff(text)
  return (text:gsub("\\", "\\e"):gsub("%-", "\\-"):gsub("\n([.'])", "\n\\&%1"):gsub("^([.'])", "\\&%1"))
end

local out = {}
local function put(text, ...) out[#out + 1] = text:format(...) end

local function option_line(option)
  local name = "\\fB" .. roff("--" .. option.name) .. "\\fR"
  if option.short then name = "\\fB" .. roff("-" .. option.short) .. "\\fR, " .. name end
  if option.value then name = name .. " \\fI" .. roff(option.value) .. "\\fR" end
  return name
end

put('.TH GLOSS 1 "" "gloss %s" "User Commands"', roff(version or ""))
put(".SH NAME")
put("gloss \\- tokens, sentences, names and quotes of texts, for Lua scripts")
put(".SH SYNOPSIS")
put("\\fBgloss\\fR \\fICOMMAND\\fR [options] [\\fIINPUT\\fR...]")
put(".SH DESCRIPTION")
put("gloss reads text, marks tokens, sentences and entities in the margin, and lets a Lua script decide what")
put("to do with them. An input is a file, a directory, or \\fB\\-\\fR. Results go to stdout, messages to stderr.")
put(".SH COMMANDS")
for _, command in ipairs(contract.commands()) do
  put(".SS %s", roff(command.name))
  put("%s", roff(help.usage(command)))
  put(".PP")
  put("%s", roff(command.about or command.help))
  for _, example in ipairs(command.examples or {}) do
    put(".PP\n.nf\n.RS\n%s\n.RE\n.fi", roff(example[1]))
  end
end
put(".SH OPTIONS")
put("Which command takes which: \\fBgloss help\\fR \\fICOMMAND\\fR.")
for _, option in ipairs(contract.options) do
  put(".TP\n%s\n%s", option_line(option), roff(option.help))
end
put(".SH EXIT STATUS")
for _, exit in ipairs(contract.exits) do put(".TP\n\\fB%d\\fR\n%s", exit.code, roff(exit.help)) end
put(".SH SEE ALSO")
put("\\fBlua\\fR(1)")
print(table.concat(out, "\n"))
