// SPDX-License-Identifier: Apache-2.0

/// An attribute with the name it is written with, before its prefix is known.
struct XMLWrittenAttribute: Hashable {
    let name: String
    let value: String
}

/// The prefixes in force within the open elements (Namespaces in XML 1.0).
struct XMLNamespaces {
    private var bindings: [String: String] = ["xml": "http://www.w3.org/XML/1998/namespace"]
    /// For each open element what its declarations replaced.
    private var replaced: [[(prefix: String, address: String?)]] = []

    /// Takes the declarations of an element; names are then read as within it, until ``leave()``.
    mutating func enter(_ attributes: [XMLWrittenAttribute]) {
        var changes: [(String, String?)] = []
        for attribute in attributes {
            guard let prefix = Self.declaredPrefix(attribute) else { continue }
            changes.append((prefix, bindings.updateValue(attribute.value, forKey: prefix)))
        }
        replaced.append(changes)
    }

    mutating func leave() {
        for change in (replaced.popLast() ?? []).reversed() { bindings[change.prefix] = change.address }
    }

    /// The name of an element.
    func name(_ written: String) -> XMLName {
        let (prefix, local) = Self.split(written)
        return XMLName(local, namespace: bindings[prefix] ?? "")
    }

    /// The attributes without the declarations; one without prefix is in no namespace.
    func attributes(_ written: [XMLWrittenAttribute]) -> [XMLAttribute] {
        written.compactMap { attribute in
            guard Self.declaredPrefix(attribute) == nil else { return nil }
            let (prefix, local) = Self.split(attribute.name)
            return XMLAttribute(
                name: XMLName(local, namespace: prefix.isEmpty ? "" : bindings[prefix] ?? ""), value: attribute.value)
        }
    }

    /// Empty for the default namespace, nil for what declares none.
    private static func declaredPrefix(_ attribute: XMLWrittenAttribute) -> String? {
        guard attribute.name.hasPrefix("xmlns") else { return nil }
        if attribute.name.utf8.count == 5 { return "" }
        return attribute.name.hasPrefix("xmlns:") ? String(attribute.name.dropFirst(6)) : nil
    }

    private static func split(_ written: String) -> (prefix: String, local: String) {
        guard let colon = written.utf8.firstIndex(of: UInt8(ascii: ":")), colon != written.startIndex else {
            return ("", written)
        }
        let local = written[written.index(after: colon)...]
        return local.isEmpty ? ("", written) : (String(written[..<colon]), String(local))
    }
}
