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
#embed "../../lessons/06-hidden-weight.en.md"
};
static const unsigned char file11[] = {
#embed "../../lessons/06-hidden-weight.zh.md"
};
static const unsigned char file12[] = {
#embed "../../lessons/07-other-weights.en.md"
};
static const unsigned char file13[] = {
#embed "../../lessons/07-other-weights.zh.md"
};
static const unsigned char file14[] = {
#embed "../../lessons/08-delta-and-reuse.en.md"
};
static const unsigned char file15[] = {
#embed "../../lessons/08-delta-and-reuse.zh.md"
};
static const unsigned char file16[] = {
#embed "../../lessons/09-shared-bias.en.md"
};
static const unsigned char file17[] = {
#embed "../../lessons/09-shared-bias.zh.md"
};
static const unsigned char file18[] = {
#embed "../../lessons/10-updates.en.md"
};
static const unsigned char file19[] = {
#embed "../../lessons/10-updates.zh.md"
};
static const unsigned char file20[] = {
#embed "../../lessons/11-rounds.en.md"
};
static const unsigned char file21[] = {
#embed "../../lessons/11-rounds.zh.md"
};
static const unsigned char file22[] = {
#embed "../../lessons/11-wide-step.json"
};
static const unsigned char file23[] = {
#embed "../../lessons/12-gradient-check.en.md"
};
static const unsigned char file24[] = {
#embed "../../lessons/12-gradient-check.zh.md"
};
static const unsigned char file25[] = {
#embed "../../lessons/13-deep.json"
};
static const unsigned char file26[] = {
#embed "../../lessons/13-saturation.en.md"
};
static const unsigned char file27[] = {
#embed "../../lessons/13-saturation.zh.md"
};
static const unsigned char file28[] = {
#embed "../../lessons/14-activations-and-losses.en.md"
};
static const unsigned char file29[] = {
#embed "../../lessons/14-activations-and-losses.zh.md"
};
static const unsigned char file30[] = {
#embed "../../lessons/14-cross-entropy.json"
};
static const unsigned char file31[] = {
#embed "../../lessons/14-relu.json"
};
static const unsigned char file32[] = {
#embed "../../lessons/14-tanh.json"
};
static const unsigned char file33[] = {
#embed "../../lessons/15-two-outputs.en.md"
};
static const unsigned char file34[] = {
#embed "../../lessons/15-two-outputs.zh.md"
};
static const unsigned char file35[] = {
#embed "../../lessons/16-mini-batch.en.md"
};
static const unsigned char file36[] = {
#embed "../../lessons/16-mini-batch.zh.md"
};
static const unsigned char file37[] = {
#embed "../../lessons/17-symmetry.en.md"
};
static const unsigned char file38[] = {
#embed "../../lessons/17-symmetry.zh.md"
};
static const unsigned char file39[] = {
#embed "../../lessons/17-twins.json"
};
static const unsigned char file40[] = {
#embed "../../lessons/18-softmax.en.md"
};
static const unsigned char file41[] = {
#embed "../../lessons/18-softmax.json"
};
static const unsigned char file42[] = {
#embed "../../lessons/18-softmax.zh.md"
};
static const unsigned char file43[] = {
#embed "../../lessons/19-err.json"
};
static const unsigned char file44[] = {
#embed "../../lessons/19-your-letters.en.md"
};
static const unsigned char file45[] = {
#embed "../../lessons/19-your-letters.zh.md"
};
static const unsigned char file46[] = {
#embed "../../lessons/19-z-a.json"
};
static const unsigned char file47[] = {
#embed "../../lessons/20-final.en.md"
};
static const unsigned char file48[] = {
#embed "../../lessons/20-final.json"
};
static const unsigned char file49[] = {
#embed "../../lessons/20-final.zh.md"
};
static const unsigned char file50[] = {
#embed "../../lessons/20-wide.json"
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
  {"06-hidden-weight.en.md", file10, sizeof file10},
  {"06-hidden-weight.zh.md", file11, sizeof file11},
  {"07-other-weights.en.md", file12, sizeof file12},
  {"07-other-weights.zh.md", file13, sizeof file13},
  {"08-delta-and-reuse.en.md", file14, sizeof file14},
  {"08-delta-and-reuse.zh.md", file15, sizeof file15},
  {"09-shared-bias.en.md", file16, sizeof file16},
  {"09-shared-bias.zh.md", file17, sizeof file17},
  {"10-updates.en.md", file18, sizeof file18},
  {"10-updates.zh.md", file19, sizeof file19},
  {"11-rounds.en.md", file20, sizeof file20},
  {"11-rounds.zh.md", file21, sizeof file21},
  {"11-wide-step.json", file22, sizeof file22},
  {"12-gradient-check.en.md", file23, sizeof file23},
  {"12-gradient-check.zh.md", file24, sizeof file24},
  {"13-deep.json", file25, sizeof file25},
  {"13-saturation.en.md", file26, sizeof file26},
  {"13-saturation.zh.md", file27, sizeof file27},
  {"14-activations-and-losses.en.md", file28, sizeof file28},
  {"14-activations-and-losses.zh.md", file29, sizeof file29},
  {"14-cross-entropy.json", file30, sizeof file30},
  {"14-relu.json", file31, sizeof file31},
  {"14-tanh.json", file32, sizeof file32},
  {"15-two-outputs.en.md", file33, sizeof file33},
  {"15-two-outputs.zh.md", file34, sizeof file34},
  {"16-mini-batch.en.md", file35, sizeof file35},
  {"16-mini-batch.zh.md", file36, sizeof file36},
  {"17-symmetry.en.md", file37, sizeof file37},
  {"17-symmetry.zh.md", file38, sizeof file38},
  {"17-twins.json", file39, sizeof file39},
  {"18-softmax.en.md", file40, sizeof file40},
  {"18-softmax.json", file41, sizeof file41},
  {"18-softmax.zh.md", file42, sizeof file42},
  {"19-err.json", file43, sizeof file43},
  {"19-your-letters.en.md", file44, sizeof file44},
  {"19-your-letters.zh.md", file45, sizeof file45},
  {"19-z-a.json", file46, sizeof file46},
  {"20-final.en.md", file47, sizeof file47},
  {"20-final.json", file48, sizeof file48},
  {"20-final.zh.md", file49, sizeof file49},
  {"20-wide.json", file50, sizeof file50},
};

const curriculum_file *curriculum_files(void) { return files; }
size_t curriculum_count(void) { return sizeof files / sizeof files[0]; }
