// SPDX-License-Identifier: Apache-2.0
import MarkupText
import OfficeCalendar

/// Reads values off the elements of one message and notes what is wrong with them.
final class MessageSource {
    /// Defects noted; more are not.
    static let maximumDefects = 200
    /// Of a quoted value, in characters.
    private static let maximumQuoted = 80

    let octets: [UInt8]
    private(set) var defects: [InterchangeDefect] = []

    init(octets: [UInt8]) { self.octets = octets }

    func note(_ kind: InterchangeDefect.Kind, _ element: XMLElement) {
        guard defects.count < Self.maximumDefects else { return }
        defects.append(InterchangeDefect(kind: kind, element: element.name.local, line: element.line))
    }

    /// Nil when absent or blank.
    func optional(_ name: String, _ element: XMLElement) -> String? {
        guard let value = element[name] else { return nil }
        let trimmed = value.trimmed()
        if trimmed.utf8.count > InterchangeReader.maximumTextOctets {
            note(.longText(name), element)
            return String(trimmed.prefix(InterchangeReader.maximumTextOctets / 4))
        }
        return trimmed.isEmpty ? nil : trimmed
    }

    /// Empty when absent, which is a defect, or blank, which the schema allows.
    func required(_ name: String, _ element: XMLElement) -> String {
        if element[name] == nil { note(.missingAttribute(name), element) }
        return optional(name, element) ?? ""
    }

    func text(_ element: XMLElement) -> String {
        let limit = InterchangeReader.maximumTextOctets
        if element.runs.reduce(0, { $0 + $1.range.count }) > limit { note(.longText(element.name.local), element) }
        let octets = octets
        return element.text(in: octets.span, maximumOctets: limit).trimmed()
    }

    func optionalText(_ element: XMLElement) -> String? {
        let text = text(element)
        return text.isEmpty ? nil : text
    }

    func number(_ name: String, _ element: XMLElement, isRequired: Bool = false) -> Int? {
        guard let value = optional(name, element) else {
            if isRequired { note(.missingAttribute(name), element) }
            return nil
        }
        if let number = Int(value) { return number }
        note(.badValue(of: name, quoted(value)), element)
        return nil
    }

    func choice<Value: RawRepresentable<Int>>(_ name: String, _ element: XMLElement, isRequired: Bool = false) -> Value? {
        guard let number = number(name, element, isRequired: isRequired) else { return nil }
        if let value = Value(rawValue: number) { return value }
        note(.badValue(of: name, String(number)), element)
        return nil
    }

    /// 1 and 0, as the schema has them; `true` and `false` of programs that know XSD's own booleans.
    func flag(_ name: String, _ element: XMLElement, isRequired: Bool = false) -> Bool? {
        guard let value = optional(name, element) else {
            if isRequired { note(.missingAttribute(name), element) }
            return nil
        }
        switch value.lowercased() {
        case "1", "true": return true
        case "0", "false": return false
        default:
            note(.badValue(of: name, quoted(value)), element)
            return nil
        }
    }

    func date(_ name: String, _ element: XMLElement, isRequired: Bool = false) -> CivilDate? {
        guard let value = optional(name, element) else {
            if isRequired { note(.missingAttribute(name), element) }
            return nil
        }
        return date(value, of: name, element)
    }

    /// xs:date, whose zone means nothing for a day of the calendar; also the day of an xs:dateTime, and `25.11.2026`.
    func date(_ value: String, of name: String, _ element: XMLElement) -> CivilDate? {
        let rest = value.dropFirst(10)
        if let date = CivilDate(value.prefix(10)), rest.isEmpty || "TZ+- ".contains(rest.prefix(1)) {
            if rest.hasPrefix("T") || rest.hasPrefix(" ") { note(.unusualDate(quoted(value)), element) }
            return date
        }
        let parts = value.prefix(10).split(separator: ".").compactMap { Int($0) }
        if parts.count == 3, let date = CivilDate(year: parts[2], month: parts[1], day: parts[0]) {
            note(.unusualDate(quoted(value)), element)
            return date
        }
        note(.badValue(of: name, quoted(value)), element)
        return nil
    }

    /// The first child of that name.
    func child(_ name: String, _ element: XMLElement, isRequired: Bool = false) -> XMLElement? {
        let child = element.children.first { $0.name.local == name }
        if child == nil, isRequired { note(.missingElement(name), element) }
        return child
    }

    func children(_ name: String, _ element: XMLElement) -> [XMLElement] {
        element.children.filter { $0.name.local == name }
    }

    /// Notes the children that have no place in the element.
    func expect(_ names: Set<String>, in element: XMLElement) {
        for child in element.children where !names.contains(child.name.local) {
            note(.unexpectedElement(quoted(child.name.local)), element)
        }
    }

    func content(_ element: XMLElement) -> InterchangeMessage.Content {
        let octets = octets
        let content = EncodedContent(measuring: element.runs.map(\.range), in: octets.span)
        if !content.isSound { note(.badBase64, element) }
        return .encoded(content)
    }

    private func quoted(_ value: String) -> String { String(value.prefix(Self.maximumQuoted)) }
}

extension String {
    fileprivate func trimmed() -> String {
        guard let first = firstIndex(where: { !$0.isWhitespace }), let last = lastIndex(where: { !$0.isWhitespace }) else {
            return ""
        }
        return String(self[first...last])
    }
}
