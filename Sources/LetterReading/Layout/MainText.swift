// SPDX-License-Identifier: Apache-2.0

/// The text of a mail that is the letter itself: that of the mail, or of the attachment a cover note leads to, without what others
/// wrote (``WrittenByOthers``).
///
/// A class, as every reading holds it.
package final class MainText: Sendable {
    /// The part as the source names it.
    package let part: String
    package let layout: LetterLayout
    /// Whether the letter was found inside a forwarded one; the From field then names the one who passed it on.
    package let isForwarded: Bool
    /// The text of the mail where it only covers the letter in an attachment; nil where it is the letter.
    package let note: LetterLayout?
    package let notePart: String?
    /// What stood behind the writer's own words: a signature block, a disclaimer.
    package let trailer: String

    /// Whether the text of the mail only covers the letter in an attachment.
    package var isBehindCoverNote: Bool { note != nil }

    package convenience init(_ source: LetterSource) {
        let body = MainText(source.parts.first)
        guard source.parts.count > 1, !body.isLetter,
            let letter = Self.letter(among: source.parts.dropFirst(), isAlone: body.layout.text.tokens.isEmpty)
        else {
            self.init(part: body.part, layout: body.layout, isForwarded: body.isForwarded, trailer: body.trailer)
            return
        }
        self.init(
            part: letter.part, layout: letter.layout, isForwarded: body.isForwarded, note: body.layout, notePart: body.part,
            trailer: letter.trailer)
    }

    /// A text that is looked at for itself: a Subject field, the name of a file.
    convenience init(part: String, text: String) {
        self.init(part: part, layout: LetterLayout(NormalizedText(text)))
    }

    init(
        part: String, layout: LetterLayout, isForwarded: Bool = false, note: LetterLayout? = nil, notePart: String? = nil,
        trailer: String = ""
    ) {
        self.trailer = trailer
        self.part = part
        self.layout = layout
        self.isForwarded = isForwarded
        self.note = note
        self.notePart = notePart
    }

    private convenience init(_ part: LetterSource.Part?) {
        let others = WrittenByOthers(part?.text ?? "")
        self.init(
            part: part?.name ?? "body", layout: LetterLayout(NormalizedText(utf8: others.octets)),
            isForwarded: others.isForwarded,
            trailer: others.trailer)
    }

    /// Whether the text does no more than hand over an attachment: a few sentences that speak of one, no requisite of a letter.
    var isCoverNote: Bool {
        guard layout.text.utf8.count <= Self.longestNote, !hasLetterhead else { return false }
        let text = layout.text
        return text.tokens.isEmpty || text.tokens.contains { Self.covers.knows($0, in: text) }
    }

    /// Whether the text of the mail is a letter of its own, whatever is attached.
    private var isLetter: Bool {
        if layout.text.tokens.count < Self.fewTokens { return false }
        return hasLetterhead || (!isCoverNote && layout.text.utf8.count > Self.shortMail)
    }

    private var hasLetterhead: Bool {
        let roles = layout.head.map(\.role)
        return roles.contains(.registration) || roles.contains(.documentName) || (roles.contains(.body) && roles.count > 2)
            || roles.contains(.applicant)
    }

    /// The first attachment that looks like a letter, then one that is called an annex and bears a number of its own, else the first
    /// with text that does not look like an annex.
    ///
    /// - Parameter isAlone: nothing stands in the mail itself, so that an annex by its name is still all there is to read.
    private static func letter(among parts: ArraySlice<LetterSource.Part>, isAlone: Bool) -> MainText? {
        var misnamed: MainText?
        var annex: MainText?
        var second: MainText?
        for part in parts.prefix(maximumParts) where !part.text.isEmpty {
            let main = MainText(part)
            if isAnnex(part.fileName ?? "") {
                if misnamed == nil, main.isRegistered { misnamed = main }
                if isAlone, annex == nil, main.layout.text.tokens.count >= fewTokens { annex = main }
            } else if main.hasLetterhead {
                return main
            } else if second == nil, main.layout.text.tokens.count >= fewTokens {
                second = main
            }
        }
        return misnamed ?? second ?? annex
    }

    /// Whether it has what only a letter has: the line of its number and date under a letterhead, or over an addressee.
    private var isRegistered: Bool {
        let roles = layout.head.map(\.role)
        return roles.contains(.registration) && (roles.contains(.body) || roles.contains(.addressee))
    }

    private static func isAnnex(_ fileName: String) -> Bool {
        let text = NormalizedText(fileName)
        return text.tokens.prefix(3).contains { annexes.knows($0, in: text) }
    }

    private static let covers = StemTable<Bool>([
        (
            """
            надсила* направля* вкладен* додаток додатк* додан* прикріплен* прикріпля* долуча* див дивіться лист листа звернення заяв* скарг* файл* \
            во вложении вложен* прилага* направляю отправляю
            """, true
        )
    ])
    private static let annexes = StemTable<Bool>([
        ("додаток додатки dodatok форма таблиц* перелік список протокол акт сертифікат протокол_підпису", true)
    ])
    /// Octets of a mail that only hands over its attachment.
    private static let longestNote = 1_200
    private static let shortMail = 500
    private static let fewTokens = 8
    /// Attachments that are looked at for the letter.
    private static let maximumParts = 10
}

extension MainText {
    /// Where tokens stand in the part as it was given.
    package func place(of tokens: Range<Int>) -> FactPlace {
        guard !tokens.isEmpty, tokens.upperBound <= layout.text.tokens.count else { return FactPlace(part: part, range: 0..<0) }
        let range =
            layout.text.tokens[tokens.lowerBound].range.lowerBound..<layout.text.tokens[tokens.upperBound - 1].range.upperBound
        return FactPlace(part: part, range: layout.text.originalRange(of: range))
    }
}
