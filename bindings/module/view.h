/* view.h - the inside of a view, for the files that implement it. */
#ifndef BIND_VIEW_H
#define BIND_VIEW_H

#include "module/bind.h"

/* User value 1: the document. */
typedef struct bind_view {
  bind_rows rows;
  const char *name; /* as long as the document is open, or forever */
  size_t base;      /* the first row, where all in between are meant */
  size_t count;
  bool some;        /* only those listed */
  uint32_t list[];  /* rising numbers of rows */
} bind_view;

/* The view at `arg`, its document open; raises. */
bind_view *bind_check_view(lua_State *L, int arg);
/* The row at place `i` of the view (from 0), and its span. */
size_t bind_view_row(const bind_view *v, size_t i);
gloss_span bind_view_span(const bind_view *v, size_t i);
/* Pushes a userdata with room for a list of `count` places. */
uint32_t *bind_push_list(lua_State *L, size_t count);
/* Pushes a view of the rows at the places in `list`. */
bind_view *bind_push_some(lua_State *L, int doc, const bind_view *v,
                          const uint32_t *list, size_t count);
/* Adds the methods that read fields (query.c) to the table on top. */
void bind_add_queries(lua_State *L);

#endif
