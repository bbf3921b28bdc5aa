/* In C because Swift has no fork, and only the child itself can ask to end with its parent. */
#define _GNU_SOURCE
#include "CProcess.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

int process_spawn_bound(const char *const *arguments, int input, int output, int errors, size_t memory) {
  int parent = getpid();
  int child = fork();
  if (child != 0) return child;
  /* Between fork and exec only what a signal handler may do. */
  prctl(PR_SET_PDEATHSIG, SIGTERM);
  if (getppid() != parent) _exit(127);
  struct rlimit limit = {memory, memory};
  if (memory > 0) setrlimit(RLIMIT_DATA, &limit);
  /* Keys that stop or end the parent's group must not reach it. */
  setpgid(0, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
  if (dup2(input, 0) < 0 || dup2(output, 1) < 0 || dup2(errors, 2) < 0) _exit(127);
  close_range(3, ~0U, 0);
  execv(arguments[0], (char *const *)arguments);
  _exit(127);
}
