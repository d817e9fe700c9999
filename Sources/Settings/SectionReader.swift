// SPDX-License-Identifier: Apache-2.0

/// Reads the keys of one group. Each key is declared where it is asked for, and nowhere else: a key nobody asked for is unknown.
final class SectionReader {
    let reader: ConfigReader
    let path: String
    let place: ConfigPlace
    private let file: String
    private let entries: [ConfigNode.Entry]
    private var asked: [String] = []
    private var shownEntries: [ShownValue.Entry] = []

    init(reader: ConfigReader, node: ConfigNode, path: String, file: String) {
        self.reader = reader
        self.path = path
        self.file = file
        place = node.place
        if case .mapping(let entries) = node.content {
            self.entries = entries
        } else {
            entries = []
        }
    }

    /// The effective values so far.
    var shown: ShownValue { .mapping(shownEntries) }

    // MARK: Keys with a value

    /// A key that must be there.
    func required<Value>(_ key: String, _ form: SettingForm<Value>, _ help: SettingHelp) -> Value {
        declare(key, form.type, .required, help)
        guard let node = node(key) else {
            reportMissing(key, "write \(form.type)")
            return form.standIn
        }
        return read(key, node, form) ?? form.standIn
    }

    /// A key that has a value of its own when it is left out.
    func value<Value>(_ key: String, _ form: SettingForm<Value>, default value: Value, _ help: SettingHelp) -> Value {
        declare(key, form.type, .byDefault(form.shown(value).inline), help)
        guard let node = node(key) else {
            shownEntries.append(ShownValue.Entry(key: key, value: form.shown(value), isDefault: true))
            return value
        }
        return read(key, node, form) ?? value
    }

    /// A key that may be left out.
    func optional<Value>(_ key: String, _ form: SettingForm<Value>, _ help: SettingHelp) -> Value? {
        declare(key, form.type, .optional, help)
        return node(key).flatMap { read(key, $0, form) }
    }

    // MARK: Keys with keys of their own

    /// A group. Left out, it has its defaults; where `isRequired`, leaving it out is a mistake.
    func section<Value>(_ key: String, isRequired: Bool = false, _ help: SettingHelp, _ body: (SectionReader) -> Value) -> Value {
        declare(key, "group of keys", isRequired ? .required : .optional, help)
        let node = node(key)
        if node == nil && isRequired { reportMissing(key, "chancery config describe says what belongs there") }
        let section = child(key, node ?? empty(key), path: pathOf(key))
        let isAbsent = node == nil
        let value = isAbsent && isRequired ? reader.muted { body(section) } : body(section)
        section.reportUnknownKeys()
        shownEntries.append(ShownValue.Entry(key: key, value: section.shown, isDefault: isAbsent))
        return value
    }

    /// A group that may be left out as a whole.
    func optionalSection<Value>(_ key: String, _ help: SettingHelp, _ body: (SectionReader) -> Value) -> Value? {
        guard reader.isDescribing || node(key) != nil else {
            asked.append(key)
            return nil
        }
        return section(key, help, body)
    }

    /// A list of groups with the same keys.
    func list<Value>(_ key: String, isRequired: Bool = false, _ help: SettingHelp, _ body: (SectionReader) -> Value) -> [Value] {
        declare(key, "list of groups", isRequired ? .required : .optional, help)
        if reader.isDescribing {
            return [body(SectionReader(reader: reader, node: empty(key), path: pathOf(key) + "[]", file: file))]
        }
        guard let node = node(key) else {
            if isRequired { reportMissing(key, "write at least one") }
            return []
        }
        guard case .list(let nodes) = node.content else {
            report(key, what: "\(node.sort) stands where a list belongs", advice: "begin each element with “- ”")
            return []
        }
        if nodes.isEmpty && isRequired { report(key, what: "the list is empty", advice: "write at least one") }
        var shownValues: [ShownValue] = []
        let values = nodes.enumerated().map { number, node in
            let section = child(key, node, path: "\(pathOf(key))[\(number)]")
            let value = body(section)
            section.reportUnknownKeys()
            shownValues.append(section.shown)
            return value
        }
        shownEntries.append(ShownValue.Entry(key: key, value: .list(shownValues), isDefault: false))
        return values
    }

    // MARK: Mistakes

    /// Whether the key is there with a value.
    func has(_ key: String) -> Bool { node(key) != nil }

    /// The place of a key's value, of the group when the key is missing.
    func place(of key: String) -> ConfigPlace { node(key)?.place ?? place }

    /// Reports a mistake in the value of a key, or in the group as a whole.
    func report(_ key: String?, at place: ConfigPlace? = nil, what: String, advice: String) {
        reader.report(
            ConfigProblem(
                place: place ?? key.map { self.place(of: $0) } ?? self.place, key: key.map(pathOf) ?? path, what: what,
                advice: advice))
    }

    /// To be called when all keys of the group have been asked for.
    func reportUnknownKeys() {
        for entry in entries where !asked.contains(entry.key) {
            let near = Suggestion.nearest(to: entry.key, among: asked)
            reader.report(
                ConfigProblem(
                    place: entry.keyPlace, key: pathOf(entry.key), what: "there is no such key",
                    advice: near.map { "did you mean “\($0)”?" } ?? "these exist here: " + asked.joined(separator: ", ")))
        }
    }

    // MARK: Private parts

    private func pathOf(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    private func node(_ key: String) -> ConfigNode? {
        entries.first { $0.key == key }.map(\.value).flatMap { $0.isNull ? nil : $0 }
    }

    private func empty(_ key: String) -> ConfigNode { ConfigNode(place: place(of: key), content: .mapping([])) }

    private func child(_ key: String, _ node: ConfigNode, path: String) -> SectionReader {
        if case .mapping = node.content {
        } else {
            reader.report(
                ConfigProblem(
                    place: node.place, key: path, what: "\(node.sort) stands where a group of keys belongs",
                    advice: "write “key: value” lines"))
        }
        return SectionReader(reader: reader, node: node, path: path, file: file)
    }

    private func declare(_ key: String, _ type: String, _ presence: SettingDeclaration.Presence, _ help: SettingHelp) {
        asked.append(key)
        reader.declare(SettingDeclaration(file: file, path: pathOf(key), type: type, presence: presence, help: help))
    }

    private func read<Value>(_ key: String, _ node: ConfigNode, _ form: SettingForm<Value>) -> Value? {
        do throws(Misfit) {
            let value = try form.read(node)
            shownEntries.append(ShownValue.Entry(key: key, value: form.shown(value), isDefault: false))
            return value
        } catch {
            report(key, at: error.place, what: error.what, advice: error.advice)
            return nil
        }
    }

    private func reportMissing(_ key: String, _ advice: String) {
        // A mistyped name of this key is reported as unknown, with the right one suggested: once is enough.
        let isMistyped = entries.contains { entry in
            !asked.contains(entry.key) && Suggestion.nearest(to: entry.key, among: [key]) != nil
        }
        if !isMistyped { report(nil, what: "the key “\(key)” is missing", advice: advice) }
    }
}
