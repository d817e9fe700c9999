// SPDX-License-Identifier: Apache-2.0

/// What a zip file is by the names in it.
enum ArchiveNames {
    /// - Returns: nil for a plain archive.
    static func kind(
        of octets: FileOctets, budget: ReadingBudget
    ) throws(ReadingFault) -> (kind: DocumentKind, mediaType: String)? {
        DocumentKind.ofZip(try all(in: octets, as: .zip, budget: budget))
    }

    /// The names of all members; nothing is unpacked, where the format does not need it.
    static func all(in octets: FileOctets, as format: ArchiveFormat, budget: ReadingBudget) throws(ReadingFault) -> Set<String> {
        var names: Set<String> = []
        _ = try ArchiveWalk.walk(octets, as: format, budget: budget) { (member, _) throws(ReadingFault) -> Bool in
            names.insert(member.name)
            return true
        }
        return names
    }
}
