// SPDX-License-Identifier: Apache-2.0

/// Who asks in a letter, and what is said of him.
struct ApplicantReading: Sendable {
    /// Nil for letters of offices, and for those whose author cannot be told.
    let applicant: Applicant?
    let category: AuthorCategory?
    let collective: Collective?
    /// Whether a citizen's letter gives no author and no way to reach one (art. 8).
    let isAnonymous: Bool
    /// Whether the author is known and his residence is not (art. 5).
    let isWithoutAddress: Bool

    init(_ evidence: LetterEvidence, _ kind: KindReading, sender: Fact<String>?) {
        let asks = Self.isOfCompany(evidence) && kind.kind.value == "ADMIN_CASE" ? .office : Asks(kind.kind.value)
        guard kind.machine == nil, asks != .office else {
            let relayed = asks == .office && kind.kind.value == "MP_APPEAL" ? RelayedGroup(evidence)?.applicant : nil
            (applicant, category, collective, isAnonymous, isWithoutAddress) = (relayed, nil, nil, false, false)
            return
        }
        let collective = asks == .citizen ? Collective(evidence) : nil
        let name = ApplicantName(evidence, isCollective: collective != nil)
        let isPassedOn = kind.isRelayed || evidence.writer.writer == .hotline
        let builder = ApplicantBuilder(evidence: evidence, name: name, asks: asks, isPassedOn: isPassedOn)
        let category = asks == .citizen ? AuthorCategory.first(evidence, block: name.block, isPassedOn: isPassedOn) : nil
        var found = builder.applicant(sender: sender, collective: collective)
        found.category = category.map { evidence.fact($0.name, $0.tokens, .sure, "a category the law knows") }
        self.category = category
        let isUnknown = found.name == nil && found.address == nil && found.phone == nil
        let hides = asks == .citizen && !isPassedOn && builder.hidesName && name.mention == nil
        isAnonymous = asks == .citizen && !isPassedOn && (isUnknown || hides)
        isWithoutAddress =
            asks == .citizen && !isAnonymous && !isPassedOn && found.address == nil
            && !["WHISTLEBLOWER", "ADMIN_CASE", "REPLY"].contains(kind.kind.value)
        self.collective = isAnonymous ? nil : collective
        applicant =
            isAnonymous || (found.name == nil && found.email == nil && found.phone == nil && found.address == nil) ? nil : found
    }

    /// A company's application has a sender, not an applicant; an entrepreneur is a person.
    private static func isOfCompany(_ evidence: LetterEvidence) -> Bool {
        guard [.organization, .association].contains(evidence.writer.writer), let line = evidence.writer.tokens else {
            return false
        }
        // «ФОП …» with a number of its own writes as a firm does.
        return evidence.main.layout.head.contains { $0.role == .registration }
            || !line.contains { entrepreneurs.knows(evidence.text.tokens[$0], in: evidence.text) }
    }

    private static let entrepreneurs = StemTable<Bool>([("фоп підприємець", true)])

    /// Whose name a card of a kind shows as the applicant's.
    enum Asks: Hashable, Sendable {
        case citizen, requester, lawyer, councillor, office

        init(_ kind: String) {
            switch kind {
            case "CITIZEN_APPLICATION", "CITIZEN_MOTION", "CITIZEN_COMPLAINT", "CITIZEN_PROPOSAL", "PETITION", "WHISTLEBLOWER",
                "ADMIN_CASE":
                self = .citizen
            case "PUBLIC_INFO": self = .requester
            case "LAWYER_REQUEST": self = .lawyer
            case "LOCAL_DEP_APPEAL", "LOCAL_DEP_REQUEST": self = .councillor
            default: self = .office
            }
        }
    }
}
