// What the tutor's screen is measured against: the least a C program with ncurses does to paint a page like the walk's
// (80×24: title, drawn network, identity in two dimensions, values, command line) and to move on at a key.
//
// → and space go on, ← goes back, Tab and Shift-Tab jump, q ends. It holds no mathematics: the page is fixed text, and of one step to the next
// change a highlight in the drawing, a factor in the identity, the line of the stage and one value.
#include <locale.h>
#include <ncurses.h>
#include <stdlib.h>

enum { EDGE = 1, NODE, FOUND, FACTOR, QUIET };

static const char *const network[] = {
    "  i1 = 0.4 ───w1 = 0.2────▶ h1                                  ",
    "          ╲            ╱   net −0.96  ╲                         ",
    "           w3 = −0.4  ╱    out 0.277   ╲  w5 = −0.1             ",
    "             ╲       ╱                  ╲                       ",
    "              ╲     ╱                    ▶ O   net −0.88  E 0.19",
    "           w2 = −0.2                    ╱      out  0.29        ",
    "            ╱     ╲        h2          ╱                        ",
    "  i2 = 0.7 ───w4 = −0.7──▶ net −1.55 ───w6 = −1.2     target 0.9",
    "                           out 0.175                            ",
};

// Numerator and denominator of ∂E/∂w5 and of its factors.
static const char *const identity[][2] = {
    {"  ∂E  ", " ∂w5  "}, {"  ∂E  ", "∂out_O"}, {"∂out_O", "∂net_O"}, {"∂net_O", " ∂w5  "}};

static const char *const stages[] = {
    "∂(½(target − out_O)²)/∂out_O",
    "rule: power and chain",
    "−(target − out_O)",
    "−(0.9 − 0.2929) = −0.6071",
    "∂f(net_O)/∂net_O",
    "out_O(1 − out_O)",
    "0.2929 · 0.7071 = 0.2071",
    "= 0.2071",
};

static const char *const values[][2] = {
    {"net_h1", "−0.96 "}, {"out_h1", "0.2769"}, {"net_h2", "−1.55 "}, {"out_h2", "0.1751"}, {"net_O ", "−0.738"},
    {"out_O ", "0.2929"}, {"E     ", "0.1843"}, {"∂E/∂w5", "not yet"}, {"∂E/∂w1", "not yet"}, {"w5⁺   ", "not yet"},
};

enum { STAGES = sizeof stages / sizeof *stages - 2, VALUES = sizeof values / sizeof *values };

static void paint(int step) {
  attrset(A_REVERSE);
  mvprintw(0, 0, " backpropagation · 2-2-1 · ∂E/∂w5 %29s step %2d of 42 ", "", step + 1);
  attrset(COLOR_PAIR(EDGE));
  for (int line = 0; line < 9; line++) mvaddstr(2 + line, 0, network[line]);
  attrset(COLOR_PAIR(NODE) | A_BOLD);
  mvaddstr(2, 2, "i1");
  mvaddstr(9, 2, "i2");
  mvaddstr(2, 28, "h1");
  mvaddstr(8, 27, "h2");
  mvaddstr(6, 43, "O");
  attrset(step % 2 ? A_BOLD | A_UNDERLINE : COLOR_PAIR(EDGE));
  mvaddstr(4, 42, "w5 = −0.1");
  attrset(A_NORMAL);
  for (int factor = 0; factor < 4; factor++) {
    attrset(factor == step % 3 + 1 ? COLOR_PAIR(FACTOR) | A_BOLD : A_NORMAL);
    mvaddstr(12, 2 + factor * 9, identity[factor][0]);
    mvaddstr(14, 2 + factor * 9, identity[factor][1]);
    attrset(A_NORMAL);
    mvaddstr(13, 2 + factor * 9, "──────");
    if (factor) mvaddstr(13, factor * 9, factor == 1 ? "=" : "·");
  }
  for (int line = 0; line < 3; line++) {
    move(16 + line, 2);
    clrtoeol();
    if (line <= step % 3) addstr(stages[step / 3 * 2 % STAGES + line]);
  }
  for (int line = 0; line < VALUES; line++) {
    int isFound = line < 7 || line - 7 < step % 4;
    attrset(A_NORMAL);
    mvaddstr(12 + line, 66, values[line][0]);
    attrset(isFound ? COLOR_PAIR(FOUND) : COLOR_PAIR(QUIET) | A_DIM);
    mvaddstr(12 + line, 73, isFound && line >= 7 ? "0.0348 " : values[line][1]);
  }
  attrset(COLOR_PAIR(QUIET));
  mvaddstr(22, 0, "→ next  ← back  g go to  w what if  ? why  h help  q quit");
  attrset(A_BOLD);
  mvaddstr(23, 0, "> ");
  attrset(A_NORMAL);
  refresh();
}

int main(void) {
  setlocale(LC_ALL, "");
  if (!initscr()) return EXIT_FAILURE;
  cbreak();
  noecho();
  keypad(stdscr, TRUE);
  start_color();
  use_default_colors();
  init_pair(EDGE, COLOR_BLUE, -1);
  init_pair(NODE, COLOR_CYAN, -1);
  init_pair(FOUND, COLOR_GREEN, -1);
  init_pair(FACTOR, COLOR_YELLOW, -1);
  init_pair(QUIET, COLOR_BLACK + 8 < COLORS ? 8 : COLOR_WHITE, -1);
  int step = 0;
  for (;;) {
    paint(step);
    switch (getch()) {
    case KEY_RIGHT:
    case ' ':
    case '\n': step++; break;
    case '\t': step += 4; break;
    case KEY_BTAB: step = step > 4 ? step - 4 : 0; break;
    case KEY_LEFT: step -= step > 0; break;
    case 'q':
    case ERR: endwin(); return EXIT_SUCCESS;
    default: break;
    }
  }
}
