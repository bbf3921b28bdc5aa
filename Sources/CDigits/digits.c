#include "digits.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char bits[] = {
#embed "digits.bits"
};
const size_t digits_size = sizeof bits;

const unsigned char *digits_start(void) { return bits; }
