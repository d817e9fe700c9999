// SPDX-License-Identifier: Apache-2.0
import Foundation
import MailTransport
import Synchronization

/// A Maildir in a temporary folder of its own, removed with the value.
final class TemporaryMaildir: Sendable {
    let parent = FileManager.default.temporaryDirectory.appending(path: "maildir-\(UUID().uuidString)")
    var path: String { parent.appending(path: "inbox").path }

    init() throws {
        for part in ["new", "cur", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(part)", withIntermediateDirectories: true)
        }
    }

    deinit { try? FileManager.default.removeItem(at: parent) }

    /// Delivers as a mail server does. `age` is how many seconds ago.
    func deliver(_ name: String, _ text: String, age: Double = 0, in part: String = "new") throws {
        let temporary = "\(path)/tmp/\(name)"
        try Data(text.utf8).write(to: URL(filePath: temporary))
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: temporary)
        try FileManager.default.moveItem(atPath: temporary, toPath: "\(path)/\(part)/\(name)")
    }

    func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []).sorted()
    }
}

/// Keeps what it is given, as text.
final class TextSink: MessageSink {
    private let state = Mutex<(current: [UInt8], whole: [String], voided: Int)>(([], [], 0))

    var texts: [String] { state.withLock { $0.whole } }
    var voided: Int { state.withLock { $0.voided } }

    func began(_ message: MessageAnnouncement) { state.withLock { $0.current = [] } }
    func received(_ octets: RawSpan) {
        var taken: [UInt8] = []
        for offset in 0..<octets.byteCount { taken.append(octets.unsafeLoad(fromByteOffset: offset, as: UInt8.self)) }
        state.withLock { $0.current += taken }
    }
    func ended() { state.withLock { $0.whole.append(String(decoding: $0.current, as: UTF8.self)) } }
    func abandoned() { state.withLock { $0.voided += 1 } }
}
