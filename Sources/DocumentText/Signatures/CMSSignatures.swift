// SPDX-License-Identifier: Apache-2.0

/// Reads and checks the signatures of a CMS container: structure by swift-asn1, arithmetic by OpenSSL.
struct CMSSignatures {
    let container: SignedContainer
    private let octets: [UInt8]
    private let authorities: TrustedAuthorities?

    /// - Parameter octets: DER or BER.
    /// - Returns: nil where this is no SignedData.
    init?(_ octets: [UInt8], authorities: TrustedAuthorities?) {
        guard let container = SignedContainer(octets.span) else { return nil }
        (self.container, self.octets, self.authorities) = (container, octets, authorities)
    }

    /// The signatures over the document inside, or over `document`, given as pieces that follow each other.
    func signatures(
        over document: (octets: Span<UInt8>, pieces: [Range<Int>])?, format: Signature.Format
    ) -> [Signature] {
        let certificates = container.certificates.compactMap { CertificateFacts(Array(octets[$0])) }
        let check = SignatureCheck(octets.span)
        var signatures: [Signature] = []
        for (place, range) in container.signers.enumerated() {
            guard let facts = SignerFacts(Array(octets[range])) else { continue }
            let certificate = facts.certificate(among: certificates)
            let state = state(of: facts, place, check, document, hasCertificate: certificate != nil)
            signatures.append(
                Signature(
                    signer: certificate?.holder ?? CertificateHolder(), issuer: certificate?.issuer ?? "",
                    signingTime: facts.signingTime, format: format, state: state))
        }
        return signatures
    }

    private func state(
        of facts: SignerFacts, _ place: Int, _ check: SignatureCheck?, _ document: (octets: Span<UInt8>, pieces: [Range<Int>])?,
        hasCertificate: Bool
    ) -> Signature.State {
        if !hasCertificate { return .unverified(.certificateMissing) }
        var digest: [UInt8]?
        if let content = container.content {
            digest = MessageHash.digest(facts.digestAlgorithm, of: octets.span, pieces: content)
        } else if let document {
            digest = MessageHash.digest(facts.digestAlgorithm, of: document.octets, pieces: document.pieces)
        } else {
            return .unverified(.contentMissing)
        }
        guard let digest else { return .unverified(.algorithm(name: SignatureAlgorithm.name(of: facts.digestAlgorithm))) }
        // A signature over nothing but the document: no agency makes them since CAdES is required.
        guard let signed = facts.messageDigest else {
            return .unverified(.algorithm(name: "CMS without signed attributes"))
        }
        guard digest == signed else { return .invalid }
        guard let check else { return .unverified(.notRead) }
        return check.state(ofSigner: place, facts, authorities: authorities)
    }

    /// DER or BER as it is, or out of PEM or bare base64, as some programs save it; nil where it is neither.
    static func decoded(_ octets: [UInt8]) -> [UInt8]? {
        if octets.first == 0x30 { return octets }
        var letters = octets.prefix { $0 < 0x80 }[...]
        guard letters.count == octets.count else { return nil }
        if letters.starts(with: Array("-----BEGIN".utf8)) {
            guard let lineEnd = letters.firstIndex(of: 0x0a) else { return nil }
            letters = letters[lineEnd...].prefix { $0 != UInt8(ascii: "-") }
        }
        let decoded = Base64.octets(letters)
        return decoded?.first == 0x30 ? decoded : nil
    }
}

/// Base64 (RFC 4648 §4) as text files have it, with line ends in any place.
enum Base64 {
    /// - Returns: nil when there is another character in it.
    static func octets(_ text: some Sequence<UInt8>) -> [UInt8]? {
        var output: [UInt8] = []
        var (bits, count) = (0, 0)
        for octet in text {
            let value: Int
            switch octet {
            case 0x41...0x5a: value = Int(octet) - 0x41
            case 0x61...0x7a: value = Int(octet) - 0x61 + 26
            case 0x30...0x39: value = Int(octet) - 0x30 + 52
            case UInt8(ascii: "+"): value = 62
            case UInt8(ascii: "/"): value = 63
            case UInt8(ascii: "="), 0x09, 0x0a, 0x0d, 0x20: continue
            default: return nil
            }
            bits = bits << 6 | value
            count += 6
            if count >= 8 {
                count -= 8
                output.append(UInt8(bits >> count & 0xff))
                bits &= (1 << count) - 1
            }
        }
        return output
    }
}
