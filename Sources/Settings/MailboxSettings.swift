// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// Where a mailbox is.
package enum MailboxLocation: Hashable, Sendable {
    /// `folder` is in UTF-8, `INBOX` when the URL names none.
    case imap(ServerAddress, folder: String)
    /// The path of a Maildir.
    case maildir(String)
}

/// An element of `mailboxes`: a mailbox whose letters become cards.
package struct MailboxSettings: Sendable {
    /// Names the mailbox in the register, for ever: another name is another mailbox.
    package let name: String
    package let location: MailboxLocation
    /// Certificates to trust instead of the system's, PEM.
    package let caFile: String?
    /// Nil for a Maildir.
    package let authentication: Authentication?
    package let afterFiling: AfterFiling

    init(_ section: SectionReader) {
        name = section.required(
            "name", .identifier,
            SettingHelp(
                uk: "коротка назва скриньки; не змінюйте її після запуску",
                en: "short name of the mailbox; do not change it once in use"))
        let peer = PeerKeys(
            section, schemes: [.imaps, .imap], needsUser: true,
            urlHelp: SettingHelp(
                uk: "звідки брати листи: IMAP-сервер і папка або Maildir на цьому комп’ютері",
                en: "where letters come from: an IMAP server and folder, or a Maildir on this machine"))
        switch peer.url {
        case .server(_, _, _, let folder):
            location = peer.address.map { .imap($0, folder: folder.isEmpty ? "INBOX" : folder) } ?? .maildir("")
        case .maildir(let path):
            location = .maildir(section.reader.resolve(path))
        case nil:
            location = .maildir("")
        }
        caFile = peer.caFile
        authentication = peer.authentication
        afterFiling = section.value(
            "afterFiling", .afterFiling, default: .keep,
            SettingHelp(
                uk: "що робити з листом у скриньці після реєстрації: лишити, позначити або перенести до папки",
                en: "what to do with a letter in the mailbox once it is on file: keep, flag or move it"))
        checkFolder(section)
    }

    /// The check of `afterFiling`: a letter moved to where it came from would be found again for ever.
    private func checkFolder(_ section: SectionReader) {
        guard case .imap(_, let folder) = location, case .move(let target) = afterFiling else { return }
        if target == folder || (target.uppercased() == "INBOX" && folder.uppercased() == "INBOX") {
            section.report(
                "afterFiling", what: "letters would be moved to the folder they come from",
                advice: "name another folder or write keep")
        }
    }

    /// The check across all mailboxes: names are used once, and so are places.
    static func checkTogether(_ mailboxes: [MailboxSettings], _ section: SectionReader) {
        for (number, mailbox) in mailboxes.enumerated() {
            let earlier = mailboxes[..<number]
            if earlier.contains(where: { $0.name == mailbox.name }) && !mailbox.name.isEmpty {
                section.report("mailboxes", what: "two mailboxes have the name “\(mailbox.name)”", advice: "give each its own")
            }
            if earlier.contains(where: { $0.location == mailbox.location }) && mailbox.location != .maildir("") {
                section.report(
                    "mailboxes", what: "“\(mailbox.name)” reads a mailbox that another one reads", advice: "remove one of them")
            }
        }
    }
}

extension SettingForm where Value == AfterFiling {
    /// `keep`, `{flag: FLAG}` or `{move: FOLDER}`.
    static var afterFiling: Self {
        SettingForm(type: "keep | {flag: FLAG} | {move: FOLDER}", standIn: .keep, shown: shown) { node throws(Misfit) in
            switch node.content {
            case .scalar("keep", _):
                return .keep
            case .mapping(let entries):
                guard entries.count == 1, let entry = entries.first, case .scalar(let name, _) = entry.value.content,
                    !name.isEmpty
                else { throw Misfit(what: "one thing can be done", advice: "write keep, {flag: FLAG} or {move: FOLDER}") }
                return try action(entry, name)
            case .scalar(let text, _):
                throw Misfit(what: "there is no “\(text)” here", advice: "write keep, {flag: FLAG} or {move: FOLDER}")
            case .list:
                throw Misfit(what: "a list stands here", advice: "write keep, {flag: FLAG} or {move: FOLDER}")
            }
        }
    }

    private static func action(_ entry: ConfigNode.Entry, _ name: String) throws(Misfit) -> AfterFiling {
        switch entry.key {
        case "flag":
            let word = name.hasPrefix("\\") ? name.dropFirst() : name[...]
            let isAtom =
                !word.isEmpty && word.allSatisfy { $0.isASCII && $0 > " " && $0 != "\u{7F}" && !"(){%*\"\\]".contains($0) }
            guard isAtom else { throw Misfit(what: "“\(name)” is no flag", advice: "write one like $Filed (Latin, no spaces)") }
            guard name.lowercased() != "\\deleted" else {
                throw Misfit(
                    what: "\\Deleted would have the server remove the letters", advice: "write another flag, such as $Filed")
            }
            return .flag(name)
        case "move":
            return .move(name)
        default:
            throw Misfit(
                what: "there is no “\(entry.key)” here", advice: Suggestion.advice(for: entry.key, among: ["flag", "move"]),
                place: entry.keyPlace)
        }
    }

    private static func shown(_ action: AfterFiling) -> ShownValue {
        switch action {
        case .keep: .scalar("keep")
        case .flag(let flag): .mapping([ShownValue.Entry(key: "flag", value: .scalar(flag), isDefault: false)])
        case .move(let folder): .mapping([ShownValue.Entry(key: "move", value: .scalar(folder), isDefault: false)])
        }
    }
}
