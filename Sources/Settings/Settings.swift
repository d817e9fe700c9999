// SPDX-License-Identifier: Apache-2.0
package import Office

/// The whole configuration: `chancery.yaml` and the files it names, checked. A value; reloading makes another one.
package struct Settings: Sendable {
    /// The configuration file it was read from.
    package let path: String
    package let office: OfficeSettings
    /// The folder of database, vault and closings.
    package let state: String
    /// At least one.
    package let mailboxes: [MailboxSettings]
    package let submission: SubmissionSettings
    package let trust: TrustSettings
    package let acknowledge: AcknowledgementPolicy
    package let staff: StaffDirectory
    package let journals: JournalList
    package let templates: NoticeTemplates
    package let desk: DeskSettings
    package let intake: IntakeSettings
    package let reading: ReadingSettings
    package let log: LogSettings
    package let limits: LimitSettings
    private let effective: ShownValue

    /// Where the configuration is when nobody says otherwise.
    package static let standardPath = "/etc/chancery/chancery.yaml"

    /// Reads and checks a configuration.
    /// - Parameters:
    ///   - environment: of the process; `CREDENTIALS_DIRECTORY` alone is looked at.
    ///   - readsSecrets: false for verbs that need no peer, such as `config show`; all secrets are then empty.
    ///   - shippedTemplates: the folder of the program's own texts, for those an older folder has not.
    /// - Throws: every mistake of every file at once.
    package static func load(
        path: String = standardPath, environment: [String: String], files: FileSource = .system, readsSecrets: Bool = true,
        shippedTemplates: String? = nil
    ) throws(ConfigError) -> Settings {
        let reader = ConfigReader(
            path: path, environment: environment, files: files, readsSecrets: readsSecrets, shippedTemplates: shippedTemplates)
        let settings = read(path, reader)
        guard reader.problems.isEmpty else { throw ConfigError(problems: reader.problems.inOrder(startingWith: path)) }
        return settings
    }

    /// All mistakes of a configuration, in the order of files and lines; empty when it is good.
    package static func check(
        path: String = standardPath, environment: [String: String], files: FileSource = .system, readsSecrets: Bool = true,
        shippedTemplates: String? = nil
    ) -> [ConfigProblem] {
        let reader = ConfigReader(
            path: path, environment: environment, files: files, readsSecrets: readsSecrets, shippedTemplates: shippedTemplates)
        _ = read(path, reader)
        return reader.problems.inOrder(startingWith: path)
    }

    /// The effective configuration as YAML that could be loaded again: defaults marked, paths absolute where the folder is known,
    /// secrets by their place of keeping only. Staff, journals and templates are named by their files.
    package func show() -> String { effective.block() }

    /// Every key of every file, in the order of reading.
    package static func declarations() -> [SettingDeclaration] {
        let reader = ConfigReader(
            path: standardPath, environment: [:],
            files: FileSource { _ throws(FileSource.Failure) in
                throw FileSource.Failure(reason: "files are not read to describe them", isMissing: true)
            },
            readsSecrets: false, isDescribing: true)
        _ = read(standardPath, reader)
        return reader.declarations
    }

    private static func read(_ path: String, _ reader: ConfigReader) -> Settings {
        let (settings, _) = reader.file(path, name: "chancery.yaml", namedAt: nil) { root in
            Settings(root, path: path)
        }
        return settings
    }

    private init(_ root: SectionReader, path: String) {
        let reader = root.reader
        self.path = path
        office = root.section(
            "office", isRequired: true, SettingHelp(uk: "установа", en: "the office")
        ) { OfficeSettings($0) }
        state = root.value(
            "state", .path(reader, of: "a folder"), default: "/var/lib/chancery",
            SettingHelp(
                uk: "папка, де зберігаються база даних, листи та закриті журнали",
                en: "folder of the database, the letters and the closings"))
        mailboxes = root.list(
            "mailboxes", isRequired: true,
            SettingHelp(uk: "поштові скриньки, з яких беруться листи", en: "mailboxes letters come from")
        ) { MailboxSettings($0) }
        MailboxSettings.checkTogether(mailboxes, root)
        submission = root.section(
            "submission", isRequired: true, SettingHelp(uk: "вихідна пошта", en: "outgoing mail")
        ) { SubmissionSettings($0) }
        trust = root.section("trust", SettingHelp(uk: "кому вірити щодо відправника", en: "whose word counts on the sender")) {
            TrustSettings($0)
        }
        acknowledge = root.value(
            "acknowledge", .word(.proven), default: .proven,
            SettingHelp(
                uk: "кому автоматично повідомляти про отримання: proven — підтвердженим відправникам, all — усім, none — нікому",
                en: "who is told by itself that a letter arrived: proven senders, all, none"))
        staff = Self.namedFile(
            root, "staff", "staff.yaml", SettingHelp(uk: "працівники та шляхи листів", en: "people and routes"), StaffFile.read)
        journals = Self.namedFile(
            root, "journals", "journals.yaml", SettingHelp(uk: "журнали реєстрації", en: "registration journals"),
            JournalsFile.read)
        let folder = root.value(
            "templates", .path(reader, of: "a folder"), default: reader.resolve("templates"),
            SettingHelp(uk: "папка з текстами повідомлень", en: "folder of the texts of notices"))
        templates = reader.isDescribing ? NoticeTemplates([:]) : NoticeTemplates.read(from: folder, reader)
        desk = root.section("desk", SettingHelp(uk: "сторінки для працівників", en: "the staff’s pages")) { DeskSettings($0) }
        intake = root.section("intake", SettingHelp(uk: "прийом листів", en: "how letters are taken in")) { IntakeSettings($0) }
        reading = root.section("reading", SettingHelp(uk: "читання вкладень", en: "how attachments are read")) {
            ReadingSettings($0)
        }
        log = root.section("log", SettingHelp(uk: "журнал подій", en: "the log")) { LogSettings($0) }
        limits = root.section("limits", SettingHelp(uk: "межі безпеки", en: "limits")) { LimitSettings($0) }
        effective = root.shown
    }

    /// The group `KEY: {file: PATH}` and what is in the file.
    private static func namedFile<Value>(
        _ root: SectionReader, _ key: String, _ name: String, _ help: SettingHelp, _ body: (SectionReader) -> Value
    ) -> Value {
        root.section(key, help) { section in
            let reader = section.reader
            let path = section.value(
                "file", .path(reader, of: "a YAML file"), default: reader.resolve(name),
                SettingHelp(uk: "шлях до файлу \(name)", en: "path of \(name)"))
            return reader.file(path, name: name, namedAt: (section.place(of: "file"), "\(key).file"), body).value
        }
    }
}

extension [ConfigProblem] {
    /// The configuration file first, then the others as they came; within a file from the top.
    fileprivate func inOrder(startingWith path: String) -> [ConfigProblem] {
        var files = [path]
        for problem in self where !files.contains(problem.place.file) { files.append(problem.place.file) }
        let ranks = Dictionary(uniqueKeysWithValues: files.enumerated().map { ($1, $0) })
        func rank(_ problem: ConfigProblem) -> (Int, Int, Int) {
            (ranks[problem.place.file] ?? 0, problem.place.line ?? 0, problem.place.column ?? 0)
        }
        return enumerated().sorted { one, other in
            let (left, right) = (rank(one.element), rank(other.element))
            return left == right ? one.offset < other.offset : left < right
        }.map(\.element)
    }
}
