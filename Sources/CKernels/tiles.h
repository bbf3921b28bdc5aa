// The kernel for vectors of LANES doubles, tiles of up to ROWS × PANEL vectors; included once for each kind of processor.
//
// A tile of c stays in registers while a block of the sum runs through it: each vector of b that is loaded is used ROWS
// times, each number of a PANEL times (Goto and van de Geijn 2008).

#define JOIN_(name, suffix) name##_##suffix
#define JOIN(name, suffix) JOIN_(name, suffix)
#define NAMED(name) JOIN(name, SUFFIX)

typedef double NAMED(vector) __attribute__((vector_size(8 * LANES)));
// In memory a vector begins at any double.
typedef double NAMED(unaligned) __attribute__((vector_size(8 * LANES), aligned(8), may_alias));

#define VECTOR NAMED(vector)
#define AT(pointer) (*(NAMED(unaligned) *)(pointer))
#define CONST_AT(pointer) (*(const NAMED(unaligned) *)(pointer))

// `rows` and `vectors` are constants wherever this is called, so that the loops over them vanish.
static inline __attribute__((always_inline)) void NAMED(tile)(
    const int rows, const int vectors, const double *a, long a_row, long a_column, const double *b, long b_row,
    double *c, long c_row, long depth, int adds) {
  VECTOR sums[ROWS][PANEL];
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) sums[i][j] = adds ? CONST_AT(c + i * c_row + j * LANES) : (VECTOR){0};
  for (long k = 0; k < depth; k++, a += a_column, b += b_row) {
    VECTOR line[PANEL];
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) line[j] = CONST_AT(b + j * LANES);
#pragma clang loop unroll(full)
    for (int i = 0; i < rows; i++) {
      const double factor = a[i * a_row];
#pragma clang loop unroll(full)
      for (int j = 0; j < vectors; j++) sums[i][j] += factor * line[j];
    }
  }
#pragma clang loop unroll(full)
  for (int i = 0; i < rows; i++)
#pragma clang loop unroll(full)
    for (int j = 0; j < vectors; j++) AT(c + i * c_row + j * LANES) = sums[i][j];
}

// One row of tiles over a panel of `vectors` vectors.
static inline __attribute__((always_inline)) void NAMED(panel)(
    const int vectors, const double *a, long a_row, long a_column, const double *b, long b_row, double *c, long c_row,
    long rows, long depth, int adds) {
  for (; rows >= ROWS; rows -= ROWS, a += ROWS * a_row, c += ROWS * c_row)
    NAMED(tile)(ROWS, vectors, a, a_row, a_column, b, b_row, c, c_row, depth, adds);
  for (; rows >= 2; rows -= 2, a += 2 * a_row, c += 2 * c_row)
    NAMED(tile)(2, vectors, a, a_row, a_column, b, b_row, c, c_row, depth, adds);
  if (rows == 1) NAMED(tile)(1, vectors, a, a_row, a_column, b, b_row, c, c_row, depth, adds);
}

// The columns that fill no vector.
static void NAMED(rest)(const matrix_product *p, long column, long first, long depth, int adds) {
  for (long i = 0; i < p->rows; i++)
    for (long j = column; j < p->columns; j++) {
      double sum = adds ? p->c[i * p->c_row + j] : 0;
      const double *a = p->a + i * p->a_row + first * p->a_column, *b = p->b + first * p->b_row + j;
      for (long k = 0; k < depth; k++) sum += a[k * p->a_column] * b[k * p->b_row];
      p->c[i * p->c_row + j] = sum;
    }
}

static void NAMED(multiply)(const matrix_product *p) {
  // A block of a panel of b stays in the first-level cache.
  const long block = 128;
  long first = 0;
  do {
    long depth = p->depth - first < block ? p->depth - first : block;
    int adds = p->adds || first > 0;
    const double *a = p->a + first * p->a_column, *b = p->b + first * p->b_row;
    long column = 0;
    for (; column + PANEL * LANES <= p->columns; column += PANEL * LANES)
      NAMED(panel)(
          PANEL, a, p->a_row, p->a_column, b + column, p->b_row, p->c + column, p->c_row, p->rows, depth, adds);
    for (; column + LANES <= p->columns; column += LANES)
      NAMED(panel)(1, a, p->a_row, p->a_column, b + column, p->b_row, p->c + column, p->c_row, p->rows, depth, adds);
    if (column < p->columns) NAMED(rest)(p, column, first, depth, adds);
    first += block;
  } while (first < p->depth);
}

#undef VECTOR
#undef AT
#undef CONST_AT
#undef NAMED
#undef JOIN
#undef JOIN_
#undef LANES
#undef ROWS
#undef PANEL
#undef SUFFIX
