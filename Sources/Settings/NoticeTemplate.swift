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

    package init(_ templates: [Language: [NoticeKind: NoticeTemplate]]) { self.templates = templates }

    /// Never nil when the configuration was loaded: every kind must be there in every language.
    package func template(_ kind: NoticeKind, in language: Language) -> NoticeTemplate? { templates[language]?[kind] }

    /// Reads `FOLDER/{uk,en}/KIND.mustache`.
    static func read(from folder: String, _ reader: ConfigReader) -> NoticeTemplates {
        var templates: [Language: [NoticeKind: NoticeTemplate]] = [:]
        for language in Language.allCases {
            for kind in NoticeKind.allCases {
                let file = "\(folder)/\(language.rawValue)/\(kind.rawValue).mustache"
                do throws(FileSource.Failure) {
                    let octets = try reader.files.contents(file).octets
                    let check = TemplateCheck(file: file, kind: kind)
                    let (template, problems) = check.template(octets)
                    problems.forEach { reader.report($0) }
                    templates[language, default: [:]][kind] = template
                } catch {
                    reader.report(
                        ConfigProblem(
                            place: ConfigPlace(file: file), key: "", what: "the text of a notice cannot be read: \(error.reason)",
                            advice: "chancery init copies the texts that come with Chancery"))
                }
            }
        }
        return NoticeTemplates(templates)
    }
}
