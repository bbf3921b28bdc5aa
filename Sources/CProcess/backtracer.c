/* Before main Swift's runtime looks beside the program for one that draws stack traces, with some ten calls of the system,
 * and where there is no /proc it gives up and aborts. A release build is one file that has none beside it; crashes are
 * reported by CTerminal. */
#include "CProcess.h"

#ifdef PROCESS_IS_ONE_FILE
char *swift_copyAuxiliaryExecutablePath(const char *name);

char *swift_copyAuxiliaryExecutablePath(const char *name) {
  (void)name;
  return 0;
}
#endif
