/* roles.h - who holds which office, as a text says it: "Ann Roe, the
** president's special envoy and head of the River Fund". */
#ifndef GLOSS_ROLES_ROLES_H
#define GLOSS_ROLES_ROLES_H

#include "clauses/items.h"

/* Adds the layer `roles` to the document that was read. */
bool gloss_roles_find(gloss_clauses *list, gloss_error *err);

#endif
