// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// What due dates are reckoned with: `calendar.yaml` and `kinds.yaml`.
package struct DeadlineSettings: Sendable {
    package let calendar: WorkCalendar
    package let policy: DeadlinePolicy
    package let kinds: KindTable

    /// Monday to Friday, no holiday, no kind: what holds where nobody has written the files.
    package static let standard = DeadlineSettings(calendar: WorkCalendar(), policy: DeadlinePolicy(), kinds: .empty)

    /// Reads and checks both files of a folder.
    /// - Throws: every mistake of both at once.
    package static func load(folder: String, files: FileSource = .system) throws(ConfigError) -> DeadlineSettings {
        try load(calendar: folder + "/calendar.yaml", kinds: folder + "/kinds.yaml", files: files)
    }

    /// The same for files of any name.
    package static func load(calendar: String, kinds: String, files: FileSource = .system) throws(ConfigError) -> DeadlineSettings
    {
        let reader = ConfigReader(path: calendar, environment: [:], files: files, readsSecrets: false)
        let settings = read(reader, calendar: calendar, kinds: kinds)
        guard reader.problems.isEmpty else { throw ConfigError(problems: reader.problems) }
        return settings
    }

    /// Every key of both files.
    package static func declarations() -> [SettingDeclaration] {
        let reader = ConfigReader(
            path: "calendar.yaml", environment: [:],
            files: FileSource { _ throws(FileSource.Failure) in
                throw FileSource.Failure(reason: "files are not read to describe them", isMissing: true)
            },
            readsSecrets: false, isDescribing: true)
        _ = read(reader, calendar: "calendar.yaml", kinds: "kinds.yaml")
        return reader.declarations
    }

    private static func read(_ reader: ConfigReader, calendar: String, kinds: String) -> DeadlineSettings {
        let (days, _) = reader.file(calendar, name: "calendar.yaml", namedAt: nil) { CalendarFile.read($0) }
        let (table, _) = reader.file(kinds, name: "kinds.yaml", namedAt: nil) { KindsFile.read($0) }
        return DeadlineSettings(calendar: days.calendar, policy: days.policy, kinds: table)
    }

    private init(calendar: WorkCalendar, policy: DeadlinePolicy, kinds: KindTable) {
        self.calendar = calendar
        self.policy = policy
        self.kinds = kinds
    }
}
