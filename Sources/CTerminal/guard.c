/* In C because between fork and exit only async-signal-safe code may run; see CTerminal.h.
 *
 * SIGKILL cannot be caught, so another process must put the terminal back. The guard is a child that sleeps in recv() on
 * a socket whose other end only the tutor holds: the end of file is the tutor's death, noticed by the kernel before the
 * shell hears of it. It lives in a session of its own, so that neither Ctrl-Z nor a signal to the process group reaches
 * it and it may set the terminal's modes from there. A supervising parent instead of a child would have to pass on every
 * signal, stop and exit status, and would itself be what `kill -9` hits. */
#define _DEFAULT_SOURCE /* madvise, sbrk */
#include "CTerminal.h"
#include "restore.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static const uintptr_t page = 4096;
static pid_t guard = -1;
static int line_to_guard = -1;

/* The guard needs nothing of the tutor's heap. What it let lie there would be held twice as soon as the tutor writes. */
static void forget_memory(void) {
  extern char end[];
  uintptr_t from = ((uintptr_t)end + page - 1) & ~(page - 1), to = (uintptr_t)sbrk(0), own = (uintptr_t)&errno;
  /* In a static program the thread's own variables and its descriptor, after them, lie on the heap. */
  if (from <= own && own < to) from = (own & ~(page - 1)) + 2 * page;
  if (from < to) madvise((void *)from, to - from, MADV_DONTNEED);
  terminal_trim_stack();
}

static _Noreturn void keep_guard(int from_tutor, int terminal) {
  setsid();
  prctl(PR_SET_NAME, "terminal-guard");
  struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGPIPE, SIGTSTP, SIGTTOU, SIGTTIN, SIGWINCH, SIGCONT};
  static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) sigaction(ignored[i], &ignore, NULL);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &standard, NULL);
  /* Files of the tutor must not stay open here: a reader of its standard error waits for the end of file. */
  for (int file = 0; file < 256; file++) {
    if (file != from_tutor && file != terminal) close(file);
  }
  (void)!chdir("/");
  forget_memory();
  char leave[TERMINAL_LEAVE_LIMIT] = "", message[TERMINAL_LEAVE_LIMIT];
  size_t length = 0;
  for (;;) {
    ssize_t count = recv(from_tutor, message, sizeof message, 0);
    if (count > 0) memcpy(leave, message, length = (size_t)count);
    else if (count == 0 || errno != EINTR) break;
  }
  if (leave[0]) terminal_restore_after_death(leave, length);
  _exit(0);
}

int terminal_guard_start(void) {
  int ends[2];
  int terminal = terminal_restore_descriptor();
  if (guard > 0 || terminal < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return -1;
  pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    keep_guard(ends[0], terminal);
  }
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return -1;
  }
  guard = child;
  line_to_guard = ends[1];
  return 0;
}

void terminal_guard_tell(const char *bytes, size_t length) {
  if (line_to_guard < 0) return;
  int saved = errno;
  /* A guard that somebody killed must not take the tutor with it: no SIGPIPE, which a pipe could not promise. */
  (void)!send(line_to_guard, bytes, length, MSG_NOSIGNAL | MSG_DONTWAIT);
  errno = saved;
}

void terminal_guard_stop(void) {
  if (guard <= 0) return;
  close(line_to_guard);
  line_to_guard = -1;
  while (waitpid(guard, NULL, 0) < 0 && errno == EINTR) continue;
  guard = -1;
}
