// SPDX-License-Identifier: Apache-2.0

/// An SMTP envelope: the paths only (RFC 5321 §2.3.1).
package struct Envelope: Hashable, Sendable {
    /// The addr-spec bounces go to; empty for the null reverse-path `<>`.
    package let reversePath: String
    /// The addr-specs of the forward-paths, at least one.
    package let forwardPaths: [String]
    /// ENVID of RFC 3461 §4.4, sent where the server has DSN; plain printable ASCII (xtext is applied by the submitter).
    package let identifier: String?

    package init(reversePath: String, forwardPaths: [String], identifier: String?) {
        self.reversePath = reversePath
        self.forwardPaths = forwardPaths
        self.identifier = identifier
    }
}

/// An SMTP reply (RFC 5321 §4.2), or our own words where the peer gave none.
package struct SubmissionReply: Hashable, Sendable {
    /// 3 digits; 0 when the peer said nothing.
    package let code: Int
    /// RFC 3463, such as `5.1.1`; `nil` when the reply has none.
    package let enhancedStatus: String?
    /// The text of all lines, joined with a space.
    package let text: String

    package init(code: Int, enhancedStatus: String?, text: String) {
        self.code = code
        self.enhancedStatus = enhancedStatus
        self.text = text
    }
}

/// What became of one recipient.
package enum SubmissionVerdict: Hashable, Sendable {
    /// The peer took responsibility: 2xx to the recipient and to the final dot.
    case accepted(SubmissionReply)
    /// 4xx: try again later.
    case deferred(SubmissionReply)
    /// 5xx: trying again does not help.
    case refused(SubmissionReply)
    /// The final dot may have reached the peer and no reply came back: the letter may or may not have been taken.
    case unknown(SubmissionReply)
}

/// A row of submissions to one peer, on the submitter's own thread: each blocks until its verdicts are there, and nothing changes
/// threads between two of them.
package protocol SubmissionTurn {
    /// Submits one message for all forward-paths of its envelope.
    ///
    /// - Parameter message: the octets, in any line ending; goes out with CRLF and dot-stuffed. The connection is kept for the
    ///   next call.
    /// - Returns: one verdict for each forward-path, in their order. A connection lost before the final dot was written is thrown;
    ///   after that it is ``SubmissionVerdict/unknown(_:)``.
    /// - Parameter beforeDot: called once, free to block, when the envelope is on its way and before the end of the message may
    ///   leave: the moment to record that the final dot is coming. What it throws ends the attempt with nothing submitted. Not called
    ///   when nothing is said to the peer at all.
    /// - Throws: ``MailError`` when nothing was submitted to anybody.
    func submit(
        _ message: [UInt8], envelope: Envelope, beforeDot: () throws(MailError) -> Void
    ) throws -> [SubmissionVerdict]
}

/// One outgoing peer: an SMTP submission server or a Maildir.
package protocol MailSubmitter: Sendable {
    /// Runs `work` on the submitter's own thread, while nobody else submits. Cancelling the task ends the submission in hand and all
    /// that follow in the turn.
    func inTurn<Answer: Sendable>(_ work: @escaping @Sendable (any SubmissionTurn) throws -> Answer) async throws -> Answer
    /// Connects and logs in if need be, and submits nothing: tells beforehand whether letters could leave.
    func probe() async throws
    /// Ends the session. Never fails; the next submission connects anew.
    func close() async
}

extension MailSubmitter {
    /// A turn of one message; see ``SubmissionTurn/submit(_:envelope:beforeDot:)``.
    package func submit(
        _ message: [UInt8], envelope: Envelope,
        beforeDot: @escaping @Sendable () throws(MailError) -> Void = { () throws(MailError) in }
    ) async throws -> [SubmissionVerdict] {
        try await inTurn { try $0.submit(message, envelope: envelope, beforeDot: beforeDot) }
    }
}
