// SPDX-License-Identifier: Apache-2.0

/// What mail systems and machines call themselves.
enum SenderNames {
    private static let daemons: Set<String> = ["mailerdaemon", "maildaemon", "doublebounce", "maildeliverysystem"]
    private static let postmasters: Set<String> = ["postmaster", "postoffice", "mailadministrator", "mailadmin"]
    private static let systemNames = [
        "mail delivery", "mail deliver ", "mail delivery subsystem", "mail administrator", "system administrator",
        "mailer daemon", "postmaster", "система доставки", "поштова система", "почтовая система",
    ]
    /// Ends or beginnings of local parts, without dots, hyphens and underlines.
    private static let silent = [
        "noreply", "donotreply", "dontreply", "noresponse", "noanswer", "notreply", "nereply", "neodpovidaty",
        "nevidpovidaty", "nevidpovidajte", "neotvechat", "mailerdaemon",
    ]

    static func isMailDaemon(_ localPart: String) -> Bool { daemons.contains(key(localPart)) }
    static func isPostmaster(_ localPart: String) -> Bool { postmasters.contains(key(localPart)) }

    /// Whether a display name is one of a mail system.
    static func isNameOfMailSystem(_ name: String) -> Bool {
        let name = name.lowercased()
        return systemNames.contains { name.hasPrefix($0) }
    }

    /// Whether nobody reads what is sent to such an address: `no-reply`, `forms-noreply`, `noreply-7`.
    static func takesNoAnswer(_ localPart: String) -> Bool {
        let key = key(localPart)
        return silent.contains { key.hasPrefix($0) || key.hasSuffix($0) }
    }

    private static func key(_ localPart: String) -> String {
        String(localPart.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." })
    }
}

/// What an answering or forwarding program put before a subject.
enum SubjectPrefix {
    case none, answered, forwarded

    private static let answers = ["re:", "re[", "aw:", "sv:", "ha:", "на:", "відп:", "відповідь:", "ответ:", "отв:"]
    private static let forwards = [
        "fwd:", "fw:", "wg:", "пер:", "переслано:", "пересл:", "переадр:", "перенаправлено:", "пд:", "переслане:", "tr:", "vs:",
    ]

    init(_ subject: String) {
        let subject = subject.prefix(40).lowercased().drop { $0 == " " || $0 == "[" }
        if Self.forwards.contains(where: { subject.hasPrefix($0) }) {
            self = .forwarded
        } else if Self.answers.contains(where: { subject.hasPrefix($0) }) {
            self = .answered
        } else {
            self = .none
        }
    }
}
