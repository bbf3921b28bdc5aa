#ifndef CURRICULUM_H
#define CURRICULUM_H

#include <stddef.h>

// The files of lessons/, as bytes in the program itself: C's #embed takes them in without the time and memory that the
// Swift compiler needs for an array literal of the same length.
typedef struct {
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t count;
} curriculum_file;

// In the order of their names.
const curriculum_file *_Nonnull curriculum_files(void);
size_t curriculum_count(void);

#endif
