#define _GNU_SOURCE /* close_range, posix_openpt */
#include "CPty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

static void reset_signals(void) {
  struct sigaction standard = {.sa_handler = SIG_DFL};
  for (int signal = 1; signal < NSIG; signal++) sigaction(signal, &standard, NULL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
}

static void take_foreground(pid_t group) { tcsetpgrp(STDIN_FILENO, group); }

static _Noreturn void run_program(const char *path, char *const arguments[], char *const environment[],
                                  const struct pty_options *options) {
  setpgid(0, 0);
  take_foreground(getpid());
  reset_signals();
  if (options->ignores_hangup) signal(SIGHUP, SIG_IGN);
  close_range(3, ~0U, 0);
  execve(path, arguments, environment);
  _exit(127);
}

static _Noreturn void lead(const char *path, char *const arguments[], char *const environment[],
                           const struct pty_options *options, int terminal, int reports, int commands) {
  setsid();
  reset_signals();
  static const int ignored[] = {SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGTTOU, SIGTTIN, SIGPIPE};
  for (size_t i = 0; i < sizeof ignored / sizeof *ignored; i++) signal(ignored[i], SIG_IGN);
  ioctl(terminal, TIOCSCTTY, 0);
  for (int file = 0; file < 3; file++) dup2(terminal, file);
  dup2(reports, 3);
  dup2(commands, 4);
  close_range(5, ~0U, 0);
  struct termios modes;
  tcgetattr(STDIN_FILENO, &modes);
  pid_t program = fork();
  if (program == 0) run_program(path, arguments, environment, options);
  /* Both do it, so that neither has to wait for the other. */
  setpgid(program, program);
  take_foreground(program);
  (void)!write(3, &program, sizeof program);
  for (;;) {
    struct pty_report report = {.kind = 'E'};
    if (waitpid(program, &report.status, WUNTRACED) < 0) {
      if (errno == EINTR) continue;
      _exit(1);
    }
    take_foreground(getpgrp());
    char command = 0;
    if (WIFSTOPPED(report.status)) report.kind = 'S';
    (void)!write(3, &report, sizeof report);
    if (report.kind == 'E') {
      /* The terminal stays, to be looked at, until the test lets go. */
      while (read(4, &command, 1) > 0) continue;
      _exit(0);
    }
    /* Waits for the command, and for the death of what is stopped. */
    struct pollfd commands = {.fd = 4, .events = POLLIN};
    siginfo_t dead = {0};
    while (poll(&commands, 1, 20) == 0 && dead.si_pid == 0) waitid(P_PID, (id_t)program, &dead, WEXITED | WNOHANG | WNOWAIT);
    if (dead.si_pid != 0) continue;
    if (read(4, &command, 1) <= 0) {
      kill(-program, SIGKILL);
      _exit(0);
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes);
    take_foreground(program);
    kill(-program, SIGCONT);
  }
}

int pty_start(struct pty_session *session, const char *path, char *const arguments[], char *const environment[],
              struct pty_options options) {
  int reports[2], commands[2];
  int master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (master < 0 || grantpt(master) != 0 || unlockpt(master) != 0) return -1;
  char name[64];
  if (ptsname_r(master, name, sizeof name) != 0) return -1;
  pty_resize(master, options.rows, options.columns);
  struct termios before;
  tcgetattr(master, &before);
  int terminal = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
  if (terminal < 0 || pipe2(reports, O_CLOEXEC) != 0 || pipe2(commands, O_CLOEXEC) != 0) return -1;
  /* Out of the way of the numbers that the leader gives to its own files. */
  int far_terminal = fcntl(terminal, F_DUPFD_CLOEXEC, 10), far_reports = fcntl(reports[1], F_DUPFD_CLOEXEC, 10),
      far_commands = fcntl(commands[0], F_DUPFD_CLOEXEC, 10);
  pid_t leader = fork();
  if (leader == 0) lead(path, arguments, environment, &options, far_terminal, far_reports, far_commands);
  close(terminal), close(reports[1]), close(commands[0]);
  close(far_terminal), close(far_reports), close(far_commands);
  if (leader < 0) return -1;
  *session = (struct pty_session){.master = master, .reports = reports[0], .commands = commands[1], .leader = leader,
                                  .before = before};
  if (read(reports[0], &session->program, sizeof session->program) != sizeof session->program) return -1;
  fcntl(reports[0], F_SETFL, O_NONBLOCK);
  return 0;
}

int pty_resize(int master, int rows, int columns) {
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  return ioctl(master, TIOCSWINSZ, &size);
}

int pty_take_report(int reports, struct pty_report *report) {
  return read(reports, report, sizeof *report) == sizeof *report;
}

pid_t pty_spawn(const char *path, char *const arguments[], char *const environment[], int input, int output, int error) {
  pid_t program = fork();
  if (program != 0) return program;
  int files[3] = {fcntl(input, F_DUPFD, 10), fcntl(output, F_DUPFD, 10), fcntl(error, F_DUPFD, 10)};
  for (int file = 0; file < 3; file++) dup2(files[file], file);
  close_range(3, ~0U, 0);
  reset_signals();
  execve(path, arguments, environment);
  _exit(127);
}
