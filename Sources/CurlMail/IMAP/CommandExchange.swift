// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar

/// One command and its tagged response.
final class CommandExchange: Exchange {
    let step: String
    private(set) var completion: StatusResponse?
    /// Whether the server waits for us to go on, as after IDLE.
    private(set) var isContinued = false
    /// The untagged responses that a caller picks from; FETCH responses only when asked for.
    private(set) var untagged: [Response] = []

    /// A flood of untagged responses is not kept.
    private static let maximumUntagged = 10_000
    private let command: IMAPCommand
    private let keepsFetches: Bool
    private var tag: String?

    init(_ command: IMAPCommand, keepsFetches: Bool = false) {
        self.command = command
        self.keepsFetches = keepsFetches
        step = command.name
    }

    var isFinished: Bool { completion != nil }

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
        case .continuation:
            isContinued = true
        case .fetched where !keepsFetches, .tagged, .exists, .expunged, .vanished, .other:
            return
        case .fetched, .untagged, .capabilities, .listed, .namespace:
            if untagged.count < Self.maximumUntagged { untagged.append(response) }
        }
    }
}
