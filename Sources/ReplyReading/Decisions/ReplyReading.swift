// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What a reply says.
package enum ReplyReading: Hashable, Sendable {
    case decision(ReplyDecision)
    /// No decision. The new text is kept as a remark, and the writer is asked, once.
    case question(ReplyQuestion, remark: String)
    /// Written by a machine: decides nothing and is not asked.
    case automatic
}

/// A decision as a reply words it.
package enum ReplyDecision: Hashable, Sendable {
    case approve
    case sendBack(remark: String)
    case sign
    /// In the order of the letter; never empty.
    case resolve([ReadResolution])
    case accept
    case extend(until: CivilDate, reason: String)
    /// The text of the next version; empty when only files came.
    case draft(text: String)
    case sendOut

    /// What of the step's verbs it is.
    package var verb: ReplyVerb {
        switch self {
        case .approve: .approve
        case .sendBack: .sendBack
        case .sign: .sign
        case .resolve: .resolve
        case .accept: .accept
        case .extend: .extend
        case .draft: .draft
        case .sendOut: .sendOut
        }
    }
}

/// A resolution by reply. People are the identifiers of the staff list.
package struct ReadResolution: Hashable, Sendable {
    /// Nil in one that only informs.
    package var main: String?
    package var coExecutors: [String] = []
    package var informed: [String] = []
    /// The order without the names and the term.
    package var text = ""
    package var term: CivilDate?

    package init(
        main: String?, coExecutors: [String] = [], informed: [String] = [], text: String = "", term: CivilDate? = nil
    ) {
        self.main = main
        self.coExecutors = coExecutors
        self.informed = informed
        self.text = text
        self.term = term
    }
}

/// What the reader has to know beside the letter.
package struct ReplyContext: Hashable, Sendable {
    /// What the step the token belongs to allows.
    package let verbs: Set<ReplyVerb>
    /// Everybody a resolution may name.
    package let people: [NamedPerson]
    /// Who wrote it; their own name below the text is a signature.
    package let author: String
    package let today: CivilDate
    /// By its header section (`Auto-Submitted`, a list, a null reverse-path): then nothing is read at all.
    package let isAutomatic: Bool
    /// Files that came along, pictures of a signature not counted.
    package let fileCount: Int

    package init(
        verbs: Set<ReplyVerb>, people: [NamedPerson], author: String, today: CivilDate, isAutomatic: Bool = false,
        fileCount: Int = 0
    ) {
        self.verbs = verbs
        self.people = people
        self.author = author
        self.today = today
        self.isAutomatic = isAutomatic
        self.fileCount = fileCount
    }
}
