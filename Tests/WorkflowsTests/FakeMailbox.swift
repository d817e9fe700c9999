// SPDX-License-Identifier: Apache-2.0
import Dispatch
import Foundation
import MailTransport
import Synchronization

/// A mailbox in memory that can lose its UIDVALIDITY, announce bodies it does not give, and break off.
final class FakeMailbox: MailboxReader {
    private struct Message {
        let announcement: MessageAnnouncement
        let octets: [UInt8]
    }

    private struct State {
        var validity: UInt32 = 7
        var messages: [Message] = []
        var flagged: Set<String> = []
        var withheld: Set<UInt32> = []
        var breaksAfter: Int?
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "fake mailbox")

    /// UIDs that were flagged, as text.
    var flagged: Set<String> { state.withLock { $0.flagged } }

    func deliver(_ letter: String, at instant: Date) {
        let octets = Array(letter.replacingOccurrences(of: "\n", with: "\r\n").utf8)
        state.withLock { state in
            guard let uid = UID(rawValue: UInt32(state.messages.count) + 1) else { return }
            let announcement = MessageAnnouncement(uid: uid, internalDate: instant, size: octets.count, flags: [])
            state.messages.append(Message(announcement: announcement, octets: octets))
        }
    }

    /// The server was rebuilt: all messages get other UIDs.
    func changeValidity() {
        state.withLock { state in
            state.validity += 1
            state.messages.reverse()
            state.messages = state.messages.enumerated().compactMap { place, message in
                guard let uid = UID(rawValue: UInt32(place) + 101) else { return nil }
                let old = message.announcement
                return Message(
                    announcement: MessageAnnouncement(uid: uid, internalDate: old.internalDate, size: old.size, flags: []),
                    octets: message.octets)
            }
        }
    }

    /// Announces the message of this UID without ever giving its body.
    func withhold(_ uid: UInt32, _ isWithheld: Bool) {
        state.withLock { if isWithheld { $0.withheld.insert(uid) } else { $0.withheld.remove(uid) } }
    }

    /// Breaks the connection in the middle of a message, after so many whole ones.
    func breakConnection(after messages: Int?) { state.withLock { $0.breaksAfter = messages } }

    func open() async throws -> MailboxStatus {
        try state.withLock { state in
            guard let validity = UIDValidity(rawValue: state.validity) else { throw Self.lost }
            let next = (state.messages.last?.announcement.uid.rawValue ?? 0) + 1
            return MailboxStatus(uidValidity: validity, uidNext: UID(rawValue: next), messageCount: state.messages.count)
        }
    }

    func announcements(after uid: UID?) async throws -> [MessageAnnouncement] {
        state.withLock { $0.messages.map(\.announcement).filter { announcement in uid.map { announcement.uid > $0 } ?? true } }
    }

    // On a thread of its own, as every reader: a sink may make it wait.
    func fetch(_ messages: [MessageAnnouncement], into sink: any MessageSink) async throws -> [UID] {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try self.fetchWaiting(messages, into: sink) }) }
        }
    }

    private func fetchWaiting(_ messages: [MessageAnnouncement], into sink: any MessageSink) throws -> [UID] {
        var missing: [UID] = []
        for (place, wanted) in messages.enumerated() {
            let (message, isWithheld, breaksHere) = state.withLock { state in
                (
                    state.messages.first { $0.announcement.uid == wanted.uid }, state.withheld.contains(wanted.uid.rawValue),
                    state.breaksAfter == place
                )
            }
            guard let message, !isWithheld else {
                missing.append(wanted.uid)
                continue
            }
            try sink.began(wanted)
            let octets = message.octets.span
            let half = octets.count / 2
            try sink.received(octets.extracting(..<half).bytes)
            if breaksHere {
                sink.abandoned()
                throw Self.lost
            }
            try sink.received(octets.extracting(half...).bytes)
            try sink.ended()
        }
        return missing
    }

    func apply(_ action: AfterFiling, to uids: [UID]) async throws {
        state.withLock { $0.flagged.formUnion(uids.map(\.description)) }
    }

    func waitForNews(atMost limit: Duration) async throws -> MailboxNews { .timeElapsed }

    func close() async {}

    static let lost = MailError(
        .connectionLost, server: "imap://fake", step: "UID FETCH", reply: "", advice: "It is tried again.", isTransient: true)
}

