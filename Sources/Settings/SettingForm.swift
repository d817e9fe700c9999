// SPDX-License-Identifier: Apache-2.0

/// Why a value does not fit its key.
struct Misfit: Error {
    let what: String
    let advice: String
    /// Where, when it is only a part of the value.
    var place: ConfigPlace?
}

/// How the value of a key is written: its type in words, how it is read and shown.
struct SettingForm<Value> {
    /// Type, unit and range in English words, for the description of all keys.
    let type: String
    /// Stands in the place of a value that could not be read, so that the reading goes on and finds the other mistakes. It never
    /// gets out: any mistake makes the whole configuration void.
    let standIn: Value
    let read: (ConfigNode) throws(Misfit) -> Value
    let shown: (Value) -> ShownValue

    /// A form over a single value of YAML.
    init(
        type: String, standIn: Value, shown: @escaping (Value) -> String,
        scalar: @escaping (String) throws(Misfit) -> Value
    ) {
        self.init(type: type, standIn: standIn, shown: { .scalar(shown($0)) }) { node throws(Misfit) in
            guard case .scalar(let text, _) = node.content else {
                throw Misfit(what: "\(node.sort) stands where one value belongs", advice: "write \(type)")
            }
            return try scalar(text)
        }
    }

    init(
        type: String, standIn: Value, shown: @escaping (Value) -> ShownValue,
        read: @escaping (ConfigNode) throws(Misfit) -> Value
    ) {
        self.type = type
        self.standIn = standIn
        self.read = read
        self.shown = shown
    }
}

extension SettingForm where Value == String {
    /// Text of one line, with nothing around it.
    static func text(_ type: String = "text", maximumLength: Int = 300) -> Self {
        SettingForm(type: type, standIn: "", shown: { $0 }) { text throws(Misfit) in
            try checkLine(text, maximumLength: maximumLength)
            return text
        }
    }

    /// Text of one line that must satisfy a test; the type says in words which.
    static func text(_ type: String, where test: @escaping (String) -> Bool) -> Self {
        SettingForm(type: type, standIn: "", shown: { $0 }) { text throws(Misfit) in
            try checkLine(text, maximumLength: 1_000)
            guard test(text) else { throw Misfit(what: "“\(text)” does not fit", advice: "write \(type)") }
            return text
        }
    }

    /// A short name for use in other keys and on the command line.
    static var identifier: Self {
        .text("identifier: Latin letters, digits, - and _") { text in
            !text.isEmpty && text.count <= 64
                && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
        }
    }

    /// An addr-spec, in the strictness of what we would write ourselves.
    static var address: Self { .text("e-mail address", where: isAddress) }

    static func isAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, let local = parts.first, let domain = parts.last, !local.isEmpty, local.utf8.count <= 64 else {
            return false
        }
        let special = "()<>[]:;,\\\" "
        let isLocal =
            !text.hasPrefix(".") && !local.hasSuffix(".") && local.allSatisfy { !special.contains($0) && !$0.isWhitespace }
        return isLocal && isHost(String(domain))
    }

    /// Labels of letters, digits and hyphens between dots.
    static func isHost(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.count <= 253
            && text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty && label.utf8.count <= 63 && !label.hasPrefix("-") && !label.hasSuffix("-")
                    && label.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" }
            }
    }

    private static func checkLine(_ text: String, maximumLength: Int) throws(Misfit) {
        guard !text.isEmpty else { throw Misfit(what: "it is empty", advice: "write a value or leave the key out") }
        guard text.count <= maximumLength else {
            throw Misfit(what: "it has \(text.count) characters", advice: "at most \(maximumLength) are allowed")
        }
        guard text.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
            throw Misfit(what: "it holds a line break or another control character", advice: "write it on one line")
        }
    }
}

extension SettingForm where Value == Int {
    static func integer(_ range: ClosedRange<Int>, unit: String = "whole number") -> Self {
        let type = "\(unit), \(range.lowerBound) … \(range.upperBound)"
        return SettingForm(type: type, standIn: range.lowerBound, shown: { String($0) }) { text throws(Misfit) in
            guard let number = Int(text) else { throw Misfit(what: "“\(text)” is not a whole number", advice: "write \(type)") }
            guard range.contains(number) else { throw Misfit(what: "\(number) is out of range", advice: "write \(type)") }
            return number
        }
    }
}

extension SettingForm where Value == Bool {
    static var flag: Self {
        SettingForm(type: "true | false", standIn: false, shown: { String($0) }) { text throws(Misfit) in
            guard let value = Bool(text) else {
                throw Misfit(what: "“\(text)” is neither true nor false", advice: "write one of them")
            }
            return value
        }
    }
}

extension SettingForm where Value: RawRepresentable<String> & CaseIterable {
    /// One of the words of an enumeration.
    static func word(_ standIn: Value) -> Self {
        let words = Value.allCases.map(\.rawValue)
        return SettingForm(type: words.joined(separator: " | "), standIn: standIn, shown: \.rawValue) { text throws(Misfit) in
            guard let value = Value(rawValue: text) else {
                throw Misfit(what: "there is no “\(text)” here", advice: Suggestion.advice(for: text, among: words))
            }
            return value
        }
    }
}

extension SettingForm {
    /// A name that must be among those declared elsewhere.
    static func reference(
        to noun: String, among names: [String], standIn: Value, shown: @escaping (Value) -> String,
        _ value: @escaping (String) -> Value
    ) -> Self {
        SettingForm(type: noun, standIn: standIn, shown: shown) { text throws(Misfit) in
            guard names.contains(text) else {
                throw Misfit(
                    what: "there is no \(noun) “\(text)”",
                    advice: Suggestion.advice(for: text, among: names, otherwise: "write one that the file declares"))
            }
            return value(text)
        }
    }

    /// A list of such values; one value alone counts as a list of one.
    static func list<Element>(of form: SettingForm<Element>, isEmptyAllowed: Bool = true) -> Self where Value == [Element] {
        SettingForm(
            type: "list of: \(form.type)", standIn: [], shown: { .list($0.map(form.shown)) }
        ) { node throws(Misfit) in
            guard case .list(let nodes) = node.content else { return [try form.read(node)] }
            guard isEmptyAllowed || !nodes.isEmpty else { throw Misfit(what: "the list is empty", advice: "write \(form.type)") }
            var values: [Element] = []
            for node in nodes {
                do throws(Misfit) {
                    values.append(try form.read(node))
                } catch {
                    throw Misfit(what: error.what, advice: error.advice, place: error.place ?? node.place)
                }
            }
            return values
        }
    }
}
