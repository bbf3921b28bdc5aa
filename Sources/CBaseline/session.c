#define _GNU_SOURCE
#include "CSession.h"
#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

long session_now(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000000L + now.tv_nsec;
}

int session_start(
    struct session *session, const char *path, char *const arguments[], char *const environment[], int rows,
    int columns) {
  int report[2];
  if (pipe2(report, O_CLOEXEC)) return errno;
  struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
  pid_t process = forkpty(&session->line, NULL, NULL, &size);
  if (process < 0) {
    int error = errno;
    close(report[0]);
    close(report[1]);
    return error;
  }
  if (process == 0) {
    // The time on success, a second number on failure; exec closes the pipe.
    long said = session_now();
    (void)!write(report[1], &said, sizeof said);
    execve(path, arguments, environment);
    said = errno;
    (void)!write(report[1], &said, sizeof said);
    _exit(127);
  }
  close(report[1]);
  session->process = process;
  long said[2] = {0, 0};
  size_t got = 0;
  for (;;) {
    ssize_t count = read(report[0], (char *)said + got, sizeof said - got);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) break;
    got += (size_t)count;
  }
  close(report[0]);
  session->started = said[0];
  fcntl(session->line, F_SETFD, FD_CLOEXEC);
  fcntl(session->line, F_SETFL, O_NONBLOCK);
  if (got == sizeof said) {
    session_end(session);
    return (int)said[1];
  }
  return 0;
}

void session_end(struct session *session) {
  if (session->process <= 0) return;
  kill(session->process, SIGKILL);
  close(session->line);
  while (waitpid(session->process, NULL, 0) < 0 && errno == EINTR) {}
  session->process = 0;
}

static int remove_entry(const char *path, const struct stat *status, int kind, struct FTW *place) {
  (void)status, (void)kind, (void)place;
  return remove(path);
}

void session_remove_folder(const char *path) { nftw(path, remove_entry, 16, FTW_DEPTH | FTW_PHYS); }
