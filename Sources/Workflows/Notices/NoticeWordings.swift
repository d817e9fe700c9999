// SPDX-License-Identifier: Apache-2.0
import Mustache
package import Office

/// The council's texts: a subject and a body in Mustache for each kind of notice and language. All are plain text.
package struct NoticeWordings: Sendable {
    /// A template as the council wrote it.
    package struct Source: Hashable, Sendable {
        package let kind: NoticeKind
        package let language: Language
        package let subject: String
        package let body: String

        package init(kind: NoticeKind, language: Language, subject: String, body: String) {
            self.kind = kind
            self.language = language
            self.subject = subject
            self.body = body
        }
    }

    /// What is wrong with a template, or that one is missing.
    package struct Fault: Error, Sendable, CustomStringConvertible {
        package let kind: NoticeKind
        package let language: Language
        package let reason: String

        package var description: String {
            "template \(language.rawValue)/\(kind.rawValue).mustache: \(reason). Correct it in the templates folder."
        }
    }

    /// A worded notice.
    package struct Wording: Hashable, Sendable {
        /// One line.
        package let subject: String
        /// Lines ended by LF.
        package let body: String
    }

    private struct Key: Hashable {
        let kind: NoticeKind
        let language: Language
    }

    private struct Parsed: Sendable {
        let subject: MustacheTemplate
        let body: MustacheTemplate
    }

    private let parsed: [Key: Parsed]

    package init(_ sources: [Source]) throws(Fault) {
        var parsed: [Key: Parsed] = [:]
        for source in sources {
            do {
                parsed[Key(kind: source.kind, language: source.language)] = Parsed(
                    subject: try Self.template(source.subject), body: try Self.template(source.body))
            } catch {
                throw Fault(kind: source.kind, language: source.language, reason: "\(error)")
            }
        }
        self.parsed = parsed
    }

    /// The notice `kind` in `language` with `values` put in: texts, and lists of texts by name.
    package func wording(_ kind: NoticeKind, in language: Language, values: [String: Any]) throws(Fault) -> Wording {
        guard let template = parsed[Key(kind: kind, language: language)] else {
            throw Fault(kind: kind, language: language, reason: "is missing")
        }
        let values = NoticeValues(values: values)
        let subject = template.subject.render(values).split(whereSeparator: \.isNewline).joined(separator: " ")
        return Wording(subject: subject, body: template.body.render(values))
    }

    // Without the pragma Mustache would write &quot; for a quotation mark.
    private static func template(_ text: String) throws -> MustacheTemplate {
        try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + text)
    }
}

/// What a template may name. Mustache asks a value what it is by one dynamic cast after another, and a dictionary and a text answer
/// the last of them, by reflection; these two answer the first.
private struct NoticeValues: MustacheParent {
    let values: [String: Any]

    func child(named name: String) -> Any? {
        guard let value = values[name] else { return nil }
        return (value as? String).map { NoticeText(renderText: $0) } ?? value
    }
}

private struct NoticeText: MustacheParent, MustacheCustomRenderable, MustacheTransformable {
    let renderText: String
    let isNull = false

    func child(named: String) -> Any? { nil }
    func transform(_ name: String) -> Any? { renderText.transform(name) }
}
