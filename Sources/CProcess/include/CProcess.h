/* What a process gets from the system and owes it, out of Swift's reach. */
#ifndef BPTUTOR_CPROCESS_H
#define BPTUTOR_CPROCESS_H

#include <stddef.h>

/* The program's arguments, byte for byte; its name is the first.
 *
 * Swift's own repairs what is not UTF-8, so that a file of that name cannot be found, and reads /proc, which need not be
 * there. */
int process_argument_count(void);
/* Empty beyond the last. */
const char *process_argument(int index);

/* A file that must not stay behind where a signal ends the program: one at a time, from its making to its last name. */
int process_temporary_begin(const char *path);
void process_temporary_end(void);

/* Starts a program that ends when this one does, however this one ends; its path is the first argument, the last is NULL.
 *
 * The three descriptors become its standard streams; it inherits no others. It may use so many bytes of memory for its data, 0
 * for any number. Its process id, or -1. */
int process_spawn_bound(const char *const *arguments, int input, int output, int errors, size_t memory);

#endif
