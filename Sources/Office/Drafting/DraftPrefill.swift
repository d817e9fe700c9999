// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What an incoming card gives the outgoing letter that answers it.
package struct IncomingParticulars: Hashable, Sendable {
    /// The correspondent first; for an appeal an authority passed on, the applicant and the authority.
    package let correspondents: [Addressee]
    /// One for each letter answered, of the applicant and of the authority that passed it on.
    package let references: [LetterReference]
    package let subject: String
    package let caseFile: String
    package let receivedOn: CivilDate

    package init(
        correspondents: [Addressee], references: [LetterReference], subject: String, caseFile: String, receivedOn: CivilDate
    ) {
        self.correspondents = correspondents
        self.references = references
        self.subject = subject
        self.caseFile = caseFile
        self.receivedOn = receivedOn
    }

    /// The outgoing letter as far as the card can write it.
    package func answer(kind: DocumentKind?, signatory: PersonID, executor: Person, staff: StaffDirectory) -> DraftContent {
        DraftContent(
            addressees: correspondents, references: references, subject: Self.subject(of: kind, incoming: subject),
            caseFile: caseFile, signatory: signatory,
            executor: ExecutorContact(name: executor.givenNameAndSurname, phone: staff.phone(of: executor) ?? ""))
    }

    /// Appeals and requests have their set headings; another letter's heading is taken over, «Щодо» before it where it has no preposition.
    static func subject(of kind: DocumentKind?, incoming: String) -> String {
        switch kind?.rawValue {
        case "CITIZEN_APPLICATION", "CITIZEN_MOTION", "CITIZEN_COMPLAINT", "CITIZEN_PROPOSAL": return "Про розгляд звернення"
        case "PUBLIC_INFO": return "Про розгляд запиту на інформацію"
        case "LAWYER_REQUEST": return "Про розгляд адвокатського запиту"
        case "MP_APPEAL", "LOCAL_DEP_APPEAL": return "Про розгляд депутатського звернення"
        case "MP_REQUEST", "LOCAL_DEP_REQUEST": return "Про розгляд депутатського запиту"
        default: break
        }
        let heading = withoutReplyMarks(incoming)
        guard !heading.isBlank else { return "" }
        let first = heading.split(separator: " ").first?.lowercased()
        if first == "про" || first == "щодо" { return heading.prefix(1).uppercased() + heading.dropFirst() }
        return "Щодо листа «\(heading)»"
    }

    /// Mail programs put «Re:», «Fwd:» and their like before a heading, several at a time.
    private static func withoutReplyMarks(_ heading: String) -> String {
        var rest = heading[...].drop(while: \.isWhitespace)
        while let colon = rest.firstIndex(of: ":"), ["re", "fwd", "fw", "вх", "на", "відп"].contains(rest[..<colon].lowercased())
        {
            rest = rest[rest.index(after: colon)...].drop(while: \.isWhitespace)
        }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
