// SPDX-License-Identifier: Apache-2.0
import MailTransport

/// The step from RSET or MAIL to the reply to DATA: which commands are out, which are answered, and what each recipient heard.
struct EnvelopeStep: Sendable {
    /// What a reply led to.
    enum Progress: Hashable, Sendable {
        /// Replies to commands already written are still to come.
        case waiting
        /// The next commands can be written.
        case more
        /// DATA is allowed and somebody is to get the message.
        case permitted
        /// DATA is allowed and nobody is to get the message.
        case permittedInVain
        /// Nobody will get the message.
        case failed
        /// The peer said 421.
        case closed
        /// A reply that does not fit the command.
        case senseless
    }

    /// Commands in one write at most: their replies must fit the socket's buffers while we are still writing, or both sides
    /// would wait for each other (RFC 2920 §3.1).
    static let maximumGroup = 50

    private let commands: [SubmissionCommand]
    private let group: Int
    private var written = 0
    private var answered = 0
    /// The final word for each forward-path; `nil` while it is open or accepted.
    private var settled: [SubmissionVerdict?]
    /// Whether MAIL was answered with anything but 421.
    private(set) var isMailAnswered = false

    init(_ plan: SubmissionPlan) {
        commands = plan.commands
        group = plan.isPipelined ? Self.maximumGroup : 1
        settled = plan.refusals.map { $0.map { .refused($0) } }
    }

    /// The command the next reply answers.
    var nextAct: SubmissionCommand.Act? { answered < commands.count ? commands[answered].act : nil }

    /// Whether every recipient has its final word already, so that nothing is lost with the connection.
    var hasNoTaker: Bool { settled.allSatisfy { $0 != nil } }

    /// One verdict for each forward-path. A recipient nobody spoke of counts as put off.
    var verdicts: [SubmissionVerdict] {
        settled.map { $0 ?? .deferred(SubmissionReply(code: 0, enhancedStatus: nil, text: "the server did not answer")) }
    }

    /// The octets of the next commands; they count as written.
    mutating func nextCommands() -> [UInt8] {
        let end = min(written + group, commands.count)
        defer { written = end }
        return commands[written..<end].flatMap(\.octets)
    }

    /// Takes the reply to the oldest unanswered command.
    mutating func take(_ reply: SMTPReply) -> Progress {
        let act = commands[answered].act
        answered += 1
        if reply.isClosing {
            if act == .reset { return .senseless }
            settle(by: reply)
            return .closed
        }
        switch act {
        case .reset:
            guard reply.isPositive else { return .senseless }
        case .mail:
            isMailAnswered = true
            guard !reply.isIntermediate else { return .senseless }
            if !reply.isPositive { settle(by: reply) }
        case .recipient(let place):
            guard !reply.isIntermediate else { return .senseless }
            hear(reply, for: place)
        case .data:
            return permission(reply)
        }
        return next()
    }

    /// Gives every recipient that is still open or accepted the same end.
    mutating func settle(by reply: SMTPReply) {
        for place in settled.indices where settled[place] == nil { settled[place] = verdict(of: reply) }
    }

    /// The dot may have arrived and no reply came back.
    mutating func leaveUnknown(_ words: SubmissionReply) {
        for place in settled.indices where settled[place] == nil { settled[place] = .unknown(words) }
    }

    private mutating func hear(_ reply: SMTPReply, for place: Int) {
        // After a refused MAIL the replies to RCPT only say "no MAIL before"; the reason is MAIL's.
        guard settled[place] == nil, !reply.isPositive else { return }
        settled[place] = verdict(of: reply)
    }

    private mutating func permission(_ reply: SMTPReply) -> Progress {
        guard !reply.isPositive else { return .senseless }
        guard reply.isIntermediate else {
            settle(by: reply)
            return .failed
        }
        return hasNoTaker ? .permittedInVain : .permitted
    }

    private func next() -> Progress {
        guard answered == written else { return .waiting }
        // Nothing more is said where nobody can get the message: MAIL refused, or every recipient before DATA.
        return hasNoTaker ? .failed : .more
    }
}

private func verdict(of reply: SMTPReply) -> SubmissionVerdict {
    switch reply.code / 100 {
    case 2: .accepted(reply.submissionReply)
    case 5: .refused(reply.submissionReply)
    default: .deferred(reply.submissionReply)
    }
}
