// SPDX-License-Identifier: Apache-2.0

/// Names of the algorithms met in Ukraine that OpenSSL does not know (orders of the authority on the format of the signature).
enum SignatureAlgorithm {
    private static let prefixes = [
        ("1.2.804.2.1.1.1.1.3", "ДСТУ 4145-2002"), ("1.2.804.2.1.1.1.1.2.2", "ДСТУ 7564:2014"),
        ("1.2.804.2.1.1.1.1.2.1", "ГОСТ 34.311-95"),
    ]

    /// The usual name, else the identifier itself.
    static func name(of identifier: String) -> String {
        for (prefix, name) in prefixes where identifier == prefix || identifier.hasPrefix(prefix + ".") { return name }
        return identifier
    }
}
