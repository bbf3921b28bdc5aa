// What the engine is measured against: the same arithmetic as a C programmer would write it by hand.
//
// None of it ships in the product. Every function takes how often to repeat, so that the loop too is plain C.
#ifndef CBASELINE_H
#define CBASELINE_H

#include "CSession.h"
#include "CSymbolic.h"

// MARK: 2-2-1, written straight

/// The 2-2-1 sigmoid network of the lessons with one bias a layer: every value a field of its own, no loop.
struct straight_network {
  double i1, i2, target, learning_rate;
  double w1, w2, w3, w4, w5, w6, b1, b2;
  double dw1, dw2, dw3, dw4, dw5, dw6, db1, db2;
};

/// Forward and backward: all eight gradients.
void straight_gradients(struct straight_network *network, long times);

/// Forward, backward and update; the gradients are kept.
void straight_update(struct straight_network *network, long times);

/// A step of training: forward, backward and update, the gradients never leaving the registers.
void straight_train(struct straight_network *network, long times);

// MARK: any layered sigmoid network

/// Sigmoid layers with a bias for every neuron and the loss ½Σ(target − out)²; all values in flat arrays.
struct layered_network;

/// A network of `count` widths, inputs first; everything zero. NULL if there is no memory.
struct layered_network *layered_create(const int *widths, int count);
void layered_destroy(struct layered_network *network);

double *layered_inputs(struct layered_network *network);
double *layered_targets(struct layered_network *network);
/// Layer by layer, neuron by neuron, over its sources.
double *layered_weights(struct layered_network *network);
/// One for every neuron, over the whole network.
double *layered_biases(struct layered_network *network);
const double *layered_outs(const struct layered_network *network);
const double *layered_weight_gradients(const struct layered_network *network);
const double *layered_bias_gradients(const struct layered_network *network);

/// Forward and backward: all gradients.
void layered_gradients(struct layered_network *network, long times);

/// Forward, backward and update; the gradients are kept.
void layered_update(struct layered_network *network, double learning_rate, long times);

/// A step of training: weights are changed while their gradients are made, and no gradient is kept.
void layered_train(struct layered_network *network, double learning_rate, long times);

#endif
