/* libvterm for Swift. The functions below exist because its cells hold bit-fields and unions behind macros. */
#ifndef BPTUTOR_CVTERM_H
#define BPTUTOR_CVTERM_H

#include <vterm.h>

/* What the terminal's properties are at the moment; libvterm only tells their changes. */
struct vterm_properties {
  int is_alternate, is_cursor_visible, mouse;
};

static inline int vterm_note_property(VTermProp property, VTermValue *value, void *user) {
  struct vterm_properties *properties = user;
  if (property == VTERM_PROP_ALTSCREEN) properties->is_alternate = value->boolean;
  if (property == VTERM_PROP_CURSORVISIBLE) properties->is_cursor_visible = value->boolean;
  if (property == VTERM_PROP_MOUSE) properties->mouse = value->number;
  return 1;
}

static const VTermScreenCallbacks vterm_property_callbacks = {.settermprop = vterm_note_property};

static inline void vterm_watch_properties(VTerm *vt, struct vterm_properties *properties) {
  properties->is_cursor_visible = 1;
  vterm_screen_set_callbacks(vterm_obtain_screen(vt), &vterm_property_callbacks, properties);
}

struct vterm_cell {
  uint32_t characters[VTERM_MAX_CHARS_PER_CELL];
  int width, is_bold, is_underlined, is_reversed;
  /* A number of the palette; -1 is the default. */
  int foreground, background;
};

static inline int vterm_palette_index(const VTermColor *color) {
  if (VTERM_COLOR_IS_DEFAULT_FG(color) || VTERM_COLOR_IS_DEFAULT_BG(color)) return -1;
  return VTERM_COLOR_IS_INDEXED(color) ? color->indexed.idx : 1000;
}

static inline struct vterm_cell vterm_cell_at(VTerm *vt, int column, int row) {
  VTermScreenCell cell;
  struct vterm_cell result = {.foreground = -1, .background = -1};
  if (!vterm_screen_get_cell(vterm_obtain_screen(vt), (VTermPos){.row = row, .col = column}, &cell)) return result;
  for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL; i++) result.characters[i] = cell.chars[i];
  result.width = cell.width;
  result.is_bold = cell.attrs.bold;
  result.is_underlined = cell.attrs.underline != 0;
  result.is_reversed = cell.attrs.reverse;
  result.foreground = vterm_palette_index(&cell.fg);
  result.background = vterm_palette_index(&cell.bg);
  return result;
}

#endif
