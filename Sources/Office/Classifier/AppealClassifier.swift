// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// The classifier of appeals of citizens (resolution no. 858 of 24.09.2008), as the council's data has it.
package struct AppealClassifier: Hashable, Sendable {
    /// One value of a part.
    package struct Value: Hashable, Sendable {
        /// `3.3`
        package let code: String
        package let name: BilingualText
        /// What the value is proposed by, any of them; empty where a person alone sets it.
        package let when: [String]

        package init(code: String, name: BilingualText, when: [String] = []) {
            self.code = code
            self.name = name
            self.when = when
        }
    }

    /// What an appeal is looked at by: its kind, its author, its result.
    package struct Part: Hashable, Sendable {
        package let code: String
        package let name: BilingualText
        /// Whether an appeal has one value of it at most.
        package let isSingle: Bool
        package let values: [Value]

        package init(code: String, name: BilingualText, isSingle: Bool, values: [Value]) {
            self.code = code
            self.name = name
            self.isSingle = isSingle
            self.values = values
        }
    }

    /// The sign that stands for “no other value of the part”.
    package static let otherwise = "otherwise"

    package let parts: [Part]

    package init(_ parts: [Part]) { self.parts = parts }

    package static let empty = AppealClassifier([])

    /// The value of a code and the part it belongs to; nil for a code nobody knows.
    package subscript(code: String) -> (part: Part, value: Value)? {
        for part in parts { if let value = part.values.first(where: { $0.code == code }) { return (part, value) } }
        return nil
    }

    /// The values of a part that what is known of an appeal speaks for, in the order of the classifier; one at most of a single part.
    package func proposals(of part: Part, signs: Set<String>) -> [Value] {
        let found = part.values.filter { !signs.isDisjoint(with: $0.when) }
        if !found.isEmpty { return part.isSingle ? [found[0]] : found }
        return part.values.first { $0.when.contains(Self.otherwise) }.map { [$0] } ?? []
    }
}
