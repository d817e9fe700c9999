// SPDX-License-Identifier: Apache-2.0

/// Finds the file that a detached signature belongs to.
struct DetachedSignatures {
    let authorities: TrustedAuthorities?
    let maximumOctets: Int

    /// Files tried where none has the signature's name.
    private static let maximumTried = 50

    func verify(_ signature: FileOctets, name: String, over files: [(name: String, octets: FileOctets)]) -> [Signature] {
        guard signature.count <= maximumOctets, let octets = CMSSignatures.decoded(signature.array),
            let cms = CMSSignatures(octets, authorities: authorities)
        else { return [] }
        if cms.container.content != nil { return cms.signatures(over: nil, format: .attachedCAdES) }
        var best = cms.signatures(over: nil, format: .detachedCAdES)
        for file in Self.candidates(name, files) {
            let isNamesake = Self.belongs(name, to: file.name)
            let found = file.octets.withSpan { cms.signatures(over: ($0, [0..<$0.count]), format: .detachedCAdES) }
            if found.contains(where: { $0.state != .invalid }) || isNamesake { best = found }
            // What the signature does not fit is another file, unless it has the very name.
            if isNamesake || found.contains(where: { Self.fits($0.state) }) { break }
        }
        return best
    }

    /// Namesakes first.
    private static func candidates(
        _ name: String, _ files: [(name: String, octets: FileOctets)]
    ) -> [(name: String, octets: FileOctets)] {
        let (own, others) = files.reduce(into: ([(name: String, octets: FileOctets)](), [(name: String, octets: FileOctets)]())) {
            if belongs(name, to: $1.name) { $0.0.append($1) } else { $0.1.append($1) }
        }
        return Array((own + others).prefix(maximumTried))
    }

    /// `letter.pdf.p7s` and `letter.p7s` belong to `letter.pdf`.
    private static func belongs(_ signature: String, to file: String) -> Bool {
        let signature = signature.lowercased()
        let file = file.lowercased()
        guard let dot = signature.lastIndex(of: ".") else { return false }
        let stem = signature[..<dot]
        return stem == file || file.lastIndex(of: ".").map { file[..<$0] == stem } == true
    }

    private static func fits(_ state: Signature.State) -> Bool {
        state == .valid || state == .unverified(.unknownAuthority)
    }
}
