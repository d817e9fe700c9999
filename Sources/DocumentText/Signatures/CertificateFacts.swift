// SPDX-License-Identifier: Apache-2.0
import SwiftASN1

/// What a certificate says of its holder (RFC 5280 §4.1), whatever algorithms it is made with.
struct CertificateFacts {
    private(set) var holder = CertificateHolder()
    private(set) var issuer = ""
    /// As a signer names its certificate: the encoded sequence of issuer and serial number.
    private(set) var issuerAndSerial: [UInt8] = []
    private(set) var keyIdentifier: [UInt8]?

    /// - Returns: nil where the octets are no certificate.
    init?(_ octets: [UInt8]) {
        guard let certificate = (try? BER.parse(octets))?.children, var fields = certificate.first?.children?[...] else {
            return nil
        }
        if fields.first?.isContext(0) == true { fields = fields.dropFirst() }
        let list = Array(fields)
        guard list.count >= 6 else { return nil }
        issuerAndSerial = Self.sequence(list[2].encodedBytes + list[0].encodedBytes)
        issuer = Self.attributes(of: list[2])["2.5.4.3"] ?? Self.attributes(of: list[2])["2.5.4.10"] ?? ""
        holder = Self.holder(Self.attributes(of: list[4]))
        for extensions in list.dropFirst(6) where extensions.isContext(3) {
            for single in extensions.children?.first?.children ?? [] { takeExtension(single) }
        }
    }

    private static func sequence(_ contents: ArraySlice<UInt8>) -> [UInt8] {
        var length: [UInt8] = []
        if contents.count < 0x80 {
            length = [UInt8(contents.count)]
        } else {
            var rest = contents.count
            while rest > 0 {
                length.insert(UInt8(rest & 0xff), at: 0)
                rest >>= 8
            }
            length.insert(0x80 | UInt8(length.count), at: 0)
        }
        return [0x30] + length + contents
    }

    /// The attributes of a name by their identifiers; of several alike the first.
    private static func attributes(of name: ASN1Node) -> [String: String] {
        var attributes: [String: String] = [:]
        for set in name.children ?? [] {
            for pair in set.children ?? [] {
                guard let fields = pair.children, fields.count == 2, let key = fields[0].objectIdentifier,
                    let text = fields[1].text
                else { continue }
                if attributes[key] == nil { attributes[key] = text }
            }
        }
        return attributes
    }

    private static func holder(_ attributes: [String: String]) -> CertificateHolder {
        var holder = CertificateHolder()
        let given = [attributes["2.5.4.4"], attributes["2.5.4.42"]].compactMap { $0 }.joined(separator: " ")
        holder.name = attributes["2.5.4.3"] ?? given
        // A seal has the organisation as its name, and some authorities write the login there.
        if !given.contains(holder.name), given.count > holder.name.count { holder.name = given }
        holder.organization = attributes["2.5.4.10"] ?? ""
        // Private persons have these words where an organisation would stand.
        if holder.organization.lowercased() == "фізична особа" { holder.organization = "" }
        holder.position = attributes["2.5.4.12"] ?? ""
        holder.organizationCode = attributes["2.5.4.97"].flatMap { organizationCode(in: $0) }
        return holder
    }

    /// The code in `NTRUA-00012345`: eight digits. Ten digits are a person's tax number, which is nobody's business here.
    private static func organizationCode(in text: String) -> String? {
        let digits = text.filter(\.isASCII).filter(\.isNumber)
        return digits.count == 8 ? digits : nil
    }

    private mutating func takeExtension(_ node: ASN1Node) {
        guard let fields = node.children, let key = fields.first?.objectIdentifier, let value = fields.last?.primitive else {
            return
        }
        switch key {
        // subjectKeyIdentifier
        case "2.5.29.14": keyIdentifier = (try? BER.parse(value))?.primitive
        // subjectDirectoryAttributes, where Ukrainian authorities write the code of the organisation
        case "2.5.29.9":
            for attribute in (try? BER.parse(value))?.children ?? [] {
                guard let pair = attribute.children, pair.count == 2, pair[0].objectIdentifier == "1.2.804.2.1.1.1.11.1.4.2.1"
                else {
                    continue
                }
                if let text = pair[1].children?.first?.text, let code = Self.organizationCode(in: text) {
                    holder.organizationCode = code
                }
            }
        default: break
        }
    }
}
