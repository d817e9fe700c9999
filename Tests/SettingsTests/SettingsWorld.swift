// SPDX-License-Identifier: Apache-2.0
import FoundationEssentials
import Office
import Settings

/// A small configuration that is good, and whose files a test may change.
struct SettingsWorld {
    static let path = "/etc/chancery/chancery.yaml"

    static let config = """
        office:
          name: Рада
          address: rada@city.example
          phone: "480 00 00"
        mailboxes:
          - name: official
            url: imaps://mail.city.example/INBOX
            user: rada
            password: {file: secret}
        submission:
          url: smtps://mail.city.example
          user: rada
          password: {credential: smtp}
        """

    static let staff = """
        departments:
          - {id: zhkg, name: Управління, phone: "11-22-33"}
          - {id: arkhiv, name: Архів}
        people:
          - {id: bondar, name: Бондар Ірина, post: реєстратор, department: zhkg, email: b@city.example, roles: [registrar]}
          - {id: levchenko, name: Левченко Остап, post: міський голова, email: l@city.example, phone: "11-01-00", roles: [mayor]}
        routes:
          - {review: mayor, signatory: levchenko, registration: automatic}
        """

    static let journals = """
        journals:
          - {code: incoming, name: Вхідні, index: "{n}/{case}", case: "01-10"}
        """

    var files: [String: String] = [
        path: config,
        "/etc/chancery/staff.yaml": staff,
        "/etc/chancery/journals.yaml": journals,
        "/etc/chancery/secret": "пароль\n",
        "/run/credentials/smtp": "smtp-password",
    ]
    var modes: [String: UInt32] = [:]
    var environment = ["CREDENTIALS_DIRECTORY": "/run/credentials"]

    init(config: String? = nil, staff: String? = nil, journals: String? = nil) {
        for language in ["uk", "en"] {
            for kind in NoticeKind.allCases.map(\.rawValue) {
                files["/etc/chancery/templates/\(language)/\(kind).mustache"] = "Subject: {{officeName}}\n\nТекст\n"
            }
        }
        if let config { files[Self.path] = config }
        if let staff { files["/etc/chancery/staff.yaml"] = staff }
        if let journals { files["/etc/chancery/journals.yaml"] = journals }
    }

    /// Time zones come from the system, all else from the table.
    var source: FileSource {
        let (files, modes) = (files, modes)
        return FileSource { path throws(FileSource.Failure) in
            if path.hasPrefix("/usr/share/zoneinfo/") { return try FileSource.system.contents(path) }
            guard let text = files[path] else { throw FileSource.Failure(reason: "No such file or directory", isMissing: true) }
            return FileSource.Contents(octets: Array(text.utf8), mode: modes[path] ?? 0o600)
        }
    }

    var problems: [String] {
        Settings.check(path: Self.path, environment: environment, files: source).map(\.description)
    }

    func load() throws -> Settings {
        try Settings.load(path: Self.path, environment: environment, files: source)
    }

    /// The good configuration with one piece of text changed.
    static func changing(_ old: String, _ new: String) -> SettingsWorld {
        var world = SettingsWorld()
        for (path, text) in world.files { world.files[path] = text.replacing(old, with: new) }
        return world
    }
}
