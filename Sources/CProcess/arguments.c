/* In C because the C library gives a constructor what the kernel gave the program, and Swift has none. */
#include "CProcess.h"

static int count;
static char **all;

__attribute__((constructor)) static void note(int argc, char **argv, char **environment) {
  (void)environment;
  count = argc;
  all = argv;
}

int process_argument_count(void) { return count; }
const char *process_argument(int index) { return index >= 0 && index < count ? all[index] : ""; }
