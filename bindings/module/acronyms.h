/* acronyms.h - the finder of short forms, which names ask, too. */
#ifndef BIND_ACRONYMS_H
#define BIND_ACRONYMS_H

#include "module/bind.h"

#define BIND_ACRONYMS "gloss.acronyms"

/* The finder at `arg`; raises. */
gloss_acronyms *bind_check_acronyms(lua_State *L, int arg);

#endif
