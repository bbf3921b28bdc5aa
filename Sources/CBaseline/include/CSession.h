// Starting a program under a pseudo-terminal. Swift cannot fork (the compiler marks it unavailable), so this is C.
#ifndef CSESSION_H
#define CSESSION_H

#include <sys/types.h>

/// A program that runs under a pseudo-terminal of its own.
struct session {
  pid_t process;
  /// The terminal's side of the line.
  int line;
  /// When the program was started, in nanoseconds of the monotonic clock: taken in the child right before exec, so that
  /// the time for forking this process is not counted.
  long started;
};

/// Starts a program; `arguments` and `environment` end with NULL. The number of the error, or 0.
int session_start(
    struct session *session, const char *path, char *const arguments[], char *const environment[], int rows,
    int columns);

/// Ends the program that was started, and waits for it.
void session_end(struct session *session);

/// Removes a folder and everything in it.
void session_remove_folder(const char *path);

/// The monotonic clock in nanoseconds.
long session_now(void);

#endif
