// SPDX-License-Identifier: Apache-2.0

// What a template may name.
extension NoticeKind {
    /// The names a template of this kind may use, beside ``officeNames``.
    ///
    /// Dates are written out in the language of the letter. ``listNames`` are lists: each of their elements has the names given there.
    package var names: [String] {
        switch self {
        case .received: ["receivedOn", "subject"]
        case .registered: ["receivedOn", "registrationIndex", "registeredOn", "subject", "dueOn"]
        case .refused: ["receivedOn", "subject", "ground", "explanation", "registrarName", "registrarPhone"]
        case .ownerAppointed:
            Self.cardNames + ["dueOn", "ownerName", "ownerPost", "ownerDepartment", "ownerPhone"]
        case .forwarded: Self.cardNames + ["destination"]
        case .sentBack: Self.cardNames + ["explanation"]
        case .extended: Self.cardNames + ["dueOn", "reason"]
        case .resolutionRequest: Self.staffNames + ["taskText", "letter"]
        case .assignment, .acquaintance: Self.staffNames + ["author", "resolution", "main", "coExecutors", "letter"]
        case .extensionRequest: Self.staffNames + ["author", "taskText", "untilOn", "reason"]
        case .approvalRequest, .signatureRequest:
            Self.staffNames + ["author", "draftSubject", "addressees", "letter", "approvals", "version", "mustSignAtDesk"]
        case .frontOfficeTask: Self.staffNames + ["request", "draftSubject", "addressees", "phone", "advice"]
        case .controlRequest: Self.staffNames + ["result"]
        case .news: Self.staffNames + ["news", "remark"]
        case .reminder: Self.staffNames + ["reminder"]
        case .digest: ["day", "name"]
        case .call: Self.staffNames + ["applicant", "phone", "address", "verdict", "what"]
        case .recorded: Self.staffNames + ["decision"]
        case .question, .declined: Self.staffNames + ["problem"]
        case .reconciliation:
            [
                "day", "letters", "cards", "duplicates", "answers", "bounces", "automatic", "quarantine", "queued", "held",
                "failed",
            ]
        case .trouble: ["trouble", "since", "advice", "host"]
        }
    }

    /// Names of every letter about a card.
    private static let cardNames = ["receivedOn", "registrationIndex", "registeredOn", "subject"]
    /// Names of every letter to people of the council: `card` is the number for verbs, `onBehalf` whom its reader stands in for.
    /// `cardNumber` is the registration index, else the number of the card.
    private static let staffNames =
        cardNames + ["card", "cardNumber", "sender", "dueOn", "dueExplanation", "onBehalf", "expiresOn"] + verbNames
    private static let digestCells = ["cardNumber", "what", "subject", "dueOn"]

    /// What a reply to the letter may decide; each is there or not, and `mayReply` where any is.
    package static let verbNames = [
        "mayReply", "mayApprove", "maySendBack", "maySign", "mayResolve", "mayAccept", "mayExtend", "mayDraft", "maySendOut",
    ]

    /// Lists a template may go through, with the names inside them.
    package var listNames: [String: [String]] {
        switch self {
        case .reconciliation: ["differences": ["mailbox", "difference"]]
        case .digest:
            ["late": Self.digestCells, "today": Self.digestCells, "soon": Self.digestCells, "waiting": Self.digestCells]
        case .resolutionRequest, .assignment, .acquaintance, .approvalRequest, .signatureRequest, .frontOfficeTask:
            ["files": ["fileName"], "omitted": ["fileName"]]
        case .received, .registered, .refused, .ownerAppointed, .forwarded, .sentBack, .extended, .extensionRequest,
            .controlRequest,
            .news, .reminder, .call, .recorded, .question, .declined, .trouble:
            [:]
        }
    }

    /// Names that may not stand in the Subject field: others than the recipient may read it over a shoulder or in a log.
    package static let namesKeptFromSubject: Set<String> = [
        "subject", "explanation", "registrarName", "registrarPhone", "sender", "ownerName", "ownerPhone", "resolution", "letter",
        "remark", "reason", "draftSubject", "addressees", "taskText", "applicant", "phone", "address", "problem", "news",
        "approvals",
    ]

    /// Names of every kind: the office's own name, telephone and e-mail address.
    package static let officeNames = ["officeName", "officePhone", "officeAddress"]
}
