#include "CBaseline.h"
#include <math.h>

static inline double sigmoid(double net) { return 1 / (1 + exp(-net)); }

// The gradients in registers; what is done with them is the caller's.
struct gradients { double w1, w2, w3, w4, w5, w6, b1, b2; };

static inline struct gradients gradients_of(const struct straight_network *n) {
  double h1 = sigmoid(n->w1 * n->i1 + n->w2 * n->i2 + n->b1);
  double h2 = sigmoid(n->w3 * n->i1 + n->w4 * n->i2 + n->b1);
  double o = sigmoid(n->w5 * h1 + n->w6 * h2 + n->b2);
  double delta = (o - n->target) * o * (1 - o);
  double delta_1 = delta * n->w5 * h1 * (1 - h1);
  double delta_2 = delta * n->w6 * h2 * (1 - h2);
  return (struct gradients){delta_1 * n->i1, delta_1 * n->i2, delta_2 * n->i1, delta_2 * n->i2,
                            delta * h1, delta * h2, delta_1 + delta_2, delta};
}

static inline void keep(struct straight_network *n, struct gradients g) {
  n->dw1 = g.w1, n->dw2 = g.w2, n->dw3 = g.w3, n->dw4 = g.w4;
  n->dw5 = g.w5, n->dw6 = g.w6, n->db1 = g.b1, n->db2 = g.b2;
}

static inline void descend(struct straight_network *n, struct gradients g) {
  double rate = n->learning_rate;
  n->w1 -= rate * g.w1, n->w2 -= rate * g.w2, n->w3 -= rate * g.w3, n->w4 -= rate * g.w4;
  n->w5 -= rate * g.w5, n->w6 -= rate * g.w6, n->b1 -= rate * g.b1, n->b2 -= rate * g.b2;
}

void straight_gradients(struct straight_network *network, long times) {
  for (long time = 0; time < times; time++) {
    keep(network, gradients_of(network));
    // Nothing changes from one time to the next: without this the loop would be run once.
    __asm__ volatile("" : : "r"(network) : "memory");
  }
}

void straight_update(struct straight_network *network, long times) {
  for (long time = 0; time < times; time++) {
    struct gradients found = gradients_of(network);
    keep(network, found);
    descend(network, found);
  }
}

void straight_train(struct straight_network *network, long times) {
  for (long time = 0; time < times; time++) descend(network, gradients_of(network));
}
