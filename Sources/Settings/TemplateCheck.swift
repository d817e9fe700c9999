// SPDX-License-Identifier: Apache-2.0
import Office

/// Reads the file of a notice and checks it before anything is sent: `Subject: …`, an empty line, the body; and no other names
/// between braces than those of its kind.
struct TemplateCheck {
    let file: String
    let kind: NoticeKind

    func template(_ octets: [UInt8]) -> (NoticeTemplate?, [ConfigProblem]) {
        guard let text = String(validating: octets, as: UTF8.self) else {
            return (nil, [problem(nil, what: "the file is not UTF-8", advice: "save it as UTF-8")])
        }
        let lines = text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
        guard let first = lines.first, first.hasPrefix("Subject: ") else {
            return (nil, [problem((1, 1), what: "the first line is not the Subject", advice: "begin the file with “Subject: …”")])
        }
        guard lines.count > 2, lines[1].isEmpty else {
            return (
                nil, [problem((2, 1), what: "no empty line stands behind the Subject", advice: "leave the second line empty")]
            )
        }
        let subject = first.dropFirst(9)
        let body = lines[2...].joined(separator: "\n")
        var problems = checkTags(lines)
        if subject.allSatisfy(\.isWhitespace) {
            problems.append(problem((1, 10), what: "the Subject is empty", advice: "write one"))
        }
        if body.allSatisfy(\.isWhitespace) {
            problems.append(problem((3, 1), what: "the notice has no text", advice: "write one"))
        }
        return (NoticeTemplate(subject: String(subject), body: body, file: file), problems)
    }

    /// Checks every tag: its name, and that sections are closed in the order they were opened.
    private func checkTags(_ lines: [Substring]) -> [ConfigProblem] {
        var problems: [ConfigProblem] = []
        var sections: [(name: String, place: (Int, Int))] = []
        for (number, line) in lines.enumerated() {
            for tag in TemplateTag.tags(in: line) {
                let place = (number + 1, tag.column)
                switch tag.sort {
                case .unclosed:
                    problems.append(problem(place, what: "{{ is not closed on this line", advice: "write }} behind the name"))
                case .comment:
                    continue
                case .unsupported:
                    problems.append(
                        problem(place, what: "“\(tag.name)” is not used in notices", advice: "use names and sections alone"))
                case .close:
                    if sections.last?.name == tag.name {
                        sections.removeLast()
                    } else {
                        problems.append(
                            problem(
                                place, what: "{{/\(tag.name)}} closes nothing",
                                advice: "open it with {{#\(tag.name)}} or remove it"))
                    }
                case .value, .open:
                    problems += checkName(tag, place, within: sections.map(\.name), isSubject: number == 0)
                    if case .open = tag.sort { sections.append((tag.name, place)) }
                }
            }
        }
        return problems
            + sections.map {
                problem($0.place, what: "{{#\($0.name)}} is never closed", advice: "write {{/\($0.name)}} where it ends")
            }
    }

    private func checkName(_ tag: TemplateTag, _ place: (Int, Int), within sections: [String], isSubject: Bool) -> [ConfigProblem]
    {
        let inner = sections.flatMap { kind.listNames[$0] ?? [] }
        let names = NoticeKind.officeNames + kind.names + inner + (tag.sort == .open ? Array(kind.listNames.keys) : [])
        guard names.contains(tag.name) else {
            return [
                problem(
                    place, what: "a notice of this kind knows no {{\(tag.name)}}",
                    advice: Suggestion.advice(for: tag.name, among: names))
            ]
        }
        guard isSubject, NoticeKind.namesKeptFromSubject.contains(tag.name) else { return [] }
        return [problem(place, what: "{{\(tag.name)}} may not stand in the Subject", advice: "keep what is personal in the text")]
    }

    private func problem(_ place: (line: Int, column: Int)?, what: String, advice: String) -> ConfigProblem {
        ConfigProblem(
            place: ConfigPlace(file: file, line: place?.line, column: place?.column), key: "", what: what, advice: advice)
    }
}

/// Something between `{{` and `}}`.
struct TemplateTag: Hashable {
    enum Sort: Hashable {
        case value, open, close, comment
        /// Partials, changes of the delimiters and the like.
        case unsupported
        case unclosed
    }

    let sort: Sort
    let name: String
    /// The first character of the line is 1.
    let column: Int

    static func tags(in line: Substring) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var rest = line
        while let start = rest.firstRange(of: "{{") {
            let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
            let isTriple = rest[start.upperBound...].hasPrefix("{")
            let inside = rest[start.upperBound...].dropFirst(isTriple ? 1 : 0)
            guard let end = inside.firstRange(of: isTriple ? "}}}" : "}}") else {
                return tags + [TemplateTag(sort: .unclosed, name: "", column: column)]
            }
            tags.append(TemplateTag(inside[..<end.lowerBound], column: column))
            rest = inside[end.upperBound...]
        }
        return tags
    }

    private init(sort: Sort, name: String, column: Int) {
        self.sort = sort
        self.name = name
        self.column = column
    }

    private init(_ text: Substring, column: Int) {
        let sorts: [Character: Sort] = [
            "#": .open, "^": .open, "/": .close, "!": .comment, "&": .value, ">": .unsupported, "=": .unsupported,
            "%": .unsupported,
            "<": .unsupported, "$": .unsupported,
        ]
        let trimmed = text.drop { $0 == " " }
        sort = trimmed.first.flatMap { sorts[$0] } ?? .value
        let word = trimmed.first.flatMap { sorts[$0] } == nil ? trimmed : trimmed.dropFirst()
        name = String(word.drop { $0 == " " }.prefix { $0 != " " })
        self.column = column
    }
}
