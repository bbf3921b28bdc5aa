/* libFuzzer's driver, which comes with the compiler and without a header. */
#ifndef BPTUTOR_CFUZZER_H
#define BPTUTOR_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerRunDriver(int *count, char ***arguments, int (*read)(const uint8_t *bytes, size_t size));

#endif
