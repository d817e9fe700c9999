// SPDX-License-Identifier: Apache-2.0
package import OfficeCalendar

/// Where a route lets letters be signed and sent out (`signing` in the staff file).
package enum SigningMeans: String, Hashable, Sendable, CaseIterable {
    /// At the desk with a second factor, or by a verb on the machine.
    case desk
    /// By a reply with a token as well.
    case reply

    /// Whether the proof is enough for what leaves the house.
    package func admits(_ proof: ActProof) -> Bool {
        switch proof {
        case .desk, .verb: true
        case .reply: self == .reply
        case .machine: false
        }
    }
}

/// That a version was signed, by whom and when. The signature block names the one who signed: a stand-in signs as acting.
package struct Signature: Hashable, Sendable {
    package let version: VersionDigest
    package let actor: ActingPerson
    package let at: WallTime
}
