// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

/// Asks for what is announced of all messages behind a UID.
final class AnnouncementExchange: Exchange {
    let step: String
    private(set) var completion: StatusResponse?
    private let command: IMAPCommand
    private let uid: UID?
    private var tag: String?
    private var found: [UID: MessageAnnouncement] = [:]

    init(after uid: UID?) {
        self.uid = uid
        command = .fetchAnnouncements(after: uid)
        step = command.name
    }

    var isFinished: Bool { completion != nil }

    /// In ascending order of UID.
    var announcements: [MessageAnnouncement] { found.values.sorted { $0.uid < $1.uid } }

    func nextOctets(_ tags: inout TagCounter) -> [UInt8] {
        guard tag == nil else { return [] }
        let tag = tags.next()
        self.tag = tag
        return command.line(tag: tag)
    }

    func received(_ response: Response) {
        switch response {
        case .tagged(let tag, let status) where tag == self.tag:
            completion = status
        case .fetched(let items):
            // A change of flags, told unasked, has no date and no size.
            guard let uid = items.uid, uid > self.uid ?? uid || self.uid == nil, let date = items.internalDate,
                let size = items.size
            else { return }
            found[uid] = MessageAnnouncement(uid: uid, internalDate: date, size: size, flags: items.flags ?? [])
        case .tagged, .untagged, .continuation, .capabilities, .exists, .expunged, .vanished, .listed, .namespace, .other:
            return
        }
    }
}
