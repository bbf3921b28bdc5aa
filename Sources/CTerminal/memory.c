/* See CTerminal.h. */
#define _GNU_SOURCE /* memfd_create, madvise */
#include "CTerminal.h"

#include <malloc.h>
#include <sys/mman.h>

int terminal_memory_file(void) { return memfd_create("frame", MFD_CLOEXEC); }

void terminal_trim_stack(void) {
  static const uintptr_t page = 4096;
  char here;
  uintptr_t end = ((uintptr_t)&here & ~(page - 1)) - page;
  /* Below the stack lies nothing but the gap that the kernel keeps there. */
  madvise((void *)(end - 64 * page), 64 * page, MADV_DONTNEED);
}

void terminal_trim_memory(void) {
  malloc_trim(0);
  terminal_trim_stack();
}
