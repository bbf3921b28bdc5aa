/* What the terminal needs and Swift cannot do: code that runs inside signal handlers and after fork.
 *
 * A handler may only call what is async-signal-safe, and Swift gives no such promise for any code (globals are made on
 * first use, strings allocate). The same holds between fork and exit. Everything else about the terminal is in Swift. */
#ifndef BPTUTOR_CTERMINAL_H
#define BPTUTOR_CTERMINAL_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

/* Signals as data. The handlers note the signal and write one byte to a pipe. */

/* Installs handlers for HUP, INT, QUIT, TERM, TSTP, CONT and WINCH. Returns the end of the pipe to poll, or -1. */
int terminal_signals_install(void);
/* Puts the former handlers back and closes the pipe. */
void terminal_signals_remove(void);
/* Takes what arrived since the last call: bit n is signal n. Empties the pipe. */
uint64_t terminal_signals_take(void);
/* Stops the process group as the kernel does for Ctrl-Z, or this process alone; returns once it is continued. */
void terminal_stop(int whole_group);

/* What a terminal must be given back, for the crash handlers and the guard. */

/* Notes how the terminal was before anything was changed. */
void terminal_restore_prepare(int terminal, const struct termios *before);
/* From now on a crash or kill gives the terminal back: by writing these bytes, which leave our modes (at most 256; more
 * are refused with -1), and by setting the modes noted before. */
int terminal_restore_arm(const char *leave, size_t length);
/* From now on there is nothing to give back: while stopped, and after closing. */
void terminal_restore_disarm(void);

/* Crashes. */

/* Handlers for ILL, TRAP, ABRT, BUS, FPE, SEGV and SYS on a stack of their own. They restore the terminal if armed, write
 * `line` and the signal's name to standard error, and end in the default action. Safe to call again to change the line. */
void terminal_crash_install(const char *line);

/* The guard: a small process that restores the terminal when this one is killed by SIGKILL. */

/* Starts the guard for the prepared terminal; -1 if that failed. */
int terminal_guard_start(void);
/* Ends the guard and waits for it. */
void terminal_guard_stop(void);

/* Memory. */

/* A file that is only memory, or -1. The C library declares memfd_create only to programs that ask for GNU's names. */
int terminal_memory_file(void);

/* Gives back the pages of the stack beyond the caller's, which deep calls have used once (terminfo reads into 32 KiB). */
void terminal_trim_stack(void);

/* Gives back what work has left behind, on the stack and in freed memory; for when there is nothing else to do. */
void terminal_trim_memory(void);

#endif
