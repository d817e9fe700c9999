// SPDX-License-Identifier: Apache-2.0

/// The signatures of an ASiC container (ETSI EN 319 162-1): a zip file whose folder `META-INF` signs the files beside it.
struct SignatureContainer {
    /// Files of `META-INF`, by their names in the container.
    private(set) var records: [(name: String, octets: FileOctets)] = []
    /// Digests and octets of the signed files come from here.
    private(set) var files: [(name: String, octets: FileOctets)] = []
    let authorities: TrustedAuthorities?

    /// Records looked at; a container of an office has two or three.
    private static let maximumRecords = 64
    /// Files kept to be compared with the signed lists; of more, the signature stays unverified.
    private static let maximumFiles = 200

    init(authorities: TrustedAuthorities?) {
        self.authorities = authorities
    }

    static func isRecord(_ name: String) -> Bool { name.hasPrefix("META-INF/") }

    mutating func addRecord(_ name: String, _ octets: FileOctets) {
        if records.count < Self.maximumRecords, octets.count <= 16 << 20 { records.append((name, octets)) }
    }

    mutating func addFile(_ name: String, _ octets: FileOctets) {
        if name != "mimetype", files.count < Self.maximumFiles { files.append((name, octets)) }
    }

    /// All signatures, in the order of their records.
    func signatures() -> [Signature] {
        records.flatMap { record -> [Signature] in
            let name = record.name.lowercased()
            if name.hasSuffix(".p7s") { return cades(record) }
            if name.hasSuffix(".xml"), name.contains("signature") { return xades(record.octets) }
            return []
        }
    }

    /// CAdES signs the only file, or a manifest that lists the files with their digests.
    private func cades(_ record: (name: String, octets: FileOctets)) -> [Signature] {
        guard let octets = CMSSignatures.decoded(record.octets.array), let cms = CMSSignatures(octets, authorities: authorities)
        else { return [] }
        if let (manifest, references) = manifest(of: record.name) {
            let agrees = agreement(of: references)
            return manifest.withSpan { span in
                cms.signatures(over: (span, [0..<span.count]), format: .asicCAdES)
            }.map { signature in
                var signature = signature
                if agrees == .differs { signature.state = .invalid }
                if agrees == .missing, signature.state != .invalid { signature.state = .unverified(.notRead) }
                return signature
            }
        }
        guard files.count == 1, let file = files.first else { return cms.signatures(over: nil, format: .asicCAdES) }
        return file.octets.withSpan { cms.signatures(over: ($0, [0..<$0.count]), format: .asicCAdES) }
    }

    /// The manifest that says it is signed by that record.
    private func manifest(of signature: String) -> (octets: FileOctets, references: [SignedReference])? {
        for record in records where record.name.lowercased().contains("manifest") && record.name.lowercased().hasSuffix(".xml") {
            let part = SignedListPart.read(record.octets)
            let names = part.signatureReferences.map { $0.hasPrefix("META-INF/") ? $0 : "META-INF/\($0)" }
            if names.contains(signature) { return (record.octets, part.references) }
        }
        return nil
    }

    private func xades(_ record: FileOctets) -> [Signature] {
        let part = SignedListPart.read(record)
        let certificate = part.certificates.first.flatMap { Base64.octets($0.utf8) }.flatMap { CertificateFacts($0) }
        guard certificate != nil || !part.references.isEmpty else { return [] }
        let state: Signature.State =
            switch agreement(of: part.references.filter { !$0.place.isEmpty && !$0.place.hasPrefix("#") }) {
            case .agrees:
                .unverified(part.algorithm.map { Self.isForeign($0) } == true ? .algorithm(name: "ДСТУ 4145-2002") : .listOnly)
            case .differs: .invalid
            case .missing: .unverified(.notRead)
            case .unknown: .unverified(.algorithm(name: "ДСТУ 4145-2002"))
            }
        return [
            Signature(
                signer: certificate?.holder ?? CertificateHolder(), issuer: certificate?.issuer ?? "",
                signingTime: part.signingTime,
                format: .asicXAdES, state: state)
        ]
    }

    private static func isForeign(_ algorithm: String) -> Bool {
        algorithm.lowercased().contains("dstu") || algorithm.contains("1.2.804")
    }

    private enum Agreement { case agrees, differs, missing, unknown }

    /// Whether the listed files are here and have the digests of the list.
    private func agreement(of references: [SignedReference]) -> Agreement {
        var result = Agreement.agrees
        for reference in references {
            guard let file = (files + records).first(where: { $0.name == reference.fileName }) else {
                result = .missing
                continue
            }
            guard let algorithm = reference.opensslDigest,
                let digest = file.octets.withSpan({ MessageHash.digest(algorithm, of: $0, pieces: [0..<$0.count]) }),
                let listed = Base64.octets(reference.digest.utf8)
            else {
                if result == .agrees { result = .unknown }
                continue
            }
            // A transformed reference has the digest of something else than the file.
            if digest != listed { return reference.isTransformed ? .unknown : .differs }
        }
        return references.isEmpty ? .missing : result
    }
}
