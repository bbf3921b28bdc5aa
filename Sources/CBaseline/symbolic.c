#include "CSymbolic.h"
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

// Expressions in an arena that is emptied for every run: the cheapest that C has to offer.
enum operator { NUMBER, SYMBOL, SUM, PRODUCT, NEGATION, SQUARE, SIGMOID };

struct expression {
  enum operator operator;
  double number;
  const char *name;
  const struct expression *left, *right;
};

typedef const struct expression *expression;

static struct expression arena[1 << 14];
static size_t used;

static expression make(struct expression content) {
  if (used == sizeof arena / sizeof *arena) used = 0;
  arena[used] = content;
  return &arena[used++];
}

static expression number(double value) { return make((struct expression){NUMBER, .number = value}); }
static expression symbol(const char *name) { return make((struct expression){SYMBOL, .name = name}); }
static int is(expression e, double value) { return e->operator == NUMBER && e->number == value; }

// Simplification where an expression is made: 0 and 1 gone, numbers folded, signs to the front.

static expression negation(expression e) {
  if (e->operator == NUMBER) return number(-e->number);
  if (e->operator == NEGATION) return e->left;
  return make((struct expression){NEGATION, .left = e});
}

static expression sum(expression a, expression b) {
  if (is(a, 0)) return b;
  if (is(b, 0)) return a;
  if (a->operator == NUMBER && b->operator == NUMBER) return number(a->number + b->number);
  return make((struct expression){SUM, .left = a, .right = b});
}

static expression product(expression a, expression b) {
  if (is(a, 0) || is(b, 0)) return number(0);
  if (is(a, 1)) return b;
  if (is(b, 1)) return a;
  if (a->operator == NUMBER && b->operator == NUMBER) return number(a->number * b->number);
  if (a->operator == NEGATION) return negation(product(a->left, b));
  if (b->operator == NEGATION) return negation(product(a, b->left));
  if (a->operator == PRODUCT && a->left->operator == NUMBER) return product(a->left, product(a->right, b));
  if (a->operator == NUMBER && b->operator == PRODUCT && b->left->operator == NUMBER)
    return product(number(a->number * b->left->number), b->right);
  return make((struct expression){PRODUCT, .left = a, .right = b});
}

static expression square(expression e) { return make((struct expression){SQUARE, .left = e}); }
static expression sigmoid(expression e) { return make((struct expression){SIGMOID, .left = e}); }

static expression derivative(expression e, const char *name) {
  switch (e->operator) {
  case NUMBER: return number(0);
  case SYMBOL: return number(strcmp(e->name, name) == 0);
  case SUM: return sum(derivative(e->left, name), derivative(e->right, name));
  case NEGATION: return negation(derivative(e->left, name));
  case PRODUCT:
    return sum(product(derivative(e->left, name), e->right), product(e->left, derivative(e->right, name)));
  case SQUARE: return product(product(number(2), e->left), derivative(e->left, name));
  case SIGMOID: return product(product(e, sum(number(1), negation(e))), derivative(e->left, name));
  }
  return number(0);
}

struct text {
  char *end;
  size_t room;
};

static void write_text(struct text *text, const char *format, ...) {
  va_list values;
  va_start(values, format);
  int count = vsnprintf(text->end, text->room, format, values);
  va_end(values);
  if (count < 0 || (size_t)count >= text->room) return;
  text->end += count;
  text->room -= (size_t)count;
}

static void print(struct text *text, expression e, int is_factor) {
  switch (e->operator) {
  case NUMBER: write_text(text, "%g", e->number); break;
  case SYMBOL: write_text(text, "%s", e->name); break;
  case SUM:
    if (is_factor) write_text(text, "(");
    print(text, e->left, 0);
    if (e->right->operator == NEGATION) {
      write_text(text, " - ");
      print(text, e->right->left, 1);
    } else {
      write_text(text, " + ");
      print(text, e->right, 0);
    }
    if (is_factor) write_text(text, ")");
    break;
  case PRODUCT:
    print(text, e->left, 1);
    write_text(text, "*");
    print(text, e->right, 1);
    break;
  case NEGATION:
    if (is_factor) write_text(text, "(");
    write_text(text, "-");
    print(text, e->left, 1);
    if (is_factor) write_text(text, ")");
    break;
  case SQUARE:
    print(text, e->left, 1);
    write_text(text, "^2");
    break;
  case SIGMOID:
    write_text(text, "f(");
    print(text, e->left, 0);
    write_text(text, ")");
    break;
  }
}

size_t symbolic_gradients(char *text, size_t room) {
  used = 0;
  expression i1 = symbol("i1"), i2 = symbol("i2"), b1 = symbol("b1");
  expression net_1 = sum(sum(product(i1, symbol("w1")), product(i2, symbol("w2"))), b1);
  expression net_2 = sum(sum(product(i1, symbol("w3")), product(i2, symbol("w4"))), b1);
  expression net = sum(
      sum(product(sigmoid(net_1), symbol("w5")), product(sigmoid(net_2), symbol("w6"))), symbol("b2"));
  expression loss = product(number(0.5), square(sum(symbol("target"), negation(sigmoid(net)))));
  static const char *const names[] = {"w1", "w2", "w3", "w4", "w5", "w6", "b1", "b2"};
  struct text rest = {text, room};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    print(&rest, derivative(loss, names[index]), 0);
    write_text(&rest, "\n");
  }
  return (size_t)(rest.end - text);
}
