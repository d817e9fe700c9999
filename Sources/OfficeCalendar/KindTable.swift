// SPDX-License-Identifier: Apache-2.0

/// What the law says of one kind of document while one edition of it is in force: a row of the kinds' file.
package struct KindTerms: Hashable, Sendable {
    /// Something to be done by a day of its own, beside the answer: «надіслати за належністю ≤ 5 днів».
    package struct Duty: Hashable, Sendable {
        /// `forward`, `return`, `target`, `urgent`, `telegram`, `notice`, … as the readers and the desk ask for it.
        package let code: String
        package let name: BilingualText
        package let term: Term
        package let basis: String

        package init(code: String, name: BilingualText, term: Term, basis: String) {
            self.code = code
            self.name = name
            self.term = term
            self.basis = basis
        }
    }

    /// How far the term may be extended.
    package struct Extension: Hashable, Sendable {
        /// Who can give more time.
        package enum Authority: String, Hashable, Sendable, CaseIterable {
            /// The head or the deputy who considers the document; the applicant is told.
            case head
            /// The body that set the task, by a letter.
            case author
            case nobody
        }

        package let grantedBy: Authority
        /// In all, from receipt; nil where the one who grants decides.
        package let limit: Term?
        /// Within which the correspondent must be told, from receipt; nil when any time before the due date.
        package let notice: Term?
        package let basis: String

        package init(grantedBy: Authority = .head, limit: Term?, notice: Term?, basis: String) {
            self.grantedBy = grantedBy
            self.limit = limit
            self.notice = notice
            self.basis = basis
        }
    }

    /// Whose deadline binds the office.
    package enum Obedience: String, Hashable, Sendable, CaseIterable {
        /// That of the letter; the law's when the letter states none.
        case letter
        /// The law's, whatever the letter asks: a citizen cannot shorten the month.
        case law
        /// None: letters for information.
        case nothing
    }

    package let code: String
    package let name: BilingualText
    /// What to do by default, for the task on the card: «розглянути звернення, надати відповідь».
    package let task: BilingualText
    /// Nil when the kind has no term of its own.
    package let term: Term?
    package let obeys: Obedience
    package let basis: String
    package let extending: Extension?
    package let duties: [Duty]
    /// Whether what arrives after hours counts as arrived on the next working day (resolution 55, p. 171).
    package let shiftsAfterHours: Bool
    /// Working days before the internal date from which the office is warned.
    package let warningDays: Int
    /// Whether letters of this kind are under control.
    package let isControlled: Bool
    /// Suggested journal; empty for none.
    package let journal: String
    package let validFrom: CivilDate?
    package let validTo: CivilDate?

    package init(
        code: String, name: BilingualText, task: BilingualText, term: Term?, obeys: Obedience = .letter, basis: String,
        extending: Extension? = nil,
        duties: [Duty] = [], shiftsAfterHours: Bool = false, warningDays: Int = 0, isControlled: Bool = false,
        journal: String = "", validFrom: CivilDate? = nil, validTo: CivilDate? = nil
    ) {
        self.code = code
        self.name = name
        self.task = task
        self.term = term
        self.obeys = obeys
        self.basis = basis
        self.extending = extending
        self.duties = duties
        self.shiftsAfterHours = shiftsAfterHours
        self.warningDays = warningDays
        self.isControlled = isControlled
        self.journal = journal
        self.validFrom = validFrom
        self.validTo = validTo
    }

    package func duty(_ code: String) -> Duty? { duties.first { $0.code == code } }

    package func holds(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }
}

/// The kinds of documents with their terms, edition by edition.
package struct KindTable: Hashable, Sendable {
    package let rows: [KindTerms]
    /// Rows by code, in the order of the file.
    private let byCode: [String: [Int]]

    package init(_ rows: [KindTerms]) {
        self.rows = rows
        byCode = Dictionary(grouping: rows.indices) { rows[$0].code }
    }

    /// No kind at all: letters have the terms they state.
    package static let empty = KindTable([])

    /// What holds for a kind on a day; nil when the file has no row for both.
    package func terms(of code: String, on date: CivilDate) -> KindTerms? {
        byCode[code]?.lazy.map { rows[$0] }.first { $0.holds(on: date) }
    }

    /// All codes in the order of the file, each once.
    package var codes: [String] {
        var seen: Set<String> = []
        return rows.map(\.code).filter { seen.insert($0).inserted }
    }
}
