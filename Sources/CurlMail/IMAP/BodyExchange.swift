// SPDX-License-Identifier: Apache-2.0
import IMAPGrammar
import MailTransport

/// Fetches whole messages, many a command, and streams them to a sink.
final class BodyExchange: Exchange {
    private static let maximumMessages = 250
    private static let maximumOctets = 16 << 20
    // One at a time: Dovecot carries out two FETCH commands at once and mixes their responses, and letters would lose their order.
    private static let commandsAhead = 1

    private(set) var step = "UID FETCH"
    /// Messages that are gone, or that came without octets.
    private(set) var missing: [UID] = []

    private struct Sent {
        let tag: String
        let command: IMAPCommand
        var batch: BodyBatch
        /// A response without a UID in front turned out to be about another message.
        var isOutOfOrder = false
    }
    /// The message whose octets are coming.
    private struct Open {
        let place: Int
        let uid: UID
    }

    private let sink: any MessageSink
    private var waiting: [BodyBatch]
    private var sent: [Sent] = []
    private var open: Open?
    private let refusal: (_ step: String, StatusResponse) -> MailError

    /// - Parameter refusal: makes the error for a command the server refused as a whole.
    init(
        _ messages: [MessageAnnouncement], sink: any MessageSink, refusal: @escaping (_ step: String, StatusResponse) -> MailError
    ) {
        self.sink = sink
        self.refusal = refusal
        waiting = BodyBatch.cut(messages, maximumMessages: Self.maximumMessages, maximumOctets: Self.maximumOctets).reversed()
    }

    var isFinished: Bool { waiting.isEmpty && sent.isEmpty }

    func nextOctets(_ tags: inout TagCounter) -> [UInt8] {
        var octets: [UInt8] = []
        while sent.count < Self.commandsAhead, let batch = waiting.popLast() {
            let tag = tags.next()
            let command = IMAPCommand.fetchBodies(batch.messages.map(\.uid))
            octets += command.line(tag: tag)
            sent.append(Sent(tag: tag, command: command, batch: batch))
        }
        step = sent.first?.command.name ?? step
        return octets
    }

    func bodyBegan(_ items: FetchItems, count: Int) throws {
        guard !sent.isEmpty else { return }
        // Without a UID in front it can only be the next one; the end of the response will tell.
        let found = items.uid.map { sent[0].batch.place(of: $0) } ?? sent[0].batch.nextAwaited
        guard let place = found else { return }
        try begin(place, count: count)
    }

    func bodyContinued(_ octets: Span<UInt8>) throws {
        guard open != nil else { return }
        // Octets have no padding that could leak.
        try unsafe sink.received(octets.bytes)
    }

    func received(_ response: Response) throws {
        switch response {
        case .fetched(let items): try fetched(items)
        case .tagged(let tag, let status) where tag == sent.first?.tag: try completed(status)
        case .tagged, .untagged, .continuation, .capabilities, .exists, .expunged, .vanished, .listed, .namespace, .other: return
        }
    }

    /// The fetch ends early: what is half received is void.
    func abandon() {
        if open != nil { sink.abandoned() }
        open = nil
    }

    private func begin(_ place: Int, count: Int) throws {
        let announced = sent[0].batch.messages[place]
        // Exchange announces messages whose octets it cannot give: no letter is empty that was announced with a size.
        guard count > 0 || announced.size == 0 else {
            sent[0].batch.settle(place, as: .empty)
            return
        }
        try sink.began(
            MessageAnnouncement(uid: announced.uid, internalDate: announced.internalDate, size: count, flags: announced.flags))
        open = Open(place: place, uid: announced.uid)
    }

    private func fetched(_ items: FetchItems) throws {
        guard !sent.isEmpty else { return }
        switch items.body {
        case .streamed:
            guard let open else { return }
            self.open = nil
            if items.uid == open.uid {
                try sink.ended()
                sent[0].batch.settle(open.place, as: .delivered)
            } else {
                // It was another message: it stays awaited, and is asked for alone.
                sink.abandoned()
                sent[0].isOutOfOrder = true
            }
        case .inline(let octets):
            guard let place = items.uid.flatMap({ sent[0].batch.place(of: $0) }) else { return }
            try begin(place, count: octets.count)
            guard open != nil else { return }
            if !octets.isEmpty { try bodyContinued(octets.span) }
            self.open = nil
            try sink.ended()
            sent[0].batch.settle(place, as: .delivered)
        case .absent:
            guard let place = items.uid.flatMap({ sent[0].batch.place(of: $0) }) else { return }
            sent[0].batch.settle(place, as: .empty)
        case nil:
            return
        }
    }

    private func completed(_ status: StatusResponse) throws {
        let done = sent.removeFirst()
        missing += done.batch.empty.map(\.uid)
        let awaited = done.batch.awaited
        guard !awaited.isEmpty else { return }
        if status.isOutage { throw refusal(done.command.name, status) }
        if done.batch.messages.count > 1, status.condition != .ok || done.isOutOfOrder {
            // One of them may have made the server refuse them all: asked for alone, each answers for itself.
            waiting += awaited.reversed().map { BodyBatch([$0]) }
        } else {
            missing += awaited.map(\.uid)
        }
    }
}
