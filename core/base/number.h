/* number.h - a number that somebody wrote, read whole. */
#ifndef GLOSS_BASE_NUMBER_H
#define GLOSS_BASE_NUMBER_H

#include "gloss.h"

/* Reads bytes that are one number and nothing else, as strtod does; false where
** they are none, or more than 39. */
bool gloss_read_number(gloss_slice text, double *number);

#endif
