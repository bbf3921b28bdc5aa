// Functions with a variable number of arguments, and the standard streams, are out of Swift's reach.

#ifndef BPTUTOR_CEDIT_SHIM_H
#define BPTUTOR_CEDIT_SHIM_H

#include <histedit.h>
#include <stdio.h>

typedef unsigned char (*bptutor_edit_function)(EditLine *, int);

/// A line editor on the standard streams with Emacs keys; signals are its owner's matter. NULL where none works.
static inline EditLine *bptutor_edit_start(const char *program) {
  EditLine *editor = el_init(program, stdin, stdout, stderr);
  if (!editor) return NULL;
  el_set(editor, EL_EDITOR, "emacs");
  el_set(editor, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return editor;
}

/// What gives it the next character: 1, 0 at the end, -1 for an error.
static inline void bptutor_edit_set_reader(EditLine *editor, int (*read)(EditLine *, wchar_t *)) {
  el_set(editor, EL_GETCFN, read);
}

/// Shows the line again, in a terminal that has changed; it is drawn from the left edge on.
static inline void bptutor_edit_refresh(EditLine *editor) {
  fputc('\r', stdout);
  el_resize(editor);
  el_set(editor, EL_REFRESH);
}

static inline void bptutor_edit_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
  el_set(editor, EL_PROMPT, prompt);
}

/// What callbacks find again with `bptutor_edit_data`.
static inline void bptutor_edit_set_data(EditLine *editor, void *data) { el_set(editor, EL_CLIENTDATA, data); }

static inline void *bptutor_edit_data(EditLine *editor) {
  void *data = NULL;
  el_get(editor, EL_CLIENTDATA, &data);
  return data;
}

/// What the Tab key does.
static inline void bptutor_edit_set_completion(EditLine *editor, bptutor_edit_function complete) {
  el_set(editor, EL_ADDFN, "bptutor-complete", "complete names", complete);
  el_set(editor, EL_BIND, "\t", "bptutor-complete", NULL);
}

/// What Ctrl-C does, where the terminal makes no signal of it.
static inline void bptutor_edit_set_interrupt(EditLine *editor, bptutor_edit_function interrupt) {
  el_set(editor, EL_ADDFN, "bptutor-interrupt", "take the line away", interrupt);
  el_set(editor, EL_BIND, "^C", "bptutor-interrupt", NULL);
}

static inline void bptutor_edit_set_history(EditLine *editor, History *lines, int size) {
  HistEvent event;
  history(lines, &event, H_SETSIZE, size);
  history(lines, &event, H_SETUNIQUE, 1);
  el_set(editor, EL_HIST, history, lines);
}

static inline void bptutor_edit_remember(History *lines, const char *line) {
  HistEvent event;
  history(lines, &event, H_ENTER, line);
}

/// Takes in lines of a former session; what is no file of history is left alone.
static inline void bptutor_edit_load(History *lines, const char *path) {
  HistEvent event;
  history(lines, &event, H_LOAD, path);
}

/// Keeps the lines for the next session, for their owner only.
static inline void bptutor_edit_save(History *lines, const char *path) {
  HistEvent event;
  history(lines, &event, H_SAVE, path);
}

#endif