/// A submission server in memory that answers as it is told and keeps what it accepted.
final class FakeSubmitter: MailSubmitter {
    /// What the server does with the next letters for an address.
    enum Behaviour: Sendable {
        case accepts, defers, refuses, breaksBeforeTheDot, breaksAfterTheDot
    }

    private struct State {
        var behaviours: [String: Behaviour] = [:]
        var beforeEach: (@Sendable () -> Void)?
        var meanwhile: (@Sendable (_ recipient: String) async throws -> Void)?
        var accepted: [(recipient: String, octets: [UInt8])] = []
    }

    private let state = Mutex(State())
    private let queue = DispatchQueue(label: "fake submitter")

    /// What was accepted: recipient and octets, in order.
    var accepted: [(recipient: String, octets: [UInt8])] { state.withLock { $0.accepted } }

    /// Called at each submission: a server that takes its time turns the clock there.
    func beforeEach(_ act: @escaping @Sendable () -> Void) { state.withLock { $0.beforeEach = act } }

    /// What other people do just before a letter is submitted.
    func meanwhile(_ act: @escaping @Sendable (_ recipient: String) async throws -> Void) {
        state.withLock { $0.meanwhile = act }
    }

    func behave(_ behaviour: Behaviour, for recipient: String) { state.withLock { $0.behaviours[recipient] = behaviour } }

    // On a thread of its own, as every submitter: what is done before the dot may make it wait.
    func inTurn<Answer: Sendable>(_ work: @escaping @Sendable (any SubmissionTurn) throws -> Answer) async throws -> Answer {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Result { try work(Turn(submitter: self)) }) }
        }
    }

    private struct Turn: SubmissionTurn {
        let submitter: FakeSubmitter

        func submit(
            _ message: [UInt8], envelope: Envelope, beforeDot: () throws(MailError) -> Void
        ) throws -> [SubmissionVerdict] {
            try submitter.hearOthers(envelope.forwardPaths[0])
            try beforeDot()
            return try submitter.answer(message, envelope)
        }
    }

    /// Waits for what others do meanwhile.
    private func hearOthers(_ recipient: String) throws {
        guard let act = state.withLock({ $0.meanwhile }) else { return }
        let isDone = DispatchSemaphore(value: 0)
        let outcome = Mutex(Result<Void, any Error>.success(()))
        Task {
            do { try await act(recipient) } catch { outcome.withLock { $0 = .failure(error) } }
            isDone.signal()
        }
        isDone.wait()
        try outcome.withLock { try $0.get() }
    }

    private func answer(_ message: [UInt8], _ envelope: Envelope) throws -> [SubmissionVerdict] {
        state.withLock { $0.beforeEach }?()
        return try state.withLock { state in
            try envelope.forwardPaths.map { recipient in
                switch state.behaviours[recipient] ?? .accepts {
                case .accepts:
                    state.accepted.append((recipient, message))
                    return .accepted(SubmissionReply(code: 250, enhancedStatus: "2.0.0", text: "ok"))
                case .defers: return .deferred(SubmissionReply(code: 451, enhancedStatus: "4.7.1", text: "greylisted"))
                case .refuses: return .refused(SubmissionReply(code: 550, enhancedStatus: "5.1.1", text: "no such user"))
                case .breaksBeforeTheDot: throw FakeMailbox.lost
                case .breaksAfterTheDot:
                    state.accepted.append((recipient, message))
                    return .unknown(SubmissionReply(code: 0, enhancedStatus: nil, text: ""))
                }
            }
        }
    }

    func probe() async throws {}

    func close() async {}
}
