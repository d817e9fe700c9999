// SPDX-License-Identifier: Apache-2.0

/// How a connection to a mail server is protected.
package enum ConnectionSecurity: Hashable, Sendable {
    /// TLS from the first octet.
    case tls
    /// Plain until STARTTLS succeeds; without it nothing is sent.
    case startTLS
    /// Never protected; only to this machine itself.
    case plain
}

/// The server of a mailbox or of submission.
package struct ServerAddress: Hashable, Sendable, CustomStringConvertible {
    package enum Scheme: String, Hashable, Sendable, CaseIterable {
        case imap, imaps, smtp, smtps

        /// RFC 8314 §3 and §7.3; plain submission is RFC 6409 §3.1.
        package var defaultPort: Int {
            switch self {
            case .imap: 143
            case .imaps: 993
            case .smtp: 587
            case .smtps: 465
            }
        }
    }

    package let scheme: Scheme
    /// A host name or an address; IPv6 without its brackets.
    package let host: String
    package let port: Int
    package let security: ConnectionSecurity

    package init(scheme: Scheme, host: String, port: Int, security: ConnectionSecurity) {
        self.scheme = scheme
        self.host = host
        self.port = port
        self.security = security
    }

    /// Whether the host is this machine, whatever stands in any table of names.
    package var isLoopback: Bool { Self.isLoopback(host) }

    /// `imaps://mail.city.example:993`, without user and folder.
    package var description: String { "\(scheme.rawValue)://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    static func isLoopback(_ host: String) -> Bool {
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        let isIPv4 = octets.count == 4 && octets.first == "127" && octets.allSatisfy { UInt8($0) != nil }
        return isIPv4 || host == "::1" || host.lowercased() == "localhost"
    }
}
