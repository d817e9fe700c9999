// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// One mail transaction (RFC 5321 §3.3) as a state machine: replies go in, what to do next comes out. Reads and writes nothing.
package struct SubmissionDialogue: Sendable {
    package enum State: Hashable, Sendable {
        /// Nothing is written yet.
        case planned
        /// Commands are out and their replies come in.
        case envelope
        /// DATA was allowed though nobody is to get the message: only the dot is out (RFC 2920 §3.1).
        case emptyMessage
        /// The message is being written; the peer cannot have seen its end.
        case message
        /// The lone dot may have reached the peer, which owes its reply.
        case responsibility
        case finished
    }

    package enum Event: Hashable, Sendable {
        case began
        case replied(SMTPReply)
        /// The last octet of the lone dot's line was handed to the network.
        case terminatorLeft
        /// No further reply will come: cut, deadline passed, or octets that are no reply. The words are ours.
        case lost(SubmissionReply)
    }

    package enum Effect: Hashable, Sendable {
        /// Writes these octets, then waits for a reply.
        case write([UInt8])
        /// Writes the message and the lone dot, then waits for a reply.
        case writeMessage
        case awaitReply
        /// The transaction is over.
        case finish([SubmissionVerdict], Connection)
        /// Nobody got the message and the connection is of no use any more.
        case abandon
    }

    /// What the connection is good for afterwards.
    package enum Connection: Hashable, Sendable { case reusable, needsReset, spent }

    package private(set) var state: State = .planned
    /// Whether the peer has answered MAIL, with anything but 421.
    package var isMailAnswered: Bool { envelope.isMailAnswered }

    private var envelope: EnvelopeStep

    package init(_ plan: SubmissionPlan) {
        envelope = EnvelopeStep(plan)
        precondition(!plan.commands.isEmpty, "a plan without commands has its verdicts already")
    }

    /// What is being waited for; decides the deadline.
    package var awaited: SubmissionDeadlines.Awaited {
        switch state {
        case .planned, .envelope: envelope.nextAct == .data ? .permissionToSend : .command
        case .message: .block
        case .emptyMessage: .command
        case .responsibility, .finished: .responsibility
        }
    }

    /// What is being done, in the words of ``MailError/step``.
    package var step: String {
        switch (state, envelope.nextAct) {
        case (.planned, _), (.envelope, .mail), (.envelope, nil): "MAIL FROM"
        case (.envelope, .reset): "RSET"
        case (.envelope, .recipient): "RCPT TO"
        case (.envelope, .data), (.emptyMessage, _): "DATA"
        case (.message, _): "send the message"
        case (.responsibility, _), (.finished, _): "end of message"
        }
    }

    /// Moves on by one event.
    package mutating func apply(_ event: Event) -> Effect {
        switch (state, event) {
        case (.planned, .began):
            state = .envelope
            return .write(envelope.nextCommands())
        case (.envelope, .replied(let reply)):
            return advance(envelope.take(reply))
        case (.envelope, .lost):
            return envelope.hasNoTaker ? finish(.spent) : abandon()
        case (.emptyMessage, .replied(let reply)):
            return finish(reply.isClosing ? .spent : .needsReset)
        case (.emptyMessage, .lost):
            return finish(.spent)
        case (.message, .terminatorLeft):
            state = .responsibility
            return .awaitReply
        case (.message, .replied(let reply)):
            // Said before the message was whole: only a refusal makes sense, and no further reply is in order.
            guard reply.isTransientFailure || reply.isPermanentFailure else { return abandon() }
            envelope.settle(by: reply)
            return finish(.spent)
        case (.message, .lost):
            return abandon()
        case (.responsibility, .replied(let reply)):
            return conclude(reply)
        case (.responsibility, .lost(let words)):
            envelope.leaveUnknown(words)
            return finish(.spent)
        case (.planned, .replied), (.planned, .terminatorLeft), (.planned, .lost), (.envelope, .began),
            (.envelope, .terminatorLeft),
            (.emptyMessage, .began), (.emptyMessage, .terminatorLeft), (.message, .began), (.responsibility, .began),
            (.responsibility, .terminatorLeft), (.finished, _):
            preconditionFailure("\(event) in \(state)")
        }
    }

    private mutating func advance(_ progress: EnvelopeStep.Progress) -> Effect {
        switch progress {
        case .waiting: return .awaitReply
        case .more: return .write(envelope.nextCommands())
        case .permitted:
            state = .message
            return .writeMessage
        case .permittedInVain:
            state = .emptyMessage
            return .write(SubmittedOctets.terminator)
        case .failed: return finish(.needsReset)
        case .closed: return finish(.spent)
        case .senseless: return abandon()
        }
    }

    private mutating func conclude(_ reply: SMTPReply) -> Effect {
        guard !reply.isIntermediate else {
            envelope.leaveUnknown(reply.submissionReply)
            return finish(.spent)
        }
        envelope.settle(by: reply)
        return finish(reply.isClosing ? .spent : reply.isPositive ? .reusable : .needsReset)
    }

    private mutating func finish(_ connection: Connection) -> Effect {
        state = .finished
        return .finish(envelope.verdicts, connection)
    }

    private mutating func abandon() -> Effect {
        state = .finished
        return .abandon
    }
}
