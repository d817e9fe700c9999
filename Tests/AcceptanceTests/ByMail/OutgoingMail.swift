// SPDX-License-Identifier: Apache-2.0
import Foundation

/// A letter as a mail program writes it: UTF-8, files in base64, a reply above what it quotes.
struct OutgoingMail {
    struct Enclosure {
        let name: String
        let octets: [UInt8]

        init(_ name: String, _ text: String) {
            self.name = name
            octets = Array(text.utf8)
        }
    }

    let recipient: String
    let octets: [UInt8]

    /// - Parameters:
    ///   - from: what the letter says of its writer, whoever sends it.
    ///   - extra: fields of the sender's own, each ended by LF.
    init(
        from writer: (name: String, address: String), to recipient: String, subject: String, text: String,
        files: [Enclosure] = [], extra: String = ""
    ) {
        self.recipient = recipient
        let identifier = "\(UInt64.random(in: .min ... .max))@\(writer.address.split(separator: "@").last ?? "")"
        var letter = """
            From: \(Self.encoded(writer.name)) <\(writer.address)>
            To: <\(recipient)>
            Subject: \(Self.encoded(subject))
            Date: \(Self.date)
            Message-ID: <\(identifier)>
            \(extra)MIME-Version: 1.0

            """
        if files.isEmpty {
            letter += Self.part("text/plain; charset=utf-8", Array(text.utf8))
        } else {
            letter += "Content-Type: multipart/mixed; boundary=\"=_part\"\n\n--=_part\n"
            letter += Self.part("text/plain; charset=utf-8", Array(text.utf8))
            for file in files {
                let name = Self.encoded(file.name)
                letter += "--=_part\nContent-Disposition: attachment; filename=\"\(name)\"\n"
                letter += Self.part("application/octet-stream; name=\"\(name)\"", file.octets)
            }
            letter += "--=_part--\n"
        }
        octets = Array(letter.replacing("\n", with: "\r\n").utf8)
    }

    init(from writer: Correspondent, to recipient: String, subject: String, text: String, files: [Enclosure] = []) {
        self.init(
            from: (writer.name, writer.address), to: recipient, subject: subject, text: text, files: files)
    }

    init(from writer: Correspondent, replyingTo letter: ReadByPython, text: String, files: [Enclosure] = []) {
        self.init(from: (writer.name, writer.address), replyingTo: letter, text: text, files: files)
    }

    /// A reply to the writer of `letter`, in its thread.
    init(from writer: (name: String, address: String), replyingTo letter: ReadByPython, text: String, files: [Enclosure] = []) {
        let sender = letter.fields["From"] ?? ""
        let office = sender.split(separator: "<").last.map { String($0.prefix { $0 != ">" }) } ?? sender
        let answered = letter.fields["Message-ID"] ?? ""
        let thread = [letter.fields["References"] ?? "", answered].filter { !$0.isEmpty }.joined(separator: "\n ")
        let quoted = letter.text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "> \($0)" }
        self.init(
            from: writer, to: office, subject: "Re: \(letter.subject)",
            text: "\(text)\n\n\(CouncilDay.ago(0).digits) 10:15, \(sender) пише:\n\(quoted.joined(separator: "\n"))\n",
            files: files,
            extra: "In-Reply-To: \(answered)\nReferences: \(thread.replacing(" <", with: "\n <").replacing("\n\n", with: "\n"))\n"
        )
    }

    private static func part(_ type: String, _ octets: [UInt8]) -> String {
        let lines = Data(octets).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        return "Content-Type: \(type)\nContent-Transfer-Encoding: base64\n\n\(lines)\n"
    }

    /// An encoded word for each few letters: none may be longer than 75 octets (RFC 2047 §2).
    private static func encoded(_ text: String) -> String {
        guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return text }
        var words: [String] = []
        var rest = Substring(text)
        while !rest.isEmpty {
            words.append("=?utf-8?B?\(Data(rest.prefix(20).utf8).base64EncodedString())?=")
            rest = rest.dropFirst(20)
        }
        return words.joined(separator: "\n ")
    }

    private static var date: String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
        return format.string(from: Date())
    }
}
