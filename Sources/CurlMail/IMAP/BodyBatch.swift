// SPDX-License-Identifier: Apache-2.0
import MailTransport

/// The messages one `UID FETCH` asks for, and which of them came.
struct BodyBatch {
    enum Fate { case awaited, delivered, empty }

    let messages: [MessageAnnouncement]
    private(set) var fates: [Fate]
    private var cursor = 0

    /// - Parameter messages: at least one.
    init(_ messages: [MessageAnnouncement]) {
        self.messages = messages
        fates = Array(repeating: .awaited, count: messages.count)
    }

    /// The place of the awaited message with this UID. Servers answer in order, so it is nearly always the next.
    func place(of uid: UID) -> Int? {
        let found = messages[cursor].uid == uid ? cursor : messages.firstIndex { $0.uid == uid }
        return found.flatMap { fates[$0] == .awaited ? $0 : nil }
    }

    /// The first awaited message, which a response without a UID must be about.
    var nextAwaited: Int? { fates.firstIndex(of: .awaited) }

    mutating func settle(_ place: Int, as fate: Fate) {
        fates[place] = fate
        cursor = min(place + 1, messages.count - 1)
    }

    var awaited: [MessageAnnouncement] { zip(messages, fates).filter { $0.1 == .awaited }.map(\.0) }
    var empty: [MessageAnnouncement] { zip(messages, fates).filter { $0.1 == .empty }.map(\.0) }

    /// Cuts a list into batches of at most `maximumMessages` and about `maximumOctets`, each in ascending order of UID.
    static func cut(_ messages: [MessageAnnouncement], maximumMessages: Int, maximumOctets: Int) -> [BodyBatch] {
        var batches: [BodyBatch] = []
        var batch: [MessageAnnouncement] = []
        var octets = 0
        for message in messages {
            if let last = batch.last, batch.count >= maximumMessages || octets >= maximumOctets || message.uid <= last.uid {
                batches.append(BodyBatch(batch))
                batch = []
                octets = 0
            }
            batch.append(message)
            octets = min(octets + max(0, message.size), maximumOctets)
        }
        return batch.isEmpty ? batches : batches + [BodyBatch(batch)]
    }
}
