// SPDX-License-Identifier: Apache-2.0

/// A bounce told by its sender, subject and words, where no machine-readable part says what it is.
struct PlainBounce {
    private let text: BounceText
    private let sender: ReportSender
    private let subject: String
    private let places: [BounceRecipients.Place]

    /// Characters kept of the words about one recipient.
    static let maximumDiagnosticCharacters = 1_000

    init(_ text: BounceText, sender: ReportSender, subject: String) {
        self.text = text
        self.sender = sender
        self.subject = subject.lowercased()
        places = BounceRecipients.find(in: text)
    }

    /// Whether the evidence is enough. A letter of a person never is one, whatever it quotes: the sender must speak for it.
    func isBounce(enclosesMessage: Bool) -> Bool {
        let isDefinite = text.says(BouncePhrases.definite)
        let isGeneral = isDefinite || text.says(BouncePhrases.general)
        let hasSubject = isSubjectOfBounce
        let namesRecipient = !places.isEmpty || !sender.failed.isEmpty || text.fields != nil
        switch sender.trust {
        case .none: return false
        case .weak:
            let returns = enclosesMessage || !text.returned.isEmpty
            if isDefinite { return hasSubject || namesRecipient || returns }
            return isGeneral && namesRecipient && (hasSubject || returns)
        case .strong:
            if isDefinite { return true }
            return (isGeneral || hasSubject) && namesRecipient
        }
    }

    private var isSubjectOfBounce: Bool {
        let start = subject.drop { $0 == " " || $0 == "*" || $0 == "\"" || $0 == "«" }
        return BouncePhrases.subjects.contains { start.hasPrefix($0) }
    }

    /// Whom the letter did not reach, as far as the words tell.
    var recipients: [DeliveryReport.Recipient] {
        if let fields = text.fields {
            let named = StatusNotification(fields, failed: sender.failed).recipients
            if !named.isEmpty { return named }
        }
        let action: DeliveryReport.Action = text.says(BouncePhrases.delay) ? .delayed : .failed
        return described.map { place in
            let status = EnhancedStatusCode.first(in: text.octets, place.words) ?? ""
            return DeliveryReport.Recipient(
                address: place.address, action: action, status: status, diagnostic: diagnostic(place.words))
        }
    }

    /// Each recipient with the words about it: up to the next one; several in a row share what stands below them.
    private var described: [(address: String, words: Range<Int>)] {
        let end = text.lines.last?.upperBound ?? 0
        guard sender.failed.isEmpty else {
            return sender.failed.map { address in
                let known = places.firstIndex { $0.address.lowercased() == address.lowercased() }
                let isOnly = sender.failed.count == 1
                return (address, known.map { words(at: $0, end) } ?? (isOnly ? start..<end : end..<end))
            }
        }
        return places.indices.map { (places[$0].address, words(at: $0, end)) }
    }

    private var start: Int { text.lines.first?.lowerBound ?? 0 }

    private func words(at index: Int, _ end: Int) -> Range<Int> {
        var index = index
        while true {
            let upper = index + 1 < places.count ? places[index + 1].start : end
            let range = places[index].end..<max(places[index].end, upper)
            let isSaid = text.octets[range].contains { $0.isDigit || $0.isAddressLetter || $0 > 127 }
            if isSaid || index + 1 == places.count { return range }
            index += 1
        }
    }

    private func diagnostic(_ range: Range<Int>) -> String {
        let cut = range.lowerBound..<min(range.upperBound, range.lowerBound + 4 * Self.maximumDiagnosticCharacters)
        let words = String(decoding: text.octets[cut], as: UTF8.self).split { $0.isWhitespace }
        let line = words.joined(separator: " ").drop { ">:,; \"".contains($0) }
        return String(line.prefix(Self.maximumDiagnosticCharacters))
    }
}
