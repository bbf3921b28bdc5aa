// The system's own header, under a name that the module map can hold wherever the header is installed; and a function with
// a variable number of arguments, which is out of Swift's reach.

#ifndef BPTUTOR_CSQLITE_SHIM_H
#define BPTUTOR_CSQLITE_SHIM_H

#include <sqlite3.h>

/// Switches a behavior of one connection on (1) or off (0).
static inline int bptutor_sqlite_set(sqlite3 *connection, int behavior, int isOn) {
  return sqlite3_db_config(connection, behavior, isOn, (int *)0);
}

#endif
