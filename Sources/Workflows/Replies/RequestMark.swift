// SPDX-License-Identifier: Apache-2.0
import InternetMessage
package import Office

/// How the token of a request travels in the letter, and how it is found in the reply.
///
/// It stands in `References`, which mail programs carry over into a reply unseen (RFC 5322 §3.6.4), and in the line above which the
/// reply is written. The Message-ID of a request does not carry it: that is in the register, and the register keeps digests only.
package enum RequestMark {
    /// Tokens looked at in one letter; a thread of a card has a few.
    package static let maximumTokens = 16

    private static let prefix = "ask."

    /// Without angle brackets.
    static func identifier(of token: DecisionToken, at address: String) -> String {
        let domain = address.split(separator: "@").last.map(String.init) ?? ""
        return "\(prefix)\(token.text)@\(domain.utf8.allSatisfy { $0 < 0x80 } && !domain.isEmpty ? domain : "chancery.invalid")"
    }

    /// The first line of a request.
    static func line(of token: DecisionToken, in language: Language) -> String {
        switch language {
        case .ukrainian: "— Відповідайте вище цього рядка. Код запиту: \(token.text) —"
        case .english: "— Reply above this line. Request code: \(token.text) —"
        }
    }

    /// Everything in a letter that has the shape of a token, the nearest first: `References` from its end, `In-Reply-To`, the text
    /// with its quotations from the top, the subject.
    package static func tokens(references: [String], inReplyTo: [String], text: String, subject: String) -> [DecisionToken] {
        var found: [DecisionToken] = []
        func add(_ token: DecisionToken?) {
            guard let token, found.count < maximumTokens, !found.contains(where: { $0.octets == token.octets }) else { return }
            found.append(token)
        }
        for identifier in inReplyTo + references.reversed() {
            let local = identifier.prefix { $0 != "@" }
            if local.lowercased().hasPrefix(prefix) { add(DecisionToken(text: String(local.dropFirst(prefix.count)))) }
        }
        for word in words(of: text, ofLength: DecisionToken.textLength) { add(DecisionToken(text: word)) }
        for word in words(of: subject, ofLength: DecisionToken.textLength) { add(DecisionToken(text: word)) }
        return found
    }

    /// Runs of letters and digits of exactly that length.
    private static func words(of text: String, ofLength length: Int) -> [String] {
        var found: [String] = []
        var run: [UInt8] = []
        for octet in text.utf8 {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                // Longer runs are no token; there is no need to keep them.
                if run.count <= length { run.append(octet) }
            default:
                if run.count == length { found.append(String(decoding: run, as: UTF8.self)) }
                run.removeAll(keepingCapacity: true)
            }
            if found.count > maximumTokens { return found }
        }
        if run.count == length { found.append(String(decoding: run, as: UTF8.self)) }
        return found
    }
}
