// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// What the server has told of the open mailbox so far, and how much of it the caller has asked about.
package struct MailboxView: Hashable, Sendable {
    package private(set) var uidValidity: UIDValidity?
    package private(set) var uidNext: UID?
    /// Messages there are.
    package private(set) var count = 0
    /// Messages there were when they were last asked for: a greater ``count`` is news, however long ago it was announced.
    private var knownCount = 0
    private var mayHaveMissedSome = false
    package private(set) var isReadOnly = false
    /// What PERMANENTFLAGS said; `nil` when the server did not.
    private var permanentFlags: Set<String>?

    package init() {}

    /// Whether messages came that nobody has asked about yet.
    package var hasNews: Bool { mayHaveMissedSome || count > knownCount }

    /// Whether the server keeps `flag` beyond this session, by its own account.
    package func keeps(_ flag: MessageFlag) -> Bool {
        permanentFlags.map { $0.contains("\\*") || $0.contains(flag.name.lowercased()) } ?? true
    }

    /// Takes in a response of any kind, asked for or not.
    package mutating func note(_ response: Response) {
        switch response {
        case .exists(let count):
            self.count = count
        case .expunged(let number):
            count = max(0, count - 1)
            if number <= knownCount { knownCount = max(0, knownCount - 1) }
        case .vanished(let gone, earlier: false):
            // Which of them were known is not said; taking them as known costs at most one needless question.
            count = max(0, count - gone)
            knownCount = max(0, knownCount - gone)
        case .untagged(let status), .tagged(_, let status):
            note(status)
        case .vanished, .continuation, .capabilities, .fetched, .listed, .namespace, .other:
            break
        }
    }

    /// All messages there are by now are being asked for.
    package mutating func willAskForAll() {
        knownCount = count
        mayHaveMissedSome = false
    }

    /// The mailbox was opened a second time in the same session: what came in between was not announced.
    package mutating func wasReopened() { mayHaveMissedSome = true }

    private mutating func note(_ status: StatusResponse) {
        switch status.code {
        case "UIDVALIDITY": uidValidity = UInt32(status.argument).flatMap(UIDValidity.init(rawValue:)) ?? uidValidity
        case "UIDNEXT": uidNext = UInt32(status.argument).flatMap(UID.init(rawValue:)) ?? uidNext
        case "PERMANENTFLAGS":
            permanentFlags = Set(status.argument.split { " ()".contains($0) }.map { $0.lowercased() })
        case "READ-ONLY": isReadOnly = true
        case "READ-WRITE": isReadOnly = false
        default: break
        }
    }
}
