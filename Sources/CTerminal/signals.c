/* In C because a signal handler may run in the middle of anything; see CTerminal.h. */
#define _GNU_SOURCE /* pipe2 */
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH};
enum { count = sizeof signals / sizeof *signals };

static struct sigaction former[count];
static int pipe_ends[2] = {-1, -1};
static _Atomic uint64_t pending;

static void note(int signal) {
  int saved = errno;
  /* Only the first of a storm writes, so the pipe can never fill. */
  if (atomic_fetch_or(&pending, UINT64_C(1) << signal) == 0) {
    char byte = 0;
    (void)!write(pipe_ends[1], &byte, 1);
  }
  errno = saved;
}

int terminal_signals_install(void) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
  sigfillset(&action.sa_mask);
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < count; i++) {
    sigaction(signals[i], &action, &former[i]);
    sigaddset(&ours, signals[i]);
  }
  /* A parent may have left them blocked. */
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  return pipe_ends[0];
}

void terminal_signals_remove(void) {
  if (pipe_ends[0] < 0) return;
  for (int i = 0; i < count; i++) sigaction(signals[i], &former[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
  atomic_store(&pending, 0);
}

uint64_t terminal_signals_take(void) {
  uint64_t taken = 0, more;
  while ((more = atomic_exchange(&pending, 0)) != 0) {
    taken |= more;
    /* A signal that arrives here leaves its mark for the next round, so no byte is lost that still counts. */
    char bytes[16];
    while (read(pipe_ends[0], bytes, sizeof bytes) > 0) continue;
  }
  return taken;
}

void terminal_stop(int whole_group) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&standard.sa_mask);
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, SIGTSTP);
  sigaction(SIGTSTP, &standard, &ours);
  sigprocmask(SIG_UNBLOCK, &stop, &mask);
  /* An orphaned process group ignores the stop, and this returns at once. */
  kill(whole_group ? 0 : getpid(), SIGTSTP);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &ours, NULL);
}
