import Formats
import Glibc

/// Tells which files of a folder were saved, moved or deleted; the system wakes what waits for `descriptor`.
///
/// The folder is watched and not the file: editors save by writing a new file and giving it the old one's name.
final class FolderWatch {
  let descriptor: Int32
  private let folder: String
  private var watch: Int32 = -1

  /// nil where the system has no more watches to give, or there is no such folder.
  init?(_ folder: String) {
    let flags = Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)
    descriptor = inotify_init1(flags)
    self.folder = folder
    // Even where there is no watch in the end, the descriptor is closed below: it is already this object's.
    guard descriptor >= 0, findFolder() else { return nil }
  }

  /// Whether the folder was removed or has another name: nothing is heard of it until it is found again.
  var isBlind: Bool { watch < 0 }

  /// Watches what has the folder's name now; false where nothing has.
  @discardableResult
  func findFolder() -> Bool {
    let events = [IN_CLOSE_WRITE, IN_MOVED_TO, IN_MOVED_FROM, IN_DELETE, IN_DELETE_SELF, IN_MOVE_SELF, IN_ONLYDIR]
    let mask = events.reduce(UInt32(0)) { $0 | UInt32(bitPattern: Int32(truncatingIfNeeded: $1)) }
    watch = inotify_add_watch(descriptor, folder.systemName, mask)
    return !isBlind
  }

  private func forgetFolder() {
    // Where the folder is gone, so is its watch, and this fails.
    if watch >= 0 { inotify_rm_watch(descriptor, watch) }
    watch = -1
  }

  deinit { close(descriptor) }

  /// The names of the files that something happened to since the last call.
  func changes() -> Set<String> {
    var names: Set<String> = []
    let size = 16_384
    withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
      while case let count = read(descriptor, buffer.baseAddress, size), count > 0 {
        names.formUnion(self.names(UnsafeRawBufferPointer(rebasing: buffer.prefix(count))))
      }
    }
    return names
  }

  /// Each event is a header and a name, filled up with zeros to the length that the header tells.
  private func names(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var names: [String] = []
    var place = 0
    let header = MemoryLayout<inotify_event>.size
    while place + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let end = min(bytes.count, place + header + Int(event.len))
      if event.wd == watch, event.mask & Self.endings != 0 { forgetFolder() }
      let name = bytes[(place + header)..<end].prefix { $0 != 0 }
      if !name.isEmpty { names.append(String(systemBytes: name)) }
      place = end
    }
    return names
  }

  private static let endings = UInt32(IN_DELETE_SELF) | UInt32(IN_MOVE_SELF)
}
