// The gradients of the 2-2-1 network as formulas, the way a C program would make them.
#ifndef CSYMBOLIC_H
#define CSYMBOLIC_H

#include <stddef.h>

/// Derives ½(target − f(…))², every neuron written out, by w1…w6, b1 and b2, and prints the eight results, a line each.
///
/// Simplified only as far as it costs nothing: numbers folded, 0 and 1 gone. Returns the length of the text.
size_t symbolic_gradients(char *text, size_t room);

#endif
