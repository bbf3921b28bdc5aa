/* See CTerminal.h. */
#define _GNU_SOURCE /* memfd_create, madvise */
#include "CTerminal.h"

#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/resource.h>

/* The stack may be given back page by page, unless a sanitizer keeps its own records there; only where pages have this size. */
#if defined(__x86_64__)
#define MAY_TRIM_STACK 1
#else
#define MAY_TRIM_STACK 0
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#undef MAY_TRIM_STACK
#define MAY_TRIM_STACK 0
#endif
#endif

int terminal_memory_file(size_t largest) {
  struct rlimit limit;
  if (getrlimit(RLIMIT_FSIZE, &limit) != 0 || (limit.rlim_cur != RLIM_INFINITY && limit.rlim_cur < largest)) return -1;
  return memfd_create("frame", MFD_CLOEXEC);
}

int terminal_may_open_files(unsigned files) {
  struct rlimit limit;
  return getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY || limit.rlim_cur >= files;
}

/* Gives back the pages of the stack beyond the caller's, which deep calls have used once (terminfo reads into 32 KiB). */
static void trim_stack(void) {
#if MAY_TRIM_STACK
  const uintptr_t page = 4096;
  char here;
  uintptr_t end = ((uintptr_t)&here & ~(page - 1)) - page;
  /* Below the stack lies nothing but the gap that the kernel keeps there. */
  madvise((void *)(end - 64 * page), 64 * page, MADV_DONTNEED);
#endif
}

void terminal_trim_memory(void) {
  malloc_trim(0);
  trim_stack();
}
