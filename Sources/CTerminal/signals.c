/* In C because a signal handler may run in the middle of anything; see CTerminal.h. */
#define _GNU_SOURCE /* pipe2 */
#include "CTerminal.h"
#include "restore.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/time.h>
#include <unistd.h>

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH, SIGALRM};
enum { count = sizeof signals / sizeof *signals };

static struct sigaction former[count];
static int pipe_ends[2] = {-1, -1};
static _Atomic uint64_t pending;
/* The signal that is to end the program, from its arrival on; 0 for none. */
static atomic_int ending;
static atomic_int ticks;

/* An end that was asked for is hurried along: a wait for the terminal is interrupted every tick, and after the last one
 * the program ends from inside the handler, whatever it is computing. */
enum { tick_microseconds = 100000, last_tick = 8 };

static int is_ending(int signal) {
  return signal == SIGHUP || signal == SIGINT || signal == SIGQUIT || signal == SIGTERM;
}

static void set_clock(long microseconds) {
  struct itimerval clock = {.it_interval.tv_usec = microseconds, .it_value.tv_usec = microseconds};
  setitimer(ITIMER_REAL, &clock, NULL);
}

static void put(uint64_t bits) {
  /* Only the first of a storm writes, so the pipe can never fill. */
  if (atomic_fetch_or(&pending, bits) == 0) {
    char byte = 0;
    (void)!write(pipe_ends[1], &byte, 1);
  }
}

static void note(int signal) {
  int saved = errno;
  int none = 0;
  if (is_ending(signal) && atomic_compare_exchange_strong(&ending, &none, signal)) {
    atomic_store(&ticks, 0);
    set_clock(tick_microseconds);
  }
  put(UINT64_C(1) << signal);
  errno = saved;
}

static void hurry(int signal) {
  (void)signal;
  int saved = errno, last = atomic_load(&ending);
  if (last != 0 && atomic_fetch_add(&ticks, 1) + 1 >= last_tick) {
    terminal_restore_now();
    _exit(128 + last);
  }
  errno = saved;
}

int terminal_signals_install(void) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) {
    pipe_ends[0] = pipe_ends[1] = -1;
    return -1;
  }
  sigset_t ours;
  sigemptyset(&ours);
  for (int i = 0; i < count; i++) {
    struct sigaction action = {.sa_handler = signals[i] == SIGALRM ? hurry : note, .sa_flags = SA_RESTART};
    /* What is to end the program also ends its waiting. */
    if (is_ending(signals[i]) || signals[i] == SIGALRM) action.sa_flags = 0;
    sigfillset(&action.sa_mask);
    sigaction(signals[i], &action, &former[i]);
    sigaddset(&ours, signals[i]);
  }
  /* A parent may have left them blocked. */
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  return pipe_ends[0];
}

void terminal_signals_remove(void) {
  if (pipe_ends[0] < 0) return;
  set_clock(0);
  for (int i = 0; i < count; i++) sigaction(signals[i], &former[i], NULL);
  close(pipe_ends[0]);
  close(pipe_ends[1]);
  pipe_ends[0] = pipe_ends[1] = -1;
  atomic_store(&pending, 0);
  atomic_store(&ending, 0);
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

int terminal_signals_ending(void) { return atomic_load(&ending); }

/* Stops by the default action of a signal. */
static void stop_by(int signal, int whole_group) {
  struct sigaction standard = {.sa_handler = SIG_DFL}, ours;
  sigemptyset(&standard.sa_mask);
  sigset_t stop, mask;
  sigemptyset(&stop);
  sigaddset(&stop, signal);
  sigaction(signal, &standard, &ours);
  sigprocmask(SIG_UNBLOCK, &stop, &mask);
  /* An orphaned process group ignores the stop, and this returns at once. */
  kill(whole_group ? 0 : getpid(), signal);
  sigprocmask(SIG_SETMASK, &mask, NULL);
  sigaction(signal, &ours, NULL);
}

void terminal_stop(int whole_group) { stop_by(SIGTSTP, whole_group); }

int terminal_is_in_foreground(int terminal) {
  pid_t group = tcgetpgrp(terminal);
  /* A terminal that controls no jobs has no foreground. */
  return group < 0 || group == getpgrp();
}

void terminal_wait_for_foreground(int terminal) {
  static const uint64_t continued = UINT64_C(1) << SIGCONT;
  while (!terminal_is_in_foreground(terminal) && atomic_load(&ending) == 0) {
    uint64_t others = terminal_signals_take() & ~continued;
    stop_by(SIGTTOU, 1);
    uint64_t come = terminal_signals_take();
    if (((others | come) & ~continued) != 0) put((others | come) & ~continued);
    /* Without a shell that controls jobs there is neither a stop nor a continuation. */
    if (!(come & continued)) return;
  }
}
