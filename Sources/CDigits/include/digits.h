#ifndef DIGITS_H
#define DIGITS_H

#include <stddef.h>

// The 8×8 digits as .ci/digits has packed them. In C, whose #embed takes bytes in without the time and memory that the
// Swift compiler needs for an array literal of the same length.
//
// Optical Recognition of Handwritten Digits, E. Alpaydin and C. Kaynak (1998), UCI Machine Learning Repository, CC BY 4.0.
const unsigned char *_Nonnull digits_start(void);
extern const size_t digits_size;

#endif
