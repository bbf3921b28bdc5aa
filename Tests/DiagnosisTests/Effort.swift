import Glibc

/// How much the long tests do: a fixed part of it, or with `BPTUTOR_FULL` in the environment all of it.
enum Effort {
  static let isFull = getenv("BPTUTOR_FULL") != nil
}
