// SPDX-License-Identifier: Apache-2.0

/// A value a repository can write as it likes, such as a JSON object: texts, lists and named fields, nothing else.
package enum PlainValue: Hashable, Sendable {
    case text(String)
    case list([PlainValue])
    case fields([String: PlainValue])
}

/// A record that is not what this version writes: altered, or of a newer version.
package struct PlainValueError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The field, outermost first, joined by dots.
    package let place: String
    package let expected: String

    package var description: String { "\(place.isEmpty ? "the record" : place): expected \(expected)" }

    func inside(_ field: String) -> PlainValueError {
        PlainValueError(place: place.isEmpty ? field : "\(field).\(place)", expected: expected)
    }
}

/// Written as a ``PlainValue`` and read back the same. Names of fields and cases are part of the register and never change.
package protocol PlainRepresentable {
    var plain: PlainValue { get }
    init(plain: PlainValue) throws(PlainValueError)
}

extension PlainValue {
    /// Leaves out what is nil and what is an empty list.
    static func fields(_ named: KeyValuePairs<String, PlainValue?>) -> PlainValue {
        var fields: [String: PlainValue] = [:]
        for (name, value) in named { if let value, value != .list([]) { fields[name] = value } }
        return .fields(fields)
    }

    func field<Value: PlainRepresentable>(_ name: String) throws(PlainValueError) -> Value {
        guard let value: Value = try optional(name) else { throw PlainValueError(place: name, expected: "a value") }
        return value
    }

    func optional<Value: PlainRepresentable>(_ name: String) throws(PlainValueError) -> Value? {
        guard case .fields(let fields) = self else { throw PlainValueError(place: name, expected: "an object around it") }
        guard let value = fields[name] else { return nil }
        do { return try Value(plain: value) } catch { throw error.inside(name) }
    }

    func list<Value: PlainRepresentable>(_ name: String) throws(PlainValueError) -> [Value] { try optional(name) ?? [] }
}

extension String: PlainRepresentable {
    package var plain: PlainValue { .text(self) }
    package init(plain: PlainValue) throws(PlainValueError) {
        guard case .text(let text) = plain else { throw PlainValueError(place: "", expected: "a text") }
        self = text
    }
}

extension Array: PlainRepresentable where Element: PlainRepresentable {
    package var plain: PlainValue { .list(map(\.plain)) }
    package init(plain: PlainValue) throws(PlainValueError) {
        guard case .list(let elements) = plain else { throw PlainValueError(place: "", expected: "a list") }
        var values: [Element] = []
        for (index, element) in elements.enumerated() {
            do { values.append(try Element(plain: element)) } catch { throw error.inside(String(index)) }
        }
        self = values
    }
}
