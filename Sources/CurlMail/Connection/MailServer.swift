// SPDX-License-Identifier: Apache-2.0

/// Where a mail server listens and how the connection to it is protected.
package struct MailServer: Hashable, Sendable {
    /// The protocol, and whether TLS starts with the first octet (`imaps`, `smtps`).
    package enum Scheme: String, Hashable, Sendable, CaseIterable {
        case imap, imaps, smtp, smtps

        /// The port IANA registered: 143, 993, 587 (submission) and 465.
        package var defaultPort: UInt16 {
            switch self {
            case .imap: 143
            case .imaps: 993
            case .smtp: 587
            case .smtps: 465
            }
        }
    }

    /// What is asked of a server whose scheme does not start with TLS. There is no "if offered": a thief in the middle would not offer it.
    package enum StartTLS: Hashable, Sendable {
        case required
        /// Accepted for loopback addresses only; any other host is refused before a connection is tried.
        case never
    }

    package let scheme: Scheme
    /// A host name or an address; IPv6 without brackets.
    package let host: String
    package let port: UInt16
    package let startTLS: StartTLS
    /// A PEM file whose certificates are trusted in place of the system's.
    package let caFile: String?
    /// What an SMTP client calls itself in EHLO; `nil` lets libcurl use the name of this machine.
    package let clientName: String?

    package init(
        scheme: Scheme, host: String, port: UInt16? = nil, startTLS: StartTLS = .required, caFile: String? = nil,
        clientName: String? = nil
    ) {
        self.scheme = scheme
        self.host = host
        self.port = port ?? scheme.defaultPort
        self.startTLS = startTLS
        self.caFile = caFile
        self.clientName = clientName
    }

    /// Whether the host is this machine by its spelling: `localhost`, 127.0.0.0/8, `::1`.
    package var isLoopback: Bool {
        if host == "localhost" || host == "::1" { return true }
        let octets = host.split(separator: ".", omittingEmptySubsequences: false)
        return octets.count == 4 && octets[0] == "127" && octets.allSatisfy { UInt8($0) != nil }
    }

    /// Whether the host and the EHLO name can stand in a URL without changing its meaning.
    var isWellFormed: Bool {
        func allowed(_ text: String) -> Bool {
            !text.isEmpty && !text.utf8.contains { $0 <= 0x20 || $0 == 0x7F || "/?#@\\[]%\"".utf8.contains($0) }
        }
        return allowed(host) && clientName.map(allowed) ?? true
    }

    /// The URL libcurl connects to.
    var url: String { "\(self)/\(clientName ?? "")" }
}

extension MailServer: CustomStringConvertible {
    package var description: String {
        "\(scheme.rawValue)://\(host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host):\(port)"
    }
}
