#ifndef BPTUTOR_MEMORY_H
#define BPTUTOR_MEMORY_H

#include <stdint.h>

static const uintptr_t memory_page = 4096;

/* Memory that is not needed may be given back page by page, unless a sanitizer keeps its own records there. Only where the
 * layout is known: pages of that size, the thread's record at the thread pointer. */
#if defined(__x86_64__)
#define MAY_FORGET_MEMORY 1
#else
#define MAY_FORGET_MEMORY 0
#endif
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#undef MAY_FORGET_MEMORY
#define MAY_FORGET_MEMORY 0
#endif
#endif

#endif
