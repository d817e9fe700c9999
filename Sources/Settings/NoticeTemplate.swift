// SPDX-License-Identifier: Apache-2.0
package import Office

/// The text of one notice, with places for its values in Mustache.
package struct NoticeTemplate: Hashable, Sendable {
    /// Of the Subject field, without its name.
    package let subject: String
    /// Plain text; lines end in LF.
    package let body: String
    /// The file it came from.
    package let file: String

    package init(subject: String, body: String, file: String) {
        self.subject = subject
        self.body = body
        self.file = file
    }
}

/// The texts of all notices in all languages.
package struct NoticeTemplates: Hashable, Sendable {
    private let templates: [Language: [NoticeKind: NoticeTemplate]]
    /// Files the council's folder has not, in whose place the program's own are used: `/etc/chancery/templates/uk/call.mustache`.
    package let missing: [String]

    package init(_ templates: [Language: [NoticeKind: NoticeTemplate]], missing: [String] = []) {
        self.templates = templates
        self.missing = missing
    }

    /// Never nil when the configuration was loaded: every kind must be there in every language.
    package func template(_ kind: NoticeKind, in language: Language) -> NoticeTemplate? { templates[language]?[kind] }

    /// Reads `FOLDER/{uk,en}/KIND.mustache`. A later version brings further kinds: of those an older folder has not, the program's own
    /// texts serve, unless the folder has none at all.
    static func read(from folder: String, _ reader: ConfigReader) -> NoticeTemplates {
        var templates: [Language: [NoticeKind: NoticeTemplate]] = [:]
        var missing: [(name: String, failure: FileSource.Failure)] = []
        for language in Language.allCases {
            for kind in NoticeKind.allCases {
                let name = "\(language.rawValue)/\(kind.rawValue).mustache"
                do throws(FileSource.Failure) {
                    templates[language, default: [:]][kind] = try template(kind, at: "\(folder)/\(name)", reader)
                } catch {
                    let shipped = error.isMissing ? reader.shippedTemplates : nil
                    let own = shipped.flatMap { try? template(kind, at: "\($0)/\(name)", reader) }
                    if let own { templates[language, default: [:]][kind] = own } else { report(error, folder, name, reader) }
                    if own != nil { missing.append((name, error)) }
                }
            }
        }
        if missing.count == Language.allCases.count * NoticeKind.allCases.count {
            for (name, failure) in missing { report(failure, folder, name, reader) }
        }
        return NoticeTemplates(templates, missing: missing.map { "\(folder)/\($0.name)" })
    }

    private static func template(
        _ kind: NoticeKind, at file: String, _ reader: ConfigReader
    ) throws(FileSource.Failure) -> NoticeTemplate? {
        let (template, problems) = TemplateCheck(file: file, kind: kind).template(try reader.files.contents(file).octets)
        problems.forEach { reader.report($0) }
        return template
    }

    private static func report(_ failure: FileSource.Failure, _ folder: String, _ name: String, _ reader: ConfigReader) {
        reader.report(
            ConfigProblem(
                place: ConfigPlace(file: "\(folder)/\(name)"), key: "",
                what: "the text of a notice cannot be read: \(failure.reason)",
                advice: "chancery init copies the texts that come with Chancery"))
    }
}
