// SPDX-License-Identifier: Apache-2.0

/// The value of a key `url` of a mail peer: `imaps://HOST[:PORT]/FOLDER`, `smtps://HOST[:PORT]`, `maildir:PATH`.
enum PeerURL: Hashable, Sendable {
    /// `folder` is empty when the URL names none.
    case server(ServerAddress.Scheme, host: String, port: Int, folder: String)
    /// As written; not yet resolved.
    case maildir(String)

    /// - Parameter schemes: those allowed beside `maildir:`.
    init(_ text: String, schemes: [ServerAddress.Scheme]) throws(Misfit) {
        let names = schemes.map { $0.rawValue + "://" } + ["maildir:"]
        if text.hasPrefix("maildir:") {
            let path = String(text.dropFirst(8))
            guard !path.isEmpty else { throw Misfit(what: "the folder is missing", advice: "write maildir:/path") }
            self = .maildir(path.hasPrefix("//") ? String(path.dropFirst(2)) : path)
            return
        }
        guard let separator = text.firstRange(of: "://") else {
            throw Misfit(
                what: "“\(text)” is no address of a mailbox or server", advice: "begin with " + names.joined(separator: " or "))
        }
        let word = String(text[..<separator.lowerBound])
        guard let scheme = schemes.first(where: { $0.rawValue == word }) else {
            throw Misfit(what: "“\(word)://” does not fit here", advice: "begin with " + names.joined(separator: " or "))
        }
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard !authority.contains("@") else {
            throw Misfit(what: "user and password may not stand in the address", advice: "use the keys user and password")
        }
        let (host, port) = try Self.hostAndPort(authority)
        let folder = try Self.decoded(rest.dropFirst(authority.count + 1))
        self = .server(scheme, host: host, port: port ?? scheme.defaultPort, folder: folder)
    }

    private static func hostAndPort(_ authority: Substring) throws(Misfit) -> (host: String, port: Int?) {
        var host = authority
        var portText: Substring?
        if authority.hasPrefix("["), let end = authority.firstIndex(of: "]") {
            host = authority[authority.index(after: authority.startIndex)..<end]
            let rest = authority[authority.index(after: end)...]
            portText = rest.hasPrefix(":") ? rest.dropFirst() : nil
            guard !host.isEmpty, host.allSatisfy({ $0.isHexDigit || $0 == ":" || $0 == "." }), rest.isEmpty || portText != nil
            else {
                throw Misfit(
                    what: "“\(authority)” is no address of a server", advice: "write an IPv6 address like [2001:db8::1]:993")
            }
        } else {
            if let colon = authority.firstIndex(of: ":") {
                host = authority[..<colon]
                portText = authority[authority.index(after: colon)...]
            }
            guard SettingForm<String>.isHost(String(host)) else {
                throw Misfit(what: "“\(host)” is no name of a server", advice: "write it like mail.city.example")
            }
        }
        guard let portText else { return (String(host), nil) }
        guard let port = Int(portText), (1...65_535).contains(port) else {
            throw Misfit(what: "“\(portText)” is no port", advice: "write a number 1 … 65535 or leave it out")
        }
        return (String(host), port)
    }

    /// The folder of the URL with its percent-encoding undone; letters of any alphabet may also stand as they are.
    private static func decoded(_ text: Substring) throws(Misfit) -> String {
        var octets: [UInt8] = []
        var rest = text.utf8
        while let octet = rest.popFirst() {
            guard octet == UInt8(ascii: "%") else {
                octets.append(octet)
                continue
            }
            guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16) else {
                throw Misfit(what: "% in the folder is not followed by two digits", advice: "write %25 for a % sign")
            }
            octets.append(value)
            rest = rest.dropFirst(2)
        }
        guard let folder = String(validating: octets, as: UTF8.self), octets.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw Misfit(what: "the folder is not UTF-8 text", advice: "write its name as it is")
        }
        return folder
    }
}
