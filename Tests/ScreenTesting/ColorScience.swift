import Glibc
package import Screen

/// How people see: with all three kinds of cones, or without those for green or for red.
package enum Vision: CaseIterable {
  case trichromat
  case deutan
  case protan

  /// Machado, Oliveira and Fernandes 2009, severity 1.0, on linear light.
  fileprivate var matrix: [[Double]] {
    switch self {
    case .trichromat: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .deutan:
      [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    case .protan:
      [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    }
  }
}

/// A color as linear light, 0...1.
package struct RGB: CustomStringConvertible {
  private let linear: [Double]

  package init(_ hex: Int) {
    linear = [16, 8, 0].map { shift in
      Self.decoded(Double(hex >> shift & 0xFF) / 255)
    }
  }

  package init(_ color: Color) { self.init(Int(color.direct)) }

  private init(linear: [Double]) { self.linear = linear.map { min(1, max(0, $0)) } }

  package var description: String { "\(linear)" }

  /// WCAG's relative luminance.
  private var luminance: Double { 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] }

  /// Laid over another color, as browsers do it: on the channels as they are coded.
  package func over(_ other: RGB, _ share: Double) -> RGB {
    RGB(linear: zip(linear, other.linear).map { Self.decoded(share * Self.coded($0) + (1 - share) * Self.coded($1)) })
  }

  private static func coded(_ light: Double) -> Double {
    light <= 0.0031308 ? 12.92 * light : 1.055 * pow(light, 1 / 2.4) - 0.055
  }

  private static func decoded(_ channel: Double) -> Double {
    channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
  }

  /// WCAG's contrast, from 1 to 21.
  package func contrast(to other: RGB) -> Double {
    let (light, dark) = (max(luminance, other.luminance), min(luminance, other.luminance))
    return (light + 0.05) / (dark + 0.05)
  }

  /// What someone with that vision sees.
  package func seen(with vision: Vision) -> RGB {
    RGB(linear: vision.matrix.map { row in zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } })
  }

  /// CIEDE2000.
  package func difference(to other: RGB) -> Double { lab.difference(to: other.lab) }

  /// CIELAB under D65.
  private var lab: Lab {
    let rows = [
      [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
    ]
    let white = [0.95047, 1, 1.08883]
    let f = zip(rows, white).map { row, white in
      let value = zip(row, linear).reduce(0) { $0 + $1.0 * $1.1 } / white
      return value > 216.0 / 24389 ? cbrt(value) : (24389.0 / 27 * value + 16) / 116
    }
    return Lab(l: 116 * f[1] - 16, a: 500 * (f[0] - f[1]), b: 200 * (f[1] - f[2]))
  }
}

/// CIELAB.
package struct Lab: Sendable {
  package let l: Double
  package let a: Double
  package let b: Double

  package init(l: Double, a: Double, b: Double) { (self.l, self.a, self.b) = (l, a, b) }

  /// CIEDE2000; 1 to 2 can just be seen.
  package func difference(to other: Lab) -> Double {
    let chroma = (hypot(a, b) + hypot(other.a, other.b)) / 2
    let g = 0.5 * (1 - sqrt(pow(chroma, 7) / (pow(chroma, 7) + pow(25, 7))))
    let (a1, a2) = (a * (1 + g), other.a * (1 + g))
    let (c1, c2) = (hypot(a1, b), hypot(a2, other.b))
    let (h1, h2) = (Self.degrees(b, a1), Self.degrees(other.b, a2))
    var turn = c1 * c2 == 0 ? 0 : h2 - h1
    if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
    let (deltaL, deltaC) = (other.l - l, c2 - c1)
    let deltaH = 2 * sqrt(c1 * c2) * sin(Self.radians(turn / 2))
    let (l, c) = ((self.l + other.l) / 2, (c1 + c2) / 2)
    let h = c1 * c2 == 0 ? h1 + h2 : h1 + turn / 2
    let t =
      1 - 0.17 * cos(Self.radians(h - 30)) + 0.24 * cos(Self.radians(2 * h)) + 0.32 * cos(Self.radians(3 * h + 6))
      - 0.2 * cos(Self.radians(4 * h - 63))
    let (sl, sc, sh) = (1 + 0.015 * pow(l - 50, 2) / sqrt(20 + pow(l - 50, 2)), 1 + 0.045 * c, 1 + 0.015 * c * t)
    let around = h < 0 ? h + 360 : h
    let rotation =
      -2 * sqrt(pow(c, 7) / (pow(c, 7) + pow(25, 7))) * sin(Self.radians(60 * exp(-pow((around - 275) / 25, 2))))
    return sqrt(
      pow(deltaL / sl, 2) + pow(deltaC / sc, 2) + pow(deltaH / sh, 2) + rotation * (deltaC / sc) * (deltaH / sh))
  }

  private static func degrees(_ y: Double, _ x: Double) -> Double {
    let angle = atan2(y, x) * 180 / .pi
    return angle < 0 ? angle + 360 : angle
  }

  private static func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
}
