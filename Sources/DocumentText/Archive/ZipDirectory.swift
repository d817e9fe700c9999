// SPDX-License-Identifier: Apache-2.0

/// The central directory of a zip file, seen before the library reads it (APPNOTE §4.3.12).
enum ZipDirectory {
    /// Throws when there are more entries in the octets than the limit: the library keeps the whole directory in memory.
    ///
    /// A zip file stored uncompressed inside counts as well; ten entries of it weigh as one.
    static func checkMembers(of octets: Span<UInt8>, limit: Int) throws(ReadingFault) {
        // An entry has 46 octets at least.
        guard octets.count / 46 > limit * 10 else { return }
        var entries = 0
        var at = 0
        while at + 4 <= octets.count {
            if octets[at + 2] > 0x02 {
                // No octet of the signature stands there, so none begins in this place or the two before it.
                at += octets[at + 2] == 0x50 ? 2 : octets[at + 2] == 0x4B ? 1 : 3
            } else if octets[at] == 0x50, octets[at + 1] == 0x4B, octets[at + 2] == 0x01, octets[at + 3] == 0x02 {
                entries += 1
                if entries > limit * 10 { throw ReadingFault(.tooManyFiles(limit: limit)) }
                at += 46
            } else {
                at += 1
            }
        }
    }
}
