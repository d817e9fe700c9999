// SPDX-License-Identifier: Apache-2.0
import Yams

/// The one place that knows the YAML library.
enum YAMLDocument {
    /// The root of a YAML text; an empty text is an empty mapping.
    /// - Throws: the first mistake in the spelling of YAML; what comes after it cannot be read.
    static func root(of octets: [UInt8], file: String) throws(ConfigProblem) -> ConfigNode {
        let top = ConfigPlace(file: file, line: 1, column: 1)
        guard let text = String(validating: octets, as: UTF8.self) else {
            throw ConfigProblem(
                place: ConfigPlace(file: file), key: "", what: "the file is not UTF-8", advice: "save it as UTF-8")
        }
        do {
            // libYAML counts a byte order mark as a column; nobody else sees it.
            let node = try compose(yaml: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, .basic, .default, .utf8)
            guard let node, !(node.scalar.map { $0.string.isEmpty } ?? false) else {
                return ConfigNode(place: top, content: .mapping([]))
            }
            return convert(node, file: file, top)
        } catch let error as YamlError {
            throw problem(of: error, file: file)
        } catch {
            throw ConfigProblem(place: ConfigPlace(file: file), key: "", what: "\(error)", advice: "")
        }
    }

    private static func convert(_ node: Node, file: String, _ outer: ConfigPlace) -> ConfigNode {
        let place = node.mark.map { ConfigPlace(file: file, line: $0.line, column: $0.column) } ?? outer
        switch node {
        case .scalar(let scalar):
            return ConfigNode(place: place, content: .scalar(scalar.string, isPlain: scalar.style == .plain))
        case .sequence(let sequence):
            return ConfigNode(place: place, content: .list(sequence.map { convert($0, file: file, place) }))
        case .mapping(let mapping):
            let entries = mapping.map { pair in
                let key = convert(pair.key, file: file, place)
                return ConfigNode.Entry(
                    key: pair.key.scalar?.string ?? "", keyPlace: key.place, value: convert(pair.value, file: file, key.place))
            }
            return ConfigNode(place: place, content: .mapping(entries))
        case .alias:
            // The composer puts the anchored node in the place of its alias.
            return ConfigNode(place: place, content: .scalar("", isPlain: true))
        }
    }

    private static func problem(of error: YamlError, file: String) -> ConfigProblem {
        let advice = "check indentation (spaces, no tabs), colons and quotation marks near this line"
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            return ConfigProblem(
                place: ConfigPlace(file: file, line: mark.line, column: mark.column), key: "", what: "not YAML: \(problem)",
                advice: advice)
        case .duplicatedKeysInMapping(let names, let context):
            return ConfigProblem(
                place: ConfigPlace(file: file, line: context.mark.line, column: context.mark.column),
                key: names.joined(separator: ", "), what: "stands more than once in one group", advice: "leave one of them")
        default:
            return ConfigProblem(place: ConfigPlace(file: file), key: "", what: "not YAML: \(error)", advice: advice)
        }
    }
}
