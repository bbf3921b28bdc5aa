#ifndef KERNELS_H
#define KERNELS_H

// Matrix products for mini-batches. In C because Swift has no way to compile one function for several kinds of vector
// registers and to choose among them while the program runs; with the registers that every x86-64 has (two doubles, no
// fused multiply-add) a product takes four times as long.

// c = a·b, or c += a·b: `rows` × `columns`, each element a sum over `depth` products.
//
// Element (i, k) of a is a[i*a_row + k*a_column]; rows of b and c are contiguous, b_row and c_row apart. c must overlap
// neither a nor b. The sum over k is taken in order, in blocks, whatever the other sizes; where the processor has it, each product
// is added without being rounded first, so that the last bits differ from one kind of processor to another.
typedef struct {
  const double *_Nonnull a;
  long a_row, a_column;
  const double *_Nonnull b;
  long b_row;
  double *_Nonnull c;
  long c_row;
  long rows, columns, depth;
  int adds;
} matrix_product;

void matrix_multiply(const matrix_product *_Nonnull product);

// to[j*to_row + i] = from[i*from_row + j] for rows × columns elements of `from`.
void matrix_transpose(
    const double *_Nonnull from, long from_row, double *_Nonnull to, long to_row, long rows, long columns);

// How many doubles a vector has in the kernel that this processor runs: 8, 4 or 2.
int matrix_lanes(void);

#endif
