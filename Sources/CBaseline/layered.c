#include "CBaseline.h"
#include <math.h>
#include <stdlib.h>

struct layered_network {
  int count;       // of layers, the inputs not among them
  int *widths;     // count + 1 of them, the inputs first
  int parameters;  // weights and biases
  int weights_count;
  double *values;  // inputs, then the output value of every neuron
  double *deltas;  // of every neuron
  double *targets;
  double *weights;  // then the biases
  double *gradients;
};

struct layered_network *layered_create(const int *widths, int count) {
  struct layered_network *n = calloc(1, sizeof *n);
  if (!n) return NULL;
  int neurons = 0;
  for (int layer = 1; layer < count; layer++) {
    neurons += widths[layer];
    n->weights_count += widths[layer - 1] * widths[layer];
  }
  n->count = count - 1;
  n->parameters = n->weights_count + neurons;
  n->widths = calloc((size_t)count, sizeof *n->widths);
  n->values = calloc((size_t)(widths[0] + neurons), sizeof(double));
  n->deltas = calloc((size_t)neurons, sizeof(double));
  n->targets = calloc((size_t)widths[count - 1], sizeof(double));
  n->weights = calloc((size_t)n->parameters, sizeof(double));
  n->gradients = calloc((size_t)n->parameters, sizeof(double));
  if (!n->widths || !n->values || !n->deltas || !n->targets || !n->weights || !n->gradients) {
    layered_destroy(n);
    return NULL;
  }
  for (int layer = 0; layer < count; layer++) n->widths[layer] = widths[layer];
  return n;
}

void layered_destroy(struct layered_network *n) {
  if (!n) return;
  free(n->widths);
  free(n->values);
  free(n->deltas);
  free(n->targets);
  free(n->weights);
  free(n->gradients);
  free(n);
}

double *layered_inputs(struct layered_network *n) { return n->values; }
double *layered_targets(struct layered_network *n) { return n->targets; }
double *layered_weights(struct layered_network *n) { return n->weights; }
double *layered_biases(struct layered_network *n) { return n->weights + n->weights_count; }
const double *layered_outs(const struct layered_network *n) { return n->values + n->widths[0]; }
const double *layered_weight_gradients(const struct layered_network *n) { return n->gradients; }
const double *layered_bias_gradients(const struct layered_network *n) { return n->gradients + n->weights_count; }

// Eight running sums: one alone would wait for every addition, and the comparison would flatter the engine.
static inline double dot(const double *restrict a, const double *restrict b, int count) {
  double sum = 0;
  int index = 0;
  if (count >= 16) {
    double lanes[8] = {0};
    for (; index + 8 <= count; index += 8)
      for (int lane = 0; lane < 8; lane++) lanes[lane] += a[index + lane] * b[index + lane];
    for (int lane = 0; lane < 8; lane++) sum += lanes[lane];
  }
  for (; index < count; index++) sum += a[index] * b[index];
  return sum;
}

static inline void forward(struct layered_network *n) {
  const double *from = n->values, *row = n->weights, *bias = n->weights + n->weights_count;
  double *out = n->values + n->widths[0];
  for (int layer = 1; layer <= n->count; layer++) {
    int sources = n->widths[layer - 1], neurons = n->widths[layer];
    for (int neuron = 0; neuron < neurons; neuron++, row += sources)
      out[neuron] = 1 / (1 + exp(-(dot(row, from, sources) + *bias++)));
    from = out;
    out += neurons;
  }
}

// One way back for all three: whether gradients are kept and weights changed is known when this is compiled.
static inline void backward(struct layered_network *n, int keeps, int trains, double rate) {
  int neurons_behind = 0;
  for (int layer = 1; layer <= n->count; layer++) neurons_behind += n->widths[layer];
  double *end = n->weights + n->weights_count, *end_gradient = n->gradients + n->weights_count;
  int inputs = n->widths[0], outputs = n->widths[n->count];
  double *out = n->values + inputs + neurons_behind - outputs, *delta = n->deltas + neurons_behind - outputs;
  for (int neuron = 0; neuron < outputs; neuron++)
    delta[neuron] = (out[neuron] - n->targets[neuron]) * out[neuron] * (1 - out[neuron]);
  for (int layer = n->count; layer >= 1; layer--) {
    int sources = n->widths[layer - 1], neurons = n->widths[layer];
    const double *restrict from = out - sources;
    double *restrict below = delta - sources;
    double *bias = n->weights + n->weights_count + (delta - n->deltas);
    double *bias_gradient = n->gradients + n->weights_count + (delta - n->deltas);
    end -= sources * neurons;
    end_gradient -= sources * neurons;
    double *restrict row = end, *restrict gradient = end_gradient;
    if (layer > 1)
      for (int source = 0; source < sources; source++) below[source] = 0;
    for (int neuron = 0; neuron < neurons; neuron++, row += sources, gradient += sources) {
      double d = delta[neuron], step = rate * d;
      if (layer > 1)
        for (int source = 0; source < sources; source++) below[source] += d * row[source];
      if (keeps)
        for (int source = 0; source < sources; source++) gradient[source] = d * from[source];
      if (trains)
        for (int source = 0; source < sources; source++) row[source] -= step * from[source];
      if (keeps) bias_gradient[neuron] = d;
      if (trains) bias[neuron] -= step;
    }
    if (layer > 1)
      for (int source = 0; source < sources; source++) below[source] *= from[source] * (1 - from[source]);
    out -= sources;
    delta -= sources;
  }
}

void layered_gradients(struct layered_network *network, long times) {
  for (long time = 0; time < times; time++) {
    forward(network);
    backward(network, 1, 0, 0);
  }
}

void layered_update(struct layered_network *network, double learning_rate, long times) {
  for (long time = 0; time < times; time++) {
    forward(network);
    backward(network, 1, 0, 0);
    double *restrict weights = network->weights;
    const double *restrict gradients = network->gradients;
    for (int index = 0; index < network->parameters; index++) weights[index] -= learning_rate * gradients[index];
  }
}

void layered_train(struct layered_network *network, double learning_rate, long times) {
  for (long time = 0; time < times; time++) {
    forward(network);
    backward(network, 0, 1, learning_rate);
  }
}
