/* grammar.h - a grammar that Lua holds, for the engines that read by one. */
#ifndef MODULE_GRAMMAR_H
#define MODULE_GRAMMAR_H

#include "module/bind.h"

/* The grammar at `arg`; raises where there is none. Whoever keeps it holds the
** Lua value. */
gloss_grammar *bind_check_grammar(lua_State *L, int arg);

#endif
