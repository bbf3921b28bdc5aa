#ifndef BPTUTOR_RESTORE_H
#define BPTUTOR_RESTORE_H

/* Gives the terminal back as it was, if armed, and disarms. Async-signal-safe. */
void terminal_restore_now(void);
/* The same from another process, which may come too late: a shell that has set its own modes keeps them. */
void terminal_restore_after_death(void);
/* The terminal's file descriptor, or -1. */
int terminal_restore_descriptor(void);
/* Tells the guard whether there is something to restore. Async-signal-safe. */
void terminal_guard_tell(int armed);

#endif
