#ifndef BPTUTOR_RESTORE_H
#define BPTUTOR_RESTORE_H

#include <stddef.h>
#include <termios.h>

#define TERMINAL_LEAVE_LIMIT 256

/* What has to be given back, as the guard is told it. */
struct terminal_orders {
  /* The modes to set, and those of ours in which they are to be set. */
  struct termios before, own;
  /* Nothing is to be done where this is 0. */
  size_t length;
  char leave[TERMINAL_LEAVE_LIMIT];
  /* Whether the bytes are written even where the modes are no longer ours. */
  int always;
};

/* The same from another process. It may come too late: a shell that has set its own modes keeps them. */
void terminal_restore_after_death(const struct terminal_orders *orders);
/* The terminal's file descriptor, or -1. */
int terminal_restore_descriptor(void);
/* Tells the guard what to do after this process's death. Async-signal-safe. */
void terminal_guard_tell(const struct terminal_orders *orders);

#endif
