// SPDX-License-Identifier: Apache-2.0

/// What a server offers in its reply to EHLO (RFC 5321 §4.1.1.1).
package struct SMTPExtensions: Hashable, Sendable {
    /// RFC 2920: commands may be written without waiting for each reply.
    package var hasPipelining = false
    /// RFC 1870: the size may be declared.
    package var hasSize = false
    /// The fixed limit of RFC 1870 in octets; `nil` when none is stated (0 states none).
    package var maximumSize: Int?
    /// RFC 3461.
    package var hasDeliveryStatus = false
    /// RFC 6152.
    package var hasEightBit = false
    /// RFC 6531.
    package var hasUTF8 = false
    /// SASL mechanisms of RFC 4954, upper case.
    package var mechanisms: Set<String> = []

    package init() {}

    /// Reads the reply to EHLO. Its first line is the server's name; a reply to HELO has only that and offers nothing.
    package init(_ reply: SMTPReply) {
        for line in reply.lines.dropFirst() {
            // Old servers write "AUTH=LOGIN" beside or instead of "AUTH LOGIN".
            let words = line.uppercased().split { $0 == " " || $0 == "=" }.map(String.init)
            guard let keyword = words.first else { continue }
            add(keyword, words.dropFirst())
        }
    }

    private mutating func add(_ keyword: String, _ parameters: ArraySlice<String>) {
        switch keyword {
        case "PIPELINING": hasPipelining = true
        case "SIZE":
            hasSize = true
            maximumSize = parameters.first.flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
        case "DSN": hasDeliveryStatus = true
        case "8BITMIME": hasEightBit = true
        case "SMTPUTF8": hasUTF8 = true
        case "AUTH": mechanisms.formUnion(parameters)
        default: break
        }
    }
}

/// What the lines heard while logging in say: the extensions that count, and whether a login took place.
package struct SMTPWelcome: Hashable, Sendable {
    /// Of the last EHLO: what was said before STARTTLS does not count (RFC 3207 §4.2).
    package let extensions: SMTPExtensions
    /// Whether the server confirmed a login (235, RFC 4954 §6).
    package let isLoggedIn: Bool

    /// - Parameter lines: all lines the server sent up to the end of the login, without line ends.
    /// - Throws: ``SMTPReplyFault`` when they are no replies.
    package init(_ lines: [String]) throws(SMTPReplyFault) {
        var reader = SMTPReplyReader()
        for line in lines {
            reader.append(line.utf8)
            reader.append("\n".utf8)
        }
        var extensions = SMTPExtensions()
        var isLoggedIn = false
        while let reply = try reader.next() {
            switch reply.code {
            case 220: extensions = SMTPExtensions()
            case 250: extensions = SMTPExtensions(reply)
            case 235: isLoggedIn = true
            default: break
            }
        }
        self.extensions = extensions
        self.isLoggedIn = isLoggedIn
    }
}
