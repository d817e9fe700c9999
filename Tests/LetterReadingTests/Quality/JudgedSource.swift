// SPDX-License-Identifier: Apache-2.0
import LetterReading
import OfficeCalendar

extension JudgedLetter {
    /// The letter as a reader is given it. `channel` says where its text is: in the mail itself when it begins with `body`, `HTML body`
    /// or `portal form`; else in the first attachment, and the mail says only what stands there in «…», or nothing.
    var source: LetterSource? {
        guard let received = Self.wallTime(receivedAt) else { return nil }
        let sender = Self.mailbox(envelope.from)
        return LetterSource(
            parts: parts, subject: envelope.subject, senderName: sender.name, senderAddress: sender.address, receivedAt: received,
            sentOn: received.date, attachmentNames: envelope.attachments,
            isAutomatic: envelope.from.hasPrefix("MAILER-DAEMON"), ownAddresses: ["office@lugostav.gov.example"])
    }

    var isInBody: Bool { ["body", "HTML body", "portal form"].contains { channel.hasPrefix($0) } }

    private var parts: [LetterSource.Part] {
        if isInBody { return [LetterSource.Part(name: "body", text: text)] }
        let cover = LetterSource.Part(name: "body", text: coverNote)
        return [cover, LetterSource.Part(name: "2", fileName: envelope.attachments.first ?? "лист.pdf", text: text)]
    }

    private var coverNote: String {
        guard channel.contains("says only"), let opened = channel.firstIndex(of: "«"), let closed = channel.lastIndex(of: "»")
        else {
            return ""
        }
        return String(channel[channel.index(after: opened)..<closed])
    }

    /// `"Name" <address>`, a bare address, or `a / b` where the data gives two.
    private static func mailbox(_ text: String) -> (name: String, address: String) {
        let first = text.split(separator: " / ").first.map(String.init) ?? text
        guard let opened = first.lastIndex(of: "<") else { return ("", first.lowercased()) }
        let name = first[..<opened].filter { $0 != "\"" }
        let address = first[first.index(after: opened)...].prefix { $0 != ">" }
        return (name.split(separator: " ").joined(separator: " "), address.lowercased())
    }

    private static func wallTime(_ text: String) -> WallTime? {
        let halves = text.split(separator: "T")
        guard halves.count == 2, let date = CivilDate(halves[0]), let time = TimeOfDay(halves[1].prefix(5)) else { return nil }
        return WallTime(date: date, time: time)
    }
}
