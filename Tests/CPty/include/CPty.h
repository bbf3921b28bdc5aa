/* Programs in a pseudo-terminal, under a small job-control shell.
 *
 * In C because between fork and exec only async-signal-safe code may run, in a test process of many threads above all.
 * The program is not the leader of the terminal's session: then its death would hang the terminal up, and its process
 * group would be an orphan that cannot be stopped. As under a real shell, a leader starts it in a process group of its
 * own in the foreground, takes the terminal back when it stops or ends, and continues it when told. */
#ifndef BPTUTOR_CPTY_H
#define BPTUTOR_CPTY_H

#include <sys/types.h>
#include <termios.h>

struct pty_session {
  int master;
  /* Records of struct pty_report. */
  int reports;
  /* One byte each: 'c' continues the program in the foreground. Closing it ends the leader. */
  int commands;
  pid_t leader, program;
  /* The terminal's modes before the start. */
  struct termios before;
};

struct pty_report {
  /* 'S' stopped, 'E' ended. */
  int kind;
  /* As from waitpid. */
  int status;
};

struct pty_options {
  int rows, columns;
  int ignores_hangup;
};

/* Starts a program; 0, or -1 with errno. */
int pty_start(struct pty_session *session, const char *path, char *const arguments[], char *const environment[],
              struct pty_options options);
int pty_resize(int master, int rows, int columns);
/* Takes a report if there is one: 1, else 0. */
int pty_take_report(int reports, struct pty_report *report);

/* Starts a program on three files; returns its process id, or -1. */
pid_t pty_spawn(const char *path, char *const arguments[], char *const environment[], int input, int output, int error);

#endif
