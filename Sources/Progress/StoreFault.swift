import CSQLite
package import Diagnostics
import Glibc

/// Why progress cannot be read or saved.
package enum StoreFault: Error, Equatable, Sendable {
  /// Neither XDG_STATE_HOME nor HOME says where it belongs.
  case noFolder
  /// The file or its folder cannot be made or opened.
  case cannotOpen(String, code: Int32)
  /// Something else than a file has its name.
  case notFile(String)
  case readOnly(String)
  /// The disk, a quota or a limit on the size of files is exhausted.
  case full(String)
  /// Made by a later version of the program.
  case newer(String, version: Int)
  /// Another process has held the file for too long.
  case busy(String)
  /// The contents are broken, or of another program.
  case damaged(String)
  /// More than is read, or it takes longer than anything that this program writes.
  case tooLarge(String)
  case failed(String, code: Int32)

  init(_ fault: SQLiteFault, _ path: String) {
    let exhausted = [ENOSPC, EFBIG, EDQUOT].contains(fault.systemCode)
    switch fault.kind {
    case SQLITE_FULL: self = .full(path)
    // A limit on the size of files shows so: SQLite forgets the system's reason while it rolls back.
    case SQLITE_IOERR where fault.code == Self.failedWrite && fault.systemCode != EIO: self = .full(path)
    case SQLITE_IOERR where exhausted, SQLITE_CANTOPEN where exhausted: self = .full(path)
    case SQLITE_READONLY: self = .readOnly(path)
    case SQLITE_CANTOPEN where [EROFS, EACCES, EPERM].contains(fault.systemCode): self = .readOnly(path)
    case SQLITE_CANTOPEN: self = .cannotOpen(path, code: fault.systemCode)
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path)
    case SQLITE_CORRUPT, SQLITE_NOTADB: self = .damaged(path)
    case SQLITE_TOOBIG, SQLITE_INTERRUPT, SQLITE_NOMEM: self = .tooLarge(path)
    default: self = .failed(path, code: fault.code)
    }
  }

  /// SQLITE_IOERR_WRITE, a macro that Swift cannot see.
  private static let failedWrite = SQLITE_IOERR | 3 << 8

  /// Stable, for tests and scripts.
  package var id: String {
    switch self {
    case .noFolder: "store.no-folder"
    case .cannotOpen: "store.cannot-open"
    case .notFile: "store.not-a-file"
    case .readOnly: "store.read-only"
    case .full: "store.full"
    case .newer: "store.newer"
    case .busy: "store.busy"
    case .damaged: "store.damaged"
    case .tooLarge: "store.too-large"
    case .failed: "store.failed"
    }
  }

  /// What is wrong with the file, without a full stop.
  package var reason: Words {
    switch self {
    case .noFolder: Words(en: "HOME is not set", zh: "没有设置 HOME")
    case .cannotOpen(_, ENOENT), .cannotOpen(_, ENOTDIR):
      Words(en: "its folder is missing and cannot be made", zh: "文件夹不存在，也无法创建")
    case .cannotOpen(_, let code): Words(en: "it cannot be opened (\(Self.text(code)))", zh: "无法打开（\(Self.text(code))）")
    case .notFile: Words(en: "it is not an ordinary file", zh: "它不是普通文件")
    case .readOnly: Words(en: "it may only be read", zh: "它是只读的")
    case .full: Words(en: "the disk is full or the file may not grow", zh: "磁盘已满，或文件大小受限")
    case .newer(_, let version):
      Words(en: "it was made by a newer bptutor (format \(version))", zh: "它由更新版本的 bptutor 创建（格式 \(version)）")
    case .busy: Words(en: "another program holds it", zh: "它正被其他程序占用")
    case .damaged: Words(en: "it is damaged or not a file of bptutor", zh: "它已损坏，或不是 bptutor 的文件")
    case .tooLarge: Words(en: "it holds more than can be read", zh: "内容过多，无法读取")
    case .failed(_, let code): Words(en: "SQLite reports error \(code)", zh: "SQLite 报告错误 \(code)")
    }
  }

  /// The file, made harmless to show; nil where there is none.
  package var path: String? {
    switch self {
    case .noFolder: nil
    case .cannotOpen(let path, _), .notFile(let path), .readOnly(let path), .full(let path), .newer(let path, _),
      .busy(let path), .damaged(let path), .tooLarge(let path), .failed(let path, _):
      SourceText.harmless(path)
    }
  }

  /// What the learner reads, in one line without a full stop.
  package var banner: Words {
    Words(en: "Progress is not being saved: \(reason.en)", zh: "进度没有保存：\(reason.zh)")
  }

  /// What is wrong, and where, for a command that needs the file; without a full stop.
  package var message: Words {
    guard let path else { return Words(en: "no place for progress: \(reason.en)", zh: "没有存放进度的位置：\(reason.zh)") }
    return Words(en: "progress file '\(path)': \(reason.en)", zh: "进度文件“\(path)”：\(reason.zh)")
  }

  /// What to do.
  package var help: Words? {
    switch self {
    case .noFolder:
      Words(en: "set HOME, or BPTUTOR_STATE to a file", zh: "请设置 HOME，或用 BPTUTOR_STATE 指定一个文件")
    case .cannotOpen, .notFile, .readOnly:
      Words(en: "set BPTUTOR_STATE to a file that can be written", zh: "请用 BPTUTOR_STATE 指定一个可写的文件")
    case .full: Words(en: "free some space", zh: "请腾出一些空间")
    case .newer: Words(en: "use that version; nothing was changed", zh: "请使用那个版本；文件没有改动")
    case .busy: Words(en: "try again once it has ended", zh: "请等它结束后再试")
    case .damaged, .tooLarge, .failed: nil
    }
  }

  private static func text(_ code: Int32) -> String { String(cString: strerror(code)) }
}
