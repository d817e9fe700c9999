// SPDX-License-Identifier: Apache-2.0

/// The group `desk`: the staff's web pages.
package struct DeskSettings: Hashable, Sendable {
    /// A host name or an address; IPv6 without its brackets.
    package let host: String
    package let port: Int
    /// How the staff reach it, without a slash at the end.
    package let url: String?

    init(_ section: SectionReader) {
        let form = SettingForm<(host: String, port: Int)>(
            type: "ADDRESS:PORT", standIn: ("127.0.0.1", 8080),
            shown: { ($0.host.contains(":") ? "[\($0.host)]" : $0.host) + ":\($0.port)" }
        ) { text throws(Misfit) in
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
                (1...65_535).contains(port)
            else { throw Misfit(what: "“\(text)” has no port", advice: "write it like 127.0.0.1:8080") }
            var host = text[..<colon]
            if host.hasPrefix("["), host.hasSuffix("]") {
                host = host.dropFirst().dropLast()
            } else if host.contains(":") {
                throw Misfit(what: "“\(host)” is no address", advice: "write IPv6 in brackets, like [::1]:8080")
            }
            guard !host.isEmpty else { throw Misfit(what: "the address is missing", advice: "write it like 127.0.0.1:8080") }
            return (String(host), port)
        }
        (host, port) = section.value(
            "listen", form, default: ("127.0.0.1", 8080),
            SettingHelp(uk: "адреса й порт сторінок для працівників", en: "address and port of the staff’s pages"))
        url = section.optional(
            "url",
            .text("https://HOST, or http:// for this machine, without a slash at the end", where: Self.isURL),
            SettingHelp(
                uk: "адреса, за якою ці сторінки відкривають працівники", en: "address at which the staff open these pages"))
    }

    private static func isURL(_ text: String) -> Bool {
        guard let range = text.firstRange(of: "://"), !text.hasSuffix("/") else { return false }
        let authority = text[range.upperBound...].prefix { $0 != "/" }
        let host = authority.prefix { $0 != ":" }
        switch text[..<range.lowerBound] {
        case "https": return SettingForm<String>.isHost(String(host))
        case "http": return ServerAddress.isLoopback(String(host))
        default: return false
        }
    }
}
