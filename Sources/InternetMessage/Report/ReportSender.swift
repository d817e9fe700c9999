// SPDX-License-Identifier: Apache-2.0

/// How far the header section shows that a mail system wrote the letter.
struct ReportSender {
    enum Trust: Int { case none, weak, strong }

    let trust: Trust
    /// Addresses of `X-Failed-Recipients`, which Exim and Google write.
    let failed: [String]

    init(_ message: ParsedMessage, header: LetterHeader, enclosesMessage: Bool, in octets: Span<UInt8>) {
        let section = message.root.header
        failed = section.text(of: "X-Failed-Recipients", in: octets).map(Self.addresses) ?? []
        let path = ReversePath(section, in: octets)
        if !failed.isEmpty || path.isOfMailSystem || Self.isMailDaemon(header, section, octets) {
            trust = .strong
        } else if path.isOfPerson || Self.passesOn(header) {
            trust = .none
        } else if Self.isPostmaster(header) || header.autoSubmitted?.hasPrefix("auto-") == true {
            trust = .weak
        } else {
            trust = enclosesMessage && header.from.contains { SenderNames.takesNoAnswer($0.localPart ?? "") } ? .weak : .none
        }
    }

    private static func addresses(_ list: String) -> [String] {
        var found: [String] = []
        for piece in list.split(separator: ",").prefix(DeliveryReport.maximumRecipients) {
            if let address = ReportAddress.addrSpec(String(piece)), address.contains("@"), !found.contains(address) {
                found.append(address)
            }
        }
        return found
    }

    private static func isMailDaemon(_ header: LetterHeader, _ section: HeaderSection, _ octets: Span<UInt8>) -> Bool {
        guard let body = section.octets(of: "From", in: octets) else { return false }
        let isEmpty = body.allSatisfy { $0.isFieldSpace || $0 == 0x3C || $0 == 0x3E }
        return isEmpty
            || header.from.contains { SenderNames.isMailDaemon($0.localPart ?? $0.name ?? "") }
    }

    private static func isPostmaster(_ header: LetterHeader) -> Bool {
        header.from.contains {
            SenderNames.isPostmaster($0.localPart ?? "") || SenderNames.isNameOfMailSystem($0.name ?? "")
        }
    }

    /// Whether a person answers or passes something on: then what looks like a bounce is a quotation.
    private static func passesOn(_ header: LetterHeader) -> Bool {
        switch SubjectPrefix(header.subject) {
        case .none: false
        case .forwarded: true
        case .answered: !header.inReplyTo.isEmpty || !header.references.isEmpty
        }
    }
}

/// `Return-Path`, as far as it tells mail systems from people.
struct ReversePath {
    let isNull: Bool
    let isOfMailSystem: Bool
    /// Names an address that is none of a mail system.
    let isOfPerson: Bool

    init(_ section: HeaderSection, in octets: Span<UInt8>) {
        guard let body = section.octets(of: "Return-Path", in: octets) else {
            isNull = false
            isOfMailSystem = false
            isOfPerson = false
            return
        }
        let path = body.filter { !$0.isFieldSpace && $0 != 0x3C && $0 != 0x3E }
        isNull = path.isEmpty
        let localPart = String(decoding: path.prefix { $0 != 0x40 }, as: UTF8.self)
        isOfMailSystem = isNull || SenderNames.isMailDaemon(localPart) || localPart == "null"
        isOfPerson = !isOfMailSystem
    }
}
