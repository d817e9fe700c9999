// SPDX-License-Identifier: Apache-2.0
package import MailTransport

/// UIDs as a `sequence-set` names them (RFC 9051 §9): `3,7:9`.
package enum UIDSet {
    /// The set of exactly these UIDs, runs drawn together in the order given; empty for none.
    package static func text(_ uids: some Sequence<UID>) -> String {
        var runs: [ClosedRange<UInt32>] = []
        for uid in uids.lazy.map(\.rawValue) {
            if let last = runs.last, last.upperBound < .max, last.upperBound + 1 == uid {
                runs[runs.count - 1] = last.lowerBound...uid
            } else {
                runs.append(uid...uid)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound):\($0.upperBound)" }.joined(separator: ",")
    }

    /// How many UIDs a server's set names, at most `Int(UInt32.max)`; parts that are no numbers count for nothing.
    static func count(_ octets: ArraySlice<UInt8>) -> Int {
        var sum = 0
        for part in octets.split(separator: UInt8(ascii: ",")) {
            let ends = part.split(separator: UInt8(ascii: ":")).map { UInt32(String(decoding: $0, as: UTF8.self)) }
            switch ends.count {
            case 1: sum += ends[0] == nil ? 0 : 1
            case 2:
                guard let one = ends[0], let other = ends[1] else { continue }
                sum += Int(max(one, other)) - Int(min(one, other)) + 1
            default: continue
            }
        }
        return min(sum, Int(UInt32.max))
    }
}
