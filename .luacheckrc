-- .luacheckrc - the manner of the Lua code.
std = "lua54"
max_line_length = 120
files["tests/lua"] = { std = "+busted" }
files["scripts/jobs"] = { std = "lua54" }
