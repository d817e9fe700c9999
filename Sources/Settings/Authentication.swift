// SPDX-License-Identifier: Apache-2.0

/// Who we are to a mail server, and how we prove it.
package struct Authentication: Sendable {
    package enum Method: String, Hashable, Sendable {
        /// PLAIN or LOGIN.
        case password
        /// An access token, by OAUTHBEARER or XOAUTH2.
        case oauth2
    }

    package let user: String
    package let method: Method
    package let secret: SecretReference
}

/// The keys a mailbox and the submission server have in common.
struct PeerKeys {
    let url: PeerURL?
    let address: ServerAddress?
    let caFile: String?
    let authentication: Authentication?

    private enum StartTLS: String, CaseIterable {
        case required, never
    }

    /// - Parameter needsUser: whether a server must be told who we are.
    init(_ section: SectionReader, schemes: [ServerAddress.Scheme], needsUser: Bool, urlHelp: SettingHelp) {
        let names = schemes.map { $0.rawValue + "://HOST[:PORT]" + ($0.rawValue.hasPrefix("imap") ? "/FOLDER" : "") }
        let form = SettingForm<PeerURL?>(
            type: (names + ["maildir:PATH"]).joined(separator: " | "), standIn: nil, shown: { $0?.shown ?? "" }
        ) { text throws(Misfit) in try PeerURL(text, schemes: schemes) }
        url = section.required("url", form, urlHelp)
        let startTLS = section.optional(
            "startTLS", .word(StartTLS.required),
            SettingHelp(
                uk:
                    "чи вимагати STARTTLS для imap:// та smtp:// (required, якщо не вказано); never дозволено лише для цього ж комп’ютера",
                en:
                    "whether imap:// and smtp:// must use STARTTLS (required when left out); never is allowed for this machine only"
            ))
        caFile = section.optional(
            "caFile", .readableFile(section.reader),
            SettingHelp(
                uk: "файл PEM із сертифікатами, яким довіряти замість системних",
                en: "PEM file of certificates to trust instead of the system’s"))
        address = Self.address(section, url, startTLS)
        authentication = Self.authentication(section, url, needsUser: needsUser)
        if case .maildir = url {
            for key in ["startTLS", "caFile", "user", "password", "oauth2"] where section.has(key) {
                section.report(key, what: "a maildir has no server", advice: "remove the key")
            }
        }
    }

    /// The check of `startTLS`: plain connections never leave the machine.
    private static func address(_ section: SectionReader, _ url: PeerURL?, _ startTLS: StartTLS?) -> ServerAddress? {
        guard case .server(let scheme, let host, let port, _) = url else { return nil }
        let security: ConnectionSecurity
        switch (scheme, startTLS) {
        case (.imaps, nil), (.smtps, nil):
            security = .tls
        case (.imaps, .some), (.smtps, .some):
            section.report("startTLS", what: "\(scheme.rawValue):// is protected from the first octet", advice: "remove the key")
            security = .tls
        case (.imap, .never), (.smtp, .never):
            if !ServerAddress.isLoopback(host) {
                section.report(
                    "startTLS", what: "never would send passwords and letters to \(host) in clear",
                    advice: "write required; never is allowed only for localhost, 127.0.0.1 and ::1")
            }
            security = .plain
        case (.imap, _), (.smtp, _):
            security = .startTLS
        }
        return ServerAddress(scheme: scheme, host: host, port: port, security: security)
    }

    private static func authentication(_ section: SectionReader, _ url: PeerURL?, needsUser: Bool) -> Authentication? {
        let user = section.optional(
            "user", .text("user name"), SettingHelp(uk: "ім’я користувача на сервері", en: "user name on the server"))
        let password = section.optional(
            "password", .secret(section.reader),
            SettingHelp(
                uk: "пароль: ім’я облікових даних systemd або файл із правами 0600",
                en: "password: a systemd credential, or a file of mode 0600"))
        let token = section.optional(
            "oauth2", .secret(section.reader),
            SettingHelp(
                uk: "маркер доступу OAuth 2.0 замість пароля; файл перечитується перед кожним з’єднанням",
                en: "OAuth 2.0 access token instead of a password; read again before each connection"))
        if section.has("password") && section.has("oauth2") {
            section.report("oauth2", what: "there are a password and a token", advice: "leave one of them")
        }
        guard case .server = url else { return nil }
        let hasSecret = section.has("password") || section.has("oauth2")
        if !section.has("user") && (needsUser || hasSecret) {
            section.report(nil, what: "the key “user” is missing", advice: "write the user name on the server")
        }
        if !hasSecret && (needsUser || section.has("user")) {
            section.report(nil, what: "the key “password” is missing", advice: "write {credential: NAME} or {file: PATH}")
        }
        guard let user, let secret = password ?? token else { return nil }
        return Authentication(user: user, method: password != nil ? .password : .oauth2, secret: secret)
    }
}

extension PeerURL {
    /// As it is written.
    var shown: String {
        switch self {
        case .server(let scheme, let host, let port, let folder):
            ServerAddress(scheme: scheme, host: host, port: port, security: .tls).description
                + (folder.isEmpty ? "" : "/" + folder.replacing("%", with: "%25"))
        case .maildir(let path): "maildir:" + path
        }
    }
}

extension SettingForm where Value == String {
    /// The path of a file that is there now.
    static func readableFile(_ reader: ConfigReader) -> Self {
        SettingForm(type: "path of a file", standIn: "", shown: { $0 }) { text throws(Misfit) in
            let path = reader.resolve(text)
            do throws(FileSource.Failure) {
                _ = try reader.files.contents(path)
            } catch {
                throw Misfit(what: "\(path) cannot be read: \(error.reason)", advice: "check the path and its permissions")
            }
            return path
        }
    }

    /// The path of a file or folder, which need not be there.
    static func path(_ reader: ConfigReader, of noun: String) -> Self {
        SettingForm(type: "path of \(noun)", standIn: "", shown: { $0 }) { text throws(Misfit) in
            guard !text.isEmpty, !text.contains("\0") else { throw Misfit(what: "the path is empty", advice: "write a path") }
            return reader.resolve(text)
        }
    }
}
