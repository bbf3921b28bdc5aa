// Written by .ci/curriculum. The files themselves are read by the compiler, so that they stay text in one place.
#include "curriculum.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file0[] = {
#embed "../../lessons/01-forward-pass.en.md"
};
static const unsigned char file1[] = {
#embed "../../lessons/01-forward-pass.zh.md"
};
static const unsigned char file2[] = {
#embed "../../lessons/02-loss.en.md"
};
static const unsigned char file3[] = {
#embed "../../lessons/02-loss.zh.md"
};
static const unsigned char file4[] = {
#embed "../../lessons/03-local-slopes.en.md"
};
static const unsigned char file5[] = {
#embed "../../lessons/03-local-slopes.zh.md"
};
static const unsigned char file6[] = {
#embed "../../lessons/04-output-weight.en.md"
};
static const unsigned char file7[] = {
#embed "../../lessons/04-output-weight.zh.md"
};
static const unsigned char file8[] = {
#embed "../../lessons/05-transfer.en.md"
};
static const unsigned char file9[] = {
#embed "../../lessons/05-transfer.zh.md"
};
static const unsigned char file10[] = {
#embed "../../lessons/10-updates.en.md"
};
static const unsigned char file11[] = {
#embed "../../lessons/10-updates.zh.md"
};
static const unsigned char file12[] = {
#embed "../../lessons/11-rounds.en.md"
};
static const unsigned char file13[] = {
#embed "../../lessons/11-rounds.zh.md"
};
static const unsigned char file14[] = {
#embed "../../lessons/12-gradient-check.en.md"
};
static const unsigned char file15[] = {
#embed "../../lessons/12-gradient-check.zh.md"
};
static const unsigned char file16[] = {
#embed "../../lessons/13-saturation.en.md"
};
static const unsigned char file17[] = {
#embed "../../lessons/13-saturation.zh.md"
};
static const unsigned char file18[] = {
#embed "../../lessons/14-activations-and-losses.en.md"
};
static const unsigned char file19[] = {
#embed "../../lessons/14-activations-and-losses.zh.md"
};
static const unsigned char file20[] = {
#embed "../../lessons/15-two-outputs.en.md"
};
static const unsigned char file21[] = {
#embed "../../lessons/15-two-outputs.zh.md"
};
static const unsigned char file22[] = {
#embed "../../lessons/16-mini-batch.en.md"
};
static const unsigned char file23[] = {
#embed "../../lessons/16-mini-batch.zh.md"
};
static const unsigned char file24[] = {
#embed "../../lessons/11-wide-step.json"
};
static const unsigned char file25[] = {
#embed "../../lessons/13-deep.json"
};
static const unsigned char file26[] = {
#embed "../../lessons/14-cross-entropy.json"
};
static const unsigned char file27[] = {
#embed "../../lessons/14-relu.json"
};
static const unsigned char file28[] = {
#embed "../../lessons/14-tanh.json"
};

static const curriculum_file files[] = {
  {"01-forward-pass.en.md", file0, sizeof file0},
  {"01-forward-pass.zh.md", file1, sizeof file1},
  {"02-loss.en.md", file2, sizeof file2},
  {"02-loss.zh.md", file3, sizeof file3},
  {"03-local-slopes.en.md", file4, sizeof file4},
  {"03-local-slopes.zh.md", file5, sizeof file5},
  {"04-output-weight.en.md", file6, sizeof file6},
  {"04-output-weight.zh.md", file7, sizeof file7},
  {"05-transfer.en.md", file8, sizeof file8},
  {"05-transfer.zh.md", file9, sizeof file9},
  {"10-updates.en.md", file10, sizeof file10},
  {"10-updates.zh.md", file11, sizeof file11},
  {"11-rounds.en.md", file12, sizeof file12},
  {"11-rounds.zh.md", file13, sizeof file13},
  {"12-gradient-check.en.md", file14, sizeof file14},
  {"12-gradient-check.zh.md", file15, sizeof file15},
  {"13-saturation.en.md", file16, sizeof file16},
  {"13-saturation.zh.md", file17, sizeof file17},
  {"14-activations-and-losses.en.md", file18, sizeof file18},
  {"14-activations-and-losses.zh.md", file19, sizeof file19},
  {"15-two-outputs.en.md", file20, sizeof file20},
  {"15-two-outputs.zh.md", file21, sizeof file21},
  {"16-mini-batch.en.md", file22, sizeof file22},
  {"16-mini-batch.zh.md", file23, sizeof file23},
  {"11-wide-step.json", file24, sizeof file24},
  {"13-deep.json", file25, sizeof file25},
  {"14-cross-entropy.json", file26, sizeof file26},
  {"14-relu.json", file27, sizeof file27},
  {"14-tanh.json", file28, sizeof file28},
};

const curriculum_file *curriculum_files(void) { return files; }
size_t curriculum_count(void) { return sizeof files / sizeof files[0]; }
