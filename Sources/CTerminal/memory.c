/* See CTerminal.h. */
#define _GNU_SOURCE /* memfd_create, madvise */
#include "CTerminal.h"
#include "memory.h"

#include <malloc.h>
#include <sys/mman.h>
#include <sys/resource.h>

int terminal_memory_file(size_t largest) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < largest)) return -1;
  return memfd_create("frame", MFD_CLOEXEC);
}

int terminal_may_open_files(unsigned files) {
  struct rlimit limit;
  return getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= files;
}

void terminal_trim_stack(void) {
#if MAY_FORGET_MEMORY
  char here;
  uintptr_t end = ((uintptr_t)&here & ~(memory_page - 1)) - memory_page;
  /* Below the stack lies nothing but the gap that the kernel keeps there. */
  madvise((void *)(end - 64 * memory_page), 64 * memory_page, MADV_DONTNEED);
#endif
}

void terminal_trim_memory(void) {
  malloc_trim(0);
  terminal_trim_stack();
}
