/* In C because it runs inside signal handlers and in the guard; see CTerminal.h. */
#include "CTerminal.h"
#include "restore.h"

#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static int terminal = -1;
static struct termios before;
static char leave[TERMINAL_LEAVE_LIMIT];
static size_t leave_length;
static atomic_int armed;

void terminal_restore_prepare(int descriptor, const struct termios *modes) {
  atomic_store(&armed, 0);
  terminal = descriptor;
  before = *modes;
}

int terminal_restore_arm(const char *bytes, size_t length) {
  if (length == 0 || length > sizeof leave) return -1;
  memcpy(leave, bytes, length);
  leave_length = length;
  atomic_store(&armed, 1);
  terminal_guard_tell(leave, leave_length);
  return 0;
}

void terminal_restore_disarm(void) {
  atomic_store(&armed, 0);
  terminal_guard_tell("", 1);
}

int terminal_restore_descriptor(void) { return terminal; }

static void write_all(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t now = write(terminal, bytes, length);
    if (now > 0) bytes += now, length -= (size_t)now;
    else if (errno != EINTR) break;
  }
}

void terminal_restore_now(void) {
  if (atomic_exchange(&armed, 0) == 0) return;
  /* Out of the foreground, tcsetattr would stop the process instead of working. */
  sigset_t output, mask;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  sigprocmask(SIG_BLOCK, &output, &mask);
  write_all(leave, leave_length);
  tcsetattr(terminal, TCSANOW, &before);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  terminal_guard_tell("", 1);
}

void terminal_restore_after_death(const char *bytes, size_t length) {
  /* Ours are the only modes with neither lines nor signal keys; line editors of shells leave the signal keys on. */
  struct termios now;
  if (tcgetattr(terminal, &now) == 0 && !(now.c_lflag & (ICANON | ISIG))) tcsetattr(terminal, TCSANOW, &before);
  write_all(bytes, length);
}
