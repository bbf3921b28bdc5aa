package import Diagnostics

/// A program to begin with: it reads the network and prints by name; what is to be found out is left blank.
package enum ProgramTemplate: String, CaseIterable, Sendable {
  case python
  case c
  case java
  case matlab

  /// The program, with its remarks in that language.
  package func text(_ language: Language) -> String {
    let lines =
      switch self {
      case .python: Self.pythonLines
      case .c: Self.cLines
      case .java: Self.javaLines
      case .matlab: Self.matlabLines
      }
    return lines.map { $0[language] }.joined(separator: "\n") + "\n"
  }

  private static let pythonLines: [Words] = [
    Words(
      en: "# Backpropagation through a 2-2-1 network. Fill in what is None.", zh: "# 2-2-1 网络的反向传播。请补全值为 None 的部分。"),
    Words(en: "# Try it: bptutor examine -- python3 my.py", zh: "# 检查：bptutor examine -- python3 my.py"),
    Words("import json"), Words("import math"), Words("import sys"), Words(""), Words(""),
    Words("def sigmoid(net):"), Words("    return 1 / (1 + math.exp(-net))"), Words(""), Words(""),
    Words("network = json.loads(sys.stdin.readline())"),
    Words("v = network[\"values\"]  # v[\"i1\"], v[\"w1\"], …, v[\"b2\"], v[\"target\"]".replacing("…", with: "...")),
    Words("eta = network[\"learningRate\"]"), Words("out, grad = {}, {}"), Words(""),
    Words(en: "# Forward pass", zh: "# 前向传播"),
    Words("net_h1 = v[\"i1\"] * v[\"w1\"] + v[\"i2\"] * v[\"w2\"] + v[\"b1\"]"),
    Words("out[\"h1\"] = sigmoid(net_h1)"), Words("out[\"h2\"] = None"), Words("out[\"O\"] = None"), Words(""),
    Words(en: "# Gradients: dE/dw1 ... dE/db2", zh: "# 梯度：dE/dw1 ... dE/db2"),
    Words("for name in [\"w1\", \"w2\", \"w3\", \"w4\", \"w5\", \"w6\", \"b1\", \"b2\"]:"),
    Words("    grad[name] = None"),
    Words(""),
    Words(en: "# Print whatever is known; each line is \"name = value\".", zh: "# 输出已求得的量，每行“名称 = 数值”。"),
    Words("for name, value in out.items():"), Words("    if value is not None:"),
    Words("        print(f\"out_{name} = {value}\")"), Words("for name, value in grad.items():"),
    Words("    if value is not None:"), Words("        print(f\"dE/d{name} = {value}\")"),
    Words("        print(f\"{name}+ = {v[name] - eta * value}\")"),
  ]

  private static let cLines: [Words] = [
    Words(
      en: "// Backpropagation through a 2-2-1 network. Fill in what is NAN.", zh: "// 2-2-1 网络的反向传播。请补全值为 NAN 的部分。"),
    Words(
      en: "// Try it: cc -o my my.c -lm && bptutor examine -- ./my",
      zh: "// 检查：cc -o my my.c -lm && bptutor examine -- ./my"),
    Words("#include <math.h>"), Words("#include <stdio.h>"), Words("#include <stdlib.h>"), Words("#include <string.h>"),
    Words(""), Words("static char line[1 << 16];"), Words(""),
    Words(en: "// The number behind \"name\": in the line of JSON.", zh: "// JSON 行中 \"name\": 后面的数。"),
    Words("static double number(const char *name) {"), Words("  char key[64];"),
    Words("  snprintf(key, sizeof key, \"\\\"%s\\\": \", name);"), Words("  const char *place = strstr(line, key);"),
    Words("  return place ? strtod(place + strlen(key), NULL) : NAN;"), Words("}"), Words(""),
    Words("static double sigmoid(double net) { return 1 / (1 + exp(-net)); }"), Words(""),
    Words("static void show(const char *name, double value) {"),
    Words("  if (!isnan(value)) printf(\"%s = %.17g\\n\", name, value);"), Words("}"), Words(""),
    Words("int main(void) {"),
    Words("  if (!fgets(line, sizeof line, stdin)) return 1;"),
    Words("  double i1 = number(\"i1\"), i2 = number(\"i2\"), target = number(\"target\");"),
    Words("  double w1 = number(\"w1\"), w2 = number(\"w2\"), w3 = number(\"w3\"), w4 = number(\"w4\");"),
    Words("  double w5 = number(\"w5\"), w6 = number(\"w6\"), b1 = number(\"b1\"), b2 = number(\"b2\");"),
    Words("  double eta = number(\"learningRate\");"),
    Words(""), Words(en: "  // Forward pass", zh: "  // 前向传播"),
    Words("  double net_h1 = i1 * w1 + i2 * w2 + b1;"), Words("  double out_h1 = sigmoid(net_h1);"),
    Words("  double out_h2 = NAN;"), Words("  double out_O = NAN;"), Words(""),
    Words(en: "  // Gradients", zh: "  // 梯度"), Words("  double dE_dw5 = NAN;"), Words("  double dE_dw1 = NAN;"),
    Words(""),
    Words("  show(\"net_h1\", net_h1);"), Words("  show(\"out_h1\", out_h1);"), Words("  show(\"out_h2\", out_h2);"),
    Words("  show(\"out_O\", out_O);"), Words("  show(\"dE/dw5\", dE_dw5);"), Words("  show(\"dE/dw1\", dE_dw1);"),
    Words("  show(\"w5+\", w5 - eta * dE_dw5);"),
    Words("  (void)w3, (void)w4, (void)w6, (void)b2, (void)target;"), Words("  return 0;"), Words("}"),
  ]

  private static let javaLines: [Words] = [
    Words(
      en: "// Backpropagation through a 2-2-1 network. Fill in what is NaN.", zh: "// 2-2-1 网络的反向传播。请补全值为 NaN 的部分。"),
    Words(en: "// Try it: bptutor examine -- java Backprop.java", zh: "// 检查：bptutor examine -- java Backprop.java"),
    Words("import java.util.Scanner;"), Words("import java.util.regex.Matcher;"),
    Words("import java.util.regex.Pattern;"),
    Words(""), Words("public class Backprop {"), Words("  static String line;"), Words(""),
    Words(en: "  // The number behind \"name\": in the line of JSON.", zh: "  // JSON 行中 \"name\": 后面的数。"),
    Words("  static double number(String name) {"),
    Words("    Matcher found = Pattern.compile(\"\\\"\" + name + \"\\\": ([-+0-9.eE]+)\").matcher(line);"),
    Words("    return found.find() ? Double.parseDouble(found.group(1)) : Double.NaN;"), Words("  }"), Words(""),
    Words("  static double sigmoid(double net) { return 1 / (1 + Math.exp(-net)); }"), Words(""),
    Words("  static void show(String name, double value) {"),
    Words("    if (!Double.isNaN(value)) System.out.println(name + \" = \" + value);"), Words("  }"), Words(""),
    Words("  public static void main(String[] arguments) {"), Words("    line = new Scanner(System.in).nextLine();"),
    Words("    double i1 = number(\"i1\"), i2 = number(\"i2\"), target = number(\"target\");"),
    Words("    double w1 = number(\"w1\"), w2 = number(\"w2\"), w3 = number(\"w3\"), w4 = number(\"w4\");"),
    Words("    double w5 = number(\"w5\"), w6 = number(\"w6\"), b1 = number(\"b1\"), b2 = number(\"b2\");"),
    Words("    double eta = number(\"learningRate\");"), Words(""), Words(en: "    // Forward pass", zh: "    // 前向传播"),
    Words("    double netH1 = i1 * w1 + i2 * w2 + b1;"), Words("    double outH1 = sigmoid(netH1);"),
    Words("    double outH2 = Double.NaN;"), Words("    double outO = Double.NaN;"), Words(""),
    Words(en: "    // Gradients", zh: "    // 梯度"), Words("    double dw5 = Double.NaN;"),
    Words("    double dw1 = Double.NaN;"),
    Words(""), Words("    show(\"net_h1\", netH1);"), Words("    show(\"out_h1\", outH1);"),
    Words("    show(\"out_h2\", outH2);"),
    Words("    show(\"out_O\", outO);"), Words("    show(\"dE/dw5\", dw5);"), Words("    show(\"dE/dw1\", dw1);"),
    Words("    show(\"w5+\", w5 - eta * dw5);"), Words("  }"), Words("}"),
  ]

  private static let matlabLines: [Words] = [
    Words(en: "% Backpropagation through a 2-2-1 network. Fill in what is NaN.", zh: "% 2-2-1 网络的反向传播。请补全值为 NaN 的部分。"),
    Words(
      en: "% Octave: bptutor examine -- octave-cli --quiet my.m {file}",
      zh: "% Octave：bptutor examine -- octave-cli --quiet my.m {file}"),
    Words(
      en: "% MATLAB: bptutor examine -- matlab -batch \"arguments = {'{file}'}; my\"",
      zh: "% MATLAB：bptutor examine -- matlab -batch \"arguments = {'{file}'}; my\""),
    Words("if ~exist('arguments', 'var'), arguments = argv(); end"),
    Words("network = jsondecode(fileread(arguments{end}));"), Words("v = network.values;"),
    Words("eta = network.learningRate;"), Words("sigmoid = @(net) 1 ./ (1 + exp(-net));"), Words(""),
    Words(en: "% Forward pass", zh: "% 前向传播"), Words("net_h1 = v.i1 * v.w1 + v.i2 * v.w2 + v.b1;"),
    Words("out_h1 = sigmoid(net_h1);"), Words("out_h2 = NaN;"), Words("out_O = NaN;"), Words(""),
    Words(en: "% Gradients", zh: "% 梯度"), Words("dE_dw5 = NaN;"), Words("dE_dw1 = NaN;"), Words(""),
    Words("fprintf('net_h1 = %.17g\\n', net_h1);"), Words("fprintf('out_h1 = %.17g\\n', out_h1);"),
    Words("if ~isnan(out_h2), fprintf('out_h2 = %.17g\\n', out_h2); end"),
    Words("if ~isnan(out_O), fprintf('out_O = %.17g\\n', out_O); end"),
    Words("if ~isnan(dE_dw5), fprintf('dE/dw5 = %.17g\\n', dE_dw5); end"),
    Words("if ~isnan(dE_dw1), fprintf('dE/dw1 = %.17g\\n', dE_dw1); end"),
    Words("if ~isnan(dE_dw5), fprintf('w5+ = %.17g\\n', v.w5 - eta * dE_dw5); end"),
  ]
}
