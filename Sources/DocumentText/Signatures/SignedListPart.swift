// SPDX-License-Identifier: Apache-2.0
import MarkupText

/// A file in a signed list, with the digest the list gives it.
struct SignedReference: Hashable {
    /// As written: a name relative to the container, percent-encoded, or `#identifier` inside the list.
    var place = ""
    /// The algorithm's address (RFC 9231).
    var method = ""
    /// Base64.
    var digest = ""
    var isTransformed = false

    /// The name of the file in the container.
    var fileName: String {
        var octets: [UInt8] = []
        var rest = Array(place.utf8)[...]
        while let octet = rest.popFirst() {
            if octet == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                octets.append(value)
                rest = rest.dropFirst(2)
            } else {
                octets.append(octet)
            }
        }
        let name = String(decoding: octets, as: UTF8.self)
        return String(name.drop { $0 == "/" })
    }

    /// The digest's name in OpenSSL; nil for those it does not have.
    var opensslDigest: String? {
        switch method.split(separator: "#").last {
        case "sha256": "SHA256"
        case "sha384": "SHA384"
        case "sha512": "SHA512"
        case "sha1": "SHA1"
        default: nil
        }
    }
}

/// Reads an XAdES signature or an ASiC manifest: what is listed, who signed and when. Namespaces are not looked at, as the local names
/// are the same in all versions.
final class SignedListPart: MarkupPart {
    private(set) var references: [SignedReference] = []
    /// Places of the signature files a manifest belongs to.
    private(set) var signatureReferences: [String] = []
    /// Base64, the signer's first.
    private(set) var certificates: [String] = []
    private(set) var algorithm: String?
    private(set) var signingTime: Int?
    private var open: [String] = []
    private var text = ""

    private static let maximumReferences = 2_000
    private static let maximumOctets = 16 << 20

    static func read(_ octets: FileOctets) -> SignedListPart {
        let part = SignedListPart()
        // What stood before a fault counts: the digests it lists are compared all the same.
        _ = octets.withSpan { part.read($0, maximumOctets: maximumOctets) }
        return part
    }

    var wantsMore: Bool { references.count <= Self.maximumReferences && open.count < 200 }

    func startElement(_ name: XMLName, _ attributes: XMLStartTag) {
        open.append(name.local)
        text = ""
        switch name.local {
        case "Reference", "DataObjectReference":
            references.append(SignedReference(place: attributes["URI"] ?? ""))
        case "SigReference": signatureReferences.append(attributes["URI"] ?? "")
        case "DigestMethod": change { if $0.method.isEmpty { $0.method = attributes["Algorithm"] ?? "" } }
        case "Transform": change { $0.isTransformed = true }
        case "SignatureMethod": algorithm = attributes["Algorithm"]
        default: break
        }
    }

    private func change(_ edit: (inout SignedReference) -> Void) {
        guard !references.isEmpty, open.contains("Reference") || open.contains("DataObjectReference") else { return }
        edit(&references[references.count - 1])
    }

    func endElement(_ name: XMLName) {
        switch name.local {
        case "DigestValue": change { $0.digest = text }
        case "X509Certificate": if certificates.count < 16 { certificates.append(text) }
        case "SigningTime": signingTime = Self.time(text)
        default: break
        }
        text = ""
        open.removeLast()
    }

    func characters(_ text: String) {
        switch open.last {
        case "DigestValue", "X509Certificate", "SigningTime": self.text += text
        default: break
        }
    }

    /// `2026-11-13T09:41:00Z` and with an offset, as Unix time.
    private static func time(_ text: String) -> Int? {
        let digits = Array(text.utf8.prefix(40))
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= digits.count else { return nil }
            return Int(String(decoding: digits[range], as: UTF8.self))
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10), let hour = number(11..<13),
            let minute = number(14..<16), let second = number(17..<19), (1...12).contains(month), (1...31).contains(day)
        else { return nil }
        let seconds = CivilDays.days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second
        guard let sign = digits.dropFirst(19).firstIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }),
            let hours = number(sign + 1..<sign + 3), let minutes = number(sign + 4..<sign + 6)
        else { return seconds }
        let offset = hours * 3_600 + minutes * 60
        return digits[sign] == UInt8(ascii: "+") ? seconds - offset : seconds + offset
    }
}
