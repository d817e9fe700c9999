// SPDX-License-Identifier: Apache-2.0

/// Where outgoing mail goes.
package enum SubmissionLocation: Hashable, Sendable {
    case smtp(ServerAddress)
    /// The path of a Maildir: for trials, and for another program to take the mail from.
    case maildir(String)
}

/// The group `submission`.
package struct SubmissionSettings: Sendable {
    package let location: SubmissionLocation
    /// Certificates to trust instead of the system's, PEM.
    package let caFile: String?
    /// Nil for a Maildir, and for a server that knows us by our address.
    package let authentication: Authentication?
    /// Letters to all recipients together in any hour; the rest waits.
    package let hourlyLimit: Int

    init(_ section: SectionReader) {
        let peer = PeerKeys(
            section, schemes: [.smtps, .smtp], needsUser: false,
            urlHelp: SettingHelp(
                uk: "куди передавати вихідну пошту: SMTP-сервер (без номера порту smtp:// — 587, smtps:// — 465) або Maildir",
                en: "where outgoing mail goes: an SMTP server (ports when left out: smtp:// 587, smtps:// 465) or a Maildir"))
        switch peer.url {
        case .server(_, _, _, let folder):
            if !folder.isEmpty {
                section.report("url", what: "a server of outgoing mail has no folder", advice: "end the address behind the port")
            }
            location = peer.address.map { .smtp($0) } ?? .maildir("")
        case .maildir(let path):
            location = .maildir(section.reader.resolve(path))
        case nil:
            location = .maildir("")
        }
        caFile = peer.caFile
        authentication = peer.authentication
        hourlyLimit = section.value(
            "hourlyLimit", .integer(1...100_000, unit: "letters an hour"), default: 100,
            SettingHelp(
                uk: "скільки листів на годину дозволяє ваш поштовий сервер",
                en: "how many letters an hour your mail server allows"))
    }
}
