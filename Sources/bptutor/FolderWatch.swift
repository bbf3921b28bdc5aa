import Glibc

/// Tells which files of a folder were saved, moved or deleted; the system wakes whoever waits for `descriptor`.
///
/// The folder is watched and not the file: editors save by writing a new file and giving it the old one's name.
final class FolderWatch {
  let descriptor: Int32

  /// nil where the system has no more watches to give, or there is no such folder.
  init?(_ folder: String) {
    let flags = Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC)
    descriptor = inotify_init1(flags)
    let events = UInt32(IN_CLOSE_WRITE) | UInt32(IN_MOVED_TO) | UInt32(IN_MOVED_FROM) | UInt32(IN_DELETE)
    // Even where there is no watch in the end, the descriptor is closed below: it is already this object's.
    guard descriptor >= 0, inotify_add_watch(descriptor, folder, events | UInt32(IN_ONLYDIR)) >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The names of the files that something happened to since the last call.
  func changes() -> Set<String> {
    var names: Set<String> = []
    let size = 16_384
    withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) { buffer in
      while case let count = read(descriptor, buffer.baseAddress, size), count > 0 {
        names.formUnion(Self.names(UnsafeRawBufferPointer(rebasing: buffer.prefix(count))))
      }
    }
    return names
  }

  /// Each event is a header and a name, filled up with zeros to the length that the header tells.
  private static func names(_ bytes: UnsafeRawBufferPointer) -> [String] {
    var names: [String] = []
    var place = 0
    let header = MemoryLayout<inotify_event>.size
    while place + header <= bytes.count {
      let event = bytes.loadUnaligned(fromByteOffset: place, as: inotify_event.self)
      let end = min(bytes.count, place + header + Int(event.len))
      let name = bytes[(place + header)..<end].prefix { $0 != 0 }
      if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
      place = end
    }
    return names
  }
}
