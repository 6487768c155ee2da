/* dict.h - what the files of dictionaries share. */
#ifndef BIND_DICT_H
#define BIND_DICT_H

#include <lua.h>

#include "module/dict_registry.h"

#define BIND_DICT "gloss.dict"
#define BIND_DICT_BUILDER "gloss.dict_builder"
#define BIND_DICT_VARIANTS "gloss.dict_variants"

typedef struct bind_dict {
  bind_shared_dict *shared; /* NULL: not open */
} bind_dict;

/* Pushes a dictionary that is not open yet. */
bind_dict *bind_push_dict(lua_State *L);
void bind_open_dict_builder(lua_State *L);
void bind_open_dict_variants(lua_State *L);
void bind_open_linker(lua_State *L);
/* The builder that is argument 1; raises where there is none any more. */
gloss_dict_builder *bind_check_dict_builder(lua_State *L);
/* The rules that are argument `arg`. */
const gloss_variants *bind_check_variants(lua_State *L, int arg);
/* The method `table` of a builder (dict_table.c). */
int bind_dict_table(lua_State *L);

#endif
