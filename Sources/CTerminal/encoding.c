/* See CTerminal.h. */
#include "CTerminal.h"

#include <locale.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

/* What the C library's own setlocale does with a file of characters that it has found. Only a program that is one file can
 * reach these; elsewhere they are null, and so they are if the library does without them one day. */
struct __locale_data;
extern struct __locale_data *_nl_intern_locale_data(int category, const void *data, size_t size) __attribute__((weak));
extern struct __locale_struct _nl_global_locale __attribute__((weak));
extern void _nl_postload_ctype(void) __attribute__((weak));

#if defined(PROCESS_IS_ONE_FILE) && __has_embed("/usr/lib/locale/C.utf8/LC_CTYPE")

static const _Alignas(16) unsigned char characters[] = {
#embed "/usr/lib/locale/C.utf8/LC_CTYPE"
};

int terminal_encoding_adopt(void) {
  if (!_nl_intern_locale_data || !&_nl_global_locale || !_nl_postload_ctype) return 0;
  struct __locale_data *data = _nl_intern_locale_data(LC_CTYPE, characters, sizeof characters);
  if (!data) return 0;
  _nl_global_locale.__locales[LC_CTYPE] = data;
  _nl_postload_ctype();
  return 1;
}

#else

int terminal_encoding_adopt(void) { return 0; }

#endif
