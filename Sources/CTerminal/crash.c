/* In C because nothing of Swift may run once Swift code has crashed; see CTerminal.h. */
#include "CTerminal.h"
#include "restore.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static const struct { int number; const char *name; } crashes[] = {
    {SIGILL, "SIGILL"}, {SIGTRAP, "SIGTRAP"}, {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"},
    {SIGFPE, "SIGFPE"}, {SIGSEGV, "SIGSEGV"}, {SIGSYS, "SIGSYS"}};
enum { count = sizeof crashes / sizeof *crashes };

static char line[256];
/* A stack of its own, since the ordinary one may be what overflowed. Touched only in a crash, so it costs no memory. */
static char stack[16384];

static size_t append(char *text, size_t at, size_t limit, const char *more) {
  while (*more && at < limit) text[at++] = *more++;
  return at;
}

static void crashed(int signal) {
  terminal_restore_now();
  char text[320];
  size_t length = append(text, 0, sizeof text - 1, line);
  for (int i = 0; i < count; i++) {
    if (crashes[i].number != signal) continue;
    length = append(text, length, sizeof text - 1, " (");
    length = append(text, length, sizeof text - 1, crashes[i].name);
    length = append(text, length, sizeof text - 1, ")");
  }
  text[length++] = '\n';
  (void)!write(STDERR_FILENO, text, length);
  /* SA_RESETHAND has put the default action back; SA_NODEFER lets it act now. */
  raise(signal);
}

void terminal_crash_install(const char *text) {
  strncpy(line, text, sizeof line - 1);
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
  struct sigaction action = {.sa_handler = crashed, .sa_flags = SA_ONSTACK | SA_RESETHAND | SA_NODEFER};
  sigemptyset(&action.sa_mask);
  for (int i = 0; i < count; i++) sigaction(crashes[i].number, &action, NULL);
}
