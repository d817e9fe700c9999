// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// One command of a mail transaction and the octets that say it.
package struct SubmissionCommand: Hashable, Sendable {
    /// What the command does; a recipient is the place among the envelope's forward-paths.
    package enum Act: Hashable, Sendable { case reset, mail, recipient(Int), data }

    package let act: Act
    /// With CRLF.
    package let octets: [UInt8]

    init(_ act: Act, _ words: String) {
        self.act = act
        octets = Array(words.utf8) + [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
}

/// The commands of one mail transaction, made for what one server offers; nothing in it can break out of its line.
package struct SubmissionPlan: Hashable, Sendable {
    /// RSET where asked for, MAIL, one RCPT for each recipient that can be named to this server, DATA. Empty when there is none.
    package let commands: [SubmissionCommand]
    /// For each forward-path why it is not even tried, `nil` where it is. Code 0: the words are ours.
    package let refusals: [SubmissionReply?]
    /// Whether commands may be written without waiting for each reply (RFC 2920).
    package let isPipelined: Bool

    /// - Parameter startsWithReset: whether the transaction before this one failed on the same connection.
    /// - Throws: ``AddrSpecFault`` when the reverse-path is no address. A wrong forward-path is a refusal of its own.
    package init(
        _ envelope: Envelope, survey: MessageSurvey, extensions: SMTPExtensions, startsWithReset: Bool
    ) throws(AddrSpecFault) {
        let sender = envelope.reversePath.isEmpty ? nil : try AddrSpec(envelope.reversePath)
        isPipelined = extensions.hasPipelining
        if let refusal = refusalOfMessage(survey, sender, extensions) {
            refusals = envelope.forwardPaths.map { _ in refusal }
            commands = []
            return
        }
        var refusals: [SubmissionReply?] = []
        var recipients: [(place: Int, address: AddrSpec)] = []
        for (place, path) in envelope.forwardPaths.enumerated() {
            do throws(AddrSpecFault) {
                let address = try AddrSpec(path)
                let refusal = address.needsUTF8 && !extensions.hasUTF8 ? withoutUTF8("the recipient's address") : nil
                refusals.append(refusal)
                if refusal == nil { recipients.append((place, address)) }
            } catch {
                refusals.append(SubmissionReply(code: 0, enhancedStatus: "5.1.3", text: error.rawValue))
            }
        }
        self.refusals = refusals
        guard !recipients.isEmpty else {
            commands = []
            return
        }
        let needsUTF8 = survey.hasEightBitHeader || sender?.needsUTF8 ?? false || recipients.contains { $0.address.needsUTF8 }
        let mail = mailCommand(sender, envelope.identifier, survey, extensions, needsUTF8: needsUTF8)
        commands =
            (startsWithReset ? [SubmissionCommand(.reset, "RSET")] : []) + [SubmissionCommand(.mail, mail)]
            + recipients.map {
                SubmissionCommand(.recipient($0.place), recipientCommand($0.address, extensions, isNull: sender == nil))
            }
            + [SubmissionCommand(.data, "DATA")]
    }
}

/// Why this server cannot get this message at all.
private func refusalOfMessage(_ survey: MessageSurvey, _ sender: AddrSpec?, _ extensions: SMTPExtensions) -> SubmissionReply? {
    if let maximum = extensions.maximumSize, survey.size > maximum {
        let words = "the message has \(survey.size) octets, the server takes at most \(maximum)"
        return SubmissionReply(code: 0, enhancedStatus: "5.3.4", text: words)
    }
    if survey.hasEightBitHeader, !extensions.hasUTF8 { return withoutUTF8("the message's header section") }
    if sender?.needsUTF8 ?? false, !extensions.hasUTF8 { return withoutUTF8("the sender's address") }
    if survey.hasEightBit, !extensions.hasEightBit, !extensions.hasUTF8 {
        let words = "the message has octets above 127 and the server does not offer 8BITMIME"
        return SubmissionReply(code: 0, enhancedStatus: "5.6.3", text: words)
    }
    return nil
}

private func withoutUTF8(_ what: String) -> SubmissionReply {
    let words = "\(what) has characters outside ASCII and the server does not offer SMTPUTF8"
    return SubmissionReply(code: 0, enhancedStatus: "5.6.7", text: words)
}

private func mailCommand(
    _ sender: AddrSpec?, _ identifier: String?, _ survey: MessageSurvey, _ extensions: SMTPExtensions, needsUTF8: Bool
) -> String {
    var words = "MAIL FROM:<\(sender?.text ?? "")>"
    if extensions.hasSize { words += " SIZE=\(survey.size)" }
    if survey.hasEightBit, extensions.hasEightBit { words += " BODY=8BITMIME" }
    if needsUTF8 { words += " SMTPUTF8" }
    guard extensions.hasDeliveryStatus else { return words }
    if sender != nil { words += " RET=HDRS" }
    // RFC 3461 §4.4: at most 100 characters.
    if let identifier = identifier.map(xtext), (1...100).contains(identifier.utf8.count) { words += " ENVID=\(identifier)" }
    return words
}

/// With a null reverse-path nobody could get a report, so none is asked for (RFC 3461 §4.1).
private func recipientCommand(_ recipient: AddrSpec, _ extensions: SMTPExtensions, isNull: Bool) -> String {
    let words = "RCPT TO:<\(recipient.text)>"
    guard extensions.hasDeliveryStatus else { return words }
    let original = recipient.needsUTF8 ? "utf-8;" + utf8AddressXText(recipient.text) : "rfc822;" + xtext(recipient.text)
    return words + (isNull ? " NOTIFY=NEVER" : " NOTIFY=FAILURE,DELAY") + (original.utf8.count <= 500 ? " ORCPT=\(original)" : "")
}
