/* What the terminal needs and Swift cannot do: code that runs inside signal handlers and after fork.
 *
 * A handler may only call what is async-signal-safe, and Swift gives no such promise for any code (globals are made on
 * first use, strings allocate). The same holds between fork and exit. Everything else about the terminal is in Swift. */
#ifndef BPTUTOR_CTERMINAL_H
#define BPTUTOR_CTERMINAL_H

#include <stddef.h>
#include <stdint.h>
#include <termios.h>

/* Signals as data. The handlers note the signal and write one byte to a pipe.
 *
 * HUP, INT, QUIT and TERM ask for the end: from their arrival on the program has 0.8 s to close the terminal. What it
 * waits for meanwhile is interrupted every 0.1 s; after that, in the middle of a long computation or of writing to a
 * terminal that takes no more, the terminal is given back and the program ends with 128 plus the signal. */

/* Installs handlers for HUP, INT, QUIT, TERM, TSTP, CONT, WINCH and ALRM. Returns the end of the pipe to poll, or -1. */
int terminal_signals_install(void);
/* Puts the former handlers back and closes the pipe. */
void terminal_signals_remove(void);
/* Takes what arrived since the last call: bit n is signal n. Empties the pipe. */
uint64_t terminal_signals_take(void);
/* The signal that asked for the end, taken or not; 0 for none. */
int terminal_signals_ending(void);
/* Stops the process group as the kernel does for Ctrl-Z, or this process alone; returns once it is continued. */
void terminal_stop(int whole_group);
/* Whether this process may use its terminal: it is in the foreground, or nothing controls jobs there. */
int terminal_is_in_foreground(int terminal);
/* Stops as the kernel stops a process that sets modes out of the foreground, until it is in the foreground or asked to
 * end. Where nothing can stop it, it returns at once. */
void terminal_wait_for_foreground(int terminal);

/* What a terminal must be given back, for the crash handlers and the guard. */

/* Notes how the terminal was before anything was changed. */
void terminal_restore_prepare(int terminal, const struct termios *before);
/* From now on a crash or kill gives the terminal back: by writing these bytes, which leave our modes (1 to 256; any other
 * number is refused with -1), and by setting the modes noted before. `own` are the modes that we set: after a kill, modes
 * that are others by then are left alone, and nothing is written unless the bytes are `always` needed. */
int terminal_restore_arm(const char *leave, size_t length, const struct termios *own, int always);
/* From now on there is nothing to give back: while stopped, and after closing. */
void terminal_restore_disarm(void);
/* Gives the terminal back at once, dropping what it has not taken, if there is anything to give back. */
void terminal_restore_now(void);
/* Sets modes without ever being stopped for it, and where `own` is not NULL only in place of those; 1 if they are set. */
int terminal_modes_set(int terminal, const struct termios *modes, const struct termios *own);

/* Crashes. */

/* Handlers for ILL, TRAP, ABRT, BUS, FPE, SEGV and SYS on a stack of their own. They restore the terminal if armed, write
 * `line` and the signal's name to standard error, and end in the default action. Safe to call again to change the line. */
void terminal_crash_install(const char *line);

/* The guard: a small process that restores the terminal when this one is killed by SIGKILL. */

/* Starts the guard for the prepared terminal; -1 if that failed. */
int terminal_guard_start(void);
/* Ends the guard and waits for it; what it guarded must have been given back. */
void terminal_guard_stop(void);

/* Memory. */

/* A file that is only memory, or -1: the limit on the size of files applies to it too, and must allow the largest size. The
 * C library declares memfd_create only to programs that ask for GNU's names. */
int terminal_memory_file(size_t largest);

/* Whether the limit on open files allows so many. */
int terminal_may_open_files(unsigned files);

/* Gives back what work has left behind, on the stack and in freed memory; for when there is nothing else to do. */
void terminal_trim_memory(void);

/* Characters. */

/* Takes UTF-8 for the encoding of characters where no locale is installed, as in a container that holds this program alone:
 * the C library's tables of C.UTF-8 are in the program, if it is one file. 1 if that is done. */
int terminal_encoding_adopt(void);

#endif
