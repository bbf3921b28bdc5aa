#ifndef BPTUTOR_RESTORE_H
#define BPTUTOR_RESTORE_H

#include <stddef.h>

/* Gives the terminal back as it was, if armed, and disarms. Async-signal-safe. */
void terminal_restore_now(void);
/* The same from another process, with the bytes that it was told. It may come too late: a shell that has set its own
 * modes keeps them. */
void terminal_restore_after_death(const char *bytes, size_t length);
/* The terminal's file descriptor, or -1. */
int terminal_restore_descriptor(void);
/* Tells the guard the bytes to write after this process's death; a single 0 stands for nothing to restore.
 * Async-signal-safe. */
void terminal_guard_tell(const char *bytes, size_t length);

#define TERMINAL_LEAVE_LIMIT 256

#endif
