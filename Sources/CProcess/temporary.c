/* In C because it runs inside a signal handler; see CProcess.h. */
#include "CProcess.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const int signals[] = {SIGHUP, SIGINT, SIGQUIT, SIGTERM};
enum { count = sizeof signals / sizeof *signals };

static struct sigaction former[count];
static char name[4096];
static int is_watched;

static void end(int signal) {
  unlink(name);
  for (int i = 0; i < count; i++) sigaction(signals[i], &former[i], NULL);
  raise(signal);
}

int process_temporary_begin(const char *path) {
  size_t length = strlen(path);
  if (is_watched || length >= sizeof name) return -1;
  memcpy(name, path, length + 1);
  is_watched = 1;
  struct sigaction action = {.sa_handler = end};
  sigfillset(&action.sa_mask);
  for (int i = 0; i < count; i++) {
    sigaction(signals[i], NULL, &former[i]);
    /* What is ignored, or dealt with elsewhere, does not end the program. */
    if (former[i].sa_handler == SIG_DFL) sigaction(signals[i], &action, NULL);
  }
  return 0;
}

void process_temporary_end(void) {
  if (!is_watched) return;
  for (int i = 0; i < count; i++) sigaction(signals[i], &former[i], NULL);
  is_watched = 0;
}
