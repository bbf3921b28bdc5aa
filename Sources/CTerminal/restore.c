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
static char leave[256];
static size_t leave_length;
static atomic_int armed;

int terminal_restore_prepare(int descriptor, const struct termios *modes, const char *bytes, size_t length) {
  if (length > sizeof leave) return -1;
  atomic_store(&armed, 0);
  terminal = descriptor;
  before = *modes;
  memcpy(leave, bytes, length);
  leave_length = length;
  return 0;
}

void terminal_restore_arm(int on) {
  atomic_store(&armed, on);
  terminal_guard_tell(on);
}

int terminal_restore_descriptor(void) { return terminal; }

static void write_leave(void) {
  size_t written = 0;
  while (written < leave_length) {
    ssize_t now = write(terminal, leave + written, leave_length - written);
    if (now > 0) written += (size_t)now;
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
  write_leave();
  tcsetattr(terminal, TCSANOW, &before);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  terminal_guard_tell(0);
}

void terminal_restore_after_death(void) {
  /* Ours are the only modes with neither lines nor signal keys; line editors of shells leave the signal keys on. */
  struct termios now;
  if (tcgetattr(terminal, &now) == 0 && !(now.c_lflag & (ICANON | ISIG))) tcsetattr(terminal, TCSANOW, &before);
  write_leave();
}
