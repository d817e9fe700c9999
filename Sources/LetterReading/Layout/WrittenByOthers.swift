// SPDX-License-Identifier: Apache-2.0

/// Blanks out of a mail what its writer did not write for us: quoted letters, signatures of telephones, disclaimers, and the heads of
/// forwarded letters, whose text is the letter (domain §2.8).
///
/// What is blanked becomes spaces of as many octets, so that every place in the rest stays where it was.
struct WrittenByOthers: Sendable {
    /// UTF-8 of the same length as the text.
    private(set) var octets: [UInt8]
    /// Whether the letter was found inside a forwarded one.
    private(set) var isForwarded = false
    /// What stood behind the writer's own words: a signature block, a disclaimer, the letter that is answered.
    private(set) var trailer = ""
    private var lines: [MailLine]

    init(_ text: String) {
        octets = Array(text.utf8)
        lines = Self.lines(of: octets)
        unquoteWhatIsAllQuoted()
        let start = startOfForwarded()
        isForwarded = start > 0
        blank(0..<start)
        let end = endOfOwnText(from: start)
        if end < lines.count {
            trailer = String(decoding: octets[lines[end].range.lowerBound...].prefix(Self.maximumTrailer), as: UTF8.self)
        }
        blank(end..<lines.count)
        for index in start..<end
        where lines[index].isQuoted || (lines[index].mayBeMark && isTelephoneSignature(lines[index])) {
            blank(index..<index + 1)
        }
    }

    var text: String { String(decoding: octets, as: UTF8.self) }

    /// A mail whose every line begins with `>` is a letter sent on by a program that quotes: the marks go, the words stay.
    private mutating func unquoteWhatIsAllQuoted() {
        let quoted = lines.count(where: \.isQuoted)
        guard quoted >= 3, quoted * 10 >= lines.count(where: { !$0.isEmpty }) * 8 else { return }
        for line in lines {
            var offset = line.range.lowerBound
            while offset < line.range.upperBound, octets[offset] == UInt8(ascii: ">") || octets[offset] == UInt8(ascii: " ") {
                octets[offset] = UInt8(ascii: " ")
                offset += 1
            }
        }
        lines = Self.lines(of: octets)
    }

    /// The first line behind the head of the innermost forwarded letter; 0 when none is forwarded, or when somebody wrote more above
    /// it than a note.
    private func startOfForwarded() -> Int {
        var start = 0
        var index = 0
        while index < lines.count {
            guard let end = endOfForwardingHead(at: index) else {
                index += 1
                continue
            }
            let above = lines[start..<index].reduce(0) { $0 + $1.length }
            guard above <= Self.maximumNote else { return start }
            start = end
            index = end
        }
        return start
    }

    /// Behind the lines `From:`, `Sent:`, `To:`, `Subject:` in any of our languages, with or without a line above that says so.
    private func endOfForwardingHead(at start: Int) -> Int? {
        var index = start
        guard lines[start].mayAnnounce || lines[start].mayBeMark else { return nil }
        let announced = lines[start].mayAnnounce && isAnnouncement(lines[start].text)
        // Without an announcement a mail's head begins with its sender; «Кому: …» begins a form.
        guard announced || (lines[start].mayBeMark && Self.headFields[0].contains(where: lines[start].text.begins)) else {
            return nil
        }
        if announced { index += 1 }
        var fields: Set<Int> = []
        var passed = 0
        while index < lines.count, passed < Self.maximumHeadLines {
            let (text, isEmpty) = (lines[index].text, lines[index].isEmpty)
            if isEmpty, !fields.isEmpty || !announced { break }
            if let field = Self.headFields.firstIndex(where: { $0.contains(where: text.begins) }) {
                fields.insert(field)
            } else if !isEmpty, fields.isEmpty {
                break
            }
            index += 1
            passed += 1
        }
        // «------ Пересланий лист ------» may stand right above the letter.
        if fields.isEmpty, isBare(lines[start].text) { return start + 1 }
        guard fields.contains(0) else { return nil }
        // «Від: Іваненко І. І. / Кому: міському голові / Тема: …» is a citizen's own form, «Відправник / Дата / Тема» a
        // portal's: a mail has a date and says to whom it went.
        return announced || (fields.contains(1) && fields.contains(2)) ? index : nil
    }

    private func isBare(_ text: String) -> Bool {
        text.begins(with: "---") && text.ends(with: "---") && text.utf8.count < 120 && Self.passing.contains(where: text.holds)
    }

    /// «-------- Переслане повідомлення --------», «Початок переадресованого повідомлення:».
    private func isAnnouncement(_ text: String) -> Bool {
        guard text.utf8.count < 120, let last = text.utf8.last else { return false }
        guard last == UInt8(ascii: "-") || last == UInt8(ascii: ":") || text.utf8.first == UInt8(ascii: "-") else { return false }
        return Self.forwarding.contains(where: text.holds) || text.begins(with: "---") && Self.passing.contains(where: text.holds)
    }

