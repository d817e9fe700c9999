// SPDX-License-Identifier: Apache-2.0

/// The lines mail programs put before what they quote.
enum QuotationHeader {
    /// How many lines an attribution may be broken over.
    static let longestAttribution = 4

    private static let verbs = [
        "пише", "написав", "написала", "написав(ла)", "написав(-ла)", "написала(в)", "писав", "писала", "пишет", "написал",
        "написала",
        "написал(а)", "писал", "wrote", "writes", "надіслав", "надіслала", "schrieb", "napisał", "a écrit",
    ]
    private static let dividers = [
        "original message", "оригінальне повідомлення", "вихідне повідомлення", "початкове повідомлення", "исходное сообщение",
        "первоначальное сообщение", "forwarded message", "пересилане повідомлення", "переслане повідомлення",
        "перенаправлене повідомлення", "перенаправленный", "пересылаемое сообщение", "пересланное сообщение",
        "begin forwarded message",
        "початок переадресованого повідомлення", "початок пересланого повідомлення", "начало переадресованного сообщения",
        "оригінал",
        "оригинал", "reply message", "original appointment", "цитата", "original mail",
    ]
    private static let senderFields = ["from", "від", "від кого", "от", "от кого", "відправник", "отправитель"]
    private static let otherFields = [
        "sent", "date", "to", "cc", "subject", "надіслано", "відправлено", "дата", "кому", "копія", "тема", "отправлено", "копия",
        "reply-to",
    ]

    /// How many lines from an index on are a header; nil when none begins there.
    static func lines(at index: Int, in lines: [String]) -> Int? {
        let line = plain(lines[index])
        guard !line.isEmpty else { return nil }
        if isDivider(line) || isReplyAbove(line) { return 1 }
        if isFieldBlock(at: index, in: lines) { return 1 }
        return attribution(at: index, in: lines)
    }

    private static func isReplyAbove(_ line: String) -> Bool { QuotationScanner.replyAbove.contains { line.contains($0) } }

    /// «-----Original Message-----», and a rule of underscores before a block of fields.
    private static func isDivider(_ line: String) -> Bool {
        let dashes = line.prefix { "-–—_*=".contains($0) }.count
        let inner = line.trimmingDashes
        if dashes >= 2, dividers.contains(where: { inner.hasPrefix($0) }) { return true }
        return inner.hasSuffix(":") && dividers.contains(String(inner.dropLast()))
    }

    /// «Від: … Надіслано: …»: the sender and another field within the next lines.
    private static func isFieldBlock(at index: Int, in lines: [String]) -> Bool {
        guard let first = field(lines[index]), senderFields.contains(first) else {
            return isRuleBeforeFields(at: index, in: lines)
        }
        var others = 0
        for line in lines[(index + 1)...].prefix(6) {
            if let name = field(line), otherFields.contains(name) { others += 1 }
        }
        return others >= 1
    }

    /// Zimbra and Outlook draw a line first.
    private static func isRuleBeforeFields(at index: Int, in lines: [String]) -> Bool {
        let line = lines[index].trimmed
        guard line.count >= 5, line.allSatisfy({ "-_—–=".contains($0) }) else { return false }
        let next = lines[(index + 1)...].prefix(3).firstIndex { !$0.isBlankLine }
        guard let next, let name = field(lines[next]), senderFields.contains(name) else { return false }
        return isFieldBlock(at: next, in: lines)
    }

    /// The name of a header field at the start of a line: `*From:*`, «Від:».
    private static func field(_ line: String) -> String? {
        let text = plain(line)
        guard let colon = text.firstIndex(of: ":"), text.distance(from: text.startIndex, to: colon) <= 12 else { return nil }
        return String(text[..<colon]).trimmed
    }

    /// «ср, 25 лист. 2026 р. о 09:15 Виконком <rada@city.example> пише:», on one line or broken over several.
    private static func attribution(at index: Int, in lines: [String]) -> Int? {
        var text = ""
        for (count, line) in lines[index...].prefix(longestAttribution).enumerated() {
            let part = plain(line)
            if part.isEmpty || part.hasPrefix(">") { return nil }
            text += (count == 0 ? "" : " ") + part
            guard part.hasSuffix(":") else {
                if !mayBegin(text) { return nil }
                continue
            }
            // Russian Gmail names date and address and no verb.
            // Roundcube puts the date last: «Виконком писав 2026-11-25 09:15:».
            let isNamed = verbs.contains {
                text.hasSuffix(" \($0):") || text.hasSuffix(">\($0):")
                    || text.dropLast().last?.isNumber == true && text.contains(" \($0) ")
            }
            guard isNamed || text.hasSuffix(">:"), looksLikeSource(text) else { return nil }
            return count + 1
        }
        return nil
    }

    /// Only a line that begins like a date or «On …» is looked at further than its end.
    private static func mayBegin(_ text: String) -> Bool {
        text.hasPrefix("on ") || text.contains("@") || text.contains("<") || text.contains(where: \.isNumber)
    }

    /// A date or an address: a person who writes «Мельник пише:» is not a mail program.
    private static func looksLikeSource(_ text: String) -> Bool {
        text.contains("@") || text.contains { $0.isNumber }
    }

    private static func plain(_ line: String) -> String {
        String(line.lowercased().filter { $0 != "*" && !Folding.isInvisible($0) }).trimmed
    }
}

extension String {
    fileprivate var trimmingDashes: String {
        var rest = self[...]
        while let first = rest.first, "-–—_*= ".contains(first) { rest.removeFirst() }
        while let last = rest.last, "-–—_*= ".contains(last) { rest.removeLast() }
        return String(rest)
    }
}
