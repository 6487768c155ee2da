/* number.h - a number that somebody wrote, read whole. */
#ifndef GLOSS_BASE_NUMBER_H
#define GLOSS_BASE_NUMBER_H

#include "gloss.h"

/* Reads bytes that are one decimal number and nothing else, with a point
** whatever the locale: 12, -0.5, .5, 1e3. False where they are none, or more
** than 39. What is too large for a double becomes infinite. */
bool gloss_read_number(gloss_slice text, double *number);
/* The number as its first fifteen digits say it: 0.3 of 0.1 + 0.2. */
double gloss_fifteen_digits(double number);

#endif
