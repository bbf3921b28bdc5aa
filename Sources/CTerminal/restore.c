/* In C because it runs inside signal handlers and in the guard; see CTerminal.h. */
#include "CTerminal.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static int terminal = -1;
static struct terminal_orders orders;
static const struct terminal_orders nothing;
static atomic_int armed;

void terminal_restore_prepare(int descriptor, const struct termios *modes) {
  atomic_store(&armed, 0);
  terminal = descriptor;
  orders.before = *modes;
}

int terminal_restore_arm(const char *bytes, size_t length, const struct termios *own, int always) {
  if (length == 0 || length > sizeof orders.leave) return -1;
  atomic_store(&armed, 0);
  orders.own = *own;
  memcpy(orders.leave, bytes, length);
  orders.length = length;
  orders.always = always;
  atomic_store(&armed, 1);
  terminal_guard_tell(&orders);
  return 0;
}

void terminal_restore_disarm(void) {
  atomic_store(&armed, 0);
  terminal_guard_tell(&nothing);
}

int terminal_restore_descriptor(void) { return terminal; }

/* A terminal that takes nothing more, as when a connection hangs, must not hold up the end: what it has not taken yet is
 * dropped, which makes room for these few bytes. */
static void write_without_waiting(const char *bytes, size_t length) {
  int flags = fcntl(terminal, F_GETFL);
  if (flags < 0 || fcntl(terminal, F_SETFL, flags | O_NONBLOCK) != 0) return;
  int has_dropped = 0;
  while (length > 0) {
    ssize_t now = write(terminal, bytes, length);
    if (now > 0) bytes += now, length -= (size_t)now;
    else if (errno == EAGAIN && !has_dropped) has_dropped = 1, tcflush(terminal, TCOFLUSH);
    else if (errno != EINTR) break;
  }
  fcntl(terminal, F_SETFL, flags);
}

/* Out of the foreground, setting modes would stop the process instead of working. */
static void block_stops(sigset_t *former) {
  sigset_t output;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  sigprocmask(SIG_BLOCK, &output, former);
}

void terminal_restore_now(void) {
  if (atomic_exchange(&armed, 0) == 0) return;
  sigset_t mask;
  block_stops(&mask);
  write_without_waiting(orders.leave, orders.length);
  tcsetattr(terminal, TCSANOW, &orders.before);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  terminal_guard_tell(&nothing);
}

static int is_same(const struct termios *one, const struct termios *other) {
  return one->c_iflag == other->c_iflag && one->c_oflag == other->c_oflag && one->c_lflag == other->c_lflag &&
         one->c_cc[VMIN] == other->c_cc[VMIN] && one->c_cc[VTIME] == other->c_cc[VTIME];
}

int terminal_modes_set(int descriptor, const struct termios *modes, const struct termios *own) {
  sigset_t mask;
  struct termios now;
  block_stops(&mask);
  int is_set = tcgetattr(descriptor, &now) == 0 && (!own || is_same(&now, own)) && tcsetattr(descriptor, TCSANOW, modes) == 0;
  sigprocmask(SIG_SETMASK, &mask, NULL);
  return is_set;
}

void terminal_restore_after_death(const struct terminal_orders *orders) {
  if (terminal_modes_set(terminal, &orders->before, &orders->own) || orders->always)
    write_without_waiting(orders->leave, orders->length);
}
