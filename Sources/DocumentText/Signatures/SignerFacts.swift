// SPDX-License-Identifier: Apache-2.0
import SwiftASN1

/// What one SignerInfo says (RFC 5652 §5.3).
struct SignerFacts {
    /// Dotted.
    let digestAlgorithm: String
    let signatureAlgorithm: String
    /// Nil where nothing but the document itself is signed.
    private(set) var messageDigest: [UInt8]?
    /// Unix time in seconds.
    private(set) var signingTime: Int?
    private let issuerAndSerial: [UInt8]?
    private let keyIdentifier: [UInt8]?

    /// - Returns: nil where the octets are no SignerInfo.
    init?(_ octets: [UInt8]) {
        guard let fields = (try? BER.parse(octets))?.children, fields.count >= 5 else { return nil }
        let signer = fields[1]
        issuerAndSerial = signer.identifier == .sequence ? Array(signer.encodedBytes) : nil
        keyIdentifier = signer.primitive
        guard let digest = fields[2].algorithm else { return nil }
        digestAlgorithm = digest
        var rest = fields.dropFirst(3)
        let attributes = rest.first?.isContext(0) == true ? rest.popFirst()?.children ?? [] : []
        guard let signature = rest.first?.algorithm else { return nil }
        signatureAlgorithm = signature
        for attribute in attributes { take(attribute) }
    }

    private mutating func take(_ attribute: ASN1Node) {
        guard let fields = attribute.children, fields.count == 2, let value = fields[1].children?.first else { return }
        switch fields[0].objectIdentifier {
        case "1.2.840.113549.1.9.4": messageDigest = value.primitive
        case "1.2.840.113549.1.9.5": signingTime = value.unixTime
        default: break
        }
    }

    /// The certificate this signer names.
    func certificate(among certificates: [CertificateFacts]) -> CertificateFacts? {
        certificates.first { certificate in
            if let issuerAndSerial { return certificate.issuerAndSerial == issuerAndSerial }
            return keyIdentifier != nil && certificate.keyIdentifier == keyIdentifier
        }
    }
}
