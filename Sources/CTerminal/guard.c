/* In C because between fork and exit only async-signal-safe code may run; see CTerminal.h.
 *
 * SIGKILL cannot be caught, so another process must put the terminal back. The guard is a child that sleeps in recv() on
 * a socket whose other end only the tutor holds: the end of file is the tutor's death, noticed by the kernel before the
 * shell hears of it. It lives in a session of its own, so that neither Ctrl-Z nor a signal to the process group reaches
 * it and it may set the terminal's modes from there. A supervising parent instead of a child would have to pass on every
 * signal, stop and exit status, and would itself be what `kill -9` hits. */
#define _GNU_SOURCE /* close_range */
#include "CTerminal.h"
#include "restore.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static pid_t guard = -1;
static int line_to_guard = -1;

/* Files of the tutor must not stay open here: a reader of its standard error waits for the end of file. */
static void close_others(int one, int other) {
  unsigned first = (unsigned)(one < other ? one : other), last = (unsigned)(one < other ? other : one);
  if ((first == 0 || close_range(0, first - 1, 0) == 0) && (last == first + 1 || close_range(first + 1, last - 1, 0) == 0) &&
      close_range(last + 1, ~0U, 0) == 0) return;
  /* A kernel before 5.9. */
  struct rlimit limit;
  int count = getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < 65536 ? (int)limit.rlim_cur : 65536;
  for (int file = 0; file < count; file++) {
    if (file != one && file != other) close(file);
  }
}

static _Noreturn void keep_guard(int from_tutor, int terminal, const sigset_t *mask) {
  setsid();
  prctl(PR_SET_NAME, "terminal-guard");
  struct sigaction ignore = {.sa_handler = SIG_IGN}, standard = {.sa_handler = SIG_DFL};
  static const int ignored[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGTERM,  SIGPIPE, SIGTSTP, SIGTTOU,
                                SIGTTIN, SIGWINCH, SIGCONT, SIGALRM, SIGUSR1, SIGUSR2};
  static const int crashes[] = {SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) sigaction(ignored[i], &ignore, NULL);
  for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++) sigaction(crashes[i], &standard, NULL);
  sigprocmask(SIG_SETMASK, mask, NULL);
  close_others(from_tutor, terminal);
  (void)!chdir("/");
  struct terminal_orders orders = {.length = 0}, message;
  for (;;) {
    ssize_t count = recv(from_tutor, &message, sizeof message, 0);
    if (count == (ssize_t)sizeof message) orders = message;
    else if (count == 0 || (count < 0 && errno != EINTR)) break;
  }
  if (orders.length > 0) terminal_restore_after_death(&orders);
  _exit(0);
}

int terminal_guard_start(void) {
  int ends[2];
  int terminal = terminal_restore_descriptor();
  if (guard > 0 || terminal < 0 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return -1;
  /* Until it has a session of its own, a signal to the process group is the guard's too. */
  sigset_t all, mask;
  sigfillset(&all);
  sigprocmask(SIG_SETMASK, &all, &mask);
  pid_t child = fork();
  if (child == 0) {
    close(ends[1]);
    keep_guard(ends[0], terminal, &mask);
  }
  sigprocmask(SIG_SETMASK, &mask, NULL);
  close(ends[0]);
  if (child < 0) {
    close(ends[1]);
    return -1;
  }
  guard = child;
  line_to_guard = ends[1];
  return 0;
}

void terminal_guard_tell(const struct terminal_orders *orders) {
  if (line_to_guard < 0) return;
  int saved = errno;
  /* A guard that was killed must not take the tutor with it: no SIGPIPE, which a pipe could not promise. */
  (void)!send(line_to_guard, orders, sizeof *orders, MSG_NOSIGNAL | MSG_DONTWAIT);
  errno = saved;
}

void terminal_guard_stop(void) {
  if (guard <= 0) return;
  /* There is nothing left for it to do, and killed it ends even where it was stopped. */
  kill(guard, SIGKILL);
  close(line_to_guard);
  line_to_guard = -1;
  while (waitpid(guard, NULL, 0) < 0 && errno == EINTR) continue;
  guard = -1;
}
