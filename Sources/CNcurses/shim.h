/* ncurses for Swift. Each line below exists because Swift cannot import what it stands for. */
#ifndef BPTUTOR_CNCURSES_H
#define BPTUTOR_CNCURSES_H

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <stdio.h>
#include <wchar.h>

/* Global variables of C are shared mutable state to Swift 6; these read them in one place. */
static inline WINDOW *curses_standard_screen(void) { return stdscr; }
static inline WINDOW *curses_current_screen(void) { return curscr; }
static inline WINDOW *curses_next_screen(void) { return newscr; }
static inline int curses_colors(void) { return COLORS; }
static inline int curses_color_pairs(void) { return COLOR_PAIRS; }

/* newterm wants FILE pointers, which are global variables too. Output has a stream of its own, since its file descriptor
 * is exchanged while painting. */
static inline SCREEN *curses_open(const char *type, FILE *output) { return newterm(type, output, stdin); }

/* The attributes are macros with casts and shifts, which Swift does not import. */
static inline attr_t curses_bold(void) { return WA_BOLD; }
static inline attr_t curses_dim(void) { return WA_DIM; }
static inline attr_t curses_reverse(void) { return WA_REVERSE; }
static inline attr_t curses_underline(void) { return WA_UNDERLINE; }

/* The C library declares wcwidth only to programs that ask for X/Open. */
static inline int curses_width(wchar_t character) {
  extern int wcwidth(wchar_t);
  return wcwidth(character);
}

/* tigetstr answers (char *)-1 for a name that is no string capability, which Swift cannot compare with. */
static inline const char *curses_capability(const char *name) {
  const char *text = tigetstr(name);
  return text == (const char *)-1 ? NULL : text;
}

/* setupterm is declared in term.h, whose macros take away names such as "columns" and "lines". -1: the type is not known;
 * 0: it has no colors. */
static inline int curses_colors_of(const char *type) {
  extern int setupterm(const char *, int, int *);
  int problem = 0;
  if (setupterm(type, 1, &problem) != OK) return -1;
  int colors = tigetnum("colors");
  return colors > 0 ? colors : 0;
}

#endif
