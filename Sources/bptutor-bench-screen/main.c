// What the tutor's screen is measured against: the least a C program with ncurses does to paint the very same pages.
//
// bptutor-bench-screen PAGES: a page of the file for each key, and the first again after the last; q ends. It holds no
// mathematics and draws nothing itself. A page is a line "page" and a line for each piece of text in one style:
// "row column style text", the style in hexadecimal as in the tutor's cells (role, then 10 bold, 20 reversed, 40
// underlined).
#include <fcntl.h>
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ROLES = 10 };

// The tutor's roles in 256 colours: text, ground, attributes.
static const struct {
  short text, ground;
  attr_t attributes;
} looks[ROLES] = {
    {-1, -1, 0},       {-1, -1, A_BOLD}, {243, -1, 0}, {63, -1, A_BOLD}, {16, 214, A_BOLD},
    {131, -1, A_BOLD}, {98, -1, 0},      {29, -1, 0},  {163, -1, 0},     {255, 238, 0},
};

static attr_t attributes(unsigned style) {
  unsigned role = style & 15;
  if (role >= ROLES) role = 0;
  attr_t result = looks[role].attributes;
  if (looks[role].text >= 0) result |= (attr_t)COLOR_PAIR(role + 1);
  if (style & 0x10 && role != 9) result |= A_BOLD;
  if (style & 0x20) result |= A_REVERSE;
  if (style & 0x40) result |= A_UNDERLINE;
  return result;
}

// Paints the page whose first piece is at `place` and returns where the next one begins.
static const char *paint(const char *place, const char *end) {
  erase();
  while (place < end && *place != 'p') {
    const char *stop = memchr(place, '\n', (size_t)(end - place));
    if (!stop) stop = end;
    char *rest;
    long row = strtol(place, &rest, 10), column = strtol(rest, &rest, 10);
    attrset(attributes((unsigned)strtol(rest, &rest, 16)));
    rest++;
    mvaddnstr((int)row, (int)column, rest, (int)(stop - rest));
    place = stop < end ? stop + 1 : end;
  }
  refresh();
  const char *next = place < end ? memchr(place, '\n', (size_t)(end - place)) : NULL;
  return next ? next + 1 : NULL;
}

int main(int count, char *arguments[]) {
  struct stat status;
  int file = count == 2 ? open(arguments[1], O_RDONLY | O_CLOEXEC) : -1;
  if (file < 0 || fstat(file, &status) || status.st_size < 5) return EXIT_FAILURE;
  // One byte more, so that the last number ends where the file does.
  const char *pages = mmap(NULL, (size_t)status.st_size + 1, PROT_READ, MAP_PRIVATE, file, 0);
  if (pages == MAP_FAILED) return EXIT_FAILURE;
  setlocale(LC_ALL, "");
  if (!initscr()) return EXIT_FAILURE;
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  curs_set(0);
  start_color();
  use_default_colors();
  for (short role = 0; role < ROLES; role++) init_pair((short)(role + 1), looks[role].text, looks[role].ground);
  const char *end = pages + status.st_size, *first = memchr(pages, '\n', (size_t)status.st_size);
  const char *next = first ? first + 1 : end;
  for (;;) {
    next = paint(next, end);
    if (!next) next = first ? first + 1 : end;
    int key = getch();
    if (key == 'q' || key == ERR) break;
  }
  endwin();
  return EXIT_SUCCESS;
}
