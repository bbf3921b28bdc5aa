// The system's own header, under a name that the module map can hold wherever the header is installed.
#include <utf8proc.h>