    /// The first line of what follows the writer's own words: the letter that is answered, or a signature block of a mail program.
    private func endOfOwnText(from start: Int) -> Int {
        var hasText = false
        for index in start..<lines.count {
            // Lines of text are not read.
            if hasText, case let text = lines[index].text, !text.isEmpty {
                if text == "--" || text == "—" && isShort(after: index)
                    || (lines[index].mayBeMark && Self.endings.contains(where: text.begins) && !isSigned(after: index))
                {
                    return index
                }
                if lines[index].mayAnnounce, endsWithQuotation(text), isAnswered(after: index) { return index }
                if endOfForwardingHead(at: index) != nil { return index }
            }
            if !lines[index].isEmpty, !lines[index].isQuoted { hasText = true }
        }
        return lines.count
    }

    /// «Директор                    Кирило ЖУРБА» below the small print, which then stands inside the letter.
    private func isSigned(after index: Int) -> Bool {
        lines[(index + 1)...].prefix(Self.smallPrint).contains { line in
            let words = octets[line.range].drop { $0 == UInt8(ascii: " ") }
            var gap = 0
            return words.contains { octet in
                defer { gap = octet == UInt8(ascii: " ") ? gap + 1 : 0 }
                return gap >= Self.columnGap && octet != UInt8(ascii: " ") && octet != 0x0D
            }
        }
    }

    /// A dash alone parts a signature block from a letter, or only the lines of its head.
    private func isShort(after index: Int) -> Bool {
        octets.count - lines[index].range.upperBound <= Self.longestBlock
    }

    /// `Пн, 16 лист. 2026 о 10:15 Іван <i@x.example> пише:`
    private func endsWithQuotation(_ text: String) -> Bool {
        text.ends(with: ":") && ["пише", "писал", "пишет", "написав", "написал", "wrote", "writes"].contains(where: text.holds)
    }

    private func isAnswered(after index: Int) -> Bool {
        lines[(index + 1)...].first { !$0.isEmpty }?.isQuoted ?? true
    }

    private func isTelephoneSignature(_ line: MailLine) -> Bool {
        line.length < 160 && Self.telephones.contains(where: line.text.begins)
    }

    private mutating func blank(_ range: Range<Int>) {
        for index in range {
            for octet in lines[index].range { octets[octet] = UInt8(ascii: " ") }
        }
    }

    private static let marks = MailMarks(headFields.joined() + endings + telephones)

    private static func lines(of octets: [UInt8]) -> [MailLine] {
        let marks = marks
        var lines: [MailLine] = []
        let text = octets.span
        var (start, place) = (0, 0)
        while place < text.count {
            if text[place] == 0x0A {
                lines.append(MailLine(text, start..<place, marks: marks))
                start = place + 1
            }
            place &+= 1
        }
        lines.append(MailLine(text, start..<text.count, marks: marks))
        return lines
    }

    /// Octets of words above a forwarded letter that are still a note to it («для виконання»).
    private static let maximumNote = 400
    private static let maximumHeadLines = 12
    /// Octets of a signature block.
    private static let longestBlock = 800
    /// Lines from the small print to a signature below it.
    private static let smallPrint = 5
    /// Spaces between the post and the name of who signs.
    private static let columnGap = 6
    /// Octets of ``trailer``.
    private static let maximumTrailer = 4_096

    /// Stems of words between dashes that pass a letter on: «------ Пересланий лист ------».
    private static let passing = ["пересла", "пересил", "переадрес", "перенаправ", "forward", "пересыл"]

    private static let forwarding = [
        "forwarded message", "пересилане повідомлення", "переслане повідомлення", "пересланное сообщение",
        "пересылаемое сообщение",
        "перенаправлене повідомлення", "початок переадресованого повідомлення", "начало переадресованного сообщения",
        "begin forwarded message", "переадресоване повідомлення", "вихідне повідомлення", "original message",
        "исходное сообщение",
        "оригінальне повідомлення",
    ]
    private static let headFields = [
        ["від:", "from:", "від кого:", "от:", "от кого:", "відправник:", "отправитель:", "*від:*", "*from:*"],
        ["надіслано:", "sent:", "date:", "дата:", "отправлено:", "відправлено:", "*надіслано:*", "*sent:*", "*date:*"],
        ["кому:", "to:", "копія:", "cc:", "копия:", "*кому:*", "*to:*"], ["тема:", "subject:", "*тема:*", "*subject:*"],
    ]
    private static let endings = [
        "-----original message", "----- original message", "-------- original message", "---- original",
        "цей лист та будь-які вкладення",
        "цей електронний лист містить", "це повідомлення є конфіденційним", "це повідомлення та будь-які додатки до нього",
        "this e-mail and any",
        "this email and any", "this message is intended", "this message contains confidential", "конфіденційність:",
        "застереження про конфіденційність",
        "увага! це повідомлення може містити конфіденційну", "данное сообщение содержит конфиденциальн",
    ]
    private static let telephones = [
        "отправлено с iphone", "отправлено с ipad", "отправлено с моего", "отправлено из", "надіслано з iphone",
        "надіслано з ipad", "надіслано з мого",
        "надіслано з android", "надіслано з моб", "надіслано через", "надіслано зі смартфона", "sent from my", "sent from",
        "get outlook for",
        "отримати outlook", "установите outlook", "отправлено с мобильн", "отправлено с android", "отправлено через",
        "завантажити outlook",
        "без вірусів", "вирусов нет", "virus-free", "відправлено з", "-- відправлено з", "--отправлено",
    ]
}
