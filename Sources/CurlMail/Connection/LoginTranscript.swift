// SPDX-License-Identifier: Apache-2.0

/// What the peer said while libcurl connected and logged in: the greeting, capabilities or EHLO lines, the reply to the login.
///
/// libcurl's callbacks hold an unretained pointer to it; ``CurlConnection`` keeps it alive for as long as the handle.
final class LoginTranscript {
    /// Far more than any login needs; a peer that floods is cut off.
    static let maximumLines = 1_000

    private(set) var lines: [String] = []
    let doorbell: Doorbell

    init(doorbell: Doorbell) { self.doorbell = doorbell }

    /// Takes in one line; answers `false` when there were too many.
    func append(_ octets: [UInt8]) -> Bool {
        guard lines.count < Self.maximumLines else { return false }
        lines.append(String(decoding: octets.prefix { $0 != 0x0D && $0 != 0x0A }, as: UTF8.self))
        return true
    }

    /// The peer's last words that can be shown: capabilities and SASL challenges left out.
    var lastWords: String {
        lines.last { line in
            let upper = line.uppercased()
            return !line.isEmpty && !upper.hasPrefix("+") && !upper.hasPrefix("* CAPABILITY") && !upper.hasPrefix("334")
        } ?? ""
    }

    func clear() { lines = [] }
}
