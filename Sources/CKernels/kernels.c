#include "kernels.h"

// Two doubles a vector: every processor has them.
#define LANES 2
#define ROWS 4
#define PANEL 2
#define SUFFIX 2
#include "tiles.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define LANES 4
#define ROWS 4
#define PANEL 3
#define SUFFIX 4
#include "tiles.h"
#pragma clang attribute pop

#pragma clang attribute push(__attribute__((target("avx512f,fma"))), apply_to = function)
#define LANES 8
#define ROWS 6
#define PANEL 4
#define SUFFIX 8
#include "tiles.h"
#pragma clang attribute pop
#endif

int matrix_lanes(void) {
#ifdef __x86_64__
  // Both ask the system too whether it saves these registers.
  if (__builtin_cpu_supports("avx512f")) return 8;
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) return 4;
#endif
  return 2;
}

void matrix_multiply(const matrix_product *product) {
  if (product->rows <= 0 || product->columns <= 0) return;
#ifdef __x86_64__
  switch (matrix_lanes()) {
    case 8: multiply_8(product); return;
    case 4: multiply_4(product); return;
  }
#endif
  multiply_2(product);
}

void matrix_transpose(const double *from, long from_row, double *to, long to_row, long rows, long columns) {
  // In squares, so that the lines of both matrices are used whole while they are in the cache.
  const long side = 8;
  for (long i = 0; i < rows; i += side)
    for (long j = 0; j < columns; j += side) {
      long last_row = i + side < rows ? i + side : rows, last_column = j + side < columns ? j + side : columns;
      for (long column = j; column < last_column; column++)
        for (long row = i; row < last_row; row++) to[column * to_row + row] = from[row * from_row + column];
    }
}
